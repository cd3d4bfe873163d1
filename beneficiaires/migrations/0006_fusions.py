import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import insertion.isolation.models
from insertion.isolation.operations import Isoler


class Migration(migrations.Migration):
    """Two files of one person become one; two people who look alike are told apart."""

    dependencies = [
        ("beneficiaires", "0005_exemple"),
        ("insertion", "0011_invitation_sans_auteur"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FusionDossiers",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("absorbee_id", models.BigIntegerField()),
                ("deplaces", models.JSONField(default=dict)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("annulee_at", models.DateTimeField(null=True)),
                ("choix", models.JSONField(default=dict)),
                ("evenement_id", models.BigIntegerField(null=True)),
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
                    "gardee",
                    insertion.isolation.models.CleIsolee(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="fusions",
                        to="beneficiaires.beneficiaire",
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
                "verbose_name": "fusion de dossiers",
                "verbose_name_plural": "fusions de dossiers",
                "ordering": ["-created_at", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FusionDossiersEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("absorbee_id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("annulee_at", models.DateTimeField(null=True)),
                ("choix", models.JSONField(default=dict)),
                ("evenement_id", models.BigIntegerField(null=True)),
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
                    "gardee",
                    insertion.isolation.models.CleIsolee(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="beneficiaires.beneficiaire",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="beneficiaires.fusiondossiers",
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
        migrations.CreateModel(
            name="PersonnesDistinctes",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                        to="beneficiaires.beneficiaire",
                    ),
                ),
                (
                    "seconde",
                    insertion.isolation.models.CleIsolee(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="beneficiaires.beneficiaire",
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
                "verbose_name": "paire de personnes distinctes",
                "verbose_name_plural": "paires de personnes distinctes",
                "ordering": ["-created_at", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PersonnesDistinctesEvent",
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
                        to="beneficiaires.personnesdistinctes",
                    ),
                ),
                (
                    "premiere",
                    insertion.isolation.models.CleIsolee(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="beneficiaires.beneficiaire",
                    ),
                ),
                (
                    "seconde",
                    insertion.isolation.models.CleIsolee(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="beneficiaires.beneficiaire",
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
        migrations.AddIndex(
            model_name="fusiondossiers",
            index=models.Index(fields=["structure", "absorbee_id"], name="fusion_dossiers_absorbee"),
        ),
        migrations.AddConstraint(
            model_name="fusiondossiers",
            constraint=models.UniqueConstraint(
                fields=("structure", "id"), name="beneficiaires_fusiondossiers_structure_id"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fusiondossiers",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "beneficiaires_fusiondossiersevent" ("absorbee_id", "annulee_at", "auteur_id", "choix", "created_at", "evenement_id", "gardee_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."absorbee_id", NEW."annulee_at", NEW."auteur_id", NEW."choix", NEW."created_at", NEW."evenement_id", NEW."gardee_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id"); RETURN NULL;',
                    hash="cece6118ff13c6fa6e4688361b4326874ccbdce1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_79248",
                    table="beneficiaires_fusiondossiers",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fusiondossiers",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."absorbee_id" IS DISTINCT FROM (NEW."absorbee_id") OR OLD."annulee_at" IS DISTINCT FROM (NEW."annulee_at") OR OLD."auteur_id" IS DISTINCT FROM (NEW."auteur_id") OR OLD."choix" IS DISTINCT FROM (NEW."choix") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."evenement_id" IS DISTINCT FROM (NEW."evenement_id") OR OLD."gardee_id" IS DISTINCT FROM (NEW."gardee_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."structure_id" IS DISTINCT FROM (NEW."structure_id"))',
                    func='INSERT INTO "beneficiaires_fusiondossiersevent" ("absorbee_id", "annulee_at", "auteur_id", "choix", "created_at", "evenement_id", "gardee_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."absorbee_id", NEW."annulee_at", NEW."auteur_id", NEW."choix", NEW."created_at", NEW."evenement_id", NEW."gardee_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id"); RETURN NULL;',
                    hash="442b86f4085bcde4b832b2a28e8b754bfd5ec880",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_94187",
                    table="beneficiaires_fusiondossiers",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fusiondossiers",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "beneficiaires_fusiondossiersevent" ("absorbee_id", "annulee_at", "auteur_id", "choix", "created_at", "evenement_id", "gardee_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (OLD."absorbee_id", OLD."annulee_at", OLD."auteur_id", OLD."choix", OLD."created_at", OLD."evenement_id", OLD."gardee_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id"); RETURN NULL;',
                    hash="e57f6ded3e9a4d6919025b1bf05d7e22bf9b0589",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_eddf2",
                    table="beneficiaires_fusiondossiers",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="fusiondossiers",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("absorbee_id", models.F("gardee")), _negated=True),
                    ("annulee_at__isnull", False),
                    _connector="OR",
                ),
                name="fusion_dossiers_deux",
                violation_error_message="Un dossier ne se réunit pas à lui-même.",
            ),
        ),
        migrations.AddConstraint(
            model_name="personnesdistinctes",
            constraint=models.UniqueConstraint(
                fields=("structure", "id"), name="beneficiaires_personnesdistinctes_structure_id"
            ),
        ),
        migrations.AddConstraint(
            model_name="personnesdistinctes",
            constraint=models.UniqueConstraint(
                fields=("structure", "premiere", "seconde"),
                name="personnes_distinctes_unique",
                violation_error_message="Ces deux personnes sont déjà dites différentes.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="personnesdistinctes",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "beneficiaires_personnesdistinctesevent" ("auteur_id", "created_at", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "premiere_id", "seconde_id", "structure_id") VALUES (NEW."auteur_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."premiere_id", NEW."seconde_id", NEW."structure_id"); RETURN NULL;',
                    hash="e1ca950501dc4addfa569a0778e4f57cac6ef4cb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cd7a9",
                    table="beneficiaires_personnesdistinctes",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="personnesdistinctes",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "beneficiaires_personnesdistinctesevent" ("auteur_id", "created_at", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "premiere_id", "seconde_id", "structure_id") VALUES (NEW."auteur_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."premiere_id", NEW."seconde_id", NEW."structure_id"); RETURN NULL;',
                    hash="95cadda6d2e67d7875c67c9cf37a0cc392df7b3d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a33bd",
                    table="beneficiaires_personnesdistinctes",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="personnesdistinctes",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "beneficiaires_personnesdistinctesevent" ("auteur_id", "created_at", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "premiere_id", "seconde_id", "structure_id") VALUES (OLD."auteur_id", OLD."created_at", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."premiere_id", OLD."seconde_id", OLD."structure_id"); RETURN NULL;',
                    hash="28c5c671a4f2a829ea9b1f714dfd6ed2f9a9b379",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a10e9",
                    table="beneficiaires_personnesdistinctes",
                    when="AFTER",
                ),
            ),
        ),
        Isoler("FusionDossiers"),
        Isoler("FusionDossiersEvent", ajout_seul=True),
        Isoler("PersonnesDistinctes"),
        Isoler("PersonnesDistinctesEvent", ajout_seul=True),
    ]
