"""The tables of this floor, made at once (docs/decisions/0009-tables-en-une-fois.md)."""

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import insertion.isolation.models
import insertion.models.structures
import pilotage.models.bilans
import pilotage.models.conventions
import pilotage.models.exports
import pilotage.models.extraits
import pilotage.models.rappels
from insertion.isolation.operations import EnUneFois


class Migration(migrations.Migration):
    initial = True

    dependencies = [("parcours", "0004_regles")]

    operations = [
        EnUneFois(
            [
                migrations.CreateModel(
                    name="CourrielRappels",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("jour", models.DateField(verbose_name="jour")),
                        (
                            "etat",
                            models.CharField(
                                choices=[
                                    ("a_envoyer", "À envoyer"),
                                    ("pris", "Envoi en cours"),
                                    ("envoye", "Envoyé"),
                                    ("incertain", "Envoyé, confirmation non reçue"),
                                    ("echec", "Échec"),
                                    ("retire", "Retiré"),
                                ],
                                default="a_envoyer",
                                max_length=10,
                                verbose_name="état",
                            ),
                        ),
                        ("essais", models.PositiveSmallIntegerField(default=0)),
                        ("prochain_essai_at", models.DateTimeField(null=True)),
                        ("bail_at", models.DateTimeField(null=True, verbose_name="pris par un travailleur jusqu’à")),
                        ("envoye_at", models.DateTimeField(null=True)),
                        ("message", models.TextField(blank=True)),
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "demande_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, editable=False, verbose_name="à envoyer depuis"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "courriel de rappels",
                        "verbose_name_plural": "courriels de rappels",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="pilotage_courrielrappels_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "utilisateur", "jour"), name="courriel_un_par_jour"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Rappel",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "motif",
                            models.CharField(
                                choices=pilotage.models.rappels.motifs_rappel, max_length=24, verbose_name="motif"
                            ),
                        ),
                        ("objet_id", models.BigIntegerField()),
                        ("echeance", models.DateField(verbose_name="échéance")),
                        ("texte", models.CharField(max_length=200, verbose_name="ce qu’il y a à faire")),
                        ("url", models.CharField(max_length=200)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("lu_at", models.DateTimeField(null=True, verbose_name="lu le")),
                        ("fait_at", models.DateTimeField(null=True, verbose_name="fait le")),
                        ("retire_at", models.DateTimeField(null=True, verbose_name="retiré le")),
                        (
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rappels",
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
                        (
                            "utilisateur",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "entreprise",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rappels",
                                to="entreprises.entreprise",
                            ),
                        ),
                        ("report_motif", models.CharField(blank=True, max_length=160, verbose_name="pourquoi")),
                        ("reporte_au", models.DateField(null=True, verbose_name="reporté au")),
                        (
                            "convention",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rappels",
                                to="pilotage.convention",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "rappel",
                        "verbose_name_plural": "rappels",
                        "ordering": ["echeance", "pk"],
                        "indexes": [
                            models.Index(
                                fields=["structure", "utilisateur", "echeance"], name="rappel_par_utilisateur"
                            ),
                            models.Index(
                                condition=models.Q(
                                    ("fait_at__isnull", True), ("lu_at__isnull", True), ("retire_at__isnull", True)
                                ),
                                fields=["structure", "utilisateur"],
                                name="rappel_non_lus",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("structure", "id"), name="pilotage_rappel_structure_id"),
                            models.UniqueConstraint(
                                fields=("structure", "utilisateur", "motif", "objet_id", "echeance"),
                                name="rappel_unique",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("beneficiaire__isnull", False),
                                        ("convention__isnull", True),
                                        ("entreprise__isnull", True),
                                    ),
                                    models.Q(
                                        ("beneficiaire__isnull", True),
                                        ("convention__isnull", True),
                                        ("entreprise__isnull", False),
                                    ),
                                    models.Q(
                                        ("beneficiaire__isnull", True),
                                        ("convention__isnull", False),
                                        ("entreprise__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="rappel_un_sujet",
                                violation_error_message="Un rappel concerne une personne, une entreprise, ou une convention.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Bilan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("titre", models.CharField(max_length=160, verbose_name="titre")),
                        (
                            "modele",
                            models.CharField(
                                choices=[
                                    ("dreets", "Dialogue de gestion DREETS"),
                                    ("iae", "Bilan annuel IAE"),
                                    ("fse", "Bilan FSE+"),
                                    ("departement", "Conseil départemental (bénéficiaires du RSA)"),
                                    ("plie", "Bilan PLIE"),
                                    ("convergence", "Convergence, Premières Heures"),
                                    ("geiq", "Bilan GEIQ"),
                                    ("interne", "Rapport d’activité interne"),
                                    ("vierge", "Bilan vierge"),
                                ],
                                max_length=16,
                                verbose_name="modèle",
                            ),
                        ),
                        ("du", models.DateField(verbose_name="du")),
                        ("au", models.DateField(verbose_name="au")),
                        (
                            "dispositifs",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BigIntegerField(),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="dispositifs",
                            ),
                        ),
                        (
                            "masquer_petits",
                            models.BooleanField(default=True, verbose_name="masquer les nombres de 1 à 4 personnes"),
                        ),
                        ("blocs", models.JSONField(default=list)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("updated_at", models.DateTimeField(auto_now=True)),
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
                        (
                            "convention",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="bilans",
                                to="pilotage.convention",
                                verbose_name="convention",
                            ),
                        ),
                        ("entres_au", models.DateField(blank=True, null=True, verbose_name="entrés jusqu’au")),
                        ("entres_du", models.DateField(blank=True, null=True, verbose_name="entrés à partir du")),
                        (
                            "publics",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=20),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="publics",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bilan",
                        "verbose_name_plural": "bilans",
                        "ordering": ["-updated_at", "-pk"],
                        "indexes": [models.Index(fields=["structure", "-updated_at"], name="bilan_recents")],
                        "constraints": [
                            models.UniqueConstraint(fields=("structure", "id"), name="pilotage_bilan_structure_id"),
                            models.CheckConstraint(
                                condition=models.Q(("au__gte", models.F("du"))),
                                name="bilan_fin_apres_debut",
                                violation_error_message="La période ne peut pas finir avant de commencer.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("entres_au__isnull", True),
                                    ("entres_du__isnull", True),
                                    ("entres_au__gte", models.F("entres_du")),
                                    _connector="OR",
                                ),
                                name="bilan_entrees_dans_l_ordre",
                                violation_error_message="Les entrées ne peuvent pas finir avant de commencer.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_bilanevent" ("au", "auteur_id", "blocs", "convention_id", "created_at", "dispositifs", "du", "entres_au", "entres_du", "id", "masquer_petits", "modele", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "publics", "structure_id", "titre", "version") VALUES (NEW."au", NEW."auteur_id", NEW."blocs", NEW."convention_id", NEW."created_at", NEW."dispositifs", NEW."du", NEW."entres_au", NEW."entres_du", NEW."id", NEW."masquer_petits", NEW."modele", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."publics", NEW."structure_id", NEW."titre", NEW."version"); RETURN NULL;',
                                    hash="27329e9fc037151804b45492cd7635566f1890e3",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_08cb6",
                                    table="pilotage_bilan",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."au" IS DISTINCT FROM (NEW."au") OR OLD."auteur_id" IS DISTINCT FROM (NEW."auteur_id") OR OLD."blocs" IS DISTINCT FROM (NEW."blocs") OR OLD."convention_id" IS DISTINCT FROM (NEW."convention_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."dispositifs" IS DISTINCT FROM (NEW."dispositifs") OR OLD."du" IS DISTINCT FROM (NEW."du") OR OLD."entres_au" IS DISTINCT FROM (NEW."entres_au") OR OLD."entres_du" IS DISTINCT FROM (NEW."entres_du") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."masquer_petits" IS DISTINCT FROM (NEW."masquer_petits") OR OLD."modele" IS DISTINCT FROM (NEW."modele") OR OLD."publics" IS DISTINCT FROM (NEW."publics") OR OLD."structure_id" IS DISTINCT FROM (NEW."structure_id") OR OLD."titre" IS DISTINCT FROM (NEW."titre") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                                    func='INSERT INTO "pilotage_bilanevent" ("au", "auteur_id", "blocs", "convention_id", "created_at", "dispositifs", "du", "entres_au", "entres_du", "id", "masquer_petits", "modele", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "publics", "structure_id", "titre", "version") VALUES (NEW."au", NEW."auteur_id", NEW."blocs", NEW."convention_id", NEW."created_at", NEW."dispositifs", NEW."du", NEW."entres_au", NEW."entres_du", NEW."id", NEW."masquer_petits", NEW."modele", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."publics", NEW."structure_id", NEW."titre", NEW."version"); RETURN NULL;',
                                    hash="bcc059c6abfe8d5ae6e0f2f24f38860aaaaa95c8",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_3ac94",
                                    table="pilotage_bilan",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_bilanevent" ("au", "auteur_id", "blocs", "convention_id", "created_at", "dispositifs", "du", "entres_au", "entres_du", "id", "masquer_petits", "modele", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "publics", "structure_id", "titre", "version") VALUES (OLD."au", OLD."auteur_id", OLD."blocs", OLD."convention_id", OLD."created_at", OLD."dispositifs", OLD."du", OLD."entres_au", OLD."entres_du", OLD."id", OLD."masquer_petits", OLD."modele", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."publics", OLD."structure_id", OLD."titre", OLD."version"); RETURN NULL;',
                                    hash="d9f5ad6bd7a0719c7000f60d4fcbc7d1b57ec1d7",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_44fce",
                                    table="pilotage_bilan",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BilanEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("titre", models.CharField(max_length=160, verbose_name="titre")),
                        (
                            "modele",
                            models.CharField(
                                choices=[
                                    ("dreets", "Dialogue de gestion DREETS"),
                                    ("iae", "Bilan annuel IAE"),
                                    ("fse", "Bilan FSE+"),
                                    ("departement", "Conseil départemental (bénéficiaires du RSA)"),
                                    ("plie", "Bilan PLIE"),
                                    ("convergence", "Convergence, Premières Heures"),
                                    ("geiq", "Bilan GEIQ"),
                                    ("interne", "Rapport d’activité interne"),
                                    ("vierge", "Bilan vierge"),
                                ],
                                max_length=16,
                                verbose_name="modèle",
                            ),
                        ),
                        ("du", models.DateField(verbose_name="du")),
                        ("au", models.DateField(verbose_name="au")),
                        (
                            "dispositifs",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BigIntegerField(),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="dispositifs",
                            ),
                        ),
                        (
                            "masquer_petits",
                            models.BooleanField(default=True, verbose_name="masquer les nombres de 1 à 4 personnes"),
                        ),
                        ("blocs", models.JSONField(default=list)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
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
                                to="pilotage.bilan",
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
                            "convention",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="pilotage.convention",
                                verbose_name="convention",
                            ),
                        ),
                        ("entres_au", models.DateField(blank=True, null=True, verbose_name="entrés jusqu’au")),
                        ("entres_du", models.DateField(blank=True, null=True, verbose_name="entrés à partir du")),
                        (
                            "publics",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=20),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="publics",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Cible",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("indicateur", models.CharField(max_length=40, verbose_name="indicateur")),
                        ("ligne", models.CharField(max_length=40, verbose_name="ligne")),
                        (
                            "valeur",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=12,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        0, "Un montant ne peut pas être négatif."
                                    )
                                ],
                                verbose_name="visé",
                            ),
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
                            "convention",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="cibles",
                                to="pilotage.convention",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "cible",
                        "verbose_name_plural": "cibles",
                        "ordering": ["indicateur", "ligne", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("structure", "id"), name="pilotage_cible_structure_id"),
                            models.UniqueConstraint(
                                fields=("structure", "convention", "indicateur", "ligne"),
                                name="cible_une_par_ligne",
                                violation_error_message="Cette convention vise déjà une valeur pour cet indicateur.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("valeur__gte", 0)),
                                name="cible_positive",
                                violation_error_message="Une cible ne peut pas être négative.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_cibleevent" ("convention_id", "id", "indicateur", "ligne", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "valeur", "version") VALUES (NEW."convention_id", NEW."id", NEW."indicateur", NEW."ligne", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."valeur", NEW."version"); RETURN NULL;',
                                    hash="f2372239e4018029a613f2a74d3a6723e8f2ae42",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_98d4c",
                                    table="pilotage_cible",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "pilotage_cibleevent" ("convention_id", "id", "indicateur", "ligne", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "valeur", "version") VALUES (NEW."convention_id", NEW."id", NEW."indicateur", NEW."ligne", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."valeur", NEW."version"); RETURN NULL;',
                                    hash="2eb02a1c8f9c728f4c7ad203550df18cf689b96f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a4005",
                                    table="pilotage_cible",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_cibleevent" ("convention_id", "id", "indicateur", "ligne", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "valeur", "version") VALUES (OLD."convention_id", OLD."id", OLD."indicateur", OLD."ligne", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."valeur", OLD."version"); RETURN NULL;',
                                    hash="98cbbfa06c2767e27731c6adcf0748189ac5443d",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_d3b53",
                                    table="pilotage_cible",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CibleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("indicateur", models.CharField(max_length=40, verbose_name="indicateur")),
                        ("ligne", models.CharField(max_length=40, verbose_name="ligne")),
                        (
                            "valeur",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=12,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        0, "Un montant ne peut pas être négatif."
                                    )
                                ],
                                verbose_name="visé",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="pilotage.cible",
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
                            "convention",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="pilotage.convention",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Convention",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("intitule", models.CharField(max_length=160, verbose_name="intitulé")),
                        ("numero", models.CharField(blank=True, max_length=40, verbose_name="numéro")),
                        ("debut", models.DateField(verbose_name="du")),
                        ("fin", models.DateField(verbose_name="au")),
                        (
                            "montant",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        0, "Un montant ne peut pas être négatif."
                                    )
                                ],
                                verbose_name="montant (€)",
                            ),
                        ),
                        (
                            "cofinance_ue",
                            models.BooleanField(
                                default=False, verbose_name="cofinancée par l’Union européenne (FSE+)"
                            ),
                        ),
                        (
                            "modele",
                            models.CharField(
                                choices=[
                                    ("dreets", "Dialogue de gestion DREETS"),
                                    ("iae", "Bilan annuel IAE"),
                                    ("fse", "Bilan FSE+"),
                                    ("departement", "Conseil départemental (bénéficiaires du RSA)"),
                                    ("plie", "Bilan PLIE"),
                                    ("convergence", "Convergence, Premières Heures"),
                                    ("geiq", "Bilan GEIQ"),
                                    ("interne", "Rapport d’activité interne"),
                                    ("vierge", "Bilan vierge"),
                                ],
                                default="interne",
                                max_length=16,
                                verbose_name="bilan demandé",
                            ),
                        ),
                        (
                            "bilan_le",
                            models.DateField(blank=True, null=True, verbose_name="bilan à remettre avant le"),
                        ),
                        ("remarques", models.TextField(blank=True, max_length=4000, verbose_name="à savoir")),
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
                            "financeur",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="conventions",
                                to="pilotage.financeur",
                            ),
                        ),
                        (
                            "sections",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=60),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="parties du bilan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "convention",
                        "verbose_name_plural": "conventions",
                        "ordering": ["-fin", "pk"],
                        "indexes": [
                            models.Index(fields=["structure", "debut", "fin"], name="convention_par_periode")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="pilotage_convention_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("fin__gte", models.F("debut"))),
                                name="convention_fin_apres_debut",
                                violation_error_message="La fin ne peut pas précéder le début.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("montant__isnull", True), ("montant__gte", 0), _connector="OR"),
                                name="convention_montant_positif",
                                violation_error_message="Un montant ne peut pas être négatif.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConventionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("intitule", models.CharField(max_length=160, verbose_name="intitulé")),
                        ("numero", models.CharField(blank=True, max_length=40, verbose_name="numéro")),
                        ("debut", models.DateField(verbose_name="du")),
                        ("fin", models.DateField(verbose_name="au")),
                        (
                            "montant",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        0, "Un montant ne peut pas être négatif."
                                    )
                                ],
                                verbose_name="montant (€)",
                            ),
                        ),
                        (
                            "cofinance_ue",
                            models.BooleanField(
                                default=False, verbose_name="cofinancée par l’Union européenne (FSE+)"
                            ),
                        ),
                        (
                            "modele",
                            models.CharField(
                                choices=[
                                    ("dreets", "Dialogue de gestion DREETS"),
                                    ("iae", "Bilan annuel IAE"),
                                    ("fse", "Bilan FSE+"),
                                    ("departement", "Conseil départemental (bénéficiaires du RSA)"),
                                    ("plie", "Bilan PLIE"),
                                    ("convergence", "Convergence, Premières Heures"),
                                    ("geiq", "Bilan GEIQ"),
                                    ("interne", "Rapport d’activité interne"),
                                    ("vierge", "Bilan vierge"),
                                ],
                                default="interne",
                                max_length=16,
                                verbose_name="bilan demandé",
                            ),
                        ),
                        (
                            "bilan_le",
                            models.DateField(blank=True, null=True, verbose_name="bilan à remettre avant le"),
                        ),
                        ("remarques", models.TextField(blank=True, max_length=4000, verbose_name="à savoir")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="pilotage.convention",
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
                            "financeur",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="pilotage.financeur",
                            ),
                        ),
                        (
                            "sections",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=60),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="parties du bilan",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="DispositifCouvert",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "convention",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="couverts",
                                to="pilotage.convention",
                            ),
                        ),
                        (
                            "dispositif",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="conventions",
                                to="parcours.dispositif",
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
                        "verbose_name": "dispositif couvert",
                        "verbose_name_plural": "dispositifs couverts",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="pilotage_dispositifcouvert_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "convention", "dispositif"),
                                name="dispositif_couvert_une_fois",
                                violation_error_message="Ce dispositif est déjà couvert.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_dispositifcouvertevent" ("convention_id", "dispositif_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."convention_id", NEW."dispositif_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="5b7f6d7b4028b2076eb91254b8511dad6f7270de",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_73835",
                                    table="pilotage_dispositifcouvert",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "pilotage_dispositifcouvertevent" ("convention_id", "dispositif_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."convention_id", NEW."dispositif_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="b4a1dbaba2e01e315b79fa170336e68daf5e2420",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_f8ffe",
                                    table="pilotage_dispositifcouvert",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_dispositifcouvertevent" ("convention_id", "dispositif_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (OLD."convention_id", OLD."dispositif_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id"); RETURN NULL;',
                                    hash="b9aea6c769b73e7db0cd643d3436fac55f1f46a4",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_7a3f8",
                                    table="pilotage_dispositifcouvert",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DispositifCouvertEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "convention",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="pilotage.convention",
                            ),
                        ),
                        (
                            "dispositif",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.dispositif",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="pilotage.dispositifcouvert",
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
                    name="Financeur",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("nom", models.CharField(max_length=120, verbose_name="nom")),
                        (
                            "genre",
                            models.CharField(
                                choices=[
                                    ("dreets", "DREETS"),
                                    ("departement", "Conseil départemental"),
                                    ("fse", "Fonds social européen"),
                                    ("plie", "PLIE"),
                                    ("convergence", "Convergence, Premières Heures"),
                                    ("region", "Région"),
                                    ("commune", "Commune, intercommunalité"),
                                    ("opco", "OPCO"),
                                    ("fondation", "Fondation, mécène"),
                                    ("autre", "Autre"),
                                ],
                                max_length=16,
                                verbose_name="genre",
                            ),
                        ),
                        ("interlocuteur", models.CharField(blank=True, max_length=120, verbose_name="interlocuteur")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="adresse e-mail")),
                        ("telephone", models.CharField(blank=True, max_length=20, verbose_name="téléphone")),
                        (
                            "voit_petits_effectifs",
                            models.BooleanField(
                                default=False,
                                help_text="Sans cette habilitation, un nombre de 1 à 4 personnes est masqué dans ses bilans.",
                                verbose_name="habilité à recevoir les petits effectifs",
                            ),
                        ),
                        ("actif", models.BooleanField(default=True, verbose_name="finance encore la structure")),
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
                    ],
                    options={
                        "verbose_name": "financeur",
                        "verbose_name_plural": "financeurs",
                        "ordering": ["nom", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="pilotage_financeur_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "nom"),
                                name="financeur_nom_unique",
                                violation_error_message="Un financeur porte déjà ce nom.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_financeurevent" ("actif", "email", "genre", "id", "interlocuteur", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "telephone", "version", "voit_petits_effectifs") VALUES (NEW."actif", NEW."email", NEW."genre", NEW."id", NEW."interlocuteur", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."telephone", NEW."version", NEW."voit_petits_effectifs"); RETURN NULL;',
                                    hash="71921f8b3e657f0e1a60e2fc333576f68e2f6fbe",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_b721b",
                                    table="pilotage_financeur",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "pilotage_financeurevent" ("actif", "email", "genre", "id", "interlocuteur", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "telephone", "version", "voit_petits_effectifs") VALUES (NEW."actif", NEW."email", NEW."genre", NEW."id", NEW."interlocuteur", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."telephone", NEW."version", NEW."voit_petits_effectifs"); RETURN NULL;',
                                    hash="214616de9647333e2f337e731f4076fd76eeb05f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_9dc9b",
                                    table="pilotage_financeur",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_financeurevent" ("actif", "email", "genre", "id", "interlocuteur", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "telephone", "version", "voit_petits_effectifs") VALUES (OLD."actif", OLD."email", OLD."genre", OLD."id", OLD."interlocuteur", OLD."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."telephone", OLD."version", OLD."voit_petits_effectifs"); RETURN NULL;',
                                    hash="66a7bf4208d328c5601343306813afee3d5ee779",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ed02a",
                                    table="pilotage_financeur",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FinanceurEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("nom", models.CharField(max_length=120, verbose_name="nom")),
                        (
                            "genre",
                            models.CharField(
                                choices=[
                                    ("dreets", "DREETS"),
                                    ("departement", "Conseil départemental"),
                                    ("fse", "Fonds social européen"),
                                    ("plie", "PLIE"),
                                    ("convergence", "Convergence, Premières Heures"),
                                    ("region", "Région"),
                                    ("commune", "Commune, intercommunalité"),
                                    ("opco", "OPCO"),
                                    ("fondation", "Fondation, mécène"),
                                    ("autre", "Autre"),
                                ],
                                max_length=16,
                                verbose_name="genre",
                            ),
                        ),
                        ("interlocuteur", models.CharField(blank=True, max_length=120, verbose_name="interlocuteur")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="adresse e-mail")),
                        ("telephone", models.CharField(blank=True, max_length=20, verbose_name="téléphone")),
                        (
                            "voit_petits_effectifs",
                            models.BooleanField(
                                default=False,
                                help_text="Sans cette habilitation, un nombre de 1 à 4 personnes est masqué dans ses bilans.",
                                verbose_name="habilité à recevoir les petits effectifs",
                            ),
                        ),
                        ("actif", models.BooleanField(default=True, verbose_name="finance encore la structure")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="pilotage.financeur",
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
                    name="BilanProduit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("numero", models.PositiveSmallIntegerField(verbose_name="version")),
                        ("role_demandeur", models.CharField(editable=False, max_length=20)),
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
                                default="en_file",
                                max_length=10,
                                verbose_name="état",
                            ),
                        ),
                        ("progression", models.PositiveSmallIntegerField(default=0, verbose_name="avancement (%)")),
                        ("message", models.TextField(blank=True)),
                        ("contenu", models.JSONField(default=dict)),
                        ("donnees_at", models.DateTimeField(null=True, verbose_name="données arrêtées le")),
                        (
                            "modele_version",
                            models.CharField(blank=True, max_length=20, verbose_name="version du modèle"),
                        ),
                        ("fichier", models.FileField(blank=True, upload_to=pilotage.models.bilans.chemin_bilan)),
                        ("tableur", models.FileField(blank=True, upload_to=pilotage.models.bilans.chemin_bilan)),
                        (
                            "empreinte",
                            models.CharField(blank=True, max_length=64, verbose_name="empreinte SHA-256 du PDF"),
                        ),
                        (
                            "empreinte_tableur",
                            models.CharField(blank=True, max_length=64, verbose_name="empreinte SHA-256 du tableur"),
                        ),
                        ("bail_at", models.DateTimeField(null=True, verbose_name="pris par un travailleur jusqu’à")),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="demandé le")),
                        ("termine_at", models.DateTimeField(null=True, verbose_name="terminé le")),
                        (
                            "bilan",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="produits",
                                to="pilotage.bilan",
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
                        "verbose_name": "bilan produit",
                        "verbose_name_plural": "bilans produits",
                        "ordering": ["-numero"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="pilotage_bilanproduit_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "bilan", "numero"), name="bilan_produit_numero_unique"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("etat", "termine"), _negated=True),
                                    models.Q(
                                        ("donnees_at__isnull", False),
                                        ("termine_at__isnull", False),
                                        models.Q(("fichier", ""), _negated=True),
                                        models.Q(("tableur", ""), _negated=True),
                                        models.Q(("empreinte", ""), _negated=True),
                                        models.Q(("empreinte_tableur", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="bilan_produit_termine_complet",
                                violation_error_message="Un bilan terminé a ses deux fichiers.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="bilan_produit_fige",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.\"etat\" = 'termine')",
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="058a25f45609d74a55cf89721c21d663da89e0b9",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_bilan_produit_fige_1e492",
                                    table="pilotage_bilanproduit",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
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
                        (
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="dossiers_a_completer",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "convention",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="dossiers_a_completer",
                                to="pilotage.convention",
                            ),
                        ),
                        (
                            "demande_par",
                            models.ForeignKey(
                                editable=False,
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
                        "verbose_name": "dossier à compléter",
                        "verbose_name_plural": "dossiers à compléter",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="pilotage_dossieracompleter_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "convention", "beneficiaire"),
                                name="dossier_a_completer_une_fois",
                                violation_error_message="Ce dossier est déjà confié.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                        ],
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
                        (
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "convention",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="pilotage.convention",
                            ),
                        ),
                        (
                            "demande_par",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
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
                                to="pilotage.dossieracompleter",
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
                        (
                            "convention",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="pieces",
                                to="pilotage.convention",
                            ),
                        ),
                        (
                            "depose_par",
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
                        (
                            "analyse",
                            models.CharField(
                                choices=[
                                    ("absente", "Non analysé par un antivirus"),
                                    ("en_attente", "Analyse antivirus en cours"),
                                    ("sain", "Analysé par l’antivirus"),
                                    ("infecte", "Retenu par l’antivirus"),
                                ],
                                default="absente",
                                editable=False,
                                max_length=12,
                                verbose_name="analyse antivirus",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "document de convention",
                        "verbose_name_plural": "documents de convention",
                        "ordering": ["-created_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="pilotage_piececonvention_structure_id"
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_piececonventionevent" ("analyse", "convention_id", "created_at", "depose_par_id", "fichier", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "taille", "type_mime") VALUES (NEW."analyse", NEW."convention_id", NEW."created_at", NEW."depose_par_id", NEW."fichier", NEW."id", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."taille", NEW."type_mime"); RETURN NULL;',
                                    hash="c295bbbe99f1b8d924590bb8350564b3376b7dfa",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_d8f05",
                                    table="pilotage_piececonvention",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "pilotage_piececonventionevent" ("analyse", "convention_id", "created_at", "depose_par_id", "fichier", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "taille", "type_mime") VALUES (NEW."analyse", NEW."convention_id", NEW."created_at", NEW."depose_par_id", NEW."fichier", NEW."id", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."taille", NEW."type_mime"); RETURN NULL;',
                                    hash="cc06b0f13aef0d4b5ad9145069979ba24a0ee369",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_bcd99",
                                    table="pilotage_piececonvention",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_piececonventionevent" ("analyse", "convention_id", "created_at", "depose_par_id", "fichier", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "taille", "type_mime") VALUES (OLD."analyse", OLD."convention_id", OLD."created_at", OLD."depose_par_id", OLD."fichier", OLD."id", OLD."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."taille", OLD."type_mime"); RETURN NULL;',
                                    hash="1f0a72bb6e1ec1e8b488fe82fbcc2695d301cd14",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_82ce0",
                                    table="pilotage_piececonvention",
                                    when="AFTER",
                                ),
                            ),
                        ],
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
                        (
                            "convention",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="pilotage.convention",
                            ),
                        ),
                        (
                            "depose_par",
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
                                to="pilotage.piececonvention",
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
                            "analyse",
                            models.CharField(
                                choices=[
                                    ("absente", "Non analysé par un antivirus"),
                                    ("en_attente", "Analyse antivirus en cours"),
                                    ("sain", "Analysé par l’antivirus"),
                                    ("infecte", "Retenu par l’antivirus"),
                                ],
                                default="absente",
                                editable=False,
                                max_length=12,
                                verbose_name="analyse antivirus",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Sourdine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "motif",
                            models.CharField(
                                choices=[
                                    ("hospitalisation", "Hospitalisation"),
                                    ("incarceration", "Incarcération"),
                                    ("conge", "Congé, absence longue"),
                                    ("autre", "Autre raison"),
                                ],
                                max_length=16,
                                verbose_name="raison",
                            ),
                        ),
                        ("debut", models.DateField(verbose_name="du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="au")),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "auteur",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sourdines",
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
                        "verbose_name": "pause des rappels",
                        "verbose_name_plural": "pauses des rappels",
                        "ordering": ["-debut", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="pilotage_sourdine_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("fin__isnull", True), ("fin__gte", models.F("debut")), _connector="OR"
                                ),
                                name="sourdine_fin_apres_debut",
                                violation_error_message="La pause ne peut pas finir avant de commencer.",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("structure", "="),
                                    ("beneficiaire", "="),
                                    (
                                        insertion.models.structures.Periode(
                                            "debut",
                                            "fin",
                                            django.contrib.postgres.fields.ranges.RangeBoundary(
                                                inclusive_lower=True, inclusive_upper=True
                                            ),
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="sourdine_sans_chevauchement",
                                violation_error_message="Les rappels de cette personne sont déjà en pause à ces dates.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_sourdineevent" ("auteur_id", "beneficiaire_id", "created_at", "debut", "fin", "id", "motif", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."auteur_id", NEW."beneficiaire_id", NEW."created_at", NEW."debut", NEW."fin", NEW."id", NEW."motif", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="71d6fac9b19708ccb87cf26cd89b2907f7380701",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e2cb4",
                                    table="pilotage_sourdine",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "pilotage_sourdineevent" ("auteur_id", "beneficiaire_id", "created_at", "debut", "fin", "id", "motif", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."auteur_id", NEW."beneficiaire_id", NEW."created_at", NEW."debut", NEW."fin", NEW."id", NEW."motif", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="470b4ea5908323ceb7a6d3a6ddbfd02279236054",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_607bf",
                                    table="pilotage_sourdine",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_sourdineevent" ("auteur_id", "beneficiaire_id", "created_at", "debut", "fin", "id", "motif", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (OLD."auteur_id", OLD."beneficiaire_id", OLD."created_at", OLD."debut", OLD."fin", OLD."id", OLD."motif", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id"); RETURN NULL;',
                                    hash="0426411248305a5a5f00e8bf1e59001c41cdf171",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_521b2",
                                    table="pilotage_sourdine",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SourdineEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "motif",
                            models.CharField(
                                choices=[
                                    ("hospitalisation", "Hospitalisation"),
                                    ("incarceration", "Incarcération"),
                                    ("conge", "Congé, absence longue"),
                                    ("autre", "Autre raison"),
                                ],
                                max_length=16,
                                verbose_name="raison",
                            ),
                        ),
                        ("debut", models.DateField(verbose_name="du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="au")),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "auteur",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "beneficiaire",
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
                                to="pilotage.sourdine",
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
                    name="Export",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("genre", models.CharField(max_length=40, verbose_name="données")),
                        ("intitule", models.CharField(max_length=120, verbose_name="intitulé")),
                        ("filtres", models.TextField(blank=True, verbose_name="filtres")),
                        ("parametres", models.JSONField(default=dict, editable=False)),
                        ("lignes", models.PositiveIntegerField(null=True, verbose_name="lignes")),
                        ("role_demandeur", models.CharField(editable=False, max_length=20)),
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
                                default="en_file",
                                max_length=10,
                                verbose_name="état",
                            ),
                        ),
                        ("progression", models.PositiveSmallIntegerField(default=0, verbose_name="avancement (%)")),
                        ("message", models.TextField(blank=True)),
                        ("essais", models.PositiveSmallIntegerField(default=0, editable=False)),
                        ("fichier", models.FileField(blank=True, upload_to=pilotage.models.exports.chemin_export)),
                        ("empreinte", models.CharField(blank=True, max_length=64, verbose_name="empreinte SHA-256")),
                        ("bail_at", models.DateTimeField(null=True, verbose_name="pris par un travailleur jusqu’à")),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="demandé le")),
                        ("termine_at", models.DateTimeField(null=True, verbose_name="terminé le")),
                        ("purge_at", models.DateTimeField(null=True, verbose_name="fichier effacé le")),
                        (
                            "demande_par",
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
                        "verbose_name": "export",
                        "verbose_name_plural": "exports",
                        "ordering": ["-created_at", "-pk"],
                        "indexes": [models.Index(fields=["structure", "-created_at"], name="export_recents")],
                        "constraints": [
                            models.UniqueConstraint(fields=("structure", "id"), name="pilotage_export_structure_id"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("etat", "termine"), _negated=True),
                                    models.Q(
                                        ("lignes__isnull", False),
                                        ("termine_at__isnull", False),
                                        models.Q(("empreinte", ""), _negated=True),
                                        models.Q(
                                            models.Q(("fichier", ""), _negated=True),
                                            ("purge_at__isnull", False),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="export_termine_avec_fichier",
                                violation_error_message="Un export terminé a son fichier, tant qu’il n’est pas effacé.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AbonnementAgenda",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "libelle",
                            models.CharField(
                                help_text="Par exemple\xa0: Outlook du bureau, mon téléphone.",
                                max_length=60,
                                verbose_name="pour quel agenda",
                            ),
                        ),
                        ("empreinte", models.CharField(editable=False, max_length=64)),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="créé le")),
                        (
                            "lu_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="lu pour la dernière fois le"
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "abonnement à l’agenda",
                        "verbose_name_plural": "abonnements à l’agenda",
                        "indexes": [
                            models.Index(fields=["structure", "utilisateur"], name="abonnement_par_utilisateur")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="pilotage_abonnementagenda_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "empreinte"), name="abonnement_empreinte_unique"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_abonnementagendaevent" ("created_at", "id", "libelle", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "utilisateur_id") VALUES (NEW."created_at", NEW."id", NEW."libelle", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."utilisateur_id"); RETURN NULL;',
                                    hash="8009e13df5ba55a8a7fc59744a5a834ea870b1a9",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_5f73e",
                                    table="pilotage_abonnementagenda",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."libelle" IS DISTINCT FROM (NEW."libelle") OR OLD."structure_id" IS DISTINCT FROM (NEW."structure_id") OR OLD."utilisateur_id" IS DISTINCT FROM (NEW."utilisateur_id"))',
                                    func='INSERT INTO "pilotage_abonnementagendaevent" ("created_at", "id", "libelle", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "utilisateur_id") VALUES (NEW."created_at", NEW."id", NEW."libelle", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."utilisateur_id"); RETURN NULL;',
                                    hash="135d8d23374486bd9eef883bf7a4ca6b710c61d9",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_09a05",
                                    table="pilotage_abonnementagenda",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_abonnementagendaevent" ("created_at", "id", "libelle", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "utilisateur_id") VALUES (OLD."created_at", OLD."id", OLD."libelle", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."utilisateur_id"); RETURN NULL;',
                                    hash="61ef4d6c83f97af56342f4c4b59708f8ed506570",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_9c652",
                                    table="pilotage_abonnementagenda",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AbonnementAgendaEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "libelle",
                            models.CharField(
                                help_text="Par exemple\xa0: Outlook du bureau, mon téléphone.",
                                max_length=60,
                                verbose_name="pour quel agenda",
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="créé le")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="pilotage.abonnementagenda",
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
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Envoi",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "etat",
                            models.CharField(
                                choices=[
                                    ("a_envoyer", "À envoyer"),
                                    ("pris", "Envoi en cours"),
                                    ("envoye", "Envoyé"),
                                    ("incertain", "Envoyé, confirmation non reçue"),
                                    ("echec", "Échec"),
                                    ("retire", "Retiré"),
                                ],
                                default="a_envoyer",
                                max_length=10,
                                verbose_name="état",
                            ),
                        ),
                        ("essais", models.PositiveSmallIntegerField(default=0)),
                        ("prochain_essai_at", models.DateTimeField(null=True)),
                        ("bail_at", models.DateTimeField(null=True, verbose_name="pris par un travailleur jusqu’à")),
                        ("envoye_at", models.DateTimeField(null=True)),
                        ("message", models.TextField(blank=True)),
                        (
                            "canal",
                            models.CharField(
                                choices=[("courriel", "E-mail"), ("sms", "SMS")], max_length=10, verbose_name="moyen"
                            ),
                        ),
                        ("debut", models.DateTimeField(verbose_name="heure annoncée")),
                        ("empreinte", models.CharField(blank=True, editable=False, max_length=64)),
                        (
                            "reference",
                            models.CharField(
                                blank=True, editable=False, max_length=120, verbose_name="réponse du prestataire"
                            ),
                        ),
                        (
                            "refuse_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="a répondu ne pas pouvoir venir"
                            ),
                        ),
                        (
                            "rendez_vous",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="envois",
                                to="parcours.rendezvous",
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
                            "demande_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, editable=False, verbose_name="à envoyer depuis"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "message avant un rendez-vous",
                        "verbose_name_plural": "messages avant un rendez-vous",
                        "indexes": [
                            models.Index(fields=["structure", "empreinte"], name="envoi_par_empreinte"),
                            models.Index(fields=["structure", "debut"], name="envoi_par_heure"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("structure", "id"), name="pilotage_envoi_structure_id"),
                            models.UniqueConstraint(
                                fields=("structure", "rendez_vous", "canal"), name="envoi_un_par_canal"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_envoievent" ("canal", "debut", "envoye_at", "essais", "etat", "id", "message", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "refuse_at", "rendez_vous_id", "structure_id") VALUES (NEW."canal", NEW."debut", NEW."envoye_at", NEW."essais", NEW."etat", NEW."id", NEW."message", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."reference", NEW."refuse_at", NEW."rendez_vous_id", NEW."structure_id"); RETURN NULL;',
                                    hash="9d74fbe8e6451c2112d45f4c6c11b42ac2e2b1f9",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_9f673",
                                    table="pilotage_envoi",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."canal" IS DISTINCT FROM (NEW."canal") OR OLD."debut" IS DISTINCT FROM (NEW."debut") OR OLD."envoye_at" IS DISTINCT FROM (NEW."envoye_at") OR OLD."essais" IS DISTINCT FROM (NEW."essais") OR OLD."etat" IS DISTINCT FROM (NEW."etat") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."message" IS DISTINCT FROM (NEW."message") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."refuse_at" IS DISTINCT FROM (NEW."refuse_at") OR OLD."rendez_vous_id" IS DISTINCT FROM (NEW."rendez_vous_id") OR OLD."structure_id" IS DISTINCT FROM (NEW."structure_id"))',
                                    func='INSERT INTO "pilotage_envoievent" ("canal", "debut", "envoye_at", "essais", "etat", "id", "message", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "refuse_at", "rendez_vous_id", "structure_id") VALUES (NEW."canal", NEW."debut", NEW."envoye_at", NEW."essais", NEW."etat", NEW."id", NEW."message", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."reference", NEW."refuse_at", NEW."rendez_vous_id", NEW."structure_id"); RETURN NULL;',
                                    hash="880ae4ec22cf79d3808eb39d0e304b2a70237502",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e739a",
                                    table="pilotage_envoi",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_envoievent" ("canal", "debut", "envoye_at", "essais", "etat", "id", "message", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "refuse_at", "rendez_vous_id", "structure_id") VALUES (OLD."canal", OLD."debut", OLD."envoye_at", OLD."essais", OLD."etat", OLD."id", OLD."message", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."reference", OLD."refuse_at", OLD."rendez_vous_id", OLD."structure_id"); RETURN NULL;',
                                    hash="861812ac314ffd1d19d0943da08700493f6714f9",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_90f86",
                                    table="pilotage_envoi",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EnvoiEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "etat",
                            models.CharField(
                                choices=[
                                    ("a_envoyer", "À envoyer"),
                                    ("pris", "Envoi en cours"),
                                    ("envoye", "Envoyé"),
                                    ("incertain", "Envoyé, confirmation non reçue"),
                                    ("echec", "Échec"),
                                    ("retire", "Retiré"),
                                ],
                                default="a_envoyer",
                                max_length=10,
                                verbose_name="état",
                            ),
                        ),
                        ("essais", models.PositiveSmallIntegerField(default=0)),
                        ("envoye_at", models.DateTimeField(null=True)),
                        ("message", models.TextField(blank=True)),
                        (
                            "canal",
                            models.CharField(
                                choices=[("courriel", "E-mail"), ("sms", "SMS")], max_length=10, verbose_name="moyen"
                            ),
                        ),
                        ("debut", models.DateTimeField(verbose_name="heure annoncée")),
                        (
                            "reference",
                            models.CharField(
                                blank=True, editable=False, max_length=120, verbose_name="réponse du prestataire"
                            ),
                        ),
                        (
                            "refuse_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="a répondu ne pas pouvoir venir"
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="pilotage.envoi",
                            ),
                        ),
                        (
                            "rendez_vous",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.rendezvous",
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
                    name="Reattribution",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "motif",
                            models.CharField(
                                choices=[
                                    ("equilibre", "Répartition de la charge"),
                                    ("depart", "Départ d’un collègue"),
                                    ("absence", "Absence d’un collègue"),
                                    ("autre", "Autre raison"),
                                ],
                                default="equilibre",
                                max_length=12,
                                verbose_name="raison",
                            ),
                        ),
                        ("de", models.TextField(blank=True, editable=False, verbose_name="de")),
                        ("selection", models.TextField(blank=True, editable=False, verbose_name="filtre")),
                        ("dossiers", models.JSONField(default=dict, editable=False)),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="faite le")),
                        ("annulee_at", models.DateTimeField(editable=False, null=True, verbose_name="annulée le")),
                        (
                            "annulee_par",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "par",
                            models.ForeignKey(
                                editable=False,
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
                            "vers",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="confier à",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "réattribution",
                        "verbose_name_plural": "réattributions",
                        "ordering": ["-created_at", "-pk"],
                        "indexes": [models.Index(fields=["structure", "-created_at"], name="reattribution_recentes")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="pilotage_reattribution_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("annulee_at__isnull", True), ("annulee_par__isnull", True)),
                                    models.Q(("annulee_at__isnull", False), ("annulee_par__isnull", False)),
                                    _connector="OR",
                                ),
                                name="reattribution_annulee_par_quelqu_un",
                                violation_error_message="Une annulation a sa date et son auteur.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Depart",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("dernier_jour", models.DateField(verbose_name="dernier jour dans l’équipe")),
                        (
                            "a_reprendre",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BigIntegerField(), default=list, editable=False, size=None
                            ),
                        ),
                        ("trace", models.JSONField(default=dict, editable=False)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("transmis_at", models.DateTimeField(editable=False, null=True, verbose_name="transmis le")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "prepare_par",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "reste_a",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="qui reprend les ateliers, les entreprises et les projets",
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
                            "transmis_par",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "utilisateur",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="qui part",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "départ",
                        "verbose_name_plural": "départs",
                        "ordering": ["dernier_jour", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("structure", "id"), name="pilotage_depart_structure_id"),
                            models.UniqueConstraint(
                                condition=models.Q(("transmis_at", None)),
                                fields=("structure", "utilisateur"),
                                name="depart_un_a_la_fois",
                                violation_error_code="depart_un_a_la_fois",
                                violation_error_message="Le départ de ce collègue est déjà en préparation.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("transmis_at__isnull", True), ("transmis_par__isnull", True)),
                                    models.Q(("transmis_at__isnull", False), ("transmis_par__isnull", False)),
                                    _connector="OR",
                                ),
                                name="depart_transmis_par_quelqu_un",
                                violation_error_message="Une transmission a sa date et son auteur.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_departevent" ("a_reprendre", "created_at", "dernier_jour", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prepare_par_id", "reste_a_id", "structure_id", "trace", "transmis_at", "transmis_par_id", "utilisateur_id", "version") VALUES (NEW."a_reprendre", NEW."created_at", NEW."dernier_jour", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."prepare_par_id", NEW."reste_a_id", NEW."structure_id", NEW."trace", NEW."transmis_at", NEW."transmis_par_id", NEW."utilisateur_id", NEW."version"); RETURN NULL;',
                                    hash="ecdf3a61918d52e7c675bbecd22c1821433ef405",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_91e71",
                                    table="pilotage_depart",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "pilotage_departevent" ("a_reprendre", "created_at", "dernier_jour", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prepare_par_id", "reste_a_id", "structure_id", "trace", "transmis_at", "transmis_par_id", "utilisateur_id", "version") VALUES (NEW."a_reprendre", NEW."created_at", NEW."dernier_jour", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."prepare_par_id", NEW."reste_a_id", NEW."structure_id", NEW."trace", NEW."transmis_at", NEW."transmis_par_id", NEW."utilisateur_id", NEW."version"); RETURN NULL;',
                                    hash="8e63ea04afd708017301a005ba9e367e3592f09c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a079e",
                                    table="pilotage_depart",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_departevent" ("a_reprendre", "created_at", "dernier_jour", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prepare_par_id", "reste_a_id", "structure_id", "trace", "transmis_at", "transmis_par_id", "utilisateur_id", "version") VALUES (OLD."a_reprendre", OLD."created_at", OLD."dernier_jour", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."prepare_par_id", OLD."reste_a_id", OLD."structure_id", OLD."trace", OLD."transmis_at", OLD."transmis_par_id", OLD."utilisateur_id", OLD."version"); RETURN NULL;',
                                    hash="36f608d8ee45a9d9b01713ded2d7a2f7d9a61da8",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_c3524",
                                    table="pilotage_depart",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DepartEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("dernier_jour", models.DateField(verbose_name="dernier jour dans l’équipe")),
                        (
                            "a_reprendre",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BigIntegerField(), default=list, editable=False, size=None
                            ),
                        ),
                        ("trace", models.JSONField(default=dict, editable=False)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("transmis_at", models.DateTimeField(editable=False, null=True, verbose_name="transmis le")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="pilotage.depart",
                            ),
                        ),
                        (
                            "prepare_par",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "reste_a",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="qui reprend les ateliers, les entreprises et les projets",
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
                            "transmis_par",
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
                            "utilisateur",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="qui part",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Passation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("note", models.TextField(blank=True, max_length=6000, verbose_name="note de continuité")),
                        ("remise_at", models.DateTimeField(editable=False, null=True, verbose_name="remise le")),
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
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="passations",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "depart",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="passations",
                                to="pilotage.depart",
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
                            "vers",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="confiée à",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "passation",
                        "verbose_name_plural": "passations",
                        "indexes": [
                            models.Index(fields=["structure", "beneficiaire"], name="passation_par_personne")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="pilotage_passation_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "depart", "beneficiaire"),
                                name="passation_une_par_personne",
                                violation_error_message="Cette personne est déjà dans ce départ.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("remise_at__isnull", True),
                                    models.Q(("vers__isnull", False), models.Q(("note", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="passation_remise_a_quelqu_un",
                                violation_error_message="Une passation se remet à quelqu’un, avec sa note.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_passationevent" ("auteur_id", "beneficiaire_id", "depart_id", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remise_at", "structure_id", "vers_id", "version") VALUES (NEW."auteur_id", NEW."beneficiaire_id", NEW."depart_id", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."remise_at", NEW."structure_id", NEW."vers_id", NEW."version"); RETURN NULL;',
                                    hash="58ff3130cb178c3851e8407af81155051c92ee42",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_66ecf",
                                    table="pilotage_passation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "pilotage_passationevent" ("auteur_id", "beneficiaire_id", "depart_id", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remise_at", "structure_id", "vers_id", "version") VALUES (NEW."auteur_id", NEW."beneficiaire_id", NEW."depart_id", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."remise_at", NEW."structure_id", NEW."vers_id", NEW."version"); RETURN NULL;',
                                    hash="7fb05e26439a3513bfdf63f3517703e8ab155d1d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_98b6a",
                                    table="pilotage_passation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_passationevent" ("auteur_id", "beneficiaire_id", "depart_id", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remise_at", "structure_id", "vers_id", "version") VALUES (OLD."auteur_id", OLD."beneficiaire_id", OLD."depart_id", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."remise_at", OLD."structure_id", OLD."vers_id", OLD."version"); RETURN NULL;',
                                    hash="d4205c7a8b840d013bd061732dcdcaeffad7fc27",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_19a6f",
                                    table="pilotage_passation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PassationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("note", models.TextField(blank=True, max_length=6000, verbose_name="note de continuité")),
                        ("remise_at", models.DateTimeField(editable=False, null=True, verbose_name="remise le")),
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
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "depart",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="pilotage.depart",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="pilotage.passation",
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
                            "vers",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="confiée à",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Relance",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("mot", models.CharField(blank=True, max_length=200, verbose_name="mot pour le référent")),
                        ("lot", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="demandée le")),
                        (
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="relances",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "par",
                            models.ForeignKey(
                                editable=False,
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
                        "verbose_name": "relance",
                        "verbose_name_plural": "relances",
                        "ordering": ["-created_at", "-pk"],
                        "indexes": [models.Index(fields=["structure", "beneficiaire"], name="relance_par_personne")],
                        "constraints": [
                            models.UniqueConstraint(fields=("structure", "id"), name="pilotage_relance_structure_id"),
                            models.UniqueConstraint(
                                fields=("structure", "lot", "beneficiaire"), name="relance_une_fois_par_lot"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_relanceevent" ("beneficiaire_id", "created_at", "id", "lot", "mot", "par_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."beneficiaire_id", NEW."created_at", NEW."id", NEW."lot", NEW."mot", NEW."par_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="a1ac4577f7d17c8d2ca50578736a37ddc33de4cb",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_60a15",
                                    table="pilotage_relance",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "pilotage_relanceevent" ("beneficiaire_id", "created_at", "id", "lot", "mot", "par_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."beneficiaire_id", NEW."created_at", NEW."id", NEW."lot", NEW."mot", NEW."par_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="b77bb7c585f36a120587315b3aa434cf610245eb",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a475e",
                                    table="pilotage_relance",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_relanceevent" ("beneficiaire_id", "created_at", "id", "lot", "mot", "par_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (OLD."beneficiaire_id", OLD."created_at", OLD."id", OLD."lot", OLD."mot", OLD."par_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id"); RETURN NULL;',
                                    hash="a17badb9031ba48740953596994788071e7fb44d",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_7abe1",
                                    table="pilotage_relance",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RelanceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("mot", models.CharField(blank=True, max_length=200, verbose_name="mot pour le référent")),
                        ("lot", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="demandée le")),
                        (
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "par",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
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
                                to="pilotage.relance",
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
                    name="VueEnregistree",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("nom", models.CharField(max_length=60, verbose_name="nom de la vue")),
                        (
                            "adresse",
                            models.CharField(blank=True, editable=False, max_length=300, verbose_name="filtres"),
                        ),
                        (
                            "partagee",
                            models.BooleanField(
                                default=False, verbose_name="la partager avec les responsables de l’équipe"
                            ),
                        ),
                        (
                            "par_defaut",
                            models.BooleanField(
                                default=False, verbose_name="l’ouvrir d’abord quand je vais sur Équipe"
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
                                editable=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "vue enregistrée",
                        "verbose_name_plural": "vues enregistrées",
                        "ordering": ["nom", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="pilotage_vueenregistree_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "utilisateur", "nom"),
                                name="vue_un_nom",
                                violation_error_code="vue_un_nom",
                                violation_error_message="Une de vos vues porte déjà ce nom.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("par_defaut", True)),
                                fields=("structure", "utilisateur"),
                                name="vue_une_par_defaut",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExtraitDossier",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                                default="en_file",
                                max_length=10,
                                verbose_name="état",
                            ),
                        ),
                        ("progression", models.PositiveSmallIntegerField(default=0, verbose_name="avancement (%)")),
                        ("message", models.TextField(blank=True)),
                        ("bail_at", models.DateTimeField(null=True, verbose_name="pris par un travailleur jusqu’à")),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="demandé le")),
                        ("termine_at", models.DateTimeField(null=True, verbose_name="terminé le")),
                        ("motif", models.CharField(blank=True, max_length=300, verbose_name="pourquoi")),
                        ("masques", models.JSONField(default=dict, editable=False)),
                        ("role_demandeur", models.CharField(editable=False, max_length=20)),
                        ("fichier", models.FileField(blank=True, upload_to=pilotage.models.extraits.chemin_extrait)),
                        ("empreinte", models.CharField(blank=True, max_length=64, verbose_name="empreinte SHA-256")),
                        ("remis_at", models.DateTimeField(null=True, verbose_name="téléchargée le")),
                        ("purge_at", models.DateTimeField(null=True, verbose_name="fichier effacé le")),
                        (
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="extraits",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "demande",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="extraits",
                                to="beneficiaires.demandedroit",
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
                        "verbose_name": "copie d’un dossier",
                        "verbose_name_plural": "copies de dossiers",
                        "ordering": ["-created_at", "-pk"],
                        "indexes": [models.Index(fields=["structure", "beneficiaire"], name="extrait_par_personne")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="pilotage_extraitdossier_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("demande__isnull", False),
                                    models.Q(("motif", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="extrait_demande_ou_motif",
                                violation_error_message="Une copie se fait pour une demande, ou pour une raison écrite.",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
