"""Two lists of eligibility criteria, that of the IAE and that of the GEIQ, and what of the second stays hidden."""

from django.db import migrations, models

from insertion.isolation.operations import SUIVI, ChangerCondition, EnUneFois, roles

#: What speaks of health, justice, housing, asylum or childhood stays with the roles that follow people.
AVANT = ("AAH", "TH", "DETENTION_MJ", "PSH_PR", "REF_DA", "ASE")
APRES = (*AVANT, *(f"GEIQ_{code}" for code in (*AVANT, "RS_PS_DA")))


def criteres(sensibles):
    """The condition of the table: the sensitive codes are left to those who follow people."""
    codes = ", ".join(f"'{code}'" for code in sensibles)
    return f"{roles(*SUIVI)} OR {roles('administratif', 'lecture')} AND critere_id NOT IN ({codes})"


class Migration(migrations.Migration):
    dependencies = [("parcours", "0007_formation_du_catalogue")]

    operations = [
        migrations.RenameModel("CritereIae", "CritereEligibilite"),
        migrations.AlterModelOptions(
            "critereeligibilite",
            options={
                "ordering": ["liste", "niveau", "rang"],
                "verbose_name": "critère d’éligibilité",
                "verbose_name_plural": "critères d’éligibilité",
            },
        ),
        EnUneFois(
            [
                migrations.AddField(
                    "critereeligibilite",
                    "liste",
                    models.CharField(
                        choices=[("iae", "Insertion par l’activité économique"), ("geiq", "GEIQ")],
                        default="iae",
                        max_length=4,
                        verbose_name="liste",
                    ),
                ),
                migrations.AddField(
                    "critereeligibilite",
                    "annexe",
                    models.CharField(
                        blank=True,
                        choices=[("1", "annexe 1"), ("2", "annexe 2"), ("1+2", "annexes 1 et 2")],
                        max_length=3,
                        verbose_name="annexe",
                    ),
                ),
                migrations.AddField(
                    "critereeligibilite",
                    "implique",
                    models.CharField(blank=True, max_length=40, verbose_name="compte aussi pour"),
                ),
            ]
        ),
        migrations.AlterField(
            "critereeligibilite",
            "niveau",
            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="niveau"),
        ),
        ChangerCondition("CritereRetenu", criteres(APRES), criteres(AVANT)),
        ChangerCondition("CritereRetenuEvent", criteres(APRES), criteres(AVANT)),
    ]
