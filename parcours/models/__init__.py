from .diagnostics import Diagnostic, Evaluation
from .dispositifs import Dispositif
from .entretiens import Entretien, NoteConfidentielle, Observation, RendezVous
from .fil import LigneFil
from .imports import CorrespondanceMemorisee, Import, LigneImport
from .parcours import Candidature, Parcours
from .plan import Action, Objectif
from .productions import Production

__all__ = [
    "Action",
    "Candidature",
    "CorrespondanceMemorisee",
    "Diagnostic",
    "Dispositif",
    "Entretien",
    "Evaluation",
    "Import",
    "LigneFil",
    "LigneImport",
    "NoteConfidentielle",
    "Objectif",
    "Observation",
    "Parcours",
    "Production",
    "RendezVous",
]
