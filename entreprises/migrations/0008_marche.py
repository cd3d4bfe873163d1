import django.core.validators
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
        ("entreprises", "0007_isolation_fusions_et_imports"),
        ("insertion", "0005_reglages"),
    ]

    operations = [
        EnUneFois(
            [
                migrations.CreateModel(
                    name="Campagne",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("nom", models.CharField(max_length=120, verbose_name="nom")),
                        (
                            "objet",
                            models.CharField(
                                choices=[
                                    ("prospection", "Prospection"),
                                    ("sensibilisation", "Sensibilisation au handicap"),
                                    ("sensibilisation_insertion", "Sensibilisation à l’insertion"),
                                    ("offre", "Offre ou besoin de recrutement"),
                                    ("immersion", "Immersion"),
                                    ("suivi", "Suivi d’une personne en poste"),
                                    ("prestation", "Prestation vendue"),
                                    ("bilan", "Bilan du partenariat"),
                                    ("enquete", "Enquête métier, visite d’entreprise"),
                                    ("autre", "Autre"),
                                ],
                                default="prospection",
                                max_length=26,
                                verbose_name="objet",
                            ),
                        ),
                        ("debut", models.DateField(verbose_name="à partir du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        ("texte", models.TextField(blank=True, max_length=8000, verbose_name="ce qu’on veut dire")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
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
                        "verbose_name": "campagne",
                        "verbose_name_plural": "campagnes",
                        "ordering": ["-debut", "-pk"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_campagne_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("fin__isnull", True), ("fin__gte", models.F("debut")), _connector="OR"
                                ),
                                name="campagne_fin_apres_debut",
                                violation_error_code="campagne_fin_apres_debut",
                                violation_error_message="La campagne ne peut pas finir avant de commencer.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_campagneevent" ("auteur_id", "debut", "fin", "id", "nom", "objet", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte", "version") VALUES (NEW."auteur_id", NEW."debut", NEW."fin", NEW."id", NEW."nom", NEW."objet", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."texte", NEW."version"); RETURN NULL;',
                                    hash="23e522f10f325c4baa522b5a1da3a6792bd2d664",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_7fe47",
                                    table="entreprises_campagne",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "entreprises_campagneevent" ("auteur_id", "debut", "fin", "id", "nom", "objet", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte", "version") VALUES (NEW."auteur_id", NEW."debut", NEW."fin", NEW."id", NEW."nom", NEW."objet", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."texte", NEW."version"); RETURN NULL;',
                                    hash="0cb4bc0819a2543104f622783d7fb76fdf13b442",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_23b45",
                                    table="entreprises_campagne",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_campagneevent" ("auteur_id", "debut", "fin", "id", "nom", "objet", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte", "version") VALUES (OLD."auteur_id", OLD."debut", OLD."fin", OLD."id", OLD."nom", OLD."objet", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."texte", OLD."version"); RETURN NULL;',
                                    hash="4cf4fac8a5abf5f44e48721b00d68b821bf30252",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_32801",
                                    table="entreprises_campagne",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CampagneEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("nom", models.CharField(max_length=120, verbose_name="nom")),
                        (
                            "objet",
                            models.CharField(
                                choices=[
                                    ("prospection", "Prospection"),
                                    ("sensibilisation", "Sensibilisation au handicap"),
                                    ("sensibilisation_insertion", "Sensibilisation à l’insertion"),
                                    ("offre", "Offre ou besoin de recrutement"),
                                    ("immersion", "Immersion"),
                                    ("suivi", "Suivi d’une personne en poste"),
                                    ("prestation", "Prestation vendue"),
                                    ("bilan", "Bilan du partenariat"),
                                    ("enquete", "Enquête métier, visite d’entreprise"),
                                    ("autre", "Autre"),
                                ],
                                default="prospection",
                                max_length=26,
                                verbose_name="objet",
                            ),
                        ),
                        ("debut", models.DateField(verbose_name="à partir du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        ("texte", models.TextField(blank=True, max_length=8000, verbose_name="ce qu’on veut dire")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
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
                                to="entreprises.campagne",
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
                migrations.CreateModel(
                    name="CibleCampagne",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "campagne",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="cibles",
                                to="entreprises.campagne",
                            ),
                        ),
                        (
                            "entreprise",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="campagnes_visees",
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
                        "verbose_name": "entreprise visée",
                        "verbose_name_plural": "entreprises visées",
                        "abstract": False,
                        "indexes": [],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_ciblecampagne_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "campagne", "entreprise"),
                                name="cible_campagne_unique",
                                violation_error_message="Cette entreprise est déjà visée par la campagne.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_ciblecampagneevent" ("campagne_id", "entreprise_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."campagne_id", NEW."entreprise_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="6b8c1f8f203a05e9c512f50b9ad727e374c50a34",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_ed581",
                                    table="entreprises_ciblecampagne",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "entreprises_ciblecampagneevent" ("campagne_id", "entreprise_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."campagne_id", NEW."entreprise_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="16af8d6db73fef4a2211ba5edc7c69f0065fa177",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_8885a",
                                    table="entreprises_ciblecampagne",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_ciblecampagneevent" ("campagne_id", "entreprise_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (OLD."campagne_id", OLD."entreprise_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id"); RETURN NULL;',
                                    hash="0b353f7290f43c3e6f0ce3e1ca95d33106db6b1f",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_9d526",
                                    table="entreprises_ciblecampagne",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CibleCampagneEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "campagne",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.campagne",
                            ),
                        ),
                        (
                            "entreprise",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.entreprise",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="entreprises.ciblecampagne",
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
                migrations.CreateModel(
                    name="Evenement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("nom", models.CharField(max_length=120, verbose_name="nom")),
                        (
                            "type",
                            models.CharField(
                                choices=[
                                    ("forum", "Forum de l’emploi"),
                                    ("job_dating", "Job dating"),
                                    ("visite", "Visite d’entreprise"),
                                    ("enquete", "Enquête métier"),
                                    ("reunion", "Réunion d’information"),
                                    ("portes_ouvertes", "Portes ouvertes"),
                                    ("sensibilisation", "Sensibilisation d’entreprises"),
                                    ("autre", "Autre"),
                                ],
                                default="forum",
                                max_length=16,
                                verbose_name="type",
                            ),
                        ),
                        ("jour", models.DateField(verbose_name="jour")),
                        ("heure_debut", models.TimeField(blank=True, null=True, verbose_name="de")),
                        ("heure_fin", models.TimeField(blank=True, null=True, verbose_name="à")),
                        ("lieu", models.CharField(blank=True, max_length=200, verbose_name="lieu")),
                        ("remarques", models.TextField(blank=True, max_length=4000, verbose_name="pour l’équipe")),
                        ("annule_le", models.DateField(editable=False, null=True, verbose_name="annulé le")),
                        (
                            "presentation",
                            models.TextField(blank=True, max_length=600, verbose_name="de quoi il s’agit"),
                        ),
                        ("venir", models.TextField(blank=True, max_length=600, verbose_name="comment venir")),
                        ("apporter", models.TextField(blank=True, max_length=600, verbose_name="à apporter")),
                        (
                            "inscription",
                            models.TextField(blank=True, max_length=600, verbose_name="comment participer"),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
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
                            "entreprise",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="evenements",
                                to="entreprises.entreprise",
                                verbose_name="chez quelle entreprise",
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
                        "verbose_name": "événement",
                        "verbose_name_plural": "événements",
                        "ordering": ["-jour", "-pk"],
                        "abstract": False,
                        "indexes": [models.Index(fields=["structure", "jour"], name="evenement_par_jour")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_evenement_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("heure_fin__isnull", True),
                                    models.Q(
                                        ("heure_debut__isnull", False), ("heure_fin__gt", models.F("heure_debut"))
                                    ),
                                    _connector="OR",
                                ),
                                name="evenement_heures",
                                violation_error_code="evenement_heures",
                                violation_error_message="L’heure de fin vient après l’heure de début.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_evenementevent" ("annule_le", "apporter", "auteur_id", "entreprise_id", "heure_debut", "heure_fin", "id", "inscription", "jour", "lieu", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "remarques", "structure_id", "type", "venir", "version") VALUES (NEW."annule_le", NEW."apporter", NEW."auteur_id", NEW."entreprise_id", NEW."heure_debut", NEW."heure_fin", NEW."id", NEW."inscription", NEW."jour", NEW."lieu", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."presentation", NEW."remarques", NEW."structure_id", NEW."type", NEW."venir", NEW."version"); RETURN NULL;',
                                    hash="739180478487657f988f251de9fa10d8f2fe2669",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_6d7a5",
                                    table="entreprises_evenement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "entreprises_evenementevent" ("annule_le", "apporter", "auteur_id", "entreprise_id", "heure_debut", "heure_fin", "id", "inscription", "jour", "lieu", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "remarques", "structure_id", "type", "venir", "version") VALUES (NEW."annule_le", NEW."apporter", NEW."auteur_id", NEW."entreprise_id", NEW."heure_debut", NEW."heure_fin", NEW."id", NEW."inscription", NEW."jour", NEW."lieu", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."presentation", NEW."remarques", NEW."structure_id", NEW."type", NEW."venir", NEW."version"); RETURN NULL;',
                                    hash="ebbe326fe8330663adeed8d37afcd64babab0ba6",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_ec20c",
                                    table="entreprises_evenement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_evenementevent" ("annule_le", "apporter", "auteur_id", "entreprise_id", "heure_debut", "heure_fin", "id", "inscription", "jour", "lieu", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "remarques", "structure_id", "type", "venir", "version") VALUES (OLD."annule_le", OLD."apporter", OLD."auteur_id", OLD."entreprise_id", OLD."heure_debut", OLD."heure_fin", OLD."id", OLD."inscription", OLD."jour", OLD."lieu", OLD."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."presentation", OLD."remarques", OLD."structure_id", OLD."type", OLD."venir", OLD."version"); RETURN NULL;',
                                    hash="1faef1084ba099d1fa9368143b2a052bf45557f9",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_9cd6c",
                                    table="entreprises_evenement",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EvenementEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("nom", models.CharField(max_length=120, verbose_name="nom")),
                        (
                            "type",
                            models.CharField(
                                choices=[
                                    ("forum", "Forum de l’emploi"),
                                    ("job_dating", "Job dating"),
                                    ("visite", "Visite d’entreprise"),
                                    ("enquete", "Enquête métier"),
                                    ("reunion", "Réunion d’information"),
                                    ("portes_ouvertes", "Portes ouvertes"),
                                    ("sensibilisation", "Sensibilisation d’entreprises"),
                                    ("autre", "Autre"),
                                ],
                                default="forum",
                                max_length=16,
                                verbose_name="type",
                            ),
                        ),
                        ("jour", models.DateField(verbose_name="jour")),
                        ("heure_debut", models.TimeField(blank=True, null=True, verbose_name="de")),
                        ("heure_fin", models.TimeField(blank=True, null=True, verbose_name="à")),
                        ("lieu", models.CharField(blank=True, max_length=200, verbose_name="lieu")),
                        ("remarques", models.TextField(blank=True, max_length=4000, verbose_name="pour l’équipe")),
                        ("annule_le", models.DateField(editable=False, null=True, verbose_name="annulé le")),
                        (
                            "presentation",
                            models.TextField(blank=True, max_length=600, verbose_name="de quoi il s’agit"),
                        ),
                        ("venir", models.TextField(blank=True, max_length=600, verbose_name="comment venir")),
                        ("apporter", models.TextField(blank=True, max_length=600, verbose_name="à apporter")),
                        (
                            "inscription",
                            models.TextField(blank=True, max_length=600, verbose_name="comment participer"),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
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
                            "entreprise",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.entreprise",
                                verbose_name="chez quelle entreprise",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="entreprises.evenement",
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
                migrations.CreateModel(
                    name="Prestation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "type",
                            models.CharField(
                                choices=[
                                    ("travail", "Travail à façon, sous-traitance"),
                                    ("mise_a_disposition", "Mise à disposition de personnel"),
                                    ("interim", "Travail temporaire"),
                                    ("outplacement", "Outplacement, reclassement"),
                                    ("formation", "Formation"),
                                    ("conseil", "Conseil, sensibilisation"),
                                    ("autre", "Autre"),
                                ],
                                default="travail",
                                max_length=20,
                                verbose_name="type",
                            ),
                        ),
                        ("intitule", models.CharField(max_length=160, verbose_name="intitulé")),
                        (
                            "description",
                            models.TextField(blank=True, max_length=8000, verbose_name="ce qui est vendu"),
                        ),
                        ("devis_le", models.DateField(verbose_name="devis du")),
                        (
                            "montant_ht",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=9,
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(9999999),
                                ],
                                verbose_name="montant HT (€)",
                            ),
                        ),
                        ("acceptee_le", models.DateField(blank=True, null=True, verbose_name="acceptée le")),
                        ("refusee_le", models.DateField(blank=True, null=True, verbose_name="refusée le")),
                        ("debut", models.DateField(blank=True, null=True, verbose_name="à partir du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        (
                            "facture",
                            models.CharField(blank=True, max_length=60, verbose_name="référence de la facture"),
                        ),
                        ("facturee_le", models.DateField(blank=True, null=True, verbose_name="facturée le")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
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
                            "contact",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="prestations",
                                to="entreprises.contact",
                                verbose_name="contact",
                            ),
                        ),
                        (
                            "entreprise",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="prestations",
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
                        "verbose_name": "prestation",
                        "verbose_name_plural": "prestations",
                        "ordering": ["-devis_le", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["structure", "entreprise", "-devis_le"], name="prestation_par_entreprise"
                            ),
                            models.Index(fields=["structure", "-devis_le", "-id"], name="prestation_recentes"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_prestation_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("montant_ht__gte", 0)),
                                name="prestation_montant",
                                violation_error_code="prestation_montant",
                                violation_error_message="Le montant est positif ou nul.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("acceptee_le__isnull", True), ("refusee_le__isnull", True), _connector="OR"
                                ),
                                name="prestation_une_reponse",
                                violation_error_code="prestation_une_reponse",
                                violation_error_message="Un devis est accepté ou refusé, pas les deux.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("acceptee_le__isnull", True),
                                        ("acceptee_le__gte", models.F("devis_le")),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("refusee_le__isnull", True),
                                        ("refusee_le__gte", models.F("devis_le")),
                                        _connector="OR",
                                    ),
                                ),
                                name="prestation_reponse_apres_devis",
                                violation_error_code="prestation_reponse_apres_devis",
                                violation_error_message="La réponse ne peut pas précéder le devis.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("debut__isnull", True),
                                    ("fin__isnull", True),
                                    ("fin__gte", models.F("debut")),
                                    _connector="OR",
                                ),
                                name="prestation_fin_apres_debut",
                                violation_error_code="prestation_fin_apres_debut",
                                violation_error_message="La fin ne peut pas précéder le début.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("facture", ""), ("facturee_le__isnull", True)),
                                    models.Q(
                                        ("facturee_le__isnull", False), models.Q(("facture", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="prestation_facture_datee",
                                violation_error_code="prestation_facture_datee",
                                violation_error_message="Une facture a sa référence et sa date.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("facturee_le__isnull", True),
                                    models.Q(
                                        ("acceptee_le__isnull", False), ("facturee_le__gte", models.F("acceptee_le"))
                                    ),
                                    _connector="OR",
                                ),
                                name="prestation_facture_apres_accord",
                                violation_error_code="prestation_facture_apres_accord",
                                violation_error_message="On facture une prestation acceptée, et pas avant le jour de l’accord.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_prestationevent" ("acceptee_le", "auteur_id", "contact_id", "debut", "description", "devis_le", "entreprise_id", "facture", "facturee_le", "fin", "id", "intitule", "montant_ht", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "refusee_le", "structure_id", "type", "version") VALUES (NEW."acceptee_le", NEW."auteur_id", NEW."contact_id", NEW."debut", NEW."description", NEW."devis_le", NEW."entreprise_id", NEW."facture", NEW."facturee_le", NEW."fin", NEW."id", NEW."intitule", NEW."montant_ht", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."refusee_le", NEW."structure_id", NEW."type", NEW."version"); RETURN NULL;',
                                    hash="fb334bbb0db958551c9abb8c7cfc564c65ddeea1",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_49502",
                                    table="entreprises_prestation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "entreprises_prestationevent" ("acceptee_le", "auteur_id", "contact_id", "debut", "description", "devis_le", "entreprise_id", "facture", "facturee_le", "fin", "id", "intitule", "montant_ht", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "refusee_le", "structure_id", "type", "version") VALUES (NEW."acceptee_le", NEW."auteur_id", NEW."contact_id", NEW."debut", NEW."description", NEW."devis_le", NEW."entreprise_id", NEW."facture", NEW."facturee_le", NEW."fin", NEW."id", NEW."intitule", NEW."montant_ht", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."refusee_le", NEW."structure_id", NEW."type", NEW."version"); RETURN NULL;',
                                    hash="d88d119e45914389b25b4d2d150e7ce5bdef2116",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_08297",
                                    table="entreprises_prestation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_prestationevent" ("acceptee_le", "auteur_id", "contact_id", "debut", "description", "devis_le", "entreprise_id", "facture", "facturee_le", "fin", "id", "intitule", "montant_ht", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "refusee_le", "structure_id", "type", "version") VALUES (OLD."acceptee_le", OLD."auteur_id", OLD."contact_id", OLD."debut", OLD."description", OLD."devis_le", OLD."entreprise_id", OLD."facture", OLD."facturee_le", OLD."fin", OLD."id", OLD."intitule", OLD."montant_ht", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."refusee_le", OLD."structure_id", OLD."type", OLD."version"); RETURN NULL;',
                                    hash="f785ece416d578284e2eaa5f1314bf7038a4cc17",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_6fb17",
                                    table="entreprises_prestation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PrestationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "type",
                            models.CharField(
                                choices=[
                                    ("travail", "Travail à façon, sous-traitance"),
                                    ("mise_a_disposition", "Mise à disposition de personnel"),
                                    ("interim", "Travail temporaire"),
                                    ("outplacement", "Outplacement, reclassement"),
                                    ("formation", "Formation"),
                                    ("conseil", "Conseil, sensibilisation"),
                                    ("autre", "Autre"),
                                ],
                                default="travail",
                                max_length=20,
                                verbose_name="type",
                            ),
                        ),
                        ("intitule", models.CharField(max_length=160, verbose_name="intitulé")),
                        (
                            "description",
                            models.TextField(blank=True, max_length=8000, verbose_name="ce qui est vendu"),
                        ),
                        ("devis_le", models.DateField(verbose_name="devis du")),
                        (
                            "montant_ht",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=9,
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(9999999),
                                ],
                                verbose_name="montant HT (€)",
                            ),
                        ),
                        ("acceptee_le", models.DateField(blank=True, null=True, verbose_name="acceptée le")),
                        ("refusee_le", models.DateField(blank=True, null=True, verbose_name="refusée le")),
                        ("debut", models.DateField(blank=True, null=True, verbose_name="à partir du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        (
                            "facture",
                            models.CharField(blank=True, max_length=60, verbose_name="référence de la facture"),
                        ),
                        ("facturee_le", models.DateField(blank=True, null=True, verbose_name="facturée le")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
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
                            "contact",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.contact",
                                verbose_name="contact",
                            ),
                        ),
                        (
                            "entreprise",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.entreprise",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
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
        EnUneFois(
            [
                pgtrigger.migrations.RemoveTrigger(
                    model_name="echange",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="echange",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="echange",
                    name="delete_delete",
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="echange",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "entreprises_echangeevent" ("auteur_id", "campagne_id", "contact_id", "date", "entreprise_id", "evenement_id", "id", "mode", "objet", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "rappeler_le", "resultat", "structure_id", "texte", "version") VALUES (NEW."auteur_id", NEW."campagne_id", NEW."contact_id", NEW."date", NEW."entreprise_id", NEW."evenement_id", NEW."id", NEW."mode", NEW."objet", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."rappeler_le", NEW."resultat", NEW."structure_id", NEW."texte", NEW."version"); RETURN NULL;',
                            hash="aed53240b8a194980f3d70b7bd388775bff55d9e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f75ee",
                            table="entreprises_echange",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="echange",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "entreprises_echangeevent" ("auteur_id", "campagne_id", "contact_id", "date", "entreprise_id", "evenement_id", "id", "mode", "objet", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "rappeler_le", "resultat", "structure_id", "texte", "version") VALUES (NEW."auteur_id", NEW."campagne_id", NEW."contact_id", NEW."date", NEW."entreprise_id", NEW."evenement_id", NEW."id", NEW."mode", NEW."objet", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."rappeler_le", NEW."resultat", NEW."structure_id", NEW."texte", NEW."version"); RETURN NULL;',
                            hash="b46db722eb76866a43f00453c54b2009ed9c44a5",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_630c5",
                            table="entreprises_echange",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="echange",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "entreprises_echangeevent" ("auteur_id", "campagne_id", "contact_id", "date", "entreprise_id", "evenement_id", "id", "mode", "objet", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "rappeler_le", "resultat", "structure_id", "texte", "version") VALUES (OLD."auteur_id", OLD."campagne_id", OLD."contact_id", OLD."date", OLD."entreprise_id", OLD."evenement_id", OLD."id", OLD."mode", OLD."objet", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."rappeler_le", OLD."resultat", OLD."structure_id", OLD."texte", OLD."version"); RETURN NULL;',
                            hash="fd26e7c62d1daa1effd2fe83cdadad2943d4d20b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e42ac",
                            table="entreprises_echange",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="offre",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("distance_max_km__isnull", True), ("distance_max_km__range", (1, 300)), _connector="OR"
                        ),
                        name="offre_distance",
                        violation_error_code="offre_distance",
                        violation_error_message="La distance va de 1 à 300 km.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="offre",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("horaires__contained_by", ["journee", "matin", "soir", "nuit", "week_end", "coupes"])
                        ),
                        name="offre_horaires",
                        violation_error_code="offre_horaires",
                        violation_error_message="Choisissez les horaires dans la liste.",
                    ),
                ),
                migrations.AlterConstraint(
                    model_name="offre",
                    name="offre_fin_apres_debut",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("debut__isnull", True),
                            ("fin__isnull", True),
                            ("fin__gte", models.F("debut")),
                            _connector="OR",
                        ),
                        name="offre_fin_apres_debut",
                        violation_error_code="offre_fin_apres_debut",
                        violation_error_message="La fin ne peut pas précéder le début.",
                    ),
                ),
                migrations.AlterConstraint(
                    model_name="offre",
                    name="offre_expire_apres",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("expire_le__isnull", True), ("expire_le__gte", models.F("recue_le")), _connector="OR"
                        ),
                        name="offre_expire_apres",
                        violation_error_code="offre_expire_apres",
                        violation_error_message="L’offre ne peut pas expirer avant d’être reçue.",
                    ),
                ),
                migrations.AlterConstraint(
                    model_name="offre",
                    name="offre_cloture_motivee",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cloturee_le__isnull", True), ("motif_cloture", "")),
                            models.Q(("cloturee_le__isnull", False), models.Q(("motif_cloture", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="offre_cloture_motivee",
                        violation_error_code="offre_cloture_motivee",
                        violation_error_message="Une offre close porte sa date et son motif.",
                    ),
                ),
                migrations.AlterConstraint(
                    model_name="offre",
                    name="offre_postes",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("postes__gte", 1)),
                        name="offre_postes",
                        violation_error_code="offre_postes",
                        violation_error_message="Une offre compte au moins un poste.",
                    ),
                ),
                migrations.AlterConstraint(
                    model_name="offre",
                    name="offre_heures",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("heures_hebdo__isnull", True), ("heures_hebdo__range", (1, 48)), _connector="OR"
                        ),
                        name="offre_heures",
                        violation_error_code="offre_heures",
                        violation_error_message="Les heures vont de 1 à 48 par semaine.",
                    ),
                ),
                migrations.AddField(
                    model_name="echange",
                    name="campagne",
                    field=insertion.isolation.models.CleIsolee(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="echanges",
                        to="entreprises.campagne",
                        verbose_name="campagne",
                    ),
                ),
                migrations.AddField(
                    model_name="echangeevent",
                    name="campagne",
                    field=insertion.isolation.models.CleIsolee(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="entreprises.campagne",
                        verbose_name="campagne",
                    ),
                ),
                migrations.AddField(
                    model_name="echange",
                    name="evenement",
                    field=insertion.isolation.models.CleIsolee(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="echanges",
                        to="entreprises.evenement",
                        verbose_name="événement",
                    ),
                ),
                migrations.AddField(
                    model_name="echangeevent",
                    name="evenement",
                    field=insertion.isolation.models.CleIsolee(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="entreprises.evenement",
                        verbose_name="événement",
                    ),
                ),
                migrations.AddIndex(
                    model_name="echange",
                    index=models.Index(fields=["structure", "campagne", "entreprise"], name="echange_par_campagne"),
                ),
                migrations.AddIndex(
                    model_name="echange",
                    index=models.Index(fields=["structure", "evenement"], name="echange_par_evenement"),
                ),
            ]
        ),
    ]
