"""Row-level security of every table of this floor, and of its history (docs/decisions/0002-isolation.md)."""

from django.db import migrations

from insertion.isolation.operations import SUIVI, Isoler, roles

DOSSIER = roles(*SUIVI, "administratif")
SITUATIONS = f"nature NOT IN ('aah', 'rqth', 'invalidite', 'titre_sejour', 'mesure_justice') OR {DOSSIER}"


class Migration(migrations.Migration):
    dependencies = [("beneficiaires", "0001_initial")]

    operations = [
        Isoler("Beneficiaire"),
        Isoler("BeneficiaireEvent", ajout_seul=True),
        Isoler("Referent"),
        Isoler("ReferentEvent", ajout_seul=True),
        Isoler("Situation", SITUATIONS),
        Isoler("SituationEvent", SITUATIONS, ajout_seul=True),
        Isoler("Document", DOSSIER),
        Isoler("DocumentEvent", DOSSIER, ajout_seul=True),
    ]
