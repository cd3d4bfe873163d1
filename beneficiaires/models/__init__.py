from .accords import AccordEnvoi
from .beneficiaire import Beneficiaire
from .conservation import Archivage, Effacement, GelSuppression, Limitation, PreavisEffacement
from .documents import Document
from .droits import Consentement, DemandeDroit, Desaccord, InformationDonnee, Notice
from .fusions import FusionDossiers, PersonnesDistinctes
from .proches import Proche
from .situations import Referent, Situation

__all__ = [
    "AccordEnvoi",
    "Archivage",
    "Beneficiaire",
    "Consentement",
    "DemandeDroit",
    "Desaccord",
    "Document",
    "Effacement",
    "FusionDossiers",
    "GelSuppression",
    "InformationDonnee",
    "Limitation",
    "Notice",
    "PersonnesDistinctes",
    "PreavisEffacement",
    "Proche",
    "Referent",
    "Situation",
]
