"""Row-level security of every table of this floor, and of its history (docs/decisions/0002-isolation.md)."""

from django.db import migrations

from insertion.isolation.operations import SUIVI, Isoler, roles

SENSIBLES = "('sante', 'handicap', 'addiction', 'justice')"
MOI = "(SELECT tremplin.utilisateur())"
CANDIDATURES = roles(*SUIVI, "administratif", "lecture")
DIAGNOSTICS = roles(*SUIVI, "lecture")
EVALUATIONS = f"{roles(*SUIVI)} OR {roles('lecture')} AND domaine NOT IN {SENSIBLES}"
PLAN = f"{roles(*SUIVI)} OR {roles('lecture', 'encadrant')} AND domaine <> '' AND domaine NOT IN {SENSIBLES}"
#: The encadrant reads what he took part in.
ETAIT_LA = (
    "EXISTS (SELECT 1 FROM parcours_participant q WHERE q.structure_id = parcours_entretien.structure_id"
    f" AND q.entretien_id = parcours_entretien.id AND q.utilisateur_id = {MOI})"
)
PARTAGES = f"genre IN ('recrutement', 'renouvellement', 'recadrage', 'bilan') AND {ETAIT_LA}"
ENTRETIENS = f"{roles(*SUIVI)} OR {roles('encadrant')} AND (genre = 'tripartite' OR {PARTAGES})"
HISTOIRE_ENTRETIENS = f"{roles(*SUIVI)} OR {roles('encadrant')} AND genre = 'tripartite'"
NOTES = f"auteur_id = {MOI} OR {roles('chef_service', 'systeme')}"
OBSERVATIONS = roles(*SUIVI, "encadrant", "administratif", "lecture")
RENDEZ_VOUS = f"{roles(*SUIVI)} OR utilisateur_id = {MOI} AND avec NOT IN ('medecin', 'justice')"
PARTICIPANTS = f"{roles(*SUIVI)} OR utilisateur_id = {MOI}"
IMPORTS = roles(*SUIVI, "administratif")
#: What somebody had made holds what they may read: nobody else reads it.
PRODUCTIONS = f"demande_par_id = {MOI} OR {roles('systeme')}"
AIDES = roles(*SUIVI)
CHANTIER = roles(*SUIVI, "encadrant")
HEURES = roles(*SUIVI, "encadrant", "administratif")
DEMARCHES = f"{roles(*SUIVI)} OR {roles('lecture')} AND domaine <> '' AND domaine NOT IN {SENSIBLES}"
METIERS = roles(*SUIVI, "lecture", "encadrant")
ATELIERS = f"{roles(*SUIVI)} OR {roles('encadrant', 'administratif', 'lecture')} AND NOT sensible"
#: What speaks of health, justice, housing, asylum or childhood stays with the roles that follow people.
CODES = ("AAH", "TH", "DETENTION_MJ", "PSH_PR", "REF_DA", "ASE")
CRITERES_SENSIBLES = ", ".join(f"'{code}'" for code in (*CODES, *(f"GEIQ_{code}" for code in (*CODES, "RS_PS_DA"))))
CRITERES = f"{roles(*SUIVI)} OR {roles('administratif', 'lecture')} AND critere_id NOT IN ({CRITERES_SENSIBLES})"


