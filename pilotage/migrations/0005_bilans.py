import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import insertion.isolation.models
import pilotage.models.bilans
from insertion.isolation.operations import EnUneFois


class Migration(migrations.Migration):
    dependencies = [
        ("insertion", "0005_reglages"),
        ("parcours", "0006_isolation_placements"),
        ("pilotage", "0004_rappels_de_sortie"),
    ]

    operations = [
        EnUneFois(
            [
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
                    ],
                    options={
                        "verbose_name": "bilan",
                        "verbose_name_plural": "bilans",
                        "ordering": ["-updated_at", "-pk"],
                        "abstract": False,
                        "indexes": [models.Index(fields=["structure", "-updated_at"], name="bilan_recents")],
                        "constraints": [
                            models.UniqueConstraint(fields=("structure", "id"), name="pilotage_bilan_structure_id"),
                            models.CheckConstraint(
                                condition=models.Q(("au__gte", models.F("du"))),
                                name="bilan_fin_apres_debut",
                                violation_error_message="La période ne peut pas finir avant de commencer.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_bilanevent" ("au", "auteur_id", "blocs", "convention_id", "created_at", "dispositifs", "du", "id", "masquer_petits", "modele", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "titre", "version") VALUES (NEW."au", NEW."auteur_id", NEW."blocs", NEW."convention_id", NEW."created_at", NEW."dispositifs", NEW."du", NEW."id", NEW."masquer_petits", NEW."modele", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."titre", NEW."version"); RETURN NULL;',
                                    hash="cd8f4ae805c0824f66a2562c13c5500a6a2859cb",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_08cb6",
                                    table="pilotage_bilan",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."au" IS DISTINCT FROM (NEW."au") OR OLD."auteur_id" IS DISTINCT FROM (NEW."auteur_id") OR OLD."blocs" IS DISTINCT FROM (NEW."blocs") OR OLD."convention_id" IS DISTINCT FROM (NEW."convention_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."dispositifs" IS DISTINCT FROM (NEW."dispositifs") OR OLD."du" IS DISTINCT FROM (NEW."du") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."masquer_petits" IS DISTINCT FROM (NEW."masquer_petits") OR OLD."modele" IS DISTINCT FROM (NEW."modele") OR OLD."structure_id" IS DISTINCT FROM (NEW."structure_id") OR OLD."titre" IS DISTINCT FROM (NEW."titre") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                                    func='INSERT INTO "pilotage_bilanevent" ("au", "auteur_id", "blocs", "convention_id", "created_at", "dispositifs", "du", "id", "masquer_petits", "modele", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "titre", "version") VALUES (NEW."au", NEW."auteur_id", NEW."blocs", NEW."convention_id", NEW."created_at", NEW."dispositifs", NEW."du", NEW."id", NEW."masquer_petits", NEW."modele", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."titre", NEW."version"); RETURN NULL;',
                                    hash="4447b2a8e108c1731f1b3968fe4f108a395d754d",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_3ac94",
                                    table="pilotage_bilan",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_bilanevent" ("au", "auteur_id", "blocs", "convention_id", "created_at", "dispositifs", "du", "id", "masquer_petits", "modele", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "titre", "version") VALUES (OLD."au", OLD."auteur_id", OLD."blocs", OLD."convention_id", OLD."created_at", OLD."dispositifs", OLD."du", OLD."id", OLD."masquer_petits", OLD."modele", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."titre", OLD."version"); RETURN NULL;',
                                    hash="56b852d81fb71d0de6409c3b34e60f7575013b22",
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
                        "abstract": False,
                        "indexes": [],
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
                    ],
                    options={
                        "verbose_name": "convention",
                        "verbose_name_plural": "conventions",
                        "ordering": ["-fin", "pk"],
                        "abstract": False,
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
                                    func='INSERT INTO "pilotage_conventionevent" ("bilan_le", "cofinance_ue", "debut", "fin", "financeur_id", "id", "intitule", "modele", "montant", "numero", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remarques", "structure_id", "version") VALUES (NEW."bilan_le", NEW."cofinance_ue", NEW."debut", NEW."fin", NEW."financeur_id", NEW."id", NEW."intitule", NEW."modele", NEW."montant", NEW."numero", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."remarques", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="1d12ca0c249fa629857faffc8eefdcfa60ca8cd3",
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
                                    func='INSERT INTO "pilotage_conventionevent" ("bilan_le", "cofinance_ue", "debut", "fin", "financeur_id", "id", "intitule", "modele", "montant", "numero", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remarques", "structure_id", "version") VALUES (NEW."bilan_le", NEW."cofinance_ue", NEW."debut", NEW."fin", NEW."financeur_id", NEW."id", NEW."intitule", NEW."modele", NEW."montant", NEW."numero", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."remarques", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="6c8bbb9fe9b0b34c07ec37c96b5f554dc037ea05",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_5bfe1",
                                    table="pilotage_convention",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "pilotage_conventionevent" ("bilan_le", "cofinance_ue", "debut", "fin", "financeur_id", "id", "intitule", "modele", "montant", "numero", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remarques", "structure_id", "version") VALUES (OLD."bilan_le", OLD."cofinance_ue", OLD."debut", OLD."fin", OLD."financeur_id", OLD."id", OLD."intitule", OLD."modele", OLD."montant", OLD."numero", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."remarques", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="b915a70f31a2ea916035842b5d6c58630cec4340",
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
                    options={
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
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
                    ],
                    options={
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
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
                        "abstract": False,
                        "indexes": [],
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
                    options={
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
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
                        "abstract": False,
                        "indexes": [],
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
                    ],
                    options={
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
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
                    options={
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
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
                        "abstract": False,
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
                        "indexes": [],
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
            ],
        ),
    ]
