"""The thread of a firm: every exchange that the team had with it, newest first, in one query."""

from django.utils import timezone

from insertion import fil
from insertion.fil import PAR_PAGE, Details, Genre
from insertion.texte import en_mots

from .enums import ModeEchange, ObjetEchange, ResultatEchange
from .models import Echange

#: Filters of the thread: slug → label. « tout » shows every object.
FILTRES = {
    "tout": "Tout",
    "prospection": "Prospection",
    "sensibilisation": "Sensibilisation",
    "placements": "Offres et immersions",
    "partenariat": "Partenariat",
}
OBJETS = {
    "prospection": (ObjetEchange.PROSPECTION, ObjetEchange.AUTRE),
    "sensibilisation": (ObjetEchange.SENSIBILISATION, ObjetEchange.SENSIBILISATION_INSERTION),
    "placements": (ObjetEchange.OFFRE, ObjetEchange.IMMERSION, ObjetEchange.SUIVI),
    "partenariat": (ObjetEchange.PRESTATION, ObjetEchange.BILAN, ObjetEchange.ENQUETE),
}
_ICONES = {
    ModeEchange.APPEL: "phone",
    ModeEchange.VISITE: "map-pin",
    ModeEchange.RENCONTRE: "building",
    ModeEchange.EVENEMENT: "users-group",
    ModeEchange.COURRIEL: "mail",
}
#: The colour of the mark: something came of it, nothing did, or neither.
_CLASSES = {
    ResultatEchange.INTERESSE: "a",
    ResultatEchange.OFFRE: "a",
    ResultatEchange.RENDEZ_VOUS: "a",
    ResultatEchange.REFUS: "x",
}


def _titre(evenement):
    mode, contact = ModeEchange(evenement.details["mode"]).label, evenement.details["contact"]
    return f"{mode} avec {contact}" if contact else mode


def _mots(details):
    mots = [ObjetEchange(details["objet"]).label]
    return [*mots, ResultatEchange(details["resultat"]).label] if details["resultat"] else mots


GENRES = {
    (mode, resultat): Genre(_ICONES[mode], _CLASSES.get(resultat, "e"), _titre, "", mots=_mots)
    for mode in ModeEchange
    for resultat in ("", *ResultatEchange)
}


class Evenement(fil.Evenement):
    """What an exchange adds to an event: who may correct it, the call promised."""

    @property
    def rappel(self):
        """« rappeler le 3 décembre », or an empty text."""
        promis = self.details["rappeler_le"]
        return f"rappeler le {en_mots(promis)}" if promis else ""


def evenements(entreprise, filtre="tout", nombre=PAR_PAGE, depuis=0):
    """Return up to `nombre` `Evenement` of a firm, newest first, after skipping `depuis` of them."""
    echanges = Echange.objects.filter(entreprise=entreprise).pour_fil()
    if filtre != "tout":
        echanges = echanges.filter(objet__in=OBJETS[filtre])
    return [_evenement(echange) for echange in echanges[depuis : depuis + nombre]]


def _evenement(echange):
    details = {nom: getattr(echange, nom) for nom in ("mode", "objet", "resultat", "rappeler_le", "auteur_id")}
    contact = str(echange.contact) if echange.contact_id else ""
    return Evenement(
        "echange",
        echange.pk,
        timezone.localtime(echange.date),
        str(echange.auteur) if echange.auteur_id else "",
        echange.texte,
        Details(details | {"contact": contact}),
        GENRES[echange.mode, echange.resultat],
    )
