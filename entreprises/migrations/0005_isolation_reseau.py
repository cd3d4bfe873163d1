from django.db import migrations

from insertion.isolation.operations import Isoler


class Migration(migrations.Migration):
    dependencies = [("entreprises", "0004_reseau")]

    operations = [
        Isoler("DispositifLocal"),
        Isoler("DispositifLocalEvent", ajout_seul=True),
        Isoler("Formation"),
        Isoler("FormationEvent", ajout_seul=True),
        Isoler("PartenaireDuProjet"),
        Isoler("PartenaireDuProjetEvent", ajout_seul=True),
        Isoler("ProjetPartenarial"),
        Isoler("ProjetPartenarialEvent", ajout_seul=True),
        Isoler("SessionFormation"),
        Isoler("SessionFormationEvent", ajout_seul=True),
    ]