class Migration(migrations.Migration):
    dependencies = [("parcours", "0001_initial")]

    operations = [
        Isoler("Dispositif"),
        Isoler("DispositifEvent", ajout_seul=True),
        Isoler("Parcours"),
        Isoler("ParcoursEvent", ajout_seul=True),
        Isoler("Candidature", CANDIDATURES),
        Isoler("CandidatureEvent", CANDIDATURES, ajout_seul=True),
        Isoler("Diagnostic", DIAGNOSTICS),
        Isoler("DiagnosticEvent", DIAGNOSTICS, ajout_seul=True),
        Isoler("Evaluation", EVALUATIONS),
        Isoler("EvaluationEvent", EVALUATIONS, ajout_seul=True),
        Isoler("Objectif", PLAN),
        Isoler("ObjectifEvent", PLAN, ajout_seul=True),
        Isoler("Entretien", ENTRETIENS),
        Isoler("EntretienEvent", HISTOIRE_ENTRETIENS, ajout_seul=True),
        Isoler("Action", PLAN),
        Isoler("ActionEvent", PLAN, ajout_seul=True),
        Isoler("NoteConfidentielle", NOTES),
        Isoler("NoteConfidentielleEvent", NOTES, ajout_seul=True),
        Isoler("Observation", OBSERVATIONS),
        Isoler("ObservationEvent", OBSERVATIONS, ajout_seul=True),
        Isoler("RendezVous", RENDEZ_VOUS),
        Isoler("RendezVousEvent", RENDEZ_VOUS, ajout_seul=True),
        Isoler("Import", IMPORTS),
        Isoler("LigneImport", IMPORTS),
        Isoler("CorrespondanceMemorisee"),
        Isoler("Production", PRODUCTIONS),
        Isoler("AideFinanciere", AIDES),
        Isoler("AideFinanciereEvent", AIDES, ajout_seul=True),
        Isoler("EtapeAide", AIDES),
        Isoler("EtapeAideEvent", AIDES, ajout_seul=True),
        Isoler("Orientation", AIDES),
        Isoler("OrientationEvent", AIDES, ajout_seul=True),
        Isoler("Competence"),
        Isoler("CompetenceEvent", ajout_seul=True),
        Isoler("CompetenceMontree", OBSERVATIONS),
        Isoler("CompetenceMontreeEvent", OBSERVATIONS, ajout_seul=True),
        Isoler("FaitChantier", CHANTIER),
        Isoler("FaitChantierEvent", CHANTIER, ajout_seul=True),
        Isoler("PersonneDuFait", CHANTIER),
        Isoler("PersonneDuFaitEvent", CHANTIER, ajout_seul=True),
        Isoler("HeuresMois", HEURES),
        Isoler("HeuresMoisEvent", HEURES, ajout_seul=True),
        Isoler("ReunionEquipe", AIDES),
        Isoler("ReunionEquipeEvent", AIDES, ajout_seul=True),
        Isoler("PersonneMentionnee", OBSERVATIONS),
        Isoler("PersonneMentionneeEvent", OBSERVATIONS, ajout_seul=True),
        Isoler("Participant", PARTICIPANTS),
        Isoler("ParticipantEvent", PARTICIPANTS, ajout_seul=True),
        Isoler("Demarche", DEMARCHES),
        Isoler("DemarcheEvent", DEMARCHES, ajout_seul=True),
        Isoler("Passage", IMPORTS),
        Isoler("PassageEvent", IMPORTS, ajout_seul=True),
        Isoler("Projet", AIDES),
        Isoler("ProjetEvent", AIDES, ajout_seul=True),
        Isoler("MetierVise", METIERS),
        Isoler("MetierViseEvent", METIERS, ajout_seul=True),
        Isoler("EtapeProjet", AIDES),
        Isoler("EtapeProjetEvent", AIDES, ajout_seul=True),
        Isoler("VersionPiece", AIDES),
        Isoler("VersionPieceEvent", AIDES, ajout_seul=True),
        Isoler("PointRecherche", AIDES),
        Isoler("PointRechercheEvent", AIDES, ajout_seul=True),
        Isoler("AxeEvolution", PLAN),
        Isoler("AxeEvolutionEvent", PLAN, ajout_seul=True),
        Isoler("AccordObjectif", AIDES),
        Isoler("AccordObjectifEvent", AIDES, ajout_seul=True),
        Isoler("SortieVisee", AIDES),
        Isoler("SortieViseeEvent", AIDES, ajout_seul=True),
        Isoler("ModeleObjectif"),
        Isoler("ModeleObjectifEvent", ajout_seul=True),
        Isoler("ModeleAction"),
        Isoler("ModeleActionEvent", ajout_seul=True),
        Isoler("Confirmation", EVALUATIONS),
        Isoler("ConfirmationEvent", EVALUATIONS, ajout_seul=True),
        Isoler("Contrat", IMPORTS),
        Isoler("Avenant", IMPORTS),
        Isoler("Suspension", IMPORTS),
        Isoler("Prolongation", IMPORTS),
        Isoler("Renouvellement", AIDES),
        Isoler("ContratEvent", IMPORTS, ajout_seul=True),
        Isoler("AvenantEvent", IMPORTS, ajout_seul=True),
        Isoler("SuspensionEvent", IMPORTS, ajout_seul=True),
        Isoler("ProlongationEvent", IMPORTS, ajout_seul=True),
        Isoler("RenouvellementEvent", AIDES, ajout_seul=True),
        Isoler("Sortie", IMPORTS),
        Isoler("SortieEvent", IMPORTS, ajout_seul=True),
        Isoler("SuiviPostSortie", AIDES),
        Isoler("SuiviPostSortieEvent", AIDES, ajout_seul=True),
        Isoler("EtapeLogement", DIAGNOSTICS),
        Isoler("EtapeLogementEvent", DIAGNOSTICS, ajout_seul=True),
        Isoler("Atelier", ATELIERS),
        Isoler("AtelierEvent", ATELIERS, ajout_seul=True),
        Isoler("Seance", ATELIERS),
        Isoler("SeanceEvent", ATELIERS, ajout_seul=True),
        Isoler("Intervenant", OBSERVATIONS),
        Isoler("IntervenantEvent", OBSERVATIONS, ajout_seul=True),
        Isoler("Participation", ATELIERS),
        Isoler("ParticipationEvent", ATELIERS, ajout_seul=True),
        Isoler("MotParticipation", AIDES),
        Isoler("MotParticipationEvent", AIDES, ajout_seul=True),
        Isoler("FormationSuivie", OBSERVATIONS),
        Isoler("FormationSuivieEvent", OBSERVATIONS, ajout_seul=True),
        Isoler("CritereRetenu", CRITERES),
        Isoler("CritereRetenuEvent", CRITERES, ajout_seul=True),
        Isoler("EntretienAdmission", AIDES),
        Isoler("EntretienAdmissionEvent", AIDES, ajout_seul=True),
        Isoler("Immersion"),
        Isoler("ImmersionEvent", ajout_seul=True),
        Isoler("BilanImmersion", AIDES),
        Isoler("BilanImmersionEvent", AIDES, ajout_seul=True),
        Isoler("MotReunion", AIDES),
        Isoler("MotReunionEvent", AIDES, ajout_seul=True),
        Isoler("SilenceAttendu", AIDES),
        Isoler("SilenceAttenduEvent", AIDES, ajout_seul=True),
        Isoler("MiseEnRelation", IMPORTS),
        Isoler("MiseEnRelationEvent", IMPORTS, ajout_seul=True),
        Isoler("EtapeMiseEnRelation", IMPORTS),
        Isoler("EtapeMiseEnRelationEvent", IMPORTS, ajout_seul=True),
        Isoler("Embauche", IMPORTS),
        Isoler("EmbaucheEvent", IMPORTS, ajout_seul=True),
        Isoler("PersonnePrestation", IMPORTS),
        Isoler("PersonnePrestationEvent", IMPORTS, ajout_seul=True),
        Isoler("ContratEngagement", IMPORTS),
        Isoler("ContratEngagementEvent", IMPORTS, ajout_seul=True),
        Isoler("QuestionnaireFse", IMPORTS),
        Isoler("QuestionnaireFseEvent", IMPORTS, ajout_seul=True),
        Isoler("Lot", PRODUCTIONS),
        Isoler("ModeleCourrier"),
        Isoler("ModeleCourrierEvent", ajout_seul=True),
    ]
