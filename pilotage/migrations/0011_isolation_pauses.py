from django.db import migrations

from insertion.isolation.operations import SUIVI, Isoler, roles


class Migration(migrations.Migration):
    dependencies = [("pilotage", "0010_pauses_et_reports")]

    operations = [
        Isoler("Sourdine", roles(*SUIVI)),
        Isoler("SourdineEvent", roles(*SUIVI), ajout_seul=True),
    ]
