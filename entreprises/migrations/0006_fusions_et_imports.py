import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import insertion.isolation.models
import insertion.models.imports
from insertion.isolation.operations import EnUneFois


class Migration(migrations.Migration):
    dependencies = [
        ("entreprises", "0005_isolation_reseau"),
        ("insertion", "0005_reglages"),
    ]

    operations = [
        EnUneFois(
            [
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
                        "abstract": False,
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
                        "abstract": False,
                        "indexes": [],
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
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_correspondancememorisee_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "entetes"), name="correspondance_carnet_unique"
                            ),
                        ],
                        "indexes": [],
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
                        "abstract": False,
                        "indexes": [models.Index(fields=["structure", "absorbee_id"], name="fusion_par_absorbee")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_fusionentreprise_structure_id"
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
