"""What a structure settles by itself: delays, and the agreements that let it work."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import insertion.models.structures
from insertion.isolation.operations import EnUneFois, Isoler


class Migration(migrations.Migration):
    dependencies = [
        ("insertion", "0004_grille"),
    ]

    operations = [
        EnUneFois(
            [
                migrations.CreateModel(
                    name="Conventionnement",
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
                                    ("convention", "Conventionnement"),
                                    ("annexe", "Annexe financière"),
                                    ("autorisation", "Autorisation ou habilitation"),
                                ],
                                default="convention",
                                max_length=12,
                                verbose_name="nature",
                            ),
                        ),
                        ("numero", models.CharField(max_length=40, verbose_name="numéro")),
                        ("debut", models.DateField(verbose_name="du")),
                        (
                            "fin",
                            models.DateField(
                                blank=True,
                                help_text="Laissez vide si aucune fin n’est fixée.",
                                null=True,
                                verbose_name="au",
                            ),
                        ),
                        (
                            "etp",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=6,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        0, "Un nombre d’ETP ne peut pas être négatif."
                                    )
                                ],
                                verbose_name="ETP conventionnés",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "conventionnement",
                        "verbose_name_plural": "conventionnements",
                        "ordering": ["-debut"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ConventionnementEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "genre",
                            models.CharField(
                                choices=[
                                    ("convention", "Conventionnement"),
                                    ("annexe", "Annexe financière"),
                                    ("autorisation", "Autorisation ou habilitation"),
                                ],
                                default="convention",
                                max_length=12,
                                verbose_name="nature",
                            ),
                        ),
                        ("numero", models.CharField(max_length=40, verbose_name="numéro")),
                        ("debut", models.DateField(verbose_name="du")),
                        (
                            "fin",
                            models.DateField(
                                blank=True,
                                help_text="Laissez vide si aucune fin n’est fixée.",
                                null=True,
                                verbose_name="au",
                            ),
                        ),
                        (
                            "etp",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=6,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        0, "Un nombre d’ETP ne peut pas être négatif."
                                    )
                                ],
                                verbose_name="ETP conventionnés",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
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
                    model_name="structure",
                    name="alerte_contrat_jours",
                    field=models.PositiveSmallIntegerField(
                        default=60,
                        help_text="60 jours par défaut, usage du terrain.",
                        validators=[
                            django.core.validators.MinValueValidator(1, "Un délai va de 1 à 365 jours."),
                            django.core.validators.MaxValueValidator(365, "Un délai va de 1 à 365 jours."),
                        ],
                        verbose_name="fin de contrat : prévenir avant (jours)",
                    ),
                ),
                migrations.AddField(
                    model_name="structure",
                    name="alerte_document_jours",
                    field=models.PositiveSmallIntegerField(
                        default=30,
                        help_text="30 jours par défaut.",
                        validators=[
                            django.core.validators.MinValueValidator(1, "Un délai va de 1 à 365 jours."),
                            django.core.validators.MaxValueValidator(365, "Un délai va de 1 à 365 jours."),
                        ],
                        verbose_name="document qui expire : prévenir avant (jours)",
                    ),
                ),
                migrations.AddField(
                    model_name="structure",
                    name="alerte_pass_jours",
                    field=models.PositiveSmallIntegerField(
                        default=60,
                        help_text="60 jours par défaut ; une prolongation se demande dès 12 mois avant.",
                        validators=[
                            django.core.validators.MinValueValidator(1, "Un délai va de 1 à 365 jours."),
                            django.core.validators.MaxValueValidator(365, "Un délai va de 1 à 365 jours."),
                        ],
                        verbose_name="fin du PASS IAE : prévenir avant (jours)",
                    ),
                ),
                migrations.AddField(
                    model_name="structure",
                    name="alerte_renouvellement_jours",
                    field=models.PositiveSmallIntegerField(
                        default=60,
                        help_text="60 jours avant la fin du contrat par défaut, usage du terrain.",
                        validators=[
                            django.core.validators.MinValueValidator(1, "Un délai va de 1 à 365 jours."),
                            django.core.validators.MaxValueValidator(365, "Un délai va de 1 à 365 jours."),
                        ],
                        verbose_name="décision de renouvellement : à prendre avant (jours)",
                    ),
                ),
                migrations.AddField(
                    model_name="structure",
                    name="delai_diagnostic_jours",
                    field=models.PositiveSmallIntegerField(
                        default=30,
                        help_text="30 jours après l’entrée par défaut, délai que suivent les financeurs.",
                        validators=[
                            django.core.validators.MinValueValidator(1, "Un délai va de 1 à 365 jours."),
                            django.core.validators.MaxValueValidator(365, "Un délai va de 1 à 365 jours."),
                        ],
                        verbose_name="premier diagnostic : à faire avant (jours)",
                    ),
                ),
                migrations.AddField(
                    model_name="structure",
                    name="sortie_alerte_jours",
                    field=models.PositiveSmallIntegerField(
                        default=25,
                        help_text="25 jours par défaut.",
                        validators=[
                            django.core.validators.MinValueValidator(1, "Un délai va de 1 à 365 jours."),
                            django.core.validators.MaxValueValidator(365, "Un délai va de 1 à 365 jours."),
                        ],
                        verbose_name="sortie non documentée : alerter après (jours)",
                    ),
                ),
                migrations.AddField(
                    model_name="structure",
                    name="sortie_relance_jours",
                    field=models.PositiveSmallIntegerField(
                        default=15,
                        help_text="15 jours par défaut, puis l’alerte ci-contre.",
                        validators=[
                            django.core.validators.MinValueValidator(1, "Un délai va de 1 à 365 jours."),
                            django.core.validators.MaxValueValidator(365, "Un délai va de 1 à 365 jours."),
                        ],
                        verbose_name="sortie non documentée : relancer après (jours)",
                    ),
                ),
                migrations.AddField(
                    model_name="structure",
                    name="version",
                    field=models.PositiveIntegerField(default=0, editable=False),
                ),
                migrations.AddConstraint(
                    model_name="structure",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("alerte_contrat_jours__range", (1, 365)),
                            ("alerte_renouvellement_jours__range", (1, 365)),
                            ("alerte_pass_jours__range", (1, 365)),
                            ("alerte_document_jours__range", (1, 365)),
                            ("delai_diagnostic_jours__range", (1, 365)),
                            ("sortie_relance_jours__range", (1, 365)),
                            ("sortie_alerte_jours__range", (1, 365)),
                        ),
                        name="structure_seuils",
                        violation_error_message="Un délai va de 1 à 365 jours.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="structure",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("sortie_alerte_jours__gt", models.F("sortie_relance_jours"))),
                        name="structure_alerte_apres_relance",
                        violation_error_message="L’alerte de sortie non documentée vient après la relance.",
                    ),
                ),
                migrations.AddField(
                    model_name="conventionnement",
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
                    model_name="conventionnementevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="insertion.conventionnement",
                    ),
                ),
                migrations.AddField(
                    model_name="conventionnementevent",
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
                    model_name="conventionnement",
                    constraint=models.UniqueConstraint(
                        fields=("structure", "id"), name="insertion_conventionnement_structure_id"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="conventionnement",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("fin__isnull", True), ("fin__gte", models.F("debut")), _connector="OR"),
                        name="conventionnement_fin_apres_debut",
                        violation_error_message="La fin ne peut pas précéder le début.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="conventionnement",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("etp__isnull", True), ("etp__gte", 0), _connector="OR"),
                        name="conventionnement_etp_positif",
                        violation_error_message="Un nombre d’ETP ne peut pas être négatif.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="conventionnement",
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("structure", "="),
                            ("genre", "="),
                            ("numero", "="),
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
                        name="conventionnement_sans_chevauchement",
                        violation_error_message="Ce numéro est déjà noté à ces dates.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="conventionnement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "insertion_conventionnementevent" ("debut", "etp", "fin", "genre", "id", "numero", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "version") VALUES (NEW."debut", NEW."etp", NEW."fin", NEW."genre", NEW."id", NEW."numero", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."version"); RETURN NULL;',
                            hash="1056c1dafacf14484ec9a2f8b58521e24e034f37",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_24c8d",
                            table="insertion_conventionnement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="conventionnement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "insertion_conventionnementevent" ("debut", "etp", "fin", "genre", "id", "numero", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "version") VALUES (NEW."debut", NEW."etp", NEW."fin", NEW."genre", NEW."id", NEW."numero", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."version"); RETURN NULL;',
                            hash="c2906ffd51d9cdad870686c6e058a3109e0a4399",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3426d",
                            table="insertion_conventionnement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="conventionnement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "insertion_conventionnementevent" ("debut", "etp", "fin", "genre", "id", "numero", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "version") VALUES (OLD."debut", OLD."etp", OLD."fin", OLD."genre", OLD."id", OLD."numero", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."version"); RETURN NULL;',
                            hash="5068dc9663a3770ea35763f3a15028b715d2674b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0e264",
                            table="insertion_conventionnement",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
        Isoler("Conventionnement"),
        Isoler("ConventionnementEvent", ajout_seul=True),
    ]
