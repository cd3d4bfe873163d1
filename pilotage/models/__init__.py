from .bilans import Bilan, BilanProduit
from .conventions import Cible, Convention, DispositifCouvert, Financeur
from .exports import Export
from .rappels import CourrielRappels, Rappel

__all__ = [
    "Bilan",
    "BilanProduit",
    "Cible",
    "Convention",
    "CourrielRappels",
    "DispositifCouvert",
    "Export",
    "Financeur",
    "Rappel",
]
