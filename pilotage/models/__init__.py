from .agenda import AbonnementAgenda
from .bilans import Bilan, BilanProduit
from .completude import DossierACompleter
from .conventions import Cible, Convention, DispositifCouvert, Financeur, PieceConvention
from .envois import Envoi
from .exports import Export
from .extraits import ExtraitDossier
from .rappels import CourrielRappels, Rappel
from .reattributions import Reattribution
from .sourdines import Sourdine

__all__ = [
    "AbonnementAgenda",
    "Bilan",
    "BilanProduit",
    "Cible",
    "Convention",
    "CourrielRappels",
    "DispositifCouvert",
    "DossierACompleter",
    "Envoi",
    "Export",
    "ExtraitDossier",
    "Financeur",
    "PieceConvention",
    "Rappel",
    "Reattribution",
    "Sourdine",
]
