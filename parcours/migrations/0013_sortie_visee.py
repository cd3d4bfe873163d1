"""The exit aimed at may speak of health (« se soigner », « milieu protégé »): only those who follow people read it."""

from django.db import migrations

from insertion.isolation.operations import CONDITION, SUIVI, roles

SENSIBLES = f"{CONDITION} AND {roles(*SUIVI)}"
AVANT = f"{CONDITION} AND {roles(*SUIVI, 'lecture', 'encadrant')}"


def regler(table, condition):
    return f"ALTER POLICY isolation ON {table} USING ({condition}) WITH CHECK ({condition})"


class Migration(migrations.Migration):
    dependencies = [("parcours", "0012_diagnostic")]

    operations = [
        migrations.RunSQL(regler(table, SENSIBLES), regler(table, AVANT))
        for table in ("parcours_sortievisee", "parcours_sortieviseeevent")
    ]
