from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("insertion", "0009_feuille_hors_connexion")]

    operations = [
        migrations.AddField(
            model_name="utilisateur",
            name="touches",
            field=models.CharField(
                choices=[
                    ("aucune", "Aucune touche seule"),
                    ("aide", "La touche ? seulement : elle montre la liste des touches"),
                    ("seules", "Toutes les touches seules de la liste"),
                ],
                db_default="aide",
                default="aide",
                max_length=8,
                verbose_name="touches seules",
            ),
        ),
    ]
