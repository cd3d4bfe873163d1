"""The tables of this floor, made at once (docs/decisions/0009-tables-en-une-fois.md)."""

import datetime
from decimal import Decimal

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.functions.text
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import insertion.isolation.models
import insertion.models.chiffres
import insertion.models.imports
import insertion.models.structures
import insertion.texte
import parcours.models.contrats
import parcours.models.lots
import parcours.models.productions
from insertion.isolation.operations import EnUneFois


class Migration(migrations.Migration):
    initial = True

    dependencies = [("beneficiaires", "0003_entete"), ("entreprises", "0002_isolation")]

    operations = [
        EnUneFois(
            [
                migrations.CreateModel(
                    name="Dispositif",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                        ("nom", models.CharField(max_length=80, verbose_name="nom")),
                        (
                            "genre",
                            models.CharField(
                                choices=[
                                    ("premieres_heures", "Premières Heures"),
                                    ("chantier", "Chantier ou poste d’insertion"),
                                    ("qualifiant", "Chantier qualifiant"),
                                    ("hebergement", "Hébergement"),
                                    ("accompagnement", "Accompagnement"),
                                    ("autre", "Autre"),
                                ],
                                default="autre",
                                max_length=20,
                                verbose_name="genre",
                            ),
                        ),
                        (
                            "heures_min",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="heures, au moins"
                            ),
                        ),
                        (
                            "heures_max",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="heures, au plus"
                            ),
                        ),
                        (
                            "unite_heures",
                            models.CharField(
                                choices=[("semaine", "par semaine"), ("mois", "par mois")],
                                default="semaine",
                                max_length=8,
                                verbose_name="heures comptées",
                            ),
                        ),
                        (
                            "duree_contrat_mois",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="durée du contrat (mois)",
                            ),
                        ),
                        (
                            "renouvellements_max",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="renouvellements possibles"
                            ),
                        ),
                        (
                            "duree_max_mois",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                default=24,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="durée maximale du parcours (mois)",
                            ),
                        ),
                        (
                            "certification",
                            models.CharField(blank=True, max_length=160, verbose_name="certification visée"),
                        ),
                        ("places", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="places")),
                        ("actif", models.BooleanField(default=True, verbose_name="ouvert aux entrées")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "dispositif",
                        "verbose_name_plural": "dispositifs",
                        "ordering": ["nom"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_dispositif_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "nom"),
                                name="dispositif_nom_unique",
                                violation_error_message="Un dispositif porte déjà ce nom.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("heures_min__isnull", True),
                                    ("heures_max__isnull", True),
                                    ("heures_max__gte", models.F("heures_min")),
                                    _connector="OR",
                                ),
                                name="dispositif_heures_plancher_plafond",
                                violation_error_message="Le plafond d’heures ne peut pas être inférieur au plancher.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("heures_min__isnull", True), ("heures_min__gte", 0), _connector="OR"),
                                    models.Q(
                                        ("heures_max__isnull", True),
                                        models.Q(
                                            ("heures_max__gt", 0),
                                            ("heures_max__lte", 48),
                                            ("unite_heures", "semaine"),
                                        ),
                                        models.Q(
                                            ("heures_max__gt", 0), ("heures_max__lte", 208), ("unite_heures", "mois")
                                        ),
                                        _connector="OR",
                                    ),
                                ),
                                name="dispositif_heures_possibles",
                                violation_error_message="Le plafond va jusqu’à 48 heures par semaine, ou 208 heures par mois.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("duree_contrat_mois__isnull", True),
                                        ("duree_contrat_mois__gte", 1),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("duree_max_mois__isnull", True), ("duree_max_mois__gte", 1), _connector="OR"
                                    ),
                                ),
                                name="dispositif_durees_positives",
                                violation_error_message="Une durée se compte en mois, à partir d’un mois.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("duree_contrat_mois__isnull", True),
                                    ("duree_max_mois__isnull", True),
                                    ("duree_max_mois__gte", models.F("duree_contrat_mois")),
                                    _connector="OR",
                                ),
                                name="dispositif_contrat_dans_le_parcours",
                                violation_error_message="Un contrat ne peut pas durer plus longtemps que le parcours.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_dispositifevent" ("actif", "certification", "duree_contrat_mois", "duree_max_mois", "genre", "heures_max", "heures_min", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "renouvellements_max", "structure_id", "unite_heures", "version") VALUES (NEW."actif", NEW."certification", NEW."duree_contrat_mois", NEW."duree_max_mois", NEW."genre", NEW."heures_max", NEW."heures_min", NEW."id", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."places", NEW."renouvellements_max", NEW."structure_id", NEW."unite_heures", NEW."version"); RETURN NULL;',
                                    hash="a3bb544f83b2d09b8bf5ae739445ceabf8ea92bd",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e7d79",
                                    table="parcours_dispositif",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_dispositifevent" ("actif", "certification", "duree_contrat_mois", "duree_max_mois", "genre", "heures_max", "heures_min", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "renouvellements_max", "structure_id", "unite_heures", "version") VALUES (NEW."actif", NEW."certification", NEW."duree_contrat_mois", NEW."duree_max_mois", NEW."genre", NEW."heures_max", NEW."heures_min", NEW."id", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."places", NEW."renouvellements_max", NEW."structure_id", NEW."unite_heures", NEW."version"); RETURN NULL;',
                                    hash="29f2993929f90a099c2ad7b1d1d2674580b6fe56",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_3f4d0",
                                    table="parcours_dispositif",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_dispositifevent" ("actif", "certification", "duree_contrat_mois", "duree_max_mois", "genre", "heures_max", "heures_min", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "renouvellements_max", "structure_id", "unite_heures", "version") VALUES (OLD."actif", OLD."certification", OLD."duree_contrat_mois", OLD."duree_max_mois", OLD."genre", OLD."heures_max", OLD."heures_min", OLD."id", OLD."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."places", OLD."renouvellements_max", OLD."structure_id", OLD."unite_heures", OLD."version"); RETURN NULL;',
                                    hash="e4a27ad85d0e0f9321311d421bf61305d534dd35",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_1e37f",
                                    table="parcours_dispositif",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DispositifEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.dispositif",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("nom", models.CharField(max_length=80, verbose_name="nom")),
                        (
                            "genre",
                            models.CharField(
                                choices=[
                                    ("premieres_heures", "Premières Heures"),
                                    ("chantier", "Chantier ou poste d’insertion"),
                                    ("qualifiant", "Chantier qualifiant"),
                                    ("hebergement", "Hébergement"),
                                    ("accompagnement", "Accompagnement"),
                                    ("autre", "Autre"),
                                ],
                                default="autre",
                                max_length=20,
                                verbose_name="genre",
                            ),
                        ),
                        (
                            "heures_min",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="heures, au moins"
                            ),
                        ),
                        (
                            "heures_max",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="heures, au plus"
                            ),
                        ),
                        (
                            "unite_heures",
                            models.CharField(
                                choices=[("semaine", "par semaine"), ("mois", "par mois")],
                                default="semaine",
                                max_length=8,
                                verbose_name="heures comptées",
                            ),
                        ),
                        (
                            "duree_contrat_mois",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="durée du contrat (mois)",
                            ),
                        ),
                        (
                            "renouvellements_max",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="renouvellements possibles"
                            ),
                        ),
                        (
                            "duree_max_mois",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                default=24,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="durée maximale du parcours (mois)",
                            ),
                        ),
                        (
                            "certification",
                            models.CharField(blank=True, max_length=160, verbose_name="certification visée"),
                        ),
                        ("places", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="places")),
                        ("actif", models.BooleanField(default=True, verbose_name="ouvert aux entrées")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="Parcours",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parcours",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "dispositif",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parcours",
                                to="parcours.dispositif",
                            ),
                        ),
                        ("date_entree", models.DateField(verbose_name="date d’entrée")),
                        ("date_fin_prevue", models.DateField(blank=True, null=True, verbose_name="fin prévue")),
                        ("date_sortie", models.DateField(blank=True, null=True, verbose_name="date de sortie")),
                        (
                            "heures_hebdo",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=4,
                                null=True,
                                verbose_name="heures par semaine",
                            ),
                        ),
                        (
                            "orienteur",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("france_travail", "France Travail"),
                                    ("mission_locale", "Mission locale"),
                                    ("cap_emploi", "Cap emploi"),
                                    ("plie", "PLIE / PMIE"),
                                    ("autre_spe", "Autre acteur local du service public de l’emploi"),
                                    ("hebergement", "Structure d’hébergement"),
                                    ("maraude", "Maraude, accueil de jour, veille sociale"),
                                    ("premieres_heures", "Premières Heures en Chantier"),
                                    ("autre_siae", "Autre SIAE"),
                                    ("departement", "Services sociaux du Département"),
                                    ("autre", "Autre acteur local d’accompagnement"),
                                    ("spontanee", "Candidature spontanée"),
                                ],
                                max_length=20,
                                verbose_name="orientation par",
                            ),
                        ),
                        ("prescripteur", models.CharField(blank=True, max_length=120, verbose_name="prescripteur")),
                        ("projet", models.CharField(blank=True, max_length=200, verbose_name="projet professionnel")),
                        (
                            "pass_numero",
                            models.CharField(
                                blank=True,
                                max_length=12,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\d{12}$", "Un numéro de PASS IAE compte 12 chiffres."
                                    )
                                ],
                                verbose_name="numéro de PASS IAE",
                            ),
                        ),
                        ("pass_debut", models.DateField(blank=True, null=True, verbose_name="début du PASS IAE")),
                        ("pass_fin", models.DateField(blank=True, null=True, verbose_name="fin du PASS IAE")),
                        (
                            "rythme_entretiens",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Laissez vide pour suivre celui de la structure.",
                                null=True,
                                verbose_name="rythme des entretiens (jours)",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "parcours",
                        "verbose_name_plural": "parcours",
                        "ordering": ["-date_entree", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["structure", "beneficiaire", "-date_entree"], name="parcours_par_personne"
                            ),
                            models.Index(fields=["structure", "date_sortie"], name="parcours_ouverts"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_parcours_structure_id"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("date_sortie__isnull", True)),
                                fields=("structure", "beneficiaire", "dispositif"),
                                name="parcours_un_seul_ouvert",
                                violation_error_message="Cette personne a déjà un parcours ouvert dans ce dispositif.",
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "id", "date_sortie"), name="parcours_et_sa_sortie"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("date_sortie__isnull", True),
                                    ("date_sortie__gte", models.F("date_entree")),
                                    _connector="OR",
                                ),
                                name="parcours_sortie_apres_entree",
                                violation_error_message="La sortie ne peut pas précéder l’entrée.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("date_fin_prevue__isnull", True),
                                    ("date_fin_prevue__gte", models.F("date_entree")),
                                    _connector="OR",
                                ),
                                name="parcours_fin_prevue_apres_entree",
                                violation_error_message="La fin prévue ne peut pas précéder l’entrée.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("pass_debut__isnull", True),
                                    ("pass_fin__isnull", True),
                                    ("pass_fin__gte", models.F("pass_debut")),
                                    _connector="OR",
                                ),
                                name="parcours_pass_fin_apres_debut",
                                violation_error_message="La fin du PASS IAE ne peut pas précéder son début.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_parcoursevent" ("beneficiaire_id", "date_entree", "date_fin_prevue", "date_sortie", "dispositif_id", "heures_hebdo", "id", "orienteur", "pass_debut", "pass_fin", "pass_numero", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prescripteur", "projet", "rythme_entretiens", "structure_id", "version") VALUES (NEW."beneficiaire_id", NEW."date_entree", NEW."date_fin_prevue", NEW."date_sortie", NEW."dispositif_id", NEW."heures_hebdo", NEW."id", NEW."orienteur", NEW."pass_debut", NEW."pass_fin", NEW."pass_numero", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."prescripteur", NEW."projet", NEW."rythme_entretiens", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="12e3d9db52b5deb9117a3640e25ed233fb27977e",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e6854",
                                    table="parcours_parcours",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_parcoursevent" ("beneficiaire_id", "date_entree", "date_fin_prevue", "date_sortie", "dispositif_id", "heures_hebdo", "id", "orienteur", "pass_debut", "pass_fin", "pass_numero", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prescripteur", "projet", "rythme_entretiens", "structure_id", "version") VALUES (NEW."beneficiaire_id", NEW."date_entree", NEW."date_fin_prevue", NEW."date_sortie", NEW."dispositif_id", NEW."heures_hebdo", NEW."id", NEW."orienteur", NEW."pass_debut", NEW."pass_fin", NEW."pass_numero", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."prescripteur", NEW."projet", NEW."rythme_entretiens", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="372eab8c959f9f904685974339c274ecf5d5749d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_8f8fa",
                                    table="parcours_parcours",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_parcoursevent" ("beneficiaire_id", "date_entree", "date_fin_prevue", "date_sortie", "dispositif_id", "heures_hebdo", "id", "orienteur", "pass_debut", "pass_fin", "pass_numero", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prescripteur", "projet", "rythme_entretiens", "structure_id", "version") VALUES (OLD."beneficiaire_id", OLD."date_entree", OLD."date_fin_prevue", OLD."date_sortie", OLD."dispositif_id", OLD."heures_hebdo", OLD."id", OLD."orienteur", OLD."pass_debut", OLD."pass_fin", OLD."pass_numero", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."prescripteur", OLD."projet", OLD."rythme_entretiens", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="c438f2da01205ad7fe880789a3c28ef8d1f6d371",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_c3ed5",
                                    table="parcours_parcours",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ParcoursEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.parcours",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "dispositif",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.dispositif",
                            ),
                        ),
                        ("date_entree", models.DateField(verbose_name="date d’entrée")),
                        ("date_fin_prevue", models.DateField(blank=True, null=True, verbose_name="fin prévue")),
                        ("date_sortie", models.DateField(blank=True, null=True, verbose_name="date de sortie")),
                        (
                            "heures_hebdo",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=4,
                                null=True,
                                verbose_name="heures par semaine",
                            ),
                        ),
                        (
                            "orienteur",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("france_travail", "France Travail"),
                                    ("mission_locale", "Mission locale"),
                                    ("cap_emploi", "Cap emploi"),
                                    ("plie", "PLIE / PMIE"),
                                    ("autre_spe", "Autre acteur local du service public de l’emploi"),
                                    ("hebergement", "Structure d’hébergement"),
                                    ("maraude", "Maraude, accueil de jour, veille sociale"),
                                    ("premieres_heures", "Premières Heures en Chantier"),
                                    ("autre_siae", "Autre SIAE"),
                                    ("departement", "Services sociaux du Département"),
                                    ("autre", "Autre acteur local d’accompagnement"),
                                    ("spontanee", "Candidature spontanée"),
                                ],
                                max_length=20,
                                verbose_name="orientation par",
                            ),
                        ),
                        ("prescripteur", models.CharField(blank=True, max_length=120, verbose_name="prescripteur")),
                        ("projet", models.CharField(blank=True, max_length=200, verbose_name="projet professionnel")),
                        (
                            "pass_numero",
                            models.CharField(
                                blank=True,
                                max_length=12,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\d{12}$", "Un numéro de PASS IAE compte 12 chiffres."
                                    )
                                ],
                                verbose_name="numéro de PASS IAE",
                            ),
                        ),
                        ("pass_debut", models.DateField(blank=True, null=True, verbose_name="début du PASS IAE")),
                        ("pass_fin", models.DateField(blank=True, null=True, verbose_name="fin du PASS IAE")),
                        (
                            "rythme_entretiens",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Laissez vide pour suivre celui de la structure.",
                                null=True,
                                verbose_name="rythme des entretiens (jours)",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="AideFinanciere",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="aides",
                                to="parcours.parcours",
                            ),
                        ),
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
                        ("date", models.DateField(verbose_name="demandée le")),
                        (
                            "motif",
                            models.CharField(
                                choices=[
                                    ("energie", "Énergie (eau, gaz, électricité)"),
                                    ("alimentation", "Alimentation"),
                                    ("logement", "Logement (loyer, dépôt de garantie, mobilier)"),
                                    ("mobilite", "Mobilité (transport, véhicule)"),
                                    ("permis", "Permis de conduire"),
                                    ("formation", "Formation et équipement"),
                                    ("enfants", "Garde d’enfants"),
                                    ("demarches", "Frais de démarches"),
                                    ("autre", "Autre"),
                                ],
                                max_length=14,
                                verbose_name="motif",
                            ),
                        ),
                        (
                            "dispositif",
                            models.CharField(
                                choices=[
                                    ("fsl", "Fonds de solidarité pour le logement (FSL)"),
                                    ("faj", "Fonds d’aide aux jeunes (FAJ)"),
                                    ("microcredit", "Microcrédit"),
                                    ("cheques_mobilite", "Chèques mobilité"),
                                    ("aide_mobilite", "Aide à la mobilité ou au permis"),
                                    ("secours", "Secours d’urgence"),
                                    ("caf", "Aide de la CAF"),
                                    ("ccas", "Aide du CCAS"),
                                    ("departement", "Aide du Département"),
                                    ("association", "Aide d’une association"),
                                    ("autre", "Autre"),
                                ],
                                max_length=18,
                                verbose_name="dispositif sollicité",
                            ),
                        ),
                        ("organisme", models.CharField(blank=True, max_length=120, verbose_name="organisme")),
                        ("objet", models.CharField(max_length=200, verbose_name="ce que l’aide doit payer")),
                        (
                            "montant_demande",
                            models.DecimalField(decimal_places=2, max_digits=8, verbose_name="montant demandé (€)"),
                        ),
                        ("situation", models.TextField(blank=True, verbose_name="situation et budget")),
                        ("paroles", models.TextField(blank=True, verbose_name="avec les mots de la personne")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "aide financière",
                        "verbose_name_plural": "aides financières",
                        "ordering": ["-date", "-pk"],
                        "indexes": [
                            models.Index(fields=["structure", "parcours", "-date"], name="aide_par_parcours")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_aidefinanciere_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("montant_demande__gt", 0)),
                                name="aide_montant_positif",
                                violation_error_message="Le montant demandé est supérieur à zéro.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_aidefinanciereevent" ("auteur_id", "date", "dispositif", "id", "montant_demande", "motif", "objet", "organisme", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "situation", "structure_id", "version") VALUES (NEW."auteur_id", NEW."date", NEW."dispositif", NEW."id", NEW."montant_demande", NEW."motif", NEW."objet", NEW."organisme", NEW."parcours_id", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."situation", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="dd52f6e940d7ce8b0c7e74a76137a4c7348b08e3",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_5425a",
                                    table="parcours_aidefinanciere",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_aidefinanciereevent" ("auteur_id", "date", "dispositif", "id", "montant_demande", "motif", "objet", "organisme", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "situation", "structure_id", "version") VALUES (NEW."auteur_id", NEW."date", NEW."dispositif", NEW."id", NEW."montant_demande", NEW."motif", NEW."objet", NEW."organisme", NEW."parcours_id", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."situation", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="e8585ca992df93adf60c5fe79ed5acfda15a625a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_1e100",
                                    table="parcours_aidefinanciere",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_aidefinanciereevent" ("auteur_id", "date", "dispositif", "id", "montant_demande", "motif", "objet", "organisme", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "situation", "structure_id", "version") VALUES (OLD."auteur_id", OLD."date", OLD."dispositif", OLD."id", OLD."montant_demande", OLD."motif", OLD."objet", OLD."organisme", OLD."parcours_id", OLD."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."situation", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="23d980fa9b6f68e5e3d0709a8f98de5ccafd0823",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_a2937",
                                    table="parcours_aidefinanciere",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AideFinanciereEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.aidefinanciere",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("date", models.DateField(verbose_name="demandée le")),
                        (
                            "motif",
                            models.CharField(
                                choices=[
                                    ("energie", "Énergie (eau, gaz, électricité)"),
                                    ("alimentation", "Alimentation"),
                                    ("logement", "Logement (loyer, dépôt de garantie, mobilier)"),
                                    ("mobilite", "Mobilité (transport, véhicule)"),
                                    ("permis", "Permis de conduire"),
                                    ("formation", "Formation et équipement"),
                                    ("enfants", "Garde d’enfants"),
                                    ("demarches", "Frais de démarches"),
                                    ("autre", "Autre"),
                                ],
                                max_length=14,
                                verbose_name="motif",
                            ),
                        ),
                        (
                            "dispositif",
                            models.CharField(
                                choices=[
                                    ("fsl", "Fonds de solidarité pour le logement (FSL)"),
                                    ("faj", "Fonds d’aide aux jeunes (FAJ)"),
                                    ("microcredit", "Microcrédit"),
                                    ("cheques_mobilite", "Chèques mobilité"),
                                    ("aide_mobilite", "Aide à la mobilité ou au permis"),
                                    ("secours", "Secours d’urgence"),
                                    ("caf", "Aide de la CAF"),
                                    ("ccas", "Aide du CCAS"),
                                    ("departement", "Aide du Département"),
                                    ("association", "Aide d’une association"),
                                    ("autre", "Autre"),
                                ],
                                max_length=18,
                                verbose_name="dispositif sollicité",
                            ),
                        ),
                        ("organisme", models.CharField(blank=True, max_length=120, verbose_name="organisme")),
                        ("objet", models.CharField(max_length=200, verbose_name="ce que l’aide doit payer")),
                        (
                            "montant_demande",
                            models.DecimalField(decimal_places=2, max_digits=8, verbose_name="montant demandé (€)"),
                        ),
                        ("situation", models.TextField(blank=True, verbose_name="situation et budget")),
                        ("paroles", models.TextField(blank=True, verbose_name="avec les mots de la personne")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="EtapeAide",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "aide",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="etapes",
                                to="parcours.aidefinanciere",
                            ),
                        ),
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
                            "etat",
                            models.CharField(
                                choices=[
                                    ("incomplete", "Pièces manquantes"),
                                    ("instruction", "En instruction"),
                                    ("accordee", "Accordée"),
                                    ("refusee", "Refusée"),
                                    ("ajournee", "Ajournée"),
                                    ("annulee", "Annulée par la personne"),
                                    ("sans_suite", "Sans suite"),
                                ],
                                max_length=12,
                                verbose_name="la demande est",
                            ),
                        ),
                        ("date", models.DateField(verbose_name="depuis le")),
                        ("pieces", models.TextField(blank=True, verbose_name="pièces manquantes")),
                        (
                            "montant_accorde",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=8,
                                null=True,
                                verbose_name="montant accordé (€)",
                            ),
                        ),
                        (
                            "mode_paiement",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("virement", "Virement"),
                                    ("cheque", "Chèque"),
                                    ("especes", "Espèces"),
                                    ("carte", "Carte bancaire"),
                                    ("bons", "Bons ou chèques d’achat"),
                                ],
                                max_length=10,
                                verbose_name="mode de paiement",
                            ),
                        ),
                        ("paye_le", models.DateField(blank=True, null=True, verbose_name="payée le")),
                        ("motif_refus", models.CharField(blank=True, max_length=200, verbose_name="raison du refus")),
                        ("commentaire", models.TextField(blank=True, verbose_name="commentaire")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "étape d’une aide",
                        "verbose_name_plural": "étapes d’une aide",
                        "ordering": ["-date", "-pk"],
                        "indexes": [models.Index(fields=["structure", "aide", "-date"], name="etape_par_aide")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_etapeaide_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("etat", "accordee"),
                                        ("montant_accorde__gt", 0),
                                        ("montant_accorde__isnull", False),
                                    ),
                                    models.Q(
                                        models.Q(("etat", "accordee"), _negated=True),
                                        ("montant_accorde__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="etape_aide_montant_accorde",
                                violation_error_message="Une aide accordée porte son montant, et elle seule.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("etat", "accordee"),
                                    models.Q(("mode_paiement", ""), ("paye_le__isnull", True)),
                                    _connector="OR",
                                ),
                                name="etape_aide_paiement_accorde",
                                violation_error_message="Seule une aide accordée se paie.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("etat", "refusee"), _negated=True),
                                    models.Q(("motif_refus", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="etape_aide_refus_motive",
                                violation_error_message="Un refus porte sa raison.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("etat", "incomplete"), ("pieces", ""), _connector="OR"),
                                name="etape_aide_pieces",
                                violation_error_message="La liste des pièces manquantes va avec l’état « Pièces manquantes ».",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("paye_le__isnull", True), ("paye_le__gte", models.F("date")), _connector="OR"
                                ),
                                name="etape_aide_paye_apres_decision",
                                violation_error_message="Le paiement ne peut pas précéder la décision.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_etapeaideevent" ("aide_id", "auteur_id", "commentaire", "date", "etat", "id", "mode_paiement", "montant_accorde", "motif_refus", "paye_le", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pieces", "structure_id", "version") VALUES (NEW."aide_id", NEW."auteur_id", NEW."commentaire", NEW."date", NEW."etat", NEW."id", NEW."mode_paiement", NEW."montant_accorde", NEW."motif_refus", NEW."paye_le", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."pieces", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="9432e7ca8c240b04cfbe4fafb4263c17ca9d3fc3",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f16b4",
                                    table="parcours_etapeaide",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_etapeaideevent" ("aide_id", "auteur_id", "commentaire", "date", "etat", "id", "mode_paiement", "montant_accorde", "motif_refus", "paye_le", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pieces", "structure_id", "version") VALUES (NEW."aide_id", NEW."auteur_id", NEW."commentaire", NEW."date", NEW."etat", NEW."id", NEW."mode_paiement", NEW."montant_accorde", NEW."motif_refus", NEW."paye_le", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."pieces", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="45c7ef8f04ad76c55ca3eff8f99591d0c093e715",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_654e9",
                                    table="parcours_etapeaide",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_etapeaideevent" ("aide_id", "auteur_id", "commentaire", "date", "etat", "id", "mode_paiement", "montant_accorde", "motif_refus", "paye_le", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pieces", "structure_id", "version") VALUES (OLD."aide_id", OLD."auteur_id", OLD."commentaire", OLD."date", OLD."etat", OLD."id", OLD."mode_paiement", OLD."montant_accorde", OLD."motif_refus", OLD."paye_le", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."pieces", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="d259cdfde8bbd1a2cdbc0523e1ec72bee5b3ec0a",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_19053",
                                    table="parcours_etapeaide",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EtapeAideEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.etapeaide",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "aide",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.aidefinanciere",
                            ),
                        ),
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
                            "etat",
                            models.CharField(
                                choices=[
                                    ("incomplete", "Pièces manquantes"),
                                    ("instruction", "En instruction"),
                                    ("accordee", "Accordée"),
                                    ("refusee", "Refusée"),
                                    ("ajournee", "Ajournée"),
                                    ("annulee", "Annulée par la personne"),
                                    ("sans_suite", "Sans suite"),
                                ],
                                max_length=12,
                                verbose_name="la demande est",
                            ),
                        ),
                        ("date", models.DateField(verbose_name="depuis le")),
                        ("pieces", models.TextField(blank=True, verbose_name="pièces manquantes")),
                        (
                            "montant_accorde",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=8,
                                null=True,
                                verbose_name="montant accordé (€)",
                            ),
                        ),
                        (
                            "mode_paiement",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("virement", "Virement"),
                                    ("cheque", "Chèque"),
                                    ("especes", "Espèces"),
                                    ("carte", "Carte bancaire"),
                                    ("bons", "Bons ou chèques d’achat"),
                                ],
                                max_length=10,
                                verbose_name="mode de paiement",
                            ),
                        ),
                        ("paye_le", models.DateField(blank=True, null=True, verbose_name="payée le")),
                        ("motif_refus", models.CharField(blank=True, max_length=200, verbose_name="raison du refus")),
                        ("commentaire", models.TextField(blank=True, verbose_name="commentaire")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="Participation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "seance",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="participations",
                                to="parcours.seance",
                            ),
                        ),
                        (
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="participations",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        ("inscrit_at", models.DateTimeField(editable=False, null=True, verbose_name="inscription")),
                        ("place_at", models.DateTimeField(editable=False, null=True, verbose_name="place attribuée")),
                        (
                            "presence",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("present", "Présent"),
                                    ("excuse", "Absence excusée"),
                                    ("absent", "Absence non excusée"),
                                ],
                                max_length=8,
                                verbose_name="présence",
                            ),
                        ),
                        ("pointe_at", models.DateTimeField(editable=False, null=True, verbose_name="présence notée")),
                        (
                            "pointe_par",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("sensible", models.BooleanField(default=False, editable=False)),
                    ],
                    options={
                        "verbose_name": "participation",
                        "verbose_name_plural": "participations",
                        "ordering": ["seance", "pk"],
                        "indexes": [
                            models.Index(fields=["structure", "beneficiaire"], name="participation_par_personne")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_participation_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "seance", "beneficiaire"),
                                name="participation_unique",
                                violation_error_message="Cette personne est déjà sur la liste de cette séance.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("pointe_at__isnull", True), ("presence", "")),
                                    models.Q(models.Q(("presence", ""), _negated=True), ("pointe_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="participation_presence_datee",
                                violation_error_message="Une présence notée porte sa date.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("inscrit_at__isnull", False),
                                    models.Q(("place_at__isnull", True), ("presence", "present")),
                                    _connector="OR",
                                ),
                                name="participation_inscrite_ou_venue",
                                violation_error_message="Sans inscription, la personne est venue.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("place_at__isnull", False), ("presence__in", ("", "present")), _connector="OR"
                                ),
                                name="participation_absence_avec_place",
                                violation_error_message="Une absence se note pour une personne qui avait une place.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_participationevent" ("beneficiaire_id", "id", "inscrit_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_at", "pointe_at", "pointe_par_id", "presence", "seance_id", "sensible", "structure_id") VALUES (NEW."beneficiaire_id", NEW."id", NEW."inscrit_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."place_at", NEW."pointe_at", NEW."pointe_par_id", NEW."presence", NEW."seance_id", NEW."sensible", NEW."structure_id"); RETURN NULL;',
                                    hash="c174bdbf4f68b8767d272b80b842f15a8ce65a49",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f2b3a",
                                    table="parcours_participation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_participationevent" ("beneficiaire_id", "id", "inscrit_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_at", "pointe_at", "pointe_par_id", "presence", "seance_id", "sensible", "structure_id") VALUES (NEW."beneficiaire_id", NEW."id", NEW."inscrit_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."place_at", NEW."pointe_at", NEW."pointe_par_id", NEW."presence", NEW."seance_id", NEW."sensible", NEW."structure_id"); RETURN NULL;',
                                    hash="bd09a96024f40edfe67ef63aba27181fc28ddee4",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e7b0f",
                                    table="parcours_participation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_participationevent" ("beneficiaire_id", "id", "inscrit_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_at", "pointe_at", "pointe_par_id", "presence", "seance_id", "sensible", "structure_id") VALUES (OLD."beneficiaire_id", OLD."id", OLD."inscrit_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."place_at", OLD."pointe_at", OLD."pointe_par_id", OLD."presence", OLD."seance_id", OLD."sensible", OLD."structure_id"); RETURN NULL;',
                                    hash="23b6258d0e0b9775aaf741bf94f4cae03935a195",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_aa873",
                                    table="parcours_participation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ParticipationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.participation",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "seance",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.seance",
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
                        ("inscrit_at", models.DateTimeField(editable=False, null=True, verbose_name="inscription")),
                        ("place_at", models.DateTimeField(editable=False, null=True, verbose_name="place attribuée")),
                        (
                            "presence",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("present", "Présent"),
                                    ("excuse", "Absence excusée"),
                                    ("absent", "Absence non excusée"),
                                ],
                                max_length=8,
                                verbose_name="présence",
                            ),
                        ),
                        ("pointe_at", models.DateTimeField(editable=False, null=True, verbose_name="présence notée")),
                        (
                            "pointe_par",
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
                        ("sensible", models.BooleanField(default=False, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="MotParticipation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "participation",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="mots",
                                to="parcours.participation",
                            ),
                        ),
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
                        ("texte", models.TextField(verbose_name="un mot")),
                    ],
                    options={
                        "verbose_name": "mot sur une participation",
                        "verbose_name_plural": "mots sur les participations",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_motparticipation_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "participation"),
                                name="mot_participation_unique",
                                violation_error_message="Un mot est déjà écrit pour cette personne.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_motparticipationevent" ("auteur_id", "id", "participation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte") VALUES (NEW."auteur_id", NEW."id", NEW."participation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."texte"); RETURN NULL;',
                                    hash="09e903dbcf065240bb2e8caddd03a5c79a1bbd84",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_9696b",
                                    table="parcours_motparticipation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_motparticipationevent" ("auteur_id", "id", "participation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte") VALUES (NEW."auteur_id", NEW."id", NEW."participation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."texte"); RETURN NULL;',
                                    hash="ff4e892ef0620a0479d443dd8405f606a1acdd78",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_74480",
                                    table="parcours_motparticipation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_motparticipationevent" ("auteur_id", "id", "participation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte") VALUES (OLD."auteur_id", OLD."id", OLD."participation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."texte"); RETURN NULL;',
                                    hash="fa1ac4b0fe3b40b4a83a2db44eb240dd4e9f97c0",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_e1619",
                                    table="parcours_motparticipation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MotParticipationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.motparticipation",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "participation",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.participation",
                            ),
                        ),
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
                        ("texte", models.TextField(verbose_name="un mot")),
                    ],
                ),
                migrations.CreateModel(
                    name="Atelier",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                        ("titre", models.CharField(max_length=120, verbose_name="titre")),
                        ("theme", models.CharField(blank=True, max_length=80, verbose_name="thème")),
                        (
                            "domaines",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("logement", "Logement"),
                                        ("mobilite", "Mobilité"),
                                        ("sante", "Santé"),
                                        ("handicap", "Handicap"),
                                        ("addiction", "Addiction"),
                                        ("droits", "Droits et démarches"),
                                        ("budget", "Budget"),
                                        ("langue", "Français"),
                                        ("savoirs", "Lecture, écriture, calcul"),
                                        ("numerique", "Numérique"),
                                        ("famille", "Famille et garde d’enfants"),
                                        ("justice", "Justice"),
                                        ("formation", "Formation et qualification"),
                                        ("projet", "Expérience et projet"),
                                        ("confiance", "Confiance et lien social"),
                                        ("disponibilite", "Disponibilité"),
                                        ("age", "Âge"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="domaines",
                            ),
                        ),
                        ("description", models.TextField(blank=True, verbose_name="description")),
                        ("lie_insertion", models.BooleanField(default=True, verbose_name="lié à l’insertion")),
                        (
                            "capacite",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                default=12,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        1, "Comptez au moins une place, ou laissez vide : sans limite."
                                    )
                                ],
                                verbose_name="places par séance",
                            ),
                        ),
                        ("actif", models.BooleanField(default=True, verbose_name="proposé actuellement")),
                        ("sensible", models.BooleanField(default=False, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "atelier",
                        "verbose_name_plural": "ateliers",
                        "ordering": ["titre"],
                        "constraints": [
                            models.UniqueConstraint(fields=("structure", "id"), name="parcours_atelier_structure_id"),
                            models.UniqueConstraint(
                                fields=("structure", "titre"),
                                name="atelier_titre_unique",
                                violation_error_message="Un atelier porte déjà ce titre.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("capacite__isnull", True), ("capacite__gt", 0), _connector="OR"),
                                name="atelier_capacite",
                                violation_error_message="Comptez au moins une place, ou laissez vide : sans limite.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_atelierevent" ("actif", "capacite", "description", "domaines", "id", "lie_insertion", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "sensible", "structure_id", "theme", "titre", "version") VALUES (NEW."actif", NEW."capacite", NEW."description", NEW."domaines", NEW."id", NEW."lie_insertion", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."sensible", NEW."structure_id", NEW."theme", NEW."titre", NEW."version"); RETURN NULL;',
                                    hash="e4336dac00bbae2d81e727879459195dff09febb",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_5909a",
                                    table="parcours_atelier",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_atelierevent" ("actif", "capacite", "description", "domaines", "id", "lie_insertion", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "sensible", "structure_id", "theme", "titre", "version") VALUES (NEW."actif", NEW."capacite", NEW."description", NEW."domaines", NEW."id", NEW."lie_insertion", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."sensible", NEW."structure_id", NEW."theme", NEW."titre", NEW."version"); RETURN NULL;',
                                    hash="4c49ddfb2f8c37a5e256b2072bb3035e6638e15c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_4dfeb",
                                    table="parcours_atelier",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_atelierevent" ("actif", "capacite", "description", "domaines", "id", "lie_insertion", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "sensible", "structure_id", "theme", "titre", "version") VALUES (OLD."actif", OLD."capacite", OLD."description", OLD."domaines", OLD."id", OLD."lie_insertion", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."sensible", OLD."structure_id", OLD."theme", OLD."titre", OLD."version"); RETURN NULL;',
                                    hash="c9657c5afb230876962d2ec7c8c353359bbbccc8",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_c6b1b",
                                    table="parcours_atelier",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AtelierEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.atelier",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("titre", models.CharField(max_length=120, verbose_name="titre")),
                        ("theme", models.CharField(blank=True, max_length=80, verbose_name="thème")),
                        (
                            "domaines",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("logement", "Logement"),
                                        ("mobilite", "Mobilité"),
                                        ("sante", "Santé"),
                                        ("handicap", "Handicap"),
                                        ("addiction", "Addiction"),
                                        ("droits", "Droits et démarches"),
                                        ("budget", "Budget"),
                                        ("langue", "Français"),
                                        ("savoirs", "Lecture, écriture, calcul"),
                                        ("numerique", "Numérique"),
                                        ("famille", "Famille et garde d’enfants"),
                                        ("justice", "Justice"),
                                        ("formation", "Formation et qualification"),
                                        ("projet", "Expérience et projet"),
                                        ("confiance", "Confiance et lien social"),
                                        ("disponibilite", "Disponibilité"),
                                        ("age", "Âge"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="domaines",
                            ),
                        ),
                        ("description", models.TextField(blank=True, verbose_name="description")),
                        ("lie_insertion", models.BooleanField(default=True, verbose_name="lié à l’insertion")),
                        (
                            "capacite",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                default=12,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        1, "Comptez au moins une place, ou laissez vide : sans limite."
                                    )
                                ],
                                verbose_name="places par séance",
                            ),
                        ),
                        ("actif", models.BooleanField(default=True, verbose_name="proposé actuellement")),
                        ("sensible", models.BooleanField(default=False, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="Seance",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "atelier",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="seances",
                                to="parcours.atelier",
                            ),
                        ),
                        ("debut", models.DateTimeField(verbose_name="début")),
                        ("fin", models.DateTimeField(verbose_name="fin")),
                        ("lieu", models.CharField(blank=True, max_length=120, verbose_name="lieu")),
                        (
                            "capacite",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        1, "Comptez au moins une place, ou laissez vide : sans limite."
                                    )
                                ],
                                verbose_name="places",
                            ),
                        ),
                        (
                            "anonymes",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="personnes venues sans donner leur nom"
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="ce qui s’est passé")),
                        (
                            "annulee_le",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="annulée le"),
                        ),
                        ("sensible", models.BooleanField(default=False, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "séance",
                        "verbose_name_plural": "séances",
                        "ordering": ["debut", "pk"],
                        "indexes": [
                            models.Index(fields=["structure", "debut"], name="seance_par_date"),
                            models.Index(fields=["structure", "atelier", "-debut"], name="seance_par_atelier"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("structure", "id"), name="parcours_seance_structure_id"),
                            models.CheckConstraint(
                                condition=models.Q(("fin__gt", models.F("debut"))),
                                name="seance_fin_apres_debut",
                                violation_error_message="La séance doit finir après avoir commencé.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("capacite__isnull", True), ("capacite__gt", 0), _connector="OR"),
                                name="seance_capacite",
                                violation_error_message="Comptez au moins une place, ou laissez vide : sans limite.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_seanceevent" ("annulee_le", "anonymes", "atelier_id", "capacite", "debut", "fin", "id", "lieu", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "sensible", "structure_id", "version") VALUES (NEW."annulee_le", NEW."anonymes", NEW."atelier_id", NEW."capacite", NEW."debut", NEW."fin", NEW."id", NEW."lieu", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."sensible", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="a0cfd0943a0e50722925757c72670d372163de9f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_5fd22",
                                    table="parcours_seance",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_seanceevent" ("annulee_le", "anonymes", "atelier_id", "capacite", "debut", "fin", "id", "lieu", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "sensible", "structure_id", "version") VALUES (NEW."annulee_le", NEW."anonymes", NEW."atelier_id", NEW."capacite", NEW."debut", NEW."fin", NEW."id", NEW."lieu", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."sensible", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="f90efc164cbe6e4ed0065ca755c8f41d8a24f5f4",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_5622a",
                                    table="parcours_seance",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_seanceevent" ("annulee_le", "anonymes", "atelier_id", "capacite", "debut", "fin", "id", "lieu", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "sensible", "structure_id", "version") VALUES (OLD."annulee_le", OLD."anonymes", OLD."atelier_id", OLD."capacite", OLD."debut", OLD."fin", OLD."id", OLD."lieu", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."sensible", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="6d3b585c68e0114e2b82f11a47602bd46cdcf187",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_893f5",
                                    table="parcours_seance",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SeanceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.seance",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "atelier",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.atelier",
                            ),
                        ),
                        ("debut", models.DateTimeField(verbose_name="début")),
                        ("fin", models.DateTimeField(verbose_name="fin")),
                        ("lieu", models.CharField(blank=True, max_length=120, verbose_name="lieu")),
                        (
                            "capacite",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        1, "Comptez au moins une place, ou laissez vide : sans limite."
                                    )
                                ],
                                verbose_name="places",
                            ),
                        ),
                        (
                            "anonymes",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="personnes venues sans donner leur nom"
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="ce qui s’est passé")),
                        (
                            "annulee_le",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="annulée le"),
                        ),
                        ("sensible", models.BooleanField(default=False, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="Intervenant",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "seance",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="intervenants",
                                to="parcours.seance",
                            ),
                        ),
                        (
                            "utilisateur",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("nom", models.CharField(blank=True, max_length=120, verbose_name="nom")),
                    ],
                    options={
                        "verbose_name": "intervenant",
                        "verbose_name_plural": "intervenants",
                        "ordering": ["nom", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_intervenant_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("nom", ""), ("utilisateur__isnull", False)),
                                    models.Q(("utilisateur__isnull", True), models.Q(("nom", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="intervenant_collegue_ou_nom",
                                violation_error_message="Un intervenant est un collègue, ou une personne extérieure avec son nom.",
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "seance", "utilisateur"),
                                name="intervenant_une_fois",
                                violation_error_message="Ce collègue anime déjà cette séance.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_intervenantevent" ("id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "seance_id", "structure_id", "utilisateur_id") VALUES (NEW."id", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."seance_id", NEW."structure_id", NEW."utilisateur_id"); RETURN NULL;',
                                    hash="6b1bc8ec121c17646b094330470013bce00109d9",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_00722",
                                    table="parcours_intervenant",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_intervenantevent" ("id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "seance_id", "structure_id", "utilisateur_id") VALUES (NEW."id", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."seance_id", NEW."structure_id", NEW."utilisateur_id"); RETURN NULL;',
                                    hash="c9b8a6a991ad5d5ce4775f768d974ca45dad6ce6",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_ef060",
                                    table="parcours_intervenant",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_intervenantevent" ("id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "seance_id", "structure_id", "utilisateur_id") VALUES (OLD."id", OLD."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."seance_id", OLD."structure_id", OLD."utilisateur_id"); RETURN NULL;',
                                    hash="cc4335aa2f4fb05ebe5defe132c2718e9d847056",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_bbde6",
                                    table="parcours_intervenant",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IntervenantEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.intervenant",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "seance",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.seance",
                            ),
                        ),
                        (
                            "utilisateur",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("nom", models.CharField(blank=True, max_length=120, verbose_name="nom")),
                    ],
                ),
                migrations.CreateModel(
                    name="Contrat",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="contrats",
                                to="parcours.parcours",
                            ),
                        ),
                        (
                            "renouvelle",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="renouvellements",
                                to="parcours.contrat",
                                verbose_name="renouvelle",
                            ),
                        ),
                        (
                            "type",
                            models.CharField(
                                choices=[
                                    ("cddi", "CDDI (insertion)"),
                                    ("premieres_heures", "Premières Heures (CTPH)"),
                                    ("convergence", "CDDI Convergence"),
                                    ("cdi_inclusion", "CDI inclusion"),
                                    ("tremplin", "CDD tremplin"),
                                    ("usage", "CDD d’usage"),
                                    ("temporaire", "Contrat de travail temporaire"),
                                    ("professionnalisation", "Contrat de professionnalisation"),
                                    ("apprentissage", "Contrat d’apprentissage"),
                                    ("cdd", "CDD"),
                                    ("cdi", "CDI"),
                                    ("creation", "Création d’activité"),
                                    ("autre", "Autre contrat"),
                                ],
                                max_length=24,
                                verbose_name="type de contrat",
                            ),
                        ),
                        ("date_debut", models.DateField(verbose_name="du")),
                        ("date_fin", models.DateField(blank=True, null=True, verbose_name="au")),
                        (
                            "fin_anticipee_le",
                            models.DateField(blank=True, null=True, verbose_name="fin anticipée le"),
                        ),
                        (
                            "heures",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="heures",
                            ),
                        ),
                        (
                            "unite_heures",
                            models.CharField(
                                choices=[("semaine", "par semaine"), ("mois", "par mois")],
                                default="semaine",
                                max_length=8,
                                verbose_name="comptées",
                            ),
                        ),
                        ("poste", models.CharField(blank=True, max_length=120, verbose_name="poste")),
                        ("support", models.CharField(blank=True, max_length=120, verbose_name="support de travail")),
                        ("site", models.CharField(blank=True, max_length=120, verbose_name="site")),
                        (
                            "derogation",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("formation", "Formation à terminer"),
                                    ("age_ou_rqth", "50 ans et plus, ou RQTH"),
                                    ("difficultes", "Difficultés particulièrement importantes"),
                                    ("autre", "Autre, à préciser"),
                                ],
                                max_length=12,
                                verbose_name="dérogation",
                            ),
                        ),
                        (
                            "derogation_precision",
                            models.CharField(blank=True, max_length=200, verbose_name="précision"),
                        ),
                        ("plancher", models.DecimalField(decimal_places=2, editable=False, max_digits=6, null=True)),
                        ("plafond", models.DecimalField(decimal_places=2, editable=False, max_digits=6, null=True)),
                        ("rang", models.PositiveSmallIntegerField(default=0, editable=False)),
                        ("rang_max", models.PositiveSmallIntegerField(editable=False, null=True)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "aide_demandee",
                            models.CharField(
                                blank=True,
                                choices=[("oui", "Oui"), ("non", "Non")],
                                max_length=3,
                                verbose_name="aide GEIQ demandée",
                            ),
                        ),
                        (
                            "aide_justification",
                            models.CharField(blank=True, max_length=300, verbose_name="justification de la demande"),
                        ),
                        (
                            "rupture",
                            models.CharField(
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
                    ],
                    options={
                        "verbose_name": "contrat",
                        "verbose_name_plural": "contrats",
                        "ordering": ["date_debut", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("structure", "id"), name="parcours_contrat_structure_id"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("date_fin__isnull", True),
                                    ("date_fin__gte", models.F("date_debut")),
                                    _connector="OR",
                                ),
                                name="contrat_fin_apres_debut",
                                violation_error_message="Le contrat ne peut pas finir avant de commencer.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("date_fin__isnull", True), ("type__in", ("cdi_inclusion", "cdi", "creation"))
                                    ),
                                    models.Q(
                                        models.Q(("type__in", ("cdi_inclusion", "cdi", "creation")), _negated=True),
                                        ("date_fin__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="contrat_terme_selon_type",
                                violation_error_message="Un CDI n’a pas de date de fin, tout autre contrat en a une.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("fin_anticipee_le__isnull", True),
                                    models.Q(
                                        ("fin_anticipee_le__gte", models.F("date_debut")),
                                        models.Q(
                                            ("date_fin__isnull", True),
                                            ("fin_anticipee_le__lte", models.F("date_fin")),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="contrat_fin_anticipee_dans_le_contrat",
                                violation_error_message="La fin anticipée est entre le premier et le dernier jour du contrat.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("type", "cddi"), _negated=True),
                                    models.Q(("derogation", ""), _negated=True),
                                    models.Q(
                                        (
                                            "date_fin__gte",
                                            django.db.models.expressions.CombinedExpression(
                                                parcours.models.contrats.PlusMois(models.F("date_debut"), 4),
                                                "-",
                                                models.Value(1),
                                            ),
                                        ),
                                        (
                                            "date_fin__lt",
                                            parcours.models.contrats.PlusMois(models.F("date_debut"), 24),
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="contrat_cddi_4_a_24_mois",
                                violation_error_message="Un CDDI dure de 4 à 24 mois, sauf dérogation.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("type", "cddi"), _negated=True),
                                    ("date_fin__lt", parcours.models.contrats.PlusMois(models.F("date_debut"), 60)),
                                    _connector="OR",
                                ),
                                name="contrat_cddi_60_mois_au_plus",
                                violation_error_message="Même avec une dérogation, un CDDI ne dépasse pas 60 mois.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("heures__isnull", True), ("heures__gt", 0), _connector="OR"),
                                name="contrat_heures_positives",
                                violation_error_message="Un contrat compte plus de zéro heure.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("heures__isnull", True),
                                    ("plafond__isnull", True),
                                    models.Q(("derogation", ""), _negated=True),
                                    ("heures__lte", models.F("plafond")),
                                    _connector="OR",
                                ),
                                name="contrat_heures_sous_le_plafond",
                                violation_error_message="Ces heures dépassent le plafond du dispositif.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("heures__isnull", True),
                                    ("plancher__isnull", True),
                                    models.Q(("derogation", ""), _negated=True),
                                    ("heures__gte", models.F("plancher")),
                                    _connector="OR",
                                ),
                                name="contrat_heures_sur_le_plancher",
                                violation_error_message="Ces heures sont sous le plancher du dispositif.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("rang_max__isnull", True),
                                    models.Q(("derogation", ""), _negated=True),
                                    ("rang__lte", models.F("rang_max")),
                                    _connector="OR",
                                ),
                                name="contrat_renouvellements_comptes",
                                violation_error_message="Le dispositif ne permet pas un renouvellement de plus.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("derogation", "autre"), _negated=True),
                                    models.Q(("derogation_precision", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="contrat_derogation_precisee",
                                violation_error_message="Dites en quelques mots pourquoi ce contrat déroge à la règle.",
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "renouvelle"),
                                name="contrat_renouvele_une_fois",
                                violation_error_message="Ce contrat a déjà été renouvelé.",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("structure", "="),
                                    ("parcours", "="),
                                    (
                                        insertion.models.structures.Periode(
                                            "date_debut",
                                            django.db.models.functions.comparison.Coalesce(
                                                "fin_anticipee_le", "date_fin"
                                            ),
                                            django.contrib.postgres.fields.ranges.RangeBoundary(
                                                inclusive_lower=True, inclusive_upper=True
                                            ),
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="contrat_sans_chevauchement",
                                violation_error_message="Un autre contrat de ce parcours court déjà à ces dates.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("rupture", ""), ("fin_anticipee_le__isnull", False), _connector="OR"
                                ),
                                name="contrat_rupture_datee",
                                violation_error_code="contrat_rupture_datee",
                                violation_error_message="Une rupture porte sa date : indiquez la fin anticipée.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContratEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.contrat",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "renouvelle",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.contrat",
                                verbose_name="renouvelle",
                            ),
                        ),
                        (
                            "type",
                            models.CharField(
                                choices=[
                                    ("cddi", "CDDI (insertion)"),
                                    ("premieres_heures", "Premières Heures (CTPH)"),
                                    ("convergence", "CDDI Convergence"),
                                    ("cdi_inclusion", "CDI inclusion"),
                                    ("tremplin", "CDD tremplin"),
                                    ("usage", "CDD d’usage"),
                                    ("temporaire", "Contrat de travail temporaire"),
                                    ("professionnalisation", "Contrat de professionnalisation"),
                                    ("apprentissage", "Contrat d’apprentissage"),
                                    ("cdd", "CDD"),
                                    ("cdi", "CDI"),
                                    ("creation", "Création d’activité"),
                                    ("autre", "Autre contrat"),
                                ],
                                max_length=24,
                                verbose_name="type de contrat",
                            ),
                        ),
                        ("date_debut", models.DateField(verbose_name="du")),
                        ("date_fin", models.DateField(blank=True, null=True, verbose_name="au")),
                        (
                            "fin_anticipee_le",
                            models.DateField(blank=True, null=True, verbose_name="fin anticipée le"),
                        ),
                        (
                            "heures",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="heures",
                            ),
                        ),
                        (
                            "unite_heures",
                            models.CharField(
                                choices=[("semaine", "par semaine"), ("mois", "par mois")],
                                default="semaine",
                                max_length=8,
                                verbose_name="comptées",
                            ),
                        ),
                        ("poste", models.CharField(blank=True, max_length=120, verbose_name="poste")),
                        ("support", models.CharField(blank=True, max_length=120, verbose_name="support de travail")),
                        ("site", models.CharField(blank=True, max_length=120, verbose_name="site")),
                        (
                            "derogation",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("formation", "Formation à terminer"),
                                    ("age_ou_rqth", "50 ans et plus, ou RQTH"),
                                    ("difficultes", "Difficultés particulièrement importantes"),
                                    ("autre", "Autre, à préciser"),
                                ],
                                max_length=12,
                                verbose_name="dérogation",
                            ),
                        ),
                        (
                            "derogation_precision",
                            models.CharField(blank=True, max_length=200, verbose_name="précision"),
                        ),
                        ("plancher", models.DecimalField(decimal_places=2, editable=False, max_digits=6, null=True)),
                        ("plafond", models.DecimalField(decimal_places=2, editable=False, max_digits=6, null=True)),
                        ("rang", models.PositiveSmallIntegerField(default=0, editable=False)),
                        ("rang_max", models.PositiveSmallIntegerField(editable=False, null=True)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "aide_demandee",
                            models.CharField(
                                blank=True,
                                choices=[("oui", "Oui"), ("non", "Non")],
                                max_length=3,
                                verbose_name="aide GEIQ demandée",
                            ),
                        ),
                        (
                            "aide_justification",
                            models.CharField(blank=True, max_length=300, verbose_name="justification de la demande"),
                        ),
                        (
                            "rupture",
                            models.CharField(
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
                    ],
                ),
                migrations.CreateModel(
                    name="Avenant",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "contrat",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="avenants",
                                to="parcours.contrat",
                            ),
                        ),
                        ("date_effet", models.DateField(verbose_name="à partir du")),
                        (
                            "heures",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="nouvelles heures"
                            ),
                        ),
                        (
                            "heures_avant",
                            models.DecimalField(decimal_places=2, editable=False, max_digits=5, null=True),
                        ),
                        ("date_fin", models.DateField(blank=True, null=True, verbose_name="nouvelle date de fin")),
                        ("date_fin_avant", models.DateField(editable=False, null=True)),
                        ("objet", models.CharField(blank=True, max_length=200, verbose_name="objet")),
                    ],
                    options={
                        "verbose_name": "avenant",
                        "verbose_name_plural": "avenants",
                        "ordering": ["date_effet", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("structure", "id"), name="parcours_avenant_structure_id"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("heures__isnull", False), ("date_fin__isnull", False), _connector="OR"
                                ),
                                name="avenant_change_quelque_chose",
                                violation_error_message="Un avenant change les heures, la date de fin, ou les deux.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_avenantevent" ("contrat_id", "date_effet", "date_fin", "date_fin_avant", "heures", "heures_avant", "id", "objet", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."contrat_id", NEW."date_effet", NEW."date_fin", NEW."date_fin_avant", NEW."heures", NEW."heures_avant", NEW."id", NEW."objet", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="04dd46793e96d0b3282f12e9c5a9b3b2a9d2214f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_70194",
                                    table="parcours_avenant",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_avenantevent" ("contrat_id", "date_effet", "date_fin", "date_fin_avant", "heures", "heures_avant", "id", "objet", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."contrat_id", NEW."date_effet", NEW."date_fin", NEW."date_fin_avant", NEW."heures", NEW."heures_avant", NEW."id", NEW."objet", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="33df570d023cbb0c283351c72963673ec02442f3",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_4d8fc",
                                    table="parcours_avenant",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_avenantevent" ("contrat_id", "date_effet", "date_fin", "date_fin_avant", "heures", "heures_avant", "id", "objet", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (OLD."contrat_id", OLD."date_effet", OLD."date_fin", OLD."date_fin_avant", OLD."heures", OLD."heures_avant", OLD."id", OLD."objet", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id"); RETURN NULL;',
                                    hash="7eda0f2bf348cab2828e520ceebdd143ed4ef8f7",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_6a129",
                                    table="parcours_avenant",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AvenantEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.avenant",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "contrat",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.contrat",
                            ),
                        ),
                        ("date_effet", models.DateField(verbose_name="à partir du")),
                        (
                            "heures",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="nouvelles heures"
                            ),
                        ),
                        (
                            "heures_avant",
                            models.DecimalField(decimal_places=2, editable=False, max_digits=5, null=True),
                        ),
                        ("date_fin", models.DateField(blank=True, null=True, verbose_name="nouvelle date de fin")),
                        ("date_fin_avant", models.DateField(editable=False, null=True)),
                        ("objet", models.CharField(blank=True, max_length=200, verbose_name="objet")),
                    ],
                ),
                migrations.CreateModel(
                    name="Objectif",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="objectifs",
                                to="parcours.parcours",
                            ),
                        ),
                        (
                            "domaine",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("logement", "Logement"),
                                    ("mobilite", "Mobilité"),
                                    ("sante", "Santé"),
                                    ("handicap", "Handicap"),
                                    ("addiction", "Addiction"),
                                    ("droits", "Droits et démarches"),
                                    ("budget", "Budget"),
                                    ("langue", "Français"),
                                    ("savoirs", "Lecture, écriture, calcul"),
                                    ("numerique", "Numérique"),
                                    ("famille", "Famille et garde d’enfants"),
                                    ("justice", "Justice"),
                                    ("formation", "Formation et qualification"),
                                    ("projet", "Expérience et projet"),
                                    ("confiance", "Confiance et lien social"),
                                    ("disponibilite", "Disponibilité"),
                                    ("age", "Âge"),
                                ],
                                max_length=20,
                                verbose_name="domaine",
                            ),
                        ),
                        ("intitule", models.CharField(max_length=200, verbose_name="objectif")),
                        (
                            "critere",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="on saura que c’est atteint quand…"
                            ),
                        ),
                        ("echeance", models.DateField(blank=True, null=True, verbose_name="pour le")),
                        (
                            "etat",
                            models.CharField(
                                choices=[
                                    ("en_cours", "En cours"),
                                    ("atteint", "Atteint"),
                                    ("abandonne", "Abandonné"),
                                ],
                                default="en_cours",
                                max_length=10,
                                verbose_name="état",
                            ),
                        ),
                        (
                            "date_fin",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="atteint ou abandonné le"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "objectif",
                        "verbose_name_plural": "objectifs",
                        "ordering": ["echeance", "pk"],
                        "indexes": [models.Index(fields=["structure", "parcours"], name="objectif_par_parcours")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_objectif_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("etat", "en_cours"), _negated=True),
                                    ("date_fin__isnull", True),
                                    _connector="OR",
                                ),
                                name="objectif_en_cours_sans_fin",
                                violation_error_message="Un objectif en cours n’a pas de date de fin.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_objectifevent" ("critere", "date_fin", "domaine", "echeance", "etat", "id", "intitule", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "version") VALUES (NEW."critere", NEW."date_fin", NEW."domaine", NEW."echeance", NEW."etat", NEW."id", NEW."intitule", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="b54c53a1d2b29426dce651865cfc35fe128153f0",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_8131c",
                                    table="parcours_objectif",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_objectifevent" ("critere", "date_fin", "domaine", "echeance", "etat", "id", "intitule", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "version") VALUES (NEW."critere", NEW."date_fin", NEW."domaine", NEW."echeance", NEW."etat", NEW."id", NEW."intitule", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="f6ed9d85987d79b62049304a027e56bb57c65815",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_ca23c",
                                    table="parcours_objectif",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_objectifevent" ("critere", "date_fin", "domaine", "echeance", "etat", "id", "intitule", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "version") VALUES (OLD."critere", OLD."date_fin", OLD."domaine", OLD."echeance", OLD."etat", OLD."id", OLD."intitule", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="4f3ba1cf1c9996276b9bec76c852441f2bd86cf7",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_f5f2f",
                                    table="parcours_objectif",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ObjectifEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.objectif",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "domaine",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("logement", "Logement"),
                                    ("mobilite", "Mobilité"),
                                    ("sante", "Santé"),
                                    ("handicap", "Handicap"),
                                    ("addiction", "Addiction"),
                                    ("droits", "Droits et démarches"),
                                    ("budget", "Budget"),
                                    ("langue", "Français"),
                                    ("savoirs", "Lecture, écriture, calcul"),
                                    ("numerique", "Numérique"),
                                    ("famille", "Famille et garde d’enfants"),
                                    ("justice", "Justice"),
                                    ("formation", "Formation et qualification"),
                                    ("projet", "Expérience et projet"),
                                    ("confiance", "Confiance et lien social"),
                                    ("disponibilite", "Disponibilité"),
                                    ("age", "Âge"),
                                ],
                                max_length=20,
                                verbose_name="domaine",
                            ),
                        ),
                        ("intitule", models.CharField(max_length=200, verbose_name="objectif")),
                        (
                            "critere",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="on saura que c’est atteint quand…"
                            ),
                        ),
                        ("echeance", models.DateField(blank=True, null=True, verbose_name="pour le")),
                        (
                            "etat",
                            models.CharField(
                                choices=[
                                    ("en_cours", "En cours"),
                                    ("atteint", "Atteint"),
                                    ("abandonne", "Abandonné"),
                                ],
                                default="en_cours",
                                max_length=10,
                                verbose_name="état",
                            ),
                        ),
                        (
                            "date_fin",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="atteint ou abandonné le"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="Action",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="actions",
                                to="parcours.parcours",
                            ),
                        ),
                        (
                            "objectif",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="actions",
                                to="parcours.objectif",
                            ),
                        ),
                        (
                            "entretien",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="actions",
                                to="parcours.entretien",
                            ),
                        ),
                        (
                            "domaine",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("logement", "Logement"),
                                    ("mobilite", "Mobilité"),
                                    ("sante", "Santé"),
                                    ("handicap", "Handicap"),
                                    ("addiction", "Addiction"),
                                    ("droits", "Droits et démarches"),
                                    ("budget", "Budget"),
                                    ("langue", "Français"),
                                    ("savoirs", "Lecture, écriture, calcul"),
                                    ("numerique", "Numérique"),
                                    ("famille", "Famille et garde d’enfants"),
                                    ("justice", "Justice"),
                                    ("formation", "Formation et qualification"),
                                    ("projet", "Expérience et projet"),
                                    ("confiance", "Confiance et lien social"),
                                    ("disponibilite", "Disponibilité"),
                                    ("age", "Âge"),
                                ],
                                max_length=20,
                                verbose_name="domaine",
                            ),
                        ),
                        ("intitule", models.CharField(max_length=200, verbose_name="action")),
                        (
                            "acteur",
                            models.CharField(
                                choices=[
                                    ("personne", "La personne"),
                                    ("ensemble", "Ensemble"),
                                    ("professionnel", "Le référent"),
                                    ("partenaire", "Un partenaire"),
                                ],
                                default="personne",
                                max_length=14,
                                verbose_name="qui",
                            ),
                        ),
                        (
                            "partenaire",
                            models.CharField(blank=True, max_length=120, verbose_name="avec quel partenaire"),
                        ),
                        ("echeance", models.DateField(blank=True, null=True, verbose_name="pour le")),
                        (
                            "etat",
                            models.CharField(
                                choices=[
                                    ("a_faire", "À faire"),
                                    ("en_cours", "En cours"),
                                    ("fait", "Fait"),
                                    ("abandonne", "Abandonné"),
                                ],
                                default="a_faire",
                                max_length=10,
                                verbose_name="état",
                            ),
                        ),
                        (
                            "date_fin",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="terminée le"),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "recherche",
                            models.GeneratedField(
                                db_persist=True,
                                expression=insertion.texte.SansAccents(
                                    django.db.models.functions.text.Concat(
                                        "intitule", models.Value(" "), "partenaire"
                                    )
                                ),
                                output_field=models.TextField(),
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "action",
                        "verbose_name_plural": "actions",
                        "ordering": [models.OrderBy(models.F("echeance"), nulls_last=True), "pk"],
                        "indexes": [
                            models.Index(fields=["structure", "parcours", "etat"], name="action_par_parcours")
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("structure", "id"), name="parcours_action_structure_id"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("date_fin__isnull", False), ("etat__in", ("fait", "abandonne"))),
                                    models.Q(("date_fin__isnull", True), ("etat__in", ("a_faire", "en_cours"))),
                                    _connector="OR",
                                ),
                                name="action_date_fin",
                                violation_error_message="Une action terminée porte sa date, une action ouverte n’en a pas.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_actionevent" ("acteur", "created_at", "date_fin", "domaine", "echeance", "entretien_id", "etat", "id", "intitule", "objectif_id", "parcours_id", "partenaire", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "version") VALUES (NEW."acteur", NEW."created_at", NEW."date_fin", NEW."domaine", NEW."echeance", NEW."entretien_id", NEW."etat", NEW."id", NEW."intitule", NEW."objectif_id", NEW."parcours_id", NEW."partenaire", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="67ed88c490073291f569ef748b234f63613be07f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_62828",
                                    table="parcours_action",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_actionevent" ("acteur", "created_at", "date_fin", "domaine", "echeance", "entretien_id", "etat", "id", "intitule", "objectif_id", "parcours_id", "partenaire", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "version") VALUES (OLD."acteur", OLD."created_at", OLD."date_fin", OLD."domaine", OLD."echeance", OLD."entretien_id", OLD."etat", OLD."id", OLD."intitule", OLD."objectif_id", OLD."parcours_id", OLD."partenaire", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="6ef63f88394571e8c9b6a5a5c6d7220bf8476123",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_871bd",
                                    table="parcours_action",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."acteur" IS DISTINCT FROM (NEW."acteur") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."date_fin" IS DISTINCT FROM (NEW."date_fin") OR OLD."domaine" IS DISTINCT FROM (NEW."domaine") OR OLD."echeance" IS DISTINCT FROM (NEW."echeance") OR OLD."entretien_id" IS DISTINCT FROM (NEW."entretien_id") OR OLD."etat" IS DISTINCT FROM (NEW."etat") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."intitule" IS DISTINCT FROM (NEW."intitule") OR OLD."objectif_id" IS DISTINCT FROM (NEW."objectif_id") OR OLD."parcours_id" IS DISTINCT FROM (NEW."parcours_id") OR OLD."partenaire" IS DISTINCT FROM (NEW."partenaire") OR OLD."structure_id" IS DISTINCT FROM (NEW."structure_id") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                                    func='INSERT INTO "parcours_actionevent" ("acteur", "created_at", "date_fin", "domaine", "echeance", "entretien_id", "etat", "id", "intitule", "objectif_id", "parcours_id", "partenaire", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "version") VALUES (NEW."acteur", NEW."created_at", NEW."date_fin", NEW."domaine", NEW."echeance", NEW."entretien_id", NEW."etat", NEW."id", NEW."intitule", NEW."objectif_id", NEW."parcours_id", NEW."partenaire", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="bb31ab9d9344fe3562d6bccd22dfd428a10126a3",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a6653",
                                    table="parcours_action",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.action",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "objectif",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.objectif",
                            ),
                        ),
                        (
                            "entretien",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.entretien",
                            ),
                        ),
                        (
                            "domaine",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("logement", "Logement"),
                                    ("mobilite", "Mobilité"),
                                    ("sante", "Santé"),
                                    ("handicap", "Handicap"),
                                    ("addiction", "Addiction"),
                                    ("droits", "Droits et démarches"),
                                    ("budget", "Budget"),
                                    ("langue", "Français"),
                                    ("savoirs", "Lecture, écriture, calcul"),
                                    ("numerique", "Numérique"),
                                    ("famille", "Famille et garde d’enfants"),
                                    ("justice", "Justice"),
                                    ("formation", "Formation et qualification"),
                                    ("projet", "Expérience et projet"),
                                    ("confiance", "Confiance et lien social"),
                                    ("disponibilite", "Disponibilité"),
                                    ("age", "Âge"),
                                ],
                                max_length=20,
                                verbose_name="domaine",
                            ),
                        ),
                        ("intitule", models.CharField(max_length=200, verbose_name="action")),
                        (
                            "acteur",
                            models.CharField(
                                choices=[
                                    ("personne", "La personne"),
                                    ("ensemble", "Ensemble"),
                                    ("professionnel", "Le référent"),
                                    ("partenaire", "Un partenaire"),
                                ],
                                default="personne",
                                max_length=14,
                                verbose_name="qui",
                            ),
                        ),
                        (
                            "partenaire",
                            models.CharField(blank=True, max_length=120, verbose_name="avec quel partenaire"),
                        ),
                        ("echeance", models.DateField(blank=True, null=True, verbose_name="pour le")),
                        (
                            "etat",
                            models.CharField(
                                choices=[
                                    ("a_faire", "À faire"),
                                    ("en_cours", "En cours"),
                                    ("fait", "Fait"),
                                    ("abandonne", "Abandonné"),
                                ],
                                default="a_faire",
                                max_length=10,
                                verbose_name="état",
                            ),
                        ),
                        (
                            "date_fin",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="terminée le"),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="AxeEvolution",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="axes",
                                to="parcours.parcours",
                            ),
                        ),
                        (
                            "domaine",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("logement", "Logement"),
                                    ("mobilite", "Mobilité"),
                                    ("sante", "Santé"),
                                    ("handicap", "Handicap"),
                                    ("addiction", "Addiction"),
                                    ("droits", "Droits et démarches"),
                                    ("budget", "Budget"),
                                    ("langue", "Français"),
                                    ("savoirs", "Lecture, écriture, calcul"),
                                    ("numerique", "Numérique"),
                                    ("famille", "Famille et garde d’enfants"),
                                    ("justice", "Justice"),
                                    ("formation", "Formation et qualification"),
                                    ("projet", "Expérience et projet"),
                                    ("confiance", "Confiance et lien social"),
                                    ("disponibilite", "Disponibilité"),
                                    ("age", "Âge"),
                                ],
                                max_length=20,
                                verbose_name="domaine",
                            ),
                        ),
                        ("intitule", models.CharField(max_length=200, verbose_name="axe d’évolution")),
                        (
                            "constat",
                            models.TextField(blank=True, max_length=2000, verbose_name="où elle ou il en est"),
                        ),
                        ("pose_le", models.DateField(verbose_name="posé le")),
                        (
                            "etat",
                            models.CharField(
                                choices=[("en_cours", "En cours"), ("acquis", "Acquis"), ("abandonne", "Abandonné")],
                                default="en_cours",
                                max_length=10,
                                verbose_name="état",
                            ),
                        ),
                        (
                            "date_fin",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="acquis ou abandonné le"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "axe d’évolution",
                        "verbose_name_plural": "axes d’évolution",
                        "ordering": ["pose_le", "pk"],
                        "indexes": [models.Index(fields=["structure", "parcours"], name="axe_par_parcours")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_axeevolution_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("date_fin__isnull", False), ("etat__in", ("acquis", "abandonne"))),
                                    models.Q(("date_fin__isnull", True), ("etat", "en_cours")),
                                    _connector="OR",
                                ),
                                name="axe_date_fin",
                                violation_error_message="Un axe acquis ou abandonné porte sa date, un axe en cours n’en a pas.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("date_fin__isnull", True),
                                    ("date_fin__gte", models.F("pose_le")),
                                    _connector="OR",
                                ),
                                name="axe_fin_apres_pose",
                                violation_error_message="Un axe ne peut pas se terminer avant d’être posé.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_axeevolutionevent" ("constat", "date_fin", "domaine", "etat", "id", "intitule", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pose_le", "structure_id", "version") VALUES (NEW."constat", NEW."date_fin", NEW."domaine", NEW."etat", NEW."id", NEW."intitule", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."pose_le", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="5e885edfe2036a1d98626d1bbb11aabdb3aace98",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_dcad4",
                                    table="parcours_axeevolution",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_axeevolutionevent" ("constat", "date_fin", "domaine", "etat", "id", "intitule", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pose_le", "structure_id", "version") VALUES (NEW."constat", NEW."date_fin", NEW."domaine", NEW."etat", NEW."id", NEW."intitule", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."pose_le", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="cf261ae83fc995a2e4f5f524078d445e518c9b7f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a4953",
                                    table="parcours_axeevolution",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_axeevolutionevent" ("constat", "date_fin", "domaine", "etat", "id", "intitule", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pose_le", "structure_id", "version") VALUES (OLD."constat", OLD."date_fin", OLD."domaine", OLD."etat", OLD."id", OLD."intitule", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."pose_le", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="43a61d73df0782b5a0b03d0967f3df37af787443",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_6e372",
                                    table="parcours_axeevolution",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AxeEvolutionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.axeevolution",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "domaine",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("logement", "Logement"),
                                    ("mobilite", "Mobilité"),
                                    ("sante", "Santé"),
                                    ("handicap", "Handicap"),
                                    ("addiction", "Addiction"),
                                    ("droits", "Droits et démarches"),
                                    ("budget", "Budget"),
                                    ("langue", "Français"),
                                    ("savoirs", "Lecture, écriture, calcul"),
                                    ("numerique", "Numérique"),
                                    ("famille", "Famille et garde d’enfants"),
                                    ("justice", "Justice"),
                                    ("formation", "Formation et qualification"),
                                    ("projet", "Expérience et projet"),
                                    ("confiance", "Confiance et lien social"),
                                    ("disponibilite", "Disponibilité"),
                                    ("age", "Âge"),
                                ],
                                max_length=20,
                                verbose_name="domaine",
                            ),
                        ),
                        ("intitule", models.CharField(max_length=200, verbose_name="axe d’évolution")),
                        (
                            "constat",
                            models.TextField(blank=True, max_length=2000, verbose_name="où elle ou il en est"),
                        ),
                        ("pose_le", models.DateField(verbose_name="posé le")),
                        (
                            "etat",
                            models.CharField(
                                choices=[("en_cours", "En cours"), ("acquis", "Acquis"), ("abandonne", "Abandonné")],
                                default="en_cours",
                                max_length=10,
                                verbose_name="état",
                            ),
                        ),
                        (
                            "date_fin",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="acquis ou abandonné le"
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="AccordObjectif",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "objectif",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="accords",
                                to="parcours.objectif",
                            ),
                        ),
                        (
                            "accord",
                            models.CharField(
                                choices=[("oui", "D’accord"), ("non", "Pas d’accord")],
                                max_length=4,
                                verbose_name="accord de la personne",
                            ),
                        ),
                        ("le", models.DateField(verbose_name="dit le")),
                        ("paroles", models.CharField(blank=True, max_length=300, verbose_name="avec ses mots")),
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
                    ],
                    options={
                        "verbose_name": "accord sur un objectif",
                        "verbose_name_plural": "accords sur les objectifs",
                        "ordering": ["-le", "-pk"],
                        "indexes": [
                            models.Index(fields=["structure", "objectif", "-le"], name="accord_par_objectif")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_accordobjectif_structure_id"
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_accordobjectifevent" ("accord", "auteur_id", "id", "le", "objectif_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."accord", NEW."auteur_id", NEW."id", NEW."le", NEW."objectif_id", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="14bbc8f066ad253898d55d1e871a7ce0933056e9",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_40f9c",
                                    table="parcours_accordobjectif",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_accordobjectifevent" ("accord", "auteur_id", "id", "le", "objectif_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."accord", NEW."auteur_id", NEW."id", NEW."le", NEW."objectif_id", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="0548b02276f3abdd59eeddfb5e1047405aaf6a0c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a9ff3",
                                    table="parcours_accordobjectif",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_accordobjectifevent" ("accord", "auteur_id", "id", "le", "objectif_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (OLD."accord", OLD."auteur_id", OLD."id", OLD."le", OLD."objectif_id", OLD."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id"); RETURN NULL;',
                                    hash="ab369a88517e172b3f4aac0e5e0b5602eb126938",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_5f4e6",
                                    table="parcours_accordobjectif",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AccordObjectifEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.accordobjectif",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "objectif",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.objectif",
                            ),
                        ),
                        (
                            "accord",
                            models.CharField(
                                choices=[("oui", "D’accord"), ("non", "Pas d’accord")],
                                max_length=4,
                                verbose_name="accord de la personne",
                            ),
                        ),
                        ("le", models.DateField(verbose_name="dit le")),
                        ("paroles", models.CharField(blank=True, max_length=300, verbose_name="avec ses mots")),
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
                    ],
                ),
                migrations.CreateModel(
                    name="SortieVisee",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sorties_visees",
                                to="parcours.parcours",
                            ),
                        ),
                        (
                            "but",
                            models.CharField(
                                choices=[
                                    ("emploi_durable", "Un emploi durable (CDI, CDD de six mois et plus)"),
                                    ("emploi_transition", "Un emploi de transition (CDD court, intérim)"),
                                    ("formation", "Une formation qualifiante"),
                                    ("creation", "Créer son activité"),
                                    ("autre_siae", "Une autre structure d’insertion"),
                                    ("protege", "Le milieu protégé ou adapté"),
                                    ("logement", "Un logement durable"),
                                    ("soins", "Se stabiliser, se soigner avant l’emploi"),
                                    ("retraite", "La retraite"),
                                    ("autre", "Autre chose"),
                                ],
                                max_length=18,
                                verbose_name="sortie visée",
                            ),
                        ),
                        ("precision", models.CharField(blank=True, max_length=160, verbose_name="précision")),
                        ("le", models.DateField(verbose_name="décidé le")),
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
                    ],
                    options={
                        "verbose_name": "sortie visée",
                        "verbose_name_plural": "sorties visées",
                        "ordering": ["-le", "-pk"],
                        "indexes": [
                            models.Index(fields=["structure", "parcours", "-le"], name="sortie_visee_par_parcours")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_sortievisee_structure_id"
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_sortieviseeevent" ("auteur_id", "but", "id", "le", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "structure_id") VALUES (NEW."auteur_id", NEW."but", NEW."id", NEW."le", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."precision", NEW."structure_id"); RETURN NULL;',
                                    hash="2d9f79baccad5de8b7609779398ec77d526e305e",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_28c36",
                                    table="parcours_sortievisee",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_sortieviseeevent" ("auteur_id", "but", "id", "le", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "structure_id") VALUES (NEW."auteur_id", NEW."but", NEW."id", NEW."le", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."precision", NEW."structure_id"); RETURN NULL;',
                                    hash="2d6ff8a8355ffffbc9aaba2476f5db5f3c963979",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_0f30f",
                                    table="parcours_sortievisee",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_sortieviseeevent" ("auteur_id", "but", "id", "le", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "structure_id") VALUES (OLD."auteur_id", OLD."but", OLD."id", OLD."le", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."precision", OLD."structure_id"); RETURN NULL;',
                                    hash="c77d96142efe54001324130a4355b50a0ba733b6",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_72023",
                                    table="parcours_sortievisee",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SortieViseeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.sortievisee",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "but",
                            models.CharField(
                                choices=[
                                    ("emploi_durable", "Un emploi durable (CDI, CDD de six mois et plus)"),
                                    ("emploi_transition", "Un emploi de transition (CDD court, intérim)"),
                                    ("formation", "Une formation qualifiante"),
                                    ("creation", "Créer son activité"),
                                    ("autre_siae", "Une autre structure d’insertion"),
                                    ("protege", "Le milieu protégé ou adapté"),
                                    ("logement", "Un logement durable"),
                                    ("soins", "Se stabiliser, se soigner avant l’emploi"),
                                    ("retraite", "La retraite"),
                                    ("autre", "Autre chose"),
                                ],
                                max_length=18,
                                verbose_name="sortie visée",
                            ),
                        ),
                        ("precision", models.CharField(blank=True, max_length=160, verbose_name="précision")),
                        ("le", models.DateField(verbose_name="décidé le")),
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
                    ],
                ),
                migrations.CreateModel(
                    name="Candidature",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="candidatures",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="candidatures",
                                to="parcours.parcours",
                            ),
                        ),
                        (
                            "dispositif",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="candidatures",
                                to="parcours.dispositif",
                                verbose_name="dispositif souhaité",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="reçue le")),
                        (
                            "statut",
                            models.CharField(
                                choices=[
                                    ("nouvelle", "Nouvelle"),
                                    ("a_l_etude", "À l’étude"),
                                    ("en_attente", "En attente"),
                                    ("acceptee", "Acceptée"),
                                    ("declinee", "Déclinée"),
                                    ("annulee", "Annulée"),
                                ],
                                default="nouvelle",
                                editable=False,
                                max_length=12,
                                verbose_name="état",
                            ),
                        ),
                        (
                            "orienteur",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("france_travail", "France Travail"),
                                    ("mission_locale", "Mission locale"),
                                    ("cap_emploi", "Cap emploi"),
                                    ("plie", "PLIE / PMIE"),
                                    ("autre_spe", "Autre acteur local du service public de l’emploi"),
                                    ("hebergement", "Structure d’hébergement"),
                                    ("maraude", "Maraude, accueil de jour, veille sociale"),
                                    ("premieres_heures", "Premières Heures en Chantier"),
                                    ("autre_siae", "Autre SIAE"),
                                    ("departement", "Services sociaux du Département"),
                                    ("autre", "Autre acteur local d’accompagnement"),
                                    ("spontanee", "Candidature spontanée"),
                                ],
                                max_length=20,
                                verbose_name="orientation par",
                            ),
                        ),
                        (
                            "prescripteur",
                            models.CharField(blank=True, max_length=120, verbose_name="organisation qui oriente"),
                        ),
                        (
                            "prescripteur_contact",
                            models.CharField(blank=True, max_length=120, verbose_name="interlocuteur"),
                        ),
                        ("metier", models.CharField(blank=True, max_length=160, verbose_name="métier demandé")),
                        (
                            "diagnostic_le",
                            models.DateField(blank=True, null=True, verbose_name="diagnostic d’éligibilité du"),
                        ),
                        (
                            "diagnostic_auteur",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("prescripteur", "Un prescripteur habilité"),
                                    ("employeur", "Notre structure"),
                                ],
                                max_length=12,
                                verbose_name="fait par",
                            ),
                        ),
                        (
                            "pass_numero",
                            models.CharField(
                                blank=True,
                                max_length=12,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\d{12}$", "Un numéro de PASS IAE compte 12 chiffres."
                                    )
                                ],
                                verbose_name="numéro de PASS IAE",
                            ),
                        ),
                        ("pass_debut", models.DateField(blank=True, null=True, verbose_name="début du PASS IAE")),
                        ("pass_fin", models.DateField(blank=True, null=True, verbose_name="fin du PASS IAE")),
                        (
                            "attente_depuis",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="en liste d’attente depuis le"
                            ),
                        ),
                        (
                            "rang",
                            models.PositiveSmallIntegerField(
                                blank=True, editable=False, null=True, verbose_name="rang"
                            ),
                        ),
                        (
                            "decidee_le",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="décision du"),
                        ),
                        (
                            "decidee_par",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "motif",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("non_joignable", "Personne non joignable"),
                                    ("absent", "Absente à l’entretien"),
                                    ("indisponible", "Indisponible : en emploi ou en formation"),
                                    ("non_eligible", "Non éligible"),
                                    ("non_mobile", "Ne peut pas se déplacer jusqu’ici"),
                                    ("non_interessee", "Ne souhaite pas poursuivre"),
                                    ("competences", "Compétences insuffisantes pour le poste"),
                                    ("frein_poste", "Frein incompatible avec le poste"),
                                    ("pas_de_poste", "Pas de recrutement en cours"),
                                    ("pas_de_place", "Pas de place"),
                                    ("reorientee", "Réorientée vers une autre structure"),
                                    ("hors_mission", "Ne relève pas de notre mission"),
                                    ("doublon", "Doublon"),
                                    ("non_conventionnee", "Structure plus conventionnée"),
                                    ("incomplete", "Demande pas assez renseignée"),
                                    ("autre", "Autre"),
                                ],
                                max_length=20,
                                verbose_name="motif",
                            ),
                        ),
                        ("motif_refus", models.CharField(blank=True, max_length=160, verbose_name="précision")),
                        (
                            "derogation",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="acceptée malgré un point manquant, parce que",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "candidature",
                        "verbose_name_plural": "candidatures",
                        "ordering": ["-date", "-pk"],
                        "indexes": [
                            models.Index(fields=["structure", "beneficiaire"], name="candidature_par_personne"),
                            models.Index(fields=["structure", "statut"], name="candidature_par_statut"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_candidature_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("rang__isnull", True), ("statut", "en_attente"), _connector="OR"),
                                name="candidature_rang_en_attente",
                                violation_error_message="Seule une demande en liste d’attente a un rang.",
                            ),
                            models.UniqueConstraint(
                                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                                fields=("structure", "dispositif", "rang"),
                                name="candidature_rang_unique",
                                violation_error_message="Deux demandes ne peuvent pas avoir le même rang.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("date__isnull", True),
                                    ("decidee_le__isnull", True),
                                    ("decidee_le__gte", models.F("date")),
                                    _connector="OR",
                                ),
                                name="candidature_decidee_apres_reception",
                                violation_error_message="La décision ne peut pas précéder la réception.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("pass_debut__isnull", True),
                                    ("pass_fin__isnull", True),
                                    ("pass_fin__gte", models.F("pass_debut")),
                                    _connector="OR",
                                ),
                                name="candidature_pass_fin_apres_debut",
                                violation_error_message="La fin du PASS IAE ne peut pas précéder son début.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_candidatureevent" ("attente_depuis", "beneficiaire_id", "date", "decidee_le", "decidee_par_id", "derogation", "diagnostic_auteur", "diagnostic_le", "dispositif_id", "id", "metier", "motif", "motif_refus", "orienteur", "parcours_id", "pass_debut", "pass_fin", "pass_numero", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prescripteur", "prescripteur_contact", "rang", "statut", "structure_id", "version") VALUES (NEW."attente_depuis", NEW."beneficiaire_id", NEW."date", NEW."decidee_le", NEW."decidee_par_id", NEW."derogation", NEW."diagnostic_auteur", NEW."diagnostic_le", NEW."dispositif_id", NEW."id", NEW."metier", NEW."motif", NEW."motif_refus", NEW."orienteur", NEW."parcours_id", NEW."pass_debut", NEW."pass_fin", NEW."pass_numero", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."prescripteur", NEW."prescripteur_contact", NEW."rang", NEW."statut", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="44b105435d4e861c9aa3dbd6dfc72295a0800fc2",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_8bba8",
                                    table="parcours_candidature",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_candidatureevent" ("attente_depuis", "beneficiaire_id", "date", "decidee_le", "decidee_par_id", "derogation", "diagnostic_auteur", "diagnostic_le", "dispositif_id", "id", "metier", "motif", "motif_refus", "orienteur", "parcours_id", "pass_debut", "pass_fin", "pass_numero", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prescripteur", "prescripteur_contact", "rang", "statut", "structure_id", "version") VALUES (NEW."attente_depuis", NEW."beneficiaire_id", NEW."date", NEW."decidee_le", NEW."decidee_par_id", NEW."derogation", NEW."diagnostic_auteur", NEW."diagnostic_le", NEW."dispositif_id", NEW."id", NEW."metier", NEW."motif", NEW."motif_refus", NEW."orienteur", NEW."parcours_id", NEW."pass_debut", NEW."pass_fin", NEW."pass_numero", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."prescripteur", NEW."prescripteur_contact", NEW."rang", NEW."statut", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="46e4a6b37b890d3452885cb37b6cf28b9e8bd1b7",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_89262",
                                    table="parcours_candidature",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_candidatureevent" ("attente_depuis", "beneficiaire_id", "date", "decidee_le", "decidee_par_id", "derogation", "diagnostic_auteur", "diagnostic_le", "dispositif_id", "id", "metier", "motif", "motif_refus", "orienteur", "parcours_id", "pass_debut", "pass_fin", "pass_numero", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prescripteur", "prescripteur_contact", "rang", "statut", "structure_id", "version") VALUES (OLD."attente_depuis", OLD."beneficiaire_id", OLD."date", OLD."decidee_le", OLD."decidee_par_id", OLD."derogation", OLD."diagnostic_auteur", OLD."diagnostic_le", OLD."dispositif_id", OLD."id", OLD."metier", OLD."motif", OLD."motif_refus", OLD."orienteur", OLD."parcours_id", OLD."pass_debut", OLD."pass_fin", OLD."pass_numero", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."prescripteur", OLD."prescripteur_contact", OLD."rang", OLD."statut", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="84e0a4474066292a52cf63c8c157efc5fb268bc1",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_b7e29",
                                    table="parcours_candidature",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CandidatureEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.candidature",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.parcours",
                            ),
                        ),
                        (
                            "dispositif",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.dispositif",
                                verbose_name="dispositif souhaité",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="reçue le")),
                        (
                            "statut",
                            models.CharField(
                                choices=[
                                    ("nouvelle", "Nouvelle"),
                                    ("a_l_etude", "À l’étude"),
                                    ("en_attente", "En attente"),
                                    ("acceptee", "Acceptée"),
                                    ("declinee", "Déclinée"),
                                    ("annulee", "Annulée"),
                                ],
                                default="nouvelle",
                                editable=False,
                                max_length=12,
                                verbose_name="état",
                            ),
                        ),
                        (
                            "orienteur",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("france_travail", "France Travail"),
                                    ("mission_locale", "Mission locale"),
                                    ("cap_emploi", "Cap emploi"),
                                    ("plie", "PLIE / PMIE"),
                                    ("autre_spe", "Autre acteur local du service public de l’emploi"),
                                    ("hebergement", "Structure d’hébergement"),
                                    ("maraude", "Maraude, accueil de jour, veille sociale"),
                                    ("premieres_heures", "Premières Heures en Chantier"),
                                    ("autre_siae", "Autre SIAE"),
                                    ("departement", "Services sociaux du Département"),
                                    ("autre", "Autre acteur local d’accompagnement"),
                                    ("spontanee", "Candidature spontanée"),
                                ],
                                max_length=20,
                                verbose_name="orientation par",
                            ),
                        ),
                        (
                            "prescripteur",
                            models.CharField(blank=True, max_length=120, verbose_name="organisation qui oriente"),
                        ),
                        (
                            "prescripteur_contact",
                            models.CharField(blank=True, max_length=120, verbose_name="interlocuteur"),
                        ),
                        ("metier", models.CharField(blank=True, max_length=160, verbose_name="métier demandé")),
                        (
                            "diagnostic_le",
                            models.DateField(blank=True, null=True, verbose_name="diagnostic d’éligibilité du"),
                        ),
                        (
                            "diagnostic_auteur",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("prescripteur", "Un prescripteur habilité"),
                                    ("employeur", "Notre structure"),
                                ],
                                max_length=12,
                                verbose_name="fait par",
                            ),
                        ),
                        (
                            "pass_numero",
                            models.CharField(
                                blank=True,
                                max_length=12,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\d{12}$", "Un numéro de PASS IAE compte 12 chiffres."
                                    )
                                ],
                                verbose_name="numéro de PASS IAE",
                            ),
                        ),
                        ("pass_debut", models.DateField(blank=True, null=True, verbose_name="début du PASS IAE")),
                        ("pass_fin", models.DateField(blank=True, null=True, verbose_name="fin du PASS IAE")),
                        (
                            "attente_depuis",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="en liste d’attente depuis le"
                            ),
                        ),
                        (
                            "rang",
                            models.PositiveSmallIntegerField(
                                blank=True, editable=False, null=True, verbose_name="rang"
                            ),
                        ),
                        (
                            "decidee_le",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="décision du"),
                        ),
                        (
                            "decidee_par",
                            models.ForeignKey(
                                blank=True,
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
                            "motif",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("non_joignable", "Personne non joignable"),
                                    ("absent", "Absente à l’entretien"),
                                    ("indisponible", "Indisponible : en emploi ou en formation"),
                                    ("non_eligible", "Non éligible"),
                                    ("non_mobile", "Ne peut pas se déplacer jusqu’ici"),
                                    ("non_interessee", "Ne souhaite pas poursuivre"),
                                    ("competences", "Compétences insuffisantes pour le poste"),
                                    ("frein_poste", "Frein incompatible avec le poste"),
                                    ("pas_de_poste", "Pas de recrutement en cours"),
                                    ("pas_de_place", "Pas de place"),
                                    ("reorientee", "Réorientée vers une autre structure"),
                                    ("hors_mission", "Ne relève pas de notre mission"),
                                    ("doublon", "Doublon"),
                                    ("non_conventionnee", "Structure plus conventionnée"),
                                    ("incomplete", "Demande pas assez renseignée"),
                                    ("autre", "Autre"),
                                ],
                                max_length=20,
                                verbose_name="motif",
                            ),
                        ),
                        ("motif_refus", models.CharField(blank=True, max_length=160, verbose_name="précision")),
                        (
                            "derogation",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="acceptée malgré un point manquant, parce que",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="EntretienAdmission",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "candidature",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="entretiens",
                                to="parcours.candidature",
                            ),
                        ),
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
                        ("date", models.DateTimeField(verbose_name="date et heure")),
                        ("lieu", models.CharField(blank=True, max_length=120, verbose_name="lieu")),
                        (
                            "presents",
                            models.CharField(blank=True, max_length=200, verbose_name="personnes présentes"),
                        ),
                        ("notes", models.TextField(blank=True, verbose_name="ce qui s’est dit")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "entretien avant l’entrée",
                        "verbose_name_plural": "entretiens avant l’entrée",
                        "ordering": ["-date", "-pk"],
                        "indexes": [
                            models.Index(fields=["structure", "candidature"], name="admission_par_candidature")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_entretienadmission_structure_id"
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_entretienadmissionevent" ("auteur_id", "candidature_id", "date", "id", "lieu", "notes", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presents", "structure_id", "version") VALUES (NEW."auteur_id", NEW."candidature_id", NEW."date", NEW."id", NEW."lieu", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."presents", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="07dbbb56512300520ebd418c5c870821106478c1",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_75442",
                                    table="parcours_entretienadmission",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_entretienadmissionevent" ("auteur_id", "candidature_id", "date", "id", "lieu", "notes", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presents", "structure_id", "version") VALUES (NEW."auteur_id", NEW."candidature_id", NEW."date", NEW."id", NEW."lieu", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."presents", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="057dab56cb66d8c8f1edaf95f7abaed97239a857",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_812a8",
                                    table="parcours_entretienadmission",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_entretienadmissionevent" ("auteur_id", "candidature_id", "date", "id", "lieu", "notes", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presents", "structure_id", "version") VALUES (OLD."auteur_id", OLD."candidature_id", OLD."date", OLD."id", OLD."lieu", OLD."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."presents", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="51a672d4e493fc2ef3574591384b9bbe006f7831",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_4c147",
                                    table="parcours_entretienadmission",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EntretienAdmissionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.entretienadmission",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "candidature",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.candidature",
                            ),
                        ),
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
                        ("date", models.DateTimeField(verbose_name="date et heure")),
                        ("lieu", models.CharField(blank=True, max_length=120, verbose_name="lieu")),
                        (
                            "presents",
                            models.CharField(blank=True, max_length=200, verbose_name="personnes présentes"),
                        ),
                        ("notes", models.TextField(blank=True, verbose_name="ce qui s’est dit")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="ModeleObjectif",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "domaine",
                            models.CharField(
                                choices=[
                                    ("logement", "Logement"),
                                    ("mobilite", "Mobilité"),
                                    ("sante", "Santé"),
                                    ("handicap", "Handicap"),
                                    ("addiction", "Addiction"),
                                    ("droits", "Droits et démarches"),
                                    ("budget", "Budget"),
                                    ("langue", "Français"),
                                    ("savoirs", "Lecture, écriture, calcul"),
                                    ("numerique", "Numérique"),
                                    ("famille", "Famille et garde d’enfants"),
                                    ("justice", "Justice"),
                                    ("formation", "Formation et qualification"),
                                    ("projet", "Expérience et projet"),
                                    ("confiance", "Confiance et lien social"),
                                    ("disponibilite", "Disponibilité"),
                                    ("age", "Âge"),
                                ],
                                max_length=20,
                                verbose_name="domaine",
                            ),
                        ),
                        ("actif", models.BooleanField(default=True, verbose_name="proposé quand on écrit un plan")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("intitule", models.CharField(max_length=200, verbose_name="objectif")),
                        (
                            "critere",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="on saura que c’est atteint quand…"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "objectif du catalogue",
                        "verbose_name_plural": "objectifs du catalogue",
                        "ordering": ["domaine", "intitule"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_modeleobjectif_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "domaine", "intitule"),
                                name="modele_objectif_unique",
                                violation_error_message="Cet objectif est déjà dans le catalogue.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_modeleobjectifevent" ("actif", "critere", "domaine", "id", "intitule", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "version") VALUES (NEW."actif", NEW."critere", NEW."domaine", NEW."id", NEW."intitule", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="8a16b795a246ace531c8aade2a90e3d89143f9f3",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_6a672",
                                    table="parcours_modeleobjectif",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_modeleobjectifevent" ("actif", "critere", "domaine", "id", "intitule", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "version") VALUES (NEW."actif", NEW."critere", NEW."domaine", NEW."id", NEW."intitule", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="e964b8a29fd9f86d620e913274de9fcf1246641e",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_69ec9",
                                    table="parcours_modeleobjectif",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_modeleobjectifevent" ("actif", "critere", "domaine", "id", "intitule", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "version") VALUES (OLD."actif", OLD."critere", OLD."domaine", OLD."id", OLD."intitule", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="efe034987ef815c49fe5610e313586f00c14cfcc",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_a676e",
                                    table="parcours_modeleobjectif",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ModeleObjectifEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.modeleobjectif",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "domaine",
                            models.CharField(
                                choices=[
                                    ("logement", "Logement"),
                                    ("mobilite", "Mobilité"),
                                    ("sante", "Santé"),
                                    ("handicap", "Handicap"),
                                    ("addiction", "Addiction"),
                                    ("droits", "Droits et démarches"),
                                    ("budget", "Budget"),
                                    ("langue", "Français"),
                                    ("savoirs", "Lecture, écriture, calcul"),
                                    ("numerique", "Numérique"),
                                    ("famille", "Famille et garde d’enfants"),
                                    ("justice", "Justice"),
                                    ("formation", "Formation et qualification"),
                                    ("projet", "Expérience et projet"),
                                    ("confiance", "Confiance et lien social"),
                                    ("disponibilite", "Disponibilité"),
                                    ("age", "Âge"),
                                ],
                                max_length=20,
                                verbose_name="domaine",
                            ),
                        ),
                        ("actif", models.BooleanField(default=True, verbose_name="proposé quand on écrit un plan")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("intitule", models.CharField(max_length=200, verbose_name="objectif")),
                        (
                            "critere",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="on saura que c’est atteint quand…"
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="ModeleAction",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "domaine",
                            models.CharField(
                                choices=[
                                    ("logement", "Logement"),
                                    ("mobilite", "Mobilité"),
                                    ("sante", "Santé"),
                                    ("handicap", "Handicap"),
                                    ("addiction", "Addiction"),
                                    ("droits", "Droits et démarches"),
                                    ("budget", "Budget"),
                                    ("langue", "Français"),
                                    ("savoirs", "Lecture, écriture, calcul"),
                                    ("numerique", "Numérique"),
                                    ("famille", "Famille et garde d’enfants"),
                                    ("justice", "Justice"),
                                    ("formation", "Formation et qualification"),
                                    ("projet", "Expérience et projet"),
                                    ("confiance", "Confiance et lien social"),
                                    ("disponibilite", "Disponibilité"),
                                    ("age", "Âge"),
                                ],
                                max_length=20,
                                verbose_name="domaine",
                            ),
                        ),
                        ("actif", models.BooleanField(default=True, verbose_name="proposé quand on écrit un plan")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("intitule", models.CharField(max_length=200, verbose_name="action")),
                        (
                            "acteur",
                            models.CharField(
                                choices=[
                                    ("personne", "La personne"),
                                    ("ensemble", "Ensemble"),
                                    ("professionnel", "Le référent"),
                                    ("partenaire", "Un partenaire"),
                                ],
                                default="personne",
                                max_length=14,
                                verbose_name="qui",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "action du catalogue",
                        "verbose_name_plural": "actions du catalogue",
                        "ordering": ["domaine", "intitule"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_modeleaction_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "domaine", "intitule"),
                                name="modele_action_unique",
                                violation_error_message="Cette action est déjà dans le catalogue.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_modeleactionevent" ("acteur", "actif", "domaine", "id", "intitule", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "version") VALUES (NEW."acteur", NEW."actif", NEW."domaine", NEW."id", NEW."intitule", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="bed265fed76caae0d36f0f610dfdf7da124238f0",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_fa177",
                                    table="parcours_modeleaction",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_modeleactionevent" ("acteur", "actif", "domaine", "id", "intitule", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "version") VALUES (NEW."acteur", NEW."actif", NEW."domaine", NEW."id", NEW."intitule", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="7482a29d096570cddb3d99384e2619b02b4d1c51",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_6cb1f",
                                    table="parcours_modeleaction",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_modeleactionevent" ("acteur", "actif", "domaine", "id", "intitule", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "version") VALUES (OLD."acteur", OLD."actif", OLD."domaine", OLD."id", OLD."intitule", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="0cdb2dbac86f29c466564938110ebd7773a765dc",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_9098b",
                                    table="parcours_modeleaction",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ModeleActionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.modeleaction",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "domaine",
                            models.CharField(
                                choices=[
                                    ("logement", "Logement"),
                                    ("mobilite", "Mobilité"),
                                    ("sante", "Santé"),
                                    ("handicap", "Handicap"),
                                    ("addiction", "Addiction"),
                                    ("droits", "Droits et démarches"),
                                    ("budget", "Budget"),
                                    ("langue", "Français"),
                                    ("savoirs", "Lecture, écriture, calcul"),
                                    ("numerique", "Numérique"),
                                    ("famille", "Famille et garde d’enfants"),
                                    ("justice", "Justice"),
                                    ("formation", "Formation et qualification"),
                                    ("projet", "Expérience et projet"),
                                    ("confiance", "Confiance et lien social"),
                                    ("disponibilite", "Disponibilité"),
                                    ("age", "Âge"),
                                ],
                                max_length=20,
                                verbose_name="domaine",
                            ),
                        ),
                        ("actif", models.BooleanField(default=True, verbose_name="proposé quand on écrit un plan")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("intitule", models.CharField(max_length=200, verbose_name="action")),
                        (
                            "acteur",
                            models.CharField(
                                choices=[
                                    ("personne", "La personne"),
                                    ("ensemble", "Ensemble"),
                                    ("professionnel", "Le référent"),
                                    ("partenaire", "Un partenaire"),
                                ],
                                default="personne",
                                max_length=14,
                                verbose_name="qui",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Entretien",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="entretiens",
                                to="parcours.parcours",
                            ),
                        ),
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
                        ("date", models.DateTimeField(verbose_name="date et heure")),
                        (
                            "duree_minutes",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="durée (minutes)"),
                        ),
                        (
                            "mode",
                            models.CharField(
                                choices=[
                                    ("sur_place", "Sur place"),
                                    ("telephone", "Téléphone"),
                                    ("visio", "Visio"),
                                    ("domicile", "Domicile"),
                                    ("exterieur", "À l’extérieur"),
                                    ("spontane", "Passage spontané"),
                                    ("tiers", "Avec un tiers"),
                                    ("message", "E-mail"),
                                    ("courrier", "Courrier"),
                                ],
                                default="sur_place",
                                max_length=10,
                                verbose_name="mode",
                            ),
                        ),
                        (
                            "genre",
                            models.CharField(
                                choices=[
                                    ("accueil", "Accueil"),
                                    ("recrutement", "Recrutement"),
                                    ("individuel", "Suivi individuel"),
                                    ("tripartite", "Point tripartite"),
                                    ("renouvellement", "Renouvellement"),
                                    ("recadrage", "Recadrage"),
                                    ("bilan", "Bilan"),
                                    ("sortie", "Sortie"),
                                    ("post_sortie", "Après la sortie"),
                                    ("contact", "Contact rapide"),
                                ],
                                default="individuel",
                                max_length=14,
                                verbose_name="genre",
                            ),
                        ),
                        (
                            "themes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("logement", "Logement"),
                                        ("mobilite", "Mobilité"),
                                        ("sante", "Santé"),
                                        ("handicap", "Handicap"),
                                        ("addiction", "Addiction"),
                                        ("droits", "Droits et démarches"),
                                        ("budget", "Budget"),
                                        ("langue", "Français"),
                                        ("savoirs", "Lecture, écriture, calcul"),
                                        ("numerique", "Numérique"),
                                        ("famille", "Famille et garde d’enfants"),
                                        ("justice", "Justice"),
                                        ("formation", "Formation et qualification"),
                                        ("projet", "Expérience et projet"),
                                        ("confiance", "Confiance et lien social"),
                                        ("disponibilite", "Disponibilité"),
                                        ("age", "Âge"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="thèmes",
                            ),
                        ),
                        (
                            "accompagnements",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("acces_droits", "Accès aux droits"),
                                        ("redynamisation", "Redynamisation"),
                                        ("levee_freins", "Levée des freins"),
                                        ("rythme", "Rythme de travail"),
                                        ("droits_devoirs", "Droits et devoirs"),
                                        ("codes_entreprise", "Codes de l’entreprise"),
                                        ("projet_pro", "Projet professionnel"),
                                        ("poste", "Gestes et poste de travail"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="accompagnement",
                            ),
                        ),
                        ("lieu", models.CharField(blank=True, max_length=120, verbose_name="lieu")),
                        (
                            "trajet_minutes",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="trajet (minutes)"),
                        ),
                        ("imprevu", models.BooleanField(default=False, verbose_name="imprévu")),
                        ("compte_rendu", models.TextField(verbose_name="compte rendu")),
                        ("paroles", models.TextField(blank=True, verbose_name="avec ses mots")),
                        ("convenu", models.TextField(blank=True, verbose_name="ce qui est convenu")),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "entretien",
                        "verbose_name_plural": "entretiens",
                        "ordering": ["-date", "-pk"],
                        "indexes": [
                            models.Index(fields=["structure", "parcours", "-date"], name="entretien_par_parcours")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_entretien_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("compte_rendu", ""), _negated=True),
                                name="entretien_compte_rendu_rempli",
                                violation_error_message="Écrivez quelques mots, ou notez une absence.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("trajet_minutes__isnull", True), ("trajet_minutes__lte", 600), _connector="OR"
                                ),
                                name="entretien_trajet",
                                violation_error_message="Le trajet ne dépasse pas 600 minutes.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_entretienevent" ("accompagnements", "auteur_id", "compte_rendu", "convenu", "created_at", "date", "duree_minutes", "genre", "id", "imprevu", "lieu", "mode", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "themes", "trajet_minutes", "version") VALUES (NEW."accompagnements", NEW."auteur_id", NEW."compte_rendu", NEW."convenu", NEW."created_at", NEW."date", NEW."duree_minutes", NEW."genre", NEW."id", NEW."imprevu", NEW."lieu", NEW."mode", NEW."parcours_id", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."themes", NEW."trajet_minutes", NEW."version"); RETURN NULL;',
                                    hash="848c0adfa12863b864a9cc6a597b61fb50bce3d9",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_85297",
                                    table="parcours_entretien",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_entretienevent" ("accompagnements", "auteur_id", "compte_rendu", "convenu", "created_at", "date", "duree_minutes", "genre", "id", "imprevu", "lieu", "mode", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "themes", "trajet_minutes", "version") VALUES (NEW."accompagnements", NEW."auteur_id", NEW."compte_rendu", NEW."convenu", NEW."created_at", NEW."date", NEW."duree_minutes", NEW."genre", NEW."id", NEW."imprevu", NEW."lieu", NEW."mode", NEW."parcours_id", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."themes", NEW."trajet_minutes", NEW."version"); RETURN NULL;',
                                    hash="3fee9db45dc5f3e8650df91426ff6046dfe0474e",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_cdcb9",
                                    table="parcours_entretien",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_entretienevent" ("accompagnements", "auteur_id", "compte_rendu", "convenu", "created_at", "date", "duree_minutes", "genre", "id", "imprevu", "lieu", "mode", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "themes", "trajet_minutes", "version") VALUES (OLD."accompagnements", OLD."auteur_id", OLD."compte_rendu", OLD."convenu", OLD."created_at", OLD."date", OLD."duree_minutes", OLD."genre", OLD."id", OLD."imprevu", OLD."lieu", OLD."mode", OLD."parcours_id", OLD."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."themes", OLD."trajet_minutes", OLD."version"); RETURN NULL;',
                                    hash="73f5bed8896a00a5d36f62a596280dbd0e5794a4",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_8838a",
                                    table="parcours_entretien",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EntretienEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.entretien",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("date", models.DateTimeField(verbose_name="date et heure")),
                        (
                            "duree_minutes",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="durée (minutes)"),
                        ),
                        (
                            "mode",
                            models.CharField(
                                choices=[
                                    ("sur_place", "Sur place"),
                                    ("telephone", "Téléphone"),
                                    ("visio", "Visio"),
                                    ("domicile", "Domicile"),
                                    ("exterieur", "À l’extérieur"),
                                    ("spontane", "Passage spontané"),
                                    ("tiers", "Avec un tiers"),
                                    ("message", "E-mail"),
                                    ("courrier", "Courrier"),
                                ],
                                default="sur_place",
                                max_length=10,
                                verbose_name="mode",
                            ),
                        ),
                        (
                            "genre",
                            models.CharField(
                                choices=[
                                    ("accueil", "Accueil"),
                                    ("recrutement", "Recrutement"),
                                    ("individuel", "Suivi individuel"),
                                    ("tripartite", "Point tripartite"),
                                    ("renouvellement", "Renouvellement"),
                                    ("recadrage", "Recadrage"),
                                    ("bilan", "Bilan"),
                                    ("sortie", "Sortie"),
                                    ("post_sortie", "Après la sortie"),
                                    ("contact", "Contact rapide"),
                                ],
                                default="individuel",
                                max_length=14,
                                verbose_name="genre",
                            ),
                        ),
                        (
                            "themes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("logement", "Logement"),
                                        ("mobilite", "Mobilité"),
                                        ("sante", "Santé"),
                                        ("handicap", "Handicap"),
                                        ("addiction", "Addiction"),
                                        ("droits", "Droits et démarches"),
                                        ("budget", "Budget"),
                                        ("langue", "Français"),
                                        ("savoirs", "Lecture, écriture, calcul"),
                                        ("numerique", "Numérique"),
                                        ("famille", "Famille et garde d’enfants"),
                                        ("justice", "Justice"),
                                        ("formation", "Formation et qualification"),
                                        ("projet", "Expérience et projet"),
                                        ("confiance", "Confiance et lien social"),
                                        ("disponibilite", "Disponibilité"),
                                        ("age", "Âge"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="thèmes",
                            ),
                        ),
                        (
                            "accompagnements",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("acces_droits", "Accès aux droits"),
                                        ("redynamisation", "Redynamisation"),
                                        ("levee_freins", "Levée des freins"),
                                        ("rythme", "Rythme de travail"),
                                        ("droits_devoirs", "Droits et devoirs"),
                                        ("codes_entreprise", "Codes de l’entreprise"),
                                        ("projet_pro", "Projet professionnel"),
                                        ("poste", "Gestes et poste de travail"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="accompagnement",
                            ),
                        ),
                        ("lieu", models.CharField(blank=True, max_length=120, verbose_name="lieu")),
                        (
                            "trajet_minutes",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="trajet (minutes)"),
                        ),
                        ("imprevu", models.BooleanField(default=False, verbose_name="imprévu")),
                        ("compte_rendu", models.TextField(verbose_name="compte rendu")),
                        ("paroles", models.TextField(blank=True, verbose_name="avec ses mots")),
                        ("convenu", models.TextField(blank=True, verbose_name="ce qui est convenu")),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="NoteConfidentielle",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notes_confidentielles",
                                to="parcours.parcours",
                            ),
                        ),
                        (
                            "auteur",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("date", models.DateTimeField(verbose_name="date et heure")),
                        ("texte", insertion.models.chiffres.TexteChiffre(verbose_name="note")),
                    ],
                    options={
                        "verbose_name": "note confidentielle",
                        "verbose_name_plural": "notes confidentielles",
                        "ordering": ["-date"],
                        "indexes": [
                            models.Index(fields=["structure", "parcours", "-date"], name="note_par_parcours")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_noteconfidentielle_structure_id"
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_noteconfidentielleevent" ("auteur_id", "date", "id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte") VALUES (NEW."auteur_id", NEW."date", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."texte"); RETURN NULL;',
                                    hash="c5f19ab7852af74c90f2c2ef6c0f9dfb67c9b31a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_60812",
                                    table="parcours_noteconfidentielle",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_noteconfidentielleevent" ("auteur_id", "date", "id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte") VALUES (NEW."auteur_id", NEW."date", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."texte"); RETURN NULL;',
                                    hash="7e071b6cb859ac23e70fb4a62006c400969bff89",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_c6e3c",
                                    table="parcours_noteconfidentielle",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_noteconfidentielleevent" ("auteur_id", "date", "id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte") VALUES (OLD."auteur_id", OLD."date", OLD."id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."texte"); RETURN NULL;',
                                    hash="74179f5275864176ee5767eef5d8b8a49feaefe0",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_78c7e",
                                    table="parcours_noteconfidentielle",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NoteConfidentielleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.noteconfidentielle",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("date", models.DateTimeField(verbose_name="date et heure")),
                        ("texte", insertion.models.chiffres.TexteChiffre(verbose_name="note")),
                    ],
                ),
                migrations.CreateModel(
                    name="Observation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="observations",
                                to="parcours.parcours",
                            ),
                        ),
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
                        ("date", models.DateTimeField(verbose_name="date et heure")),
                        ("texte", models.TextField(verbose_name="observation")),
                        (
                            "presence",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("a_l_heure", "À l’heure"),
                                    ("retard", "En retard"),
                                    ("parti_tot", "Départ en cours de journée"),
                                    ("absent_prevenu", "Absence annoncée"),
                                    ("absent", "Absence sans nouvelles"),
                                ],
                                max_length=16,
                                verbose_name="présence",
                            ),
                        ),
                        (
                            "evenement",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("reussite", "Réussite"),
                                    ("progres", "Progrès"),
                                    ("entraide", "Aide apportée à un collègue"),
                                    ("engagement", "Engagement pour le collectif ou l’environnement"),
                                    ("difficulte", "Difficulté au poste"),
                                    ("conflit", "Tension dans l’équipe"),
                                    ("incident", "Incident"),
                                ],
                                max_length=12,
                                verbose_name="fait marquant",
                            ),
                        ),
                        (
                            "origine",
                            models.CharField(blank=True, editable=False, max_length=160, verbose_name="reprise de"),
                        ),
                    ],
                    options={
                        "verbose_name": "observation",
                        "verbose_name_plural": "observations",
                        "ordering": ["-date"],
                        "indexes": [
                            models.Index(fields=["structure", "parcours", "-date"], name="observation_par_parcours")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_observation_structure_id"
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_observationevent" ("auteur_id", "date", "evenement", "id", "origine", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "structure_id", "texte") VALUES (NEW."auteur_id", NEW."date", NEW."evenement", NEW."id", NEW."origine", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."presence", NEW."structure_id", NEW."texte"); RETURN NULL;',
                                    hash="b9f4b590bb325de066909145cf3d08850a780c84",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_8b354",
                                    table="parcours_observation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_observationevent" ("auteur_id", "date", "evenement", "id", "origine", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "structure_id", "texte") VALUES (NEW."auteur_id", NEW."date", NEW."evenement", NEW."id", NEW."origine", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."presence", NEW."structure_id", NEW."texte"); RETURN NULL;',
                                    hash="30e6bb0eea654ed3e64992fc6e830f029eca44b9",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_23024",
                                    table="parcours_observation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_observationevent" ("auteur_id", "date", "evenement", "id", "origine", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "structure_id", "texte") VALUES (OLD."auteur_id", OLD."date", OLD."evenement", OLD."id", OLD."origine", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."presence", OLD."structure_id", OLD."texte"); RETURN NULL;',
                                    hash="4c56d62d4545820fd131bba9668817353e7afa24",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_dcc2a",
                                    table="parcours_observation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ObservationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.observation",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("date", models.DateTimeField(verbose_name="date et heure")),
                        ("texte", models.TextField(verbose_name="observation")),
                        (
                            "presence",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("a_l_heure", "À l’heure"),
                                    ("retard", "En retard"),
                                    ("parti_tot", "Départ en cours de journée"),
                                    ("absent_prevenu", "Absence annoncée"),
                                    ("absent", "Absence sans nouvelles"),
                                ],
                                max_length=16,
                                verbose_name="présence",
                            ),
                        ),
                        (
                            "evenement",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("reussite", "Réussite"),
                                    ("progres", "Progrès"),
                                    ("entraide", "Aide apportée à un collègue"),
                                    ("engagement", "Engagement pour le collectif ou l’environnement"),
                                    ("difficulte", "Difficulté au poste"),
                                    ("conflit", "Tension dans l’équipe"),
                                    ("incident", "Incident"),
                                ],
                                max_length=12,
                                verbose_name="fait marquant",
                            ),
                        ),
                        (
                            "origine",
                            models.CharField(blank=True, editable=False, max_length=160, verbose_name="reprise de"),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="RendezVous",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rendez_vous",
                                to="parcours.parcours",
                            ),
                        ),
                        (
                            "utilisateur",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rendez_vous",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "entretien",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="rendez_vous",
                                to="parcours.entretien",
                            ),
                        ),
                        ("debut", models.DateTimeField(verbose_name="date et heure")),
                        (
                            "duree_minutes",
                            models.PositiveSmallIntegerField(default=30, verbose_name="durée (minutes)"),
                        ),
                        ("lieu", models.CharField(blank=True, max_length=120, verbose_name="lieu")),
                        (
                            "avec",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("employeur", "Employeur"),
                                    ("medecin", "Médecin, soins"),
                                    ("caf", "CAF, Assurance maladie"),
                                    ("france_travail", "France Travail, mission locale"),
                                    ("social", "Service social, Département"),
                                    ("administration", "Préfecture, mairie, impôts"),
                                    ("logement", "Bailleur, logement"),
                                    ("justice", "Justice, avocat"),
                                    ("formation", "Organisme de formation"),
                                    ("partenaire", "Autre partenaire"),
                                    ("autre", "Autre"),
                                ],
                                default="",
                                max_length=16,
                                verbose_name="avec",
                            ),
                        ),
                        (
                            "aupres",
                            models.CharField(blank=True, default="", max_length=120, verbose_name="nom, service"),
                        ),
                        (
                            "accompagne",
                            models.BooleanField(default=False, verbose_name="la personne est accompagnée"),
                        ),
                        (
                            "accompagnant",
                            models.CharField(
                                blank=True,
                                default="",
                                max_length=120,
                                verbose_name="accompagnée par une autre personne",
                            ),
                        ),
                        (
                            "trajet_minutes",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="trajet (minutes)"),
                        ),
                        (
                            "statut",
                            models.CharField(
                                choices=[
                                    ("prevu", "Prévu"),
                                    ("venu", "Venu"),
                                    ("excuse", "Absence excusée"),
                                    ("absent", "Absence non excusée"),
                                    ("annule", "Annulé par la structure"),
                                ],
                                default="prevu",
                                max_length=8,
                                verbose_name="statut",
                            ),
                        ),
                        ("commentaire", models.TextField(blank=True, verbose_name="commentaire")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "rendez-vous",
                        "verbose_name_plural": "rendez-vous",
                        "ordering": ["debut"],
                        "indexes": [
                            models.Index(fields=["structure", "utilisateur", "debut"], name="rendez_vous_par_jour"),
                            models.Index(fields=["structure", "parcours", "-debut"], name="rendez_vous_par_parcours"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_rendezvous_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("accompagne", False), ("aupres", ""), ("avec", "")),
                                    models.Q(("avec", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="rendez_vous_exterieur",
                                violation_error_message="Dites avec qui est ce rendez-vous à l’extérieur.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("accompagne", True),
                                    models.Q(("accompagnant", ""), ("trajet_minutes__isnull", True)),
                                    _connector="OR",
                                ),
                                name="rendez_vous_accompagne",
                                violation_error_message="Le nom de qui accompagne et le trajet vont avec un accompagnement.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("trajet_minutes__isnull", True), ("trajet_minutes__lte", 600), _connector="OR"
                                ),
                                name="rendez_vous_trajet",
                                violation_error_message="Le trajet ne dépasse pas 600 minutes.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_rendezvousevent" ("accompagnant", "accompagne", "aupres", "avec", "commentaire", "debut", "duree_minutes", "entretien_id", "id", "lieu", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "statut", "structure_id", "trajet_minutes", "utilisateur_id", "version") VALUES (NEW."accompagnant", NEW."accompagne", NEW."aupres", NEW."avec", NEW."commentaire", NEW."debut", NEW."duree_minutes", NEW."entretien_id", NEW."id", NEW."lieu", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."statut", NEW."structure_id", NEW."trajet_minutes", NEW."utilisateur_id", NEW."version"); RETURN NULL;',
                                    hash="00453cf763af9716823ee67758a0f604e1457e74",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e71bf",
                                    table="parcours_rendezvous",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_rendezvousevent" ("accompagnant", "accompagne", "aupres", "avec", "commentaire", "debut", "duree_minutes", "entretien_id", "id", "lieu", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "statut", "structure_id", "trajet_minutes", "utilisateur_id", "version") VALUES (NEW."accompagnant", NEW."accompagne", NEW."aupres", NEW."avec", NEW."commentaire", NEW."debut", NEW."duree_minutes", NEW."entretien_id", NEW."id", NEW."lieu", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."statut", NEW."structure_id", NEW."trajet_minutes", NEW."utilisateur_id", NEW."version"); RETURN NULL;',
                                    hash="02a6810ef0ef3d83e1915260c038b04a9884184a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a858d",
                                    table="parcours_rendezvous",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_rendezvousevent" ("accompagnant", "accompagne", "aupres", "avec", "commentaire", "debut", "duree_minutes", "entretien_id", "id", "lieu", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "statut", "structure_id", "trajet_minutes", "utilisateur_id", "version") VALUES (OLD."accompagnant", OLD."accompagne", OLD."aupres", OLD."avec", OLD."commentaire", OLD."debut", OLD."duree_minutes", OLD."entretien_id", OLD."id", OLD."lieu", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."statut", OLD."structure_id", OLD."trajet_minutes", OLD."utilisateur_id", OLD."version"); RETURN NULL;',
                                    hash="c79adccfbe88c19afefda5a9b27602bba10477f9",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_f1188",
                                    table="parcours_rendezvous",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RendezVousEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.rendezvous",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "utilisateur",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "entretien",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.entretien",
                            ),
                        ),
                        ("debut", models.DateTimeField(verbose_name="date et heure")),
                        (
                            "duree_minutes",
                            models.PositiveSmallIntegerField(default=30, verbose_name="durée (minutes)"),
                        ),
                        ("lieu", models.CharField(blank=True, max_length=120, verbose_name="lieu")),
                        (
                            "avec",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("employeur", "Employeur"),
                                    ("medecin", "Médecin, soins"),
                                    ("caf", "CAF, Assurance maladie"),
                                    ("france_travail", "France Travail, mission locale"),
                                    ("social", "Service social, Département"),
                                    ("administration", "Préfecture, mairie, impôts"),
                                    ("logement", "Bailleur, logement"),
                                    ("justice", "Justice, avocat"),
                                    ("formation", "Organisme de formation"),
                                    ("partenaire", "Autre partenaire"),
                                    ("autre", "Autre"),
                                ],
                                default="",
                                max_length=16,
                                verbose_name="avec",
                            ),
                        ),
                        (
                            "aupres",
                            models.CharField(blank=True, default="", max_length=120, verbose_name="nom, service"),
                        ),
                        (
                            "accompagne",
                            models.BooleanField(default=False, verbose_name="la personne est accompagnée"),
                        ),
                        (
                            "accompagnant",
                            models.CharField(
                                blank=True,
                                default="",
                                max_length=120,
                                verbose_name="accompagnée par une autre personne",
                            ),
                        ),
                        (
                            "trajet_minutes",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="trajet (minutes)"),
                        ),
                        (
                            "statut",
                            models.CharField(
                                choices=[
                                    ("prevu", "Prévu"),
                                    ("venu", "Venu"),
                                    ("excuse", "Absence excusée"),
                                    ("absent", "Absence non excusée"),
                                    ("annule", "Annulé par la structure"),
                                ],
                                default="prevu",
                                max_length=8,
                                verbose_name="statut",
                            ),
                        ),
                        ("commentaire", models.TextField(blank=True, verbose_name="commentaire")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="Competence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "dispositif",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="competences",
                                to="parcours.dispositif",
                            ),
                        ),
                        ("poste", models.CharField(blank=True, max_length=80, verbose_name="poste")),
                        ("intitule", models.CharField(max_length=120, verbose_name="compétence")),
                        ("active", models.BooleanField(default=True, verbose_name="proposée dans les observations")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "compétence",
                        "verbose_name_plural": "compétences",
                        "ordering": ["poste", "intitule", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_competence_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "dispositif", "poste", "intitule"),
                                name="competence_unique",
                                nulls_distinct=False,
                                violation_error_message="Cette compétence est déjà dans la liste.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_competenceevent" ("active", "dispositif_id", "id", "intitule", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "poste", "structure_id", "version") VALUES (NEW."active", NEW."dispositif_id", NEW."id", NEW."intitule", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."poste", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="d69b3fc99e40c8e58d72b51376492f1aa913b3ff",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_33194",
                                    table="parcours_competence",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_competenceevent" ("active", "dispositif_id", "id", "intitule", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "poste", "structure_id", "version") VALUES (NEW."active", NEW."dispositif_id", NEW."id", NEW."intitule", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."poste", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="2d6d64fca01324eb2ff42f4d8f46c9da99c0c8ba",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_5a7e9",
                                    table="parcours_competence",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_competenceevent" ("active", "dispositif_id", "id", "intitule", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "poste", "structure_id", "version") VALUES (OLD."active", OLD."dispositif_id", OLD."id", OLD."intitule", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."poste", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="32b85c80cedb9043ae9d3803383065f3f7df7a5c",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_3f81c",
                                    table="parcours_competence",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CompetenceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.competence",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "dispositif",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.dispositif",
                            ),
                        ),
                        ("poste", models.CharField(blank=True, max_length=80, verbose_name="poste")),
                        ("intitule", models.CharField(max_length=120, verbose_name="compétence")),
                        ("active", models.BooleanField(default=True, verbose_name="proposée dans les observations")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="CompetenceMontree",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="competences",
                                to="parcours.parcours",
                            ),
                        ),
                        (
                            "competence",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="montrees",
                                to="parcours.competence",
                            ),
                        ),
                        (
                            "observation",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="competences",
                                to="parcours.observation",
                            ),
                        ),
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
                        ("date", models.DateField(verbose_name="vue le")),
                        (
                            "niveau",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "Découverte"),
                                    (2, "Avec de l’aide"),
                                    (3, "En autonomie"),
                                    (4, "Peut montrer aux autres"),
                                ],
                                verbose_name="niveau",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "compétence montrée",
                        "verbose_name_plural": "compétences montrées",
                        "ordering": ["-date", "-pk"],
                        "indexes": [
                            models.Index(fields=["structure", "parcours", "-date"], name="competence_par_parcours")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_competencemontree_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "parcours", "competence", "date"),
                                name="competence_montree_du_jour",
                                violation_error_message="Le niveau de cette compétence est déjà noté ce jour-là.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("niveau__gte", 1), ("niveau__lte", 4)),
                                name="competence_montree_niveau",
                                violation_error_message="Le niveau va de « Découverte » à « Peut montrer aux autres ».",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_competencemontreeevent" ("auteur_id", "competence_id", "date", "id", "niveau", "observation_id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."auteur_id", NEW."competence_id", NEW."date", NEW."id", NEW."niveau", NEW."observation_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="55777f846ac9a28829094913492ad441a5281fdb",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_8e03c",
                                    table="parcours_competencemontree",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_competencemontreeevent" ("auteur_id", "competence_id", "date", "id", "niveau", "observation_id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."auteur_id", NEW."competence_id", NEW."date", NEW."id", NEW."niveau", NEW."observation_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="629433074d7a5717c927c240c82f1fdbacda5651",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_2af0a",
                                    table="parcours_competencemontree",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_competencemontreeevent" ("auteur_id", "competence_id", "date", "id", "niveau", "observation_id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (OLD."auteur_id", OLD."competence_id", OLD."date", OLD."id", OLD."niveau", OLD."observation_id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id"); RETURN NULL;',
                                    hash="373e2c328d56957de0d049ca66ef0cd8b465020d",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_d7514",
                                    table="parcours_competencemontree",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CompetenceMontreeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.competencemontree",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "competence",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.competence",
                            ),
                        ),
                        (
                            "observation",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.observation",
                            ),
                        ),
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
                        ("date", models.DateField(verbose_name="vue le")),
                        (
                            "niveau",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "Découverte"),
                                    (2, "Avec de l’aide"),
                                    (3, "En autonomie"),
                                    (4, "Peut montrer aux autres"),
                                ],
                                verbose_name="niveau",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="FaitChantier",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                        ("date", models.DateTimeField(verbose_name="date et heure")),
                        ("texte", models.TextField(verbose_name="ce qui s’est passé")),
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
                    ],
                    options={
                        "verbose_name": "fait du chantier",
                        "verbose_name_plural": "faits du chantier",
                        "ordering": ["-date", "-pk"],
                        "indexes": [models.Index(fields=["structure", "-date"], name="fait_chantier_par_date")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_faitchantier_structure_id"
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_faitchantierevent" ("auteur_id", "date", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte") VALUES (NEW."auteur_id", NEW."date", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."texte"); RETURN NULL;',
                                    hash="9b83c9442a076dfbfa055f608df8efdb335cd35b",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_48167",
                                    table="parcours_faitchantier",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_faitchantierevent" ("auteur_id", "date", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte") VALUES (NEW."auteur_id", NEW."date", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."texte"); RETURN NULL;',
                                    hash="08b648f175811cd8fd67c39b770f986807e5de97",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_548f3",
                                    table="parcours_faitchantier",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_faitchantierevent" ("auteur_id", "date", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte") VALUES (OLD."auteur_id", OLD."date", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."texte"); RETURN NULL;',
                                    hash="32738d949859a1b007d0d6fd7166130da84fd1d0",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_cc242",
                                    table="parcours_faitchantier",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FaitChantierEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.faitchantier",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("date", models.DateTimeField(verbose_name="date et heure")),
                        ("texte", models.TextField(verbose_name="ce qui s’est passé")),
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
                    ],
                ),
                migrations.CreateModel(
                    name="PersonneDuFait",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "fait",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="personnes",
                                to="parcours.faitchantier",
                            ),
                        ),
                        (
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="faits_chantier",
                                to="parcours.parcours",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "personne concernée",
                        "verbose_name_plural": "personnes concernées",
                        "indexes": [models.Index(fields=["structure", "parcours"], name="fait_par_parcours")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_personnedufait_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "fait", "parcours"), name="personne_du_fait_unique"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_personnedufaitevent" ("fait_id", "id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."fait_id", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="53a162a431b8cf2a165a2321c841d9738d51b525",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e1405",
                                    table="parcours_personnedufait",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_personnedufaitevent" ("fait_id", "id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."fait_id", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="d784faef2fa9036e74bf78bf18341ad749d42285",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_6f0a3",
                                    table="parcours_personnedufait",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_personnedufaitevent" ("fait_id", "id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (OLD."fait_id", OLD."id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id"); RETURN NULL;',
                                    hash="60af9b9eb385da1e218bc9c179cf86e555af02c5",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_d8dd8",
                                    table="parcours_personnedufait",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PersonneDuFaitEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.personnedufait",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "fait",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.faitchantier",
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
                    ],
                ),
                migrations.CreateModel(
                    name="CritereRetenu",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "candidature",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="criteres",
                                to="parcours.candidature",
                            ),
                        ),
                        (
                            "critere",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="parcours.critereeligibilite",
                                verbose_name="critère",
                            ),
                        ),
                        ("preuve_le", models.DateField(blank=True, null=True, verbose_name="justificatif du")),
                        ("preuve_fin", models.DateField(blank=True, null=True, verbose_name="valable jusqu’au")),
                        (
                            "sur_l_honneur",
                            models.BooleanField(default=False, verbose_name="attestation sur l’honneur"),
                        ),
                    ],
                    options={
                        "verbose_name": "critère retenu",
                        "verbose_name_plural": "critères retenus",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_critereretenu_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "candidature", "critere"),
                                name="critere_retenu_une_fois",
                                violation_error_message="Ce critère est déjà retenu.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("preuve_le__isnull", True),
                                    ("preuve_fin__isnull", True),
                                    ("preuve_fin__gte", models.F("preuve_le")),
                                    _connector="OR",
                                ),
                                name="critere_retenu_fin_apres_debut",
                                violation_error_message="La fin de validité ne peut pas précéder la date du justificatif.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_critereretenuevent" ("candidature_id", "critere_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "preuve_fin", "preuve_le", "structure_id", "sur_l_honneur") VALUES (NEW."candidature_id", NEW."critere_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."preuve_fin", NEW."preuve_le", NEW."structure_id", NEW."sur_l_honneur"); RETURN NULL;',
                                    hash="8fe4d66049fa88d0f3bc7637b6a38a13c3d8c2cf",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_7ab76",
                                    table="parcours_critereretenu",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_critereretenuevent" ("candidature_id", "critere_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "preuve_fin", "preuve_le", "structure_id", "sur_l_honneur") VALUES (NEW."candidature_id", NEW."critere_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."preuve_fin", NEW."preuve_le", NEW."structure_id", NEW."sur_l_honneur"); RETURN NULL;',
                                    hash="d5523160f0b2c10e67130993995cd895b7fbd51c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a2fb9",
                                    table="parcours_critereretenu",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_critereretenuevent" ("candidature_id", "critere_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "preuve_fin", "preuve_le", "structure_id", "sur_l_honneur") VALUES (OLD."candidature_id", OLD."critere_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."preuve_fin", OLD."preuve_le", OLD."structure_id", OLD."sur_l_honneur"); RETURN NULL;',
                                    hash="1ad104902cec334dda6c05432471b9a4ad443825",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_28fad",
                                    table="parcours_critereretenu",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CritereRetenuEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.critereretenu",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "candidature",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.candidature",
                            ),
                        ),
                        (
                            "critere",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.critereeligibilite",
                                verbose_name="critère",
                            ),
                        ),
                        ("preuve_le", models.DateField(blank=True, null=True, verbose_name="justificatif du")),
                        ("preuve_fin", models.DateField(blank=True, null=True, verbose_name="valable jusqu’au")),
                        (
                            "sur_l_honneur",
                            models.BooleanField(default=False, verbose_name="attestation sur l’honneur"),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Demarche",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="demarches",
                                to="parcours.parcours",
                            ),
                        ),
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
                        ("date", models.DateField(verbose_name="date")),
                        ("intitule", models.CharField(max_length=200, verbose_name="démarche")),
                        ("organisme", models.CharField(blank=True, max_length=120, verbose_name="organisme")),
                        (
                            "domaine",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("logement", "Logement"),
                                    ("mobilite", "Mobilité"),
                                    ("sante", "Santé"),
                                    ("handicap", "Handicap"),
                                    ("addiction", "Addiction"),
                                    ("droits", "Droits et démarches"),
                                    ("budget", "Budget"),
                                    ("langue", "Français"),
                                    ("savoirs", "Lecture, écriture, calcul"),
                                    ("numerique", "Numérique"),
                                    ("famille", "Famille et garde d’enfants"),
                                    ("justice", "Justice"),
                                    ("formation", "Formation et qualification"),
                                    ("projet", "Expérience et projet"),
                                    ("confiance", "Confiance et lien social"),
                                    ("disponibilite", "Disponibilité"),
                                    ("age", "Âge"),
                                ],
                                max_length=20,
                                verbose_name="domaine",
                            ),
                        ),
                        (
                            "fait",
                            models.CharField(
                                choices=[
                                    ("par", "Par la personne"),
                                    ("avec", "Avec la personne"),
                                    ("pour", "Pour la personne"),
                                ],
                                max_length=4,
                                verbose_name="faite",
                            ),
                        ),
                        ("personne_presente", models.BooleanField(verbose_name="la personne était présente")),
                        (
                            "resultat",
                            models.CharField(
                                choices=[
                                    ("faite", "Faite"),
                                    ("en_attente", "En attente de réponse"),
                                    ("refusee", "Refusée"),
                                    ("a_refaire", "À refaire"),
                                ],
                                max_length=10,
                                verbose_name="résultat",
                            ),
                        ),
                        ("relance", models.DateField(blank=True, null=True, verbose_name="à relancer le")),
                        (
                            "duree_minutes",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="durée (minutes)"),
                        ),
                        (
                            "trajet_minutes",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="trajet (minutes)"),
                        ),
                        ("commentaire", models.TextField(blank=True, verbose_name="ce qu’il faut retenir")),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "démarche",
                        "verbose_name_plural": "démarches",
                        "ordering": ["-date", "-pk"],
                        "indexes": [
                            models.Index(fields=["structure", "parcours", "-date"], name="demarche_par_parcours")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_demarche_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("fait", "pour"), ("personne_presente", True), _connector="OR"),
                                name="demarche_presence",
                                violation_error_message="Faite par la personne ou avec elle : elle était présente.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("relance__isnull", True), ("relance__gte", models.F("date")), _connector="OR"
                                ),
                                name="demarche_relance_apres",
                                violation_error_message="La relance ne peut pas précéder la démarche.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("trajet_minutes__isnull", True), ("trajet_minutes__lte", 600), _connector="OR"
                                ),
                                name="demarche_trajet",
                                violation_error_message="Le trajet ne dépasse pas 600 minutes.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("duree_minutes__isnull", True), ("duree_minutes__lte", 600), _connector="OR"
                                ),
                                name="demarche_duree",
                                violation_error_message="La durée ne dépasse pas 600 minutes.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_demarcheevent" ("auteur_id", "commentaire", "created_at", "date", "domaine", "duree_minutes", "fait", "id", "intitule", "organisme", "parcours_id", "personne_presente", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "relance", "resultat", "structure_id", "trajet_minutes", "version") VALUES (NEW."auteur_id", NEW."commentaire", NEW."created_at", NEW."date", NEW."domaine", NEW."duree_minutes", NEW."fait", NEW."id", NEW."intitule", NEW."organisme", NEW."parcours_id", NEW."personne_presente", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."relance", NEW."resultat", NEW."structure_id", NEW."trajet_minutes", NEW."version"); RETURN NULL;',
                                    hash="686f18a86b7c9fa7f10d20afa510acf3360225b8",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_74be4",
                                    table="parcours_demarche",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_demarcheevent" ("auteur_id", "commentaire", "created_at", "date", "domaine", "duree_minutes", "fait", "id", "intitule", "organisme", "parcours_id", "personne_presente", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "relance", "resultat", "structure_id", "trajet_minutes", "version") VALUES (NEW."auteur_id", NEW."commentaire", NEW."created_at", NEW."date", NEW."domaine", NEW."duree_minutes", NEW."fait", NEW."id", NEW."intitule", NEW."organisme", NEW."parcours_id", NEW."personne_presente", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."relance", NEW."resultat", NEW."structure_id", NEW."trajet_minutes", NEW."version"); RETURN NULL;',
                                    hash="e831263b14171faa1e49c9e95b11210a93b63390",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d9073",
                                    table="parcours_demarche",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_demarcheevent" ("auteur_id", "commentaire", "created_at", "date", "domaine", "duree_minutes", "fait", "id", "intitule", "organisme", "parcours_id", "personne_presente", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "relance", "resultat", "structure_id", "trajet_minutes", "version") VALUES (OLD."auteur_id", OLD."commentaire", OLD."created_at", OLD."date", OLD."domaine", OLD."duree_minutes", OLD."fait", OLD."id", OLD."intitule", OLD."organisme", OLD."parcours_id", OLD."personne_presente", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."relance", OLD."resultat", OLD."structure_id", OLD."trajet_minutes", OLD."version"); RETURN NULL;',
                                    hash="d49025b3fe4d5725843c7ed4619f03d8df355fac",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_38f6d",
                                    table="parcours_demarche",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DemarcheEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.demarche",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("date", models.DateField(verbose_name="date")),
                        ("intitule", models.CharField(max_length=200, verbose_name="démarche")),
                        ("organisme", models.CharField(blank=True, max_length=120, verbose_name="organisme")),
                        (
                            "domaine",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("logement", "Logement"),
                                    ("mobilite", "Mobilité"),
                                    ("sante", "Santé"),
                                    ("handicap", "Handicap"),
                                    ("addiction", "Addiction"),
                                    ("droits", "Droits et démarches"),
                                    ("budget", "Budget"),
                                    ("langue", "Français"),
                                    ("savoirs", "Lecture, écriture, calcul"),
                                    ("numerique", "Numérique"),
                                    ("famille", "Famille et garde d’enfants"),
                                    ("justice", "Justice"),
                                    ("formation", "Formation et qualification"),
                                    ("projet", "Expérience et projet"),
                                    ("confiance", "Confiance et lien social"),
                                    ("disponibilite", "Disponibilité"),
                                    ("age", "Âge"),
                                ],
                                max_length=20,
                                verbose_name="domaine",
                            ),
                        ),
                        (
                            "fait",
                            models.CharField(
                                choices=[
                                    ("par", "Par la personne"),
                                    ("avec", "Avec la personne"),
                                    ("pour", "Pour la personne"),
                                ],
                                max_length=4,
                                verbose_name="faite",
                            ),
                        ),
                        ("personne_presente", models.BooleanField(verbose_name="la personne était présente")),
                        (
                            "resultat",
                            models.CharField(
                                choices=[
                                    ("faite", "Faite"),
                                    ("en_attente", "En attente de réponse"),
                                    ("refusee", "Refusée"),
                                    ("a_refaire", "À refaire"),
                                ],
                                max_length=10,
                                verbose_name="résultat",
                            ),
                        ),
                        ("relance", models.DateField(blank=True, null=True, verbose_name="à relancer le")),
                        (
                            "duree_minutes",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="durée (minutes)"),
                        ),
                        (
                            "trajet_minutes",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="trajet (minutes)"),
                        ),
                        ("commentaire", models.TextField(blank=True, verbose_name="ce qu’il faut retenir")),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="Diagnostic",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="diagnostics",
                                to="parcours.parcours",
                            ),
                        ),
                        ("date", models.DateField(verbose_name="date")),
                        (
                            "moment",
                            models.CharField(
                                choices=[
                                    ("entree", "Diagnostic d’entrée"),
                                    ("bilan", "Bilan d’étape"),
                                    ("sortie", "Diagnostic de sortie"),
                                ],
                                default="bilan",
                                max_length=8,
                                verbose_name="moment",
                            ),
                        ),
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
                            "a_confirmer",
                            models.BooleanField(default=False, verbose_name="à confirmer avec la personne"),
                        ),
                        (
                            "grille",
                            models.CharField(
                                choices=[
                                    ("tremplin", "Grille de Tremplin\xa0: vos domaines, de 0 à 4"),
                                    ("reference", "Grille publique de référence\xa0: 8 axes, de 1 à 4"),
                                ],
                                default="tremplin",
                                editable=False,
                                max_length=10,
                                verbose_name="grille",
                            ),
                        ),
                        (
                            "points_forts",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=120),
                                blank=True,
                                default=list,
                                size=12,
                                verbose_name="atouts et compétences",
                            ),
                        ),
                        ("atouts", models.TextField(blank=True, verbose_name="atouts, motivations, compétences")),
                        ("paroles", models.TextField(blank=True, verbose_name="avec ses mots")),
                        (
                            "emploi",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("maintenant", "Oui, c’est le moment"),
                                    ("en_parallele", "Oui, en même temps que le reste"),
                                    ("pas_encore", "Pas encore\xa0: autre chose passe avant"),
                                ],
                                max_length=12,
                                verbose_name="chercher un emploi",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "diagnostic partagé",
                        "verbose_name_plural": "diagnostics partagés",
                        "ordering": ["date", "pk"],
                        "indexes": [
                            models.Index(fields=["structure", "parcours", "date"], name="diagnostic_par_parcours")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_diagnostic_structure_id"
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_diagnosticevent" ("a_confirmer", "atouts", "auteur_id", "date", "emploi", "grille", "id", "moment", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "points_forts", "structure_id", "version") VALUES (NEW."a_confirmer", NEW."atouts", NEW."auteur_id", NEW."date", NEW."emploi", NEW."grille", NEW."id", NEW."moment", NEW."parcours_id", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."points_forts", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="90ea6b079b7ecc32efc3996cc96151b0fa42e92a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e99a8",
                                    table="parcours_diagnostic",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_diagnosticevent" ("a_confirmer", "atouts", "auteur_id", "date", "emploi", "grille", "id", "moment", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "points_forts", "structure_id", "version") VALUES (NEW."a_confirmer", NEW."atouts", NEW."auteur_id", NEW."date", NEW."emploi", NEW."grille", NEW."id", NEW."moment", NEW."parcours_id", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."points_forts", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="07d0a1d605a3517c87827bae58ff2a4e8c534ddd",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_72d8c",
                                    table="parcours_diagnostic",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_diagnosticevent" ("a_confirmer", "atouts", "auteur_id", "date", "emploi", "grille", "id", "moment", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "points_forts", "structure_id", "version") VALUES (OLD."a_confirmer", OLD."atouts", OLD."auteur_id", OLD."date", OLD."emploi", OLD."grille", OLD."id", OLD."moment", OLD."parcours_id", OLD."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."points_forts", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="b84b8ddd527ff2f945da925662fd33c079745017",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_8abfa",
                                    table="parcours_diagnostic",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DiagnosticEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.diagnostic",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.parcours",
                            ),
                        ),
                        ("date", models.DateField(verbose_name="date")),
                        (
                            "moment",
                            models.CharField(
                                choices=[
                                    ("entree", "Diagnostic d’entrée"),
                                    ("bilan", "Bilan d’étape"),
                                    ("sortie", "Diagnostic de sortie"),
                                ],
                                default="bilan",
                                max_length=8,
                                verbose_name="moment",
                            ),
                        ),
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
                            "a_confirmer",
                            models.BooleanField(default=False, verbose_name="à confirmer avec la personne"),
                        ),
                        (
                            "grille",
                            models.CharField(
                                choices=[
                                    ("tremplin", "Grille de Tremplin\xa0: vos domaines, de 0 à 4"),
                                    ("reference", "Grille publique de référence\xa0: 8 axes, de 1 à 4"),
                                ],
                                default="tremplin",
                                editable=False,
                                max_length=10,
                                verbose_name="grille",
                            ),
                        ),
                        (
                            "points_forts",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=120),
                                blank=True,
                                default=list,
                                size=12,
                                verbose_name="atouts et compétences",
                            ),
                        ),
                        ("atouts", models.TextField(blank=True, verbose_name="atouts, motivations, compétences")),
                        ("paroles", models.TextField(blank=True, verbose_name="avec ses mots")),
                        (
                            "emploi",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("maintenant", "Oui, c’est le moment"),
                                    ("en_parallele", "Oui, en même temps que le reste"),
                                    ("pas_encore", "Pas encore\xa0: autre chose passe avant"),
                                ],
                                max_length=12,
                                verbose_name="chercher un emploi",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="Evaluation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "diagnostic",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="evaluations",
                                to="parcours.diagnostic",
                            ),
                        ),
                        (
                            "domaine",
                            models.CharField(
                                choices=[
                                    ("logement", "Logement"),
                                    ("mobilite", "Mobilité"),
                                    ("sante", "Santé"),
                                    ("handicap", "Handicap"),
                                    ("addiction", "Addiction"),
                                    ("droits", "Droits et démarches"),
                                    ("budget", "Budget"),
                                    ("langue", "Français"),
                                    ("savoirs", "Lecture, écriture, calcul"),
                                    ("numerique", "Numérique"),
                                    ("famille", "Famille et garde d’enfants"),
                                    ("justice", "Justice"),
                                    ("formation", "Formation et qualification"),
                                    ("projet", "Expérience et projet"),
                                    ("confiance", "Confiance et lien social"),
                                    ("disponibilite", "Disponibilité"),
                                    ("age", "Âge"),
                                ],
                                max_length=20,
                                verbose_name="domaine",
                            ),
                        ),
                        (
                            "niveau",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "Bloquant"),
                                    (1, "Fort"),
                                    (2, "Moyen"),
                                    (3, "Léger"),
                                    (4, "Point d’appui"),
                                ],
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(4)],
                                verbose_name="niveau",
                            ),
                        ),
                        ("non_evalue", models.BooleanField(default=False, verbose_name="abordé, non évalué")),
                        (
                            "niveau_personne",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "Bloquant"),
                                    (1, "Fort"),
                                    (2, "Moyen"),
                                    (3, "Léger"),
                                    (4, "Point d’appui"),
                                ],
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(4)],
                                verbose_name="ce qu’en dit la personne",
                            ),
                        ),
                        ("paroles", models.TextField(blank=True, verbose_name="avec ses mots")),
                        ("remarque", models.TextField(blank=True, verbose_name="remarque du professionnel")),
                        (
                            "impact",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("aucun", "Aucun"),
                                    ("faible", "Faible"),
                                    ("fort", "Fort"),
                                    ("empeche", "Empêche de travailler pour l’instant"),
                                ],
                                max_length=8,
                                verbose_name="effet sur l’emploi",
                            ),
                        ),
                        (
                            "priorite",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("d_abord", "À traiter d’abord"),
                                    ("ensuite", "Ensuite"),
                                    ("plus_tard", "Plus tard"),
                                ],
                                max_length=10,
                                verbose_name="priorité",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "évaluation",
                        "verbose_name_plural": "évaluations",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_evaluation_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "diagnostic", "domaine"), name="evaluation_unique"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("niveau__isnull", True), ("niveau__lte", 4), _connector="OR"),
                                    models.Q(
                                        ("niveau_personne__isnull", True),
                                        ("niveau_personne__lte", 4),
                                        _connector="OR",
                                    ),
                                ),
                                name="evaluation_niveaux",
                                violation_error_message="Un niveau va de 0 à 4.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("non_evalue", False), ("niveau__isnull", True), _connector="OR"),
                                name="evaluation_non_evalue",
                                violation_error_message="Un domaine «\xa0non évalué\xa0» n’a pas de niveau.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("impact", ""), ("priorite", "")),
                                    models.Q(("niveau__isnull", False), ("niveau__lte", 2)),
                                    _connector="OR",
                                ),
                                name="evaluation_impact_d_un_frein",
                                violation_error_message="L’effet sur l’emploi et la priorité se disent d’un frein\xa0: 0, 1 ou 2.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_evaluationevent" ("diagnostic_id", "domaine", "id", "impact", "niveau", "niveau_personne", "non_evalue", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "priorite", "remarque", "structure_id") VALUES (NEW."diagnostic_id", NEW."domaine", NEW."id", NEW."impact", NEW."niveau", NEW."niveau_personne", NEW."non_evalue", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."priorite", NEW."remarque", NEW."structure_id"); RETURN NULL;',
                                    hash="3ddee7cb612a77e165be0bc361d5d4198eaa6ecd",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_7cfd5",
                                    table="parcours_evaluation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_evaluationevent" ("diagnostic_id", "domaine", "id", "impact", "niveau", "niveau_personne", "non_evalue", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "priorite", "remarque", "structure_id") VALUES (NEW."diagnostic_id", NEW."domaine", NEW."id", NEW."impact", NEW."niveau", NEW."niveau_personne", NEW."non_evalue", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."priorite", NEW."remarque", NEW."structure_id"); RETURN NULL;',
                                    hash="5581e71c869b50daaac1261acc600a94318b57cb",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_43caf",
                                    table="parcours_evaluation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_evaluationevent" ("diagnostic_id", "domaine", "id", "impact", "niveau", "niveau_personne", "non_evalue", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "priorite", "remarque", "structure_id") VALUES (OLD."diagnostic_id", OLD."domaine", OLD."id", OLD."impact", OLD."niveau", OLD."niveau_personne", OLD."non_evalue", OLD."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."priorite", OLD."remarque", OLD."structure_id"); RETURN NULL;',
                                    hash="346dde88d92d63bfd801e81273bfd45def1a8a57",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_82eb6",
                                    table="parcours_evaluation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EvaluationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.evaluation",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "diagnostic",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.diagnostic",
                            ),
                        ),
                        (
                            "domaine",
                            models.CharField(
                                choices=[
                                    ("logement", "Logement"),
                                    ("mobilite", "Mobilité"),
                                    ("sante", "Santé"),
                                    ("handicap", "Handicap"),
                                    ("addiction", "Addiction"),
                                    ("droits", "Droits et démarches"),
                                    ("budget", "Budget"),
                                    ("langue", "Français"),
                                    ("savoirs", "Lecture, écriture, calcul"),
                                    ("numerique", "Numérique"),
                                    ("famille", "Famille et garde d’enfants"),
                                    ("justice", "Justice"),
                                    ("formation", "Formation et qualification"),
                                    ("projet", "Expérience et projet"),
                                    ("confiance", "Confiance et lien social"),
                                    ("disponibilite", "Disponibilité"),
                                    ("age", "Âge"),
                                ],
                                max_length=20,
                                verbose_name="domaine",
                            ),
                        ),
                        (
                            "niveau",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "Bloquant"),
                                    (1, "Fort"),
                                    (2, "Moyen"),
                                    (3, "Léger"),
                                    (4, "Point d’appui"),
                                ],
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(4)],
                                verbose_name="niveau",
                            ),
                        ),
                        ("non_evalue", models.BooleanField(default=False, verbose_name="abordé, non évalué")),
                        (
                            "niveau_personne",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "Bloquant"),
                                    (1, "Fort"),
                                    (2, "Moyen"),
                                    (3, "Léger"),
                                    (4, "Point d’appui"),
                                ],
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(4)],
                                verbose_name="ce qu’en dit la personne",
                            ),
                        ),
                        ("paroles", models.TextField(blank=True, verbose_name="avec ses mots")),
                        ("remarque", models.TextField(blank=True, verbose_name="remarque du professionnel")),
                        (
                            "impact",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("aucun", "Aucun"),
                                    ("faible", "Faible"),
                                    ("fort", "Fort"),
                                    ("empeche", "Empêche de travailler pour l’instant"),
                                ],
                                max_length=8,
                                verbose_name="effet sur l’emploi",
                            ),
                        ),
                        (
                            "priorite",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("d_abord", "À traiter d’abord"),
                                    ("ensuite", "Ensuite"),
                                    ("plus_tard", "Plus tard"),
                                ],
                                max_length=10,
                                verbose_name="priorité",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Confirmation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "evaluation",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="confirmations",
                                to="parcours.evaluation",
                            ),
                        ),
                        (
                            "domaine",
                            models.CharField(
                                choices=[
                                    ("logement", "Logement"),
                                    ("mobilite", "Mobilité"),
                                    ("sante", "Santé"),
                                    ("handicap", "Handicap"),
                                    ("addiction", "Addiction"),
                                    ("droits", "Droits et démarches"),
                                    ("budget", "Budget"),
                                    ("langue", "Français"),
                                    ("savoirs", "Lecture, écriture, calcul"),
                                    ("numerique", "Numérique"),
                                    ("famille", "Famille et garde d’enfants"),
                                    ("justice", "Justice"),
                                    ("formation", "Formation et qualification"),
                                    ("projet", "Expérience et projet"),
                                    ("confiance", "Confiance et lien social"),
                                    ("disponibilite", "Disponibilité"),
                                    ("age", "Âge"),
                                ],
                                editable=False,
                                max_length=20,
                                verbose_name="domaine",
                            ),
                        ),
                        (
                            "date",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="confirmé le"),
                        ),
                        (
                            "auteur",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "confirmation",
                        "verbose_name_plural": "confirmations",
                        "ordering": ["date", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_confirmation_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "evaluation", "date"), name="confirmation_une_par_jour"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_confirmationevent" ("auteur_id", "date", "domaine", "evaluation_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."auteur_id", NEW."date", NEW."domaine", NEW."evaluation_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="4f7134e459d60d9f5b86384d8d183447aeb80654",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_2b55f",
                                    table="parcours_confirmation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_confirmationevent" ("auteur_id", "date", "domaine", "evaluation_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."auteur_id", NEW."date", NEW."domaine", NEW."evaluation_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="59b38def43c8aab39af6522260013e5f08b0293f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_906d6",
                                    table="parcours_confirmation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_confirmationevent" ("auteur_id", "date", "domaine", "evaluation_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (OLD."auteur_id", OLD."date", OLD."domaine", OLD."evaluation_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id"); RETURN NULL;',
                                    hash="bc7ac6900784dfe868fa79e03e495f24b6e88486",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_0cae2",
                                    table="parcours_confirmation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConfirmationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.confirmation",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "evaluation",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.evaluation",
                            ),
                        ),
                        (
                            "domaine",
                            models.CharField(
                                choices=[
                                    ("logement", "Logement"),
                                    ("mobilite", "Mobilité"),
                                    ("sante", "Santé"),
                                    ("handicap", "Handicap"),
                                    ("addiction", "Addiction"),
                                    ("droits", "Droits et démarches"),
                                    ("budget", "Budget"),
                                    ("langue", "Français"),
                                    ("savoirs", "Lecture, écriture, calcul"),
                                    ("numerique", "Numérique"),
                                    ("famille", "Famille et garde d’enfants"),
                                    ("justice", "Justice"),
                                    ("formation", "Formation et qualification"),
                                    ("projet", "Expérience et projet"),
                                    ("confiance", "Confiance et lien social"),
                                    ("disponibilite", "Disponibilité"),
                                    ("age", "Âge"),
                                ],
                                editable=False,
                                max_length=20,
                                verbose_name="domaine",
                            ),
                        ),
                        (
                            "date",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="confirmé le"),
                        ),
                        (
                            "auteur",
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
                    name="LigneFil",
                    fields=[
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
                        ("cle", models.CharField(max_length=40, primary_key=True, serialize=False)),
                        ("beneficiaire_id", models.BigIntegerField()),
                        ("genre", models.CharField(max_length=12)),
                        ("objet_id", models.BigIntegerField()),
                        ("quand", models.DateTimeField()),
                        ("auteur", models.TextField()),
                        ("texte", models.TextField()),
                        ("details", models.JSONField()),
                    ],
                    options={
                        "verbose_name": "événement du fil",
                        "verbose_name_plural": "événements du fil",
                        "db_table": "parcours_fil",
                        "managed": False,
                    },
                ),
                migrations.CreateModel(
                    name="FormationSuivie",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="formations",
                                to="parcours.parcours",
                            ),
                        ),
                        ("intitule", models.CharField(max_length=160, verbose_name="intitulé")),
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
                        ("organisme", models.CharField(blank=True, max_length=120, verbose_name="organisme")),
                        ("interne", models.BooleanField(default=False, verbose_name="organisée par la structure")),
                        ("proposee_le", models.DateField(verbose_name="proposée le")),
                        (
                            "reponse",
                            models.CharField(
                                blank=True,
                                choices=[("acceptee", "Acceptée"), ("refusee", "Refusée")],
                                max_length=8,
                                verbose_name="réponse de la personne",
                            ),
                        ),
                        ("reponse_le", models.DateField(blank=True, null=True, verbose_name="réponse donnée le")),
                        ("paroles", models.CharField(blank=True, max_length=300, verbose_name="avec ses mots")),
                        ("debut", models.DateField(blank=True, null=True, verbose_name="du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="au")),
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
                                verbose_name="heures",
                            ),
                        ),
                        ("financeur", models.CharField(blank=True, max_length=120, verbose_name="financeur")),
                        ("interrompue_le", models.DateField(blank=True, null=True, verbose_name="interrompue le")),
                        (
                            "certification",
                            models.CharField(blank=True, max_length=160, verbose_name="certification visée"),
                        ),
                        (
                            "resultat",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("obtenue", "Obtenue"),
                                    ("partielle", "Obtenue en partie (blocs)"),
                                    ("non_obtenue", "Non obtenue"),
                                ],
                                max_length=11,
                                verbose_name="résultat",
                            ),
                        ),
                        ("resultat_le", models.DateField(blank=True, null=True, verbose_name="résultat du")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "formation",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="suivies",
                                to="entreprises.formation",
                                verbose_name="formation du catalogue",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "formation",
                        "verbose_name_plural": "formations",
                        "ordering": [
                            models.OrderBy(models.F("debut"), descending=True, nulls_first=True),
                            "-proposee_le",
                            "-pk",
                        ],
                        "indexes": [models.Index(fields=["structure", "parcours"], name="formation_par_parcours")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_formationsuivie_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reponse", ""), ("reponse_le__isnull", True)),
                                    models.Q(models.Q(("reponse", ""), _negated=True), ("reponse_le__isnull", False)),
                                    _connector="OR",
                                ),
                                name="formation_reponse_datee",
                                violation_error_code="formation_reponse_datee",
                                violation_error_message="La réponse de la personne porte sa date.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("proposee_le__isnull", True),
                                    ("reponse_le__isnull", True),
                                    ("reponse_le__gte", models.F("proposee_le")),
                                    _connector="OR",
                                ),
                                name="formation_reponse_apres_proposition",
                                violation_error_code="formation_reponse_apres_proposition",
                                violation_error_message="La réponse ne peut pas précéder la proposition.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("debut__isnull", True),
                                        ("fin__isnull", True),
                                        ("fin__gte", models.F("debut")),
                                        _connector="OR",
                                    ),
                                    models.Q(("fin__isnull", True), ("debut__isnull", False), _connector="OR"),
                                ),
                                name="formation_fin_apres_debut",
                                violation_error_code="formation_fin_apres_debut",
                                violation_error_message="La formation ne peut pas finir avant d’avoir commencé.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("interrompue_le__isnull", True),
                                    models.Q(
                                        ("debut__isnull", False),
                                        ("interrompue_le__gte", models.F("debut")),
                                        models.Q(
                                            ("fin__isnull", True),
                                            ("interrompue_le__lte", models.F("fin")),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="formation_interrompue_pendant",
                                violation_error_code="formation_interrompue_pendant",
                                violation_error_message="L’interruption tombe entre le début et la fin de la formation.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("resultat", ""), ("resultat_le__isnull", True)),
                                    models.Q(
                                        models.Q(("resultat", ""), _negated=True), ("resultat_le__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="formation_resultat_date",
                                violation_error_code="formation_resultat_date",
                                violation_error_message="Le résultat porte sa date.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("resultat", ""),
                                    models.Q(
                                        models.Q(("certification", ""), _negated=True),
                                        models.Q(("reponse", "refusee"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="formation_resultat_d_une_certification",
                                violation_error_code="formation_resultat_d_une_certification",
                                violation_error_message="Un résultat demande une certification visée, et une formation non refusée.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("debut__isnull", True),
                                    ("resultat_le__isnull", True),
                                    ("resultat_le__gte", models.F("debut")),
                                    _connector="OR",
                                ),
                                name="formation_resultat_apres_debut",
                                violation_error_code="formation_resultat_apres_debut",
                                violation_error_message="Le résultat ne peut pas précéder le début de la formation.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("heures__isnull", True), ("heures__gt", 0), _connector="OR"),
                                name="formation_heures",
                                violation_error_code="formation_heures",
                                violation_error_message="Une formation dure au moins une heure.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_formationsuivieevent" ("certification", "debut", "domaine", "fin", "financeur", "formation_id", "heures", "id", "interne", "interrompue_le", "intitule", "organisme", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposee_le", "reponse", "reponse_le", "resultat", "resultat_le", "structure_id", "version") VALUES (NEW."certification", NEW."debut", NEW."domaine", NEW."fin", NEW."financeur", NEW."formation_id", NEW."heures", NEW."id", NEW."interne", NEW."interrompue_le", NEW."intitule", NEW."organisme", NEW."parcours_id", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."proposee_le", NEW."reponse", NEW."reponse_le", NEW."resultat", NEW."resultat_le", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="963b72cb9d4d140c7e089172abb840d6e50b51b7",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_98249",
                                    table="parcours_formationsuivie",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_formationsuivieevent" ("certification", "debut", "domaine", "fin", "financeur", "formation_id", "heures", "id", "interne", "interrompue_le", "intitule", "organisme", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposee_le", "reponse", "reponse_le", "resultat", "resultat_le", "structure_id", "version") VALUES (NEW."certification", NEW."debut", NEW."domaine", NEW."fin", NEW."financeur", NEW."formation_id", NEW."heures", NEW."id", NEW."interne", NEW."interrompue_le", NEW."intitule", NEW."organisme", NEW."parcours_id", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."proposee_le", NEW."reponse", NEW."reponse_le", NEW."resultat", NEW."resultat_le", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="7a6c9f4790b2dfcad40500b260e7533bc64fb05b",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a3500",
                                    table="parcours_formationsuivie",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_formationsuivieevent" ("certification", "debut", "domaine", "fin", "financeur", "formation_id", "heures", "id", "interne", "interrompue_le", "intitule", "organisme", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposee_le", "reponse", "reponse_le", "resultat", "resultat_le", "structure_id", "version") VALUES (OLD."certification", OLD."debut", OLD."domaine", OLD."fin", OLD."financeur", OLD."formation_id", OLD."heures", OLD."id", OLD."interne", OLD."interrompue_le", OLD."intitule", OLD."organisme", OLD."parcours_id", OLD."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."proposee_le", OLD."reponse", OLD."reponse_le", OLD."resultat", OLD."resultat_le", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="3fd1f924edc915225b5db44c63ddee039577c74a",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_158b1",
                                    table="parcours_formationsuivie",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FormationSuivieEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.formationsuivie",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.parcours",
                            ),
                        ),
                        ("intitule", models.CharField(max_length=160, verbose_name="intitulé")),
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
                        ("organisme", models.CharField(blank=True, max_length=120, verbose_name="organisme")),
                        ("interne", models.BooleanField(default=False, verbose_name="organisée par la structure")),
                        ("proposee_le", models.DateField(verbose_name="proposée le")),
                        (
                            "reponse",
                            models.CharField(
                                blank=True,
                                choices=[("acceptee", "Acceptée"), ("refusee", "Refusée")],
                                max_length=8,
                                verbose_name="réponse de la personne",
                            ),
                        ),
                        ("reponse_le", models.DateField(blank=True, null=True, verbose_name="réponse donnée le")),
                        ("paroles", models.CharField(blank=True, max_length=300, verbose_name="avec ses mots")),
                        ("debut", models.DateField(blank=True, null=True, verbose_name="du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="au")),
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
                                verbose_name="heures",
                            ),
                        ),
                        ("financeur", models.CharField(blank=True, max_length=120, verbose_name="financeur")),
                        ("interrompue_le", models.DateField(blank=True, null=True, verbose_name="interrompue le")),
                        (
                            "certification",
                            models.CharField(blank=True, max_length=160, verbose_name="certification visée"),
                        ),
                        (
                            "resultat",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("obtenue", "Obtenue"),
                                    ("partielle", "Obtenue en partie (blocs)"),
                                    ("non_obtenue", "Non obtenue"),
                                ],
                                max_length=11,
                                verbose_name="résultat",
                            ),
                        ),
                        ("resultat_le", models.DateField(blank=True, null=True, verbose_name="résultat du")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "formation",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.formation",
                                verbose_name="formation du catalogue",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="HeuresMois",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="heures_mois",
                                to="parcours.parcours",
                            ),
                        ),
                        ("mois", models.DateField(verbose_name="mois")),
                        (
                            "heures",
                            models.DecimalField(decimal_places=2, max_digits=5, verbose_name="heures travaillées"),
                        ),
                        (
                            "heures_absence",
                            models.DecimalField(
                                decimal_places=2, default=0, max_digits=5, verbose_name="heures d’absence"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "heures du mois",
                        "verbose_name_plural": "heures du mois",
                        "ordering": ["-mois", "pk"],
                        "indexes": [models.Index(fields=["structure", "mois"], name="heures_par_mois")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_heuresmois_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "parcours", "mois"),
                                name="heures_mois_unique",
                                violation_error_message="Les heures de ce mois sont déjà notées.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("heures__gte", 0),
                                    ("heures__lte", 744),
                                    ("heures_absence__gte", 0),
                                    ("heures_absence__lte", 744),
                                ),
                                name="heures_mois_plafond",
                                violation_error_message="Un mois compte de 0 à 744 heures.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("mois__day", 1)),
                                name="heures_mois_premier_jour",
                                violation_error_message="Un mois est noté par son premier jour.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_heuresmoisevent" ("heures", "heures_absence", "id", "mois", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."heures", NEW."heures_absence", NEW."id", NEW."mois", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="eac484b894da795525dc257100b8dbd2303b2765",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_bb299",
                                    table="parcours_heuresmois",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_heuresmoisevent" ("heures", "heures_absence", "id", "mois", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."heures", NEW."heures_absence", NEW."id", NEW."mois", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="f069bdd67d0d9c70db62f8c45a49788d3e979865",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_2265b",
                                    table="parcours_heuresmois",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_heuresmoisevent" ("heures", "heures_absence", "id", "mois", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (OLD."heures", OLD."heures_absence", OLD."id", OLD."mois", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id"); RETURN NULL;',
                                    hash="462deb028f1f1bf4ee018711015e9cc9080f50f4",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_aad0e",
                                    table="parcours_heuresmois",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HeuresMoisEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.heuresmois",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.parcours",
                            ),
                        ),
                        ("mois", models.DateField(verbose_name="mois")),
                        (
                            "heures",
                            models.DecimalField(decimal_places=2, max_digits=5, verbose_name="heures travaillées"),
                        ),
                        (
                            "heures_absence",
                            models.DecimalField(
                                decimal_places=2, default=0, max_digits=5, verbose_name="heures d’absence"
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
                            "demande_par",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                    ],
                    options={
                        "verbose_name": "import",
                        "verbose_name_plural": "imports",
                        "ordering": ["-created_at"],
                        "indexes": [models.Index(fields=["structure", "-created_at"], name="import_recents")],
                        "constraints": [
                            models.UniqueConstraint(fields=("structure", "id"), name="parcours_import_structure_id")
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
                            "importation",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lignes",
                                to="parcours.import",
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
                        (
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="lignes_import",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        ("effets", models.JSONField(default=dict)),
                    ],
                    options={
                        "verbose_name": "ligne d’import",
                        "verbose_name_plural": "lignes d’import",
                        "ordering": ["numero"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_ligneimport_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "importation", "numero"), name="ligne_import_unique"
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
                        ("entetes", models.CharField(max_length=64, verbose_name="empreinte des en-têtes")),
                        ("correspondance", models.JSONField(default=dict)),
                    ],
                    options={
                        "verbose_name": "correspondance mémorisée",
                        "verbose_name_plural": "correspondances mémorisées",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_correspondancememorisee_structure_id"
                            ),
                            models.UniqueConstraint(fields=("structure", "entetes"), name="correspondance_unique"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EtapeLogement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="etapes_logement",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "habitat",
                            models.CharField(
                                choices=[
                                    ("rue", "À la rue"),
                                    ("precaire", "Hébergement précaire"),
                                    ("urgence", "Hébergement d’urgence"),
                                    ("collectif", "Hébergement provisoire ou collectif"),
                                    ("semi_durable", "Logement semi-durable"),
                                    ("autonome", "Logement autonome, durable"),
                                ],
                                max_length=12,
                                verbose_name="habitat",
                            ),
                        ),
                        ("lieu", models.CharField(blank=True, max_length=120, verbose_name="où")),
                        ("adapte", models.BooleanField(default=False, verbose_name="logement adapté")),
                        ("debut", models.DateField(verbose_name="depuis le")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        ("remarque", models.CharField(blank=True, max_length=300, verbose_name="remarque")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "étape de logement",
                        "verbose_name_plural": "étapes de logement",
                        "ordering": ["debut", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_etapelogement_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("fin__isnull", True), ("fin__gte", models.F("debut")), _connector="OR"
                                ),
                                name="etape_logement_fin_apres_debut",
                                violation_error_message="La fin ne peut pas précéder le début.",
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
                                name="etape_logement_sans_chevauchement",
                                violation_error_message="Une autre étape est déjà notée à ces dates : terminez-la d’abord.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_etapelogementevent" ("adapte", "beneficiaire_id", "debut", "fin", "habitat", "id", "lieu", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remarque", "structure_id", "version") VALUES (NEW."adapte", NEW."beneficiaire_id", NEW."debut", NEW."fin", NEW."habitat", NEW."id", NEW."lieu", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."remarque", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="b714467fe6207292cf20ee429663d801b98bf2f9",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_18176",
                                    table="parcours_etapelogement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_etapelogementevent" ("adapte", "beneficiaire_id", "debut", "fin", "habitat", "id", "lieu", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remarque", "structure_id", "version") VALUES (NEW."adapte", NEW."beneficiaire_id", NEW."debut", NEW."fin", NEW."habitat", NEW."id", NEW."lieu", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."remarque", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="9c95bb2989fe1cb51db8d0bbe44ea737d5ed6811",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_861cc",
                                    table="parcours_etapelogement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_etapelogementevent" ("adapte", "beneficiaire_id", "debut", "fin", "habitat", "id", "lieu", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remarque", "structure_id", "version") VALUES (OLD."adapte", OLD."beneficiaire_id", OLD."debut", OLD."fin", OLD."habitat", OLD."id", OLD."lieu", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."remarque", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="3ff57ba0648e9b2b06eae0c1453561ce70d74dd9",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_d7895",
                                    table="parcours_etapelogement",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EtapeLogementEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.etapelogement",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "habitat",
                            models.CharField(
                                choices=[
                                    ("rue", "À la rue"),
                                    ("precaire", "Hébergement précaire"),
                                    ("urgence", "Hébergement d’urgence"),
                                    ("collectif", "Hébergement provisoire ou collectif"),
                                    ("semi_durable", "Logement semi-durable"),
                                    ("autonome", "Logement autonome, durable"),
                                ],
                                max_length=12,
                                verbose_name="habitat",
                            ),
                        ),
                        ("lieu", models.CharField(blank=True, max_length=120, verbose_name="où")),
                        ("adapte", models.BooleanField(default=False, verbose_name="logement adapté")),
                        ("debut", models.DateField(verbose_name="depuis le")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        ("remarque", models.CharField(blank=True, max_length=300, verbose_name="remarque")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="Orientation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="orientations",
                                to="parcours.parcours",
                            ),
                        ),
                        (
                            "partenaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="orientations",
                                to="entreprises.partenaire",
                            ),
                        ),
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
                        ("date", models.DateField(verbose_name="proposée le")),
                        (
                            "domaine",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("logement", "Logement"),
                                    ("mobilite", "Mobilité"),
                                    ("sante", "Santé"),
                                    ("handicap", "Handicap"),
                                    ("addiction", "Addiction"),
                                    ("droits", "Droits et démarches"),
                                    ("budget", "Budget"),
                                    ("langue", "Français"),
                                    ("savoirs", "Lecture, écriture, calcul"),
                                    ("numerique", "Numérique"),
                                    ("famille", "Famille et garde d’enfants"),
                                    ("justice", "Justice"),
                                    ("formation", "Formation et qualification"),
                                    ("projet", "Expérience et projet"),
                                    ("confiance", "Confiance et lien social"),
                                    ("disponibilite", "Disponibilité"),
                                    ("age", "Âge"),
                                ],
                                max_length=20,
                                verbose_name="pour lever un frein",
                            ),
                        ),
                        ("motif", models.TextField(verbose_name="ce qui est demandé au partenaire")),
                        (
                            "accord",
                            models.CharField(
                                choices=[("oui", "Oui"), ("non", "Non"), ("reflechit", "Veut y réfléchir")],
                                max_length=10,
                                verbose_name="réponse de la personne",
                            ),
                        ),
                        ("accord_le", models.DateField(blank=True, null=True, verbose_name="répondu le")),
                        (
                            "relance_le",
                            models.DateField(blank=True, null=True, verbose_name="relancer le partenaire le"),
                        ),
                        (
                            "relances",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.DateField(),
                                default=list,
                                editable=False,
                                size=None,
                                verbose_name="relances faites",
                            ),
                        ),
                        (
                            "retour",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("accueilli", "Accueillie par le partenaire"),
                                    ("attente", "Sur liste d’attente"),
                                    ("refus", "Refusée par le partenaire"),
                                    ("non_venue", "N’est pas venue"),
                                    ("sans_objet", "N’en a plus besoin"),
                                ],
                                max_length=10,
                                verbose_name="réponse du partenaire",
                            ),
                        ),
                        ("retour_le", models.DateField(blank=True, null=True, verbose_name="reçue le")),
                        ("retour_texte", models.TextField(blank=True, verbose_name="ce qu’il dit")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "orientation",
                        "verbose_name_plural": "orientations",
                        "ordering": ["-date", "-pk"],
                        "indexes": [
                            models.Index(fields=["structure", "parcours", "-date"], name="orientation_par_parcours"),
                            models.Index(
                                condition=models.Q(("retour", "")),
                                fields=["structure", "relance_le"],
                                name="orientation_a_relancer",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_orientation_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("retour", ""), ("retour_le__isnull", True)),
                                    models.Q(models.Q(("retour", ""), _negated=True), ("retour_le__isnull", False)),
                                    _connector="OR",
                                ),
                                name="orientation_retour_date",
                                violation_error_message="La réponse du partenaire porte sa date.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("retour_le__isnull", True), ("retour_le__gte", models.F("date")), _connector="OR"
                                ),
                                name="orientation_retour_apres",
                                violation_error_message="La réponse ne peut pas précéder l’orientation.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("accord_le__isnull", True), ("accord_le__gte", models.F("date")), _connector="OR"
                                ),
                                name="orientation_accord_apres",
                                violation_error_message="La personne ne peut pas répondre avant qu’on lui propose.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("relance_le__isnull", True),
                                    ("relance_le__gte", models.F("date")),
                                    _connector="OR",
                                ),
                                name="orientation_relance_apres",
                                violation_error_message="La relance ne peut pas précéder l’orientation.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_orientationevent" ("accord", "accord_le", "auteur_id", "date", "domaine", "id", "motif", "parcours_id", "partenaire_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "relance_le", "relances", "retour", "retour_le", "retour_texte", "structure_id", "version") VALUES (NEW."accord", NEW."accord_le", NEW."auteur_id", NEW."date", NEW."domaine", NEW."id", NEW."motif", NEW."parcours_id", NEW."partenaire_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."relance_le", NEW."relances", NEW."retour", NEW."retour_le", NEW."retour_texte", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="9ad2d93afc6ccac1b7847b517e7ef5740d6eb394",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_723be",
                                    table="parcours_orientation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_orientationevent" ("accord", "accord_le", "auteur_id", "date", "domaine", "id", "motif", "parcours_id", "partenaire_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "relance_le", "relances", "retour", "retour_le", "retour_texte", "structure_id", "version") VALUES (NEW."accord", NEW."accord_le", NEW."auteur_id", NEW."date", NEW."domaine", NEW."id", NEW."motif", NEW."parcours_id", NEW."partenaire_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."relance_le", NEW."relances", NEW."retour", NEW."retour_le", NEW."retour_texte", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="26fe9e8e1b6e6fa18118edece79998d4b2e5506a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_cfd28",
                                    table="parcours_orientation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_orientationevent" ("accord", "accord_le", "auteur_id", "date", "domaine", "id", "motif", "parcours_id", "partenaire_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "relance_le", "relances", "retour", "retour_le", "retour_texte", "structure_id", "version") VALUES (OLD."accord", OLD."accord_le", OLD."auteur_id", OLD."date", OLD."domaine", OLD."id", OLD."motif", OLD."parcours_id", OLD."partenaire_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."relance_le", OLD."relances", OLD."retour", OLD."retour_le", OLD."retour_texte", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="366d020a911186f3df04334f060e0c08735bd5dd",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_f1dc2",
                                    table="parcours_orientation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OrientationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.orientation",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("date", models.DateField(verbose_name="proposée le")),
                        (
                            "domaine",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("logement", "Logement"),
                                    ("mobilite", "Mobilité"),
                                    ("sante", "Santé"),
                                    ("handicap", "Handicap"),
                                    ("addiction", "Addiction"),
                                    ("droits", "Droits et démarches"),
                                    ("budget", "Budget"),
                                    ("langue", "Français"),
                                    ("savoirs", "Lecture, écriture, calcul"),
                                    ("numerique", "Numérique"),
                                    ("famille", "Famille et garde d’enfants"),
                                    ("justice", "Justice"),
                                    ("formation", "Formation et qualification"),
                                    ("projet", "Expérience et projet"),
                                    ("confiance", "Confiance et lien social"),
                                    ("disponibilite", "Disponibilité"),
                                    ("age", "Âge"),
                                ],
                                max_length=20,
                                verbose_name="pour lever un frein",
                            ),
                        ),
                        ("motif", models.TextField(verbose_name="ce qui est demandé au partenaire")),
                        (
                            "accord",
                            models.CharField(
                                choices=[("oui", "Oui"), ("non", "Non"), ("reflechit", "Veut y réfléchir")],
                                max_length=10,
                                verbose_name="réponse de la personne",
                            ),
                        ),
                        ("accord_le", models.DateField(blank=True, null=True, verbose_name="répondu le")),
                        (
                            "relance_le",
                            models.DateField(blank=True, null=True, verbose_name="relancer le partenaire le"),
                        ),
                        (
                            "relances",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.DateField(),
                                default=list,
                                editable=False,
                                size=None,
                                verbose_name="relances faites",
                            ),
                        ),
                        (
                            "retour",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("accueilli", "Accueillie par le partenaire"),
                                    ("attente", "Sur liste d’attente"),
                                    ("refus", "Refusée par le partenaire"),
                                    ("non_venue", "N’est pas venue"),
                                    ("sans_objet", "N’en a plus besoin"),
                                ],
                                max_length=10,
                                verbose_name="réponse du partenaire",
                            ),
                        ),
                        ("retour_le", models.DateField(blank=True, null=True, verbose_name="reçue le")),
                        ("retour_texte", models.TextField(blank=True, verbose_name="ce qu’il dit")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="Suspension",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="suspensions",
                                to="parcours.parcours",
                            ),
                        ),
                        (
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "motif",
                            models.CharField(
                                choices=[
                                    ("contrat_suspendu", "Contrat suspendu depuis plus de 15 jours"),
                                    ("contrat_rompu", "Contrat rompu"),
                                    ("contrat_termine", "Contrat terminé"),
                                    ("accord_cta", "Accord du comité technique d’animation"),
                                    ("passerelle", "Contrat passerelle (EI et ACI)"),
                                    ("autre", "Motif d’un ancien dossier"),
                                ],
                                max_length=20,
                                verbose_name="motif",
                            ),
                        ),
                        ("date_debut", models.DateField(verbose_name="du")),
                        ("date_fin", models.DateField(verbose_name="au")),
                        ("saisie_le", models.DateField(default=django.utils.timezone.localdate, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "suspension",
                        "verbose_name_plural": "suspensions",
                        "ordering": ["date_debut", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_suspension_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("date_fin__gte", models.F("date_debut"))),
                                name="suspension_fin_apres_debut",
                                violation_error_message="La suspension ne peut pas finir avant de commencer.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("date_fin__lt", parcours.models.contrats.PlusMois(models.F("date_debut"), 36))
                                ),
                                name="suspension_36_mois_au_plus",
                                violation_error_message="Une suspension dure 36 mois au plus.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "date_debut__gte",
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("saisie_le"), "-", models.Value(365)
                                        ),
                                    ),
                                    ("motif", "autre"),
                                    _connector="OR",
                                ),
                                name="suspension_retroactivite",
                                violation_error_message="Une suspension se saisit dans les 365 jours qui suivent son début.",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("structure", "="),
                                    ("beneficiaire", "="),
                                    (
                                        insertion.models.structures.Periode(
                                            "date_debut",
                                            "date_fin",
                                            django.contrib.postgres.fields.ranges.RangeBoundary(
                                                inclusive_lower=True, inclusive_upper=True
                                            ),
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="suspension_sans_chevauchement",
                                violation_error_message="Le PASS est déjà suspendu à ces dates.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_suspensionevent" ("beneficiaire_id", "date_debut", "date_fin", "id", "motif", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "saisie_le", "structure_id", "version") VALUES (NEW."beneficiaire_id", NEW."date_debut", NEW."date_fin", NEW."id", NEW."motif", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."saisie_le", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="b1b53853974687b934dff12fe8fdba2b3648e60f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_8fa7a",
                                    table="parcours_suspension",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_suspensionevent" ("beneficiaire_id", "date_debut", "date_fin", "id", "motif", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "saisie_le", "structure_id", "version") VALUES (NEW."beneficiaire_id", NEW."date_debut", NEW."date_fin", NEW."id", NEW."motif", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."saisie_le", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="0899eceaaba60e3ec5676360033544fe6e0257e9",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_4380d",
                                    table="parcours_suspension",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_suspensionevent" ("beneficiaire_id", "date_debut", "date_fin", "id", "motif", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "saisie_le", "structure_id", "version") VALUES (OLD."beneficiaire_id", OLD."date_debut", OLD."date_fin", OLD."id", OLD."motif", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."saisie_le", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="28aae68bf89f114ed7708ebb4eb61dc19e124c04",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_1d071",
                                    table="parcours_suspension",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SuspensionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.suspension",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "motif",
                            models.CharField(
                                choices=[
                                    ("contrat_suspendu", "Contrat suspendu depuis plus de 15 jours"),
                                    ("contrat_rompu", "Contrat rompu"),
                                    ("contrat_termine", "Contrat terminé"),
                                    ("accord_cta", "Accord du comité technique d’animation"),
                                    ("passerelle", "Contrat passerelle (EI et ACI)"),
                                    ("autre", "Motif d’un ancien dossier"),
                                ],
                                max_length=20,
                                verbose_name="motif",
                            ),
                        ),
                        ("date_debut", models.DateField(verbose_name="du")),
                        ("date_fin", models.DateField(verbose_name="au")),
                        ("saisie_le", models.DateField(default=django.utils.timezone.localdate, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="Prolongation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="prolongations",
                                to="parcours.parcours",
                            ),
                        ),
                        (
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "motif",
                            models.CharField(
                                choices=[
                                    ("senior_cdi", "CDI conclu avec une personne de plus de 57 ans"),
                                    ("formation", "Fin d’une formation"),
                                    ("rqth", "Reconnaissance de travailleur handicapé (RQTH)"),
                                    ("senior", "50 ans et plus"),
                                    ("difficultes", "Difficultés particulièrement importantes (AI et ACI)"),
                                ],
                                max_length=14,
                                verbose_name="motif",
                            ),
                        ),
                        ("date_debut", models.DateField(editable=False, verbose_name="à partir du")),
                        ("date_fin", models.DateField(verbose_name="jusqu’au")),
                        (
                            "demandee_le",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="demandée le"),
                        ),
                        ("avis_le", models.DateField(blank=True, null=True, verbose_name="avis favorable reçu le")),
                        (
                            "prescripteur",
                            models.CharField(blank=True, max_length=120, verbose_name="prescripteur habilité"),
                        ),
                    ],
                    options={
                        "verbose_name": "prolongation",
                        "verbose_name_plural": "prolongations",
                        "ordering": ["date_debut", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_prolongation_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("date_fin__gt", models.F("date_debut"))),
                                name="prolongation_un_jour_au_moins",
                                violation_error_message="Une prolongation dure un jour au moins.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "date_fin__lte",
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("date_debut"), "+", models.Value(365)
                                        ),
                                    ),
                                    models.Q(
                                        (
                                            "date_fin__lte",
                                            django.db.models.expressions.CombinedExpression(
                                                models.F("date_debut"), "+", models.Value(3650)
                                            ),
                                        ),
                                        ("motif", "senior_cdi"),
                                    ),
                                    _connector="OR",
                                ),
                                name="prolongation_duree_par_demande",
                                violation_error_message="Une prolongation dure 365 jours au plus par demande.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "demandee_le__gte",
                                        parcours.models.contrats.PlusMois(models.F("date_debut"), -12),
                                    ),
                                    (
                                        "demandee_le__lte",
                                        parcours.models.contrats.PlusMois(models.F("date_debut"), 6),
                                    ),
                                ),
                                name="prolongation_dans_la_fenetre",
                                violation_error_message="Une prolongation se demande de 12 mois avant à 6 mois après la fin du PASS IAE.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("motif__in", ("senior_cdi", "formation")),
                                    ("avis_le__isnull", False),
                                    _connector="OR",
                                ),
                                name="prolongation_avis_favorable",
                                violation_error_message="Ce motif demande l’avis favorable d’un prescripteur habilité.",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("structure", "="),
                                    ("beneficiaire", "="),
                                    (
                                        insertion.models.structures.Periode(
                                            "date_debut",
                                            "date_fin",
                                            django.contrib.postgres.fields.ranges.RangeBoundary(
                                                inclusive_lower=True, inclusive_upper=False
                                            ),
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="prolongation_sans_chevauchement",
                                violation_error_message="Le PASS est déjà prolongé à ces dates.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_prolongationevent" ("avis_le", "beneficiaire_id", "date_debut", "date_fin", "demandee_le", "id", "motif", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prescripteur", "structure_id") VALUES (NEW."avis_le", NEW."beneficiaire_id", NEW."date_debut", NEW."date_fin", NEW."demandee_le", NEW."id", NEW."motif", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."prescripteur", NEW."structure_id"); RETURN NULL;',
                                    hash="e6106d9bd199a8aad0a6963f0bb180534da764e2",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a456f",
                                    table="parcours_prolongation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_prolongationevent" ("avis_le", "beneficiaire_id", "date_debut", "date_fin", "demandee_le", "id", "motif", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prescripteur", "structure_id") VALUES (NEW."avis_le", NEW."beneficiaire_id", NEW."date_debut", NEW."date_fin", NEW."demandee_le", NEW."id", NEW."motif", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."prescripteur", NEW."structure_id"); RETURN NULL;',
                                    hash="8de60c051f13dc82c307481fa6845bf236a3bc9f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_070f6",
                                    table="parcours_prolongation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_prolongationevent" ("avis_le", "beneficiaire_id", "date_debut", "date_fin", "demandee_le", "id", "motif", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prescripteur", "structure_id") VALUES (OLD."avis_le", OLD."beneficiaire_id", OLD."date_debut", OLD."date_fin", OLD."demandee_le", OLD."id", OLD."motif", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."prescripteur", OLD."structure_id"); RETURN NULL;',
                                    hash="deccdc192b7d88e1ddbc2f4eaf8ec189cd8b123f",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_93888",
                                    table="parcours_prolongation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProlongationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.prolongation",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "motif",
                            models.CharField(
                                choices=[
                                    ("senior_cdi", "CDI conclu avec une personne de plus de 57 ans"),
                                    ("formation", "Fin d’une formation"),
                                    ("rqth", "Reconnaissance de travailleur handicapé (RQTH)"),
                                    ("senior", "50 ans et plus"),
                                    ("difficultes", "Difficultés particulièrement importantes (AI et ACI)"),
                                ],
                                max_length=14,
                                verbose_name="motif",
                            ),
                        ),
                        ("date_debut", models.DateField(editable=False, verbose_name="à partir du")),
                        ("date_fin", models.DateField(verbose_name="jusqu’au")),
                        (
                            "demandee_le",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="demandée le"),
                        ),
                        ("avis_le", models.DateField(blank=True, null=True, verbose_name="avis favorable reçu le")),
                        (
                            "prescripteur",
                            models.CharField(blank=True, max_length=120, verbose_name="prescripteur habilité"),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Participant",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "entretien",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="participants",
                                to="parcours.entretien",
                            ),
                        ),
                        (
                            "utilisateur",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("nom", models.CharField(blank=True, max_length=120, verbose_name="nom")),
                        (
                            "qualite",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("encadrant", "Encadrant·e technique"),
                                    ("collegue", "Collègue"),
                                    ("educateur", "Éducateur, éducatrice"),
                                    ("social", "Travailleur social, travailleuse sociale"),
                                    ("prescripteur", "Conseiller·ère qui oriente"),
                                    ("conjoint", "Conjoint, conjointe"),
                                    ("proche", "Famille, proche"),
                                    ("tuteur", "Tuteur, tutrice, curateur, curatrice"),
                                    ("employeur", "Employeur"),
                                    ("formateur", "Formateur, formatrice"),
                                    ("interprete", "Interprète"),
                                    ("benevole", "Bénévole"),
                                    ("autre", "Autre"),
                                ],
                                max_length=14,
                                verbose_name="qualité",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "participant",
                        "verbose_name_plural": "participants",
                        "ordering": ["pk"],
                        "indexes": [
                            models.Index(fields=["structure", "entretien"], name="participant_par_entretien")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_participant_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("nom", ""), ("utilisateur__isnull", False)),
                                    models.Q(("utilisateur__isnull", True), models.Q(("nom", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="participant_collegue_ou_nom",
                                violation_error_message="Nommez cette personne.",
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "entretien", "utilisateur"),
                                name="participant_collegue_une_fois",
                                violation_error_message="Ce collègue est déjà parmi les personnes présentes.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_participantevent" ("entretien_id", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "qualite", "structure_id", "utilisateur_id") VALUES (NEW."entretien_id", NEW."id", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."qualite", NEW."structure_id", NEW."utilisateur_id"); RETURN NULL;',
                                    hash="ac9a3d391b474763e9d1a7845d14c1beffbe0d43",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_ceb2f",
                                    table="parcours_participant",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_participantevent" ("entretien_id", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "qualite", "structure_id", "utilisateur_id") VALUES (NEW."entretien_id", NEW."id", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."qualite", NEW."structure_id", NEW."utilisateur_id"); RETURN NULL;',
                                    hash="6bbe3b6074bfca732a4af64ad1b343e76ebe0be2",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_841fc",
                                    table="parcours_participant",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_participantevent" ("entretien_id", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "qualite", "structure_id", "utilisateur_id") VALUES (OLD."entretien_id", OLD."id", OLD."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."qualite", OLD."structure_id", OLD."utilisateur_id"); RETURN NULL;',
                                    hash="766491423deaaea6685df5bca8a407f7d872a8bc",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_13495",
                                    table="parcours_participant",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ParticipantEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.participant",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "entretien",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.entretien",
                            ),
                        ),
                        (
                            "utilisateur",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("nom", models.CharField(blank=True, max_length=120, verbose_name="nom")),
                        (
                            "qualite",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("encadrant", "Encadrant·e technique"),
                                    ("collegue", "Collègue"),
                                    ("educateur", "Éducateur, éducatrice"),
                                    ("social", "Travailleur social, travailleuse sociale"),
                                    ("prescripteur", "Conseiller·ère qui oriente"),
                                    ("conjoint", "Conjoint, conjointe"),
                                    ("proche", "Famille, proche"),
                                    ("tuteur", "Tuteur, tutrice, curateur, curatrice"),
                                    ("employeur", "Employeur"),
                                    ("formateur", "Formateur, formatrice"),
                                    ("interprete", "Interprète"),
                                    ("benevole", "Bénévole"),
                                    ("autre", "Autre"),
                                ],
                                max_length=14,
                                verbose_name="qualité",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Passage",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="passages",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        ("date", models.DateField(verbose_name="date")),
                        (
                            "note_par",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        "verbose_name": "passage",
                        "verbose_name_plural": "passages",
                        "ordering": ["-created_at"],
                        "indexes": [models.Index(fields=["structure", "date"], name="passage_par_jour")],
                        "constraints": [
                            models.UniqueConstraint(fields=("structure", "id"), name="parcours_passage_structure_id"),
                            models.UniqueConstraint(
                                fields=("structure", "beneficiaire", "date"),
                                name="passage_une_fois_par_jour",
                                violation_error_message="Cette personne est déjà notée aujourd’hui.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_passageevent" ("beneficiaire_id", "created_at", "date", "id", "note_par_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."beneficiaire_id", NEW."created_at", NEW."date", NEW."id", NEW."note_par_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="68e44cc6315f126e2651b99b06f9b0b4c4526a48",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_65f33",
                                    table="parcours_passage",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_passageevent" ("beneficiaire_id", "created_at", "date", "id", "note_par_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."beneficiaire_id", NEW."created_at", NEW."date", NEW."id", NEW."note_par_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="c890319dfdaba14f38c1abfc1c095718078ef82f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_67ea4",
                                    table="parcours_passage",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_passageevent" ("beneficiaire_id", "created_at", "date", "id", "note_par_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (OLD."beneficiaire_id", OLD."created_at", OLD."date", OLD."id", OLD."note_par_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id"); RETURN NULL;',
                                    hash="29d7e2491955acaaa162fb87d4cd8414e31967f4",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_aed67",
                                    table="parcours_passage",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PassageEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.passage",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        ("date", models.DateField(verbose_name="date")),
                        (
                            "note_par",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                    ],
                ),
                migrations.CreateModel(
                    name="Production",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="productions",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "entretien",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="productions",
                                to="parcours.entretien",
                            ),
                        ),
                        (
                            "objet_id",
                            models.BigIntegerField(editable=False, null=True, verbose_name="ce qui est imprimé"),
                        ),
                        (
                            "genre",
                            models.CharField(
                                choices=parcours.models.productions.genres_production,
                                max_length=24,
                                verbose_name="document",
                            ),
                        ),
                        (
                            "avec_confidentiel",
                            models.BooleanField(default=False, verbose_name="joindre les notes confidentielles"),
                        ),
                        (
                            "demande_par",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
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
                        (
                            "fichier",
                            models.FileField(blank=True, upload_to=parcours.models.productions.chemin_production),
                        ),
                        ("empreinte", models.CharField(blank=True, max_length=64, verbose_name="empreinte SHA-256")),
                        ("bail_at", models.DateTimeField(null=True, verbose_name="pris par un travailleur jusqu’à")),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="demandé le")),
                        ("termine_at", models.DateTimeField(null=True, verbose_name="terminé le")),
                        ("essais", models.PositiveSmallIntegerField(default=0, editable=False)),
                        (
                            "intitule",
                            models.CharField(blank=True, editable=False, max_length=120, verbose_name="intitulé"),
                        ),
                        (
                            "rang",
                            models.PositiveIntegerField(editable=False, null=True, verbose_name="rang dans le lot"),
                        ),
                        (
                            "lot",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="productions",
                                to="parcours.lot",
                            ),
                        ),
                        (
                            "recherche",
                            models.GeneratedField(
                                db_persist=True,
                                expression=insertion.texte.SansAccents("intitule"),
                                output_field=models.TextField(),
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "document produit",
                        "verbose_name_plural": "documents produits",
                        "ordering": ["-created_at"],
                        "indexes": [
                            models.Index(
                                fields=["structure", "beneficiaire", "-created_at"], name="production_par_personne"
                            ),
                            models.Index(
                                condition=models.Q(("lot__isnull", False)),
                                fields=["structure", "lot", "rang"],
                                name="production_par_lot",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_production_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("etat", "termine"), _negated=True),
                                    models.Q(
                                        ("termine_at__isnull", False),
                                        models.Q(("fichier", ""), _negated=True),
                                        models.Q(("empreinte", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="production_terminee_avec_fichier",
                                violation_error_message="Un document terminé a son fichier.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("genre", "compte_rendu"), _negated=True),
                                    ("entretien__isnull", False),
                                    _connector="OR",
                                ),
                                name="production_compte_rendu_entretien",
                                violation_error_message="Choisissez l’entretien dont vous voulez le compte rendu.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Projet",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="projets",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "paroles",
                            models.TextField(blank=True, max_length=4000, verbose_name="ce que la personne en dit"),
                        ),
                        ("metier_avant", models.CharField(blank=True, max_length=160, verbose_name="métier d’avant")),
                        (
                            "rayon_km",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(300)],
                                verbose_name="jusqu’où chercher (km)",
                            ),
                        ),
                        (
                            "heures_souhaitees",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=4,
                                null=True,
                                verbose_name="heures souhaitées par semaine",
                            ),
                        ),
                        (
                            "contraintes",
                            models.TextField(blank=True, max_length=4000, verbose_name="contraintes à respecter"),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "disponible_le",
                            models.DateField(blank=True, null=True, verbose_name="disponible à partir du"),
                        ),
                        (
                            "horaires_possibles",
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
                                verbose_name="horaires possibles",
                            ),
                        ),
                        (
                            "port_charges",
                            models.CharField(
                                blank=True,
                                choices=[("oui", "Oui"), ("non", "Non")],
                                max_length=3,
                                verbose_name="port de charges",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "projet professionnel",
                        "verbose_name_plural": "projets professionnels",
                        "constraints": [
                            models.UniqueConstraint(fields=("structure", "id"), name="parcours_projet_structure_id"),
                            models.UniqueConstraint(
                                fields=("structure", "beneficiaire"), name="projet_un_par_personne"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("rayon_km__isnull", True), ("rayon_km__lte", 300), _connector="OR"
                                ),
                                name="projet_rayon",
                                violation_error_message="Le rayon va jusqu’à 300 km.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("heures_souhaitees__isnull", True),
                                    models.Q(("heures_souhaitees__gt", 0), ("heures_souhaitees__lte", 48)),
                                    _connector="OR",
                                ),
                                name="projet_heures",
                                violation_error_message="Les heures souhaitées vont de 1 à 48 par semaine.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_projetevent" ("beneficiaire_id", "contraintes", "disponible_le", "heures_souhaitees", "horaires_possibles", "id", "metier_avant", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "port_charges", "rayon_km", "structure_id", "version") VALUES (NEW."beneficiaire_id", NEW."contraintes", NEW."disponible_le", NEW."heures_souhaitees", NEW."horaires_possibles", NEW."id", NEW."metier_avant", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."port_charges", NEW."rayon_km", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="76471185ab9b33003c2ead8ddcaf999b35c2a661",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_0f301",
                                    table="parcours_projet",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_projetevent" ("beneficiaire_id", "contraintes", "disponible_le", "heures_souhaitees", "horaires_possibles", "id", "metier_avant", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "port_charges", "rayon_km", "structure_id", "version") VALUES (NEW."beneficiaire_id", NEW."contraintes", NEW."disponible_le", NEW."heures_souhaitees", NEW."horaires_possibles", NEW."id", NEW."metier_avant", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."port_charges", NEW."rayon_km", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="3e5719671454c2025caadfbc6d3b6f42a14eeef1",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_f8572",
                                    table="parcours_projet",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_projetevent" ("beneficiaire_id", "contraintes", "disponible_le", "heures_souhaitees", "horaires_possibles", "id", "metier_avant", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "port_charges", "rayon_km", "structure_id", "version") VALUES (OLD."beneficiaire_id", OLD."contraintes", OLD."disponible_le", OLD."heures_souhaitees", OLD."horaires_possibles", OLD."id", OLD."metier_avant", OLD."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."port_charges", OLD."rayon_km", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="9a28979f421dc3eb9209015095a5d8e30fdce5c0",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_65c10",
                                    table="parcours_projet",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProjetEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.projet",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "paroles",
                            models.TextField(blank=True, max_length=4000, verbose_name="ce que la personne en dit"),
                        ),
                        ("metier_avant", models.CharField(blank=True, max_length=160, verbose_name="métier d’avant")),
                        (
                            "rayon_km",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(300)],
                                verbose_name="jusqu’où chercher (km)",
                            ),
                        ),
                        (
                            "heures_souhaitees",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=4,
                                null=True,
                                verbose_name="heures souhaitées par semaine",
                            ),
                        ),
                        (
                            "contraintes",
                            models.TextField(blank=True, max_length=4000, verbose_name="contraintes à respecter"),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "disponible_le",
                            models.DateField(blank=True, null=True, verbose_name="disponible à partir du"),
                        ),
                        (
                            "horaires_possibles",
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
                                verbose_name="horaires possibles",
                            ),
                        ),
                        (
                            "port_charges",
                            models.CharField(
                                blank=True,
                                choices=[("oui", "Oui"), ("non", "Non")],
                                max_length=3,
                                verbose_name="port de charges",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="MetierVise",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="metiers_vises",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        ("intitule", models.CharField(max_length=160, verbose_name="métier visé")),
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
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "métier visé",
                        "verbose_name_plural": "métiers visés",
                        "ordering": ["-created_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_metiervise_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "beneficiaire", "intitule"),
                                name="metier_vise_unique",
                                violation_error_message="Ce métier est déjà dans le projet : dites plutôt où il en est.",
                            ),
                        ],
                        "indexes": [models.Index(fields=["structure", "rome"], name="metier_vise_par_rome")],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_metierviseevent" ("beneficiaire_id", "created_at", "id", "intitule", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "rome_id", "structure_id", "version") VALUES (NEW."beneficiaire_id", NEW."created_at", NEW."id", NEW."intitule", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."rome_id", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="4eac64e24abaaaf007b96bbae0df4facb5f0ad1d",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_6ecc8",
                                    table="parcours_metiervise",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_metierviseevent" ("beneficiaire_id", "created_at", "id", "intitule", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "rome_id", "structure_id", "version") VALUES (NEW."beneficiaire_id", NEW."created_at", NEW."id", NEW."intitule", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."rome_id", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="c55aa7ab7558cfa75ebbac286d7277dad4ff14f2",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_86f1a",
                                    table="parcours_metiervise",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_metierviseevent" ("beneficiaire_id", "created_at", "id", "intitule", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "rome_id", "structure_id", "version") VALUES (OLD."beneficiaire_id", OLD."created_at", OLD."id", OLD."intitule", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."rome_id", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="98420925e89f08983f5944647870b47f1ce8c260",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ea71b",
                                    table="parcours_metiervise",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MetierViseEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.metiervise",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        ("intitule", models.CharField(max_length=160, verbose_name="métier visé")),
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
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="EtapeProjet",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "metier",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="etapes",
                                to="parcours.metiervise",
                            ),
                        ),
                        (
                            "etape",
                            models.CharField(
                                choices=[
                                    ("explore", "Exploré"),
                                    ("confirme", "Confirmé"),
                                    ("valide", "Validé par immersion"),
                                    ("abandonne", "Abandonné"),
                                ],
                                default="explore",
                                max_length=10,
                                verbose_name="où en est ce métier",
                            ),
                        ),
                        ("le", models.DateField(verbose_name="le")),
                        ("constat", models.CharField(blank=True, max_length=400, verbose_name="ce qui le montre")),
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
                    ],
                    options={
                        "verbose_name": "étape du projet",
                        "verbose_name_plural": "étapes du projet",
                        "ordering": ["-le", "-pk"],
                        "indexes": [models.Index(fields=["structure", "metier", "-le"], name="etape_par_metier")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_etapeprojet_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("etape", "valide"), _negated=True),
                                    models.Q(("constat", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="etape_validee_dit_ou",
                                violation_error_message="Dites ce qui valide ce métier : l’immersion, son lieu, son bilan.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_etapeprojetevent" ("auteur_id", "constat", "etape", "id", "le", "metier_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."auteur_id", NEW."constat", NEW."etape", NEW."id", NEW."le", NEW."metier_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="8ec6aa9feaa93d8ae676bcc4647310363fa44357",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_38e26",
                                    table="parcours_etapeprojet",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_etapeprojetevent" ("auteur_id", "constat", "etape", "id", "le", "metier_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."auteur_id", NEW."constat", NEW."etape", NEW."id", NEW."le", NEW."metier_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="f9d7132a55425cf145847c3fc456d4d76dcae0d0",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_585ac",
                                    table="parcours_etapeprojet",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_etapeprojetevent" ("auteur_id", "constat", "etape", "id", "le", "metier_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (OLD."auteur_id", OLD."constat", OLD."etape", OLD."id", OLD."le", OLD."metier_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id"); RETURN NULL;',
                                    hash="44b68f33fed6ce6f6ed3991ff8e9215e28c33092",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ecb6f",
                                    table="parcours_etapeprojet",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EtapeProjetEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.etapeprojet",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "metier",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.metiervise",
                            ),
                        ),
                        (
                            "etape",
                            models.CharField(
                                choices=[
                                    ("explore", "Exploré"),
                                    ("confirme", "Confirmé"),
                                    ("valide", "Validé par immersion"),
                                    ("abandonne", "Abandonné"),
                                ],
                                default="explore",
                                max_length=10,
                                verbose_name="où en est ce métier",
                            ),
                        ),
                        ("le", models.DateField(verbose_name="le")),
                        ("constat", models.CharField(blank=True, max_length=400, verbose_name="ce qui le montre")),
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
                    ],
                ),
                migrations.CreateModel(
                    name="VersionPiece",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "document",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="versions",
                                to="beneficiaires.document",
                            ),
                        ),
                        (
                            "metier",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="pieces",
                                to="parcours.metiervise",
                                verbose_name="pour quel métier",
                            ),
                        ),
                        ("relu_le", models.DateField(blank=True, null=True, verbose_name="relu le")),
                        ("pret_le", models.DateField(blank=True, null=True, verbose_name="prêt à envoyer le")),
                        ("remarque", models.CharField(blank=True, max_length=300, verbose_name="remarque")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "version de CV ou de lettre",
                        "verbose_name_plural": "versions de CV et de lettres",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_versionpiece_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "document"), name="version_piece_une_par_document"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("pret_le__isnull", True),
                                    models.Q(("relu_le__isnull", False), ("relu_le__lte", models.F("pret_le"))),
                                    _connector="OR",
                                ),
                                name="version_piece_relue_avant_prete",
                                violation_error_message="Une version prête à envoyer a été relue avant, ou le même jour.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_versionpieceevent" ("document_id", "id", "metier_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pret_le", "relu_le", "remarque", "structure_id", "version") VALUES (NEW."document_id", NEW."id", NEW."metier_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."pret_le", NEW."relu_le", NEW."remarque", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="7c1eb1c56acd5c32f95994bd94ec129acba1e45d",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_c334e",
                                    table="parcours_versionpiece",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_versionpieceevent" ("document_id", "id", "metier_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pret_le", "relu_le", "remarque", "structure_id", "version") VALUES (NEW."document_id", NEW."id", NEW."metier_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."pret_le", NEW."relu_le", NEW."remarque", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="11c907503ec257036f999cd36bfb72ca71917ee9",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_caf4d",
                                    table="parcours_versionpiece",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_versionpieceevent" ("document_id", "id", "metier_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pret_le", "relu_le", "remarque", "structure_id", "version") VALUES (OLD."document_id", OLD."id", OLD."metier_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."pret_le", OLD."relu_le", OLD."remarque", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="88c6b12f46929a5430bab99592f476edec019b86",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_77804",
                                    table="parcours_versionpiece",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VersionPieceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.versionpiece",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "document",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="beneficiaires.document",
                            ),
                        ),
                        (
                            "metier",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.metiervise",
                                verbose_name="pour quel métier",
                            ),
                        ),
                        ("relu_le", models.DateField(blank=True, null=True, verbose_name="relu le")),
                        ("pret_le", models.DateField(blank=True, null=True, verbose_name="prêt à envoyer le")),
                        ("remarque", models.CharField(blank=True, max_length=300, verbose_name="remarque")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="PointRecherche",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="points_recherche",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "outil",
                            models.CharField(
                                choices=[
                                    ("cv", "CV à jour"),
                                    ("lettre", "Lettre de motivation prête"),
                                    ("presentation", "Se présenter en deux minutes"),
                                    ("entretien", "Entretien d’embauche préparé"),
                                    ("france_travail", "Inscription à France Travail à jour"),
                                    ("messagerie", "Adresse e-mail et messagerie utilisables"),
                                    ("sites", "Alertes sur les sites d’offres"),
                                    ("reseau", "Réseau : proches et anciens collègues prévenus"),
                                    ("entreprises", "Liste d’entreprises à contacter"),
                                    ("suivi", "Tableau des candidatures et des relances"),
                                    ("references", "Employeurs qui peuvent recommander"),
                                    ("tenue", "Tenue et trajet prêts pour un entretien"),
                                ],
                                max_length=16,
                                verbose_name="outil",
                            ),
                        ),
                        ("fait_le", models.DateField(verbose_name="prêt depuis le")),
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
                    ],
                    options={
                        "verbose_name": "point de la recherche d’emploi",
                        "verbose_name_plural": "points de la recherche d’emploi",
                        "ordering": ["fait_le", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_pointrecherche_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "beneficiaire", "outil"), name="point_recherche_unique"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_pointrechercheevent" ("auteur_id", "beneficiaire_id", "fait_le", "id", "outil", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."auteur_id", NEW."beneficiaire_id", NEW."fait_le", NEW."id", NEW."outil", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="bc9a6d80eec26a1ba5ecbb9c0b8ff04b3deea917",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_2144b",
                                    table="parcours_pointrecherche",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_pointrechercheevent" ("auteur_id", "beneficiaire_id", "fait_le", "id", "outil", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."auteur_id", NEW."beneficiaire_id", NEW."fait_le", NEW."id", NEW."outil", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="af3d1fc2664109b373c3acfd2db066bb0478c5ae",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_63814",
                                    table="parcours_pointrecherche",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_pointrechercheevent" ("auteur_id", "beneficiaire_id", "fait_le", "id", "outil", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (OLD."auteur_id", OLD."beneficiaire_id", OLD."fait_le", OLD."id", OLD."outil", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id"); RETURN NULL;',
                                    hash="790f89f234e104a39942bb1417121773698231e3",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_2d90d",
                                    table="parcours_pointrecherche",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PointRechercheEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.pointrecherche",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "outil",
                            models.CharField(
                                choices=[
                                    ("cv", "CV à jour"),
                                    ("lettre", "Lettre de motivation prête"),
                                    ("presentation", "Se présenter en deux minutes"),
                                    ("entretien", "Entretien d’embauche préparé"),
                                    ("france_travail", "Inscription à France Travail à jour"),
                                    ("messagerie", "Adresse e-mail et messagerie utilisables"),
                                    ("sites", "Alertes sur les sites d’offres"),
                                    ("reseau", "Réseau : proches et anciens collègues prévenus"),
                                    ("entreprises", "Liste d’entreprises à contacter"),
                                    ("suivi", "Tableau des candidatures et des relances"),
                                    ("references", "Employeurs qui peuvent recommander"),
                                    ("tenue", "Tenue et trajet prêts pour un entretien"),
                                ],
                                max_length=16,
                                verbose_name="outil",
                            ),
                        ),
                        ("fait_le", models.DateField(verbose_name="prêt depuis le")),
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
                    ],
                ),
                migrations.CreateModel(
                    name="Renouvellement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "contrat",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="dossiers",
                                to="parcours.contrat",
                            ),
                        ),
                        ("date", models.DateField(verbose_name="date du dossier")),
                        (
                            "assiduite",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "0 · Pas encore"),
                                    (1, "1 · Fragile"),
                                    (2, "2 · En progrès"),
                                    (3, "3 · Acquis"),
                                    (4, "4 · Point fort"),
                                ],
                                null=True,
                                verbose_name="assiduité",
                            ),
                        ),
                        (
                            "assiduite_commentaire",
                            models.CharField(blank=True, max_length=500, verbose_name="commentaire"),
                        ),
                        (
                            "motivation",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "0 · Pas encore"),
                                    (1, "1 · Fragile"),
                                    (2, "2 · En progrès"),
                                    (3, "3 · Acquis"),
                                    (4, "4 · Point fort"),
                                ],
                                null=True,
                                verbose_name="motivation",
                            ),
                        ),
                        (
                            "motivation_commentaire",
                            models.CharField(blank=True, max_length=500, verbose_name="commentaire"),
                        ),
                        (
                            "autonomie",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "0 · Pas encore"),
                                    (1, "1 · Fragile"),
                                    (2, "2 · En progrès"),
                                    (3, "3 · Acquis"),
                                    (4, "4 · Point fort"),
                                ],
                                null=True,
                                verbose_name="autonomie",
                            ),
                        ),
                        (
                            "autonomie_commentaire",
                            models.CharField(blank=True, max_length=500, verbose_name="commentaire"),
                        ),
                        (
                            "participation",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "0 · Pas encore"),
                                    (1, "1 · Fragile"),
                                    (2, "2 · En progrès"),
                                    (3, "3 · Acquis"),
                                    (4, "4 · Point fort"),
                                ],
                                null=True,
                                verbose_name="participation",
                            ),
                        ),
                        (
                            "participation_commentaire",
                            models.CharField(blank=True, max_length=500, verbose_name="commentaire"),
                        ),
                        (
                            "projet",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "0 · Pas encore"),
                                    (1, "1 · Fragile"),
                                    (2, "2 · En progrès"),
                                    (3, "3 · Acquis"),
                                    (4, "4 · Point fort"),
                                ],
                                null=True,
                                verbose_name="projet",
                            ),
                        ),
                        (
                            "projet_commentaire",
                            models.CharField(blank=True, max_length=500, verbose_name="commentaire"),
                        ),
                        (
                            "encadrant",
                            models.CharField(blank=True, max_length=120, verbose_name="encadrant·e technique"),
                        ),
                        (
                            "observations",
                            models.TextField(blank=True, verbose_name="observations de l’encadrant·e technique"),
                        ),
                        ("paroles", models.TextField(blank=True, verbose_name="avec les mots de la personne")),
                        (
                            "avis",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("favorable", "Favorable"),
                                    ("reserves", "Favorable avec réserves"),
                                    ("defavorable", "Défavorable"),
                                ],
                                max_length=12,
                                verbose_name="avis",
                            ),
                        ),
                        ("avis_motif", models.TextField(blank=True, verbose_name="ce qui motive l’avis")),
                        (
                            "duree_proposee_mois",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(24),
                                ],
                                verbose_name="durée proposée (mois)",
                            ),
                        ),
                        (
                            "annonce_le",
                            models.DateField(blank=True, null=True, verbose_name="la personne a été prévenue le"),
                        ),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("renouvele", "Contrat renouvelé"),
                                    ("non_renouvele", "Contrat non renouvelé"),
                                ],
                                max_length=14,
                                verbose_name="décision",
                            ),
                        ),
                        ("decision_le", models.DateField(blank=True, null=True, verbose_name="décidé le")),
                        ("signe_le", models.DateField(blank=True, null=True, verbose_name="signé par les trois le")),
                        (
                            "auteur",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "renvoi_motif",
                            models.CharField(blank=True, max_length=300, verbose_name="ce qu’il faut revoir"),
                        ),
                        (
                            "renvoye_le",
                            models.DateField(editable=False, null=True, verbose_name="renvoyé à l’équipe le"),
                        ),
                    ],
                    options={
                        "verbose_name": "dossier de renouvellement",
                        "verbose_name_plural": "dossiers de renouvellement",
                        "ordering": ["-date", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_renouvellement_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "contrat"),
                                name="renouvellement_un_par_contrat",
                                violation_error_message="Ce contrat a déjà son dossier de renouvellement.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decision", ""), ("decision_le__isnull", True)),
                                    models.Q(
                                        models.Q(("decision", ""), _negated=True), ("decision_le__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="renouvellement_decision_datee",
                                violation_error_message="Une décision porte sa date.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("decision", ""),
                                    models.Q(
                                        ("annonce_le__isnull", False), ("annonce_le__lte", models.F("decision_le"))
                                    ),
                                    _connector="OR",
                                ),
                                name="renouvellement_personne_prevenue",
                                violation_error_message="La personne est prévenue avant que la décision soit prise.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("duree_proposee_mois__isnull", True),
                                    models.Q(("duree_proposee_mois__gte", 1), ("duree_proposee_mois__lte", 24)),
                                    _connector="OR",
                                ),
                                name="renouvellement_duree_possible",
                                violation_error_message="La durée proposée va de 1 à 24 mois.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("assiduite__isnull", True), ("assiduite__lte", 4), _connector="OR"
                                ),
                                name="renouvellement_assiduite_0_a_4",
                                violation_error_message="Chaque ligne va de 0 à 4, ou « non évalué ».",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("motivation__isnull", True), ("motivation__lte", 4), _connector="OR"
                                ),
                                name="renouvellement_motivation_0_a_4",
                                violation_error_message="Chaque ligne va de 0 à 4, ou « non évalué ».",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("autonomie__isnull", True), ("autonomie__lte", 4), _connector="OR"
                                ),
                                name="renouvellement_autonomie_0_a_4",
                                violation_error_message="Chaque ligne va de 0 à 4, ou « non évalué ».",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("participation__isnull", True), ("participation__lte", 4), _connector="OR"
                                ),
                                name="renouvellement_participation_0_a_4",
                                violation_error_message="Chaque ligne va de 0 à 4, ou « non évalué ».",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("projet__isnull", True), ("projet__lte", 4), _connector="OR"),
                                name="renouvellement_projet_0_a_4",
                                violation_error_message="Chaque ligne va de 0 à 4, ou « non évalué ».",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("renvoi_motif", ""), ("renvoye_le__isnull", True)),
                                    models.Q(
                                        ("decision", ""),
                                        ("renvoye_le__isnull", False),
                                        models.Q(("renvoi_motif", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="renouvellement_renvoi_motive",
                                violation_error_message="Un dossier renvoyé dit ce qu’il faut revoir, et n’est pas décidé.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_renouvellementevent" ("annonce_le", "assiduite", "assiduite_commentaire", "auteur_id", "autonomie", "autonomie_commentaire", "avis", "avis_motif", "contrat_id", "date", "decision", "decision_le", "duree_proposee_mois", "encadrant", "id", "motivation", "motivation_commentaire", "observations", "paroles", "participation", "participation_commentaire", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "projet", "projet_commentaire", "renvoi_motif", "renvoye_le", "signe_le", "structure_id", "version") VALUES (NEW."annonce_le", NEW."assiduite", NEW."assiduite_commentaire", NEW."auteur_id", NEW."autonomie", NEW."autonomie_commentaire", NEW."avis", NEW."avis_motif", NEW."contrat_id", NEW."date", NEW."decision", NEW."decision_le", NEW."duree_proposee_mois", NEW."encadrant", NEW."id", NEW."motivation", NEW."motivation_commentaire", NEW."observations", NEW."paroles", NEW."participation", NEW."participation_commentaire", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."projet", NEW."projet_commentaire", NEW."renvoi_motif", NEW."renvoye_le", NEW."signe_le", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="926248d547eae5e1117cb225b55b0185720934d4",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_c1f6e",
                                    table="parcours_renouvellement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_renouvellementevent" ("annonce_le", "assiduite", "assiduite_commentaire", "auteur_id", "autonomie", "autonomie_commentaire", "avis", "avis_motif", "contrat_id", "date", "decision", "decision_le", "duree_proposee_mois", "encadrant", "id", "motivation", "motivation_commentaire", "observations", "paroles", "participation", "participation_commentaire", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "projet", "projet_commentaire", "renvoi_motif", "renvoye_le", "signe_le", "structure_id", "version") VALUES (NEW."annonce_le", NEW."assiduite", NEW."assiduite_commentaire", NEW."auteur_id", NEW."autonomie", NEW."autonomie_commentaire", NEW."avis", NEW."avis_motif", NEW."contrat_id", NEW."date", NEW."decision", NEW."decision_le", NEW."duree_proposee_mois", NEW."encadrant", NEW."id", NEW."motivation", NEW."motivation_commentaire", NEW."observations", NEW."paroles", NEW."participation", NEW."participation_commentaire", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."projet", NEW."projet_commentaire", NEW."renvoi_motif", NEW."renvoye_le", NEW."signe_le", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="7d471726a646504843c41e8e90b54c27be8c6b02",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e0a34",
                                    table="parcours_renouvellement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_renouvellementevent" ("annonce_le", "assiduite", "assiduite_commentaire", "auteur_id", "autonomie", "autonomie_commentaire", "avis", "avis_motif", "contrat_id", "date", "decision", "decision_le", "duree_proposee_mois", "encadrant", "id", "motivation", "motivation_commentaire", "observations", "paroles", "participation", "participation_commentaire", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "projet", "projet_commentaire", "renvoi_motif", "renvoye_le", "signe_le", "structure_id", "version") VALUES (OLD."annonce_le", OLD."assiduite", OLD."assiduite_commentaire", OLD."auteur_id", OLD."autonomie", OLD."autonomie_commentaire", OLD."avis", OLD."avis_motif", OLD."contrat_id", OLD."date", OLD."decision", OLD."decision_le", OLD."duree_proposee_mois", OLD."encadrant", OLD."id", OLD."motivation", OLD."motivation_commentaire", OLD."observations", OLD."paroles", OLD."participation", OLD."participation_commentaire", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."projet", OLD."projet_commentaire", OLD."renvoi_motif", OLD."renvoye_le", OLD."signe_le", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="6c871043f8661ab6ad63e5116411eb4ecc3ae7ec",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_98608",
                                    table="parcours_renouvellement",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RenouvellementEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.renouvellement",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "contrat",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.contrat",
                            ),
                        ),
                        ("date", models.DateField(verbose_name="date du dossier")),
                        (
                            "assiduite",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "0 · Pas encore"),
                                    (1, "1 · Fragile"),
                                    (2, "2 · En progrès"),
                                    (3, "3 · Acquis"),
                                    (4, "4 · Point fort"),
                                ],
                                null=True,
                                verbose_name="assiduité",
                            ),
                        ),
                        (
                            "assiduite_commentaire",
                            models.CharField(blank=True, max_length=500, verbose_name="commentaire"),
                        ),
                        (
                            "motivation",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "0 · Pas encore"),
                                    (1, "1 · Fragile"),
                                    (2, "2 · En progrès"),
                                    (3, "3 · Acquis"),
                                    (4, "4 · Point fort"),
                                ],
                                null=True,
                                verbose_name="motivation",
                            ),
                        ),
                        (
                            "motivation_commentaire",
                            models.CharField(blank=True, max_length=500, verbose_name="commentaire"),
                        ),
                        (
                            "autonomie",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "0 · Pas encore"),
                                    (1, "1 · Fragile"),
                                    (2, "2 · En progrès"),
                                    (3, "3 · Acquis"),
                                    (4, "4 · Point fort"),
                                ],
                                null=True,
                                verbose_name="autonomie",
                            ),
                        ),
                        (
                            "autonomie_commentaire",
                            models.CharField(blank=True, max_length=500, verbose_name="commentaire"),
                        ),
                        (
                            "participation",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "0 · Pas encore"),
                                    (1, "1 · Fragile"),
                                    (2, "2 · En progrès"),
                                    (3, "3 · Acquis"),
                                    (4, "4 · Point fort"),
                                ],
                                null=True,
                                verbose_name="participation",
                            ),
                        ),
                        (
                            "participation_commentaire",
                            models.CharField(blank=True, max_length=500, verbose_name="commentaire"),
                        ),
                        (
                            "projet",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "0 · Pas encore"),
                                    (1, "1 · Fragile"),
                                    (2, "2 · En progrès"),
                                    (3, "3 · Acquis"),
                                    (4, "4 · Point fort"),
                                ],
                                null=True,
                                verbose_name="projet",
                            ),
                        ),
                        (
                            "projet_commentaire",
                            models.CharField(blank=True, max_length=500, verbose_name="commentaire"),
                        ),
                        (
                            "encadrant",
                            models.CharField(blank=True, max_length=120, verbose_name="encadrant·e technique"),
                        ),
                        (
                            "observations",
                            models.TextField(blank=True, verbose_name="observations de l’encadrant·e technique"),
                        ),
                        ("paroles", models.TextField(blank=True, verbose_name="avec les mots de la personne")),
                        (
                            "avis",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("favorable", "Favorable"),
                                    ("reserves", "Favorable avec réserves"),
                                    ("defavorable", "Défavorable"),
                                ],
                                max_length=12,
                                verbose_name="avis",
                            ),
                        ),
                        ("avis_motif", models.TextField(blank=True, verbose_name="ce qui motive l’avis")),
                        (
                            "duree_proposee_mois",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(24),
                                ],
                                verbose_name="durée proposée (mois)",
                            ),
                        ),
                        (
                            "annonce_le",
                            models.DateField(blank=True, null=True, verbose_name="la personne a été prévenue le"),
                        ),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("renouvele", "Contrat renouvelé"),
                                    ("non_renouvele", "Contrat non renouvelé"),
                                ],
                                max_length=14,
                                verbose_name="décision",
                            ),
                        ),
                        ("decision_le", models.DateField(blank=True, null=True, verbose_name="décidé le")),
                        ("signe_le", models.DateField(blank=True, null=True, verbose_name="signé par les trois le")),
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
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "renvoi_motif",
                            models.CharField(blank=True, max_length=300, verbose_name="ce qu’il faut revoir"),
                        ),
                        (
                            "renvoye_le",
                            models.DateField(editable=False, null=True, verbose_name="renvoyé à l’équipe le"),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="ReunionEquipe",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                        ("date", models.DateField(verbose_name="date")),
                        ("presents", models.CharField(blank=True, max_length=300, verbose_name="présents")),
                        ("ordre_du_jour", models.TextField(blank=True, verbose_name="ordre du jour")),
                        ("compte_rendu", models.TextField(blank=True, verbose_name="compte rendu")),
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
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "réunion d’équipe",
                        "verbose_name_plural": "réunions d’équipe",
                        "ordering": ["-date", "-pk"],
                        "indexes": [models.Index(fields=["structure", "-date"], name="reunion_par_date")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_reunionequipe_structure_id"
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_reunionequipeevent" ("auteur_id", "compte_rendu", "date", "id", "ordre_du_jour", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presents", "structure_id", "version") VALUES (NEW."auteur_id", NEW."compte_rendu", NEW."date", NEW."id", NEW."ordre_du_jour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."presents", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="0301fea9a8309850fc1083038adc17fa650edaa1",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_65975",
                                    table="parcours_reunionequipe",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_reunionequipeevent" ("auteur_id", "compte_rendu", "date", "id", "ordre_du_jour", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presents", "structure_id", "version") VALUES (NEW."auteur_id", NEW."compte_rendu", NEW."date", NEW."id", NEW."ordre_du_jour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."presents", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="f51f4151801cbfa25f1a6b1c25f09314c699791c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_684ad",
                                    table="parcours_reunionequipe",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_reunionequipeevent" ("auteur_id", "compte_rendu", "date", "id", "ordre_du_jour", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presents", "structure_id", "version") VALUES (OLD."auteur_id", OLD."compte_rendu", OLD."date", OLD."id", OLD."ordre_du_jour", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."presents", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="21f220a84b85fa75cd2480ef2a2d549fa325f0f0",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_d5bc9",
                                    table="parcours_reunionequipe",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReunionEquipeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.reunionequipe",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                        ("date", models.DateField(verbose_name="date")),
                        ("presents", models.CharField(blank=True, max_length=300, verbose_name="présents")),
                        ("ordre_du_jour", models.TextField(blank=True, verbose_name="ordre du jour")),
                        ("compte_rendu", models.TextField(blank=True, verbose_name="compte rendu")),
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
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="PersonneMentionnee",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "reunion",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="personnes",
                                to="parcours.reunionequipe",
                            ),
                        ),
                        (
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reunions",
                                to="parcours.parcours",
                            ),
                        ),
                        ("date", models.DateField(verbose_name="date")),
                    ],
                    options={
                        "verbose_name": "personne mentionnée",
                        "verbose_name_plural": "personnes mentionnées",
                        "indexes": [models.Index(fields=["structure", "parcours"], name="mention_par_parcours")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_personnementionnee_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "reunion", "parcours"), name="mention_unique"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_personnementionneeevent" ("date", "id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reunion_id", "structure_id") VALUES (NEW."date", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."reunion_id", NEW."structure_id"); RETURN NULL;',
                                    hash="92650f4476ca2d6292daa5854849a27c20595b19",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_ad2ae",
                                    table="parcours_personnementionnee",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_personnementionneeevent" ("date", "id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reunion_id", "structure_id") VALUES (NEW."date", NEW."id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."reunion_id", NEW."structure_id"); RETURN NULL;',
                                    hash="521e47ef99794338652d1050dc216bb4cf7f3775",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_521b4",
                                    table="parcours_personnementionnee",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_personnementionneeevent" ("date", "id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reunion_id", "structure_id") VALUES (OLD."date", OLD."id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."reunion_id", OLD."structure_id"); RETURN NULL;',
                                    hash="d12a7beb19bd10f7c47b09550b6bc7d58c185c7c",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ab00a",
                                    table="parcours_personnementionnee",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PersonneMentionneeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.personnementionnee",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "reunion",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.reunionequipe",
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
                        ("date", models.DateField(verbose_name="date")),
                    ],
                ),
                migrations.CreateModel(
                    name="MotifSortie",
                    fields=[
                        (
                            "code",
                            models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name="code"),
                        ),
                        ("libelle", models.CharField(max_length=255, verbose_name="libellé")),
                        ("debut", models.DateField(blank=True, null=True, verbose_name="en vigueur depuis le")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        (
                            "liste",
                            models.CharField(
                                choices=[
                                    ("asp", "Structures de l’IAE"),
                                    ("eiti", "Travail indépendant"),
                                    ("plie", "PLIE"),
                                    ("accompagnement", "Hébergement et accompagnement"),
                                    ("toutes", "Toutes les structures"),
                                ],
                                max_length=16,
                                verbose_name="liste",
                            ),
                        ),
                        (
                            "categorie",
                            models.CharField(
                                choices=[
                                    ("durable", "Emploi durable"),
                                    ("transition", "Emploi de transition"),
                                    ("positive", "Sortie positive"),
                                    ("logement", "Logement"),
                                    ("emploi", "Emploi"),
                                    ("formation", "Formation"),
                                    ("autre", "Autre sortie"),
                                    ("retrait", "Retrait des sorties constatées"),
                                ],
                                max_length=12,
                                verbose_name="catégorie",
                            ),
                        ),
                        (
                            "cvg",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("emploi", "Emploi (CDI, CDD, création…)"),
                                    ("insertion", "Suite de parcours en insertion"),
                                    ("formation", "Formation"),
                                    ("retraite", "Retraite"),
                                    ("sans_solution", "Sans solution emploi"),
                                    ("sans_nouvelles", "Sans nouvelles"),
                                    ("neutre", "Sortie neutre"),
                                    ("positive", "Autre reconnue positive"),
                                ],
                                max_length=16,
                                verbose_name="rubrique Convergence",
                            ),
                        ),
                        (
                            "sourcee",
                            models.BooleanField(default=False, verbose_name="catégorie vérifiée dans une source"),
                        ),
                        (
                            "mois_min",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="au moins (mois)"),
                        ),
                        (
                            "mois_max",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="moins de (mois)"),
                        ),
                        ("rang", models.PositiveSmallIntegerField(default=0, verbose_name="rang")),
                        ("edition", models.CharField(max_length=10, verbose_name="édition")),
                    ],
                    options={
                        "verbose_name": "motif de sortie",
                        "verbose_name_plural": "motifs de sortie",
                        "ordering": ["code"],
                    },
                ),
                migrations.CreateModel(
                    name="Sortie",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sorties",
                                to="parcours.parcours",
                            ),
                        ),
                        ("date", models.DateField(verbose_name="date de sortie")),
                        ("motif_code", models.CharField(editable=False, max_length=40, verbose_name="code du motif")),
                        ("motif_libelle", models.CharField(editable=False, max_length=255, verbose_name="motif")),
                        (
                            "categorie",
                            models.CharField(
                                choices=[
                                    ("durable", "Emploi durable"),
                                    ("transition", "Emploi de transition"),
                                    ("positive", "Sortie positive"),
                                    ("logement", "Logement"),
                                    ("emploi", "Emploi"),
                                    ("formation", "Formation"),
                                    ("autre", "Autre sortie"),
                                    ("retrait", "Retrait des sorties constatées"),
                                ],
                                editable=False,
                                max_length=12,
                                verbose_name="catégorie",
                            ),
                        ),
                        (
                            "edition",
                            models.CharField(editable=False, max_length=10, verbose_name="édition de la liste"),
                        ),
                        (
                            "examinee",
                            models.BooleanField(
                                default=True, editable=False, verbose_name="comptée parmi les sorties examinées"
                            ),
                        ),
                        (
                            "raison_examen",
                            models.CharField(blank=True, editable=False, max_length=200, verbose_name="pourquoi"),
                        ),
                        (
                            "destination",
                            models.CharField(blank=True, max_length=160, verbose_name="employeur ou organisme"),
                        ),
                        ("poste", models.CharField(blank=True, max_length=160, verbose_name="poste ou formation")),
                        (
                            "forme_emploi",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("cdi", "CDI"),
                                    ("cdd", "CDD"),
                                    ("interim", "Intérim"),
                                    ("alternance", "Alternance"),
                                    ("public", "Fonction publique"),
                                    ("independant", "À son compte"),
                                    ("autre", "Autre"),
                                ],
                                max_length=12,
                                verbose_name="forme de l’emploi",
                            ),
                        ),
                        ("emploi_debut", models.DateField(blank=True, null=True, verbose_name="début")),
                        ("emploi_fin", models.DateField(blank=True, null=True, verbose_name="fin prévue")),
                        (
                            "heures_hebdo",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=4,
                                null=True,
                                verbose_name="heures par semaine",
                            ),
                        ),
                        (
                            "heures_travaillees",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=7,
                                null=True,
                                verbose_name="heures travaillées dans la structure",
                            ),
                        ),
                        (
                            "satisfaction",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "Pas réussi"),
                                    (2, "Peu réussi"),
                                    (3, "En partie réussi"),
                                    (4, "Plutôt réussi"),
                                    (5, "Complètement réussi"),
                                ],
                                null=True,
                                verbose_name="pour la personne, son parcours est",
                            ),
                        ),
                        ("paroles", models.TextField(blank=True, verbose_name="avec ses mots")),
                        (
                            "entretien_le",
                            models.DateField(blank=True, null=True, verbose_name="entretien de sortie le"),
                        ),
                        (
                            "remarques",
                            models.TextField(blank=True, verbose_name="ce qui reste en cours, conseils donnés"),
                        ),
                        (
                            "documents_remis",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("solde", "Solde de tout compte"),
                                        ("certificat", "Certificat de travail"),
                                        ("attestation", "Attestation France Travail"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="documents remis",
                            ),
                        ),
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
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "entreprise",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="sorties",
                                to="entreprises.entreprise",
                                verbose_name="entreprise",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sortie",
                        "verbose_name_plural": "sorties",
                        "ordering": ["-date", "-pk"],
                        "indexes": [models.Index(fields=["structure", "date"], name="sortie_par_date")],
                        "constraints": [
                            models.UniqueConstraint(fields=("structure", "id"), name="parcours_sortie_structure_id"),
                            models.UniqueConstraint(
                                fields=("structure", "parcours"),
                                name="sortie_une_par_parcours",
                                violation_error_message="La sortie de ce parcours est déjà notée.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("emploi_debut__isnull", True),
                                    ("emploi_fin__isnull", True),
                                    ("emploi_fin__gte", models.F("emploi_debut")),
                                    _connector="OR",
                                ),
                                name="sortie_emploi_fin_apres_debut",
                                violation_error_message="La fin de l’emploi ne peut pas précéder son début.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "categorie__in",
                                        [
                                            "durable",
                                            "transition",
                                            "positive",
                                            "logement",
                                            "emploi",
                                            "formation",
                                            "autre",
                                            "retrait",
                                        ],
                                    )
                                ),
                                name="sortie_categorie_connue",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_sortieevent" ("auteur_id", "categorie", "date", "destination", "documents_remis", "edition", "emploi_debut", "emploi_fin", "entreprise_id", "entretien_le", "examinee", "forme_emploi", "heures_hebdo", "heures_travaillees", "id", "motif_code", "motif_libelle", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "poste", "raison_examen", "remarques", "satisfaction", "structure_id", "version") VALUES (NEW."auteur_id", NEW."categorie", NEW."date", NEW."destination", NEW."documents_remis", NEW."edition", NEW."emploi_debut", NEW."emploi_fin", NEW."entreprise_id", NEW."entretien_le", NEW."examinee", NEW."forme_emploi", NEW."heures_hebdo", NEW."heures_travaillees", NEW."id", NEW."motif_code", NEW."motif_libelle", NEW."parcours_id", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."poste", NEW."raison_examen", NEW."remarques", NEW."satisfaction", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="5f6e1610b3718d5d79f3ec54f6bac61407ba8725",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_214ee",
                                    table="parcours_sortie",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_sortieevent" ("auteur_id", "categorie", "date", "destination", "documents_remis", "edition", "emploi_debut", "emploi_fin", "entreprise_id", "entretien_le", "examinee", "forme_emploi", "heures_hebdo", "heures_travaillees", "id", "motif_code", "motif_libelle", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "poste", "raison_examen", "remarques", "satisfaction", "structure_id", "version") VALUES (NEW."auteur_id", NEW."categorie", NEW."date", NEW."destination", NEW."documents_remis", NEW."edition", NEW."emploi_debut", NEW."emploi_fin", NEW."entreprise_id", NEW."entretien_le", NEW."examinee", NEW."forme_emploi", NEW."heures_hebdo", NEW."heures_travaillees", NEW."id", NEW."motif_code", NEW."motif_libelle", NEW."parcours_id", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."poste", NEW."raison_examen", NEW."remarques", NEW."satisfaction", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="955ab2b37eef536d7f9c19a5895d9201ec0b45b3",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_99316",
                                    table="parcours_sortie",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_sortieevent" ("auteur_id", "categorie", "date", "destination", "documents_remis", "edition", "emploi_debut", "emploi_fin", "entreprise_id", "entretien_le", "examinee", "forme_emploi", "heures_hebdo", "heures_travaillees", "id", "motif_code", "motif_libelle", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "poste", "raison_examen", "remarques", "satisfaction", "structure_id", "version") VALUES (OLD."auteur_id", OLD."categorie", OLD."date", OLD."destination", OLD."documents_remis", OLD."edition", OLD."emploi_debut", OLD."emploi_fin", OLD."entreprise_id", OLD."entretien_le", OLD."examinee", OLD."forme_emploi", OLD."heures_hebdo", OLD."heures_travaillees", OLD."id", OLD."motif_code", OLD."motif_libelle", OLD."parcours_id", OLD."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."poste", OLD."raison_examen", OLD."remarques", OLD."satisfaction", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="7f173469bc9873c5a8ce218e9a1aede2e670ebbc",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_b6c66",
                                    table="parcours_sortie",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SortieEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.sortie",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.parcours",
                            ),
                        ),
                        ("date", models.DateField(verbose_name="date de sortie")),
                        ("motif_code", models.CharField(editable=False, max_length=40, verbose_name="code du motif")),
                        ("motif_libelle", models.CharField(editable=False, max_length=255, verbose_name="motif")),
                        (
                            "categorie",
                            models.CharField(
                                choices=[
                                    ("durable", "Emploi durable"),
                                    ("transition", "Emploi de transition"),
                                    ("positive", "Sortie positive"),
                                    ("logement", "Logement"),
                                    ("emploi", "Emploi"),
                                    ("formation", "Formation"),
                                    ("autre", "Autre sortie"),
                                    ("retrait", "Retrait des sorties constatées"),
                                ],
                                editable=False,
                                max_length=12,
                                verbose_name="catégorie",
                            ),
                        ),
                        (
                            "edition",
                            models.CharField(editable=False, max_length=10, verbose_name="édition de la liste"),
                        ),
                        (
                            "examinee",
                            models.BooleanField(
                                default=True, editable=False, verbose_name="comptée parmi les sorties examinées"
                            ),
                        ),
                        (
                            "raison_examen",
                            models.CharField(blank=True, editable=False, max_length=200, verbose_name="pourquoi"),
                        ),
                        (
                            "destination",
                            models.CharField(blank=True, max_length=160, verbose_name="employeur ou organisme"),
                        ),
                        ("poste", models.CharField(blank=True, max_length=160, verbose_name="poste ou formation")),
                        (
                            "forme_emploi",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("cdi", "CDI"),
                                    ("cdd", "CDD"),
                                    ("interim", "Intérim"),
                                    ("alternance", "Alternance"),
                                    ("public", "Fonction publique"),
                                    ("independant", "À son compte"),
                                    ("autre", "Autre"),
                                ],
                                max_length=12,
                                verbose_name="forme de l’emploi",
                            ),
                        ),
                        ("emploi_debut", models.DateField(blank=True, null=True, verbose_name="début")),
                        ("emploi_fin", models.DateField(blank=True, null=True, verbose_name="fin prévue")),
                        (
                            "heures_hebdo",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=4,
                                null=True,
                                verbose_name="heures par semaine",
                            ),
                        ),
                        (
                            "heures_travaillees",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=7,
                                null=True,
                                verbose_name="heures travaillées dans la structure",
                            ),
                        ),
                        (
                            "satisfaction",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "Pas réussi"),
                                    (2, "Peu réussi"),
                                    (3, "En partie réussi"),
                                    (4, "Plutôt réussi"),
                                    (5, "Complètement réussi"),
                                ],
                                null=True,
                                verbose_name="pour la personne, son parcours est",
                            ),
                        ),
                        ("paroles", models.TextField(blank=True, verbose_name="avec ses mots")),
                        (
                            "entretien_le",
                            models.DateField(blank=True, null=True, verbose_name="entretien de sortie le"),
                        ),
                        (
                            "remarques",
                            models.TextField(blank=True, verbose_name="ce qui reste en cours, conseils donnés"),
                        ),
                        (
                            "documents_remis",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("solde", "Solde de tout compte"),
                                        ("certificat", "Certificat de travail"),
                                        ("attestation", "Attestation France Travail"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="documents remis",
                            ),
                        ),
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
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
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
                                verbose_name="entreprise",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="SuiviPostSortie",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="suivis_sortie",
                                to="parcours.parcours",
                            ),
                        ),
                        ("sortie_le", models.DateField(editable=False)),
                        ("date", models.DateField(verbose_name="date du contact")),
                        (
                            "echeance",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[(3, "À 3 mois"), (6, "À 6 mois"), (12, "À 12 mois")],
                                null=True,
                                verbose_name="pour l’échéance",
                            ),
                        ),
                        (
                            "situation",
                            models.CharField(
                                choices=[
                                    ("cdi", "En emploi, CDI"),
                                    ("cdd", "En emploi, CDD"),
                                    ("interim", "En emploi, intérim"),
                                    ("autre_emploi", "En emploi, autre forme"),
                                    ("independant", "À son compte"),
                                    ("insertion", "Dans une autre structure d’insertion"),
                                    ("formation", "En formation"),
                                    ("recherche", "En recherche d’emploi"),
                                    ("autre", "Autre situation"),
                                    ("injoignable", "Injoignable"),
                                ],
                                max_length=12,
                                verbose_name="situation",
                            ),
                        ),
                        (
                            "destination",
                            models.CharField(blank=True, max_length=160, verbose_name="employeur ou organisme"),
                        ),
                        ("texte", models.TextField(blank=True, verbose_name="ce qui s’est dit")),
                        ("paroles", models.TextField(blank=True, verbose_name="avec ses mots")),
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
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "contact après la sortie",
                        "verbose_name_plural": "contacts après la sortie",
                        "ordering": ["-date", "-pk"],
                        "indexes": [
                            models.Index(fields=["structure", "parcours", "-date"], name="suivi_sortie_par_parcours")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_suivipostsortie_structure_id"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("echeance__isnull", False)),
                                fields=("structure", "parcours", "echeance"),
                                name="suivi_sortie_un_par_echeance",
                                violation_error_message="Le contact de cette échéance est déjà noté : modifiez-le.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("date__gte", models.F("sortie_le"))),
                                name="suivi_sortie_apres_la_sortie",
                                violation_error_message="Ce contact ne peut pas précéder la sortie.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_suivipostsortieevent" ("auteur_id", "date", "destination", "echeance", "id", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "situation", "sortie_le", "structure_id", "texte", "version") VALUES (NEW."auteur_id", NEW."date", NEW."destination", NEW."echeance", NEW."id", NEW."parcours_id", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."situation", NEW."sortie_le", NEW."structure_id", NEW."texte", NEW."version"); RETURN NULL;',
                                    hash="9781e97a86c771c7782a0af1dcf1c5209a5170ea",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_7fe59",
                                    table="parcours_suivipostsortie",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_suivipostsortieevent" ("auteur_id", "date", "destination", "echeance", "id", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "situation", "sortie_le", "structure_id", "texte", "version") VALUES (NEW."auteur_id", NEW."date", NEW."destination", NEW."echeance", NEW."id", NEW."parcours_id", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."situation", NEW."sortie_le", NEW."structure_id", NEW."texte", NEW."version"); RETURN NULL;',
                                    hash="f4137cf31c7ac134c6425454571ebf3af271126e",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_da668",
                                    table="parcours_suivipostsortie",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_suivipostsortieevent" ("auteur_id", "date", "destination", "echeance", "id", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "situation", "sortie_le", "structure_id", "texte", "version") VALUES (OLD."auteur_id", OLD."date", OLD."destination", OLD."echeance", OLD."id", OLD."parcours_id", OLD."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."situation", OLD."sortie_le", OLD."structure_id", OLD."texte", OLD."version"); RETURN NULL;',
                                    hash="f8086dab00cbe45065b0961918aa547ed7c8a89a",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_14657",
                                    table="parcours_suivipostsortie",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SuiviPostSortieEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.suivipostsortie",
                            ),
                        ),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.parcours",
                            ),
                        ),
                        ("sortie_le", models.DateField(editable=False)),
                        ("date", models.DateField(verbose_name="date du contact")),
                        (
                            "echeance",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[(3, "À 3 mois"), (6, "À 6 mois"), (12, "À 12 mois")],
                                null=True,
                                verbose_name="pour l’échéance",
                            ),
                        ),
                        (
                            "situation",
                            models.CharField(
                                choices=[
                                    ("cdi", "En emploi, CDI"),
                                    ("cdd", "En emploi, CDD"),
                                    ("interim", "En emploi, intérim"),
                                    ("autre_emploi", "En emploi, autre forme"),
                                    ("independant", "À son compte"),
                                    ("insertion", "Dans une autre structure d’insertion"),
                                    ("formation", "En formation"),
                                    ("recherche", "En recherche d’emploi"),
                                    ("autre", "Autre situation"),
                                    ("injoignable", "Injoignable"),
                                ],
                                max_length=12,
                                verbose_name="situation",
                            ),
                        ),
                        (
                            "destination",
                            models.CharField(blank=True, max_length=160, verbose_name="employeur ou organisme"),
                        ),
                        ("texte", models.TextField(blank=True, verbose_name="ce qui s’est dit")),
                        ("paroles", models.TextField(blank=True, verbose_name="avec ses mots")),
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
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="BilanImmersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("le", models.DateField(verbose_name="fait le")),
                        (
                            "conclusion",
                            models.CharField(
                                choices=[
                                    ("confirme", "Confirme le projet"),
                                    ("nuance", "À approfondir"),
                                    ("infirme", "Infirme le projet"),
                                ],
                                max_length=8,
                                verbose_name="pour le projet",
                            ),
                        ),
                        (
                            "avis_entreprise",
                            models.TextField(blank=True, max_length=4000, verbose_name="ce qu’en dit l’entreprise"),
                        ),
                        (
                            "paroles",
                            models.TextField(blank=True, max_length=4000, verbose_name="ce qu’en dit la personne"),
                        ),
                        ("texte", models.TextField(blank=True, max_length=8000, verbose_name="ce qu’on en retient")),
                        (
                            "embauche_possible",
                            models.BooleanField(default=False, verbose_name="l’entreprise envisage une embauche"),
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
                            "immersion",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="bilans",
                                to="parcours.immersion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bilan d’immersion",
                        "verbose_name_plural": "bilans d’immersion",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_bilanimmersion_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "immersion"),
                                name="bilan_immersion_unique",
                                violation_error_message="Le bilan de cette immersion est déjà fait : modifiez-le.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_bilanimmersionevent" ("auteur_id", "avis_entreprise", "conclusion", "embauche_possible", "id", "immersion_id", "le", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte", "version") VALUES (NEW."auteur_id", NEW."avis_entreprise", NEW."conclusion", NEW."embauche_possible", NEW."id", NEW."immersion_id", NEW."le", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."texte", NEW."version"); RETURN NULL;',
                                    hash="3678f19e7930873cb54de9090d8ec23a43a30f71",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_40717",
                                    table="parcours_bilanimmersion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_bilanimmersionevent" ("auteur_id", "avis_entreprise", "conclusion", "embauche_possible", "id", "immersion_id", "le", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte", "version") VALUES (NEW."auteur_id", NEW."avis_entreprise", NEW."conclusion", NEW."embauche_possible", NEW."id", NEW."immersion_id", NEW."le", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."texte", NEW."version"); RETURN NULL;',
                                    hash="bed913f34ef1a364b2cec9009ed699528d25089c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_33de4",
                                    table="parcours_bilanimmersion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_bilanimmersionevent" ("auteur_id", "avis_entreprise", "conclusion", "embauche_possible", "id", "immersion_id", "le", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte", "version") VALUES (OLD."auteur_id", OLD."avis_entreprise", OLD."conclusion", OLD."embauche_possible", OLD."id", OLD."immersion_id", OLD."le", OLD."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."texte", OLD."version"); RETURN NULL;',
                                    hash="80793556e816b9aba560d07932f878d3dcc4e3be",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_54977",
                                    table="parcours_bilanimmersion",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BilanImmersionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("le", models.DateField(verbose_name="fait le")),
                        (
                            "conclusion",
                            models.CharField(
                                choices=[
                                    ("confirme", "Confirme le projet"),
                                    ("nuance", "À approfondir"),
                                    ("infirme", "Infirme le projet"),
                                ],
                                max_length=8,
                                verbose_name="pour le projet",
                            ),
                        ),
                        (
                            "avis_entreprise",
                            models.TextField(blank=True, max_length=4000, verbose_name="ce qu’en dit l’entreprise"),
                        ),
                        (
                            "paroles",
                            models.TextField(blank=True, max_length=4000, verbose_name="ce qu’en dit la personne"),
                        ),
                        ("texte", models.TextField(blank=True, max_length=8000, verbose_name="ce qu’on en retient")),
                        (
                            "embauche_possible",
                            models.BooleanField(default=False, verbose_name="l’entreprise envisage une embauche"),
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.bilanimmersion",
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
                            "immersion",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.immersion",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Embauche",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("poste", models.CharField(max_length=160, verbose_name="poste")),
                        (
                            "forme",
                            models.CharField(
                                choices=[
                                    ("cdi", "CDI"),
                                    ("cdd", "CDD"),
                                    ("interim", "Intérim"),
                                    ("alternance", "Alternance"),
                                    ("public", "Fonction publique"),
                                    ("independant", "À son compte"),
                                    ("autre", "Autre"),
                                ],
                                max_length=12,
                                verbose_name="forme de l’emploi",
                            ),
                        ),
                        ("debut", models.DateField(verbose_name="à partir du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        (
                            "heures_hebdo",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=4,
                                null=True,
                                verbose_name="heures par semaine",
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
                            "mise_en_relation",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="embauches",
                                to="parcours.miseenrelation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "embauche",
                        "verbose_name_plural": "embauches",
                        "ordering": ["-debut", "-pk"],
                        "indexes": [models.Index(fields=["structure", "debut"], name="embauche_par_date")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_embauche_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "mise_en_relation"),
                                name="embauche_une_par_mise_en_relation",
                                violation_error_message="L’embauche est déjà notée.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("fin__isnull", True), ("fin__gte", models.F("debut")), _connector="OR"
                                ),
                                name="embauche_fin_apres_debut",
                                violation_error_message="La fin ne peut pas précéder le début.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_embaucheevent" ("auteur_id", "debut", "fin", "forme", "heures_hebdo", "id", "mise_en_relation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "poste", "structure_id", "version") VALUES (NEW."auteur_id", NEW."debut", NEW."fin", NEW."forme", NEW."heures_hebdo", NEW."id", NEW."mise_en_relation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."poste", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="d796b38538e5697d635de7ca65183d2bde971684",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_15354",
                                    table="parcours_embauche",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_embaucheevent" ("auteur_id", "debut", "fin", "forme", "heures_hebdo", "id", "mise_en_relation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "poste", "structure_id", "version") VALUES (NEW."auteur_id", NEW."debut", NEW."fin", NEW."forme", NEW."heures_hebdo", NEW."id", NEW."mise_en_relation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."poste", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="9729c353bbb2470bdf1d1da64ac8199f5fcd0325",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_2c496",
                                    table="parcours_embauche",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_embaucheevent" ("auteur_id", "debut", "fin", "forme", "heures_hebdo", "id", "mise_en_relation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "poste", "structure_id", "version") VALUES (OLD."auteur_id", OLD."debut", OLD."fin", OLD."forme", OLD."heures_hebdo", OLD."id", OLD."mise_en_relation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."poste", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="88366048f38453e12491ef6f51cb3b4317d87149",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_04f9a",
                                    table="parcours_embauche",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EmbaucheEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("poste", models.CharField(max_length=160, verbose_name="poste")),
                        (
                            "forme",
                            models.CharField(
                                choices=[
                                    ("cdi", "CDI"),
                                    ("cdd", "CDD"),
                                    ("interim", "Intérim"),
                                    ("alternance", "Alternance"),
                                    ("public", "Fonction publique"),
                                    ("independant", "À son compte"),
                                    ("autre", "Autre"),
                                ],
                                max_length=12,
                                verbose_name="forme de l’emploi",
                            ),
                        ),
                        ("debut", models.DateField(verbose_name="à partir du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        (
                            "heures_hebdo",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=4,
                                null=True,
                                verbose_name="heures par semaine",
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.embauche",
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
                            "mise_en_relation",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.miseenrelation",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="EtapeMiseEnRelation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "etape",
                            models.CharField(
                                choices=[
                                    ("envoyee", "Candidature envoyée"),
                                    ("entretien", "Entretien avec l’entreprise"),
                                    ("essai", "Essai au poste"),
                                    ("refus_entreprise", "Refus de l’entreprise"),
                                    ("refus_personne", "Refus de la personne"),
                                    ("sans_suite", "Sans suite"),
                                ],
                                max_length=16,
                                verbose_name="étape",
                            ),
                        ),
                        ("le", models.DateField(verbose_name="le")),
                        (
                            "motif",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("non_joignable", "Personne non joignable"),
                                    ("absent", "Absente à l’entretien"),
                                    ("indisponible", "Indisponible : en emploi ou en formation"),
                                    ("non_mobile", "Ne peut pas se déplacer jusque-là"),
                                    ("non_interessee", "Poste non souhaité"),
                                    ("horaires", "Horaires ou conditions qui ne conviennent pas"),
                                    ("competences", "Compétences insuffisantes pour le poste"),
                                    ("frein_poste", "Frein incompatible avec le poste"),
                                    ("pas_de_poste", "Plus de recrutement en cours"),
                                    ("autre_candidat", "Autre candidature retenue"),
                                    ("incomplete", "Candidature pas assez renseignée"),
                                    ("autre", "Autre"),
                                ],
                                max_length=16,
                                verbose_name="motif",
                            ),
                        ),
                        ("precision", models.CharField(blank=True, max_length=400, verbose_name="précision")),
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
                            "mise_en_relation",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="etapes",
                                to="parcours.miseenrelation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "étape de mise en relation",
                        "verbose_name_plural": "étapes de mise en relation",
                        "ordering": ["-le", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["structure", "mise_en_relation", "-le"], name="etape_placement_par_mer"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_etapemiseenrelation_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("etape__in", ["refus_entreprise", "refus_personne"]),
                                        models.Q(("motif", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("etape__in", ["refus_entreprise", "refus_personne"]), _negated=True
                                        ),
                                        ("motif", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="etape_placement_refus_motive",
                                violation_error_message="Un refus dit son motif ; une autre étape n’en a pas.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_etapemiseenrelationevent" ("auteur_id", "etape", "id", "le", "mise_en_relation_id", "motif", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "structure_id") VALUES (NEW."auteur_id", NEW."etape", NEW."id", NEW."le", NEW."mise_en_relation_id", NEW."motif", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."precision", NEW."structure_id"); RETURN NULL;',
                                    hash="a786956102f7351736ae660c1ce5b3f4cc1d75f6",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_dea62",
                                    table="parcours_etapemiseenrelation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_etapemiseenrelationevent" ("auteur_id", "etape", "id", "le", "mise_en_relation_id", "motif", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "structure_id") VALUES (NEW."auteur_id", NEW."etape", NEW."id", NEW."le", NEW."mise_en_relation_id", NEW."motif", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."precision", NEW."structure_id"); RETURN NULL;',
                                    hash="cb9a59914215eb3290b0fff3e66f65067aa4a5fe",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_53ded",
                                    table="parcours_etapemiseenrelation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_etapemiseenrelationevent" ("auteur_id", "etape", "id", "le", "mise_en_relation_id", "motif", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "structure_id") VALUES (OLD."auteur_id", OLD."etape", OLD."id", OLD."le", OLD."mise_en_relation_id", OLD."motif", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."precision", OLD."structure_id"); RETURN NULL;',
                                    hash="83d5c93af70a4193cd9ff7b32375f9344bf904f3",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_25b7d",
                                    table="parcours_etapemiseenrelation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EtapeMiseEnRelationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "etape",
                            models.CharField(
                                choices=[
                                    ("envoyee", "Candidature envoyée"),
                                    ("entretien", "Entretien avec l’entreprise"),
                                    ("essai", "Essai au poste"),
                                    ("refus_entreprise", "Refus de l’entreprise"),
                                    ("refus_personne", "Refus de la personne"),
                                    ("sans_suite", "Sans suite"),
                                ],
                                max_length=16,
                                verbose_name="étape",
                            ),
                        ),
                        ("le", models.DateField(verbose_name="le")),
                        (
                            "motif",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("non_joignable", "Personne non joignable"),
                                    ("absent", "Absente à l’entretien"),
                                    ("indisponible", "Indisponible : en emploi ou en formation"),
                                    ("non_mobile", "Ne peut pas se déplacer jusque-là"),
                                    ("non_interessee", "Poste non souhaité"),
                                    ("horaires", "Horaires ou conditions qui ne conviennent pas"),
                                    ("competences", "Compétences insuffisantes pour le poste"),
                                    ("frein_poste", "Frein incompatible avec le poste"),
                                    ("pas_de_poste", "Plus de recrutement en cours"),
                                    ("autre_candidat", "Autre candidature retenue"),
                                    ("incomplete", "Candidature pas assez renseignée"),
                                    ("autre", "Autre"),
                                ],
                                max_length=16,
                                verbose_name="motif",
                            ),
                        ),
                        ("precision", models.CharField(blank=True, max_length=400, verbose_name="précision")),
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
                                to="parcours.etapemiseenrelation",
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
                            "mise_en_relation",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.miseenrelation",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Immersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("poste", models.CharField(max_length=160, verbose_name="métier ou poste observé")),
                        (
                            "objet",
                            models.CharField(
                                choices=[
                                    ("decouvrir", "Découvrir un métier ou un secteur d’activité"),
                                    ("confirmer", "Confirmer un projet professionnel"),
                                    ("recruter", "Initier une démarche de recrutement"),
                                ],
                                max_length=10,
                                verbose_name="objet",
                            ),
                        ),
                        (
                            "taches",
                            models.TextField(blank=True, max_length=4000, verbose_name="activités et tâches prévues"),
                        ),
                        ("debut", models.DateField(verbose_name="du")),
                        ("fin", models.DateField(verbose_name="au")),
                        (
                            "jours",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(
                                    choices=[
                                        (1, "Lundi"),
                                        (2, "Mardi"),
                                        (3, "Mercredi"),
                                        (4, "Jeudi"),
                                        (5, "Vendredi"),
                                        (6, "Samedi"),
                                        (7, "Dimanche"),
                                    ]
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="jours",
                            ),
                        ),
                        ("horaires", models.CharField(blank=True, max_length=160, verbose_name="horaires")),
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
                        ("prescripteur", models.CharField(blank=True, max_length=160, verbose_name="prescripteur")),
                        (
                            "numero_convention",
                            models.CharField(blank=True, max_length=40, verbose_name="numéro de convention"),
                        ),
                        ("signee_le", models.DateField(blank=True, null=True, verbose_name="convention signée le")),
                        (
                            "derogation",
                            models.CharField(blank=True, max_length=300, verbose_name="motif pour passer outre"),
                        ),
                        (
                            "appel_le",
                            models.DateField(blank=True, null=True, verbose_name="appel de mi-parcours fait le"),
                        ),
                        ("interrompue_le", models.DateField(blank=True, null=True, verbose_name="interrompue le")),
                        ("motif_interruption", models.CharField(blank=True, max_length=300, verbose_name="pourquoi")),
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
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="immersions",
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
                                related_name="immersions",
                                to="entreprises.etablissement",
                                verbose_name="site",
                            ),
                        ),
                        (
                            "metier",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="immersions",
                                to="parcours.metiervise",
                                verbose_name="métier visé mis à l’épreuve",
                            ),
                        ),
                        (
                            "offre",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="immersions",
                                to="entreprises.offre",
                            ),
                        ),
                        (
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="immersions",
                                to="parcours.parcours",
                            ),
                        ),
                        (
                            "renouvelle",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="renouvellements",
                                to="parcours.immersion",
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
                            "tuteur",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="immersions",
                                to="entreprises.contact",
                                verbose_name="tuteur",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "immersion",
                        "verbose_name_plural": "immersions",
                        "ordering": ["-debut", "-pk"],
                        "indexes": [
                            models.Index(fields=["structure", "parcours", "-debut"], name="immersion_par_parcours"),
                            models.Index(
                                fields=["structure", "entreprise", "-debut"], name="immersion_par_entreprise"
                            ),
                            models.Index(fields=["structure", "fin"], name="immersion_par_fin"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_immersion_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("fin__gte", models.F("debut"))),
                                name="immersion_fin_apres_debut",
                                violation_error_message="La fin ne peut pas précéder le début.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("interrompue_le__isnull", True), ("motif_interruption", "")),
                                    models.Q(
                                        ("interrompue_le__isnull", False),
                                        models.Q(("motif_interruption", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="immersion_interruption_motivee",
                                violation_error_message="Une interruption porte sa date et son motif.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("interrompue_le__isnull", True),
                                    ("interrompue_le__lte", models.F("fin")),
                                    _connector="OR",
                                ),
                                name="immersion_interruption_avant_fin",
                                violation_error_message="Une immersion ne s’interrompt pas après sa fin.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_immersionevent" ("appel_le", "auteur_id", "debut", "derogation", "entreprise_id", "etablissement_id", "fin", "heures_hebdo", "horaires", "id", "interrompue_le", "jours", "metier_id", "motif_interruption", "numero_convention", "objet", "offre_id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "poste", "prescripteur", "renouvelle_id", "signee_le", "structure_id", "taches", "tuteur_id", "version") VALUES (NEW."appel_le", NEW."auteur_id", NEW."debut", NEW."derogation", NEW."entreprise_id", NEW."etablissement_id", NEW."fin", NEW."heures_hebdo", NEW."horaires", NEW."id", NEW."interrompue_le", NEW."jours", NEW."metier_id", NEW."motif_interruption", NEW."numero_convention", NEW."objet", NEW."offre_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."poste", NEW."prescripteur", NEW."renouvelle_id", NEW."signee_le", NEW."structure_id", NEW."taches", NEW."tuteur_id", NEW."version"); RETURN NULL;',
                                    hash="550e5ac6de282c15c17f2bbff74aa7b72ae01261",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_8fe41",
                                    table="parcours_immersion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_immersionevent" ("appel_le", "auteur_id", "debut", "derogation", "entreprise_id", "etablissement_id", "fin", "heures_hebdo", "horaires", "id", "interrompue_le", "jours", "metier_id", "motif_interruption", "numero_convention", "objet", "offre_id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "poste", "prescripteur", "renouvelle_id", "signee_le", "structure_id", "taches", "tuteur_id", "version") VALUES (NEW."appel_le", NEW."auteur_id", NEW."debut", NEW."derogation", NEW."entreprise_id", NEW."etablissement_id", NEW."fin", NEW."heures_hebdo", NEW."horaires", NEW."id", NEW."interrompue_le", NEW."jours", NEW."metier_id", NEW."motif_interruption", NEW."numero_convention", NEW."objet", NEW."offre_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."poste", NEW."prescripteur", NEW."renouvelle_id", NEW."signee_le", NEW."structure_id", NEW."taches", NEW."tuteur_id", NEW."version"); RETURN NULL;',
                                    hash="4d6cee5bc67a5c84eabe5aa78735e061eb6bdb29",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_2da62",
                                    table="parcours_immersion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_immersionevent" ("appel_le", "auteur_id", "debut", "derogation", "entreprise_id", "etablissement_id", "fin", "heures_hebdo", "horaires", "id", "interrompue_le", "jours", "metier_id", "motif_interruption", "numero_convention", "objet", "offre_id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "poste", "prescripteur", "renouvelle_id", "signee_le", "structure_id", "taches", "tuteur_id", "version") VALUES (OLD."appel_le", OLD."auteur_id", OLD."debut", OLD."derogation", OLD."entreprise_id", OLD."etablissement_id", OLD."fin", OLD."heures_hebdo", OLD."horaires", OLD."id", OLD."interrompue_le", OLD."jours", OLD."metier_id", OLD."motif_interruption", OLD."numero_convention", OLD."objet", OLD."offre_id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."poste", OLD."prescripteur", OLD."renouvelle_id", OLD."signee_le", OLD."structure_id", OLD."taches", OLD."tuteur_id", OLD."version"); RETURN NULL;',
                                    hash="e3f5b6f354d71a72e20722d7046831bfbdba388b",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_a5a26",
                                    table="parcours_immersion",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImmersionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("poste", models.CharField(max_length=160, verbose_name="métier ou poste observé")),
                        (
                            "objet",
                            models.CharField(
                                choices=[
                                    ("decouvrir", "Découvrir un métier ou un secteur d’activité"),
                                    ("confirmer", "Confirmer un projet professionnel"),
                                    ("recruter", "Initier une démarche de recrutement"),
                                ],
                                max_length=10,
                                verbose_name="objet",
                            ),
                        ),
                        (
                            "taches",
                            models.TextField(blank=True, max_length=4000, verbose_name="activités et tâches prévues"),
                        ),
                        ("debut", models.DateField(verbose_name="du")),
                        ("fin", models.DateField(verbose_name="au")),
                        (
                            "jours",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(
                                    choices=[
                                        (1, "Lundi"),
                                        (2, "Mardi"),
                                        (3, "Mercredi"),
                                        (4, "Jeudi"),
                                        (5, "Vendredi"),
                                        (6, "Samedi"),
                                        (7, "Dimanche"),
                                    ]
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="jours",
                            ),
                        ),
                        ("horaires", models.CharField(blank=True, max_length=160, verbose_name="horaires")),
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
                        ("prescripteur", models.CharField(blank=True, max_length=160, verbose_name="prescripteur")),
                        (
                            "numero_convention",
                            models.CharField(blank=True, max_length=40, verbose_name="numéro de convention"),
                        ),
                        ("signee_le", models.DateField(blank=True, null=True, verbose_name="convention signée le")),
                        (
                            "derogation",
                            models.CharField(blank=True, max_length=300, verbose_name="motif pour passer outre"),
                        ),
                        (
                            "appel_le",
                            models.DateField(blank=True, null=True, verbose_name="appel de mi-parcours fait le"),
                        ),
                        ("interrompue_le", models.DateField(blank=True, null=True, verbose_name="interrompue le")),
                        ("motif_interruption", models.CharField(blank=True, max_length=300, verbose_name="pourquoi")),
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
                            "metier",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.metiervise",
                                verbose_name="métier visé mis à l’épreuve",
                            ),
                        ),
                        (
                            "offre",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.offre",
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
                                to="parcours.immersion",
                            ),
                        ),
                        (
                            "renouvelle",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.immersion",
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
                            "tuteur",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.contact",
                                verbose_name="tuteur",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="MiseEnRelation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("poste", models.CharField(blank=True, max_length=160, verbose_name="poste")),
                        ("proposee_le", models.DateField(verbose_name="proposée le")),
                        (
                            "accord",
                            models.CharField(
                                choices=[("oui", "Oui"), ("non", "Non"), ("reflechit", "Veut y réfléchir")],
                                max_length=10,
                                verbose_name="réponse de la personne",
                            ),
                        ),
                        ("accord_le", models.DateField(blank=True, null=True, verbose_name="répondu le")),
                        ("raisons", models.JSONField(default=list, editable=False, verbose_name="raisons")),
                        ("remarque", models.TextField(blank=True, max_length=4000, verbose_name="à savoir")),
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
                                related_name="mises_en_relation",
                                to="entreprises.contact",
                            ),
                        ),
                        (
                            "entreprise",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mises_en_relation",
                                to="entreprises.entreprise",
                            ),
                        ),
                        (
                            "offre",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mises_en_relation",
                                to="entreprises.offre",
                                verbose_name="offre",
                            ),
                        ),
                        (
                            "parcours",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="mises_en_relation",
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
                        "verbose_name": "mise en relation",
                        "verbose_name_plural": "mises en relation",
                        "ordering": ["-proposee_le", "-pk"],
                        "indexes": [
                            models.Index(fields=["structure", "parcours", "-proposee_le"], name="mer_par_parcours"),
                            models.Index(
                                fields=["structure", "entreprise", "-proposee_le"], name="mer_par_entreprise"
                            ),
                            models.Index(fields=["structure", "offre"], name="mer_par_offre"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_miseenrelation_structure_id"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("offre__isnull", False)),
                                fields=("structure", "parcours", "offre"),
                                name="mise_en_relation_une_par_offre",
                                violation_error_message="Cette personne est déjà proposée pour cette offre.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("accord_le__isnull", True),
                                    ("accord_le__gte", models.F("proposee_le")),
                                    _connector="OR",
                                ),
                                name="mise_en_relation_accord_apres",
                                violation_error_message="La personne ne peut pas répondre avant qu’on lui propose.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_miseenrelationevent" ("accord", "accord_le", "auteur_id", "contact_id", "entreprise_id", "id", "offre_id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "poste", "proposee_le", "raisons", "remarque", "structure_id", "version") VALUES (NEW."accord", NEW."accord_le", NEW."auteur_id", NEW."contact_id", NEW."entreprise_id", NEW."id", NEW."offre_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."poste", NEW."proposee_le", NEW."raisons", NEW."remarque", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="b5e1a31e4204e9a978bf98cde6ba6f10879d4fe0",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_22a48",
                                    table="parcours_miseenrelation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_miseenrelationevent" ("accord", "accord_le", "auteur_id", "contact_id", "entreprise_id", "id", "offre_id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "poste", "proposee_le", "raisons", "remarque", "structure_id", "version") VALUES (NEW."accord", NEW."accord_le", NEW."auteur_id", NEW."contact_id", NEW."entreprise_id", NEW."id", NEW."offre_id", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."poste", NEW."proposee_le", NEW."raisons", NEW."remarque", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="424c908a953247969b50095dd576eb73c12dfbfd",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e4992",
                                    table="parcours_miseenrelation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_miseenrelationevent" ("accord", "accord_le", "auteur_id", "contact_id", "entreprise_id", "id", "offre_id", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "poste", "proposee_le", "raisons", "remarque", "structure_id", "version") VALUES (OLD."accord", OLD."accord_le", OLD."auteur_id", OLD."contact_id", OLD."entreprise_id", OLD."id", OLD."offre_id", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."poste", OLD."proposee_le", OLD."raisons", OLD."remarque", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="feb6acfdac4f435732894ab95453c977d83dfbaf",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_94682",
                                    table="parcours_miseenrelation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MiseEnRelationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("poste", models.CharField(blank=True, max_length=160, verbose_name="poste")),
                        ("proposee_le", models.DateField(verbose_name="proposée le")),
                        (
                            "accord",
                            models.CharField(
                                choices=[("oui", "Oui"), ("non", "Non"), ("reflechit", "Veut y réfléchir")],
                                max_length=10,
                                verbose_name="réponse de la personne",
                            ),
                        ),
                        ("accord_le", models.DateField(blank=True, null=True, verbose_name="répondu le")),
                        ("raisons", models.JSONField(default=list, editable=False, verbose_name="raisons")),
                        ("remarque", models.TextField(blank=True, max_length=4000, verbose_name="à savoir")),
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
                            "offre",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.offre",
                                verbose_name="offre",
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
                                to="parcours.miseenrelation",
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
                    name="CritereEligibilite",
                    fields=[
                        (
                            "code",
                            models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name="code"),
                        ),
                        ("libelle", models.CharField(max_length=255, verbose_name="libellé")),
                        ("debut", models.DateField(blank=True, null=True, verbose_name="en vigueur depuis le")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        ("niveau", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="niveau")),
                        ("rang", models.PositiveSmallIntegerField(verbose_name="rang")),
                        ("preuve", models.CharField(max_length=255, verbose_name="justificatif")),
                        (
                            "age_max_mois",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="âge maximal du justificatif (mois)"
                            ),
                        ),
                        ("a_terme", models.BooleanField(default=False, verbose_name="valable jusqu’à une date")),
                        (
                            "honneur_seul",
                            models.BooleanField(
                                default=False, verbose_name="âge limité pour l’attestation sur l’honneur seulement"
                            ),
                        ),
                        (
                            "liste",
                            models.CharField(
                                choices=[("iae", "Insertion par l’activité économique"), ("geiq", "GEIQ")],
                                default="iae",
                                max_length=4,
                                verbose_name="liste",
                            ),
                        ),
                        (
                            "annexe",
                            models.CharField(
                                blank=True,
                                choices=[("1", "annexe 1"), ("2", "annexe 2"), ("1+2", "annexes 1 et 2")],
                                max_length=3,
                                verbose_name="annexe",
                            ),
                        ),
                        ("implique", models.CharField(blank=True, max_length=40, verbose_name="compte aussi pour")),
                    ],
                    options={
                        "verbose_name": "critère d’éligibilité",
                        "verbose_name_plural": "critères d’éligibilité",
                        "ordering": ["liste", "niveau", "rang"],
                    },
                ),
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
                ),
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
                ),
                migrations.CreateModel(
                    name="ModeleCourrier",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "titre",
                            models.CharField(
                                help_text="C’est aussi l’objet du courrier.", max_length=120, verbose_name="titre"
                            ),
                        ),
                        ("corps", models.TextField(max_length=6000, verbose_name="texte du courrier")),
                        ("actif", models.BooleanField(default=True, verbose_name="proposé à l’équipe")),
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
                        "verbose_name": "courrier type",
                        "verbose_name_plural": "courriers types",
                        "ordering": ["titre", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_modelecourrier_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "titre"),
                                name="modele_courrier_titre_unique",
                                violation_error_message="Un courrier type porte déjà ce titre.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_modelecourrierevent" ("actif", "corps", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "titre", "version") VALUES (NEW."actif", NEW."corps", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."titre", NEW."version"); RETURN NULL;',
                                    hash="8005bbf6a982c0809a6bdcced4aff2133d0feac7",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f6b02",
                                    table="parcours_modelecourrier",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_modelecourrierevent" ("actif", "corps", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "titre", "version") VALUES (NEW."actif", NEW."corps", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."titre", NEW."version"); RETURN NULL;',
                                    hash="ca83009a576140994b6976827a1871158cf5f6f5",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_eca33",
                                    table="parcours_modelecourrier",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_modelecourrierevent" ("actif", "corps", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "titre", "version") VALUES (OLD."actif", OLD."corps", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."titre", OLD."version"); RETURN NULL;',
                                    hash="6d41a3bda243133e960b4dd700045ebad9ba94ff",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_4931a",
                                    table="parcours_modelecourrier",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ModeleCourrierEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "titre",
                            models.CharField(
                                help_text="C’est aussi l’objet du courrier.", max_length=120, verbose_name="titre"
                            ),
                        ),
                        ("corps", models.TextField(max_length=6000, verbose_name="texte du courrier")),
                        ("actif", models.BooleanField(default=True, verbose_name="proposé à l’équipe")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.modelecourrier",
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
                    name="Lot",
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
                                choices=parcours.models.productions.genres_production,
                                max_length=24,
                                verbose_name="document",
                            ),
                        ),
                        ("intitule", models.CharField(max_length=120, verbose_name="intitulé")),
                        (
                            "forme",
                            models.CharField(
                                choices=[
                                    ("pdf", "Un seul PDF, à imprimer d’un coup"),
                                    ("zip", "Un fichier par personne, dans une archive ZIP"),
                                ],
                                default="pdf",
                                max_length=4,
                                verbose_name="présentation",
                            ),
                        ),
                        ("selection", models.TextField(blank=True, verbose_name="personnes choisies")),
                        ("total", models.PositiveIntegerField(default=0, verbose_name="personnes")),
                        (
                            "non_visibles",
                            models.PositiveIntegerField(default=0, verbose_name="personnes hors de portée"),
                        ),
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
                        ("message", models.TextField(blank=True)),
                        ("fichier", models.FileField(blank=True, upload_to=parcours.models.lots.chemin_lot)),
                        ("empreinte", models.CharField(blank=True, max_length=64, verbose_name="empreinte SHA-256")),
                        (
                            "bail_at",
                            models.DateTimeField(null=True, verbose_name="assemblé par un travailleur jusqu’à"),
                        ),
                        (
                            "signe_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="dernier signe d’un travailleur"
                            ),
                        ),
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
                        "verbose_name": "lot de documents",
                        "verbose_name_plural": "lots de documents",
                        "ordering": ["-created_at", "-pk"],
                        "indexes": [
                            models.Index(fields=["structure", "demande_par", "-created_at"], name="lot_par_demandeur")
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("structure", "id"), name="parcours_lot_structure_id"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("etat", "termine"), _negated=True),
                                    models.Q(
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
                                name="lot_termine_avec_fichier",
                                violation_error_message="Un lot terminé a son fichier, tant qu’il n’est pas effacé.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MotReunion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("texte", models.TextField(max_length=4000, verbose_name="ce qui a été dit")),
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
                            "mention",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="mots",
                                to="parcours.personnementionnee",
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
                        "verbose_name": "mot d’une réunion",
                        "verbose_name_plural": "mots d’une réunion",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_motreunion_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "mention"),
                                name="mot_reunion_unique",
                                violation_error_message="Un mot est déjà écrit pour cette personne.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_motreunionevent" ("auteur_id", "id", "mention_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte", "version") VALUES (NEW."auteur_id", NEW."id", NEW."mention_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."texte", NEW."version"); RETURN NULL;',
                                    hash="f688ccfe2ce89f014e704a243db561811f8a017b",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_27bc8",
                                    table="parcours_motreunion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_motreunionevent" ("auteur_id", "id", "mention_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte", "version") VALUES (NEW."auteur_id", NEW."id", NEW."mention_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."texte", NEW."version"); RETURN NULL;',
                                    hash="03e122a4d92de812c4cbedfac68f59218e11bf26",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_fcff0",
                                    table="parcours_motreunion",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_motreunionevent" ("auteur_id", "id", "mention_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte", "version") VALUES (OLD."auteur_id", OLD."id", OLD."mention_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."texte", OLD."version"); RETURN NULL;',
                                    hash="edf05eca930a2b6d8e0c10c7b577f07346b9aff6",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_894a8",
                                    table="parcours_motreunion",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MotReunionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("texte", models.TextField(max_length=4000, verbose_name="ce qui a été dit")),
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
                            "mention",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="parcours.personnementionnee",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="parcours.motreunion",
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
                    name="SilenceAttendu",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("raison", models.CharField(max_length=160, verbose_name="raison")),
                        ("debut", models.DateField(editable=False, verbose_name="depuis le")),
                        ("jusqu_au", models.DateField(verbose_name="pas de nouvelles attendues jusqu’au")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
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
                                related_name="silences",
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
                        "verbose_name": "silence attendu",
                        "verbose_name_plural": "silences attendus",
                        "ordering": ["-debut", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="parcours_silenceattendu_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("jusqu_au__gte", models.F("debut"))),
                                name="silence_fin_apres_debut",
                                violation_error_code="silence_fin",
                                violation_error_message="Choisissez un jour à venir.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "jusqu_au__lte",
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("debut"), "+", models.Value(datetime.timedelta(days=366))
                                        ),
                                    )
                                ),
                                name="silence_un_an_au_plus",
                                violation_error_code="silence_fin",
                                violation_error_message="Un silence se justifie pour un an au plus.",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("structure", "="),
                                    ("beneficiaire", "="),
                                    (
                                        insertion.models.structures.Periode(
                                            "debut",
                                            "jusqu_au",
                                            django.contrib.postgres.fields.ranges.RangeBoundary(
                                                inclusive_lower=True, inclusive_upper=True
                                            ),
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="silence_sans_chevauchement",
                                violation_error_message="Le silence de cette personne est déjà justifié à ces dates.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_silenceattenduevent" ("auteur_id", "beneficiaire_id", "debut", "id", "jusqu_au", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "raison", "structure_id", "version") VALUES (NEW."auteur_id", NEW."beneficiaire_id", NEW."debut", NEW."id", NEW."jusqu_au", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."raison", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="b7809755f43de794dfc1778d2be8c69661d4a6a0",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1170a",
                                    table="parcours_silenceattendu",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "parcours_silenceattenduevent" ("auteur_id", "beneficiaire_id", "debut", "id", "jusqu_au", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "raison", "structure_id", "version") VALUES (NEW."auteur_id", NEW."beneficiaire_id", NEW."debut", NEW."id", NEW."jusqu_au", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."raison", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="d71ad80cff2adfe7035c339ebb641f9c348d3919",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_9becb",
                                    table="parcours_silenceattendu",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "parcours_silenceattenduevent" ("auteur_id", "beneficiaire_id", "debut", "id", "jusqu_au", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "raison", "structure_id", "version") VALUES (OLD."auteur_id", OLD."beneficiaire_id", OLD."debut", OLD."id", OLD."jusqu_au", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."raison", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="6ce2bb116c433eaa4a5e07ee5433fcc969477ef2",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_a89be",
                                    table="parcours_silenceattendu",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SilenceAttenduEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("raison", models.CharField(max_length=160, verbose_name="raison")),
                        ("debut", models.DateField(editable=False, verbose_name="depuis le")),
                        ("jusqu_au", models.DateField(verbose_name="pas de nouvelles attendues jusqu’au")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
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
                                to="parcours.silenceattendu",
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
