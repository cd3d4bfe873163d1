"""Row-level security of every table of this floor, and of its history (docs/decisions/0002-isolation.md)."""

from django.db import migrations

from insertion.isolation.operations import Isoler, roles

SIEN = f"utilisateur_id = (SELECT tremplin.utilisateur()) OR {roles('systeme')}"


class Migration(migrations.Migration):
    dependencies = [("pilotage", "0001_initial")]

    operations = [
        Isoler("Rappel", SIEN),
        Isoler("CourrielRappels", SIEN),
    ]
