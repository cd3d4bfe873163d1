"""Drafts: what somebody is typing, kept on the server from the first keystroke until the entry is saved."""

import uuid

from .models import Brouillon, Soumission
from .saisie_unique import CHAMP as CHAMP_SOUMISSION

CHAMP = "brouillon"
LIMITE = 200_000  # bytes of one draft, as it is sent


class BrouillonRefuse(Exception):
    """The draft cannot be kept; the message says why, in French, to whoever is typing."""


def lire(utilisateur, cle):
    """Return the draft that `utilisateur` left under `cle`, or None."""
    return Brouillon.objects.filter(utilisateur=utilisateur, cle=cle).first()


def enregistrer(utilisateur, cle, saisie):
    """Keep `saisie` ({"titre", "url", "champs": {name: [values]}}) as the one draft of `utilisateur` under `cle`.

    Returns the Brouillon, or None when its form has been saved meanwhile (a late copy must not come back to life).
    Raises BrouillonRefuse for anything that is not such a draft.
    """
    champs = _verifier(cle, saisie)
    if _deja_envoye(utilisateur, champs):
        return None
    brouillon, _ = Brouillon.objects.update_or_create(
        utilisateur=utilisateur,
        cle=cle,
        defaults={"titre": saisie["titre"][:160] or "Saisie en cours", "url": saisie["url"], "champs": champs},
    )
    return brouillon


def effacer(request, cle=None):
    """Drop the draft of a form that has just been saved; call it in the same transaction as the save.

    `cle` defaults to the hidden `brouillon` of the POST; without any, nothing happens.
    """
    cle = cle or request.POST.get(CHAMP)
    if cle:
        Brouillon.objects.filter(utilisateur=request.user, cle=cle).delete()


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


def _deja_envoye(utilisateur, champs):
    try:
        cle = uuid.UUID((champs.get(CHAMP_SOUMISSION) or [""])[0])
    except ValueError:
        return False
    return Soumission.objects.filter(utilisateur=utilisateur, cle=cle).exists()
