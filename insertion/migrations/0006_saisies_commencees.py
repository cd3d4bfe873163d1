"""When an entry is begun and when it is saved: what the measures of the structure read, without whose it is."""

import django.db.models.deletion
from django.db import migrations, models

from insertion.isolation.models import CleIsolee
from insertion.isolation.operations import Isoler, Rattacher


class Migration(migrations.Migration):
    dependencies = [("insertion", "0005_gestes")]

    operations = [
        migrations.CreateModel(
            name="Saisie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("commencee_at", models.DateTimeField(verbose_name="commencée")),
                ("enregistree_at", models.DateTimeField(null=True, verbose_name="enregistrée")),
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
            ],
            options={
                "verbose_name": "saisie commencée",
                "verbose_name_plural": "saisies commencées",
                "abstract": False,
                "indexes": [models.Index(fields=["structure", "commencee_at"], name="saisie_commencee")],
                "constraints": [
                    models.UniqueConstraint(fields=("structure", "id"), name="insertion_saisie_structure_id"),
                    models.CheckConstraint(
                        condition=models.Q(("enregistree_at__gte", models.F("commencee_at"))),
                        name="saisie_dans_l_ordre",
                        violation_error_message="Une saisie s’enregistre après avoir été commencée.",
                    ),
                ],
            },
        ),
        Isoler("Saisie"),
        migrations.AddField(
            model_name="brouillon",
            name="saisie",
            field=CleIsolee(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="insertion.saisie",
            ),
        ),
        Rattacher("Brouillon", "saisie"),
    ]
