from .aides import AideFinanciere, EtapeAide
from .chantier import Competence, CompetenceMontree, FaitChantier, PersonneDuFait
from .demarches import Demarche
from .diagnostics import Diagnostic, Evaluation
from .dispositifs import Dispositif
from .entretiens import Entretien, NoteConfidentielle, Observation, RendezVous
from .fil import LigneFil
from .heures import HeuresMois
from .imports import CorrespondanceMemorisee, Import, LigneImport
from .orientations import Orientation
from .parcours import Candidature, Parcours
from .plan import Action, Objectif
from .presences import Participant, Passage
from .productions import Production
from .reunions import PersonneMentionnee, ReunionEquipe

__all__ = [
    "Action",
    "AideFinanciere",
    "Candidature",
    "Competence",
    "CompetenceMontree",
    "CorrespondanceMemorisee",
    "Demarche",
    "Diagnostic",
    "Dispositif",
    "Entretien",
    "EtapeAide",
    "Evaluation",
    "FaitChantier",
    "HeuresMois",
    "Import",
    "LigneFil",
    "LigneImport",
    "NoteConfidentielle",
    "Objectif",
    "Observation",
    "Orientation",
    "Parcours",
    "PersonneDuFait",
    "PersonneMentionnee",
    "Participant",
    "Passage",
    "Production",
    "RendezVous",
    "ReunionEquipe",
]
