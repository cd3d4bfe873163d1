from .agenda import AbonnementAgenda
from .bilans import Bilan, BilanProduit
from .conventions import Cible, Convention, DispositifCouvert, Financeur
from .rappels import CourrielRappels, Rappel

__all__ = [
    "AbonnementAgenda",
    "Bilan",
    "BilanProduit",
    "Cible",
    "Convention",
    "CourrielRappels",
    "DispositifCouvert",
    "Financeur",
    "Rappel",
]
