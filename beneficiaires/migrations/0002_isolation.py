"""Row-level security of every table of this floor, and of its history (docs/decisions/0002-isolation.md)."""

from django.db import migrations

from insertion.isolation.operations import SUIVI, Isoler, roles

#: Who works on somebody's file.
DOSSIER = roles(*SUIVI, "administratif")
#: Who decides how long a file is kept.
CADRES = roles("chef_service", "direction", "systeme")
#: No role finds those who are archived or erased in a list: figures, and the pages of the archives, read as tasks do.
PRESENTES = f"archive_le IS NULL AND efface_le IS NULL OR {roles('systeme')}"
#: Situations of justice, protection and health are for fewer roles.
SENSIBLES = "('aah', 'rqth', 'invalidite', 'titre_sejour', 'mesure_justice', 'indemnites', 'protection', 'detention', 'tutelle')"
SITUATIONS = f"nature NOT IN {SENSIBLES} OR {DOSSIER}"


class Migration(migrations.Migration):
    dependencies = [("beneficiaires", "0001_initial")]

    operations = [
        Isoler("Beneficiaire", PRESENTES),
        Isoler("BeneficiaireEvent", ajout_seul=True),
        Isoler("Referent"),
        Isoler("ReferentEvent", ajout_seul=True),
        Isoler("Situation", SITUATIONS),
        Isoler("SituationEvent", SITUATIONS, ajout_seul=True),
        Isoler("Document", DOSSIER),
        Isoler("DocumentEvent", DOSSIER, ajout_seul=True),
        Isoler("Proche", DOSSIER),
        Isoler("ProcheEvent", DOSSIER, ajout_seul=True),
        Isoler("AccordEnvoi", DOSSIER),
        Isoler("AccordEnvoiEvent", DOSSIER, ajout_seul=True),
        Isoler("Notice", DOSSIER),
        Isoler("NoticeEvent", DOSSIER, ajout_seul=True),
        Isoler("InformationDonnee", DOSSIER),
        Isoler("InformationDonneeEvent", DOSSIER, ajout_seul=True),
        Isoler("Consentement", DOSSIER),
        Isoler("ConsentementEvent", DOSSIER, ajout_seul=True),
        Isoler("DemandeDroit", DOSSIER),
        Isoler("DemandeDroitEvent", DOSSIER, ajout_seul=True),
        Isoler("Desaccord", roles(*SUIVI)),
        Isoler("DesaccordEvent", roles(*SUIVI), ajout_seul=True),
        Isoler("Limitation"),
        Isoler("LimitationEvent", ajout_seul=True),
        Isoler("GelSuppression", CADRES),
        Isoler("GelSuppressionEvent", CADRES, ajout_seul=True),
        Isoler("Archivage", CADRES),
        Isoler("ArchivageEvent", CADRES, ajout_seul=True),
        Isoler("PreavisEffacement", CADRES),
        Isoler("PreavisEffacementEvent", CADRES, ajout_seul=True),
        Isoler("Effacement", CADRES, ajout_seul=True),
    ]
