import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import insertion.isolation.models
from insertion.isolation.operations import EnUneFois


class Migration(migrations.Migration):
    dependencies = [
        ("entreprises", "0003_isolation_carnet"),
        ("insertion", "0005_reglages"),
        ("parcours", "0004_regles"),
    ]

    operations = [
        EnUneFois(
            [
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
                        "abstract": False,
                        "indexes": [],
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
                    options={
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
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
                        "abstract": False,
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
                    options={
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
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
                        "abstract": False,
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
                    options={
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
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
                        "abstract": False,
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
                    options={
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
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
                        "abstract": False,
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
                    options={
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
            ],
        ),
        EnUneFois(
            [
                pgtrigger.migrations.RemoveTrigger(
                    model_name="projet",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="projet",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="projet",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="sortie",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="sortie",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="sortie",
                    name="delete_delete",
                ),
                migrations.AddField(
                    model_name="projet",
                    name="disponible_le",
                    field=models.DateField(blank=True, null=True, verbose_name="disponible à partir du"),
                ),
                migrations.AddField(
                    model_name="projet",
                    name="horaires_possibles",
                    field=django.contrib.postgres.fields.ArrayField(
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
                migrations.AddField(
                    model_name="projet",
                    name="port_charges",
                    field=models.CharField(
                        blank=True,
                        choices=[("oui", "Oui"), ("non", "Non")],
                        max_length=3,
                        verbose_name="port de charges",
                    ),
                ),
                migrations.AddField(
                    model_name="projetevent",
                    name="disponible_le",
                    field=models.DateField(blank=True, null=True, verbose_name="disponible à partir du"),
                ),
                migrations.AddField(
                    model_name="projetevent",
                    name="horaires_possibles",
                    field=django.contrib.postgres.fields.ArrayField(
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
                migrations.AddField(
                    model_name="projetevent",
                    name="port_charges",
                    field=models.CharField(
                        blank=True,
                        choices=[("oui", "Oui"), ("non", "Non")],
                        max_length=3,
                        verbose_name="port de charges",
                    ),
                ),
                migrations.AddField(
                    model_name="sortie",
                    name="entreprise",
                    field=insertion.isolation.models.CleIsolee(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="sorties",
                        to="entreprises.entreprise",
                        verbose_name="entreprise",
                    ),
                ),
                migrations.AddField(
                    model_name="sortieevent",
                    name="entreprise",
                    field=insertion.isolation.models.CleIsolee(
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
                pgtrigger.migrations.AddTrigger(
                    model_name="projet",
                    trigger=pgtrigger.compiler.Trigger(
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
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projet",
                    trigger=pgtrigger.compiler.Trigger(
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
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="projet",
                    trigger=pgtrigger.compiler.Trigger(
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
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sortie",
                    trigger=pgtrigger.compiler.Trigger(
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
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sortie",
                    trigger=pgtrigger.compiler.Trigger(
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
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sortie",
                    trigger=pgtrigger.compiler.Trigger(
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
                ),
            ]
        ),
    ]
