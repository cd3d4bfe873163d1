"""A form sent twice is written once (double click, retry after a cut, twenty identical POSTs); other words are kept.

The key says which form it is, not what it holds. It comes back with another content from a second device that took up
the draft, or from somebody who went on writing once an answer was lost: that is written as well, and said. To replay
the first answer would say « enregistré » of a text that nobody has.
"""

import json
import uuid
from functools import wraps

from django.contrib import messages
from django.db import connection
from django.http import HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .isolation.contexte import contexte_exige
from .models import Soumission
from .texte import en_mots

CHAMP = "soumission"
#: What a window sends with its form and nobody typed: it may differ between two sends of one content.
HORS_CONTENU = {"csrfmiddlewaretoken", "brouillon"}
AUSSI = "Celle-ci l’est aussi\u00a0: annulez ou corrigez celle qui est de trop."
RESERVER = """
    INSERT INTO insertion_soumission (structure_id, utilisateur_id, cle, empreinte, reponse, created_at)
    VALUES (%(structure)s, %(utilisateur)s, %(cle)s, %(empreinte)s, '', %(at)s) ON CONFLICT DO NOTHING
"""
REPONDRE = """
    UPDATE insertion_soumission SET reponse = %(vers)s
    WHERE structure_id = %(structure)s AND utilisateur_id = %(utilisateur)s AND cle = %(cle)s
"""


def une_seule_fois(vue):
    """Decorate a view whose form carries a hidden `soumission` (uuid): a replay gets the first answer's URL.

    The row is inserted in the request's transaction, so a concurrent twin waits for it. A refused form (4xx, or an
    error said elsewhere) takes the key back: the corrected form is a new chance. Another content under a key that is
    held goes under a key made of both, so that it happens once in its turn.
    """

    @wraps(vue)
    def recevoir(request, *args, **kwargs):
        cle, deja = _cle(request), None
        if cle is None:
            return vue(request, *args, **kwargs)
        empreinte = _empreinte(request)
        while not _reserver(request, cle, empreinte):
            deja = Soumission.objects.get(utilisateur=request.user, cle=cle)
            if deja.empreinte in ("", empreinte):
                return _rejouer(request, deja)
            cle = uuid.uuid5(cle, empreinte)
        response = vue(request, *args, **kwargs)
        if response.status_code >= 400 or dit_une_erreur(request):
            Soumission.objects.filter(utilisateur=request.user, cle=cle).delete()
            return response
        vers = response.headers.get("Location") or response.headers.get("HX-Redirect") or ""
        _executer(REPONDRE, request, cle, vers=vers)
        if deja:
            messages.warning(request, f"{deja_enregistree(deja)} {AUSSI}")
        return response

    return recevoir


def deja_enregistree(soumission):
    """« Une première version de cette saisie était déjà enregistrée à 14:05. »"""
    le = timezone.localtime(soumission.created_at)
    jour = "" if le.date() == timezone.localdate() else f"le {en_mots(le, 'j F')} "
    return f"Une première version de cette saisie était déjà enregistrée {jour}à {le:%H:%M}."


def dit_une_erreur(request):
    """Whether this request leaves an error to be shown by the next page: what it asked for was not done."""
    return any(dit.level >= messages.ERROR for dit in messages.get_messages(request)._queued_messages)


def _cle(request):
    if request.method != "POST":
        return None
    try:
        return uuid.UUID(request.POST.get(CHAMP, ""))
    except ValueError:
        return None


def _empreinte(request):
    """What tells two contents apart and nothing of either: keyed, for a name or an answer could be tried."""
    saisi = sorted((nom, valeurs) for nom, valeurs in request.POST.lists() if nom not in HORS_CONTENU)
    fichiers = sorted((nom, [(un.name, un.size) for un in joints]) for nom, joints in request.FILES.lists())
    return salted_hmac(CHAMP, json.dumps([request.path, saisi, fichiers]), algorithm="sha256").hexdigest()


def _reserver(request, cle, empreinte):
    """Insert the key; False when a twin holds it already (the insertion waits for the twin's transaction)."""
    return _executer(RESERVER, request, cle, empreinte=empreinte, at=timezone.now()) == 1


def _executer(phrase, request, cle, **plus):
    """The number of rows written: every form goes by here, and the ORM would say it more slowly than it is done."""
    valeurs = {"structure": contexte_exige().structures[0], "utilisateur": request.user.pk, "cle": cle, **plus}
    with connection.cursor() as curseur:
        curseur.execute(phrase, valeurs)
        return curseur.rowcount


def _rejouer(request, deja):
    url = deja.reponse or request.path
    if request.htmx:
        return HttpResponse(headers={"HX-Redirect": url})
    return HttpResponseRedirect(url)
