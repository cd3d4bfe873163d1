"""What a service, a training or a scheme is for: the closed list of data·inclusion, 16 categories and 69 thématiques.

Source and edition: first line of `referentiels/thematiques.csv` (metier.md §4.1.e). The code of a thématique is
« catégorie--sous-thème »; `domaines.py` says which of them may lift a frein.
"""

import csv
from pathlib import Path

from .domaines import CODES

FICHIER = Path(__file__).parent / "referentiels" / "thematiques.csv"
SEPARATEUR = "--"


def _lire():
    with FICHIER.open(encoding="utf-8", newline="") as lignes:
        publiees = csv.DictReader(ligne for ligne in lignes if not ligne.startswith("#"))
        return {ligne["code"]: ligne["libelle"] for ligne in publiees}


#: Code → label of the whole list, categories and thématiques.
LIBELLES = _lire()
CATEGORIES = [code for code in LIBELLES if SEPARATEUR not in code]
THEMATIQUES = [code for code in LIBELLES if SEPARATEUR in code]


def sous(prefixe):
    """The codes of the thématiques of a category, or of the one that `prefixe` names; empty when it names nothing."""
    return [code for code in THEMATIQUES if code == prefixe or code.startswith(prefixe + SEPARATEUR)]


def levier(domaine):
    """The category or the thématique whose services may lift the frein `domaine` (a `Domaine`): its code."""
    return CODES[domaine].theme_di


def categorie(code):
    """The category of a thématique, or itself: its code."""
    return code.partition(SEPARATEUR)[0]


def choix():
    """The choices of a field: (category, [(code, label)…]) for each category."""
    return [(LIBELLES[c], [(code, LIBELLES[code]) for code in sous(c)]) for c in CATEGORIES]
