"""Indicators: one definition per figure, used by the screen, the PDF, the spreadsheet and the command.

An indicator is a pure function of `Donnees` (the facts of one `Perimetre`) that yields lines; each line holds its
figure and the ids of who is behind it, so that a count and the length of its list are the same thing by construction.
"""

from insertion.isolation import replique

from . import (
    accompagnement,
    aides,
    apres,
    convergence,
    departement,
    emploi,
    equipe,
    etp,
    freins,
    fse,
    geiq,
    plie,
    publics,
    sorties,
)
from .cohorte import Cohorte
from .donnees import Donnees
from .perimetre import Perimetre
from .registre import INDICATEURS

__all__ = [
    "INDICATEURS",
    "Cohorte",
    "Donnees",
    "Perimetre",
    "accompagnement",
    "aides",
    "apres",
    "calculer",
    "convergence",
    "departement",
    "emploi",
    "equipe",
    "etp",
    "freins",
    "fse",
    "geiq",
    "plie",
    "publics",
    "sorties",
]


def calculer(perimetre, codes=None):
    """Return {code: `Resultat`} of the indicators `codes` (all of them by default) over `perimetre`.

    Each table is read once, however many figures read it. Raises `KeyError` for an unknown code.
    """
    return lire(Donnees(perimetre), codes)


def lire(donnees, codes=None):
    """Return {code: `Resultat`} of the indicators `codes` (all of them by default) of these `Donnees`."""
    with donnees.lecture():
        return replique.lire(lambda: {code: INDICATEURS[code].calculer(donnees) for code in (codes or INDICATEURS)})
