"""Drafts: what somebody is typing, kept on the server from the first keystroke until the entry is saved."""

import uuid
from datetime import timedelta

from django.utils import timezone

from .isolation.preparees import RequetePreparee
from .models import Brouillon, Saisie, Soumission
from .saisie_unique import CHAMP as CHAMP_SOUMISSION
from .saisie_unique import deja_enregistree, dit_une_erreur
from .texte import en_mots

CHAMP = "brouillon"
#: The draft that the window knew when it sent its form (`le`); anything else: it knew of none. A preview asked by
#: htmx with the fields of a form is without it: nothing was sent.
ENTETE = "X-Brouillon"
LIMITE = 500_000  # bytes of one draft, as it is sent
ESSAI = timedelta(minutes=1)  # a draft given up sooner was no entry


class BrouillonRefuse(Exception):
    """The draft cannot be kept; the message says why, in French, to whoever is typing."""


class SaisieDejaEnvoyee(Exception):
    """The form of this draft has been sent; the message says when, `soumission` is a key for what is written since.

    A late copy whose page went away must not come back to life, and has nobody to read this. A window that is still
    being written in reads it, and keeps its text under the new key: it is another entry.
    """

    def __init__(self, envoyee):
        super().__init__(f"{deja_enregistree(envoyee)} Ce que vous écrivez ici est gardé à part.")
        self.soumission = str(uuid.uuid4())


class BrouillonDepasse(Exception):
    """Another window of the same person wrote `garde` since: it is not written over, and both are to be shown."""

    def __init__(self, garde):
        super().__init__()
        self.garde = garde


def lire(utilisateur, cle):
    """Return the draft that `utilisateur` left under `cle`, or None."""
    return Brouillon.objects.filter(utilisateur=utilisateur, cle=cle).first()


def cle_de(request):
    """The key of the form that a page sends to its own address, as `cleDeBrouillon` names it (brouillon.js)."""
    parametres = request.GET.copy()
    parametres.pop("retour", None)
    return f"{request.path}{parametres.urlencode()}".replace("/", ":")[:80]


def a_reprendre(request, cle=""):
    """What to say of the draft that a page is about to put back, or "": its line is drawn with the page."""
    if request.method != "GET" or request.htmx:
        return ""
    return dire_la_reprise(demander_la_reprise(request.user, cle or cle_de(request)))


def demander_la_reprise(utilisateur, cle):
    """Send what `dire_la_reprise` reads: inside `ensemble()`, with all that a page asks."""
    return _date.demander(utilisateur=utilisateur.pk, cle=cle)


def dire_la_reprise(demande):
    """« Brouillon de 14:05 repris. », or "" when nothing was left under that key."""
    for garde in demande.lire():
        le = timezone.localtime(garde.updated_at)
        jour = "de" if le.date() == timezone.localdate() else f"du {en_mots(le, 'j F')} à"
        return f"Brouillon {jour} {le:%H:%M} repris."
    return ""


@RequetePreparee
def _date(utilisateur, cle):
    return Brouillon.objects.filter(utilisateur=utilisateur, cle=cle).only("updated_at")


def enregistrer(utilisateur, cle, saisie):
    """Keep `saisie` ({"titre", "url", "champs": {name: [values]}}) as the one draft of `utilisateur` under `cle`.

    Raises BrouillonRefuse for anything that is not such a draft, SaisieDejaEnvoyee, BrouillonDepasse (see `_tenir`).
    """
    champs = _verifier(cle, saisie)
    if envoyee := _envoyee(utilisateur, champs):
        raise SaisieDejaEnvoyee(envoyee)
    _tenir(utilisateur, cle, saisie, champs)
    contenu = {"titre": saisie["titre"][:160] or "Saisie en cours", "url": saisie["url"], "champs": champs}
    brouillon, _ = Brouillon.objects.update_or_create(
        utilisateur=utilisateur, cle=cle, defaults=contenu, create_defaults=contenu | {"saisie": _commencer}
    )
    return brouillon


