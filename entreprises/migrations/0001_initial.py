"""The tables of this floor, made at once (docs/decisions/0009-tables-en-une-fois.md)."""

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import entreprises.models.entreprises
import insertion.isolation.models
import insertion.models.imports
import insertion.texte
import insertion.thematiques
from insertion.isolation.operations import EnUneFois


class Migration(migrations.Migration):
    initial = True

    dependencies = [("insertion", "0002_isolation")]

    operations = [
        EnUneFois(
            [
                migrations.CreateModel(
                    name="Partenaire",
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
                                    ("france_travail", "France Travail"),
                                    ("mission_locale", "Mission locale"),
                                    ("cap_emploi", "Cap emploi"),
                                    ("departement", "Département"),
                                    ("ccas", "CCAS"),
                                    ("caf", "CAF"),
                                    ("cpam", "CPAM"),
                                    ("ants", "ANTS"),
                                    ("finances_publiques", "Finances publiques"),
                                    ("banque_de_france", "Banque de France"),
                                    ("bailleur", "Bailleur"),
                                    ("action_logement", "Action Logement"),
                                    ("soliha", "SOLIHA"),
                                    ("organisme_formation", "Organisme de formation"),
                                    ("opco", "OPCO"),
                                    ("auto_ecole", "Auto-école sociale"),
                                    ("sante", "Lieu de soin"),
                                    ("spip", "SPIP"),
                                    ("avocat", "Avocat, accès au droit"),
                                    ("association", "Association"),
                                    ("autre", "Autre"),
                                ],
                                max_length=20,
                                verbose_name="type",
                            ),
                        ),
                        ("interlocuteur", models.CharField(blank=True, max_length=120, verbose_name="interlocuteur")),
                        (
                            "telephone",
                            models.CharField(
                                blank=True,
                                max_length=20,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\+?[\\d .()-]{2,20}$",
                                        "Un numéro de téléphone compte des chiffres : 03 20 12 34 56 ou 3949.",
                                    )
                                ],
                                verbose_name="téléphone",
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("commune", models.CharField(blank=True, max_length=80, verbose_name="commune")),
                        ("actif", models.BooleanField(default=True, verbose_name="proposé dans les orientations")),
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
                            "a_apporter",
                            models.TextField(blank=True, max_length=2000, verbose_name="papiers à apporter"),
                        ),
                        ("adresse", models.CharField(blank=True, max_length=200, verbose_name="adresse")),
                        ("demarche", models.TextField(blank=True, max_length=2000, verbose_name="comment faire")),
                        ("horaires", models.CharField(blank=True, max_length=300, verbose_name="quand")),
                        (
                            "presentation",
                            models.TextField(blank=True, max_length=2000, verbose_name="à quoi ça sert"),
                        ),
                        ("public", models.CharField(blank=True, max_length=300, verbose_name="pour qui")),
                        ("site", models.URLField(blank=True, verbose_name="site internet")),
                        ("territoire", models.CharField(blank=True, max_length=160, verbose_name="territoire")),
                        (
                            "themes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(choices=insertion.thematiques.choix, max_length=120),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="thématiques",
                            ),
                        ),
                        (
                            "verifie_le",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="à jour au"),
                        ),
                        (
                            "verifie_par",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "partenaire",
                        "verbose_name_plural": "partenaires",
                        "ordering": ["nom", "commune", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_partenaire_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "nom", "commune"),
                                name="partenaire_nom_unique",
                                violation_error_message="Ce partenaire est déjà dans l’annuaire, dans cette commune.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("nom", ""), _negated=True),
                                name="partenaire_nomme",
                                violation_error_message="Le nom est nécessaire.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("verifie_par__isnull", True), ("verifie_le__isnull", False), _connector="OR"
                                ),
                                name="partenaire_verifie_le",
                                violation_error_message="Une vérification porte sa date.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_partenaireevent" ("a_apporter", "actif", "adresse", "commune", "demarche", "email", "horaires", "id", "interlocuteur", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "public", "site", "structure_id", "telephone", "territoire", "themes", "type", "verifie_le", "verifie_par_id", "version") VALUES (NEW."a_apporter", NEW."actif", NEW."adresse", NEW."commune", NEW."demarche", NEW."email", NEW."horaires", NEW."id", NEW."interlocuteur", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."presentation", NEW."public", NEW."site", NEW."structure_id", NEW."telephone", NEW."territoire", NEW."themes", NEW."type", NEW."verifie_le", NEW."verifie_par_id", NEW."version"); RETURN NULL;',
                                    hash="dce5a965896db96d3d547542b47ec5feb9d0f9b1",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e2ba4",
                                    table="entreprises_partenaire",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "entreprises_partenaireevent" ("a_apporter", "actif", "adresse", "commune", "demarche", "email", "horaires", "id", "interlocuteur", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "public", "site", "structure_id", "telephone", "territoire", "themes", "type", "verifie_le", "verifie_par_id", "version") VALUES (NEW."a_apporter", NEW."actif", NEW."adresse", NEW."commune", NEW."demarche", NEW."email", NEW."horaires", NEW."id", NEW."interlocuteur", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."presentation", NEW."public", NEW."site", NEW."structure_id", NEW."telephone", NEW."territoire", NEW."themes", NEW."type", NEW."verifie_le", NEW."verifie_par_id", NEW."version"); RETURN NULL;',
                                    hash="8512ba8ad51195506cf48248763b2f1d497b15d3",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_338b5",
                                    table="entreprises_partenaire",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_partenaireevent" ("a_apporter", "actif", "adresse", "commune", "demarche", "email", "horaires", "id", "interlocuteur", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "public", "site", "structure_id", "telephone", "territoire", "themes", "type", "verifie_le", "verifie_par_id", "version") VALUES (OLD."a_apporter", OLD."actif", OLD."adresse", OLD."commune", OLD."demarche", OLD."email", OLD."horaires", OLD."id", OLD."interlocuteur", OLD."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."presentation", OLD."public", OLD."site", OLD."structure_id", OLD."telephone", OLD."territoire", OLD."themes", OLD."type", OLD."verifie_le", OLD."verifie_par_id", OLD."version"); RETURN NULL;',
                                    hash="0770c5bf981d5963cd89a963498e3fa1808e49e5",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_633cf",
                                    table="entreprises_partenaire",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartenaireEvent",
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
                                    ("france_travail", "France Travail"),
                                    ("mission_locale", "Mission locale"),
                                    ("cap_emploi", "Cap emploi"),
                                    ("departement", "Département"),
                                    ("ccas", "CCAS"),
                                    ("caf", "CAF"),
                                    ("cpam", "CPAM"),
                                    ("ants", "ANTS"),
                                    ("finances_publiques", "Finances publiques"),
                                    ("banque_de_france", "Banque de France"),
                                    ("bailleur", "Bailleur"),
                                    ("action_logement", "Action Logement"),
                                    ("soliha", "SOLIHA"),
                                    ("organisme_formation", "Organisme de formation"),
                                    ("opco", "OPCO"),
                                    ("auto_ecole", "Auto-école sociale"),
                                    ("sante", "Lieu de soin"),
                                    ("spip", "SPIP"),
                                    ("avocat", "Avocat, accès au droit"),
                                    ("association", "Association"),
                                    ("autre", "Autre"),
                                ],
                                max_length=20,
                                verbose_name="type",
                            ),
                        ),
                        ("interlocuteur", models.CharField(blank=True, max_length=120, verbose_name="interlocuteur")),
                        (
                            "telephone",
                            models.CharField(
                                blank=True,
                                max_length=20,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\+?[\\d .()-]{2,20}$",
                                        "Un numéro de téléphone compte des chiffres : 03 20 12 34 56 ou 3949.",
                                    )
                                ],
                                verbose_name="téléphone",
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("commune", models.CharField(blank=True, max_length=80, verbose_name="commune")),
                        ("actif", models.BooleanField(default=True, verbose_name="proposé dans les orientations")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="entreprises.partenaire",
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
                            "a_apporter",
                            models.TextField(blank=True, max_length=2000, verbose_name="papiers à apporter"),
                        ),
                        ("adresse", models.CharField(blank=True, max_length=200, verbose_name="adresse")),
                        ("demarche", models.TextField(blank=True, max_length=2000, verbose_name="comment faire")),
                        ("horaires", models.CharField(blank=True, max_length=300, verbose_name="quand")),
                        (
                            "presentation",
                            models.TextField(blank=True, max_length=2000, verbose_name="à quoi ça sert"),
                        ),
                        ("public", models.CharField(blank=True, max_length=300, verbose_name="pour qui")),
                        ("site", models.URLField(blank=True, verbose_name="site internet")),
                        ("territoire", models.CharField(blank=True, max_length=160, verbose_name="territoire")),
                        (
                            "themes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(choices=insertion.thematiques.choix, max_length=120),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="thématiques",
                            ),
                        ),
                        (
                            "verifie_le",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="à jour au"),
                        ),
                        (
                            "verifie_par",
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
                ),
                migrations.CreateModel(
                    name="Collaboration",
                    fields=[
                        ("cle", models.CharField(max_length=40, primary_key=True, serialize=False)),
                        ("entreprise_id", models.BigIntegerField()),
                        ("genre", models.CharField(max_length=12)),
                        ("le", models.DateField()),
                    ],
                    options={
                        "verbose_name": "collaboration",
                        "verbose_name_plural": "collaborations",
                        "db_table": "entreprises_collaborations",
                        "managed": False,
                    },
                ),
                migrations.CreateModel(
                    name="Contact",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("nom", models.CharField(max_length=80, verbose_name="nom")),
                        ("prenom", models.CharField(blank=True, max_length=80, verbose_name="prénom")),
                        (
                            "role",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("direction", "Direction"),
                                    ("rh", "Ressources humaines"),
                                    ("encadrement", "Encadrement d’équipe"),
                                    ("tuteur", "Tuteur ou tutrice"),
                                    ("achats", "Achats, clientèle"),
                                    ("accueil", "Accueil, secrétariat"),
                                    ("autre", "Autre"),
                                ],
                                max_length=12,
                                verbose_name="rôle",
                            ),
                        ),
                        ("fonction", models.CharField(blank=True, max_length=120, verbose_name="fonction")),
                        (
                            "telephone",
                            models.CharField(
                                blank=True,
                                max_length=20,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\+?[\\d .()-]{2,20}$",
                                        "Un numéro de téléphone compte des chiffres : 03 20 12 34 56 ou 3949.",
                                    )
                                ],
                                verbose_name="téléphone",
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="adresse e-mail")),
                        (
                            "preference",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("telephone", "Au téléphone"),
                                    ("email", "Par e-mail"),
                                    ("visite", "De vive voix, sur place"),
                                ],
                                max_length=10,
                                verbose_name="préfère être joint",
                            ),
                        ),
                        (
                            "parti_le",
                            models.DateField(blank=True, null=True, verbose_name="a quitté l’entreprise le"),
                        ),
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
                            "entreprise",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="contacts",
                                to="entreprises.entreprise",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "contact",
                        "verbose_name_plural": "contacts",
                        "ordering": ["nom", "prenom", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_contact_structure_id"
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_contactevent" ("email", "entreprise_id", "fonction", "id", "nom", "parti_le", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "preference", "prenom", "role", "structure_id", "telephone", "version") VALUES (NEW."email", NEW."entreprise_id", NEW."fonction", NEW."id", NEW."nom", NEW."parti_le", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."preference", NEW."prenom", NEW."role", NEW."structure_id", NEW."telephone", NEW."version"); RETURN NULL;',
                                    hash="007cf6b1e07f4feef7f045840a97d58c2d5718fd",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_8777f",
                                    table="entreprises_contact",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "entreprises_contactevent" ("email", "entreprise_id", "fonction", "id", "nom", "parti_le", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "preference", "prenom", "role", "structure_id", "telephone", "version") VALUES (NEW."email", NEW."entreprise_id", NEW."fonction", NEW."id", NEW."nom", NEW."parti_le", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."preference", NEW."prenom", NEW."role", NEW."structure_id", NEW."telephone", NEW."version"); RETURN NULL;',
                                    hash="268c20b44bd221fa92a840441f379322fd801968",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_12f46",
                                    table="entreprises_contact",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_contactevent" ("email", "entreprise_id", "fonction", "id", "nom", "parti_le", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "preference", "prenom", "role", "structure_id", "telephone", "version") VALUES (OLD."email", OLD."entreprise_id", OLD."fonction", OLD."id", OLD."nom", OLD."parti_le", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."preference", OLD."prenom", OLD."role", OLD."structure_id", OLD."telephone", OLD."version"); RETURN NULL;',
                                    hash="a5f256819fb061f1604e3e4373780e0f98745ae4",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_01d0d",
                                    table="entreprises_contact",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContactEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("nom", models.CharField(max_length=80, verbose_name="nom")),
                        ("prenom", models.CharField(blank=True, max_length=80, verbose_name="prénom")),
                        (
                            "role",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("direction", "Direction"),
                                    ("rh", "Ressources humaines"),
                                    ("encadrement", "Encadrement d’équipe"),
                                    ("tuteur", "Tuteur ou tutrice"),
                                    ("achats", "Achats, clientèle"),
                                    ("accueil", "Accueil, secrétariat"),
                                    ("autre", "Autre"),
                                ],
                                max_length=12,
                                verbose_name="rôle",
                            ),
                        ),
                        ("fonction", models.CharField(blank=True, max_length=120, verbose_name="fonction")),
                        (
                            "telephone",
                            models.CharField(
                                blank=True,
                                max_length=20,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\+?[\\d .()-]{2,20}$",
                                        "Un numéro de téléphone compte des chiffres : 03 20 12 34 56 ou 3949.",
                                    )
                                ],
                                verbose_name="téléphone",
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="adresse e-mail")),
                        (
                            "preference",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("telephone", "Au téléphone"),
                                    ("email", "Par e-mail"),
                                    ("visite", "De vive voix, sur place"),
                                ],
                                max_length=10,
                                verbose_name="préfère être joint",
                            ),
                        ),
                        (
                            "parti_le",
                            models.DateField(blank=True, null=True, verbose_name="a quitté l’entreprise le"),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="entreprises.contact",
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
                            "entreprise",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.entreprise",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Echange",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("date", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date")),
                        (
                            "mode",
                            models.CharField(
                                choices=[
                                    ("appel", "Appel"),
                                    ("visite", "Visite"),
                                    ("rencontre", "Rendez-vous dans nos murs"),
                                    ("evenement", "Forum, événement"),
                                    ("courriel", "E-mail ou courrier"),
                                ],
                                default="appel",
                                max_length=10,
                                verbose_name="comment",
                            ),
                        ),
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
                        (
                            "resultat",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("interesse", "Intéressé"),
                                    ("offre", "A une offre"),
                                    ("rendez_vous", "Rendez-vous pris"),
                                    ("rappeler", "À rappeler"),
                                    ("message", "Message laissé"),
                                    ("sans_reponse", "Pas de réponse"),
                                    ("pas_maintenant", "Pas pour le moment"),
                                    ("refus", "Ne veut plus être contacté"),
                                ],
                                max_length=14,
                                verbose_name="résultat",
                            ),
                        ),
                        ("texte", models.TextField(blank=True, max_length=8000, verbose_name="ce qui s’est dit")),
                        ("rappeler_le", models.DateField(blank=True, null=True, verbose_name="rappeler le")),
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
                                related_name="echanges",
                                to="entreprises.contact",
                                verbose_name="avec qui",
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
                            "entreprise",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="echanges",
                                to="entreprises.entreprise",
                            ),
                        ),
                        (
                            "campagne",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="echanges",
                                to="entreprises.campagne",
                                verbose_name="campagne",
                            ),
                        ),
                        (
                            "evenement",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="echanges",
                                to="entreprises.evenement",
                                verbose_name="événement",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "échange",
                        "verbose_name_plural": "échanges",
                        "ordering": ["-date", "-pk"],
                        "indexes": [
                            models.Index(fields=["structure", "entreprise", "-date"], name="echange_par_entreprise"),
                            models.Index(fields=["structure", "campagne", "entreprise"], name="echange_par_campagne"),
                            models.Index(fields=["structure", "evenement"], name="echange_par_evenement"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_echange_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("texte", ""), _negated=True),
                                    models.Q(("resultat", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="echange_texte_ou_resultat",
                                violation_error_code="echange_texte_ou_resultat",
                                violation_error_message="Dites en un mot ce qui s’est passé : le résultat, ou quelques mots.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("rappeler_le__isnull", True),
                                    ("rappeler_le__gte", models.F("date__date")),
                                    _connector="OR",
                                ),
                                name="echange_rappel_apres",
                                violation_error_code="echange_rappel_apres",
                                violation_error_message="Le rappel ne peut pas précéder l’échange.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("rappeler_le__isnull", True),
                                    models.Q(("resultat", "refus"), _negated=True),
                                    _connector="OR",
                                ),
                                name="echange_refus_sans_rappel",
                                violation_error_code="echange_refus_sans_rappel",
                                violation_error_message="Qui ne veut plus être contacté n’est pas rappelé.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EchangeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("date", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date")),
                        (
                            "mode",
                            models.CharField(
                                choices=[
                                    ("appel", "Appel"),
                                    ("visite", "Visite"),
                                    ("rencontre", "Rendez-vous dans nos murs"),
                                    ("evenement", "Forum, événement"),
                                    ("courriel", "E-mail ou courrier"),
                                ],
                                default="appel",
                                max_length=10,
                                verbose_name="comment",
                            ),
                        ),
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
                        (
                            "resultat",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("interesse", "Intéressé"),
                                    ("offre", "A une offre"),
                                    ("rendez_vous", "Rendez-vous pris"),
                                    ("rappeler", "À rappeler"),
                                    ("message", "Message laissé"),
                                    ("sans_reponse", "Pas de réponse"),
                                    ("pas_maintenant", "Pas pour le moment"),
                                    ("refus", "Ne veut plus être contacté"),
                                ],
                                max_length=14,
                                verbose_name="résultat",
                            ),
                        ),
                        ("texte", models.TextField(blank=True, max_length=8000, verbose_name="ce qui s’est dit")),
                        ("rappeler_le", models.DateField(blank=True, null=True, verbose_name="rappeler le")),
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
                                verbose_name="avec qui",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="entreprises.echange",
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
                            "campagne",
                            insertion.isolation.models.CleIsolee(
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
                        (
                            "evenement",
                            insertion.isolation.models.CleIsolee(
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
                    ],
                ),
                migrations.CreateModel(
                    name="Entreprise",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("raison_sociale", models.CharField(max_length=160, verbose_name="raison sociale")),
                        (
                            "siret",
                            models.CharField(
                                blank=True,
                                max_length=14,
                                validators=[entreprises.models.entreprises.valider_siret],
                                verbose_name="SIRET",
                            ),
                        ),
                        (
                            "naf",
                            models.CharField(
                                blank=True,
                                max_length=6,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\d{2}\\.?\\d{2}[A-Z]$", "Un code NAF s’écrit 38.11Z."
                                    )
                                ],
                                verbose_name="code NAF",
                            ),
                        ),
                        (
                            "secteur",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("agriculture", "Agriculture, maraîchage"),
                                    ("espaces_verts", "Espaces verts"),
                                    ("batiment", "Bâtiment, travaux publics"),
                                    ("industrie", "Industrie, conditionnement"),
                                    ("logistique", "Logistique, transport"),
                                    ("commerce", "Commerce, distribution"),
                                    ("restauration", "Hôtellerie, restauration"),
                                    ("proprete", "Propreté"),
                                    ("aide", "Aide à la personne, santé"),
                                    ("administration", "Bureau, administration, accueil"),
                                    ("reemploi", "Réemploi, recyclage"),
                                    ("numerique", "Numérique"),
                                    ("autre", "Autre"),
                                ],
                                max_length=16,
                                verbose_name="secteur",
                            ),
                        ),
                        (
                            "secteurs_verts",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("energies", "Énergies renouvelables"),
                                        ("bio", "Agriculture biologique"),
                                        ("circulaire", "Économie circulaire, réemploi"),
                                        ("renovation", "Rénovation énergétique"),
                                        ("nature", "Entretien de la nature"),
                                        ("mobilite", "Mobilité douce"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="secteurs verts",
                            ),
                        ),
                        (
                            "effectif",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("0", "Aucun salarié"),
                                    ("1_9", "1 à 9 salariés"),
                                    ("10_49", "10 à 49 salariés"),
                                    ("50_249", "50 à 249 salariés"),
                                    ("250", "250 salariés et plus"),
                                ],
                                max_length=8,
                                verbose_name="effectif",
                            ),
                        ),
                        ("adresse", models.CharField(blank=True, max_length=200, verbose_name="adresse")),
                        (
                            "code_postal",
                            models.CharField(
                                blank=True,
                                max_length=5,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\d{5}$", "Un code postal compte 5 chiffres."
                                    )
                                ],
                                verbose_name="code postal",
                            ),
                        ),
                        ("commune", models.CharField(blank=True, max_length=80, verbose_name="commune")),
                        (
                            "telephone",
                            models.CharField(blank=True, max_length=20, verbose_name="téléphone du standard"),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="adresse e-mail")),
                        ("site", models.URLField(blank=True, verbose_name="site internet")),
                        (
                            "origine",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("prospection", "Prospection"),
                                    ("reseau", "Réseau de l’équipe"),
                                    ("personne", "Une personne accompagnée"),
                                    ("partenaire", "Un partenaire"),
                                    ("evenement", "Un forum, un événement"),
                                    ("client", "Cliente de la structure"),
                                    ("spontanee", "Elle nous a contactés"),
                                    ("fichier", "Un fichier importé"),
                                ],
                                max_length=12,
                                verbose_name="connue par",
                            ),
                        ),
                        ("remarques", models.TextField(blank=True, max_length=4000, verbose_name="à savoir")),
                        (
                            "fermee_le",
                            models.DateField(blank=True, null=True, verbose_name="a cessé son activité le"),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="ajoutée le")),
                        (
                            "recherche",
                            models.GeneratedField(
                                db_persist=True,
                                expression=insertion.texte.SansAccents(
                                    django.db.models.functions.text.Concat(
                                        "raison_sociale", models.Value(" "), "commune", models.Value(" "), "siret"
                                    )
                                ),
                                output_field=models.TextField(),
                            ),
                        ),
                        (
                            "referent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="entreprises_suivies",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="suivie par",
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
                        "verbose_name": "entreprise",
                        "verbose_name_plural": "entreprises",
                        "ordering": ["recherche", "pk"],
                        "indexes": [
                            models.Index(fields=["structure", "recherche", "id"], name="entreprise_liste"),
                            models.Index(fields=["structure", "referent"], name="entreprise_par_referent"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_entreprise_structure_id"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("siret", ""), _negated=True),
                                fields=("structure", "siret"),
                                name="entreprise_siret_unique",
                                violation_error_message="Cette entreprise est déjà dans le carnet d’adresses, avec ce SIRET.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("raison_sociale", ""), _negated=True),
                                name="entreprise_nommee",
                                violation_error_message="La raison sociale est nécessaire.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("siret", ""), ("siret__regex", "^\\d{14}$"), _connector="OR"),
                                name="entreprise_siret_chiffres",
                                violation_error_message="Un numéro SIRET compte 14 chiffres.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_entrepriseevent" ("adresse", "code_postal", "commune", "created_at", "effectif", "email", "fermee_le", "id", "naf", "origine", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "raison_sociale", "referent_id", "remarques", "secteur", "secteurs_verts", "siret", "site", "structure_id", "telephone", "version") VALUES (NEW."adresse", NEW."code_postal", NEW."commune", NEW."created_at", NEW."effectif", NEW."email", NEW."fermee_le", NEW."id", NEW."naf", NEW."origine", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."raison_sociale", NEW."referent_id", NEW."remarques", NEW."secteur", NEW."secteurs_verts", NEW."siret", NEW."site", NEW."structure_id", NEW."telephone", NEW."version"); RETURN NULL;',
                                    hash="be500a6a089eb805829531217cbef7cb41747569",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_86437",
                                    table="entreprises_entreprise",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."adresse" IS DISTINCT FROM (NEW."adresse") OR OLD."code_postal" IS DISTINCT FROM (NEW."code_postal") OR OLD."commune" IS DISTINCT FROM (NEW."commune") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."effectif" IS DISTINCT FROM (NEW."effectif") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."fermee_le" IS DISTINCT FROM (NEW."fermee_le") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."naf" IS DISTINCT FROM (NEW."naf") OR OLD."origine" IS DISTINCT FROM (NEW."origine") OR OLD."raison_sociale" IS DISTINCT FROM (NEW."raison_sociale") OR OLD."referent_id" IS DISTINCT FROM (NEW."referent_id") OR OLD."remarques" IS DISTINCT FROM (NEW."remarques") OR OLD."secteur" IS DISTINCT FROM (NEW."secteur") OR OLD."secteurs_verts" IS DISTINCT FROM (NEW."secteurs_verts") OR OLD."siret" IS DISTINCT FROM (NEW."siret") OR OLD."site" IS DISTINCT FROM (NEW."site") OR OLD."structure_id" IS DISTINCT FROM (NEW."structure_id") OR OLD."telephone" IS DISTINCT FROM (NEW."telephone") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                                    func='INSERT INTO "entreprises_entrepriseevent" ("adresse", "code_postal", "commune", "created_at", "effectif", "email", "fermee_le", "id", "naf", "origine", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "raison_sociale", "referent_id", "remarques", "secteur", "secteurs_verts", "siret", "site", "structure_id", "telephone", "version") VALUES (NEW."adresse", NEW."code_postal", NEW."commune", NEW."created_at", NEW."effectif", NEW."email", NEW."fermee_le", NEW."id", NEW."naf", NEW."origine", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."raison_sociale", NEW."referent_id", NEW."remarques", NEW."secteur", NEW."secteurs_verts", NEW."siret", NEW."site", NEW."structure_id", NEW."telephone", NEW."version"); RETURN NULL;',
                                    hash="8a55b998b71493f73c4a4ddf240415b64f03b733",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_b9a39",
                                    table="entreprises_entreprise",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_entrepriseevent" ("adresse", "code_postal", "commune", "created_at", "effectif", "email", "fermee_le", "id", "naf", "origine", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "raison_sociale", "referent_id", "remarques", "secteur", "secteurs_verts", "siret", "site", "structure_id", "telephone", "version") VALUES (OLD."adresse", OLD."code_postal", OLD."commune", OLD."created_at", OLD."effectif", OLD."email", OLD."fermee_le", OLD."id", OLD."naf", OLD."origine", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."raison_sociale", OLD."referent_id", OLD."remarques", OLD."secteur", OLD."secteurs_verts", OLD."siret", OLD."site", OLD."structure_id", OLD."telephone", OLD."version"); RETURN NULL;',
                                    hash="3eef92702c29a1d9e8c381b07599827bd8f14172",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_001f4",
                                    table="entreprises_entreprise",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EntrepriseEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("raison_sociale", models.CharField(max_length=160, verbose_name="raison sociale")),
                        (
                            "siret",
                            models.CharField(
                                blank=True,
                                max_length=14,
                                validators=[entreprises.models.entreprises.valider_siret],
                                verbose_name="SIRET",
                            ),
                        ),
                        (
                            "naf",
                            models.CharField(
                                blank=True,
                                max_length=6,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\d{2}\\.?\\d{2}[A-Z]$", "Un code NAF s’écrit 38.11Z."
                                    )
                                ],
                                verbose_name="code NAF",
                            ),
                        ),
                        (
                            "secteur",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("agriculture", "Agriculture, maraîchage"),
                                    ("espaces_verts", "Espaces verts"),
                                    ("batiment", "Bâtiment, travaux publics"),
                                    ("industrie", "Industrie, conditionnement"),
                                    ("logistique", "Logistique, transport"),
                                    ("commerce", "Commerce, distribution"),
                                    ("restauration", "Hôtellerie, restauration"),
                                    ("proprete", "Propreté"),
                                    ("aide", "Aide à la personne, santé"),
                                    ("administration", "Bureau, administration, accueil"),
                                    ("reemploi", "Réemploi, recyclage"),
                                    ("numerique", "Numérique"),
                                    ("autre", "Autre"),
                                ],
                                max_length=16,
                                verbose_name="secteur",
                            ),
                        ),
                        (
                            "secteurs_verts",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("energies", "Énergies renouvelables"),
                                        ("bio", "Agriculture biologique"),
                                        ("circulaire", "Économie circulaire, réemploi"),
                                        ("renovation", "Rénovation énergétique"),
                                        ("nature", "Entretien de la nature"),
                                        ("mobilite", "Mobilité douce"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="secteurs verts",
                            ),
                        ),
                        (
                            "effectif",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("0", "Aucun salarié"),
                                    ("1_9", "1 à 9 salariés"),
                                    ("10_49", "10 à 49 salariés"),
                                    ("50_249", "50 à 249 salariés"),
                                    ("250", "250 salariés et plus"),
                                ],
                                max_length=8,
                                verbose_name="effectif",
                            ),
                        ),
                        ("adresse", models.CharField(blank=True, max_length=200, verbose_name="adresse")),
                        (
                            "code_postal",
                            models.CharField(
                                blank=True,
                                max_length=5,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\d{5}$", "Un code postal compte 5 chiffres."
                                    )
                                ],
                                verbose_name="code postal",
                            ),
                        ),
                        ("commune", models.CharField(blank=True, max_length=80, verbose_name="commune")),
                        (
                            "telephone",
                            models.CharField(blank=True, max_length=20, verbose_name="téléphone du standard"),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="adresse e-mail")),
                        ("site", models.URLField(blank=True, verbose_name="site internet")),
                        (
                            "origine",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("prospection", "Prospection"),
                                    ("reseau", "Réseau de l’équipe"),
                                    ("personne", "Une personne accompagnée"),
                                    ("partenaire", "Un partenaire"),
                                    ("evenement", "Un forum, un événement"),
                                    ("client", "Cliente de la structure"),
                                    ("spontanee", "Elle nous a contactés"),
                                    ("fichier", "Un fichier importé"),
                                ],
                                max_length=12,
                                verbose_name="connue par",
                            ),
                        ),
                        ("remarques", models.TextField(blank=True, max_length=4000, verbose_name="à savoir")),
                        (
                            "fermee_le",
                            models.DateField(blank=True, null=True, verbose_name="a cessé son activité le"),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="ajoutée le")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="entreprises.entreprise",
                            ),
                        ),
                        (
                            "referent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="suivie par",
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
                ),
                migrations.CreateModel(
                    name="Etablissement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("nom", models.CharField(max_length=120, verbose_name="nom du site")),
                        (
                            "siret",
                            models.CharField(
                                blank=True,
                                max_length=14,
                                validators=[entreprises.models.entreprises.valider_siret],
                                verbose_name="SIRET",
                            ),
                        ),
                        ("adresse", models.CharField(blank=True, max_length=200, verbose_name="adresse")),
                        (
                            "code_postal",
                            models.CharField(
                                blank=True,
                                max_length=5,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\d{5}$", "Un code postal compte 5 chiffres."
                                    )
                                ],
                                verbose_name="code postal",
                            ),
                        ),
                        ("commune", models.CharField(blank=True, max_length=80, verbose_name="commune")),
                        ("fermee_le", models.DateField(blank=True, null=True, verbose_name="fermé le")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "entreprise",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="etablissements",
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
                        "verbose_name": "établissement",
                        "verbose_name_plural": "établissements",
                        "ordering": ["nom", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_etablissement_structure_id"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("siret", ""), _negated=True),
                                fields=("structure", "siret"),
                                name="etablissement_siret_unique",
                                violation_error_message="Un établissement porte déjà ce SIRET.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_etablissementevent" ("adresse", "code_postal", "commune", "entreprise_id", "fermee_le", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "siret", "structure_id", "version") VALUES (NEW."adresse", NEW."code_postal", NEW."commune", NEW."entreprise_id", NEW."fermee_le", NEW."id", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."siret", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="65ef5b18cd2bb865b46cd814607e075c8fa6e105",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1519c",
                                    table="entreprises_etablissement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "entreprises_etablissementevent" ("adresse", "code_postal", "commune", "entreprise_id", "fermee_le", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "siret", "structure_id", "version") VALUES (NEW."adresse", NEW."code_postal", NEW."commune", NEW."entreprise_id", NEW."fermee_le", NEW."id", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."siret", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="d559c352896a72888fc18905de106ef803e5db83",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_4b6b4",
                                    table="entreprises_etablissement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_etablissementevent" ("adresse", "code_postal", "commune", "entreprise_id", "fermee_le", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "siret", "structure_id", "version") VALUES (OLD."adresse", OLD."code_postal", OLD."commune", OLD."entreprise_id", OLD."fermee_le", OLD."id", OLD."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."siret", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="2ad14e32c4e4100dd71bfb753791a800c0d1276b",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_5ba0e",
                                    table="entreprises_etablissement",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EtablissementEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("nom", models.CharField(max_length=120, verbose_name="nom du site")),
                        (
                            "siret",
                            models.CharField(
                                blank=True,
                                max_length=14,
                                validators=[entreprises.models.entreprises.valider_siret],
                                verbose_name="SIRET",
                            ),
                        ),
                        ("adresse", models.CharField(blank=True, max_length=200, verbose_name="adresse")),
                        (
                            "code_postal",
                            models.CharField(
                                blank=True,
                                max_length=5,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\d{5}$", "Un code postal compte 5 chiffres."
                                    )
                                ],
                                verbose_name="code postal",
                            ),
                        ),
                        ("commune", models.CharField(blank=True, max_length=80, verbose_name="commune")),
                        ("fermee_le", models.DateField(blank=True, null=True, verbose_name="fermé le")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
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
                                to="entreprises.etablissement",
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
                ),
                migrations.CreateModel(
                    name="Offre",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "nature",
                            models.CharField(
                                choices=[
                                    ("emploi", "Emploi"),
                                    ("immersion", "Immersion"),
                                    ("formation", "Alternance ou formation en entreprise"),
                                ],
                                default="emploi",
                                max_length=10,
                                verbose_name="nature",
                            ),
                        ),
                        ("intitule", models.CharField(max_length=160, verbose_name="intitulé du poste")),
                        (
                            "contrat",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("cdi", "CDI"),
                                    ("cdd_long", "CDD de 6 mois et plus"),
                                    ("cdd_court", "CDD de moins de 6 mois"),
                                    ("interim", "Intérim"),
                                    ("alternance", "Alternance"),
                                    ("saisonnier", "Saisonnier"),
                                ],
                                max_length=12,
                                verbose_name="contrat",
                            ),
                        ),
                        (
                            "heures_hebdo",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=4,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(48),
                                ],
                                verbose_name="heures par semaine",
                            ),
                        ),
                        (
                            "horaires",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("journee", "En journée"),
                                        ("matin", "Tôt le matin"),
                                        ("soir", "Le soir"),
                                        ("nuit", "La nuit"),
                                        ("week_end", "Le week-end"),
                                        ("coupes", "Horaires coupés"),
                                    ],
                                    max_length=10,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="horaires",
                            ),
                        ),
                        ("debut", models.DateField(blank=True, null=True, verbose_name="à partir du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        (
                            "postes",
                            models.PositiveSmallIntegerField(
                                default=1,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(200),
                                ],
                                verbose_name="nombre de postes",
                            ),
                        ),
                        (
                            "permis",
                            models.CharField(
                                blank=True,
                                choices=[("permis_b", "Permis B"), ("vehicule", "Permis B et véhicule")],
                                max_length=8,
                                verbose_name="permis demandé",
                            ),
                        ),
                        (
                            "francais",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("non_lecteur", "Ne lit pas encore"),
                                    ("a1", "A1 : quelques mots"),
                                    ("a2", "A2 : la vie courante"),
                                    ("b1", "B1 : autonome"),
                                    ("b2", "B2 : à l’aise"),
                                    ("c1", "C1 et plus"),
                                ],
                                max_length=12,
                                verbose_name="niveau de français",
                            ),
                        ),
                        ("port_charges", models.BooleanField(default=False, verbose_name="port de charges")),
                        (
                            "distance_max_km",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(300),
                                ],
                                verbose_name="habiter à moins de (km)",
                            ),
                        ),
                        (
                            "description",
                            models.TextField(blank=True, max_length=8000, verbose_name="le poste en quelques mots"),
                        ),
                        ("recue_le", models.DateField(verbose_name="reçue le")),
                        ("expire_le", models.DateField(blank=True, null=True, verbose_name="expire le")),
                        ("cloturee_le", models.DateField(blank=True, null=True, verbose_name="close le")),
                        (
                            "motif_cloture",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("pourvue", "Pourvue par une personne accompagnée"),
                                    ("pourvue_ailleurs", "Pourvue autrement"),
                                    ("retiree", "Retirée par l’entreprise"),
                                    ("erreur", "Saisie par erreur"),
                                ],
                                max_length=16,
                                verbose_name="motif",
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
                            "contact",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="offres",
                                to="entreprises.contact",
                                verbose_name="contact",
                            ),
                        ),
                        (
                            "entreprise",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="offres",
                                to="entreprises.entreprise",
                            ),
                        ),
                        (
                            "etablissement",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="offres",
                                to="entreprises.etablissement",
                                verbose_name="site",
                            ),
                        ),
                        (
                            "rome",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="insertion.rome",
                                verbose_name="fiche ROME",
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
                        "verbose_name": "offre",
                        "verbose_name_plural": "offres",
                        "ordering": ["-recue_le", "-pk"],
                        "indexes": [
                            models.Index(fields=["structure", "-recue_le", "-id"], name="offre_recentes"),
                            models.Index(fields=["structure", "rome"], name="offre_par_rome"),
                            models.Index(fields=["structure", "entreprise"], name="offre_par_entreprise"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_offre_structure_id"
                            ),
                            models.CheckConstraint(
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
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("expire_le__isnull", True),
                                    ("expire_le__gte", models.F("recue_le")),
                                    _connector="OR",
                                ),
                                name="offre_expire_apres",
                                violation_error_code="offre_expire_apres",
                                violation_error_message="L’offre ne peut pas expirer avant d’être reçue.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("cloturee_le__isnull", True), ("motif_cloture", "")),
                                    models.Q(
                                        ("cloturee_le__isnull", False), models.Q(("motif_cloture", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="offre_cloture_motivee",
                                violation_error_code="offre_cloture_motivee",
                                violation_error_message="Une offre close porte sa date et son motif.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("postes__gte", 1)),
                                name="offre_postes",
                                violation_error_code="offre_postes",
                                violation_error_message="Une offre compte au moins un poste.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("heures_hebdo__isnull", True), ("heures_hebdo__range", (1, 48)), _connector="OR"
                                ),
                                name="offre_heures",
                                violation_error_code="offre_heures",
                                violation_error_message="Les heures vont de 1 à 48 par semaine.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("distance_max_km__isnull", True),
                                    ("distance_max_km__range", (1, 300)),
                                    _connector="OR",
                                ),
                                name="offre_distance",
                                violation_error_code="offre_distance",
                                violation_error_message="La distance va de 1 à 300 km.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "horaires__contained_by",
                                        ["journee", "matin", "soir", "nuit", "week_end", "coupes"],
                                    )
                                ),
                                name="offre_horaires",
                                violation_error_code="offre_horaires",
                                violation_error_message="Choisissez les horaires dans la liste.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_offreevent" ("auteur_id", "cloturee_le", "contact_id", "contrat", "debut", "description", "distance_max_km", "entreprise_id", "etablissement_id", "expire_le", "fin", "francais", "heures_hebdo", "horaires", "id", "intitule", "motif_cloture", "nature", "permis", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "port_charges", "postes", "recue_le", "rome_id", "structure_id", "version") VALUES (NEW."auteur_id", NEW."cloturee_le", NEW."contact_id", NEW."contrat", NEW."debut", NEW."description", NEW."distance_max_km", NEW."entreprise_id", NEW."etablissement_id", NEW."expire_le", NEW."fin", NEW."francais", NEW."heures_hebdo", NEW."horaires", NEW."id", NEW."intitule", NEW."motif_cloture", NEW."nature", NEW."permis", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."port_charges", NEW."postes", NEW."recue_le", NEW."rome_id", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="a30e8e12773c9410934890a45b2a6648553ce2e4",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_31711",
                                    table="entreprises_offre",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "entreprises_offreevent" ("auteur_id", "cloturee_le", "contact_id", "contrat", "debut", "description", "distance_max_km", "entreprise_id", "etablissement_id", "expire_le", "fin", "francais", "heures_hebdo", "horaires", "id", "intitule", "motif_cloture", "nature", "permis", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "port_charges", "postes", "recue_le", "rome_id", "structure_id", "version") VALUES (NEW."auteur_id", NEW."cloturee_le", NEW."contact_id", NEW."contrat", NEW."debut", NEW."description", NEW."distance_max_km", NEW."entreprise_id", NEW."etablissement_id", NEW."expire_le", NEW."fin", NEW."francais", NEW."heures_hebdo", NEW."horaires", NEW."id", NEW."intitule", NEW."motif_cloture", NEW."nature", NEW."permis", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."port_charges", NEW."postes", NEW."recue_le", NEW."rome_id", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="2c6460a46e36ea2d9d293b5504d79ae6856f6abd",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_9a981",
                                    table="entreprises_offre",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_offreevent" ("auteur_id", "cloturee_le", "contact_id", "contrat", "debut", "description", "distance_max_km", "entreprise_id", "etablissement_id", "expire_le", "fin", "francais", "heures_hebdo", "horaires", "id", "intitule", "motif_cloture", "nature", "permis", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "port_charges", "postes", "recue_le", "rome_id", "structure_id", "version") VALUES (OLD."auteur_id", OLD."cloturee_le", OLD."contact_id", OLD."contrat", OLD."debut", OLD."description", OLD."distance_max_km", OLD."entreprise_id", OLD."etablissement_id", OLD."expire_le", OLD."fin", OLD."francais", OLD."heures_hebdo", OLD."horaires", OLD."id", OLD."intitule", OLD."motif_cloture", OLD."nature", OLD."permis", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."port_charges", OLD."postes", OLD."recue_le", OLD."rome_id", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="625172ec97dff80659cef26a9246e7d2217c9c9e",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_27555",
                                    table="entreprises_offre",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OffreEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "nature",
                            models.CharField(
                                choices=[
                                    ("emploi", "Emploi"),
                                    ("immersion", "Immersion"),
                                    ("formation", "Alternance ou formation en entreprise"),
                                ],
                                default="emploi",
                                max_length=10,
                                verbose_name="nature",
                            ),
                        ),
                        ("intitule", models.CharField(max_length=160, verbose_name="intitulé du poste")),
                        (
                            "contrat",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("cdi", "CDI"),
                                    ("cdd_long", "CDD de 6 mois et plus"),
                                    ("cdd_court", "CDD de moins de 6 mois"),
                                    ("interim", "Intérim"),
                                    ("alternance", "Alternance"),
                                    ("saisonnier", "Saisonnier"),
                                ],
                                max_length=12,
                                verbose_name="contrat",
                            ),
                        ),
                        (
                            "heures_hebdo",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=4,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(48),
                                ],
                                verbose_name="heures par semaine",
                            ),
                        ),
                        (
                            "horaires",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("journee", "En journée"),
                                        ("matin", "Tôt le matin"),
                                        ("soir", "Le soir"),
                                        ("nuit", "La nuit"),
                                        ("week_end", "Le week-end"),
                                        ("coupes", "Horaires coupés"),
                                    ],
                                    max_length=10,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="horaires",
                            ),
                        ),
                        ("debut", models.DateField(blank=True, null=True, verbose_name="à partir du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        (
                            "postes",
                            models.PositiveSmallIntegerField(
                                default=1,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(200),
                                ],
                                verbose_name="nombre de postes",
                            ),
                        ),
                        (
                            "permis",
                            models.CharField(
                                blank=True,
                                choices=[("permis_b", "Permis B"), ("vehicule", "Permis B et véhicule")],
                                max_length=8,
                                verbose_name="permis demandé",
                            ),
                        ),
                        (
                            "francais",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("non_lecteur", "Ne lit pas encore"),
                                    ("a1", "A1 : quelques mots"),
                                    ("a2", "A2 : la vie courante"),
                                    ("b1", "B1 : autonome"),
                                    ("b2", "B2 : à l’aise"),
                                    ("c1", "C1 et plus"),
                                ],
                                max_length=12,
                                verbose_name="niveau de français",
                            ),
                        ),
                        ("port_charges", models.BooleanField(default=False, verbose_name="port de charges")),
                        (
                            "distance_max_km",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(300),
                                ],
                                verbose_name="habiter à moins de (km)",
                            ),
                        ),
                        (
                            "description",
                            models.TextField(blank=True, max_length=8000, verbose_name="le poste en quelques mots"),
                        ),
                        ("recue_le", models.DateField(verbose_name="reçue le")),
                        ("expire_le", models.DateField(blank=True, null=True, verbose_name="expire le")),
                        ("cloturee_le", models.DateField(blank=True, null=True, verbose_name="close le")),
                        (
                            "motif_cloture",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("pourvue", "Pourvue par une personne accompagnée"),
                                    ("pourvue_ailleurs", "Pourvue autrement"),
                                    ("retiree", "Retirée par l’entreprise"),
                                    ("erreur", "Saisie par erreur"),
                                ],
                                max_length=16,
                                verbose_name="motif",
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
                            "etablissement",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.etablissement",
                                verbose_name="site",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="entreprises.offre",
                            ),
                        ),
                        (
                            "rome",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="insertion.rome",
                                verbose_name="fiche ROME",
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
                ),
                migrations.CreateModel(
                    name="DispositifLocal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("nom", models.CharField(max_length=120, verbose_name="nom")),
                        (
                            "presentation",
                            models.TextField(blank=True, max_length=2000, verbose_name="à quoi ça sert"),
                        ),
                        (
                            "themes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(choices=insertion.thematiques.choix, max_length=120),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="thématiques",
                            ),
                        ),
                        ("public", models.CharField(blank=True, max_length=300, verbose_name="pour qui")),
                        ("territoire", models.CharField(blank=True, max_length=160, verbose_name="territoire")),
                        ("adresse", models.CharField(blank=True, max_length=200, verbose_name="adresse")),
                        ("commune", models.CharField(blank=True, max_length=80, verbose_name="commune")),
                        ("horaires", models.CharField(blank=True, max_length=300, verbose_name="quand")),
                        ("demarche", models.TextField(blank=True, max_length=2000, verbose_name="comment faire")),
                        (
                            "a_apporter",
                            models.TextField(blank=True, max_length=2000, verbose_name="papiers à apporter"),
                        ),
                        ("site", models.URLField(blank=True, verbose_name="site internet")),
                        (
                            "verifie_le",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="à jour au"),
                        ),
                        ("actif", models.BooleanField(default=True, verbose_name="proposé aux personnes")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "age_min",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(10),
                                    django.core.validators.MaxValueValidator(99),
                                ],
                                verbose_name="à partir de (ans)",
                            ),
                        ),
                        (
                            "age_max",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(10),
                                    django.core.validators.MaxValueValidator(99),
                                ],
                                verbose_name="jusqu’à (ans)",
                            ),
                        ),
                        (
                            "francais",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("non_lecteur", "Ne lit pas encore"),
                                    ("a1", "A1 : quelques mots"),
                                    ("a2", "A2 : la vie courante"),
                                    ("b1", "B1 : autonome"),
                                    ("b2", "B2 : à l’aise"),
                                    ("c1", "C1 et plus"),
                                ],
                                max_length=12,
                                verbose_name="niveau de français",
                            ),
                        ),
                        (
                            "faits_tous",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("rsa", "Recevoir le RSA"),
                                        ("ass", "Recevoir l’ASS"),
                                        ("are", "Recevoir l’allocation chômage (ARE)"),
                                        ("prime_activite", "Recevoir la prime d’activité"),
                                        ("salaire", "Avoir un salaire"),
                                        ("sans_ressources", "Être sans ressources"),
                                        ("france_travail", "Être inscrit à France Travail"),
                                        ("deld", "Chercher un emploi depuis plus d’un an"),
                                        ("sans_qualification", "Ne pas avoir de qualification reconnue"),
                                        ("rqth", "Avoir la RQTH"),
                                        ("parent_isole", "Élever seul un enfant"),
                                        ("qpv", "Habiter un quartier prioritaire"),
                                        ("zrr", "Habiter une zone de revitalisation rurale"),
                                        ("logement_autonome", "Avoir un logement à son nom"),
                                        ("assurance_maladie", "Avoir une assurance maladie à jour"),
                                        ("titre_sejour", "Avoir un titre de séjour en cours, si nécessaire"),
                                        ("permis_b", "Avoir le permis B"),
                                        ("permis_en_cours", "Avoir commencé le permis"),
                                        ("vehicule", "Avoir un véhicule"),
                                        ("sans_permis_b", "Ne pas avoir encore le permis B"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="il faut, à la fois",
                            ),
                        ),
                        (
                            "faits_un",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("rsa", "Recevoir le RSA"),
                                        ("ass", "Recevoir l’ASS"),
                                        ("are", "Recevoir l’allocation chômage (ARE)"),
                                        ("prime_activite", "Recevoir la prime d’activité"),
                                        ("salaire", "Avoir un salaire"),
                                        ("sans_ressources", "Être sans ressources"),
                                        ("france_travail", "Être inscrit à France Travail"),
                                        ("deld", "Chercher un emploi depuis plus d’un an"),
                                        ("sans_qualification", "Ne pas avoir de qualification reconnue"),
                                        ("rqth", "Avoir la RQTH"),
                                        ("parent_isole", "Élever seul un enfant"),
                                        ("qpv", "Habiter un quartier prioritaire"),
                                        ("zrr", "Habiter une zone de revitalisation rurale"),
                                        ("logement_autonome", "Avoir un logement à son nom"),
                                        ("assurance_maladie", "Avoir une assurance maladie à jour"),
                                        ("titre_sejour", "Avoir un titre de séjour en cours, si nécessaire"),
                                        ("permis_b", "Avoir le permis B"),
                                        ("permis_en_cours", "Avoir commencé le permis"),
                                        ("vehicule", "Avoir un véhicule"),
                                        ("sans_permis_b", "Ne pas avoir encore le permis B"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="il faut au moins une de ces situations",
                            ),
                        ),
                        (
                            "autres_conditions",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="autres conditions à vérifier"
                            ),
                        ),
                        (
                            "nature",
                            models.CharField(
                                choices=[
                                    ("fsl", "Fonds de solidarité pour le logement (FSL)"),
                                    ("faj", "Fonds d’aide aux jeunes (FAJ)"),
                                    ("microcredit", "Microcrédit"),
                                    ("cheques_mobilite", "Chèques mobilité"),
                                    ("permis", "Aide au permis"),
                                    ("mobilite", "Aide à la mobilité"),
                                    ("garde_enfants", "Aide à la garde d’enfants"),
                                    ("secours", "Secours d’urgence"),
                                    ("caf", "Aide de la CAF"),
                                    ("ccas", "Aide du CCAS"),
                                    ("departement", "Aide du Département"),
                                    ("association", "Aide d’une association"),
                                    ("accompagnement", "Accompagnement, sans argent"),
                                    ("autre", "Autre dispositif"),
                                ],
                                max_length=16,
                                verbose_name="ce que c’est",
                            ),
                        ),
                        ("paie", models.CharField(blank=True, max_length=200, verbose_name="ce que l’aide paie")),
                        ("montant", models.CharField(blank=True, max_length=120, verbose_name="montant (€)")),
                        ("delai", models.CharField(blank=True, max_length=120, verbose_name="délai de réponse")),
                        (
                            "organisme",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="dispositifs",
                                to="entreprises.partenaire",
                                verbose_name="à qui le demander",
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
                            "verifie_par",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "dispositif local",
                        "verbose_name_plural": "dispositifs locaux",
                        "ordering": ["nom", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_dispositiflocal_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("nom", ""), _negated=True),
                                name="dispositiflocal_nomme",
                                violation_error_message="Le nom est nécessaire.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("verifie_par__isnull", True), ("verifie_le__isnull", False), _connector="OR"
                                ),
                                name="dispositiflocal_verifie_le",
                                violation_error_message="Une vérification porte sa date.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("age_min__isnull", True),
                                    ("age_max__isnull", True),
                                    ("age_max__gte", models.F("age_min")),
                                    _connector="OR",
                                ),
                                name="dispositiflocal_ages",
                                violation_error_code="ages",
                                violation_error_message="L’âge le plus haut ne peut pas être sous l’âge le plus bas.",
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "nom", "commune"),
                                name="dispositif_local_nom_unique",
                                violation_error_message="Ce dispositif est déjà noté, dans cette commune.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_dispositiflocalevent" ("a_apporter", "actif", "adresse", "age_max", "age_min", "autres_conditions", "commune", "delai", "demarche", "faits_tous", "faits_un", "francais", "horaires", "id", "montant", "nature", "nom", "organisme_id", "paie", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "public", "site", "structure_id", "territoire", "themes", "verifie_le", "verifie_par_id", "version") VALUES (NEW."a_apporter", NEW."actif", NEW."adresse", NEW."age_max", NEW."age_min", NEW."autres_conditions", NEW."commune", NEW."delai", NEW."demarche", NEW."faits_tous", NEW."faits_un", NEW."francais", NEW."horaires", NEW."id", NEW."montant", NEW."nature", NEW."nom", NEW."organisme_id", NEW."paie", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."presentation", NEW."public", NEW."site", NEW."structure_id", NEW."territoire", NEW."themes", NEW."verifie_le", NEW."verifie_par_id", NEW."version"); RETURN NULL;',
                                    hash="b1b48258906debd622c41d04c16dff9565ec3e10",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_70a14",
                                    table="entreprises_dispositiflocal",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "entreprises_dispositiflocalevent" ("a_apporter", "actif", "adresse", "age_max", "age_min", "autres_conditions", "commune", "delai", "demarche", "faits_tous", "faits_un", "francais", "horaires", "id", "montant", "nature", "nom", "organisme_id", "paie", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "public", "site", "structure_id", "territoire", "themes", "verifie_le", "verifie_par_id", "version") VALUES (NEW."a_apporter", NEW."actif", NEW."adresse", NEW."age_max", NEW."age_min", NEW."autres_conditions", NEW."commune", NEW."delai", NEW."demarche", NEW."faits_tous", NEW."faits_un", NEW."francais", NEW."horaires", NEW."id", NEW."montant", NEW."nature", NEW."nom", NEW."organisme_id", NEW."paie", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."presentation", NEW."public", NEW."site", NEW."structure_id", NEW."territoire", NEW."themes", NEW."verifie_le", NEW."verifie_par_id", NEW."version"); RETURN NULL;',
                                    hash="76d1d4bceaefe30008b4dc9ded14a3d4fe8f0c89",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_11ff9",
                                    table="entreprises_dispositiflocal",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_dispositiflocalevent" ("a_apporter", "actif", "adresse", "age_max", "age_min", "autres_conditions", "commune", "delai", "demarche", "faits_tous", "faits_un", "francais", "horaires", "id", "montant", "nature", "nom", "organisme_id", "paie", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "public", "site", "structure_id", "territoire", "themes", "verifie_le", "verifie_par_id", "version") VALUES (OLD."a_apporter", OLD."actif", OLD."adresse", OLD."age_max", OLD."age_min", OLD."autres_conditions", OLD."commune", OLD."delai", OLD."demarche", OLD."faits_tous", OLD."faits_un", OLD."francais", OLD."horaires", OLD."id", OLD."montant", OLD."nature", OLD."nom", OLD."organisme_id", OLD."paie", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."presentation", OLD."public", OLD."site", OLD."structure_id", OLD."territoire", OLD."themes", OLD."verifie_le", OLD."verifie_par_id", OLD."version"); RETURN NULL;',
                                    hash="4c4c8e34c4b5396fe4ba260343d9d4d5c644612b",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_71937",
                                    table="entreprises_dispositiflocal",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DispositifLocalEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("nom", models.CharField(max_length=120, verbose_name="nom")),
                        (
                            "presentation",
                            models.TextField(blank=True, max_length=2000, verbose_name="à quoi ça sert"),
                        ),
                        (
                            "themes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(choices=insertion.thematiques.choix, max_length=120),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="thématiques",
                            ),
                        ),
                        ("public", models.CharField(blank=True, max_length=300, verbose_name="pour qui")),
                        ("territoire", models.CharField(blank=True, max_length=160, verbose_name="territoire")),
                        ("adresse", models.CharField(blank=True, max_length=200, verbose_name="adresse")),
                        ("commune", models.CharField(blank=True, max_length=80, verbose_name="commune")),
                        ("horaires", models.CharField(blank=True, max_length=300, verbose_name="quand")),
                        ("demarche", models.TextField(blank=True, max_length=2000, verbose_name="comment faire")),
                        (
                            "a_apporter",
                            models.TextField(blank=True, max_length=2000, verbose_name="papiers à apporter"),
                        ),
                        ("site", models.URLField(blank=True, verbose_name="site internet")),
                        (
                            "verifie_le",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="à jour au"),
                        ),
                        ("actif", models.BooleanField(default=True, verbose_name="proposé aux personnes")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "age_min",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(10),
                                    django.core.validators.MaxValueValidator(99),
                                ],
                                verbose_name="à partir de (ans)",
                            ),
                        ),
                        (
                            "age_max",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(10),
                                    django.core.validators.MaxValueValidator(99),
                                ],
                                verbose_name="jusqu’à (ans)",
                            ),
                        ),
                        (
                            "francais",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("non_lecteur", "Ne lit pas encore"),
                                    ("a1", "A1 : quelques mots"),
                                    ("a2", "A2 : la vie courante"),
                                    ("b1", "B1 : autonome"),
                                    ("b2", "B2 : à l’aise"),
                                    ("c1", "C1 et plus"),
                                ],
                                max_length=12,
                                verbose_name="niveau de français",
                            ),
                        ),
                        (
                            "faits_tous",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("rsa", "Recevoir le RSA"),
                                        ("ass", "Recevoir l’ASS"),
                                        ("are", "Recevoir l’allocation chômage (ARE)"),
                                        ("prime_activite", "Recevoir la prime d’activité"),
                                        ("salaire", "Avoir un salaire"),
                                        ("sans_ressources", "Être sans ressources"),
                                        ("france_travail", "Être inscrit à France Travail"),
                                        ("deld", "Chercher un emploi depuis plus d’un an"),
                                        ("sans_qualification", "Ne pas avoir de qualification reconnue"),
                                        ("rqth", "Avoir la RQTH"),
                                        ("parent_isole", "Élever seul un enfant"),
                                        ("qpv", "Habiter un quartier prioritaire"),
                                        ("zrr", "Habiter une zone de revitalisation rurale"),
                                        ("logement_autonome", "Avoir un logement à son nom"),
                                        ("assurance_maladie", "Avoir une assurance maladie à jour"),
                                        ("titre_sejour", "Avoir un titre de séjour en cours, si nécessaire"),
                                        ("permis_b", "Avoir le permis B"),
                                        ("permis_en_cours", "Avoir commencé le permis"),
                                        ("vehicule", "Avoir un véhicule"),
                                        ("sans_permis_b", "Ne pas avoir encore le permis B"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="il faut, à la fois",
                            ),
                        ),
                        (
                            "faits_un",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("rsa", "Recevoir le RSA"),
                                        ("ass", "Recevoir l’ASS"),
                                        ("are", "Recevoir l’allocation chômage (ARE)"),
                                        ("prime_activite", "Recevoir la prime d’activité"),
                                        ("salaire", "Avoir un salaire"),
                                        ("sans_ressources", "Être sans ressources"),
                                        ("france_travail", "Être inscrit à France Travail"),
                                        ("deld", "Chercher un emploi depuis plus d’un an"),
                                        ("sans_qualification", "Ne pas avoir de qualification reconnue"),
                                        ("rqth", "Avoir la RQTH"),
                                        ("parent_isole", "Élever seul un enfant"),
                                        ("qpv", "Habiter un quartier prioritaire"),
                                        ("zrr", "Habiter une zone de revitalisation rurale"),
                                        ("logement_autonome", "Avoir un logement à son nom"),
                                        ("assurance_maladie", "Avoir une assurance maladie à jour"),
                                        ("titre_sejour", "Avoir un titre de séjour en cours, si nécessaire"),
                                        ("permis_b", "Avoir le permis B"),
                                        ("permis_en_cours", "Avoir commencé le permis"),
                                        ("vehicule", "Avoir un véhicule"),
                                        ("sans_permis_b", "Ne pas avoir encore le permis B"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="il faut au moins une de ces situations",
                            ),
                        ),
                        (
                            "autres_conditions",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="autres conditions à vérifier"
                            ),
                        ),
                        (
                            "nature",
                            models.CharField(
                                choices=[
                                    ("fsl", "Fonds de solidarité pour le logement (FSL)"),
                                    ("faj", "Fonds d’aide aux jeunes (FAJ)"),
                                    ("microcredit", "Microcrédit"),
                                    ("cheques_mobilite", "Chèques mobilité"),
                                    ("permis", "Aide au permis"),
                                    ("mobilite", "Aide à la mobilité"),
                                    ("garde_enfants", "Aide à la garde d’enfants"),
                                    ("secours", "Secours d’urgence"),
                                    ("caf", "Aide de la CAF"),
                                    ("ccas", "Aide du CCAS"),
                                    ("departement", "Aide du Département"),
                                    ("association", "Aide d’une association"),
                                    ("accompagnement", "Accompagnement, sans argent"),
                                    ("autre", "Autre dispositif"),
                                ],
                                max_length=16,
                                verbose_name="ce que c’est",
                            ),
                        ),
                        ("paie", models.CharField(blank=True, max_length=200, verbose_name="ce que l’aide paie")),
                        ("montant", models.CharField(blank=True, max_length=120, verbose_name="montant (€)")),
                        ("delai", models.CharField(blank=True, max_length=120, verbose_name="délai de réponse")),
                        (
                            "organisme",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.partenaire",
                                verbose_name="à qui le demander",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="entreprises.dispositiflocal",
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
                            "verifie_par",
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
                ),
                migrations.CreateModel(
                    name="Formation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "presentation",
                            models.TextField(blank=True, max_length=2000, verbose_name="à quoi ça sert"),
                        ),
                        (
                            "themes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(choices=insertion.thematiques.choix, max_length=120),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="thématiques",
                            ),
                        ),
                        ("public", models.CharField(blank=True, max_length=300, verbose_name="pour qui")),
                        ("territoire", models.CharField(blank=True, max_length=160, verbose_name="territoire")),
                        ("adresse", models.CharField(blank=True, max_length=200, verbose_name="adresse")),
                        ("commune", models.CharField(blank=True, max_length=80, verbose_name="commune")),
                        ("horaires", models.CharField(blank=True, max_length=300, verbose_name="quand")),
                        ("demarche", models.TextField(blank=True, max_length=2000, verbose_name="comment faire")),
                        (
                            "a_apporter",
                            models.TextField(blank=True, max_length=2000, verbose_name="papiers à apporter"),
                        ),
                        ("site", models.URLField(blank=True, verbose_name="site internet")),
                        (
                            "verifie_le",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="à jour au"),
                        ),
                        ("actif", models.BooleanField(default=True, verbose_name="proposé aux personnes")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "age_min",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(10),
                                    django.core.validators.MaxValueValidator(99),
                                ],
                                verbose_name="à partir de (ans)",
                            ),
                        ),
                        (
                            "age_max",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(10),
                                    django.core.validators.MaxValueValidator(99),
                                ],
                                verbose_name="jusqu’à (ans)",
                            ),
                        ),
                        (
                            "francais",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("non_lecteur", "Ne lit pas encore"),
                                    ("a1", "A1 : quelques mots"),
                                    ("a2", "A2 : la vie courante"),
                                    ("b1", "B1 : autonome"),
                                    ("b2", "B2 : à l’aise"),
                                    ("c1", "C1 et plus"),
                                ],
                                max_length=12,
                                verbose_name="niveau de français",
                            ),
                        ),
                        (
                            "faits_tous",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("rsa", "Recevoir le RSA"),
                                        ("ass", "Recevoir l’ASS"),
                                        ("are", "Recevoir l’allocation chômage (ARE)"),
                                        ("prime_activite", "Recevoir la prime d’activité"),
                                        ("salaire", "Avoir un salaire"),
                                        ("sans_ressources", "Être sans ressources"),
                                        ("france_travail", "Être inscrit à France Travail"),
                                        ("deld", "Chercher un emploi depuis plus d’un an"),
                                        ("sans_qualification", "Ne pas avoir de qualification reconnue"),
                                        ("rqth", "Avoir la RQTH"),
                                        ("parent_isole", "Élever seul un enfant"),
                                        ("qpv", "Habiter un quartier prioritaire"),
                                        ("zrr", "Habiter une zone de revitalisation rurale"),
                                        ("logement_autonome", "Avoir un logement à son nom"),
                                        ("assurance_maladie", "Avoir une assurance maladie à jour"),
                                        ("titre_sejour", "Avoir un titre de séjour en cours, si nécessaire"),
                                        ("permis_b", "Avoir le permis B"),
                                        ("permis_en_cours", "Avoir commencé le permis"),
                                        ("vehicule", "Avoir un véhicule"),
                                        ("sans_permis_b", "Ne pas avoir encore le permis B"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="il faut, à la fois",
                            ),
                        ),
                        (
                            "faits_un",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("rsa", "Recevoir le RSA"),
                                        ("ass", "Recevoir l’ASS"),
                                        ("are", "Recevoir l’allocation chômage (ARE)"),
                                        ("prime_activite", "Recevoir la prime d’activité"),
                                        ("salaire", "Avoir un salaire"),
                                        ("sans_ressources", "Être sans ressources"),
                                        ("france_travail", "Être inscrit à France Travail"),
                                        ("deld", "Chercher un emploi depuis plus d’un an"),
                                        ("sans_qualification", "Ne pas avoir de qualification reconnue"),
                                        ("rqth", "Avoir la RQTH"),
                                        ("parent_isole", "Élever seul un enfant"),
                                        ("qpv", "Habiter un quartier prioritaire"),
                                        ("zrr", "Habiter une zone de revitalisation rurale"),
                                        ("logement_autonome", "Avoir un logement à son nom"),
                                        ("assurance_maladie", "Avoir une assurance maladie à jour"),
                                        ("titre_sejour", "Avoir un titre de séjour en cours, si nécessaire"),
                                        ("permis_b", "Avoir le permis B"),
                                        ("permis_en_cours", "Avoir commencé le permis"),
                                        ("vehicule", "Avoir un véhicule"),
                                        ("sans_permis_b", "Ne pas avoir encore le permis B"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="il faut au moins une de ces situations",
                            ),
                        ),
                        (
                            "autres_conditions",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="autres conditions à vérifier"
                            ),
                        ),
                        ("nom", models.CharField(max_length=160, verbose_name="intitulé")),
                        (
                            "domaine",
                            models.CharField(
                                choices=[
                                    ("francais", "Français (FLE, alphabétisation)"),
                                    ("savoirs", "Savoirs de base, remise à niveau"),
                                    ("numerique", "Numérique"),
                                    ("qualifiante", "Formation qualifiante ou diplômante"),
                                    ("habilitation", "Sécurité, habilitation, CACES"),
                                    ("permis", "Code et permis"),
                                    ("projet", "Orientation, projet professionnel"),
                                    ("autre", "Autre"),
                                ],
                                max_length=12,
                                verbose_name="domaine",
                            ),
                        ),
                        (
                            "niveau",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("aucun", "Sans diplôme ni titre"),
                                    ("niveau_3", "CAP, BEP (niveau 3)"),
                                    ("niveau_4", "Baccalauréat (niveau 4)"),
                                    ("niveau_5", "Bac + 2 (niveau 5)"),
                                    ("niveau_6", "Bac + 3 et plus"),
                                ],
                                max_length=10,
                                verbose_name="niveau visé",
                            ),
                        ),
                        ("certification", models.CharField(blank=True, max_length=160, verbose_name="certification")),
                        (
                            "heures",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        1, "Une formation dure au moins une heure."
                                    )
                                ],
                                verbose_name="durée (heures)",
                            ),
                        ),
                        ("financement", models.CharField(blank=True, max_length=120, verbose_name="financée par")),
                        (
                            "organisme",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="formations",
                                to="entreprises.partenaire",
                                verbose_name="organisme",
                            ),
                        ),
                        (
                            "rome",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="insertion.rome",
                                verbose_name="code ROME du métier",
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
                            "verifie_par",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "formation du catalogue",
                        "verbose_name_plural": "formations du catalogue",
                        "ordering": ["nom", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_formation_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("nom", ""), _negated=True),
                                name="formation_nomme",
                                violation_error_message="Le nom est nécessaire.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("verifie_par__isnull", True), ("verifie_le__isnull", False), _connector="OR"
                                ),
                                name="formation_verifie_le",
                                violation_error_message="Une vérification porte sa date.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("age_min__isnull", True),
                                    ("age_max__isnull", True),
                                    ("age_max__gte", models.F("age_min")),
                                    _connector="OR",
                                ),
                                name="formation_ages",
                                violation_error_code="ages",
                                violation_error_message="L’âge le plus haut ne peut pas être sous l’âge le plus bas.",
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "nom", "organisme"),
                                name="formation_nom_unique",
                                violation_error_message="Cette formation de cet organisme est déjà dans le catalogue.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("heures__isnull", True), ("heures__gt", 0), _connector="OR"),
                                name="formation_duree",
                                violation_error_message="Une formation dure au moins une heure.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_formationevent" ("a_apporter", "actif", "adresse", "age_max", "age_min", "autres_conditions", "certification", "commune", "demarche", "domaine", "faits_tous", "faits_un", "financement", "francais", "heures", "horaires", "id", "niveau", "nom", "organisme_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "public", "rome_id", "site", "structure_id", "territoire", "themes", "verifie_le", "verifie_par_id", "version") VALUES (NEW."a_apporter", NEW."actif", NEW."adresse", NEW."age_max", NEW."age_min", NEW."autres_conditions", NEW."certification", NEW."commune", NEW."demarche", NEW."domaine", NEW."faits_tous", NEW."faits_un", NEW."financement", NEW."francais", NEW."heures", NEW."horaires", NEW."id", NEW."niveau", NEW."nom", NEW."organisme_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."presentation", NEW."public", NEW."rome_id", NEW."site", NEW."structure_id", NEW."territoire", NEW."themes", NEW."verifie_le", NEW."verifie_par_id", NEW."version"); RETURN NULL;',
                                    hash="b7ce6e6c39ccc507f42e3dbcd6c2233ad0606249",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a1d13",
                                    table="entreprises_formation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "entreprises_formationevent" ("a_apporter", "actif", "adresse", "age_max", "age_min", "autres_conditions", "certification", "commune", "demarche", "domaine", "faits_tous", "faits_un", "financement", "francais", "heures", "horaires", "id", "niveau", "nom", "organisme_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "public", "rome_id", "site", "structure_id", "territoire", "themes", "verifie_le", "verifie_par_id", "version") VALUES (NEW."a_apporter", NEW."actif", NEW."adresse", NEW."age_max", NEW."age_min", NEW."autres_conditions", NEW."certification", NEW."commune", NEW."demarche", NEW."domaine", NEW."faits_tous", NEW."faits_un", NEW."financement", NEW."francais", NEW."heures", NEW."horaires", NEW."id", NEW."niveau", NEW."nom", NEW."organisme_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."presentation", NEW."public", NEW."rome_id", NEW."site", NEW."structure_id", NEW."territoire", NEW."themes", NEW."verifie_le", NEW."verifie_par_id", NEW."version"); RETURN NULL;',
                                    hash="dae8966705dc404bcd0869c31198cbe1760e0c49",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e3c0f",
                                    table="entreprises_formation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_formationevent" ("a_apporter", "actif", "adresse", "age_max", "age_min", "autres_conditions", "certification", "commune", "demarche", "domaine", "faits_tous", "faits_un", "financement", "francais", "heures", "horaires", "id", "niveau", "nom", "organisme_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "public", "rome_id", "site", "structure_id", "territoire", "themes", "verifie_le", "verifie_par_id", "version") VALUES (OLD."a_apporter", OLD."actif", OLD."adresse", OLD."age_max", OLD."age_min", OLD."autres_conditions", OLD."certification", OLD."commune", OLD."demarche", OLD."domaine", OLD."faits_tous", OLD."faits_un", OLD."financement", OLD."francais", OLD."heures", OLD."horaires", OLD."id", OLD."niveau", OLD."nom", OLD."organisme_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."presentation", OLD."public", OLD."rome_id", OLD."site", OLD."structure_id", OLD."territoire", OLD."themes", OLD."verifie_le", OLD."verifie_par_id", OLD."version"); RETURN NULL;',
                                    hash="85b04376a3ecfb98140791fd119e4af4a54e5bf6",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_394ae",
                                    table="entreprises_formation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FormationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "presentation",
                            models.TextField(blank=True, max_length=2000, verbose_name="à quoi ça sert"),
                        ),
                        (
                            "themes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(choices=insertion.thematiques.choix, max_length=120),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="thématiques",
                            ),
                        ),
                        ("public", models.CharField(blank=True, max_length=300, verbose_name="pour qui")),
                        ("territoire", models.CharField(blank=True, max_length=160, verbose_name="territoire")),
                        ("adresse", models.CharField(blank=True, max_length=200, verbose_name="adresse")),
                        ("commune", models.CharField(blank=True, max_length=80, verbose_name="commune")),
                        ("horaires", models.CharField(blank=True, max_length=300, verbose_name="quand")),
                        ("demarche", models.TextField(blank=True, max_length=2000, verbose_name="comment faire")),
                        (
                            "a_apporter",
                            models.TextField(blank=True, max_length=2000, verbose_name="papiers à apporter"),
                        ),
                        ("site", models.URLField(blank=True, verbose_name="site internet")),
                        (
                            "verifie_le",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="à jour au"),
                        ),
                        ("actif", models.BooleanField(default=True, verbose_name="proposé aux personnes")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "age_min",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(10),
                                    django.core.validators.MaxValueValidator(99),
                                ],
                                verbose_name="à partir de (ans)",
                            ),
                        ),
                        (
                            "age_max",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(10),
                                    django.core.validators.MaxValueValidator(99),
                                ],
                                verbose_name="jusqu’à (ans)",
                            ),
                        ),
                        (
                            "francais",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("non_lecteur", "Ne lit pas encore"),
                                    ("a1", "A1 : quelques mots"),
                                    ("a2", "A2 : la vie courante"),
                                    ("b1", "B1 : autonome"),
                                    ("b2", "B2 : à l’aise"),
                                    ("c1", "C1 et plus"),
                                ],
                                max_length=12,
                                verbose_name="niveau de français",
                            ),
                        ),
                        (
                            "faits_tous",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("rsa", "Recevoir le RSA"),
                                        ("ass", "Recevoir l’ASS"),
                                        ("are", "Recevoir l’allocation chômage (ARE)"),
                                        ("prime_activite", "Recevoir la prime d’activité"),
                                        ("salaire", "Avoir un salaire"),
                                        ("sans_ressources", "Être sans ressources"),
                                        ("france_travail", "Être inscrit à France Travail"),
                                        ("deld", "Chercher un emploi depuis plus d’un an"),
                                        ("sans_qualification", "Ne pas avoir de qualification reconnue"),
                                        ("rqth", "Avoir la RQTH"),
                                        ("parent_isole", "Élever seul un enfant"),
                                        ("qpv", "Habiter un quartier prioritaire"),
                                        ("zrr", "Habiter une zone de revitalisation rurale"),
                                        ("logement_autonome", "Avoir un logement à son nom"),
                                        ("assurance_maladie", "Avoir une assurance maladie à jour"),
                                        ("titre_sejour", "Avoir un titre de séjour en cours, si nécessaire"),
                                        ("permis_b", "Avoir le permis B"),
                                        ("permis_en_cours", "Avoir commencé le permis"),
                                        ("vehicule", "Avoir un véhicule"),
                                        ("sans_permis_b", "Ne pas avoir encore le permis B"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="il faut, à la fois",
                            ),
                        ),
                        (
                            "faits_un",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("rsa", "Recevoir le RSA"),
                                        ("ass", "Recevoir l’ASS"),
                                        ("are", "Recevoir l’allocation chômage (ARE)"),
                                        ("prime_activite", "Recevoir la prime d’activité"),
                                        ("salaire", "Avoir un salaire"),
                                        ("sans_ressources", "Être sans ressources"),
                                        ("france_travail", "Être inscrit à France Travail"),
                                        ("deld", "Chercher un emploi depuis plus d’un an"),
                                        ("sans_qualification", "Ne pas avoir de qualification reconnue"),
                                        ("rqth", "Avoir la RQTH"),
                                        ("parent_isole", "Élever seul un enfant"),
                                        ("qpv", "Habiter un quartier prioritaire"),
                                        ("zrr", "Habiter une zone de revitalisation rurale"),
                                        ("logement_autonome", "Avoir un logement à son nom"),
                                        ("assurance_maladie", "Avoir une assurance maladie à jour"),
                                        ("titre_sejour", "Avoir un titre de séjour en cours, si nécessaire"),
                                        ("permis_b", "Avoir le permis B"),
                                        ("permis_en_cours", "Avoir commencé le permis"),
                                        ("vehicule", "Avoir un véhicule"),
                                        ("sans_permis_b", "Ne pas avoir encore le permis B"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="il faut au moins une de ces situations",
                            ),
                        ),
                        (
                            "autres_conditions",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="autres conditions à vérifier"
                            ),
                        ),
                        ("nom", models.CharField(max_length=160, verbose_name="intitulé")),
                        (
                            "domaine",
                            models.CharField(
                                choices=[
                                    ("francais", "Français (FLE, alphabétisation)"),
                                    ("savoirs", "Savoirs de base, remise à niveau"),
                                    ("numerique", "Numérique"),
                                    ("qualifiante", "Formation qualifiante ou diplômante"),
                                    ("habilitation", "Sécurité, habilitation, CACES"),
                                    ("permis", "Code et permis"),
                                    ("projet", "Orientation, projet professionnel"),
                                    ("autre", "Autre"),
                                ],
                                max_length=12,
                                verbose_name="domaine",
                            ),
                        ),
                        (
                            "niveau",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("aucun", "Sans diplôme ni titre"),
                                    ("niveau_3", "CAP, BEP (niveau 3)"),
                                    ("niveau_4", "Baccalauréat (niveau 4)"),
                                    ("niveau_5", "Bac + 2 (niveau 5)"),
                                    ("niveau_6", "Bac + 3 et plus"),
                                ],
                                max_length=10,
                                verbose_name="niveau visé",
                            ),
                        ),
                        ("certification", models.CharField(blank=True, max_length=160, verbose_name="certification")),
                        (
                            "heures",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        1, "Une formation dure au moins une heure."
                                    )
                                ],
                                verbose_name="durée (heures)",
                            ),
                        ),
                        ("financement", models.CharField(blank=True, max_length=120, verbose_name="financée par")),
                        (
                            "organisme",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.partenaire",
                                verbose_name="organisme",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="entreprises.formation",
                            ),
                        ),
                        (
                            "rome",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="insertion.rome",
                                verbose_name="code ROME du métier",
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
                            "verifie_par",
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
                ),
                migrations.CreateModel(
                    name="PartenaireDuProjet",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "partenaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="projets",
                                to="entreprises.partenaire",
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
                            "projet",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="liens",
                                to="entreprises.projetpartenarial",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "partenaire du projet",
                        "verbose_name_plural": "partenaires du projet",
                        "ordering": ["partenaire__nom", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_partenaireduprojet_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "projet", "partenaire"), name="partenaire_projet_unique"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_partenaireduprojetevent" ("id", "partenaire_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "projet_id", "structure_id") VALUES (NEW."id", NEW."partenaire_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."projet_id", NEW."structure_id"); RETURN NULL;',
                                    hash="2d6a81316cee368aaa5b149c436968044abe2e4a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_612c7",
                                    table="entreprises_partenaireduprojet",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "entreprises_partenaireduprojetevent" ("id", "partenaire_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "projet_id", "structure_id") VALUES (NEW."id", NEW."partenaire_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."projet_id", NEW."structure_id"); RETURN NULL;',
                                    hash="9011986e0d4146178aea55de91904a63478c5e15",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_00e14",
                                    table="entreprises_partenaireduprojet",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_partenaireduprojetevent" ("id", "partenaire_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "projet_id", "structure_id") VALUES (OLD."id", OLD."partenaire_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."projet_id", OLD."structure_id"); RETURN NULL;',
                                    hash="c567014b9dcfc1ab376cc35f4d14599a3fce8ba1",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_f253d",
                                    table="entreprises_partenaireduprojet",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartenaireDuProjetEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "partenaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.partenaire",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="entreprises.partenaireduprojet",
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
                            "projet",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.projetpartenarial",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="ProjetPartenarial",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("nom", models.CharField(max_length=160, verbose_name="nom du projet")),
                        ("objet", models.TextField(blank=True, max_length=4000, verbose_name="à quoi il sert")),
                        ("debut", models.DateField(verbose_name="du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="au")),
                        (
                            "prochaine_etape",
                            models.CharField(blank=True, max_length=200, verbose_name="prochaine étape"),
                        ),
                        ("prochaine_etape_le", models.DateField(blank=True, null=True, verbose_name="prévue le")),
                        ("notes", models.TextField(blank=True, max_length=8000, verbose_name="notes")),
                        ("bilan", models.TextField(blank=True, max_length=8000, verbose_name="bilan")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "responsable",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="projets_partenariaux",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="suivi par",
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
                        "verbose_name": "projet partenarial",
                        "verbose_name_plural": "projets partenariaux",
                        "ordering": ["-debut", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_projetpartenarial_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "nom", "debut"),
                                name="projet_partenarial_unique",
                                violation_error_message="Un projet porte déjà ce nom, à cette date.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("nom", ""), _negated=True),
                                name="projet_partenarial_nomme",
                                violation_error_message="Le nom du projet est nécessaire.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("fin__isnull", True), ("fin__gte", models.F("debut")), _connector="OR"
                                ),
                                name="projet_partenarial_fin",
                                violation_error_code="projet_fin",
                                violation_error_message="Le projet ne peut pas finir avant d’avoir commencé.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("prochaine_etape_le__isnull", True),
                                    models.Q(("prochaine_etape", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="projet_partenarial_etape",
                                violation_error_code="projet_etape",
                                violation_error_message="Dites quelle est cette étape.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_projetpartenarialevent" ("bilan", "debut", "fin", "id", "nom", "notes", "objet", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prochaine_etape", "prochaine_etape_le", "responsable_id", "structure_id", "version") VALUES (NEW."bilan", NEW."debut", NEW."fin", NEW."id", NEW."nom", NEW."notes", NEW."objet", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."prochaine_etape", NEW."prochaine_etape_le", NEW."responsable_id", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="2d3a8095451b2568d3277cf4695cc9e363a773d7",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_201ba",
                                    table="entreprises_projetpartenarial",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "entreprises_projetpartenarialevent" ("bilan", "debut", "fin", "id", "nom", "notes", "objet", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prochaine_etape", "prochaine_etape_le", "responsable_id", "structure_id", "version") VALUES (NEW."bilan", NEW."debut", NEW."fin", NEW."id", NEW."nom", NEW."notes", NEW."objet", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."prochaine_etape", NEW."prochaine_etape_le", NEW."responsable_id", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="c950f6794b207497831ab82938d48e14ac99b8aa",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_2034a",
                                    table="entreprises_projetpartenarial",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_projetpartenarialevent" ("bilan", "debut", "fin", "id", "nom", "notes", "objet", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prochaine_etape", "prochaine_etape_le", "responsable_id", "structure_id", "version") VALUES (OLD."bilan", OLD."debut", OLD."fin", OLD."id", OLD."nom", OLD."notes", OLD."objet", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."prochaine_etape", OLD."prochaine_etape_le", OLD."responsable_id", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="41addb4b18b7a12fff3fd83c529b682e97faedca",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_51c81",
                                    table="entreprises_projetpartenarial",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProjetPartenarialEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("nom", models.CharField(max_length=160, verbose_name="nom du projet")),
                        ("objet", models.TextField(blank=True, max_length=4000, verbose_name="à quoi il sert")),
                        ("debut", models.DateField(verbose_name="du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="au")),
                        (
                            "prochaine_etape",
                            models.CharField(blank=True, max_length=200, verbose_name="prochaine étape"),
                        ),
                        ("prochaine_etape_le", models.DateField(blank=True, null=True, verbose_name="prévue le")),
                        ("notes", models.TextField(blank=True, max_length=8000, verbose_name="notes")),
                        ("bilan", models.TextField(blank=True, max_length=8000, verbose_name="bilan")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="entreprises.projetpartenarial",
                            ),
                        ),
                        (
                            "responsable",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="suivi par",
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
                ),
                migrations.CreateModel(
                    name="SessionFormation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("debut", models.DateField(verbose_name="du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="au")),
                        ("precision", models.CharField(blank=True, max_length=160, verbose_name="à savoir")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "formation",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sessions",
                                to="entreprises.formation",
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
                        "verbose_name": "session",
                        "verbose_name_plural": "sessions",
                        "ordering": ["debut", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_sessionformation_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "formation", "debut"),
                                name="session_formation_unique",
                                violation_error_message="Une session de cette formation commence déjà ce jour-là.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("fin__isnull", True), ("fin__gte", models.F("debut")), _connector="OR"
                                ),
                                name="session_formation_fin",
                                violation_error_code="session_fin",
                                violation_error_message="La session ne peut pas finir avant d’avoir commencé.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_sessionformationevent" ("debut", "fin", "formation_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "structure_id", "version") VALUES (NEW."debut", NEW."fin", NEW."formation_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."precision", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="d3e5f78f016b4f5a0c61c4978956da5e7ed86e08",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_fdff3",
                                    table="entreprises_sessionformation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "entreprises_sessionformationevent" ("debut", "fin", "formation_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "structure_id", "version") VALUES (NEW."debut", NEW."fin", NEW."formation_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."precision", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="fffc60e4419318568426f49edb911c0cae12afea",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_53588",
                                    table="entreprises_sessionformation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_sessionformationevent" ("debut", "fin", "formation_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "structure_id", "version") VALUES (OLD."debut", OLD."fin", OLD."formation_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."precision", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="ad2816c1d83a2c7f75ec0a1252801b711facccd8",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_3270a",
                                    table="entreprises_sessionformation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SessionFormationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("debut", models.DateField(verbose_name="du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="au")),
                        ("precision", models.CharField(blank=True, max_length=160, verbose_name="à savoir")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "formation",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.formation",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="entreprises.sessionformation",
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
                ),
                migrations.CreateModel(
                    name="Import",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("nom_fichier", models.CharField(max_length=160, verbose_name="fichier")),
                        ("fichier", models.FileField(upload_to=insertion.models.imports.chemin_import)),
                        ("empreinte", models.CharField(max_length=64, verbose_name="empreinte SHA-256")),
                        ("format", models.CharField(blank=True, max_length=40, verbose_name="format reconnu")),
                        ("correspondance", models.JSONField(default=dict)),
                        (
                            "etat",
                            models.CharField(
                                choices=[
                                    ("a_verifier", "À vérifier"),
                                    ("en_file", "En attente"),
                                    ("en_cours", "En cours"),
                                    ("termine", "Terminé"),
                                    ("echec", "Échec"),
                                    ("annule", "Annulé"),
                                ],
                                default="a_verifier",
                                max_length=10,
                                verbose_name="état",
                            ),
                        ),
                        ("lignes_faites", models.PositiveIntegerField(default=0)),
                        ("lignes_total", models.PositiveIntegerField(default=0)),
                        ("bilan", models.JSONField(default=dict)),
                        ("message", models.TextField(blank=True, verbose_name="message")),
                        ("bail_at", models.DateTimeField(null=True, verbose_name="pris par un travailleur jusqu’à")),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="déposé le")),
                        ("termine_at", models.DateTimeField(null=True, verbose_name="terminé le")),
                        ("annule_at", models.DateTimeField(null=True, verbose_name="annulé le")),
                        (
                            "demande_par",
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
                        "verbose_name": "import",
                        "verbose_name_plural": "imports",
                        "ordering": ["-created_at"],
                        "indexes": [models.Index(fields=["structure", "-created_at"], name="import_carnet_recents")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_import_structure_id"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LigneImport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("numero", models.PositiveIntegerField(verbose_name="ligne")),
                        ("donnees", models.JSONField(default=dict)),
                        ("erreurs", models.JSONField(default=list)),
                        ("avertissements", models.JSONField(default=list)),
                        ("nature", models.CharField(default="donnee", max_length=10)),
                        (
                            "choix",
                            models.CharField(
                                choices=[
                                    ("creer", "Créer"),
                                    ("mettre_a_jour", "Mettre à jour"),
                                    ("ignorer", "Ignorer"),
                                ],
                                default="creer",
                                max_length=14,
                                verbose_name="choix",
                            ),
                        ),
                        ("effets", models.JSONField(default=dict)),
                        (
                            "entreprise",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="lignes_import",
                                to="entreprises.entreprise",
                            ),
                        ),
                        (
                            "importation",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lignes",
                                to="entreprises.import",
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
                        "verbose_name": "ligne d’import",
                        "verbose_name_plural": "lignes d’import",
                        "ordering": ["numero"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_ligneimport_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "importation", "numero"), name="ligne_carnet_unique"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CorrespondanceMemorisee",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("entetes", models.CharField(max_length=64, verbose_name="empreinte des en-têtes")),
                        ("correspondance", models.JSONField(default=dict)),
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
                        "verbose_name": "correspondance mémorisée",
                        "verbose_name_plural": "correspondances mémorisées",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_correspondancememorisee_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "entetes"), name="correspondance_carnet_unique"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FusionEntreprise",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("absorbee_id", models.BigIntegerField()),
                        ("absorbee_nom", models.CharField(max_length=160)),
                        ("deplaces", models.JSONField(default=dict)),
                        ("changements", models.JSONField(default=dict)),
                        ("site_id", models.BigIntegerField(null=True)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("annulee_at", models.DateTimeField(null=True)),
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
                        "verbose_name": "fusion d’entreprises",
                        "verbose_name_plural": "fusions d’entreprises",
                        "ordering": ["-created_at", "-pk"],
                        "indexes": [models.Index(fields=["structure", "absorbee_id"], name="fusion_par_absorbee")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_fusionentreprise_structure_id"
                            )
                        ],
                    },
                ),
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
                ),
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
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_pairedistincte_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "premiere", "seconde"),
                                name="paire_distincte_unique",
                                violation_error_message="Ces deux entreprises sont déjà dites différentes.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                        ],
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
                ),
            ],
        ),
    ]
