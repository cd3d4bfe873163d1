import django.db.models.deletion
from django.db import migrations, models

import insertion.isolation.models
from insertion.isolation.operations import Rattacher

SUJETS = ("beneficiaire", "entreprise", "convention")


class Migration(migrations.Migration):
    dependencies = [("pilotage", "0013_agenda")]

    operations = [
        migrations.RemoveConstraint(model_name="rappel", name="rappel_un_sujet"),
        migrations.AddField(
            model_name="rappel",
            name="convention",
            field=insertion.isolation.models.CleIsolee(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="rappels",
                to="pilotage.convention",
            ),
        ),
        Rattacher("Rappel", "convention"),
        migrations.AddConstraint(
            model_name="rappel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    *(models.Q(**{f"{nom}__isnull": nom != sujet for nom in SUJETS}) for sujet in SUJETS),
                    _connector="OR",
                ),
                name="rappel_un_sujet",
                violation_error_message="Un rappel concerne une personne, une entreprise, ou une convention.",
            ),
        ),
    ]
