from .bilans import Bilan, BilanProduit
from .conventions import Cible, Convention, DispositifCouvert, Financeur
from .rappels import CourrielRappels, Rappel
from .sourdines import Sourdine

__all__ = [
    "Bilan",
    "BilanProduit",
    "Cible",
    "Convention",
    "CourrielRappels",
    "DispositifCouvert",
    "Financeur",
    "Rappel",
    "Sourdine",
]
