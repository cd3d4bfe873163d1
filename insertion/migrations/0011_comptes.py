"""Accounts: invitations, their journal, suspension, the hour of the support, and what the throttle counts."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from insertion.isolation.operations import EnUneFois, Isoler, roles

#: Who runs the team, and the system when somebody answers an invitation.
ENCADREMENT = roles("chef_service", "direction", "systeme")


class Migration(migrations.Migration):
    dependencies = [
        ("insertion", "0010_sceaux"),
    ]

    operations = [
        EnUneFois(
            [
                migrations.CreateModel(
                    name="Compteur",
                    fields=[
                        ("cache_key", models.CharField(max_length=255, primary_key=True, serialize=False)),
                        ("value", models.TextField()),
                        ("expires", models.DateTimeField(db_index=True)),
                    ],
                ),
                migrations.CreateModel(
                    name="Invitation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("email", models.EmailField(max_length=254, verbose_name="adresse e-mail")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("charge_insertion", "Chargé·e d’insertion"),
                                    ("encadrant", "Encadrant·e technique"),
                                    ("chef_service", "Chef·fe de service"),
                                    ("direction", "Direction"),
                                    ("administratif", "Administratif et bilans"),
                                    ("lecture", "Lecture seule"),
                                    ("benevole", "Bénévole"),
                                ],
                                max_length=20,
                                verbose_name="rôle",
                            ),
                        ),
                        ("debut", models.DateField(verbose_name="à partir du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        ("empreinte", models.CharField(editable=False, max_length=64)),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="faite le")),
                        ("expire_at", models.DateTimeField(editable=False, verbose_name="valable jusqu’au")),
                        ("envoyee_at", models.DateTimeField(editable=False, null=True, verbose_name="partie le")),
                        ("acceptee_at", models.DateTimeField(editable=False, null=True, verbose_name="acceptée le")),
                        (
                            "par",
                            models.ForeignKey(
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
                        "verbose_name": "invitation",
                        "verbose_name_plural": "invitations",
                        "ordering": ["-created_at", "-pk"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="InvitationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("email", models.EmailField(max_length=254, verbose_name="adresse e-mail")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("charge_insertion", "Chargé·e d’insertion"),
                                    ("encadrant", "Encadrant·e technique"),
                                    ("chef_service", "Chef·fe de service"),
                                    ("direction", "Direction"),
                                    ("administratif", "Administratif et bilans"),
                                    ("lecture", "Lecture seule"),
                                    ("benevole", "Bénévole"),
                                ],
                                max_length=20,
                                verbose_name="rôle",
                            ),
                        ),
                        ("debut", models.DateField(verbose_name="à partir du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="faite le")),
                        ("expire_at", models.DateTimeField(editable=False, verbose_name="valable jusqu’au")),
                        ("envoyee_at", models.DateTimeField(editable=False, null=True, verbose_name="partie le")),
                        ("acceptee_at", models.DateTimeField(editable=False, null=True, verbose_name="acceptée le")),
                        (
                            "par",
                            models.ForeignKey(
                                db_constraint=False,
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
                                to="insertion.invitation",
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
                    name="EvenementCompte",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "genre",
                            models.CharField(
                                choices=[
                                    ("rejoint", "A rejoint la structure"),
                                    ("role", "Accès modifié"),
                                    ("ferme", "Accès fermé"),
                                    ("second_facteur", "Second facteur réinitialisé"),
                                    ("confirme", "Toujours utile : confirmé"),
                                    ("suspendu", "Suspendu : 90 jours sans connexion"),
                                    ("rouvert", "Rouvert"),
                                ],
                                max_length=20,
                                verbose_name="événement",
                            ),
                        ),
                        ("detail", models.CharField(blank=True, max_length=160, verbose_name="précision")),
                        ("at", models.DateTimeField(auto_now_add=True, verbose_name="le")),
                        (
                            "par",
                            models.ForeignKey(
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
                        (
                            "utilisateur",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "événement d’un compte",
                        "verbose_name_plural": "événements des comptes",
                        "ordering": ["-at", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["structure", "utilisateur", "-at"], name="evenement_compte_par_personne"
                            )
                        ],
                    },
                ),
            ]
        ),
        EnUneFois(
            [
                migrations.AddField(
                    model_name="utilisateur",
                    name="rouvert_at",
                    field=models.DateTimeField(editable=False, null=True, verbose_name="rouvert le"),
                ),
                migrations.AddField(
                    model_name="utilisateur",
                    name="suspendu_at",
                    field=models.DateTimeField(editable=False, null=True, verbose_name="suspendu le"),
                ),
                migrations.AddConstraint(
                    model_name="invitation",
                    constraint=models.UniqueConstraint(
                        fields=("structure", "id"), name="insertion_invitation_structure_id"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="invitation",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("acceptee_at__isnull", True)),
                        fields=("structure", "email"),
                        name="invitation_une_en_attente",
                        violation_error_code="invitation_deja",
                        violation_error_message="Une invitation attend déjà une réponse à cette adresse : renvoyez-la.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="invitation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("fin__isnull", True), ("fin__gte", models.F("debut")), _connector="OR"),
                        name="invitation_fin_apres_debut",
                        violation_error_code="invitation_fin",
                        violation_error_message="La fin ne peut pas précéder le début.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="invitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "insertion_invitationevent" ("acceptee_at", "created_at", "debut", "email", "envoyee_at", "expire_at", "fin", "id", "par_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "structure_id") VALUES (NEW."acceptee_at", NEW."created_at", NEW."debut", NEW."email", NEW."envoyee_at", NEW."expire_at", NEW."fin", NEW."id", NEW."par_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."role", NEW."structure_id"); RETURN NULL;',
                            hash="9db770c2b87a5d80afb26c6d3d358802ed162c0c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_65a4c",
                            table="insertion_invitation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="invitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."acceptee_at" IS DISTINCT FROM (NEW."acceptee_at") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."debut" IS DISTINCT FROM (NEW."debut") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."envoyee_at" IS DISTINCT FROM (NEW."envoyee_at") OR OLD."expire_at" IS DISTINCT FROM (NEW."expire_at") OR OLD."fin" IS DISTINCT FROM (NEW."fin") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."par_id" IS DISTINCT FROM (NEW."par_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."structure_id" IS DISTINCT FROM (NEW."structure_id"))',
                            func='INSERT INTO "insertion_invitationevent" ("acceptee_at", "created_at", "debut", "email", "envoyee_at", "expire_at", "fin", "id", "par_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "structure_id") VALUES (NEW."acceptee_at", NEW."created_at", NEW."debut", NEW."email", NEW."envoyee_at", NEW."expire_at", NEW."fin", NEW."id", NEW."par_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."role", NEW."structure_id"); RETURN NULL;',
                            hash="5cc39d1c3ff8ceb3ba52c0aa883affc7f2e7ba1f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_349aa",
                            table="insertion_invitation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="invitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "insertion_invitationevent" ("acceptee_at", "created_at", "debut", "email", "envoyee_at", "expire_at", "fin", "id", "par_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "structure_id") VALUES (OLD."acceptee_at", OLD."created_at", OLD."debut", OLD."email", OLD."envoyee_at", OLD."expire_at", OLD."fin", OLD."id", OLD."par_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."role", OLD."structure_id"); RETURN NULL;',
                            hash="29f92a6cf5289c16d8949d54075d7b5aacfddfb3",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b38d7",
                            table="insertion_invitation",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
        Isoler("Invitation", ENCADREMENT),
        Isoler("InvitationEvent", ENCADREMENT, ajout_seul=True),
        Isoler("EvenementCompte", ENCADREMENT, ajout_seul=True),
        EnUneFois(
            [
                migrations.CreateModel(
                    name="AccesSupport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("motif", models.CharField(max_length=300, verbose_name="raison")),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="demandé le")),
                        ("approuve_at", models.DateTimeField(null=True, verbose_name="approuvé le")),
                        ("fin_at", models.DateTimeField(null=True, verbose_name="jusqu’à")),
                        (
                            "approuve_par",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "demande_par",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "intervenant",
                            models.ForeignKey(
                                limit_choices_to={"depannage": True},
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="qui intervient",
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
                        "verbose_name": "accès de dépannage",
                        "verbose_name_plural": "accès de dépannage",
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AccesSupportEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("motif", models.CharField(max_length=300, verbose_name="raison")),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="demandé le")),
                        ("approuve_at", models.DateTimeField(null=True, verbose_name="approuvé le")),
                        ("fin_at", models.DateTimeField(null=True, verbose_name="jusqu’à")),
                        (
                            "approuve_par",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "demande_par",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "intervenant",
                            models.ForeignKey(
                                db_constraint=False,
                                limit_choices_to={"depannage": True},
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="qui intervient",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="insertion.accessupport",
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
                migrations.AddField(
                    model_name="appartenance",
                    name="expire_at",
                    field=models.DateTimeField(editable=False, null=True, verbose_name="dépannage jusqu’à"),
                ),
                migrations.AddField(
                    model_name="utilisateur",
                    name="depannage",
                    field=models.BooleanField(default=False, editable=False, verbose_name="compte de dépannage"),
                ),
                migrations.AddConstraint(
                    model_name="accessupport",
                    constraint=models.UniqueConstraint(
                        fields=("structure", "id"), name="insertion_accessupport_structure_id"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="accessupport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("approuve_par__isnull", True),
                            models.Q(("approuve_par", models.F("demande_par")), _negated=True),
                            _connector="OR",
                        ),
                        name="acces_support_deux_personnes",
                        violation_error_message="Une autre personne que celle qui demande doit approuver.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="accessupport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("approuve_at__isnull", True),
                                ("approuve_par__isnull", True),
                                ("fin_at__isnull", True),
                            ),
                            models.Q(("approuve_par__isnull", False), ("fin_at__gte", models.F("approuve_at"))),
                            _connector="OR",
                        ),
                        name="acces_support_borne",
                        violation_error_message="Un accès approuvé a une fin.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="accessupport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "insertion_accessupportevent" ("approuve_at", "approuve_par_id", "created_at", "demande_par_id", "fin_at", "id", "intervenant_id", "motif", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."approuve_at", NEW."approuve_par_id", NEW."created_at", NEW."demande_par_id", NEW."fin_at", NEW."id", NEW."intervenant_id", NEW."motif", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id"); RETURN NULL;',
                            hash="9844280a697c1ce81eb0502821f76602598919bb",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_00ee1",
                            table="insertion_accessupport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="accessupport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "insertion_accessupportevent" ("approuve_at", "approuve_par_id", "created_at", "demande_par_id", "fin_at", "id", "intervenant_id", "motif", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."approuve_at", NEW."approuve_par_id", NEW."created_at", NEW."demande_par_id", NEW."fin_at", NEW."id", NEW."intervenant_id", NEW."motif", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id"); RETURN NULL;',
                            hash="d814d16a7d4049c84dccffeb9361daf1b44c9dce",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9f968",
                            table="insertion_accessupport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="accessupport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "insertion_accessupportevent" ("approuve_at", "approuve_par_id", "created_at", "demande_par_id", "fin_at", "id", "intervenant_id", "motif", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (OLD."approuve_at", OLD."approuve_par_id", OLD."created_at", OLD."demande_par_id", OLD."fin_at", OLD."id", OLD."intervenant_id", OLD."motif", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id"); RETURN NULL;',
                            hash="7a86584582dd5aace1585378297f3fcde89f0c02",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_58566",
                            table="insertion_accessupport",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
        Isoler("AccesSupport", ENCADREMENT),
        Isoler("AccesSupportEvent", ENCADREMENT, ajout_seul=True),
    ]
