"""How the words of a file become levels of the first diagnostic: read, then chosen on the page of the columns."""

from insertion.imports import lecture

from ..grilles import GRILLES
from . import valeurs

#: A longer text, or one word too many, is no word of a scale: it keeps the level read, with its words in remark.
MOT_MAX, MOTS_MAX = 30, 24
#: What stands for a cell without a level.
SANS_NIVEAU = {valeurs.NON_ABORDE: "Non abordé", valeurs.NON_EVALUE: "Non évalué, ces mots à côté"}


def choix_de_niveaux(importation):
    """[(value, label)] of what a word may mean on the grid of the structure, from the lowest level."""
    bareme = GRILLES[importation.structure.grille]
    return [(str(niveau), label) for niveau, label in bareme.niveaux.choices] + list(SANS_NIVEAU.items())


def mots_lus(importation):
    """[(word of the columns of freins, the value of `choix_de_niveaux` that it takes)], each word once, by level."""
    correspondance = importation.correspondance
    rangs = [int(rang) for rang, cle in correspondance["colonnes"].items() if cle.startswith("frein_")]
    if not rangs:
        return []
    lire = valeurs.lecteurs(importation.structure.grille, correspondance.get("mots"))["niveau"]
    lignes = importation.lignes.filter(nature=lecture.DONNEE).values_list("donnees", flat=True)
    trouves = {donnees["cellules"][rang].lower() for donnees in lignes for rang in rangs} - {""}
    ordre = [valeur for valeur, _ in choix_de_niveaux(importation)]
    lus = [(mot, str(lire(mot, None).valeur)) for mot in sorted(trouves) if len(mot) <= MOT_MAX]
    return sorted(lus[:MOTS_MAX], key=lambda lu: ordre.index(lu[1]))
