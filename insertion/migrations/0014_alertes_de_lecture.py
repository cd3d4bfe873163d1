"""Who was stopped for reading too many files."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from insertion.isolation.operations import Isoler


class Migration(migrations.Migration):
    dependencies = [
        ("insertion", "0013_brouillons_chiffres"),
    ]

    operations = [
        migrations.CreateModel(
            name="AlerteLecture",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("raison", models.CharField(max_length=120, verbose_name="raison")),
                ("at", models.DateTimeField(verbose_name="le")),
                ("vue_at", models.DateTimeField(null=True, verbose_name="vue le")),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "vue_par",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "alerte de lecture",
                "verbose_name_plural": "alertes de lecture",
                "abstract": False,
                "indexes": [models.Index(fields=["structure", "utilisateur", "at"], name="alerte_par_utilisateur")],
                "constraints": [
                    models.UniqueConstraint(fields=("structure", "id"), name="insertion_alertelecture_structure_id")
                ],
            },
        ),
        Isoler("AlerteLecture"),
    ]
