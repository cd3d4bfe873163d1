"""Whose turn it is among the structures that wait for batches."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("insertion", "0004_comptes_relies"),
        ("parcours", "0006_compte_rendu_ecarte"),
    ]

    operations = [
        migrations.CreateModel(
            name="Tour",
            fields=[
                (
                    "structure",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="insertion.structure",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="dernier tour")),
            ],
            options={
                "verbose_name": "tour de rôle",
                "verbose_name_plural": "tours de rôle",
            },
        ),
    ]
