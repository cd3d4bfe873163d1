from django.db import migrations

from insertion.isolation.operations import SUIVI, Isoler, roles

PLACEMENTS = roles(*SUIVI, "administratif")


class Migration(migrations.Migration):
    dependencies = [("parcours", "0009_prestations")]

    operations = [
        Isoler("PersonnePrestation", PLACEMENTS),
        Isoler("PersonnePrestationEvent", PLACEMENTS, ajout_seul=True),
    ]
