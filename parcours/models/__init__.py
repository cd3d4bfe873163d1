from .aides import AideFinanciere, EtapeAide
from .axes import AccordObjectif, AxeEvolution, SortieVisee
from .catalogue import ModeleAction, ModeleObjectif
from .chantier import Competence, CompetenceMontree, FaitChantier, PersonneDuFait
from .demarches import Demarche
from .diagnostics import Confirmation, Diagnostic, Evaluation
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
from .projet import EtapeProjet, MetierVise, PointRecherche, Projet, VersionPiece
from .reunions import PersonneMentionnee, ReunionEquipe

__all__ = [
    "AccordObjectif",
    "Action",
    "AideFinanciere",
    "AxeEvolution",
    "Candidature",
    "Competence",
    "CompetenceMontree",
    "Confirmation",
    "CorrespondanceMemorisee",
    "Demarche",
    "Diagnostic",
    "Dispositif",
    "Entretien",
    "EtapeAide",
    "EtapeProjet",
    "Evaluation",
    "FaitChantier",
    "HeuresMois",
    "Import",
    "LigneFil",
    "LigneImport",
    "MetierVise",
    "ModeleAction",
    "ModeleObjectif",
    "NoteConfidentielle",
    "Objectif",
    "Observation",
    "Orientation",
    "Parcours",
    "Participant",
    "Passage",
    "PersonneDuFait",
    "PersonneMentionnee",
    "PointRecherche",
    "Production",
    "Projet",
    "RendezVous",
    "ReunionEquipe",
    "SortieVisee",
    "VersionPiece",
]
