import django.contrib.postgres.fields
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import insertion.isolation.models
import pilotage.models.conventions
from insertion.isolation.operations import EnUneFois


class Migration(migrations.Migration):
    dependencies = [
        ("beneficiaires", "0005_entete_planifiee"),
        ("insertion", "0006_communes"),
        ("pilotage", "0007_rappels_d_entreprise"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        EnUneFois(
            [
                migrations.CreateModel(
                    name="DossierACompleter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("demande_le", models.DateField(editable=False, verbose_name="demandé le")),
                    ],
                    options={
                        "verbose_name": "dossier à compléter",
                        "verbose_name_plural": "dossiers à compléter",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DossierACompleterEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("demande_le", models.DateField(editable=False, verbose_name="demandé le")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PieceConvention",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("nom", models.CharField(max_length=120, verbose_name="nom du fichier")),
                        ("type_mime", models.CharField(editable=False, max_length=100)),
                        ("taille", models.PositiveIntegerField(editable=False, verbose_name="taille (octets)")),
                        (
                            "fichier",
                            models.FileField(
                                upload_to=pilotage.models.conventions.chemin_piece, verbose_name="fichier"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="déposé le")),
                    ],
                    options={
                        "verbose_name": "document de convention",
                        "verbose_name_plural": "documents de convention",
                        "ordering": ["-created_at", "-pk"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PieceConventionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("nom", models.CharField(max_length=120, verbose_name="nom du fichier")),
                        ("type_mime", models.CharField(editable=False, max_length=100)),
                        ("taille", models.PositiveIntegerField(editable=False, verbose_name="taille (octets)")),
                        (
                            "fichier",
                            models.FileField(
                                upload_to=pilotage.models.conventions.chemin_piece, verbose_name="fichier"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="déposé le")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
            ]
        ),
        EnUneFois(
            [
                pgtrigger.migrations.RemoveTrigger(
                    model_name="convention",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="convention",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="convention",
                    name="delete_delete",
                ),
                migrations.AddField(
                    model_name="convention",
                    name="sections",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="parties du bilan",
                    ),
                ),
                migrations.AddField(
                    model_name="conventionevent",
                    name="sections",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="parties du bilan",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="convention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "pilotage_conventionevent" ("bilan_le", "cofinance_ue", "debut", "fin", "financeur_id", "id", "intitule", "modele", "montant", "numero", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remarques", "sections", "structure_id", "version") VALUES (NEW."bilan_le", NEW."cofinance_ue", NEW."debut", NEW."fin", NEW."financeur_id", NEW."id", NEW."intitule", NEW."modele", NEW."montant", NEW."numero", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."remarques", NEW."sections", NEW."structure_id", NEW."version"); RETURN NULL;',
                            hash="43ced0947a8878f4d78c0a0b4d08b5fc346bcda6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_cd1af",
                            table="pilotage_convention",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="convention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "pilotage_conventionevent" ("bilan_le", "cofinance_ue", "debut", "fin", "financeur_id", "id", "intitule", "modele", "montant", "numero", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remarques", "sections", "structure_id", "version") VALUES (NEW."bilan_le", NEW."cofinance_ue", NEW."debut", NEW."fin", NEW."financeur_id", NEW."id", NEW."intitule", NEW."modele", NEW."montant", NEW."numero", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."remarques", NEW."sections", NEW."structure_id", NEW."version"); RETURN NULL;',
                            hash="e746cb24b611dddb8dc20cec5cbdf5e0e836c84f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5bfe1",
                            table="pilotage_convention",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="convention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "pilotage_conventionevent" ("bilan_le", "cofinance_ue", "debut", "fin", "financeur_id", "id", "intitule", "modele", "montant", "numero", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remarques", "sections", "structure_id", "version") VALUES (OLD."bilan_le", OLD."cofinance_ue", OLD."debut", OLD."fin", OLD."financeur_id", OLD."id", OLD."intitule", OLD."modele", OLD."montant", OLD."numero", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."remarques", OLD."sections", OLD."structure_id", OLD."version"); RETURN NULL;',
                            hash="245363ddcb3a3c9ceeb0f40bb021cdc6962af915",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_906f4",
                            table="pilotage_convention",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddField(
                    model_name="dossieracompleter",
                    name="beneficiaire",
                    field=insertion.isolation.models.CleIsolee(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dossiers_a_completer",
                        to="beneficiaires.beneficiaire",
                    ),
                ),
                migrations.AddField(
                    model_name="dossieracompleter",
                    name="convention",
                    field=insertion.isolation.models.CleIsolee(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dossiers_a_completer",
                        to="pilotage.convention",
                    ),
                ),
                migrations.AddField(
                    model_name="dossieracompleter",
                    name="demande_par",
                    field=models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="dossieracompleter",
                    name="structure",
                    field=models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="insertion.structure",
                    ),
                ),
                migrations.AddField(
                    model_name="dossieracompleterevent",
                    name="beneficiaire",
                    field=insertion.isolation.models.CleIsolee(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="beneficiaires.beneficiaire",
                    ),
                ),
                migrations.AddField(
                    model_name="dossieracompleterevent",
                    name="convention",
                    field=insertion.isolation.models.CleIsolee(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pilotage.convention",
                    ),
                ),
                migrations.AddField(
                    model_name="dossieracompleterevent",
                    name="demande_par",
                    field=models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="dossieracompleterevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pilotage.dossieracompleter",
                    ),
                ),
                migrations.AddField(
                    model_name="dossieracompleterevent",
                    name="structure",
                    field=models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="insertion.structure",
                    ),
                ),
                migrations.AddField(
                    model_name="piececonvention",
                    name="convention",
                    field=insertion.isolation.models.CleIsolee(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pieces",
                        to="pilotage.convention",
                    ),
                ),
                migrations.AddField(
                    model_name="piececonvention",
                    name="depose_par",
                    field=models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="piececonvention",
                    name="structure",
                    field=models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="insertion.structure",
                    ),
                ),
                migrations.AddField(
                    model_name="piececonventionevent",
                    name="convention",
                    field=insertion.isolation.models.CleIsolee(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="pilotage.convention",
                    ),
                ),
                migrations.AddField(
                    model_name="piececonventionevent",
                    name="depose_par",
                    field=models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="piececonventionevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="pilotage.piececonvention",
                    ),
                ),
                migrations.AddField(
                    model_name="piececonventionevent",
                    name="structure",
                    field=models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="insertion.structure",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="dossieracompleter",
                    constraint=models.UniqueConstraint(
                        fields=("structure", "id"), name="pilotage_dossieracompleter_structure_id"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="dossieracompleter",
                    constraint=models.UniqueConstraint(
                        fields=("structure", "convention", "beneficiaire"),
                        name="dossier_a_completer_une_fois",
                        violation_error_message="Ce dossier est déjà confié.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="dossieracompleter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "pilotage_dossieracompleterevent" ("beneficiaire_id", "convention_id", "demande_le", "demande_par_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."beneficiaire_id", NEW."convention_id", NEW."demande_le", NEW."demande_par_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id"); RETURN NULL;',
                            hash="70fb01e8a196a58f9a90053889d2eab3877a5ccc",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_62b47",
                            table="pilotage_dossieracompleter",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="dossieracompleter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "pilotage_dossieracompleterevent" ("beneficiaire_id", "convention_id", "demande_le", "demande_par_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."beneficiaire_id", NEW."convention_id", NEW."demande_le", NEW."demande_par_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id"); RETURN NULL;',
                            hash="b46deb67d1e83fdb34d672c43dd083e3147f8117",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1ac28",
                            table="pilotage_dossieracompleter",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="dossieracompleter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "pilotage_dossieracompleterevent" ("beneficiaire_id", "convention_id", "demande_le", "demande_par_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (OLD."beneficiaire_id", OLD."convention_id", OLD."demande_le", OLD."demande_par_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id"); RETURN NULL;',
                            hash="8041f4a8d805258388fde98a4a99649344dd06f7",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6cfef",
                            table="pilotage_dossieracompleter",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="piececonvention",
                    constraint=models.UniqueConstraint(
                        fields=("structure", "id"), name="pilotage_piececonvention_structure_id"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="piececonvention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "pilotage_piececonventionevent" ("convention_id", "created_at", "depose_par_id", "fichier", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "taille", "type_mime") VALUES (NEW."convention_id", NEW."created_at", NEW."depose_par_id", NEW."fichier", NEW."id", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."taille", NEW."type_mime"); RETURN NULL;',
                            hash="745941518c9fb58d5ac3d1628677cd16bd897d46",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d8f05",
                            table="pilotage_piececonvention",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="piececonvention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "pilotage_piececonventionevent" ("convention_id", "created_at", "depose_par_id", "fichier", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "taille", "type_mime") VALUES (NEW."convention_id", NEW."created_at", NEW."depose_par_id", NEW."fichier", NEW."id", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."taille", NEW."type_mime"); RETURN NULL;',
                            hash="c1ae99a726876836d2b1b0982aefd7a6647ec7ed",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_bcd99",
                            table="pilotage_piececonvention",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="piececonvention",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "pilotage_piececonventionevent" ("convention_id", "created_at", "depose_par_id", "fichier", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "taille", "type_mime") VALUES (OLD."convention_id", OLD."created_at", OLD."depose_par_id", OLD."fichier", OLD."id", OLD."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."taille", OLD."type_mime"); RETURN NULL;',
                            hash="2144916b9acfa3907cba4911e9b8f564316330c5",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_82ce0",
                            table="pilotage_piececonvention",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
    ]
