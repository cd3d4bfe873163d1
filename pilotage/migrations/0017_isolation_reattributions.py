from django.db import migrations

from insertion.isolation.operations import Isoler, roles


class Migration(migrations.Migration):
    dependencies = [("pilotage", "0016_reattributions")]

    operations = [Isoler("Reattribution", roles("chef_service", "direction", "systeme"))]
