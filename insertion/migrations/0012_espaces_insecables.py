"""What people read keeps « : », « ; » and guillemets with their words: nothing changes in the tables."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("insertion", "0011_invitation_sans_auteur"),
    ]

    operations = [
        migrations.AlterField(
            model_name="evenementcompte",
            name="genre",
            field=models.CharField(
                choices=[
                    ("rejoint", "A rejoint la structure"),
                    ("role", "Accès modifié"),
                    ("ferme", "Accès fermé"),
                    ("second_facteur", "Second facteur réinitialisé"),
                    ("relie", "Relié à une identité extérieure"),
                    ("confirme", "Toujours utile\xa0: confirmé"),
                    ("suspendu", "Suspendu\xa0: 90 jours sans connexion"),
                    ("rouvert", "Rouvert"),
                ],
                max_length=20,
                verbose_name="événement",
            ),
        ),
        migrations.AlterField(
            model_name="structure",
            name="alerte_contrat_jours",
            field=models.PositiveSmallIntegerField(
                default=60,
                help_text="60 jours par défaut, usage du terrain.",
                validators=[
                    django.core.validators.MinValueValidator(1, "Un délai va de 1 à 365 jours."),
                    django.core.validators.MaxValueValidator(365, "Un délai va de 1 à 365 jours."),
                ],
                verbose_name="fin de contrat\xa0: prévenir avant (jours)",
            ),
        ),
        migrations.AlterField(
            model_name="structure",
            name="alerte_document_jours",
            field=models.PositiveSmallIntegerField(
                default=30,
                help_text="30 jours par défaut.",
                validators=[
                    django.core.validators.MinValueValidator(1, "Un délai va de 1 à 365 jours."),
                    django.core.validators.MaxValueValidator(365, "Un délai va de 1 à 365 jours."),
                ],
                verbose_name="document qui expire\xa0: prévenir avant (jours)",
            ),
        ),
        migrations.AlterField(
            model_name="structure",
            name="alerte_pass_jours",
            field=models.PositiveSmallIntegerField(
                default=60,
                help_text="60 jours par défaut\xa0; une prolongation se demande dès 12 mois avant.",
                validators=[
                    django.core.validators.MinValueValidator(1, "Un délai va de 1 à 365 jours."),
                    django.core.validators.MaxValueValidator(365, "Un délai va de 1 à 365 jours."),
                ],
                verbose_name="fin du PASS IAE\xa0: prévenir avant (jours)",
            ),
        ),
        migrations.AlterField(
            model_name="structure",
            name="alerte_renouvellement_jours",
            field=models.PositiveSmallIntegerField(
                default=60,
                help_text="60 jours avant la fin du contrat par défaut, usage du terrain.",
                validators=[
                    django.core.validators.MinValueValidator(1, "Un délai va de 1 à 365 jours."),
                    django.core.validators.MaxValueValidator(365, "Un délai va de 1 à 365 jours."),
                ],
                verbose_name="décision de renouvellement\xa0: à prendre avant (jours)",
            ),
        ),
        migrations.AlterField(
            model_name="structure",
            name="conservation_mois",
            field=models.PositiveSmallIntegerField(
                default=24,
                help_text="24 mois par défaut, durée que recommande la CNIL\xa0; de 1 à 60.",
                validators=[
                    django.core.validators.MinValueValidator(1, "La durée de conservation va de 1 à 60 mois."),
                    django.core.validators.MaxValueValidator(60, "La durée de conservation va de 1 à 60 mois."),
                ],
                verbose_name="effacer les dossiers après (mois sans contact)",
            ),
        ),
        migrations.AlterField(
            model_name="structure",
            name="delai_diagnostic_jours",
            field=models.PositiveSmallIntegerField(
                default=30,
                help_text="30 jours après l’entrée par défaut, délai que suivent les financeurs.",
                validators=[
                    django.core.validators.MinValueValidator(1, "Un délai va de 1 à 365 jours."),
                    django.core.validators.MaxValueValidator(365, "Un délai va de 1 à 365 jours."),
                ],
                verbose_name="premier diagnostic\xa0: à faire avant (jours)",
            ),
        ),
        migrations.AlterField(
            model_name="structure",
            name="sortie_alerte_jours",
            field=models.PositiveSmallIntegerField(
                default=25,
                help_text="25 jours par défaut.",
                validators=[
                    django.core.validators.MinValueValidator(1, "Un délai va de 1 à 365 jours."),
                    django.core.validators.MaxValueValidator(365, "Un délai va de 1 à 365 jours."),
                ],
                verbose_name="sortie non documentée\xa0: alerter après (jours)",
            ),
        ),
        migrations.AlterField(
            model_name="structure",
            name="sortie_relance_jours",
            field=models.PositiveSmallIntegerField(
                default=15,
                help_text="15 jours par défaut, puis l’alerte ci-contre.",
                validators=[
                    django.core.validators.MinValueValidator(1, "Un délai va de 1 à 365 jours."),
                    django.core.validators.MaxValueValidator(365, "Un délai va de 1 à 365 jours."),
                ],
                verbose_name="sortie non documentée\xa0: relancer après (jours)",
            ),
        ),
        migrations.AlterField(
            model_name="utilisateur",
            name="touches",
            field=models.CharField(
                choices=[
                    ("aucune", "Aucune touche seule"),
                    ("aide", "La touche\xa0? seulement\xa0: elle montre la liste des touches"),
                    ("seules", "Toutes les touches seules de la liste"),
                ],
                db_default="aide",
                default="aide",
                max_length=8,
                verbose_name="touches seules",
            ),
        ),
        migrations.AlterConstraint(
            model_name="invitation",
            name="invitation_une_en_attente",
            constraint=models.UniqueConstraint(
                condition=models.Q(("acceptee_at__isnull", True)),
                fields=("structure", "email"),
                name="invitation_une_en_attente",
                violation_error_code="invitation_deja",
                violation_error_message="Une invitation attend déjà une réponse à cette adresse\xa0: renvoyez-la.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="structure",
            name="structure_journal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("journal_mois__range", (6, 12)),
                    models.Q(("journal_mois__range", (6, 36)), models.Q(("journal_motif", ""), _negated=True)),
                    _connector="OR",
                ),
                name="structure_journal",
                violation_error_message="Le journal se garde de 6 à 12 mois\xa0; jusqu’à 36 si vous notez le motif.",
            ),
        ),
    ]
