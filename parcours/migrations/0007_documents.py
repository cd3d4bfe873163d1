import django.db.models.deletion
from django.db import migrations, models

import insertion.isolation.models
import parcours.models.productions


class Migration(migrations.Migration):
    dependencies = [
        ("beneficiaires", "0003_entete"),
        ("parcours", "0006_dispositif"),
    ]

    operations = [
        migrations.AddField(
            model_name="production",
            name="objet_id",
            field=models.BigIntegerField(editable=False, null=True, verbose_name="ce qui est imprimé"),
        ),
        migrations.AlterField(
            model_name="production",
            name="beneficiaire",
            field=insertion.isolation.models.CleIsolee(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="productions",
                to="beneficiaires.beneficiaire",
            ),
        ),
        migrations.AlterField(
            model_name="production",
            name="genre",
            field=models.CharField(
                choices=parcours.models.productions.genres_production,
                max_length=24,
                verbose_name="document",
            ),
        ),
    ]
