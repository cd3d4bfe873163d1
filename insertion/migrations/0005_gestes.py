"""What somebody did and may undo for a day: theirs alone."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import insertion.models.chiffres
from insertion.isolation.operations import Isoler, roles

SIEN = f"utilisateur_id = (SELECT tremplin.utilisateur()) OR {roles('systeme')}"


class Migration(migrations.Migration):
    dependencies = [
        ("insertion", "0004_comptes_relies"),
    ]

    operations = [
        migrations.CreateModel(
            name="Geste",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("phrase", insertion.models.chiffres.TexteChiffre()),
                ("adresse", models.CharField(blank=True, max_length=400)),
                ("objets", models.JSONField(default=list)),
                ("droit", models.CharField(blank=True, max_length=30)),
                ("retour", models.CharField(blank=True, max_length=250)),
                ("fait_at", models.DateTimeField()),
                ("annule_at", models.DateTimeField(null=True)),
                ("refus", models.TextField(blank=True)),
                (
                    "structure",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="insertion.structure",
                    ),
                ),
                (
                    "utilisateur",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "geste",
                "verbose_name_plural": "gestes",
                "ordering": ["-fait_at", "-pk"],
                "abstract": False,
                "indexes": [models.Index(fields=["structure", "utilisateur", "fait_at"], name="geste_par_auteur")],
                "constraints": [
                    models.UniqueConstraint(fields=("structure", "id"), name="insertion_geste_structure_id")
                ],
            },
        ),
        Isoler("Geste", SIEN),
    ]
