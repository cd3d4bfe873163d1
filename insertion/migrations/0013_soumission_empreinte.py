"""A form sent again with other words is not the same form: what it held is remembered, by a keyed hash."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("insertion", "0012_espaces_insecables")]

    operations = [
        migrations.AddField(
            model_name="soumission",
            name="empreinte",
            field=models.CharField(blank=True, db_default="", max_length=64),
        ),
    ]
