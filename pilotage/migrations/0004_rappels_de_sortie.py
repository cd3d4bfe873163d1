from django.db import migrations, models

import pilotage.models.rappels


class Migration(migrations.Migration):
    dependencies = [
        ("pilotage", "0003_index_rappels_non_lus"),
    ]

    operations = [
        migrations.AlterField(
            model_name="rappel",
            name="motif",
            field=models.CharField(
                choices=pilotage.models.rappels.motifs_rappel, max_length=24, verbose_name="motif"
            ),
        ),
    ]
