"""A form sent twice is written once (double click, retry after a cut, twenty identical POSTs)."""

import uuid
from functools import wraps

from django.db import connection
from django.http import HttpResponse, HttpResponseRedirect
from django.utils import timezone

from .isolation.contexte import contexte_exige
from .models import Soumission

CHAMP = "soumission"
RESERVER = """
    INSERT INTO insertion_soumission (structure_id, utilisateur_id, cle, reponse, created_at)
    VALUES (%(structure)s, %(utilisateur)s, %(cle)s, '', %(at)s) ON CONFLICT DO NOTHING
"""
REPONDRE = """
    UPDATE insertion_soumission SET reponse = %(vers)s
    WHERE structure_id = %(structure)s AND utilisateur_id = %(utilisateur)s AND cle = %(cle)s
"""


def une_seule_fois(vue):
    """Decorate a view whose form carries a hidden `soumission` (uuid): a replay gets the first answer's URL.

    The row is inserted in the request's transaction, so a concurrent twin waits for it. A refused form
    (4xx) takes the key back: the corrected form is a new chance.
    """

    @wraps(vue)
    def recevoir(request, *args, **kwargs):
        cle = _cle(request)
        if cle is None:
            return vue(request, *args, **kwargs)
        if not _reserver(request, cle):
            return _rejouer(request, cle)
        response = vue(request, *args, **kwargs)
        if response.status_code >= 400:
            Soumission.objects.filter(utilisateur=request.user, cle=cle).delete()
        else:
            vers = response.headers.get("Location") or response.headers.get("HX-Redirect") or ""
            _executer(REPONDRE, request, cle, vers=vers)
        return response

    return recevoir


def _cle(request):
    if request.method != "POST":
        return None
    try:
        return uuid.UUID(request.POST.get(CHAMP, ""))
    except ValueError:
        return None


def _reserver(request, cle):
    """Insert the key; False when a twin holds it already (the insertion waits for the twin's transaction)."""
    return _executer(RESERVER, request, cle, at=timezone.now()) == 1


def _executer(phrase, request, cle, **plus):
    """The number of rows written: every form goes by here, and the ORM would say it more slowly than it is done."""
    valeurs = {"structure": contexte_exige().structures[0], "utilisateur": request.user.pk, "cle": cle, **plus}
    with connection.cursor() as curseur:
        curseur.execute(phrase, valeurs)
        return curseur.rowcount


def _rejouer(request, cle):
    url = Soumission.objects.get(utilisateur=request.user, cle=cle).reponse or request.path
    if request.htmx:
        return HttpResponse(headers={"HX-Redirect": url})
    return HttpResponseRedirect(url)
