"""The entretiens of the thread are read by themselves; their view is there since migration 0003."""

from django.db import migrations, models
from django.db.models import deletion


class Migration(migrations.Migration):
    dependencies = [
        ("insertion", "0011_invitation_sans_auteur"),
        ("parcours", "0014_actions_par_echeance"),
    ]

    operations = [
        migrations.CreateModel(
            name="LigneEntretien",
            fields=[
                (
                    "structure",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=deletion.PROTECT,
                        related_name="+",
                        to="insertion.structure",
                    ),
                ),
                ("cle", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("beneficiaire_id", models.BigIntegerField()),
                ("genre", models.CharField(max_length=12)),
                ("objet_id", models.BigIntegerField()),
                ("quand", models.DateTimeField()),
                ("auteur", models.TextField()),
                ("texte", models.TextField()),
                ("details", models.JSONField()),
            ],
            options={
                "verbose_name": "entretien du fil",
                "verbose_name_plural": "entretiens du fil",
                "db_table": "fil_entretien",
                "managed": False,
            },
        ),
    ]
