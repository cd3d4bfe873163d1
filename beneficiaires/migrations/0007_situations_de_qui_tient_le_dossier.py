"""The situations (RSA, housing, childhood in care…) are read by those who hold the file; how one gets about, by all."""

from django.db import migrations

from insertion.isolation.operations import SUIVI, ChangerCondition, roles

DOSSIER = roles(*SUIVI, "administratif")
SENSIBLES = "('aah', 'rqth', 'invalidite', 'titre_sejour', 'mesure_justice', 'indemnites', 'protection', 'detention', 'tutelle')"
AVANT = f"nature NOT IN {SENSIBLES} OR {DOSSIER}"
#: `beneficiaires.enums.SITUATIONS_OUVERTES`.
APRES = f"nature IN ('permis_b', 'permis_en_cours', 'vehicule') OR {DOSSIER}"


class Migration(migrations.Migration):
    dependencies = [("beneficiaires", "0006_fusions")]

    operations = [
        ChangerCondition("Situation", APRES, AVANT),
        ChangerCondition("SituationEvent", APRES, AVANT),
    ]
