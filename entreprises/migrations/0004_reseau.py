import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import insertion.isolation.models
import insertion.thematiques
from insertion.isolation.operations import EnUneFois


class Migration(migrations.Migration):
    dependencies = [
        ("entreprises", "0003_isolation_carnet"),
        ("insertion", "0005_reglages"),
    ]

    operations = [
        EnUneFois(
            [
                migrations.CreateModel(
                    name="DispositifLocal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("nom", models.CharField(max_length=120, verbose_name="nom")),
                        (
                            "presentation",
                            models.TextField(blank=True, max_length=2000, verbose_name="à quoi ça sert"),
                        ),
                        (
                            "themes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(choices=insertion.thematiques.choix, max_length=120),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="thématiques",
                            ),
                        ),
                        ("public", models.CharField(blank=True, max_length=300, verbose_name="pour qui")),
                        ("territoire", models.CharField(blank=True, max_length=160, verbose_name="territoire")),
                        ("adresse", models.CharField(blank=True, max_length=200, verbose_name="adresse")),
                        ("commune", models.CharField(blank=True, max_length=80, verbose_name="commune")),
                        ("horaires", models.CharField(blank=True, max_length=300, verbose_name="quand")),
                        ("demarche", models.TextField(blank=True, max_length=2000, verbose_name="comment faire")),
                        (
                            "a_apporter",
                            models.TextField(blank=True, max_length=2000, verbose_name="papiers à apporter"),
                        ),
                        ("site", models.URLField(blank=True, verbose_name="site internet")),
                        (
                            "verifie_le",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="à jour au"),
                        ),
                        ("actif", models.BooleanField(default=True, verbose_name="proposé aux personnes")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "age_min",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(10),
                                    django.core.validators.MaxValueValidator(99),
                                ],
                                verbose_name="à partir de (ans)",
                            ),
                        ),
                        (
                            "age_max",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(10),
                                    django.core.validators.MaxValueValidator(99),
                                ],
                                verbose_name="jusqu’à (ans)",
                            ),
                        ),
                        (
                            "francais",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("non_lecteur", "Ne lit pas encore"),
                                    ("a1", "A1 : quelques mots"),
                                    ("a2", "A2 : la vie courante"),
                                    ("b1", "B1 : autonome"),
                                    ("b2", "B2 : à l’aise"),
                                    ("c1", "C1 et plus"),
                                ],
                                max_length=12,
                                verbose_name="niveau de français",
                            ),
                        ),
                        (
                            "faits_tous",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("rsa", "Recevoir le RSA"),
                                        ("ass", "Recevoir l’ASS"),
                                        ("are", "Recevoir l’allocation chômage (ARE)"),
                                        ("prime_activite", "Recevoir la prime d’activité"),
                                        ("salaire", "Avoir un salaire"),
                                        ("sans_ressources", "Être sans ressources"),
                                        ("france_travail", "Être inscrit à France Travail"),
                                        ("deld", "Chercher un emploi depuis plus d’un an"),
                                        ("sans_qualification", "Ne pas avoir de qualification reconnue"),
                                        ("rqth", "Avoir la RQTH"),
                                        ("parent_isole", "Élever seul un enfant"),
                                        ("qpv", "Habiter un quartier prioritaire"),
                                        ("zrr", "Habiter une zone de revitalisation rurale"),
                                        ("logement_autonome", "Avoir un logement à son nom"),
                                        ("assurance_maladie", "Avoir une assurance maladie à jour"),
                                        ("titre_sejour", "Avoir un titre de séjour en cours, si nécessaire"),
                                        ("permis_b", "Avoir le permis B"),
                                        ("permis_en_cours", "Avoir commencé le permis"),
                                        ("vehicule", "Avoir un véhicule"),
                                        ("sans_permis_b", "Ne pas avoir encore le permis B"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="il faut, à la fois",
                            ),
                        ),
                        (
                            "faits_un",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("rsa", "Recevoir le RSA"),
                                        ("ass", "Recevoir l’ASS"),
                                        ("are", "Recevoir l’allocation chômage (ARE)"),
                                        ("prime_activite", "Recevoir la prime d’activité"),
                                        ("salaire", "Avoir un salaire"),
                                        ("sans_ressources", "Être sans ressources"),
                                        ("france_travail", "Être inscrit à France Travail"),
                                        ("deld", "Chercher un emploi depuis plus d’un an"),
                                        ("sans_qualification", "Ne pas avoir de qualification reconnue"),
                                        ("rqth", "Avoir la RQTH"),
                                        ("parent_isole", "Élever seul un enfant"),
                                        ("qpv", "Habiter un quartier prioritaire"),
                                        ("zrr", "Habiter une zone de revitalisation rurale"),
                                        ("logement_autonome", "Avoir un logement à son nom"),
                                        ("assurance_maladie", "Avoir une assurance maladie à jour"),
                                        ("titre_sejour", "Avoir un titre de séjour en cours, si nécessaire"),
                                        ("permis_b", "Avoir le permis B"),
                                        ("permis_en_cours", "Avoir commencé le permis"),
                                        ("vehicule", "Avoir un véhicule"),
                                        ("sans_permis_b", "Ne pas avoir encore le permis B"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="il faut au moins une de ces situations",
                            ),
                        ),
                        (
                            "autres_conditions",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="autres conditions à vérifier"
                            ),
                        ),
                        (
                            "nature",
                            models.CharField(
                                choices=[
                                    ("fsl", "Fonds de solidarité pour le logement (FSL)"),
                                    ("faj", "Fonds d’aide aux jeunes (FAJ)"),
                                    ("microcredit", "Microcrédit"),
                                    ("cheques_mobilite", "Chèques mobilité"),
                                    ("permis", "Aide au permis"),
                                    ("mobilite", "Aide à la mobilité"),
                                    ("garde_enfants", "Aide à la garde d’enfants"),
                                    ("secours", "Secours d’urgence"),
                                    ("caf", "Aide de la CAF"),
                                    ("ccas", "Aide du CCAS"),
                                    ("departement", "Aide du Département"),
                                    ("association", "Aide d’une association"),
                                    ("accompagnement", "Accompagnement, sans argent"),
                                    ("autre", "Autre dispositif"),
                                ],
                                max_length=16,
                                verbose_name="ce que c’est",
                            ),
                        ),
                        ("paie", models.CharField(blank=True, max_length=200, verbose_name="ce que l’aide paie")),
                        ("montant", models.CharField(blank=True, max_length=120, verbose_name="montant (€)")),
                        ("delai", models.CharField(blank=True, max_length=120, verbose_name="délai de réponse")),
                        (
                            "organisme",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="dispositifs",
                                to="entreprises.partenaire",
                                verbose_name="à qui le demander",
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
                            "verifie_par",
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
                        "verbose_name": "dispositif local",
                        "verbose_name_plural": "dispositifs locaux",
                        "ordering": ["nom", "pk"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_dispositiflocal_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("nom", ""), _negated=True),
                                name="dispositiflocal_nomme",
                                violation_error_message="Le nom est nécessaire.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("verifie_par__isnull", True), ("verifie_le__isnull", False), _connector="OR"
                                ),
                                name="dispositiflocal_verifie_le",
                                violation_error_message="Une vérification porte sa date.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("age_min__isnull", True),
                                    ("age_max__isnull", True),
                                    ("age_max__gte", models.F("age_min")),
                                    _connector="OR",
                                ),
                                name="dispositiflocal_ages",
                                violation_error_code="ages",
                                violation_error_message="L’âge le plus haut ne peut pas être sous l’âge le plus bas.",
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "nom", "commune"),
                                name="dispositif_local_nom_unique",
                                violation_error_message="Ce dispositif est déjà noté, dans cette commune.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_dispositiflocalevent" ("a_apporter", "actif", "adresse", "age_max", "age_min", "autres_conditions", "commune", "delai", "demarche", "faits_tous", "faits_un", "francais", "horaires", "id", "montant", "nature", "nom", "organisme_id", "paie", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "public", "site", "structure_id", "territoire", "themes", "verifie_le", "verifie_par_id", "version") VALUES (NEW."a_apporter", NEW."actif", NEW."adresse", NEW."age_max", NEW."age_min", NEW."autres_conditions", NEW."commune", NEW."delai", NEW."demarche", NEW."faits_tous", NEW."faits_un", NEW."francais", NEW."horaires", NEW."id", NEW."montant", NEW."nature", NEW."nom", NEW."organisme_id", NEW."paie", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."presentation", NEW."public", NEW."site", NEW."structure_id", NEW."territoire", NEW."themes", NEW."verifie_le", NEW."verifie_par_id", NEW."version"); RETURN NULL;',
                                    hash="b1b48258906debd622c41d04c16dff9565ec3e10",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_70a14",
                                    table="entreprises_dispositiflocal",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "entreprises_dispositiflocalevent" ("a_apporter", "actif", "adresse", "age_max", "age_min", "autres_conditions", "commune", "delai", "demarche", "faits_tous", "faits_un", "francais", "horaires", "id", "montant", "nature", "nom", "organisme_id", "paie", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "public", "site", "structure_id", "territoire", "themes", "verifie_le", "verifie_par_id", "version") VALUES (NEW."a_apporter", NEW."actif", NEW."adresse", NEW."age_max", NEW."age_min", NEW."autres_conditions", NEW."commune", NEW."delai", NEW."demarche", NEW."faits_tous", NEW."faits_un", NEW."francais", NEW."horaires", NEW."id", NEW."montant", NEW."nature", NEW."nom", NEW."organisme_id", NEW."paie", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."presentation", NEW."public", NEW."site", NEW."structure_id", NEW."territoire", NEW."themes", NEW."verifie_le", NEW."verifie_par_id", NEW."version"); RETURN NULL;',
                                    hash="76d1d4bceaefe30008b4dc9ded14a3d4fe8f0c89",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_11ff9",
                                    table="entreprises_dispositiflocal",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_dispositiflocalevent" ("a_apporter", "actif", "adresse", "age_max", "age_min", "autres_conditions", "commune", "delai", "demarche", "faits_tous", "faits_un", "francais", "horaires", "id", "montant", "nature", "nom", "organisme_id", "paie", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "public", "site", "structure_id", "territoire", "themes", "verifie_le", "verifie_par_id", "version") VALUES (OLD."a_apporter", OLD."actif", OLD."adresse", OLD."age_max", OLD."age_min", OLD."autres_conditions", OLD."commune", OLD."delai", OLD."demarche", OLD."faits_tous", OLD."faits_un", OLD."francais", OLD."horaires", OLD."id", OLD."montant", OLD."nature", OLD."nom", OLD."organisme_id", OLD."paie", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."presentation", OLD."public", OLD."site", OLD."structure_id", OLD."territoire", OLD."themes", OLD."verifie_le", OLD."verifie_par_id", OLD."version"); RETURN NULL;',
                                    hash="4c4c8e34c4b5396fe4ba260343d9d4d5c644612b",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_71937",
                                    table="entreprises_dispositiflocal",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DispositifLocalEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("nom", models.CharField(max_length=120, verbose_name="nom")),
                        (
                            "presentation",
                            models.TextField(blank=True, max_length=2000, verbose_name="à quoi ça sert"),
                        ),
                        (
                            "themes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(choices=insertion.thematiques.choix, max_length=120),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="thématiques",
                            ),
                        ),
                        ("public", models.CharField(blank=True, max_length=300, verbose_name="pour qui")),
                        ("territoire", models.CharField(blank=True, max_length=160, verbose_name="territoire")),
                        ("adresse", models.CharField(blank=True, max_length=200, verbose_name="adresse")),
                        ("commune", models.CharField(blank=True, max_length=80, verbose_name="commune")),
                        ("horaires", models.CharField(blank=True, max_length=300, verbose_name="quand")),
                        ("demarche", models.TextField(blank=True, max_length=2000, verbose_name="comment faire")),
                        (
                            "a_apporter",
                            models.TextField(blank=True, max_length=2000, verbose_name="papiers à apporter"),
                        ),
                        ("site", models.URLField(blank=True, verbose_name="site internet")),
                        (
                            "verifie_le",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="à jour au"),
                        ),
                        ("actif", models.BooleanField(default=True, verbose_name="proposé aux personnes")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "age_min",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(10),
                                    django.core.validators.MaxValueValidator(99),
                                ],
                                verbose_name="à partir de (ans)",
                            ),
                        ),
                        (
                            "age_max",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(10),
                                    django.core.validators.MaxValueValidator(99),
                                ],
                                verbose_name="jusqu’à (ans)",
                            ),
                        ),
                        (
                            "francais",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("non_lecteur", "Ne lit pas encore"),
                                    ("a1", "A1 : quelques mots"),
                                    ("a2", "A2 : la vie courante"),
                                    ("b1", "B1 : autonome"),
                                    ("b2", "B2 : à l’aise"),
                                    ("c1", "C1 et plus"),
                                ],
                                max_length=12,
                                verbose_name="niveau de français",
                            ),
                        ),
                        (
                            "faits_tous",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("rsa", "Recevoir le RSA"),
                                        ("ass", "Recevoir l’ASS"),
                                        ("are", "Recevoir l’allocation chômage (ARE)"),
                                        ("prime_activite", "Recevoir la prime d’activité"),
                                        ("salaire", "Avoir un salaire"),
                                        ("sans_ressources", "Être sans ressources"),
                                        ("france_travail", "Être inscrit à France Travail"),
                                        ("deld", "Chercher un emploi depuis plus d’un an"),
                                        ("sans_qualification", "Ne pas avoir de qualification reconnue"),
                                        ("rqth", "Avoir la RQTH"),
                                        ("parent_isole", "Élever seul un enfant"),
                                        ("qpv", "Habiter un quartier prioritaire"),
                                        ("zrr", "Habiter une zone de revitalisation rurale"),
                                        ("logement_autonome", "Avoir un logement à son nom"),
                                        ("assurance_maladie", "Avoir une assurance maladie à jour"),
                                        ("titre_sejour", "Avoir un titre de séjour en cours, si nécessaire"),
                                        ("permis_b", "Avoir le permis B"),
                                        ("permis_en_cours", "Avoir commencé le permis"),
                                        ("vehicule", "Avoir un véhicule"),
                                        ("sans_permis_b", "Ne pas avoir encore le permis B"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="il faut, à la fois",
                            ),
                        ),
                        (
                            "faits_un",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("rsa", "Recevoir le RSA"),
                                        ("ass", "Recevoir l’ASS"),
                                        ("are", "Recevoir l’allocation chômage (ARE)"),
                                        ("prime_activite", "Recevoir la prime d’activité"),
                                        ("salaire", "Avoir un salaire"),
                                        ("sans_ressources", "Être sans ressources"),
                                        ("france_travail", "Être inscrit à France Travail"),
                                        ("deld", "Chercher un emploi depuis plus d’un an"),
                                        ("sans_qualification", "Ne pas avoir de qualification reconnue"),
                                        ("rqth", "Avoir la RQTH"),
                                        ("parent_isole", "Élever seul un enfant"),
                                        ("qpv", "Habiter un quartier prioritaire"),
                                        ("zrr", "Habiter une zone de revitalisation rurale"),
                                        ("logement_autonome", "Avoir un logement à son nom"),
                                        ("assurance_maladie", "Avoir une assurance maladie à jour"),
                                        ("titre_sejour", "Avoir un titre de séjour en cours, si nécessaire"),
                                        ("permis_b", "Avoir le permis B"),
                                        ("permis_en_cours", "Avoir commencé le permis"),
                                        ("vehicule", "Avoir un véhicule"),
                                        ("sans_permis_b", "Ne pas avoir encore le permis B"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="il faut au moins une de ces situations",
                            ),
                        ),
                        (
                            "autres_conditions",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="autres conditions à vérifier"
                            ),
                        ),
                        (
                            "nature",
                            models.CharField(
                                choices=[
                                    ("fsl", "Fonds de solidarité pour le logement (FSL)"),
                                    ("faj", "Fonds d’aide aux jeunes (FAJ)"),
                                    ("microcredit", "Microcrédit"),
                                    ("cheques_mobilite", "Chèques mobilité"),
                                    ("permis", "Aide au permis"),
                                    ("mobilite", "Aide à la mobilité"),
                                    ("garde_enfants", "Aide à la garde d’enfants"),
                                    ("secours", "Secours d’urgence"),
                                    ("caf", "Aide de la CAF"),
                                    ("ccas", "Aide du CCAS"),
                                    ("departement", "Aide du Département"),
                                    ("association", "Aide d’une association"),
                                    ("accompagnement", "Accompagnement, sans argent"),
                                    ("autre", "Autre dispositif"),
                                ],
                                max_length=16,
                                verbose_name="ce que c’est",
                            ),
                        ),
                        ("paie", models.CharField(blank=True, max_length=200, verbose_name="ce que l’aide paie")),
                        ("montant", models.CharField(blank=True, max_length=120, verbose_name="montant (€)")),
                        ("delai", models.CharField(blank=True, max_length=120, verbose_name="délai de réponse")),
                        (
                            "organisme",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.partenaire",
                                verbose_name="à qui le demander",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="entreprises.dispositiflocal",
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
                            "verifie_par",
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
                    options={
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Formation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "presentation",
                            models.TextField(blank=True, max_length=2000, verbose_name="à quoi ça sert"),
                        ),
                        (
                            "themes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(choices=insertion.thematiques.choix, max_length=120),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="thématiques",
                            ),
                        ),
                        ("public", models.CharField(blank=True, max_length=300, verbose_name="pour qui")),
                        ("territoire", models.CharField(blank=True, max_length=160, verbose_name="territoire")),
                        ("adresse", models.CharField(blank=True, max_length=200, verbose_name="adresse")),
                        ("commune", models.CharField(blank=True, max_length=80, verbose_name="commune")),
                        ("horaires", models.CharField(blank=True, max_length=300, verbose_name="quand")),
                        ("demarche", models.TextField(blank=True, max_length=2000, verbose_name="comment faire")),
                        (
                            "a_apporter",
                            models.TextField(blank=True, max_length=2000, verbose_name="papiers à apporter"),
                        ),
                        ("site", models.URLField(blank=True, verbose_name="site internet")),
                        (
                            "verifie_le",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="à jour au"),
                        ),
                        ("actif", models.BooleanField(default=True, verbose_name="proposé aux personnes")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "age_min",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(10),
                                    django.core.validators.MaxValueValidator(99),
                                ],
                                verbose_name="à partir de (ans)",
                            ),
                        ),
                        (
                            "age_max",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(10),
                                    django.core.validators.MaxValueValidator(99),
                                ],
                                verbose_name="jusqu’à (ans)",
                            ),
                        ),
                        (
                            "francais",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("non_lecteur", "Ne lit pas encore"),
                                    ("a1", "A1 : quelques mots"),
                                    ("a2", "A2 : la vie courante"),
                                    ("b1", "B1 : autonome"),
                                    ("b2", "B2 : à l’aise"),
                                    ("c1", "C1 et plus"),
                                ],
                                max_length=12,
                                verbose_name="niveau de français",
                            ),
                        ),
                        (
                            "faits_tous",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("rsa", "Recevoir le RSA"),
                                        ("ass", "Recevoir l’ASS"),
                                        ("are", "Recevoir l’allocation chômage (ARE)"),
                                        ("prime_activite", "Recevoir la prime d’activité"),
                                        ("salaire", "Avoir un salaire"),
                                        ("sans_ressources", "Être sans ressources"),
                                        ("france_travail", "Être inscrit à France Travail"),
                                        ("deld", "Chercher un emploi depuis plus d’un an"),
                                        ("sans_qualification", "Ne pas avoir de qualification reconnue"),
                                        ("rqth", "Avoir la RQTH"),
                                        ("parent_isole", "Élever seul un enfant"),
                                        ("qpv", "Habiter un quartier prioritaire"),
                                        ("zrr", "Habiter une zone de revitalisation rurale"),
                                        ("logement_autonome", "Avoir un logement à son nom"),
                                        ("assurance_maladie", "Avoir une assurance maladie à jour"),
                                        ("titre_sejour", "Avoir un titre de séjour en cours, si nécessaire"),
                                        ("permis_b", "Avoir le permis B"),
                                        ("permis_en_cours", "Avoir commencé le permis"),
                                        ("vehicule", "Avoir un véhicule"),
                                        ("sans_permis_b", "Ne pas avoir encore le permis B"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="il faut, à la fois",
                            ),
                        ),
                        (
                            "faits_un",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("rsa", "Recevoir le RSA"),
                                        ("ass", "Recevoir l’ASS"),
                                        ("are", "Recevoir l’allocation chômage (ARE)"),
                                        ("prime_activite", "Recevoir la prime d’activité"),
                                        ("salaire", "Avoir un salaire"),
                                        ("sans_ressources", "Être sans ressources"),
                                        ("france_travail", "Être inscrit à France Travail"),
                                        ("deld", "Chercher un emploi depuis plus d’un an"),
                                        ("sans_qualification", "Ne pas avoir de qualification reconnue"),
                                        ("rqth", "Avoir la RQTH"),
                                        ("parent_isole", "Élever seul un enfant"),
                                        ("qpv", "Habiter un quartier prioritaire"),
                                        ("zrr", "Habiter une zone de revitalisation rurale"),
                                        ("logement_autonome", "Avoir un logement à son nom"),
                                        ("assurance_maladie", "Avoir une assurance maladie à jour"),
                                        ("titre_sejour", "Avoir un titre de séjour en cours, si nécessaire"),
                                        ("permis_b", "Avoir le permis B"),
                                        ("permis_en_cours", "Avoir commencé le permis"),
                                        ("vehicule", "Avoir un véhicule"),
                                        ("sans_permis_b", "Ne pas avoir encore le permis B"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="il faut au moins une de ces situations",
                            ),
                        ),
                        (
                            "autres_conditions",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="autres conditions à vérifier"
                            ),
                        ),
                        ("nom", models.CharField(max_length=160, verbose_name="intitulé")),
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
                        (
                            "niveau",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("aucun", "Sans diplôme ni titre"),
                                    ("niveau_3", "CAP, BEP (niveau 3)"),
                                    ("niveau_4", "Baccalauréat (niveau 4)"),
                                    ("niveau_5", "Bac + 2 (niveau 5)"),
                                    ("niveau_6", "Bac + 3 et plus"),
                                ],
                                max_length=10,
                                verbose_name="niveau visé",
                            ),
                        ),
                        ("certification", models.CharField(blank=True, max_length=160, verbose_name="certification")),
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
                                verbose_name="durée (heures)",
                            ),
                        ),
                        ("financement", models.CharField(blank=True, max_length=120, verbose_name="financée par")),
                        (
                            "organisme",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="formations",
                                to="entreprises.partenaire",
                                verbose_name="organisme",
                            ),
                        ),
                        (
                            "rome",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="insertion.rome",
                                verbose_name="code ROME du métier",
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
                            "verifie_par",
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
                        "verbose_name": "formation du catalogue",
                        "verbose_name_plural": "formations du catalogue",
                        "ordering": ["nom", "pk"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_formation_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("nom", ""), _negated=True),
                                name="formation_nomme",
                                violation_error_message="Le nom est nécessaire.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("verifie_par__isnull", True), ("verifie_le__isnull", False), _connector="OR"
                                ),
                                name="formation_verifie_le",
                                violation_error_message="Une vérification porte sa date.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("age_min__isnull", True),
                                    ("age_max__isnull", True),
                                    ("age_max__gte", models.F("age_min")),
                                    _connector="OR",
                                ),
                                name="formation_ages",
                                violation_error_code="ages",
                                violation_error_message="L’âge le plus haut ne peut pas être sous l’âge le plus bas.",
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "nom", "organisme"),
                                name="formation_nom_unique",
                                violation_error_message="Cette formation de cet organisme est déjà dans le catalogue.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("heures__isnull", True), ("heures__gt", 0), _connector="OR"),
                                name="formation_duree",
                                violation_error_message="Une formation dure au moins une heure.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_formationevent" ("a_apporter", "actif", "adresse", "age_max", "age_min", "autres_conditions", "certification", "commune", "demarche", "domaine", "faits_tous", "faits_un", "financement", "francais", "heures", "horaires", "id", "niveau", "nom", "organisme_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "public", "rome_id", "site", "structure_id", "territoire", "themes", "verifie_le", "verifie_par_id", "version") VALUES (NEW."a_apporter", NEW."actif", NEW."adresse", NEW."age_max", NEW."age_min", NEW."autres_conditions", NEW."certification", NEW."commune", NEW."demarche", NEW."domaine", NEW."faits_tous", NEW."faits_un", NEW."financement", NEW."francais", NEW."heures", NEW."horaires", NEW."id", NEW."niveau", NEW."nom", NEW."organisme_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."presentation", NEW."public", NEW."rome_id", NEW."site", NEW."structure_id", NEW."territoire", NEW."themes", NEW."verifie_le", NEW."verifie_par_id", NEW."version"); RETURN NULL;',
                                    hash="b7ce6e6c39ccc507f42e3dbcd6c2233ad0606249",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a1d13",
                                    table="entreprises_formation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "entreprises_formationevent" ("a_apporter", "actif", "adresse", "age_max", "age_min", "autres_conditions", "certification", "commune", "demarche", "domaine", "faits_tous", "faits_un", "financement", "francais", "heures", "horaires", "id", "niveau", "nom", "organisme_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "public", "rome_id", "site", "structure_id", "territoire", "themes", "verifie_le", "verifie_par_id", "version") VALUES (NEW."a_apporter", NEW."actif", NEW."adresse", NEW."age_max", NEW."age_min", NEW."autres_conditions", NEW."certification", NEW."commune", NEW."demarche", NEW."domaine", NEW."faits_tous", NEW."faits_un", NEW."financement", NEW."francais", NEW."heures", NEW."horaires", NEW."id", NEW."niveau", NEW."nom", NEW."organisme_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."presentation", NEW."public", NEW."rome_id", NEW."site", NEW."structure_id", NEW."territoire", NEW."themes", NEW."verifie_le", NEW."verifie_par_id", NEW."version"); RETURN NULL;',
                                    hash="dae8966705dc404bcd0869c31198cbe1760e0c49",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e3c0f",
                                    table="entreprises_formation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_formationevent" ("a_apporter", "actif", "adresse", "age_max", "age_min", "autres_conditions", "certification", "commune", "demarche", "domaine", "faits_tous", "faits_un", "financement", "francais", "heures", "horaires", "id", "niveau", "nom", "organisme_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "public", "rome_id", "site", "structure_id", "territoire", "themes", "verifie_le", "verifie_par_id", "version") VALUES (OLD."a_apporter", OLD."actif", OLD."adresse", OLD."age_max", OLD."age_min", OLD."autres_conditions", OLD."certification", OLD."commune", OLD."demarche", OLD."domaine", OLD."faits_tous", OLD."faits_un", OLD."financement", OLD."francais", OLD."heures", OLD."horaires", OLD."id", OLD."niveau", OLD."nom", OLD."organisme_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."presentation", OLD."public", OLD."rome_id", OLD."site", OLD."structure_id", OLD."territoire", OLD."themes", OLD."verifie_le", OLD."verifie_par_id", OLD."version"); RETURN NULL;',
                                    hash="85b04376a3ecfb98140791fd119e4af4a54e5bf6",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_394ae",
                                    table="entreprises_formation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FormationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "presentation",
                            models.TextField(blank=True, max_length=2000, verbose_name="à quoi ça sert"),
                        ),
                        (
                            "themes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(choices=insertion.thematiques.choix, max_length=120),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="thématiques",
                            ),
                        ),
                        ("public", models.CharField(blank=True, max_length=300, verbose_name="pour qui")),
                        ("territoire", models.CharField(blank=True, max_length=160, verbose_name="territoire")),
                        ("adresse", models.CharField(blank=True, max_length=200, verbose_name="adresse")),
                        ("commune", models.CharField(blank=True, max_length=80, verbose_name="commune")),
                        ("horaires", models.CharField(blank=True, max_length=300, verbose_name="quand")),
                        ("demarche", models.TextField(blank=True, max_length=2000, verbose_name="comment faire")),
                        (
                            "a_apporter",
                            models.TextField(blank=True, max_length=2000, verbose_name="papiers à apporter"),
                        ),
                        ("site", models.URLField(blank=True, verbose_name="site internet")),
                        (
                            "verifie_le",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="à jour au"),
                        ),
                        ("actif", models.BooleanField(default=True, verbose_name="proposé aux personnes")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "age_min",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(10),
                                    django.core.validators.MaxValueValidator(99),
                                ],
                                verbose_name="à partir de (ans)",
                            ),
                        ),
                        (
                            "age_max",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(10),
                                    django.core.validators.MaxValueValidator(99),
                                ],
                                verbose_name="jusqu’à (ans)",
                            ),
                        ),
                        (
                            "francais",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("non_lecteur", "Ne lit pas encore"),
                                    ("a1", "A1 : quelques mots"),
                                    ("a2", "A2 : la vie courante"),
                                    ("b1", "B1 : autonome"),
                                    ("b2", "B2 : à l’aise"),
                                    ("c1", "C1 et plus"),
                                ],
                                max_length=12,
                                verbose_name="niveau de français",
                            ),
                        ),
                        (
                            "faits_tous",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("rsa", "Recevoir le RSA"),
                                        ("ass", "Recevoir l’ASS"),
                                        ("are", "Recevoir l’allocation chômage (ARE)"),
                                        ("prime_activite", "Recevoir la prime d’activité"),
                                        ("salaire", "Avoir un salaire"),
                                        ("sans_ressources", "Être sans ressources"),
                                        ("france_travail", "Être inscrit à France Travail"),
                                        ("deld", "Chercher un emploi depuis plus d’un an"),
                                        ("sans_qualification", "Ne pas avoir de qualification reconnue"),
                                        ("rqth", "Avoir la RQTH"),
                                        ("parent_isole", "Élever seul un enfant"),
                                        ("qpv", "Habiter un quartier prioritaire"),
                                        ("zrr", "Habiter une zone de revitalisation rurale"),
                                        ("logement_autonome", "Avoir un logement à son nom"),
                                        ("assurance_maladie", "Avoir une assurance maladie à jour"),
                                        ("titre_sejour", "Avoir un titre de séjour en cours, si nécessaire"),
                                        ("permis_b", "Avoir le permis B"),
                                        ("permis_en_cours", "Avoir commencé le permis"),
                                        ("vehicule", "Avoir un véhicule"),
                                        ("sans_permis_b", "Ne pas avoir encore le permis B"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="il faut, à la fois",
                            ),
                        ),
                        (
                            "faits_un",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("rsa", "Recevoir le RSA"),
                                        ("ass", "Recevoir l’ASS"),
                                        ("are", "Recevoir l’allocation chômage (ARE)"),
                                        ("prime_activite", "Recevoir la prime d’activité"),
                                        ("salaire", "Avoir un salaire"),
                                        ("sans_ressources", "Être sans ressources"),
                                        ("france_travail", "Être inscrit à France Travail"),
                                        ("deld", "Chercher un emploi depuis plus d’un an"),
                                        ("sans_qualification", "Ne pas avoir de qualification reconnue"),
                                        ("rqth", "Avoir la RQTH"),
                                        ("parent_isole", "Élever seul un enfant"),
                                        ("qpv", "Habiter un quartier prioritaire"),
                                        ("zrr", "Habiter une zone de revitalisation rurale"),
                                        ("logement_autonome", "Avoir un logement à son nom"),
                                        ("assurance_maladie", "Avoir une assurance maladie à jour"),
                                        ("titre_sejour", "Avoir un titre de séjour en cours, si nécessaire"),
                                        ("permis_b", "Avoir le permis B"),
                                        ("permis_en_cours", "Avoir commencé le permis"),
                                        ("vehicule", "Avoir un véhicule"),
                                        ("sans_permis_b", "Ne pas avoir encore le permis B"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="il faut au moins une de ces situations",
                            ),
                        ),
                        (
                            "autres_conditions",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="autres conditions à vérifier"
                            ),
                        ),
                        ("nom", models.CharField(max_length=160, verbose_name="intitulé")),
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
                        (
                            "niveau",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("aucun", "Sans diplôme ni titre"),
                                    ("niveau_3", "CAP, BEP (niveau 3)"),
                                    ("niveau_4", "Baccalauréat (niveau 4)"),
                                    ("niveau_5", "Bac + 2 (niveau 5)"),
                                    ("niveau_6", "Bac + 3 et plus"),
                                ],
                                max_length=10,
                                verbose_name="niveau visé",
                            ),
                        ),
                        ("certification", models.CharField(blank=True, max_length=160, verbose_name="certification")),
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
                                verbose_name="durée (heures)",
                            ),
                        ),
                        ("financement", models.CharField(blank=True, max_length=120, verbose_name="financée par")),
                        (
                            "organisme",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.partenaire",
                                verbose_name="organisme",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="entreprises.formation",
                            ),
                        ),
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
                                verbose_name="code ROME du métier",
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
                            "verifie_par",
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
                    options={
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="PartenaireDuProjet",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "partenaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="projets",
                                to="entreprises.partenaire",
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
                            "projet",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="liens",
                                to="entreprises.projetpartenarial",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "partenaire du projet",
                        "verbose_name_plural": "partenaires du projet",
                        "ordering": ["partenaire__nom", "pk"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_partenaireduprojet_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "projet", "partenaire"), name="partenaire_projet_unique"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_partenaireduprojetevent" ("id", "partenaire_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "projet_id", "structure_id") VALUES (NEW."id", NEW."partenaire_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."projet_id", NEW."structure_id"); RETURN NULL;',
                                    hash="2d6a81316cee368aaa5b149c436968044abe2e4a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_612c7",
                                    table="entreprises_partenaireduprojet",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "entreprises_partenaireduprojetevent" ("id", "partenaire_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "projet_id", "structure_id") VALUES (NEW."id", NEW."partenaire_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."projet_id", NEW."structure_id"); RETURN NULL;',
                                    hash="9011986e0d4146178aea55de91904a63478c5e15",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_00e14",
                                    table="entreprises_partenaireduprojet",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_partenaireduprojetevent" ("id", "partenaire_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "projet_id", "structure_id") VALUES (OLD."id", OLD."partenaire_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."projet_id", OLD."structure_id"); RETURN NULL;',
                                    hash="c567014b9dcfc1ab376cc35f4d14599a3fce8ba1",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_f253d",
                                    table="entreprises_partenaireduprojet",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartenaireDuProjetEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="entreprises.partenaireduprojet",
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
                            "projet",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.projetpartenarial",
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
                    name="ProjetPartenarial",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("nom", models.CharField(max_length=160, verbose_name="nom du projet")),
                        ("objet", models.TextField(blank=True, max_length=4000, verbose_name="à quoi il sert")),
                        ("debut", models.DateField(verbose_name="du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="au")),
                        (
                            "prochaine_etape",
                            models.CharField(blank=True, max_length=200, verbose_name="prochaine étape"),
                        ),
                        ("prochaine_etape_le", models.DateField(blank=True, null=True, verbose_name="prévue le")),
                        ("notes", models.TextField(blank=True, max_length=8000, verbose_name="notes")),
                        ("bilan", models.TextField(blank=True, max_length=8000, verbose_name="bilan")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "responsable",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="projets_partenariaux",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="suivi par",
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
                        "verbose_name": "projet partenarial",
                        "verbose_name_plural": "projets partenariaux",
                        "ordering": ["-debut", "-pk"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_projetpartenarial_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "nom", "debut"),
                                name="projet_partenarial_unique",
                                violation_error_message="Un projet porte déjà ce nom, à cette date.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("nom", ""), _negated=True),
                                name="projet_partenarial_nomme",
                                violation_error_message="Le nom du projet est nécessaire.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("fin__isnull", True), ("fin__gte", models.F("debut")), _connector="OR"
                                ),
                                name="projet_partenarial_fin",
                                violation_error_code="projet_fin",
                                violation_error_message="Le projet ne peut pas finir avant d’avoir commencé.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("prochaine_etape_le__isnull", True),
                                    models.Q(("prochaine_etape", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="projet_partenarial_etape",
                                violation_error_code="projet_etape",
                                violation_error_message="Dites quelle est cette étape.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_projetpartenarialevent" ("bilan", "debut", "fin", "id", "nom", "notes", "objet", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prochaine_etape", "prochaine_etape_le", "responsable_id", "structure_id", "version") VALUES (NEW."bilan", NEW."debut", NEW."fin", NEW."id", NEW."nom", NEW."notes", NEW."objet", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."prochaine_etape", NEW."prochaine_etape_le", NEW."responsable_id", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="2d3a8095451b2568d3277cf4695cc9e363a773d7",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_201ba",
                                    table="entreprises_projetpartenarial",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "entreprises_projetpartenarialevent" ("bilan", "debut", "fin", "id", "nom", "notes", "objet", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prochaine_etape", "prochaine_etape_le", "responsable_id", "structure_id", "version") VALUES (NEW."bilan", NEW."debut", NEW."fin", NEW."id", NEW."nom", NEW."notes", NEW."objet", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."prochaine_etape", NEW."prochaine_etape_le", NEW."responsable_id", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="c950f6794b207497831ab82938d48e14ac99b8aa",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_2034a",
                                    table="entreprises_projetpartenarial",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_projetpartenarialevent" ("bilan", "debut", "fin", "id", "nom", "notes", "objet", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prochaine_etape", "prochaine_etape_le", "responsable_id", "structure_id", "version") VALUES (OLD."bilan", OLD."debut", OLD."fin", OLD."id", OLD."nom", OLD."notes", OLD."objet", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."prochaine_etape", OLD."prochaine_etape_le", OLD."responsable_id", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="41addb4b18b7a12fff3fd83c529b682e97faedca",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_51c81",
                                    table="entreprises_projetpartenarial",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProjetPartenarialEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("nom", models.CharField(max_length=160, verbose_name="nom du projet")),
                        ("objet", models.TextField(blank=True, max_length=4000, verbose_name="à quoi il sert")),
                        ("debut", models.DateField(verbose_name="du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="au")),
                        (
                            "prochaine_etape",
                            models.CharField(blank=True, max_length=200, verbose_name="prochaine étape"),
                        ),
                        ("prochaine_etape_le", models.DateField(blank=True, null=True, verbose_name="prévue le")),
                        ("notes", models.TextField(blank=True, max_length=8000, verbose_name="notes")),
                        ("bilan", models.TextField(blank=True, max_length=8000, verbose_name="bilan")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="entreprises.projetpartenarial",
                            ),
                        ),
                        (
                            "responsable",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="suivi par",
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
                    name="SessionFormation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("debut", models.DateField(verbose_name="du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="au")),
                        ("precision", models.CharField(blank=True, max_length=160, verbose_name="à savoir")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "formation",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sessions",
                                to="entreprises.formation",
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
                        "verbose_name": "session",
                        "verbose_name_plural": "sessions",
                        "ordering": ["debut", "pk"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_sessionformation_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "formation", "debut"),
                                name="session_formation_unique",
                                violation_error_message="Une session de cette formation commence déjà ce jour-là.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("fin__isnull", True), ("fin__gte", models.F("debut")), _connector="OR"
                                ),
                                name="session_formation_fin",
                                violation_error_code="session_fin",
                                violation_error_message="La session ne peut pas finir avant d’avoir commencé.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_sessionformationevent" ("debut", "fin", "formation_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "structure_id", "version") VALUES (NEW."debut", NEW."fin", NEW."formation_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."precision", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="d3e5f78f016b4f5a0c61c4978956da5e7ed86e08",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_fdff3",
                                    table="entreprises_sessionformation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "entreprises_sessionformationevent" ("debut", "fin", "formation_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "structure_id", "version") VALUES (NEW."debut", NEW."fin", NEW."formation_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."precision", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="fffc60e4419318568426f49edb911c0cae12afea",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_53588",
                                    table="entreprises_sessionformation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_sessionformationevent" ("debut", "fin", "formation_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "structure_id", "version") VALUES (OLD."debut", OLD."fin", OLD."formation_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."precision", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="ad2816c1d83a2c7f75ec0a1252801b711facccd8",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_3270a",
                                    table="entreprises_sessionformation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SessionFormationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("debut", models.DateField(verbose_name="du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="au")),
                        ("precision", models.CharField(blank=True, max_length=160, verbose_name="à savoir")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "formation",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.formation",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="entreprises.sessionformation",
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
                    model_name="partenaire",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="partenaire",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="partenaire",
                    name="delete_delete",
                ),
                migrations.AddField(
                    model_name="partenaire",
                    name="a_apporter",
                    field=models.TextField(blank=True, max_length=2000, verbose_name="papiers à apporter"),
                ),
                migrations.AddField(
                    model_name="partenaire",
                    name="adresse",
                    field=models.CharField(blank=True, max_length=200, verbose_name="adresse"),
                ),
                migrations.AddField(
                    model_name="partenaire",
                    name="demarche",
                    field=models.TextField(blank=True, max_length=2000, verbose_name="comment faire"),
                ),
                migrations.AddField(
                    model_name="partenaire",
                    name="horaires",
                    field=models.CharField(blank=True, max_length=300, verbose_name="quand"),
                ),
                migrations.AddField(
                    model_name="partenaire",
                    name="presentation",
                    field=models.TextField(blank=True, max_length=2000, verbose_name="à quoi ça sert"),
                ),
                migrations.AddField(
                    model_name="partenaire",
                    name="public",
                    field=models.CharField(blank=True, max_length=300, verbose_name="pour qui"),
                ),
                migrations.AddField(
                    model_name="partenaire",
                    name="site",
                    field=models.URLField(blank=True, verbose_name="site internet"),
                ),
                migrations.AddField(
                    model_name="partenaire",
                    name="territoire",
                    field=models.CharField(blank=True, max_length=160, verbose_name="territoire"),
                ),
                migrations.AddField(
                    model_name="partenaire",
                    name="themes",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(choices=insertion.thematiques.choix, max_length=120),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="thématiques",
                    ),
                ),
                migrations.AddField(
                    model_name="partenaire",
                    name="verifie_le",
                    field=models.DateField(blank=True, editable=False, null=True, verbose_name="à jour au"),
                ),
                migrations.AddField(
                    model_name="partenaire",
                    name="verifie_par",
                    field=models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="partenaireevent",
                    name="a_apporter",
                    field=models.TextField(blank=True, max_length=2000, verbose_name="papiers à apporter"),
                ),
                migrations.AddField(
                    model_name="partenaireevent",
                    name="adresse",
                    field=models.CharField(blank=True, max_length=200, verbose_name="adresse"),
                ),
                migrations.AddField(
                    model_name="partenaireevent",
                    name="demarche",
                    field=models.TextField(blank=True, max_length=2000, verbose_name="comment faire"),
                ),
                migrations.AddField(
                    model_name="partenaireevent",
                    name="horaires",
                    field=models.CharField(blank=True, max_length=300, verbose_name="quand"),
                ),
                migrations.AddField(
                    model_name="partenaireevent",
                    name="presentation",
                    field=models.TextField(blank=True, max_length=2000, verbose_name="à quoi ça sert"),
                ),
                migrations.AddField(
                    model_name="partenaireevent",
                    name="public",
                    field=models.CharField(blank=True, max_length=300, verbose_name="pour qui"),
                ),
                migrations.AddField(
                    model_name="partenaireevent",
                    name="site",
                    field=models.URLField(blank=True, verbose_name="site internet"),
                ),
                migrations.AddField(
                    model_name="partenaireevent",
                    name="territoire",
                    field=models.CharField(blank=True, max_length=160, verbose_name="territoire"),
                ),
                migrations.AddField(
                    model_name="partenaireevent",
                    name="themes",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(choices=insertion.thematiques.choix, max_length=120),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="thématiques",
                    ),
                ),
                migrations.AddField(
                    model_name="partenaireevent",
                    name="verifie_le",
                    field=models.DateField(blank=True, editable=False, null=True, verbose_name="à jour au"),
                ),
                migrations.AddField(
                    model_name="partenaireevent",
                    name="verifie_par",
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
                pgtrigger.migrations.AddTrigger(
                    model_name="partenaire",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "entreprises_partenaireevent" ("a_apporter", "actif", "adresse", "commune", "demarche", "email", "horaires", "id", "interlocuteur", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "public", "site", "structure_id", "telephone", "territoire", "themes", "type", "verifie_le", "verifie_par_id", "version") VALUES (NEW."a_apporter", NEW."actif", NEW."adresse", NEW."commune", NEW."demarche", NEW."email", NEW."horaires", NEW."id", NEW."interlocuteur", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."presentation", NEW."public", NEW."site", NEW."structure_id", NEW."telephone", NEW."territoire", NEW."themes", NEW."type", NEW."verifie_le", NEW."verifie_par_id", NEW."version"); RETURN NULL;',
                            hash="dce5a965896db96d3d547542b47ec5feb9d0f9b1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e2ba4",
                            table="entreprises_partenaire",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partenaire",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "entreprises_partenaireevent" ("a_apporter", "actif", "adresse", "commune", "demarche", "email", "horaires", "id", "interlocuteur", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "public", "site", "structure_id", "telephone", "territoire", "themes", "type", "verifie_le", "verifie_par_id", "version") VALUES (NEW."a_apporter", NEW."actif", NEW."adresse", NEW."commune", NEW."demarche", NEW."email", NEW."horaires", NEW."id", NEW."interlocuteur", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."presentation", NEW."public", NEW."site", NEW."structure_id", NEW."telephone", NEW."territoire", NEW."themes", NEW."type", NEW."verifie_le", NEW."verifie_par_id", NEW."version"); RETURN NULL;',
                            hash="8512ba8ad51195506cf48248763b2f1d497b15d3",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_338b5",
                            table="entreprises_partenaire",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partenaire",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "entreprises_partenaireevent" ("a_apporter", "actif", "adresse", "commune", "demarche", "email", "horaires", "id", "interlocuteur", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "public", "site", "structure_id", "telephone", "territoire", "themes", "type", "verifie_le", "verifie_par_id", "version") VALUES (OLD."a_apporter", OLD."actif", OLD."adresse", OLD."commune", OLD."demarche", OLD."email", OLD."horaires", OLD."id", OLD."interlocuteur", OLD."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."presentation", OLD."public", OLD."site", OLD."structure_id", OLD."telephone", OLD."territoire", OLD."themes", OLD."type", OLD."verifie_le", OLD."verifie_par_id", OLD."version"); RETURN NULL;',
                            hash="0770c5bf981d5963cd89a963498e3fa1808e49e5",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_633cf",
                            table="entreprises_partenaire",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="partenaire",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("nom", ""), _negated=True),
                        name="partenaire_nomme",
                        violation_error_message="Le nom est nécessaire.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="partenaire",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("verifie_par__isnull", True), ("verifie_le__isnull", False), _connector="OR"
                        ),
                        name="partenaire_verifie_le",
                        violation_error_message="Une vérification porte sa date.",
                    ),
                ),
            ]
        ),
    ]
