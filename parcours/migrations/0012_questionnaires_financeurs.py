"""What funders ask besides: contrats d’engagement, FSE+ questionnaires, how a contract stopped, the aid of a GEIQ."""

import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import insertion.isolation.models
from insertion.isolation.operations import SUIVI, EnUneFois, Isoler, roles

#: Those who follow people, and the office that answers to the funders.
DOSSIERS = roles(*SUIVI, "administratif")


class Migration(migrations.Migration):
    dependencies = [
        ("insertion", "0007_equipe"),
        ("parcours", "0011_index_metiers_vises"),
    ]

    operations = [
        EnUneFois(
            [
                migrations.CreateModel(
                    name="ContratEngagement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("organisme", models.CharField(blank=True, max_length=120, verbose_name="signé avec")),
                        ("debut", models.DateField(verbose_name="signé le")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        (
                            "heures_hebdo",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MaxValueValidator(40, "40 heures par semaine au plus.")
                                ],
                                verbose_name="heures d’activité par semaine",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="engagements",
                                to="parcours.parcours",
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
                        "verbose_name": "contrat d’engagement",
                        "verbose_name_plural": "contrats d’engagement",
                        "ordering": ["-debut", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["structure", "parcours", "-debut"], name="engagement_par_parcours")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_contratengagement_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("fin__isnull", True), ("fin__gte", models.F("debut")), _connector="OR"
                                ),
                                name="engagement_fin_apres_debut",
                                violation_error_code="engagement_fin_apres_debut",
                                violation_error_message="La fin ne peut pas précéder la signature.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("heures_hebdo__isnull", True), ("heures_hebdo__lte", 40), _connector="OR"
                                ),
                                name="engagement_heures",
                                violation_error_message="40 heures par semaine au plus.",
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "parcours", "debut"),
                                name="engagement_un_par_jour",
                                violation_error_message="Un contrat d’engagement est déjà noté à cette date.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_contratengagementevent" ("debut", "fin", "heures_hebdo", "id", "organisme", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "version") VALUES (NEW."debut", NEW."fin", NEW."heures_hebdo", NEW."id", NEW."organisme", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="165887dd1105e25c1513b68970e49c535ca687c8",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_51e98",
                                    table="parcours_contratengagement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_contratengagementevent" ("debut", "fin", "heures_hebdo", "id", "organisme", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "version") VALUES (NEW."debut", NEW."fin", NEW."heures_hebdo", NEW."id", NEW."organisme", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="c120ae925b08ddef7dabdc9dc55625759324b96a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e8101",
                                    table="parcours_contratengagement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_contratengagementevent" ("debut", "fin", "heures_hebdo", "id", "organisme", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "version") VALUES (OLD."debut", OLD."fin", OLD."heures_hebdo", OLD."id", OLD."organisme", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="bc7f50fae4a6a2231e34adc6e3dd0c4c813ea794",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_d0c9c",
                                    table="parcours_contratengagement",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContratEngagementEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("organisme", models.CharField(blank=True, max_length=120, verbose_name="signé avec")),
                        ("debut", models.DateField(verbose_name="signé le")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        (
                            "heures_hebdo",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MaxValueValidator(40, "40 heures par semaine au plus.")
                                ],
                                verbose_name="heures d’activité par semaine",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
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
                                to="parcours.contratengagement",
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
                    name="QuestionnaireFse",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "moment",
                            models.CharField(
                                choices=[("entree", "À l’entrée"), ("sortie", "À la sortie")],
                                editable=False,
                                max_length=6,
                                verbose_name="moment",
                            ),
                        ),
                        ("date", models.DateField(verbose_name="recueilli le")),
                        (
                            "statut",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("recherche", "Sans emploi, en recherche d’emploi"),
                                    ("inactif", "Sans emploi, sans en chercher pour l’instant"),
                                    ("formation", "En études ou en formation"),
                                    ("emploi", "En emploi ou à son compte"),
                                ],
                                max_length=10,
                                verbose_name="situation",
                            ),
                        ),
                        (
                            "longue_duree",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("oui", "Oui"),
                                    ("non", "Non"),
                                    ("sans_reponse", "Ne souhaite pas répondre"),
                                ],
                                max_length=12,
                                verbose_name="sans emploi depuis plus de 12 mois (6 mois avant 25 ans)",
                            ),
                        ),
                        (
                            "pays_tiers",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("oui", "Oui"),
                                    ("non", "Non"),
                                    ("sans_reponse", "Ne souhaite pas répondre"),
                                ],
                                max_length=12,
                                verbose_name="ressortissant d’un pays hors de l’Union européenne",
                            ),
                        ),
                        (
                            "origine_etrangere",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("oui", "Oui"),
                                    ("non", "Non"),
                                    ("sans_reponse", "Ne souhaite pas répondre"),
                                ],
                                max_length=12,
                                verbose_name="né à l’étranger, ou un parent né à l’étranger",
                            ),
                        ),
                        (
                            "sans_logement",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("oui", "Oui"),
                                    ("non", "Non"),
                                    ("sans_reponse", "Ne souhaite pas répondre"),
                                ],
                                max_length=12,
                                verbose_name="sans logement, ou menacé de le perdre",
                            ),
                        ),
                        (
                            "qualification",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("oui", "Oui"),
                                    ("non", "Non"),
                                    ("sans_reponse", "Ne souhaite pas répondre"),
                                ],
                                max_length=12,
                                verbose_name="a obtenu une qualification pendant le parcours",
                            ),
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="questionnaires_fse",
                                to="parcours.parcours",
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
                        "verbose_name": "questionnaire FSE+",
                        "verbose_name_plural": "questionnaires FSE+",
                        "ordering": ["parcours", "moment"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_questionnairefse_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "parcours", "moment"),
                                name="questionnaire_fse_un_par_moment",
                                violation_error_message="Ce questionnaire est déjà rempli : modifiez-le.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("moment", "entree"), ("qualification", "")),
                                    models.Q(
                                        ("longue_duree", ""),
                                        ("moment", "sortie"),
                                        ("origine_etrangere", ""),
                                        ("pays_tiers", ""),
                                        ("sans_logement", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="questionnaire_fse_selon_le_moment",
                                violation_error_message="Ces questions ne sont pas celles de ce moment.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_questionnairefseevent" ("auteur_id", "date", "id", "longue_duree", "moment", "origine_etrangere", "parcours_id", "pays_tiers", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "qualification", "sans_logement", "statut", "structure_id", "version") VALUES (NEW."auteur_id", NEW."date", NEW."id", NEW."longue_duree", NEW."moment", NEW."origine_etrangere", NEW."parcours_id", NEW."pays_tiers", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."qualification", NEW."sans_logement", NEW."statut", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="52143f5e9f9aa9ba53f999221718aa92ebd84564",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_16f24",
                                    table="parcours_questionnairefse",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_questionnairefseevent" ("auteur_id", "date", "id", "longue_duree", "moment", "origine_etrangere", "parcours_id", "pays_tiers", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "qualification", "sans_logement", "statut", "structure_id", "version") VALUES (NEW."auteur_id", NEW."date", NEW."id", NEW."longue_duree", NEW."moment", NEW."origine_etrangere", NEW."parcours_id", NEW."pays_tiers", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."qualification", NEW."sans_logement", NEW."statut", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="5bc91dbe10443e70ed6ba21797a300fdd8fda157",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_14733",
                                    table="parcours_questionnairefse",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_questionnairefseevent" ("auteur_id", "date", "id", "longue_duree", "moment", "origine_etrangere", "parcours_id", "pays_tiers", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "qualification", "sans_logement", "statut", "structure_id", "version") VALUES (OLD."auteur_id", OLD."date", OLD."id", OLD."longue_duree", OLD."moment", OLD."origine_etrangere", OLD."parcours_id", OLD."pays_tiers", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."qualification", OLD."sans_logement", OLD."statut", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="9549a7f3fb46191be0bd313a26f46194201c5314",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_3d30e",
                                    table="parcours_questionnairefse",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="QuestionnaireFseEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "moment",
                            models.CharField(
                                choices=[("entree", "À l’entrée"), ("sortie", "À la sortie")],
                                editable=False,
                                max_length=6,
                                verbose_name="moment",
                            ),
                        ),
                        ("date", models.DateField(verbose_name="recueilli le")),
                        (
                            "statut",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("recherche", "Sans emploi, en recherche d’emploi"),
                                    ("inactif", "Sans emploi, sans en chercher pour l’instant"),
                                    ("formation", "En études ou en formation"),
                                    ("emploi", "En emploi ou à son compte"),
                                ],
                                max_length=10,
                                verbose_name="situation",
                            ),
                        ),
                        (
                            "longue_duree",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("oui", "Oui"),
                                    ("non", "Non"),
                                    ("sans_reponse", "Ne souhaite pas répondre"),
                                ],
                                max_length=12,
                                verbose_name="sans emploi depuis plus de 12 mois (6 mois avant 25 ans)",
                            ),
                        ),
                        (
                            "pays_tiers",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("oui", "Oui"),
                                    ("non", "Non"),
                                    ("sans_reponse", "Ne souhaite pas répondre"),
                                ],
                                max_length=12,
                                verbose_name="ressortissant d’un pays hors de l’Union européenne",
                            ),
                        ),
                        (
                            "origine_etrangere",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("oui", "Oui"),
                                    ("non", "Non"),
                                    ("sans_reponse", "Ne souhaite pas répondre"),
                                ],
                                max_length=12,
                                verbose_name="né à l’étranger, ou un parent né à l’étranger",
                            ),
                        ),
                        (
                            "sans_logement",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("oui", "Oui"),
                                    ("non", "Non"),
                                    ("sans_reponse", "Ne souhaite pas répondre"),
                                ],
                                max_length=12,
                                verbose_name="sans logement, ou menacé de le perdre",
                            ),
                        ),
                        (
                            "qualification",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("oui", "Oui"),
                                    ("non", "Non"),
                                    ("sans_reponse", "Ne souhaite pas répondre"),
                                ],
                                max_length=12,
                                verbose_name="a obtenu une qualification pendant le parcours",
                            ),
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
                                to="parcours.questionnairefse",
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
                    model_name="contrat",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="contrat",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="contrat",
                    name="delete_delete",
                ),
                migrations.AddField(
                    model_name="contrat",
                    name="aide_demandee",
                    field=models.CharField(
                        blank=True,
                        choices=[("oui", "Oui"), ("non", "Non")],
                        max_length=3,
                        verbose_name="aide GEIQ demandée",
                    ),
                ),
                migrations.AddField(
                    model_name="contrat",
                    name="aide_justification",
                    field=models.CharField(blank=True, max_length=300, verbose_name="justification de la demande"),
                ),
                migrations.AddField(
                    model_name="contrat",
                    name="rupture",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("essai", "Rupture pendant la période d’essai"),
                            ("hors_essai", "Rupture après la période d’essai"),
                            ("sans", "Pas une rupture : suivi d’un autre contrat"),
                        ],
                        max_length=10,
                        verbose_name="cette fin est",
                    ),
                ),
                migrations.AddField(
                    model_name="contratevent",
                    name="aide_demandee",
                    field=models.CharField(
                        blank=True,
                        choices=[("oui", "Oui"), ("non", "Non")],
                        max_length=3,
                        verbose_name="aide GEIQ demandée",
                    ),
                ),
                migrations.AddField(
                    model_name="contratevent",
                    name="aide_justification",
                    field=models.CharField(blank=True, max_length=300, verbose_name="justification de la demande"),
                ),
                migrations.AddField(
                    model_name="contratevent",
                    name="rupture",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("essai", "Rupture pendant la période d’essai"),
                            ("hors_essai", "Rupture après la période d’essai"),
                            ("sans", "Pas une rupture : suivi d’un autre contrat"),
                        ],
                        max_length=10,
                        verbose_name="cette fin est",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contrat",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "parcours_contratevent" ("aide_demandee", "aide_justification", "date_debut", "date_fin", "derogation", "derogation_precision", "fin_anticipee_le", "heures", "id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "plafond", "plancher", "poste", "rang", "rang_max", "renouvelle_id", "rupture", "site", "structure_id", "support", "type", "unite_heures", "version") VALUES (NEW."aide_demandee", NEW."aide_justification", NEW."date_debut", NEW."date_fin", NEW."derogation", NEW."derogation_precision", NEW."fin_anticipee_le", NEW."heures", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."plafond", NEW."plancher", NEW."poste", NEW."rang", NEW."rang_max", NEW."renouvelle_id", NEW."rupture", NEW."site", NEW."structure_id", NEW."support", NEW."type", NEW."unite_heures", NEW."version"); RETURN NULL;',
                            hash="35c4c4d256def4a5203cfff33da4e4421c3678b1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_412b1",
                            table="parcours_contrat",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contrat",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "parcours_contratevent" ("aide_demandee", "aide_justification", "date_debut", "date_fin", "derogation", "derogation_precision", "fin_anticipee_le", "heures", "id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "plafond", "plancher", "poste", "rang", "rang_max", "renouvelle_id", "rupture", "site", "structure_id", "support", "type", "unite_heures", "version") VALUES (NEW."aide_demandee", NEW."aide_justification", NEW."date_debut", NEW."date_fin", NEW."derogation", NEW."derogation_precision", NEW."fin_anticipee_le", NEW."heures", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."plafond", NEW."plancher", NEW."poste", NEW."rang", NEW."rang_max", NEW."renouvelle_id", NEW."rupture", NEW."site", NEW."structure_id", NEW."support", NEW."type", NEW."unite_heures", NEW."version"); RETURN NULL;',
                            hash="957302b466397968b64b6759c6ad6a686c89f321",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_aedd8",
                            table="parcours_contrat",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contrat",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "parcours_contratevent" ("aide_demandee", "aide_justification", "date_debut", "date_fin", "derogation", "derogation_precision", "fin_anticipee_le", "heures", "id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "plafond", "plancher", "poste", "rang", "rang_max", "renouvelle_id", "rupture", "site", "structure_id", "support", "type", "unite_heures", "version") VALUES (OLD."aide_demandee", OLD."aide_justification", OLD."date_debut", OLD."date_fin", OLD."derogation", OLD."derogation_precision", OLD."fin_anticipee_le", OLD."heures", OLD."id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."plafond", OLD."plancher", OLD."poste", OLD."rang", OLD."rang_max", OLD."renouvelle_id", OLD."rupture", OLD."site", OLD."structure_id", OLD."support", OLD."type", OLD."unite_heures", OLD."version"); RETURN NULL;',
                            hash="f20aab21b75c16e064e4a80471b1d98f17b7c875",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_50fa5",
                            table="parcours_contrat",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="contrat",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("rupture", ""), ("fin_anticipee_le__isnull", False), _connector="OR"),
                        name="contrat_rupture_datee",
                        violation_error_code="contrat_rupture_datee",
                        violation_error_message="Une rupture porte sa date : indiquez la fin anticipée.",
                    ),
                ),
            ]
        ),
        Isoler("ContratEngagement", DOSSIERS),
        Isoler("ContratEngagementEvent", DOSSIERS, ajout_seul=True),
        Isoler("QuestionnaireFse", DOSSIERS),
        Isoler("QuestionnaireFseEvent", DOSSIERS, ajout_seul=True),
    ]
