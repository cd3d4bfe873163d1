"""Undoing an import of firms (insertion/imports/annulation.py)."""

from insertion.imports.annulation import Annulation

from ..models import Contact, Entreprise
from .execution import execution

annulation = Annulation(
    execution,
    tenus=(Entreprise, Contact),
    machine=frozenset({"entreprises.ligneimport", "pilotage.rappel"}),
    dossiers={"entreprises": Entreprise},
)
annuler = annulation.annuler
