import django.db.models.deletion
from django.db import migrations, models

import insertion.isolation.models
from insertion.isolation.operations import Rattacher


class Migration(migrations.Migration):
    dependencies = [
        ("entreprises", "0007_isolation_fusions_et_imports"),
        ("pilotage", "0006_isolation_bilans"),
    ]

    operations = [
        migrations.AlterField(
            model_name="rappel",
            name="beneficiaire",
            field=insertion.isolation.models.CleIsolee(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="rappels",
                to="beneficiaires.beneficiaire",
            ),
        ),
        migrations.AddField(
            model_name="rappel",
            name="entreprise",
            field=insertion.isolation.models.CleIsolee(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="rappels",
                to="entreprises.entreprise",
            ),
        ),
        Rattacher("Rappel", "entreprise"),
        migrations.AddConstraint(
            model_name="rappel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("beneficiaire__isnull", False), ("entreprise__isnull", True)),
                    models.Q(("beneficiaire__isnull", True), ("entreprise__isnull", False)),
                    _connector="OR",
                ),
                name="rappel_un_sujet",
                violation_error_message="Un rappel concerne une personne, ou une entreprise.",
            ),
        ),
    ]
