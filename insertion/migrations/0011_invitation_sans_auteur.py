"""Nobody inside invites the first direction of a structure: a command does."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import deletion

# The keys stay: only what they may hold changes.
VIDE, PLEIN = "ALTER TABLE {} ALTER COLUMN par_id DROP NOT NULL", "ALTER TABLE {} ALTER COLUMN par_id SET NOT NULL"
TABLES = ("insertion_invitation", "insertion_invitationevent")


class Migration(migrations.Migration):
    dependencies = [("insertion", "0010_touches_du_clavier")]

    operations = [
        migrations.SeparateDatabaseAndState(
            [migrations.RunSQL(VIDE.format(table), PLEIN.format(table)) for table in TABLES],
            [
                migrations.AlterField(
                    model_name="invitation",
                    name="par",
                    field=models.ForeignKey(
                        null=True, on_delete=deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                migrations.AlterField(
                    model_name="invitationevent",
                    name="par",
                    field=models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        )
    ]
