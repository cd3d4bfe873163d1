"""Row-level security of every table of this floor, and of its history (docs/decisions/0002-isolation.md)."""

from django.db import migrations

from insertion.isolation.operations import SUIVI, Isoler, roles

SENSIBLES = "('sante', 'handicap', 'addiction', 'justice')"
CANDIDATURES = roles(*SUIVI, "administratif", "lecture")
DIAGNOSTICS = roles(*SUIVI, "lecture")
EVALUATIONS = f"{roles(*SUIVI)} OR {roles('lecture')} AND domaine NOT IN {SENSIBLES}"
PLAN = f"{roles(*SUIVI)} OR {roles('lecture', 'encadrant')} AND domaine <> '' AND domaine NOT IN {SENSIBLES}"
ENTRETIENS = f"{roles(*SUIVI)} OR {roles('encadrant')} AND genre = 'tripartite'"
NOTES = f"auteur_id = (SELECT tremplin.utilisateur()) OR {roles('chef_service', 'systeme')}"
OBSERVATIONS = roles(*SUIVI, "encadrant", "administratif", "lecture")
RENDEZ_VOUS = f"{roles(*SUIVI)} OR utilisateur_id = (SELECT tremplin.utilisateur())"
IMPORTS = roles(*SUIVI, "administratif")
PRODUCTIONS = f"demande_par_id = (SELECT tremplin.utilisateur()) OR {roles('systeme')}"


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
        Isoler("EntretienEvent", ENTRETIENS, ajout_seul=True),
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
    ]
