"""What people read keeps « : », « ; » and guillemets with their words: nothing changes in the tables."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("beneficiaires", "0007_situations_de_qui_tient_le_dossier"),
        ("insertion", "0012_espaces_insecables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="accordenvoi",
            name="demande",
            field=models.CharField(
                default="Acceptez-vous de recevoir un message deux jours avant vos rendez-vous avec nous\xa0?",
                editable=False,
                max_length=200,
                verbose_name="question posée",
            ),
        ),
        migrations.AlterField(
            model_name="accordenvoievent",
            name="demande",
            field=models.CharField(
                default="Acceptez-vous de recevoir un message deux jours avant vos rendez-vous avec nous\xa0?",
                editable=False,
                max_length=200,
                verbose_name="question posée",
            ),
        ),
        migrations.AlterField(
            model_name="beneficiaire",
            name="niveau_francais",
            field=models.CharField(
                blank=True,
                choices=[
                    ("non_lecteur", "Ne lit pas encore"),
                    ("a1", "A1\xa0: quelques mots"),
                    ("a2", "A2\xa0: la vie courante"),
                    ("b1", "B1\xa0: autonome"),
                    ("b2", "B2\xa0: à l’aise"),
                    ("c1", "C1 et plus"),
                ],
                max_length=12,
                verbose_name="niveau de français",
            ),
        ),
        migrations.AlterField(
            model_name="beneficiaireevent",
            name="niveau_francais",
            field=models.CharField(
                blank=True,
                choices=[
                    ("non_lecteur", "Ne lit pas encore"),
                    ("a1", "A1\xa0: quelques mots"),
                    ("a2", "A2\xa0: la vie courante"),
                    ("b1", "B1\xa0: autonome"),
                    ("b2", "B2\xa0: à l’aise"),
                    ("c1", "C1 et plus"),
                ],
                max_length=12,
                verbose_name="niveau de français",
            ),
        ),
        migrations.AlterConstraint(
            model_name="demandedroit",
            name="demande_droit_refus_motive",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reponse", "refusee"), _negated=True),
                    models.Q(("reponse_motif", ""), _negated=True),
                    _connector="OR",
                ),
                name="demande_droit_refus_motive",
                violation_error_message="Un refus se motive\xa0: la personne peut le contester auprès de la CNIL.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="proche",
            name="proche_annee_naissance",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("annee_naissance__isnull", True),
                    models.Q(("annee_naissance__gte", 1900), ("annee_naissance__lte", 2100)),
                    _connector="OR",
                ),
                name="proche_annee_naissance",
                violation_error_message="Une année de naissance s’écrit en quatre chiffres\xa0: 2014.",
            ),
        ),
    ]
