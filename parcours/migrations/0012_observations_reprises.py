"""What a file of a former software said of somebody is nobody's observation at work: not for the encadrant to read."""

from django.db import migrations

from insertion.isolation.operations import SUIVI, ChangerCondition, roles

AVANT = roles(*SUIVI, "encadrant", "administratif", "lecture")
#: Whoever imports the file (the administratif too) writes them and may undo the import.
APRES = f"{roles(*SUIVI, 'administratif')} OR {roles('encadrant', 'lecture')} AND origine = ''"


class Migration(migrations.Migration):
    dependencies = [("parcours", "0011_ce_que_lit_l_encadrant")]

    operations = [
        ChangerCondition("Observation", APRES, AVANT),
        ChangerCondition("ObservationEvent", APRES, AVANT),
    ]
