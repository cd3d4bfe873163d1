"""The permanent team and its full-time equivalents."""

from decimal import Decimal

import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models

from insertion.isolation.operations import EnUneFois, Isoler


class Migration(migrations.Migration):
    dependencies = [
        ("insertion", "0006_communes"),
    ]

    operations = [
        EnUneFois(
            [
                migrations.CreateModel(
                    name="PosteEquipe",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("nom", models.CharField(max_length=120, verbose_name="prénom et nom")),
                        ("fonction", models.CharField(max_length=120, verbose_name="fonction")),
                        ("debut", models.DateField(verbose_name="depuis le")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        (
                            "etp",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=4,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        Decimal("0"), "Un nombre d’ETP ne peut pas être négatif."
                                    )
                                ],
                                verbose_name="ETP en tout",
                            ),
                        ),
                        (
                            "etp_accompagnement",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=4,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        Decimal("0"), "Un nombre d’ETP ne peut pas être négatif."
                                    )
                                ],
                                verbose_name="dont accompagnement",
                            ),
                        ),
                        (
                            "etp_encadrement",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=4,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        Decimal("0"), "Un nombre d’ETP ne peut pas être négatif."
                                    )
                                ],
                                verbose_name="dont encadrement technique",
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
                    ],
                    options={
                        "verbose_name": "poste de l’équipe",
                        "verbose_name_plural": "postes de l’équipe",
                        "ordering": ["nom", "pk"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="insertion_posteequipe_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("fin__isnull", True), ("fin__gte", models.F("debut")), _connector="OR"
                                ),
                                name="poste_equipe_fin_apres_debut",
                                violation_error_code="poste_equipe_fin_apres_debut",
                                violation_error_message="La fin ne peut pas précéder le début.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("etp__isnull", True), ("etp__gte", 0), _connector="OR"),
                                    models.Q(
                                        ("etp_accompagnement__isnull", True),
                                        ("etp_accompagnement__gte", 0),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("etp_encadrement__isnull", True),
                                        ("etp_encadrement__gte", 0),
                                        _connector="OR",
                                    ),
                                ),
                                name="poste_equipe_etp_positif",
                                violation_error_message="Un nombre d’ETP ne peut pas être négatif.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("etp__isnull", True),
                                    (
                                        "etp__gte",
                                        django.db.models.expressions.CombinedExpression(
                                            django.db.models.functions.comparison.Coalesce(
                                                "etp_accompagnement",
                                                models.Value(
                                                    Decimal("0"), models.DecimalField(decimal_places=2, max_digits=4)
                                                ),
                                            ),
                                            "+",
                                            django.db.models.functions.comparison.Coalesce(
                                                "etp_encadrement",
                                                models.Value(
                                                    Decimal("0"), models.DecimalField(decimal_places=2, max_digits=4)
                                                ),
                                            ),
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="poste_equipe_parts_dans_le_tout",
                                violation_error_code="poste_equipe_parts_dans_le_tout",
                                violation_error_message="L’accompagnement et l’encadrement ne peuvent pas dépasser le total.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "insertion_posteequipeevent" ("debut", "etp", "etp_accompagnement", "etp_encadrement", "fin", "fonction", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "version") VALUES (NEW."debut", NEW."etp", NEW."etp_accompagnement", NEW."etp_encadrement", NEW."fin", NEW."fonction", NEW."id", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="de11c7f83f076f3f6254bc5b02617f2596812ef5",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_39932",
                                    table="insertion_posteequipe",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "insertion_posteequipeevent" ("debut", "etp", "etp_accompagnement", "etp_encadrement", "fin", "fonction", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "version") VALUES (NEW."debut", NEW."etp", NEW."etp_accompagnement", NEW."etp_encadrement", NEW."fin", NEW."fonction", NEW."id", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="752cf8ef9058fee0ac39e0c1f6e0555882842894",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_0a516",
                                    table="insertion_posteequipe",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "insertion_posteequipeevent" ("debut", "etp", "etp_accompagnement", "etp_encadrement", "fin", "fonction", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "version") VALUES (OLD."debut", OLD."etp", OLD."etp_accompagnement", OLD."etp_encadrement", OLD."fin", OLD."fonction", OLD."id", OLD."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="36c2b6eb8ab69c4b83501d0ff6d48fde6b8134e2",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_b49c9",
                                    table="insertion_posteequipe",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PosteEquipeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("nom", models.CharField(max_length=120, verbose_name="prénom et nom")),
                        ("fonction", models.CharField(max_length=120, verbose_name="fonction")),
                        ("debut", models.DateField(verbose_name="depuis le")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        (
                            "etp",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=4,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        Decimal("0"), "Un nombre d’ETP ne peut pas être négatif."
                                    )
                                ],
                                verbose_name="ETP en tout",
                            ),
                        ),
                        (
                            "etp_accompagnement",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=4,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        Decimal("0"), "Un nombre d’ETP ne peut pas être négatif."
                                    )
                                ],
                                verbose_name="dont accompagnement",
                            ),
                        ),
                        (
                            "etp_encadrement",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=4,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        Decimal("0"), "Un nombre d’ETP ne peut pas être négatif."
                                    )
                                ],
                                verbose_name="dont encadrement technique",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="insertion.posteequipe",
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
        Isoler("PosteEquipe"),
        Isoler("PosteEquipeEvent", ajout_seul=True),
    ]