def effacer(utilisateur, cle, saisie=None):
    """Drop a draft that its author gives up; one of a few keys is not counted as an entry that was abandoned.

    `saisie` is sent by the page that knows it: what another window wrote since stays (BrouillonDepasse).
    """
    _tenir(utilisateur, cle, saisie)
    for brouillon in Brouillon.objects.filter(utilisateur=utilisateur, cle=cle).select_related("saisie"):
        brouillon.delete()
        if brouillon.saisie and timezone.now() - brouillon.saisie.commencee_at < ESSAI:
            brouillon.saisie.delete()


class BrouillonFiniMiddleware:
    """A form that is saved ends its draft, in the same transaction: each long text of the application has one.

    Saved is: the answer sends one elsewhere, or takes the place of the form that htmx sent, and says no error. Its
    draft is the one that the window knew, or one that holds nothing but what is sent: what another device wrote
    meanwhile stays, and is offered again.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.method == "POST" and _enregistre(request, response) and (cle := request.POST.get(CHAMP)):
            _finir(request, cle)
        return response


def _enregistre(request, response):
    ailleurs = response.status_code in (301, 302, 303)
    sur_place = response.status_code == 200 and request.htmx and ENTETE in request.headers
    return request.user.is_authenticated and (ailleurs or sur_place) and not dit_une_erreur(request)


def _finir(request, cle):
    garde = _prendre(request.user, cle)
    if garde is None or not (_connu(request, garde) or _tout_est_dans(request.POST, garde.champs)):
        return
    Saisie.objects.filter(pk=garde.saisie_id).update(enregistree_at=timezone.now())
    garde.delete()


def _connu(request, garde):
    """Whether the window that sends its form read or wrote `garde` last; a page of another release does not say."""
    return request.headers.get(ENTETE) in (None, garde.updated_at.isoformat())


def _tout_est_dans(envoi, champs):
    """Whether each text of a draft is sent: browsers write the ends of lines otherwise in a form."""
    dits = {nom: [texte.replace("\r\n", "\n") for texte in envoi.getlist(nom)] for nom in champs}
    return all(dits[nom] == valeurs for nom, valeurs in champs.items() if nom != CHAMP_SOUMISSION)


def _prendre(utilisateur, cle):
    return Brouillon.objects.select_for_update(of=("self",)).filter(utilisateur=utilisateur, cle=cle).first()


def _tenir(utilisateur, cle, saisie, champs=None):
    """Hold the draft; raise BrouillonDepasse when it is not what the window that sends `saisie` last knew.

    `saisie["depuis"]` is the instant of the draft that it read or wrote last, None when it knows of none; without it
    nothing is compared. The very same `champs` are no conflict: an answer was lost.
    """
    garde = _prendre(utilisateur, cle)
    if garde is None or not isinstance(saisie, dict) or "depuis" not in saisie or garde.champs == champs:
        return
    if garde.updated_at.isoformat() != saisie["depuis"]:
        raise BrouillonDepasse(garde)


def _commencer():
    return Saisie.objects.create(commencee_at=timezone.now())


def _verifier(cle, saisie):
    """Return the fields of a well-formed draft; raise BrouillonRefuse otherwise."""
    if not isinstance(saisie, dict) or not isinstance(saisie.get("champs"), dict) or len(cle) > 80:
        raise BrouillonRefuse("Ce brouillon est illisible.")
    champs, url = saisie["champs"], saisie.get("url")
    textes = all(isinstance(v, list) and all(isinstance(t, str) for t in v) for v in champs.values())
    if not textes or not isinstance(saisie.get("titre"), str):
        raise BrouillonRefuse("Ce brouillon est illisible.")
    if not isinstance(url, str) or not url.startswith("/") or url.startswith("//") or len(url) > 200:
        raise BrouillonRefuse("L’adresse de ce brouillon n’est pas une page de Tremplin.")
    return {nom: [texte.replace("\0", "") for texte in textes] for nom, textes in champs.items()}


def _envoyee(utilisateur, champs):
    try:
        cle = uuid.UUID((champs.get(CHAMP_SOUMISSION) or [""])[0])
    except ValueError:
        return None
    return Soumission.objects.filter(utilisateur=utilisateur, cle=cle).first()
