"""The first steps of a newcomer (whoever works here already has taken theirs), the example that a structure loads."""

from django.db import migrations, models

ETATS = [("ouverts", "En cours"), ("fermes", "Mis de côté"), ("finis", "Terminés")]


def premiers_pas(db_default):
    return models.CharField(
        choices=ETATS,
        db_default=db_default,
        default="ouverts",
        editable=False,
        max_length=7,
        verbose_name="premiers pas",
    )


class Migration(migrations.Migration):
    dependencies = [("insertion", "0007_structures_lues_une_fois")]

    operations = [
        migrations.AddField("appartenance", "premiers_pas", premiers_pas("finis")),
        migrations.AlterField("appartenance", "premiers_pas", premiers_pas("ouverts")),
        migrations.AddField(
            "structure",
            "exemple_at",
            models.DateTimeField(editable=False, null=True, verbose_name="exemple chargé le"),
        ),
    ]
