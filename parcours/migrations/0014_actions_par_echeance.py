"""Those that are late, found among all those that were ever done."""

from django.db import migrations, models

POSER = """
CREATE INDEX CONCURRENTLY action_par_echeance ON parcours_action (structure_id, etat, echeance)
"""


class Migration(migrations.Migration):
    atomic = False  # built while people write, it cannot be undone with the rest

    dependencies = [("parcours", "0013_derniers_contacts")]

    operations = [
        migrations.RunSQL(
            POSER,
            "DROP INDEX CONCURRENTLY action_par_echeance",
            state_operations=[
                migrations.AddIndex(
                    "action", models.Index(fields=["structure", "etat", "echeance"], name="action_par_echeance")
                )
            ],
        ),
    ]
