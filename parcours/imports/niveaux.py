"""How the words of a file become levels of the first diagnostic, for the page of the columns."""

from insertion.imports import lecture

from ..grilles import GRILLES
from . import valeurs

#: What stands for a cell without a level.
SANS_NIVEAU = {valeurs.NON_ABORDE: "Non abordé", valeurs.NON_EVALUE: "Non évalué, ces mots à côté"}


def niveaux_en_mots(importation):
    """[(words, label)] in the order of the levels of the structure's grid; [] when no column holds levels."""
    bareme = GRILLES[importation.structure.grille]
    correspondance = importation.correspondance["colonnes"]
    rangs = [int(rang) for rang, cle in correspondance.items() if cle.startswith("frein_")]
    mots = {}
    for donnees in (
        importation.lignes.filter(nature=lecture.DONNEE).values_list("donnees", flat=True) if rangs else ()
    ):
        for mot in (donnees["cellules"][rang] for rang in rangs):
            if mot:
                mots.setdefault(_niveau(mot, bareme), set()).add(mot.lower())
    labels = (*bareme.niveaux.labels, *SANS_NIVEAU.values())
    return [(", ".join(sorted(mots[label])), label) for label in labels if label in mots]


def _niveau(mot, bareme):
    niveau = valeurs.lecteurs(bareme.code)["niveau"](mot, None).valeur
    return SANS_NIVEAU.get(niveau) or bareme.niveau(niveau).label
