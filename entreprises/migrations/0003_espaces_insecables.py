"""What people read keeps « : », « ; » and guillemets with their words: nothing changes in the tables."""

import django.core.validators
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("entreprises", "0002_isolation"),
        ("insertion", "0012_espaces_insecables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="contact",
            name="telephone",
            field=models.CharField(
                blank=True,
                max_length=20,
                validators=[
                    django.core.validators.RegexValidator(
                        "^\\+?[\\d .()-]{2,20}$",
                        "Un numéro de téléphone compte des chiffres\xa0: 03 20 12 34 56 ou 3949.",
                    )
                ],
                verbose_name="téléphone",
            ),
        ),
        migrations.AlterField(
            model_name="contactevent",
            name="telephone",
            field=models.CharField(
                blank=True,
                max_length=20,
                validators=[
                    django.core.validators.RegexValidator(
                        "^\\+?[\\d .()-]{2,20}$",
                        "Un numéro de téléphone compte des chiffres\xa0: 03 20 12 34 56 ou 3949.",
                    )
                ],
                verbose_name="téléphone",
            ),
        ),
        migrations.AlterField(
            model_name="dispositiflocal",
            name="francais",
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
            model_name="dispositiflocalevent",
            name="francais",
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
            model_name="formation",
            name="francais",
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
            model_name="formationevent",
            name="francais",
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
            model_name="offre",
            name="francais",
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
            model_name="offreevent",
            name="francais",
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
            model_name="partenaire",
            name="telephone",
            field=models.CharField(
                blank=True,
                max_length=20,
                validators=[
                    django.core.validators.RegexValidator(
                        "^\\+?[\\d .()-]{2,20}$",
                        "Un numéro de téléphone compte des chiffres\xa0: 03 20 12 34 56 ou 3949.",
                    )
                ],
                verbose_name="téléphone",
            ),
        ),
        migrations.AlterField(
            model_name="partenaireevent",
            name="telephone",
            field=models.CharField(
                blank=True,
                max_length=20,
                validators=[
                    django.core.validators.RegexValidator(
                        "^\\+?[\\d .()-]{2,20}$",
                        "Un numéro de téléphone compte des chiffres\xa0: 03 20 12 34 56 ou 3949.",
                    )
                ],
                verbose_name="téléphone",
            ),
        ),
        migrations.AlterConstraint(
            model_name="echange",
            name="echange_texte_ou_resultat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("texte", ""), _negated=True), models.Q(("resultat", ""), _negated=True), _connector="OR"
                ),
                name="echange_texte_ou_resultat",
                violation_error_code="echange_texte_ou_resultat",
                violation_error_message="Dites en un mot ce qui s’est passé\xa0: le résultat, ou quelques mots.",
            ),
        ),
    ]
