from .campagnes import Campagne, CibleCampagne
from .collaborations import Collaboration
from .contacts import Contact
from .dispositifs import DispositifLocal
from .echanges import Echange
from .entreprises import Entreprise, Etablissement
from .evenements import Evenement
from .formations import Formation, SessionFormation
from .fusions import FusionEntreprise, PaireDistincte
from .imports import CorrespondanceMemorisee, Import, LigneImport
from .offres import Offre
from .partenaires import Partenaire
from .prestations import Prestation
from .projets import PartenaireDuProjet, ProjetPartenarial

__all__ = [
    "Campagne",
    "CibleCampagne",
    "Collaboration",
    "Contact",
    "CorrespondanceMemorisee",
    "DispositifLocal",
    "Echange",
    "Entreprise",
    "Etablissement",
    "Evenement",
    "Formation",
    "FusionEntreprise",
    "Import",
    "LigneImport",
    "Offre",
    "PaireDistincte",
    "Partenaire",
    "PartenaireDuProjet",
    "Prestation",
    "ProjetPartenarial",
    "SessionFormation",
]
