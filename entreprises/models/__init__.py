from .collaborations import Collaboration
from .contacts import Contact
from .dispositifs import DispositifLocal
from .echanges import Echange
from .entreprises import Entreprise, Etablissement
from .formations import Formation, SessionFormation
from .fusions import FusionEntreprise
from .imports import CorrespondanceMemorisee, Import, LigneImport
from .offres import Offre
from .partenaires import Partenaire
from .projets import PartenaireDuProjet, ProjetPartenarial

__all__ = [
    "Collaboration",
    "Contact",
    "CorrespondanceMemorisee",
    "DispositifLocal",
    "Echange",
    "Entreprise",
    "Etablissement",
    "Formation",
    "FusionEntreprise",
    "Import",
    "LigneImport",
    "Offre",
    "Partenaire",
    "PartenaireDuProjet",
    "ProjetPartenarial",
    "SessionFormation",
]
