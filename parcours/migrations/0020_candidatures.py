"""Before entry: who was sent by whom, on which list, with which proofs."""

import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import insertion.isolation.models
from insertion.isolation.operations import SUIVI, Isoler, Rattacher, roles
from parcours.operations import NOM_AUTEUR, UNION, GenreFil

#: What speaks of health, justice, housing, asylum or childhood stays with the roles that follow people.
SENSIBLES = "('AAH', 'TH', 'DETENTION_MJ', 'PSH_PR', 'REF_DA', 'ASE')"
CRITERES = f"{roles(*SUIVI)} OR {roles('administratif', 'lecture')} AND critere_id NOT IN {SENSIBLES}"
ADMISSIONS = roles(*SUIVI)
VUE = """
DROP VIEW IF EXISTS parcours_fil;
CREATE OR REPLACE VIEW fil_candidature WITH (security_invoker = true) AS
SELECT 'candidature-' || x.id AS cle, x.structure_id, x.beneficiaire_id, 'candidature'::text AS genre, x.id AS objet_id,
       (x.date)::timestamptz AS quand, coalesce(x.prescripteur, '')::text AS auteur, ({texte})::text AS texte,
       ({details})::jsonb AS details
  FROM parcours_candidature x {jointures} WHERE x.date IS NOT NULL
"""
AVANT = VUE.format(
    texte="x.metier", details="jsonb_build_object('statut', x.statut, 'motif', x.motif_refus)", jointures=""
)
APRES = VUE.format(
    texte="coalesce(nullif(x.metier, ''), d.nom, '')",
    details="jsonb_build_object('statut', x.statut, 'motif', x.motif_refus, 'type', s.type)",
    jointures="""JOIN insertion_structure s ON s.id = x.structure_id
  LEFT JOIN parcours_dispositif d ON d.structure_id = x.structure_id AND d.id = x.dispositif_id""",
)


