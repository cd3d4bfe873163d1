"""How the words of a file become levels of the first diagnostic, for the page of the columns."""

from insertion.imports import lecture

from ..enums import Niveau
from . import valeurs

NON_ABORDE = "Non abordé"


def niveaux_en_mots(importation):
    """[(words, label)] in the order of the levels; [] when no column holds levels."""
    correspondance = importation.correspondance["colonnes"]
    rangs = [int(rang) for rang, cle in correspondance.items() if cle.startswith("frein_")]
    mots = {}
    for donnees in (
        importation.lignes.filter(nature=lecture.DONNEE).values_list("donnees", flat=True) if rangs else ()
    ):
        for mot in (donnees["cellules"][rang] for rang in rangs):
            if mot:
                mots.setdefault(_niveau(mot), set()).add(mot.lower())
    return [(", ".join(sorted(mots[label])), label) for label in (*Niveau.labels, NON_ABORDE) if label in mots]


def _niveau(mot):
    niveau = valeurs.niveau(mot, None).valeur
    return NON_ABORDE if niveau == valeurs.NON_ABORDE else Niveau(niveau).label
