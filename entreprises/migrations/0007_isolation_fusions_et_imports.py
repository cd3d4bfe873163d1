from django.db import migrations

from insertion.isolation.operations import Isoler


class Migration(migrations.Migration):
    dependencies = [("entreprises", "0006_fusions_et_imports")]

    operations = [
        Isoler("Import"),
        Isoler("LigneImport"),
        Isoler("CorrespondanceMemorisee"),
        Isoler("FusionEntreprise"),
    ]
