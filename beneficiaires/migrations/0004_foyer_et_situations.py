"""The household, and more natures of situations: those of justice, protection and health are for fewer roles."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import insertion.isolation.models
from insertion.isolation.operations import CONDITION, SUIVI, Isoler, roles

DOSSIER = roles(*SUIVI, "administratif")
ANCIENNES = "('aah', 'rqth', 'invalidite', 'titre_sejour', 'mesure_justice')"
SENSIBLES = "('aah', 'rqth', 'invalidite', 'titre_sejour', 'mesure_justice', 'indemnites', 'protection', 'detention', 'tutelle')"
RESSOURCE = """
CREATE OR REPLACE FUNCTION tremplin.ressource(la_structure bigint, la_personne bigint, le date) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT jsonb_build_object('nature', s.nature, 'debut', s.debut) FROM beneficiaires_situation s
   WHERE s.structure_id = la_structure AND s.beneficiaire_id = la_personne
     AND s.nature IN ({})
     AND (s.debut IS NULL OR s.debut <= le) AND (s.fin IS NULL OR s.fin >= le)
   ORDER BY s.debut DESC NULLS LAST, s.id LIMIT 1 $$;
"""
AVANT = "'rsa', 'ass', 'are', 'sans_ressources'"
APRES = f"{AVANT}, 'salaire', 'retraite'"


def politique(natures):
    """The policy of the situations and of their history, `natures` being the sensitive ones."""
    condition = f"{CONDITION} AND (nature NOT IN {natures} OR {DOSSIER})"
    return [
        f"ALTER POLICY isolation ON {table} USING ({condition}) WITH CHECK ({condition})"
        for table in ("beneficiaires_situation", "beneficiaires_situationevent")
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("beneficiaires", "0003_entete"),
        ("insertion", "0002_isolation"),
    ]

    operations = [
        migrations.AlterField(
            model_name="situation",
            name="nature",
            field=models.CharField(
                choices=[
                    ("rsa", "RSA"),
                    ("ass", "ASS"),
                    ("are", "Allocation chômage (ARE)"),
                    ("salaire", "Salaire ou revenu d’activité"),
                    ("prime_activite", "Prime d’activité"),
                    ("retraite", "Pension de retraite"),
                    ("familiales", "Prestations familiales"),
                    ("logement_aide", "Aide au logement"),
                    ("indemnites", "Indemnités journalières"),
                    ("sans_ressources", "Sans ressources"),
                    ("aah", "AAH"),
                    ("rqth", "RQTH"),
                    ("invalidite", "Pension d’invalidité"),
                    ("france_travail", "Inscription à France Travail"),
                    ("deld", "Demandeur d’emploi de longue durée"),
                    ("detld", "Demandeur d’emploi de très longue durée (24 mois et plus)"),
                    ("sans_qualification", "Sans qualification reconnue"),
                    ("assurance_maladie", "Assurance maladie à jour"),
                    ("complementaire", "Complémentaire santé (C2S ou autre)"),
                    ("domiciliation", "Domiciliation postale"),
                    ("parent_isole", "Parent isolé"),
                    ("isole", "Personne isolée"),
                    ("qpv", "Habite un quartier prioritaire"),
                    ("zrr", "Habite une zone de revitalisation rurale"),
                    ("ase", "Sortie de l’aide sociale à l’enfance"),
                    ("titre_sejour", "Titre de séjour"),
                    ("protection", "Réfugié ou protection internationale"),
                    ("permis_b", "Permis B"),
                    ("permis_en_cours", "Permis en cours"),
                    ("vehicule", "Véhicule"),
                    ("logement_autonome", "Logement autonome"),
                    ("heberge", "Hébergé chez un proche"),
                    ("hebergement_collectif", "Hébergement collectif"),
                    ("sans_domicile", "Sans domicile"),
                    ("mesure_justice", "Mesure de justice"),
                    ("detention", "Sortant de détention"),
                    ("tutelle", "Curatelle ou tutelle"),
                ],
                max_length=24,
                verbose_name="situation",
            ),
        ),
        migrations.AlterField(
            model_name="situationevent",
            name="nature",
            field=models.CharField(
                choices=[
                    ("rsa", "RSA"),
                    ("ass", "ASS"),
                    ("are", "Allocation chômage (ARE)"),
                    ("salaire", "Salaire ou revenu d’activité"),
                    ("prime_activite", "Prime d’activité"),
                    ("retraite", "Pension de retraite"),
                    ("familiales", "Prestations familiales"),
                    ("logement_aide", "Aide au logement"),
                    ("indemnites", "Indemnités journalières"),
                    ("sans_ressources", "Sans ressources"),
                    ("aah", "AAH"),
                    ("rqth", "RQTH"),
                    ("invalidite", "Pension d’invalidité"),
                    ("france_travail", "Inscription à France Travail"),
                    ("deld", "Demandeur d’emploi de longue durée"),
                    ("detld", "Demandeur d’emploi de très longue durée (24 mois et plus)"),
                    ("sans_qualification", "Sans qualification reconnue"),
                    ("assurance_maladie", "Assurance maladie à jour"),
                    ("complementaire", "Complémentaire santé (C2S ou autre)"),
                    ("domiciliation", "Domiciliation postale"),
                    ("parent_isole", "Parent isolé"),
                    ("isole", "Personne isolée"),
                    ("qpv", "Habite un quartier prioritaire"),
                    ("zrr", "Habite une zone de revitalisation rurale"),
                    ("ase", "Sortie de l’aide sociale à l’enfance"),
                    ("titre_sejour", "Titre de séjour"),
                    ("protection", "Réfugié ou protection internationale"),
                    ("permis_b", "Permis B"),
                    ("permis_en_cours", "Permis en cours"),
                    ("vehicule", "Véhicule"),
                    ("logement_autonome", "Logement autonome"),
                    ("heberge", "Hébergé chez un proche"),
                    ("hebergement_collectif", "Hébergement collectif"),
                    ("sans_domicile", "Sans domicile"),
                    ("mesure_justice", "Mesure de justice"),
                    ("detention", "Sortant de détention"),
                    ("tutelle", "Curatelle ou tutelle"),
                ],
                max_length=24,
                verbose_name="situation",
            ),
        ),
        migrations.CreateModel(
            name="Proche",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "lien",
                    models.CharField(
                        choices=[
                            ("conjoint", "Conjoint·e ou partenaire"),
                            ("enfant", "Enfant"),
                            ("parent", "Parent"),
                            ("fratrie", "Frère ou sœur"),
                            ("autre", "Autre proche"),
                        ],
                        max_length=10,
                        verbose_name="lien",
                    ),
                ),
                ("prenom", models.CharField(blank=True, max_length=60, verbose_name="prénom")),
                (
                    "annee_naissance",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="année de naissance"),
                ),
                ("a_charge", models.BooleanField(default=False, verbose_name="à charge")),
                ("vit_avec", models.BooleanField(default=False, verbose_name="vit avec la personne")),
                (
                    "beneficiaire",
                    insertion.isolation.models.CleIsolee(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proches",
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
                "verbose_name": "proche",
                "verbose_name_plural": "proches",
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProcheEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "lien",
                    models.CharField(
                        choices=[
                            ("conjoint", "Conjoint·e ou partenaire"),
                            ("enfant", "Enfant"),
                            ("parent", "Parent"),
                            ("fratrie", "Frère ou sœur"),
                            ("autre", "Autre proche"),
                        ],
                        max_length=10,
                        verbose_name="lien",
                    ),
                ),
                ("prenom", models.CharField(blank=True, max_length=60, verbose_name="prénom")),
                (
                    "annee_naissance",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="année de naissance"),
                ),
                ("a_charge", models.BooleanField(default=False, verbose_name="à charge")),
                ("vit_avec", models.BooleanField(default=False, verbose_name="vit avec la personne")),
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
                        to="beneficiaires.proche",
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
            model_name="proche",
            index=models.Index(fields=["structure", "beneficiaire"], name="proche_par_personne"),
        ),
        migrations.AddConstraint(
            model_name="proche",
            constraint=models.UniqueConstraint(fields=("structure", "id"), name="beneficiaires_proche_structure_id"),
        ),
        migrations.AddConstraint(
            model_name="proche",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("annee_naissance__isnull", True),
                    models.Q(("annee_naissance__gte", 1900), ("annee_naissance__lte", 2100)),
                    _connector="OR",
                ),
                name="proche_annee_naissance",
                violation_error_message="Une année de naissance s’écrit en quatre chiffres : 2014.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proche",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "beneficiaires_procheevent" ("a_charge", "annee_naissance", "beneficiaire_id", "id", "lien", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prenom", "structure_id", "vit_avec") VALUES (NEW."a_charge", NEW."annee_naissance", NEW."beneficiaire_id", NEW."id", NEW."lien", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."prenom", NEW."structure_id", NEW."vit_avec"); RETURN NULL;',
                    hash="cfa7733bc84ffd1f939093e4fd35b7b1e0777480",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_aff16",
                    table="beneficiaires_proche",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proche",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "beneficiaires_procheevent" ("a_charge", "annee_naissance", "beneficiaire_id", "id", "lien", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prenom", "structure_id", "vit_avec") VALUES (NEW."a_charge", NEW."annee_naissance", NEW."beneficiaire_id", NEW."id", NEW."lien", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."prenom", NEW."structure_id", NEW."vit_avec"); RETURN NULL;',
                    hash="2b5908041453573139d2612846bd9a43ef443828",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cb96e",
                    table="beneficiaires_proche",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="proche",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "beneficiaires_procheevent" ("a_charge", "annee_naissance", "beneficiaire_id", "id", "lien", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prenom", "structure_id", "vit_avec") VALUES (OLD."a_charge", OLD."annee_naissance", OLD."beneficiaire_id", OLD."id", OLD."lien", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."prenom", OLD."structure_id", OLD."vit_avec"); RETURN NULL;',
                    hash="05e92eb68fafa372066e8984ab6fed99ebb98299",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ee5c1",
                    table="beneficiaires_proche",
                    when="AFTER",
                ),
            ),
        ),
        Isoler("Proche", DOSSIER),
        Isoler("ProcheEvent", DOSSIER, ajout_seul=True),
        migrations.RunSQL(politique(SENSIBLES), politique(ANCIENNES)),
        migrations.RunSQL(RESSOURCE.format(APRES), RESSOURCE.format(AVANT)),
    ]
