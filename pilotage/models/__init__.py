from .agenda import AbonnementAgenda
from .bilans import Bilan, BilanProduit
from .completude import DossierACompleter
from .conventions import Cible, Convention, DispositifCouvert, Financeur, PieceConvention
from .departs import Depart, Passation
from .envois import Envoi
from .exports import Export
from .extraits import ExtraitDossier
from .rappels import CourrielRappels, Rappel
from .reattributions import Reattribution
from .relances import Relance
from .sourdines import Sourdine
from .vues import VueEnregistree

__all__ = [
    "AbonnementAgenda",
    "Bilan",
    "BilanProduit",
    "Cible",
    "Convention",
    "CourrielRappels",
    "Depart",
    "DispositifCouvert",
    "DossierACompleter",
    "Envoi",
    "Export",
    "ExtraitDossier",
    "Financeur",
    "Passation",
    "PieceConvention",
    "Rappel",
    "Reattribution",
    "Relance",
    "Sourdine",
    "VueEnregistree",
]
