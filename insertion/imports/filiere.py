"""One kind of import: what a floor brings to the common machinery."""

from collections.abc import Callable
from dataclasses import dataclass

from .analyse import compter
from .champs import Catalogue


@dataclass(frozen=True)
class Filiere:
    """What the lines of a file are.

    `modele`, `lignes`, `memoire`: the concrete models of insertion/models/imports.py. `libelles`: {slug of a format:
    label}; `reconnaitre(tableau)` returns the slug. `modele_de_fichier`: keys of the columns of our own empty file.

    `reglages(importation, maintenant)` returns what the whole import shares; `analyser(lignes, entetes, colonnes,
    reglages)` the analysed lines; `generales(importation, analysees, reglages)` what to say of the whole file, as
    [(field, French message)]; `compter(analysees)` the counts.
    """

    modele: type
    lignes: type
    memoire: type
    catalogue: Catalogue
    libelles: dict
    reconnaitre: Callable
    modele_de_fichier: tuple
    reglages: Callable
    analyser: Callable
    generales: Callable
    compter: Callable = compter

    def entetes_du_modele(self):
        """The headings of our own empty file."""
        return [self.catalogue[cle].libelle for cle in self.modele_de_fichier]
