import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import insertion.isolation.models
from insertion.isolation.operations import EnUneFois


class Migration(migrations.Migration):
    dependencies = [
        ("entreprises", "0010_regles_des_echanges"),
        ("insertion", "0006_communes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        EnUneFois(
            [
                migrations.CreateModel(
                    name="PaireDistincte",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "auteur",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "premiere",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="entreprises.entreprise",
                            ),
                        ),
                        (
                            "seconde",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="entreprises.entreprise",
                            ),
                        ),
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
                    ],
                    options={
                        "verbose_name": "paire d’entreprises distinctes",
                        "verbose_name_plural": "paires d’entreprises distinctes",
                        "ordering": ["-created_at", "-pk"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PaireDistincteEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "auteur",
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
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="entreprises.pairedistincte",
                            ),
                        ),
                        (
                            "premiere",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.entreprise",
                            ),
                        ),
                        (
                            "seconde",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.entreprise",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
            ]
        ),
        EnUneFois(
            [
                migrations.AddConstraint(
                    model_name="pairedistincte",
                    constraint=models.UniqueConstraint(
                        fields=("structure", "id"), name="entreprises_pairedistincte_structure_id"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="pairedistincte",
                    constraint=models.UniqueConstraint(
                        fields=("structure", "premiere", "seconde"),
                        name="paire_distincte_unique",
                        violation_error_message="Ces deux entreprises sont déjà dites différentes.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pairedistincte",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "entreprises_pairedistincteevent" ("auteur_id", "created_at", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "premiere_id", "seconde_id", "structure_id") VALUES (NEW."auteur_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."premiere_id", NEW."seconde_id", NEW."structure_id"); RETURN NULL;',
                            hash="749a9845e74690448f3010d55c9f0f2708d9dcc0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5ffb0",
                            table="entreprises_pairedistincte",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pairedistincte",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "entreprises_pairedistincteevent" ("auteur_id", "created_at", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "premiere_id", "seconde_id", "structure_id") VALUES (NEW."auteur_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."premiere_id", NEW."seconde_id", NEW."structure_id"); RETURN NULL;',
                            hash="357c0e4befa43cbddbb1e1f9ebfb5085f04bd257",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0084e",
                            table="entreprises_pairedistincte",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pairedistincte",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "entreprises_pairedistincteevent" ("auteur_id", "created_at", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "premiere_id", "seconde_id", "structure_id") VALUES (OLD."auteur_id", OLD."created_at", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."premiere_id", OLD."seconde_id", OLD."structure_id"); RETURN NULL;',
                            hash="617b92ad7a11d4f6ae5e7907efab9f30b7504fa6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d97f1",
                            table="entreprises_pairedistincte",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
    ]
