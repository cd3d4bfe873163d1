import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models

import insertion.isolation.models
from insertion.isolation.operations import EnUneFois


class Migration(migrations.Migration):
    dependencies = [
        ("entreprises", "0009_isolation_marche"),
        ("insertion", "0005_reglages"),
        ("parcours", "0008_criteres_geiq"),
    ]

    operations = [
        EnUneFois(
            [
                migrations.CreateModel(
                    name="PersonnePrestation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("debut", models.DateField(blank=True, null=True, verbose_name="à partir du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        (
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="prestations",
                                to="parcours.parcours",
                            ),
                        ),
                        (
                            "prestation",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="personnes",
                                to="entreprises.prestation",
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
                        "verbose_name": "personne d’une prestation",
                        "verbose_name_plural": "personnes d’une prestation",
                        "abstract": False,
                        "indexes": [],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_personneprestation_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "prestation", "parcours"),
                                name="personne_prestation_unique",
                                violation_error_message="Cette personne est déjà notée pour cette prestation.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("debut__isnull", True),
                                    ("fin__isnull", True),
                                    ("fin__gte", models.F("debut")),
                                    _connector="OR",
                                ),
                                name="personne_prestation_dates",
                                violation_error_code="personne_prestation_dates",
                                violation_error_message="La fin ne peut pas précéder le début.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_personneprestationevent" ("debut", "fin", "id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prestation_id", "structure_id") VALUES (NEW."debut", NEW."fin", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."prestation_id", NEW."structure_id"); RETURN NULL;',
                                    hash="2864f792ec60f4dedbbfdedd0e257b685e6aa517",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_ca03e",
                                    table="parcours_personneprestation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_personneprestationevent" ("debut", "fin", "id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prestation_id", "structure_id") VALUES (NEW."debut", NEW."fin", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."prestation_id", NEW."structure_id"); RETURN NULL;',
                                    hash="5343c7253088621c97101726f106d5e45dc7d3bf",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_4c771",
                                    table="parcours_personneprestation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_personneprestationevent" ("debut", "fin", "id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prestation_id", "structure_id") VALUES (OLD."debut", OLD."fin", OLD."id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."prestation_id", OLD."structure_id"); RETURN NULL;',
                                    hash="faf22440e527664c37cc580539464ee26de98f2e",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_5c4d0",
                                    table="parcours_personneprestation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PersonnePrestationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("debut", models.DateField(blank=True, null=True, verbose_name="à partir du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        (
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.parcours",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.personneprestation",
                            ),
                        ),
                        (
                            "prestation",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.prestation",
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
                        "indexes": [],
                        "constraints": [],
                    },
                ),
            ],
        ),
    ]
