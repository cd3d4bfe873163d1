from django.db import migrations

from insertion.isolation.operations import Isoler


class Migration(migrations.Migration):
    dependencies = [("entreprises", "0011_paires_distinctes")]

    operations = [Isoler("PaireDistincte"), Isoler("PaireDistincteEvent", ajout_seul=True)]
