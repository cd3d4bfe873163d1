"""A batch of comptes rendus sets aside whoever has none: their row names no entretien."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("parcours", "0005_validations_et_accords")]

    operations = [
        migrations.RemoveConstraint(model_name="production", name="production_compte_rendu_entretien"),
        migrations.AddConstraint(
            model_name="production",
            constraint=models.CheckConstraint(
                condition=~models.Q(genre="compte_rendu")
                | models.Q(entretien__isnull=False)
                | models.Q(etat="echec"),
                name="production_compte_rendu_entretien",
                violation_error_message="Choisissez l’entretien dont vous voulez le compte rendu.",
            ),
        ),
    ]
