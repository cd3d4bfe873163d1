"""A reminder bears the last day for what it announces, besides the day on which it comes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pilotage", "0002_isolation"),
    ]

    operations = [
        migrations.AddField(
            model_name="rappel",
            name="terme",
            field=models.DateField(null=True, verbose_name="date limite"),
        ),
    ]
