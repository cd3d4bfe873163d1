"""Exits with their motives, contacts made after them, the path towards a home; what the thread says of each."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import insertion.isolation.models
import insertion.models.structures
from insertion.isolation.operations import SUIVI, Isoler, roles
from parcours.operations import AUTEUR, NOM_AUTEUR, SUR_PARCOURS, GenreFil

SORTIES = roles(*SUIVI, "administratif")
LOGEMENTS = roles(*SUIVI, "lecture")
SUIVIS = roles(*SUIVI)
#: The exit and what comes after it have the date of the parcours, or none (docs/decisions/0004-fin-de-parcours.md).
MEME_DATE = """ALTER TABLE {0} ADD CONSTRAINT {0}_meme_date FOREIGN KEY (structure_id, parcours_id, {1})
    REFERENCES parcours_parcours (structure_id, id, date_sortie) DEFERRABLE INITIALLY DEFERRED"""
AUTRE_DATE = "ALTER TABLE {0} DROP CONSTRAINT {0}_meme_date"


def meme_date(table, colonne):
    return migrations.RunSQL(MEME_DATE.format(table, colonne), AUTRE_DATE.format(table))


class Migration(migrations.Migration):
    dependencies = [
        ("beneficiaires", "0004_foyer_et_situations"),
        ("insertion", "0002_isolation"),
        ("parcours", "0015_contrats_isolation"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="EtapeLogement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EtapeLogementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
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
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MotifSortie",
            fields=[
                ("code", models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name="code")),
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
                ("sourcee", models.BooleanField(default=False, verbose_name="catégorie vérifiée dans une source")),
                ("mois_min", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="au moins (mois)")),
                ("mois_max", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="moins de (mois)")),
                ("rang", models.PositiveSmallIntegerField(default=0, verbose_name="rang")),
                ("edition", models.CharField(max_length=10, verbose_name="édition")),
            ],
            options={
                "verbose_name": "motif de sortie",
                "verbose_name_plural": "motifs de sortie",
                "ordering": ["code"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Sortie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("edition", models.CharField(editable=False, max_length=10, verbose_name="édition de la liste")),
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
                ("destination", models.CharField(blank=True, max_length=160, verbose_name="employeur ou organisme")),
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
                        blank=True, decimal_places=2, max_digits=4, null=True, verbose_name="heures par semaine"
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
                ("entretien_le", models.DateField(blank=True, null=True, verbose_name="entretien de sortie le")),
                ("remarques", models.TextField(blank=True, verbose_name="ce qui reste en cours, conseils donnés")),
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
                ("version", models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                "verbose_name": "sortie",
                "verbose_name_plural": "sorties",
                "ordering": ["-date", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SortieEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
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
                ("edition", models.CharField(editable=False, max_length=10, verbose_name="édition de la liste")),
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
                ("destination", models.CharField(blank=True, max_length=160, verbose_name="employeur ou organisme")),
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
                        blank=True, decimal_places=2, max_digits=4, null=True, verbose_name="heures par semaine"
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
                ("entretien_le", models.DateField(blank=True, null=True, verbose_name="entretien de sortie le")),
                ("remarques", models.TextField(blank=True, verbose_name="ce qui reste en cours, conseils donnés")),
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
                ("version", models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SuiviPostSortie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("destination", models.CharField(blank=True, max_length=160, verbose_name="employeur ou organisme")),
                ("texte", models.TextField(blank=True, verbose_name="ce qui s’est dit")),
                ("paroles", models.TextField(blank=True, verbose_name="avec ses mots")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                "verbose_name": "contact après la sortie",
                "verbose_name_plural": "contacts après la sortie",
                "ordering": ["-date", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SuiviPostSortieEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
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
                ("destination", models.CharField(blank=True, max_length=160, verbose_name="employeur ou organisme")),
                ("texte", models.TextField(blank=True, verbose_name="ce qui s’est dit")),
                ("paroles", models.TextField(blank=True, verbose_name="avec ses mots")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="parcours",
            constraint=models.UniqueConstraint(
                fields=("structure", "id", "date_sortie"), name="parcours_et_sa_sortie"
            ),
        ),
        migrations.AddField(
            model_name="etapelogement",
            name="beneficiaire",
            field=insertion.isolation.models.CleIsolee(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="etapes_logement",
                to="beneficiaires.beneficiaire",
            ),
        ),
        migrations.AddField(
            model_name="etapelogement",
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
            model_name="etapelogementevent",
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
            model_name="etapelogementevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="parcours.etapelogement",
            ),
        ),
        migrations.AddField(
            model_name="etapelogementevent",
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
            model_name="sortie",
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
            model_name="sortie",
            name="parcours",
            field=insertion.isolation.models.CleIsolee(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="sorties",
                to="parcours.parcours",
            ),
        ),
        migrations.AddField(
            model_name="sortie",
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
            model_name="sortieevent",
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
            model_name="sortieevent",
            name="parcours",
            field=insertion.isolation.models.CleIsolee(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="parcours.parcours",
            ),
        ),
        migrations.AddField(
            model_name="sortieevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="parcours.sortie",
            ),
        ),
        migrations.AddField(
            model_name="sortieevent",
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
            model_name="suivipostsortie",
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
            model_name="suivipostsortie",
            name="parcours",
            field=insertion.isolation.models.CleIsolee(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="suivis_sortie",
                to="parcours.parcours",
            ),
        ),
        migrations.AddField(
            model_name="suivipostsortie",
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
            model_name="suivipostsortieevent",
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
            model_name="suivipostsortieevent",
            name="parcours",
            field=insertion.isolation.models.CleIsolee(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="parcours.parcours",
            ),
        ),
        migrations.AddField(
            model_name="suivipostsortieevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="parcours.suivipostsortie",
            ),
        ),
        migrations.AddField(
            model_name="suivipostsortieevent",
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
            model_name="etapelogement",
            constraint=models.UniqueConstraint(
                fields=("structure", "id"), name="parcours_etapelogement_structure_id"
            ),
        ),
        migrations.AddConstraint(
            model_name="etapelogement",
            constraint=models.CheckConstraint(
                condition=models.Q(("fin__isnull", True), ("fin__gte", models.F("debut")), _connector="OR"),
                name="etape_logement_fin_apres_debut",
                violation_error_message="La fin ne peut pas précéder le début.",
            ),
        ),
        migrations.AddConstraint(
            model_name="etapelogement",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="etapelogement",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="etapelogement",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="etapelogement",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        migrations.AddIndex(
            model_name="sortie",
            index=models.Index(fields=["structure", "date"], name="sortie_par_date"),
        ),
        migrations.AddConstraint(
            model_name="sortie",
            constraint=models.UniqueConstraint(fields=("structure", "id"), name="parcours_sortie_structure_id"),
        ),
        migrations.AddConstraint(
            model_name="sortie",
            constraint=models.UniqueConstraint(
                fields=("structure", "parcours"),
                name="sortie_une_par_parcours",
                violation_error_message="La sortie de ce parcours est déjà notée.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sortie",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("emploi_debut__isnull", True),
                    ("emploi_fin__isnull", True),
                    ("emploi_fin__gte", models.F("emploi_debut")),
                    _connector="OR",
                ),
                name="sortie_emploi_fin_apres_debut",
                violation_error_message="La fin de l’emploi ne peut pas précéder son début.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sortie",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "categorie__in",
                        ["durable", "transition", "positive", "logement", "emploi", "formation", "autre", "retrait"],
                    )
                ),
                name="sortie_categorie_connue",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sortie",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "parcours_sortieevent" ("auteur_id", "categorie", "date", "destination", "documents_remis", "edition", "emploi_debut", "emploi_fin", "entretien_le", "examinee", "forme_emploi", "heures_hebdo", "heures_travaillees", "id", "motif_code", "motif_libelle", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "poste", "raison_examen", "remarques", "satisfaction", "structure_id", "version") VALUES (NEW."auteur_id", NEW."categorie", NEW."date", NEW."destination", NEW."documents_remis", NEW."edition", NEW."emploi_debut", NEW."emploi_fin", NEW."entretien_le", NEW."examinee", NEW."forme_emploi", NEW."heures_hebdo", NEW."heures_travaillees", NEW."id", NEW."motif_code", NEW."motif_libelle", NEW."parcours_id", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."poste", NEW."raison_examen", NEW."remarques", NEW."satisfaction", NEW."structure_id", NEW."version"); RETURN NULL;',
                    hash="b9bfbd06455b11a8afa84aead92d65227a651a5f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_214ee",
                    table="parcours_sortie",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sortie",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "parcours_sortieevent" ("auteur_id", "categorie", "date", "destination", "documents_remis", "edition", "emploi_debut", "emploi_fin", "entretien_le", "examinee", "forme_emploi", "heures_hebdo", "heures_travaillees", "id", "motif_code", "motif_libelle", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "poste", "raison_examen", "remarques", "satisfaction", "structure_id", "version") VALUES (NEW."auteur_id", NEW."categorie", NEW."date", NEW."destination", NEW."documents_remis", NEW."edition", NEW."emploi_debut", NEW."emploi_fin", NEW."entretien_le", NEW."examinee", NEW."forme_emploi", NEW."heures_hebdo", NEW."heures_travaillees", NEW."id", NEW."motif_code", NEW."motif_libelle", NEW."parcours_id", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."poste", NEW."raison_examen", NEW."remarques", NEW."satisfaction", NEW."structure_id", NEW."version"); RETURN NULL;',
                    hash="680f527afb6ea3c43be75e5a967e5ba70f0096e6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_99316",
                    table="parcours_sortie",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sortie",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "parcours_sortieevent" ("auteur_id", "categorie", "date", "destination", "documents_remis", "edition", "emploi_debut", "emploi_fin", "entretien_le", "examinee", "forme_emploi", "heures_hebdo", "heures_travaillees", "id", "motif_code", "motif_libelle", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "poste", "raison_examen", "remarques", "satisfaction", "structure_id", "version") VALUES (OLD."auteur_id", OLD."categorie", OLD."date", OLD."destination", OLD."documents_remis", OLD."edition", OLD."emploi_debut", OLD."emploi_fin", OLD."entretien_le", OLD."examinee", OLD."forme_emploi", OLD."heures_hebdo", OLD."heures_travaillees", OLD."id", OLD."motif_code", OLD."motif_libelle", OLD."parcours_id", OLD."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."poste", OLD."raison_examen", OLD."remarques", OLD."satisfaction", OLD."structure_id", OLD."version"); RETURN NULL;',
                    hash="1127c0386ec9551f754313a02cdf1fc353c2c6a3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b6c66",
                    table="parcours_sortie",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="suivipostsortie",
            index=models.Index(fields=["structure", "parcours", "-date"], name="suivi_sortie_par_parcours"),
        ),
        migrations.AddConstraint(
            model_name="suivipostsortie",
            constraint=models.UniqueConstraint(
                fields=("structure", "id"), name="parcours_suivipostsortie_structure_id"
            ),
        ),
        migrations.AddConstraint(
            model_name="suivipostsortie",
            constraint=models.UniqueConstraint(
                condition=models.Q(("echeance__isnull", False)),
                fields=("structure", "parcours", "echeance"),
                name="suivi_sortie_un_par_echeance",
                violation_error_message="Le contact de cette échéance est déjà noté : modifiez-le.",
            ),
        ),
        migrations.AddConstraint(
            model_name="suivipostsortie",
            constraint=models.CheckConstraint(
                condition=models.Q(("date__gte", models.F("sortie_le"))),
                name="suivi_sortie_apres_la_sortie",
                violation_error_message="Ce contact ne peut pas précéder la sortie.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suivipostsortie",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suivipostsortie",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suivipostsortie",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        Isoler("Sortie", SORTIES),
        Isoler("SortieEvent", SORTIES, ajout_seul=True),
        Isoler("SuiviPostSortie", SUIVIS),
        Isoler("SuiviPostSortieEvent", SUIVIS, ajout_seul=True),
        Isoler("EtapeLogement", LOGEMENTS),
        Isoler("EtapeLogementEvent", LOGEMENTS, ajout_seul=True),
        meme_date("parcours_sortie", "date"),
        meme_date("parcours_suivipostsortie", "sortie_le"),
        GenreFil(
            "sortie",
            "parcours_parcours",
            """JOIN parcours_dispositif d ON d.id = x.dispositif_id
               LEFT JOIN parcours_sortie s ON s.structure_id = x.structure_id AND s.parcours_id = x.id
               LEFT JOIN insertion_utilisateur u ON u.id = s.auteur_id""",
            personne="x.beneficiaire_id",
            quand="x.date_sortie",
            auteur=NOM_AUTEUR,
            texte="concat_ws(' · ', s.motif_libelle, nullif(s.poste, ''), nullif(s.destination, ''))",
            details=f"""jsonb_build_object('dispositif', d.nom, 'categorie', s.categorie,
                'paroles', CASE WHEN {SUIVIS} THEN s.paroles END)""",
            ou="x.date_sortie IS NOT NULL",
        ),
        GenreFil(
            "suivi_sortie",
            "parcours_suivipostsortie",
            f"{SUR_PARCOURS} {AUTEUR}",
            quand="x.date",
            auteur=NOM_AUTEUR,
            texte="concat_ws(E'\\n\\n', nullif(x.destination, ''), nullif(x.texte, ''))",
            details="""jsonb_build_object('situation', x.situation, 'echeance', x.echeance, 'paroles', x.paroles)""",
        ),
        GenreFil(
            "logement",
            "parcours_etapelogement",
            personne="x.beneficiaire_id",
            quand="x.debut",
            texte="concat_ws(' · ', nullif(x.lieu, ''), nullif(x.remarque, ''))",
            details="jsonb_build_object('habitat', x.habitat, 'adapte', x.adapte)",
        ),
    ]
