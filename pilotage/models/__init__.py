from .bilans import Bilan, BilanProduit
from .completude import DossierACompleter
from .conventions import Cible, Convention, DispositifCouvert, Financeur, PieceConvention
from .rappels import CourrielRappels, Rappel

__all__ = [
    "Bilan",
    "BilanProduit",
    "Cible",
    "Convention",
    "CourrielRappels",
    "DispositifCouvert",
    "DossierACompleter",
    "Financeur",
    "PieceConvention",
    "Rappel",
]
