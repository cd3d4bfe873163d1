"""A document to hand over says its second language; those already made are in French."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("parcours", "0008_phrases_types"),
    ]

    operations = [
        migrations.AddField(
            model_name="production",
            name="langue",
            field=models.CharField(
                choices=[("fr", "Français"), ("en", "English"), ("ar", "العربية"), ("uk", "Українська")],
                db_default="fr",
                default="fr",
                max_length=2,
                verbose_name="langue, à côté du français",
            ),
        ),
    ]
