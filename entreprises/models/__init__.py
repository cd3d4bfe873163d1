from .collaborations import Collaboration
from .contacts import Contact
from .echanges import Echange
from .entreprises import Entreprise, Etablissement
from .fusions import FusionEntreprise
from .imports import CorrespondanceMemorisee, Import, LigneImport
from .offres import Offre
from .partenaires import Partenaire

__all__ = [
    "Collaboration",
    "Contact",
    "CorrespondanceMemorisee",
    "Echange",
    "Entreprise",
    "Etablissement",
    "FusionEntreprise",
    "Import",
    "LigneImport",
    "Offre",
    "Partenaire",
]