class Migration(migrations.Migration):
    dependencies = [
        ("beneficiaires", "0004_foyer_et_situations"),
        ("insertion", "0005_reglages"),
        ("parcours", "0019_sortie_apres_contrats"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CritereIae",
            fields=[
                ("code", models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name="code")),
                ("libelle", models.CharField(max_length=255, verbose_name="libellé")),
                ("debut", models.DateField(blank=True, null=True, verbose_name="en vigueur depuis le")),
                ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                ("niveau", models.PositiveSmallIntegerField(verbose_name="niveau")),
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
            ],
            options={
                "verbose_name": "critère d’éligibilité à l’IAE",
                "verbose_name_plural": "critères d’éligibilité à l’IAE",
                "ordering": ["niveau", "rang"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CritereRetenu",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("preuve_le", models.DateField(blank=True, null=True, verbose_name="justificatif du")),
                ("preuve_fin", models.DateField(blank=True, null=True, verbose_name="valable jusqu’au")),
                ("sur_l_honneur", models.BooleanField(default=False, verbose_name="attestation sur l’honneur")),
            ],
            options={
                "verbose_name": "critère retenu",
                "verbose_name_plural": "critères retenus",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CritereRetenuEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("preuve_le", models.DateField(blank=True, null=True, verbose_name="justificatif du")),
                ("preuve_fin", models.DateField(blank=True, null=True, verbose_name="valable jusqu’au")),
                ("sur_l_honneur", models.BooleanField(default=False, verbose_name="attestation sur l’honneur")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EntretienAdmission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("date", models.DateTimeField(verbose_name="date et heure")),
                ("lieu", models.CharField(blank=True, max_length=120, verbose_name="lieu")),
                ("presents", models.CharField(blank=True, max_length=200, verbose_name="personnes présentes")),
                ("notes", models.TextField(blank=True, verbose_name="ce qui s’est dit")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                "verbose_name": "entretien avant l’entrée",
                "verbose_name_plural": "entretiens avant l’entrée",
                "ordering": ["-date", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EntretienAdmissionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("date", models.DateTimeField(verbose_name="date et heure")),
                ("lieu", models.CharField(blank=True, max_length=120, verbose_name="lieu")),
                ("presents", models.CharField(blank=True, max_length=200, verbose_name="personnes présentes")),
                ("notes", models.TextField(blank=True, verbose_name="ce qui s’est dit")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="candidature",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="candidature",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="candidature",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="candidature",
            name="attente_depuis",
            field=models.DateField(
                blank=True, editable=False, null=True, verbose_name="en liste d’attente depuis le"
            ),
        ),
        migrations.AddField(
            model_name="candidature",
            name="decidee_le",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="décision du"),
        ),
        migrations.AddField(
            model_name="candidature",
            name="decidee_par",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="candidature",
            name="derogation",
            field=models.CharField(
                blank=True, max_length=200, verbose_name="acceptée malgré un point manquant, parce que"
            ),
        ),
        migrations.AddField(
            model_name="candidature",
            name="diagnostic_auteur",
            field=models.CharField(
                blank=True,
                choices=[("prescripteur", "Un prescripteur habilité"), ("employeur", "Notre structure")],
                max_length=12,
                verbose_name="fait par",
            ),
        ),
        migrations.AddField(
            model_name="candidature",
            name="diagnostic_le",
            field=models.DateField(blank=True, null=True, verbose_name="diagnostic d’éligibilité du"),
        ),
        migrations.AddField(
            model_name="candidature",
            name="dispositif",
            field=insertion.isolation.models.CleIsolee(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="candidatures",
                to="parcours.dispositif",
                verbose_name="dispositif souhaité",
            ),
        ),
        migrations.AddField(
            model_name="candidature",
            name="motif",
            field=models.CharField(
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
        migrations.AddField(
            model_name="candidature",
            name="pass_debut",
            field=models.DateField(blank=True, null=True, verbose_name="début du PASS IAE"),
        ),
        migrations.AddField(
            model_name="candidature",
            name="pass_fin",
            field=models.DateField(blank=True, null=True, verbose_name="fin du PASS IAE"),
        ),
        migrations.AddField(
            model_name="candidature",
            name="pass_numero",
            field=models.CharField(
                blank=True,
                max_length=12,
                validators=[
                    django.core.validators.RegexValidator("^\\d{12}$", "Un numéro de PASS IAE compte 12 chiffres.")
                ],
                verbose_name="numéro de PASS IAE",
            ),
        ),
        migrations.AddField(
            model_name="candidature",
            name="rang",
            field=models.PositiveSmallIntegerField(blank=True, editable=False, null=True, verbose_name="rang"),
        ),
        migrations.AddField(
            model_name="candidature",
            name="version",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name="candidatureevent",
            name="attente_depuis",
            field=models.DateField(
                blank=True, editable=False, null=True, verbose_name="en liste d’attente depuis le"
            ),
        ),
        migrations.AddField(
            model_name="candidatureevent",
            name="decidee_le",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="décision du"),
        ),
        migrations.AddField(
            model_name="candidatureevent",
            name="decidee_par",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="candidatureevent",
            name="derogation",
            field=models.CharField(
                blank=True, max_length=200, verbose_name="acceptée malgré un point manquant, parce que"
            ),
        ),
        migrations.AddField(
            model_name="candidatureevent",
            name="diagnostic_auteur",
            field=models.CharField(
                blank=True,
                choices=[("prescripteur", "Un prescripteur habilité"), ("employeur", "Notre structure")],
                max_length=12,
                verbose_name="fait par",
            ),
        ),
        migrations.AddField(
            model_name="candidatureevent",
            name="diagnostic_le",
            field=models.DateField(blank=True, null=True, verbose_name="diagnostic d’éligibilité du"),
        ),
        migrations.AddField(
            model_name="candidatureevent",
            name="dispositif",
            field=insertion.isolation.models.CleIsolee(
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
        migrations.AddField(
            model_name="candidatureevent",
            name="motif",
            field=models.CharField(
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
        migrations.AddField(
            model_name="candidatureevent",
            name="pass_debut",
            field=models.DateField(blank=True, null=True, verbose_name="début du PASS IAE"),
        ),
        migrations.AddField(
            model_name="candidatureevent",
            name="pass_fin",
            field=models.DateField(blank=True, null=True, verbose_name="fin du PASS IAE"),
        ),
        migrations.AddField(
            model_name="candidatureevent",
            name="pass_numero",
            field=models.CharField(
                blank=True,
                max_length=12,
                validators=[
                    django.core.validators.RegexValidator("^\\d{12}$", "Un numéro de PASS IAE compte 12 chiffres.")
                ],
                verbose_name="numéro de PASS IAE",
            ),
        ),
        migrations.AddField(
            model_name="candidatureevent",
            name="rang",
            field=models.PositiveSmallIntegerField(blank=True, editable=False, null=True, verbose_name="rang"),
        ),
        migrations.AddField(
            model_name="candidatureevent",
            name="version",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AlterField(
            model_name="candidature",
            name="date",
            field=models.DateField(blank=True, null=True, verbose_name="reçue le"),
        ),
        migrations.AlterField(
            model_name="candidature",
            name="motif_refus",
            field=models.CharField(blank=True, max_length=160, verbose_name="précision"),
        ),
        migrations.AlterField(
            model_name="candidature",
            name="parcours",
            field=insertion.isolation.models.CleIsolee(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="candidatures",
                to="parcours.parcours",
            ),
        ),
        migrations.AlterField(
            model_name="candidature",
            name="prescripteur",
            field=models.CharField(blank=True, max_length=120, verbose_name="organisation qui oriente"),
        ),
        migrations.AlterField(
            model_name="candidature",
            name="statut",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="candidatureevent",
            name="date",
            field=models.DateField(blank=True, null=True, verbose_name="reçue le"),
        ),
        migrations.AlterField(
            model_name="candidatureevent",
            name="motif_refus",
            field=models.CharField(blank=True, max_length=160, verbose_name="précision"),
        ),
        migrations.AlterField(
            model_name="candidatureevent",
            name="parcours",
            field=insertion.isolation.models.CleIsolee(
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
        migrations.AlterField(
            model_name="candidatureevent",
            name="prescripteur",
            field=models.CharField(blank=True, max_length=120, verbose_name="organisation qui oriente"),
        ),
        migrations.AlterField(
            model_name="candidatureevent",
            name="statut",
            field=models.CharField(
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
        migrations.AddIndex(
            model_name="candidature",
            index=models.Index(fields=["structure", "statut"], name="candidature_par_statut"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="candidature",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="candidature",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="candidature",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        migrations.AddConstraint(
            model_name="candidature",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("rang__isnull", True),
                    ("statut", "en_attente"),
                    _connector="OR",
                ),
                name="candidature_rang_en_attente",
                violation_error_message="Seule une demande en liste d’attente a un rang.",
            ),
        ),
        migrations.AddConstraint(
            model_name="candidature",
            constraint=models.UniqueConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                fields=("structure", "dispositif", "rang"),
                name="candidature_rang_unique",
                violation_error_message="Deux demandes ne peuvent pas avoir le même rang.",
            ),
        ),
        migrations.AddConstraint(
            model_name="candidature",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("date__isnull", True),
                    ("decidee_le__isnull", True),
                    ("decidee_le__gte", models.F("date")),
                    _connector="OR",
                ),
                name="candidature_decidee_apres_reception",
                violation_error_message="La décision ne peut pas précéder la réception.",
            ),
        ),
        migrations.AddConstraint(
            model_name="candidature",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("pass_debut__isnull", True),
                    ("pass_fin__isnull", True),
                    ("pass_fin__gte", models.F("pass_debut")),
                    _connector="OR",
                ),
                name="candidature_pass_fin_apres_debut",
                violation_error_message="La fin du PASS IAE ne peut pas précéder son début.",
            ),
        ),
        migrations.AddField(
            model_name="critereretenu",
            name="candidature",
            field=insertion.isolation.models.CleIsolee(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="criteres",
                to="parcours.candidature",
            ),
        ),
        migrations.AddField(
            model_name="critereretenu",
            name="critere",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="parcours.critereiae",
                verbose_name="critère",
            ),
        ),
        migrations.AddField(
            model_name="critereretenu",
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
            model_name="critereretenuevent",
            name="candidature",
            field=insertion.isolation.models.CleIsolee(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="parcours.candidature",
            ),
        ),
        migrations.AddField(
            model_name="critereretenuevent",
            name="critere",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="parcours.critereiae",
                verbose_name="critère",
            ),
        ),
        migrations.AddField(
            model_name="critereretenuevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="parcours.critereretenu",
            ),
        ),
        migrations.AddField(
            model_name="critereretenuevent",
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
            model_name="entretienadmission",
            name="auteur",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="entretienadmission",
            name="candidature",
            field=insertion.isolation.models.CleIsolee(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="entretiens",
                to="parcours.candidature",
            ),
        ),
        migrations.AddField(
            model_name="entretienadmission",
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
            model_name="entretienadmissionevent",
            name="auteur",
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
            model_name="entretienadmissionevent",
            name="candidature",
            field=insertion.isolation.models.CleIsolee(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="parcours.candidature",
            ),
        ),
        migrations.AddField(
            model_name="entretienadmissionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="parcours.entretienadmission",
            ),
        ),
        migrations.AddField(
            model_name="entretienadmissionevent",
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
            model_name="critereretenu",
            constraint=models.UniqueConstraint(
                fields=("structure", "id"), name="parcours_critereretenu_structure_id"
            ),
        ),
        migrations.AddConstraint(
            model_name="critereretenu",
            constraint=models.UniqueConstraint(
                fields=("structure", "candidature", "critere"),
                name="critere_retenu_une_fois",
                violation_error_message="Ce critère est déjà retenu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="critereretenu",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("preuve_le__isnull", True),
                    ("preuve_fin__isnull", True),
                    ("preuve_fin__gte", models.F("preuve_le")),
                    _connector="OR",
                ),
                name="critere_retenu_fin_apres_debut",
                violation_error_message="La fin de validité ne peut pas précéder la date du justificatif.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="critereretenu",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="critereretenu",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="critereretenu",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        migrations.AddIndex(
            model_name="entretienadmission",
            index=models.Index(fields=["structure", "candidature"], name="admission_par_candidature"),
        ),
        migrations.AddConstraint(
            model_name="entretienadmission",
            constraint=models.UniqueConstraint(
                fields=("structure", "id"), name="parcours_entretienadmission_structure_id"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entretienadmission",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entretienadmission",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entretienadmission",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        Rattacher("Candidature", "dispositif"),
        Isoler("CritereRetenu", CRITERES),
        Isoler("CritereRetenuEvent", CRITERES, ajout_seul=True),
        Isoler("EntretienAdmission", ADMISSIONS),
        Isoler("EntretienAdmissionEvent", ADMISSIONS, ajout_seul=True),
        migrations.RunSQL([APRES, (UNION, None)], [AVANT, (UNION, None)]),
        GenreFil(
            "admission",
            "parcours_entretienadmission",
            "JOIN parcours_candidature c ON c.id = x.candidature_id"
            " LEFT JOIN insertion_utilisateur u ON u.id = x.auteur_id",
            personne="c.beneficiaire_id",
            quand="x.date",
            auteur=NOM_AUTEUR,
            texte="x.notes",
            details="jsonb_build_object('avec', x.presents, 'candidature', x.candidature_id)",
        ),
    ]
