"""Whether telephones may keep the day sheet: no, until the structure says so."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("insertion", "0008_premiers_pas_et_exemple"),
    ]

    operations = [
        migrations.AddField(
            model_name="structure",
            name="feuille_hors_connexion",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text=(
                    "Noms, heures, lieux et téléphones du jour, jusqu’à la déconnexion (douze heures au plus). "
                    "À n’ouvrir que si chaque téléphone est à une seule personne et se verrouille par un code."
                ),
                verbose_name="garder les rendez-vous du jour sur les téléphones, pour les lire sans réseau",
            ),
        ),
    ]
