from .aides import AideFinanciere, EtapeAide
from .ateliers import Atelier, Intervenant, Seance
from .avenants import Avenant
from .axes import AccordObjectif, AxeEvolution, SortieVisee
from .candidatures import Candidature, EntretienAdmission
from .catalogue import ModeleAction, ModeleObjectif
from .chantier import Competence, CompetenceMontree, FaitChantier, PersonneDuFait
from .contrats import Contrat
from .courriers import ModeleCourrier
from .criteres import CritereEligibilite, CritereRetenu
from .demarches import Demarche
from .derniers_contacts import DernierContact
from .diagnostics import Confirmation, Diagnostic, Evaluation
from .dispositifs import Dispositif
from .engagements import ContratEngagement
from .entretiens import Entretien, NoteConfidentielle, Observation, RendezVous
from .fil import LigneEntretien, LigneFil
from .formations import FormationSuivie
from .fse import QuestionnaireFse
from .heures import HeuresMois
from .immersions import BilanImmersion, Immersion
from .imports import CorrespondanceMemorisee, Import, LigneImport
from .logement import EtapeLogement
from .lots import Lot
from .orientations import Orientation
from .parcours import Parcours
from .participations import MotParticipation, Participation
from .pass_iae import Prolongation, Suspension
from .phrases import PhraseType
from .placements import Embauche, EtapeMiseEnRelation, MiseEnRelation
from .plan import Action, Objectif
from .presences import Participant, Passage
from .prestations import PersonnePrestation
from .productions import Production
from .projet import EtapeProjet, MetierVise, PointRecherche, Projet, VersionPiece
from .renouvellements import Renouvellement
from .reunions import MotReunion, PersonneMentionnee, ReunionEquipe
from .silences import SilenceAttendu
from .sorties import MotifSortie, Sortie, SuiviPostSortie
from .tours import Tour
from .validations import ValidationPlan

__all__ = [
    "AccordObjectif",
    "Action",
    "AideFinanciere",
    "Atelier",
    "Avenant",
    "AxeEvolution",
    "BilanImmersion",
    "Candidature",
    "Competence",
    "CompetenceMontree",
    "Confirmation",
    "Contrat",
    "ContratEngagement",
    "CorrespondanceMemorisee",
    "CritereEligibilite",
    "CritereRetenu",
    "Demarche",
    "DernierContact",
    "Diagnostic",
    "Dispositif",
    "Embauche",
    "Entretien",
    "EntretienAdmission",
    "EtapeAide",
    "EtapeLogement",
    "EtapeMiseEnRelation",
    "EtapeProjet",
    "Evaluation",
    "FaitChantier",
    "FormationSuivie",
    "HeuresMois",
    "Immersion",
    "Import",
    "Intervenant",
    "LigneEntretien",
    "LigneFil",
    "LigneImport",
    "Lot",
    "MetierVise",
    "MiseEnRelation",
    "ModeleAction",
    "ModeleCourrier",
    "ModeleObjectif",
    "MotParticipation",
    "MotReunion",
    "MotifSortie",
    "NoteConfidentielle",
    "Objectif",
    "Observation",
    "Orientation",
    "Parcours",
    "Participant",
    "Participation",
    "Passage",
    "PersonneDuFait",
    "PersonneMentionnee",
    "PersonnePrestation",
    "PhraseType",
    "PointRecherche",
    "Production",
    "Projet",
    "Prolongation",
    "QuestionnaireFse",
    "RendezVous",
    "Renouvellement",
    "ReunionEquipe",
    "Seance",
    "SilenceAttendu",
    "Sortie",
    "SortieVisee",
    "SuiviPostSortie",
    "Suspension",
    "Tour",
    "ValidationPlan",
    "VersionPiece",
]
