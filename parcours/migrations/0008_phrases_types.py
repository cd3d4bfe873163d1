"""Phrases that one writes often: each sees their own and those of the structure."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from insertion.isolation.operations import SUIVI, Isoler, roles

#: Those of the structure, and one's own; a copy of everything takes them all.
MOI = "(SELECT tremplin.utilisateur())"
SIENNES = f"{roles(*SUIVI)} AND (utilisateur_id IS NULL OR utilisateur_id = {MOI} OR {roles('systeme')})"


class Migration(migrations.Migration):
    dependencies = [
        ("insertion", "0010_touches_du_clavier"),
        ("parcours", "0007_tour"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PhraseType",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "nom",
                    models.CharField(
                        help_text="Ce que vous tapez après « / » : deux lettres suffisent.",
                        max_length=40,
                        verbose_name="nom",
                    ),
                ),
                ("texte", models.TextField(max_length=2000, verbose_name="texte")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "structure",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="insertion.structure",
                    ),
                ),
                (
                    "utilisateur",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "phrase type",
                "verbose_name_plural": "phrases types",
                "ordering": ["nom", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PhraseTypeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "nom",
                    models.CharField(
                        help_text="Ce que vous tapez après « / » : deux lettres suffisent.",
                        max_length=40,
                        verbose_name="nom",
                    ),
                ),
                ("texte", models.TextField(max_length=2000, verbose_name="texte")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="parcours.phrasetype",
                    ),
                ),
                (
                    "structure",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="insertion.structure",
                    ),
                ),
                (
                    "utilisateur",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="phrasetype",
            constraint=models.UniqueConstraint(fields=("structure", "id"), name="parcours_phrasetype_structure_id"),
        ),
        migrations.AddConstraint(
            model_name="phrasetype",
            constraint=models.UniqueConstraint(
                fields=("structure", "utilisateur", "nom"),
                name="phrase_type_nom_unique",
                nulls_distinct=False,
                violation_error_code="phrase_type_nom_unique",
                violation_error_message="Une phrase porte déjà ce nom.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="phrasetype",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "parcours_phrasetypeevent" ("id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte", "utilisateur_id", "version") VALUES (NEW."id", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."texte", NEW."utilisateur_id", NEW."version"); RETURN NULL;',
                    hash="1751664782868d09fe14fbe7d368e6e319e9cc50",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_347ad",
                    table="parcours_phrasetype",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="phrasetype",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "parcours_phrasetypeevent" ("id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte", "utilisateur_id", "version") VALUES (NEW."id", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."texte", NEW."utilisateur_id", NEW."version"); RETURN NULL;',
                    hash="bd71c6e730f3075e1fb6011492cef13d1c94e52f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6a556",
                    table="parcours_phrasetype",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="phrasetype",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "parcours_phrasetypeevent" ("id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte", "utilisateur_id", "version") VALUES (OLD."id", OLD."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."texte", OLD."utilisateur_id", OLD."version"); RETURN NULL;',
                    hash="d851285b0f24d508cd0831113045cc8ff4eccd54",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_23a8d",
                    table="parcours_phrasetype",
                    when="AFTER",
                ),
            ),
        ),
        Isoler("PhraseType", SIENNES),
        Isoler("PhraseTypeEvent", SIENNES, ajout_seul=True),
    ]
