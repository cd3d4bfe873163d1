"""The tables of this floor, made at once (docs/decisions/0009-tables-en-une-fois.md)."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import phonenumber_field.modelfields
from django.conf import settings
from django.db import migrations, models

import beneficiaires.models.beneficiaire
import beneficiaires.models.documents
import insertion.isolation.models
import insertion.models.structures
import insertion.texte
from insertion.isolation.operations import EnUneFois


class Migration(migrations.Migration):
    initial = True

    dependencies = [("insertion", "0002_isolation")]

    operations = [
        EnUneFois(
            [
                migrations.CreateModel(
                    name="Beneficiaire",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "civilite",
                            models.CharField(
                                blank=True,
                                choices=[("mme", "Mme"), ("m", "M.")],
                                max_length=3,
                                verbose_name="civilité",
                            ),
                        ),
                        ("nom", models.CharField(max_length=80, verbose_name="nom d’usage")),
                        ("prenom", models.CharField(blank=True, max_length=80, verbose_name="prénom")),
                        (
                            "nom_naissance",
                            models.CharField(blank=True, max_length=80, verbose_name="nom de naissance"),
                        ),
                        ("date_naissance", models.DateField(blank=True, null=True, verbose_name="date de naissance")),
                        (
                            "telephone",
                            phonenumber_field.modelfields.PhoneNumberField(
                                blank=True, max_length=128, region=None, verbose_name="téléphone"
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="adresse e-mail")),
                        ("adresse", models.CharField(blank=True, max_length=200, verbose_name="adresse")),
                        ("code_postal", models.CharField(blank=True, max_length=5, verbose_name="code postal")),
                        ("commune", models.CharField(blank=True, max_length=80, verbose_name="commune")),
                        (
                            "langues",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=40),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="langues parlées",
                            ),
                        ),
                        (
                            "niveau_francais",
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
                            "niveau_formation",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("jamais_scolarise", "Jamais scolarisé"),
                                    ("primaire", "École primaire"),
                                    ("college", "Collège, sans diplôme"),
                                    ("niveau_3", "CAP, BEP (niveau 3)"),
                                    ("niveau_4", "Baccalauréat (niveau 4)"),
                                    ("niveau_5", "Bac + 2 (niveau 5)"),
                                    ("niveau_6", "Bac + 3 ou 4 (niveau 6)"),
                                    ("niveau_7", "Bac + 5 (niveau 7)"),
                                    ("niveau_8", "Doctorat (niveau 8)"),
                                    ("etranger", "Diplôme étranger non reconnu"),
                                ],
                                max_length=20,
                                verbose_name="niveau de formation",
                            ),
                        ),
                        (
                            "identifiant_france_travail",
                            models.CharField(blank=True, max_length=11, verbose_name="identifiant France Travail"),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="créée le")),
                        (
                            "recherche",
                            models.GeneratedField(
                                db_persist=True,
                                expression=beneficiaires.models.beneficiaire.TexteRecherche(
                                    "nom", "prenom", "nom_naissance", "telephone"
                                ),
                                output_field=models.TextField(),
                            ),
                        ),
                        (
                            "tri",
                            models.GeneratedField(
                                db_persist=True,
                                expression=insertion.texte.SansAccents(
                                    django.db.models.functions.text.Concat("nom", models.Value(" "), "prenom")
                                ),
                                output_field=models.TextField(),
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
                            "archive_le",
                            models.DateField(editable=False, null=True, verbose_name="dossier archivé le"),
                        ),
                        (
                            "efface_le",
                            models.DateField(editable=False, null=True, verbose_name="identité effacée le"),
                        ),
                    ],
                    options={
                        "verbose_name": "personne",
                        "verbose_name_plural": "personnes",
                        "indexes": [
                            models.Index(fields=["structure", "tri", "id"], name="beneficiaire_liste"),
                            models.Index(fields=["structure", "date_naissance"], name="beneficiaire_naissance"),
                            models.Index(fields=["structure", "telephone"], name="beneficiaire_telephone"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="beneficiaires_beneficiaire_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("nom", ""), _negated=True),
                                name="beneficiaire_nom_rempli",
                                violation_error_message="Le nom est nécessaire.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("date_naissance__isnull", True),
                                    ("date_naissance__gte", "1900-01-01"),
                                    _connector="OR",
                                ),
                                name="beneficiaire_date_naissance",
                                violation_error_message="Cette date de naissance est trop ancienne.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_beneficiaireevent" ("adresse", "archive_le", "civilite", "code_postal", "commune", "created_at", "date_naissance", "efface_le", "email", "id", "identifiant_france_travail", "langues", "niveau_formation", "niveau_francais", "nom", "nom_naissance", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prenom", "structure_id", "telephone", "version") VALUES (NEW."adresse", NEW."archive_le", NEW."civilite", NEW."code_postal", NEW."commune", NEW."created_at", NEW."date_naissance", NEW."efface_le", NEW."email", NEW."id", NEW."identifiant_france_travail", NEW."langues", NEW."niveau_formation", NEW."niveau_francais", NEW."nom", NEW."nom_naissance", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."prenom", NEW."structure_id", NEW."telephone", NEW."version"); RETURN NULL;',
                                    hash="7260d7a323c98e8f88144b57b73b524d4e299ded",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_53d41",
                                    table="beneficiaires_beneficiaire",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."adresse" IS DISTINCT FROM (NEW."adresse") OR OLD."archive_le" IS DISTINCT FROM (NEW."archive_le") OR OLD."civilite" IS DISTINCT FROM (NEW."civilite") OR OLD."code_postal" IS DISTINCT FROM (NEW."code_postal") OR OLD."commune" IS DISTINCT FROM (NEW."commune") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."date_naissance" IS DISTINCT FROM (NEW."date_naissance") OR OLD."efface_le" IS DISTINCT FROM (NEW."efface_le") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."identifiant_france_travail" IS DISTINCT FROM (NEW."identifiant_france_travail") OR OLD."langues" IS DISTINCT FROM (NEW."langues") OR OLD."niveau_formation" IS DISTINCT FROM (NEW."niveau_formation") OR OLD."niveau_francais" IS DISTINCT FROM (NEW."niveau_francais") OR OLD."nom" IS DISTINCT FROM (NEW."nom") OR OLD."nom_naissance" IS DISTINCT FROM (NEW."nom_naissance") OR OLD."prenom" IS DISTINCT FROM (NEW."prenom") OR OLD."structure_id" IS DISTINCT FROM (NEW."structure_id") OR OLD."telephone" IS DISTINCT FROM (NEW."telephone") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                                    func='INSERT INTO "beneficiaires_beneficiaireevent" ("adresse", "archive_le", "civilite", "code_postal", "commune", "created_at", "date_naissance", "efface_le", "email", "id", "identifiant_france_travail", "langues", "niveau_formation", "niveau_francais", "nom", "nom_naissance", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prenom", "structure_id", "telephone", "version") VALUES (NEW."adresse", NEW."archive_le", NEW."civilite", NEW."code_postal", NEW."commune", NEW."created_at", NEW."date_naissance", NEW."efface_le", NEW."email", NEW."id", NEW."identifiant_france_travail", NEW."langues", NEW."niveau_formation", NEW."niveau_francais", NEW."nom", NEW."nom_naissance", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."prenom", NEW."structure_id", NEW."telephone", NEW."version"); RETURN NULL;',
                                    hash="dd994b96653a0c50484571372385182440a1bee2",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_743f9",
                                    table="beneficiaires_beneficiaire",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_beneficiaireevent" ("adresse", "archive_le", "civilite", "code_postal", "commune", "created_at", "date_naissance", "efface_le", "email", "id", "identifiant_france_travail", "langues", "niveau_formation", "niveau_francais", "nom", "nom_naissance", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prenom", "structure_id", "telephone", "version") VALUES (OLD."adresse", OLD."archive_le", OLD."civilite", OLD."code_postal", OLD."commune", OLD."created_at", OLD."date_naissance", OLD."efface_le", OLD."email", OLD."id", OLD."identifiant_france_travail", OLD."langues", OLD."niveau_formation", OLD."niveau_francais", OLD."nom", OLD."nom_naissance", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."prenom", OLD."structure_id", OLD."telephone", OLD."version"); RETURN NULL;',
                                    hash="9e97f4b3cc04d3bd1451a716760d486883dd3f3f",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_6fcba",
                                    table="beneficiaires_beneficiaire",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BeneficiaireEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "civilite",
                            models.CharField(
                                blank=True,
                                choices=[("mme", "Mme"), ("m", "M.")],
                                max_length=3,
                                verbose_name="civilité",
                            ),
                        ),
                        ("nom", models.CharField(max_length=80, verbose_name="nom d’usage")),
                        ("prenom", models.CharField(blank=True, max_length=80, verbose_name="prénom")),
                        (
                            "nom_naissance",
                            models.CharField(blank=True, max_length=80, verbose_name="nom de naissance"),
                        ),
                        ("date_naissance", models.DateField(blank=True, null=True, verbose_name="date de naissance")),
                        (
                            "telephone",
                            phonenumber_field.modelfields.PhoneNumberField(
                                blank=True, max_length=128, region=None, verbose_name="téléphone"
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="adresse e-mail")),
                        ("adresse", models.CharField(blank=True, max_length=200, verbose_name="adresse")),
                        ("code_postal", models.CharField(blank=True, max_length=5, verbose_name="code postal")),
                        ("commune", models.CharField(blank=True, max_length=80, verbose_name="commune")),
                        (
                            "langues",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=40),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="langues parlées",
                            ),
                        ),
                        (
                            "niveau_francais",
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
                            "niveau_formation",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("jamais_scolarise", "Jamais scolarisé"),
                                    ("primaire", "École primaire"),
                                    ("college", "Collège, sans diplôme"),
                                    ("niveau_3", "CAP, BEP (niveau 3)"),
                                    ("niveau_4", "Baccalauréat (niveau 4)"),
                                    ("niveau_5", "Bac + 2 (niveau 5)"),
                                    ("niveau_6", "Bac + 3 ou 4 (niveau 6)"),
                                    ("niveau_7", "Bac + 5 (niveau 7)"),
                                    ("niveau_8", "Doctorat (niveau 8)"),
                                    ("etranger", "Diplôme étranger non reconnu"),
                                ],
                                max_length=20,
                                verbose_name="niveau de formation",
                            ),
                        ),
                        (
                            "identifiant_france_travail",
                            models.CharField(blank=True, max_length=11, verbose_name="identifiant France Travail"),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="créée le")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="beneficiaires.beneficiaire",
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
                            "archive_le",
                            models.DateField(editable=False, null=True, verbose_name="dossier archivé le"),
                        ),
                        (
                            "efface_le",
                            models.DateField(editable=False, null=True, verbose_name="identité effacée le"),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Document",
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
                                    ("identite", "Pièce d’identité"),
                                    ("cv", "CV"),
                                    ("lettre", "Lettre de motivation"),
                                    ("droits", "Droits et attestations"),
                                    ("contrat", "Contrat"),
                                    ("diplome", "Diplôme ou certificat"),
                                    ("autre", "Autre"),
                                ],
                                default="autre",
                                max_length=12,
                                verbose_name="nature",
                            ),
                        ),
                        ("nom", models.CharField(max_length=120, verbose_name="nom du fichier")),
                        ("type_mime", models.CharField(editable=False, max_length=100)),
                        ("taille", models.PositiveIntegerField(editable=False, verbose_name="taille (octets)")),
                        (
                            "fichier",
                            models.FileField(
                                upload_to=beneficiaires.models.documents.chemin_aleatoire, verbose_name="fichier"
                            ),
                        ),
                        ("expire_le", models.DateField(blank=True, null=True, verbose_name="expire le")),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="déposé le")),
                        (
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="documents",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "depose_par",
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
                            "analyse",
                            models.CharField(
                                choices=[
                                    ("absente", "Non analysé par un antivirus"),
                                    ("en_attente", "Analyse antivirus en cours"),
                                    ("sain", "Analysé par l’antivirus"),
                                    ("infecte", "Retenu par l’antivirus"),
                                ],
                                default="absente",
                                editable=False,
                                max_length=12,
                                verbose_name="analyse antivirus",
                            ),
                        ),
                        (
                            "recherche",
                            models.GeneratedField(
                                db_persist=True,
                                expression=insertion.texte.SansAccents("nom"),
                                output_field=models.TextField(),
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "document",
                        "verbose_name_plural": "documents",
                        "ordering": ["-created_at"],
                        "indexes": [models.Index(fields=["structure", "beneficiaire"], name="document_par_personne")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="beneficiaires_document_structure_id"
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_documentevent" ("analyse", "beneficiaire_id", "created_at", "depose_par_id", "expire_le", "fichier", "genre", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "taille", "type_mime") VALUES (NEW."analyse", NEW."beneficiaire_id", NEW."created_at", NEW."depose_par_id", NEW."expire_le", NEW."fichier", NEW."genre", NEW."id", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."taille", NEW."type_mime"); RETURN NULL;',
                                    hash="186f499da71f817432bd581b614242a8d72dcae4",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_60980",
                                    table="beneficiaires_document",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_documentevent" ("analyse", "beneficiaire_id", "created_at", "depose_par_id", "expire_le", "fichier", "genre", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "taille", "type_mime") VALUES (OLD."analyse", OLD."beneficiaire_id", OLD."created_at", OLD."depose_par_id", OLD."expire_le", OLD."fichier", OLD."genre", OLD."id", OLD."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."taille", OLD."type_mime"); RETURN NULL;',
                                    hash="620e35757e6a664b4fd62a593fcc6b1875da880a",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_e7367",
                                    table="beneficiaires_document",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."analyse" IS DISTINCT FROM (NEW."analyse") OR OLD."beneficiaire_id" IS DISTINCT FROM (NEW."beneficiaire_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."depose_par_id" IS DISTINCT FROM (NEW."depose_par_id") OR OLD."expire_le" IS DISTINCT FROM (NEW."expire_le") OR OLD."fichier" IS DISTINCT FROM (NEW."fichier") OR OLD."genre" IS DISTINCT FROM (NEW."genre") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."nom" IS DISTINCT FROM (NEW."nom") OR OLD."structure_id" IS DISTINCT FROM (NEW."structure_id") OR OLD."taille" IS DISTINCT FROM (NEW."taille") OR OLD."type_mime" IS DISTINCT FROM (NEW."type_mime"))',
                                    func='INSERT INTO "beneficiaires_documentevent" ("analyse", "beneficiaire_id", "created_at", "depose_par_id", "expire_le", "fichier", "genre", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "taille", "type_mime") VALUES (NEW."analyse", NEW."beneficiaire_id", NEW."created_at", NEW."depose_par_id", NEW."expire_le", NEW."fichier", NEW."genre", NEW."id", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."taille", NEW."type_mime"); RETURN NULL;',
                                    hash="85d1cc4c48748616292ecf3f018f81a34467cc4f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_6bbff",
                                    table="beneficiaires_document",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DocumentEvent",
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
                                    ("identite", "Pièce d’identité"),
                                    ("cv", "CV"),
                                    ("lettre", "Lettre de motivation"),
                                    ("droits", "Droits et attestations"),
                                    ("contrat", "Contrat"),
                                    ("diplome", "Diplôme ou certificat"),
                                    ("autre", "Autre"),
                                ],
                                default="autre",
                                max_length=12,
                                verbose_name="nature",
                            ),
                        ),
                        ("nom", models.CharField(max_length=120, verbose_name="nom du fichier")),
                        ("type_mime", models.CharField(editable=False, max_length=100)),
                        ("taille", models.PositiveIntegerField(editable=False, verbose_name="taille (octets)")),
                        (
                            "fichier",
                            models.FileField(
                                upload_to=beneficiaires.models.documents.chemin_aleatoire, verbose_name="fichier"
                            ),
                        ),
                        ("expire_le", models.DateField(blank=True, null=True, verbose_name="expire le")),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="déposé le")),
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
                            "depose_par",
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
                                to="beneficiaires.document",
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
                            "analyse",
                            models.CharField(
                                choices=[
                                    ("absente", "Non analysé par un antivirus"),
                                    ("en_attente", "Analyse antivirus en cours"),
                                    ("sain", "Analysé par l’antivirus"),
                                    ("infecte", "Retenu par l’antivirus"),
                                ],
                                default="absente",
                                editable=False,
                                max_length=12,
                                verbose_name="analyse antivirus",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Referent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "debut",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="depuis le"),
                        ),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        (
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="referents",
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
                        (
                            "utilisateur",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="suivis",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "référent",
                        "verbose_name_plural": "référents",
                        "ordering": ["-debut"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="beneficiaires_referent_structure_id"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("fin__isnull", True)),
                                fields=("structure", "beneficiaire", "utilisateur"),
                                name="referent_actuel_unique",
                                violation_error_message="Ce collègue est déjà référent de cette personne.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_referentevent" ("beneficiaire_id", "debut", "fin", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "utilisateur_id") VALUES (NEW."beneficiaire_id", NEW."debut", NEW."fin", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."utilisateur_id"); RETURN NULL;',
                                    hash="5ec31dab851c93845bc1b0093d4e855525b35357",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_8c3c7",
                                    table="beneficiaires_referent",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "beneficiaires_referentevent" ("beneficiaire_id", "debut", "fin", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "utilisateur_id") VALUES (NEW."beneficiaire_id", NEW."debut", NEW."fin", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."utilisateur_id"); RETURN NULL;',
                                    hash="f2877b92ed0fcb796035e49e038d832c17fe8e5a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_62c8c",
                                    table="beneficiaires_referent",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_referentevent" ("beneficiaire_id", "debut", "fin", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "utilisateur_id") VALUES (OLD."beneficiaire_id", OLD."debut", OLD."fin", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."utilisateur_id"); RETURN NULL;',
                                    hash="4753fd322b3d9b7e8a645971fae6d3e621437ebb",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_3afaf",
                                    table="beneficiaires_referent",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReferentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "debut",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="depuis le"),
                        ),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
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
                                to="beneficiaires.referent",
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
                            "utilisateur",
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
                    name="Situation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "nature",
                            models.CharField(
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
                                    ("medecin_traitant", "Médecin traitant déclaré"),
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
                                    ("logement_semi_durable", "Logement semi-durable (résidence sociale, foyer…)"),
                                    ("heberge", "Hébergé chez un proche"),
                                    ("hebergement_precaire", "Hébergement précaire (hôtel, squat…)"),
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
                        ("debut", models.DateField(blank=True, null=True, verbose_name="depuis le")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        ("precision", models.CharField(blank=True, max_length=120, verbose_name="précision")),
                        (
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="situations",
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
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "situation",
                        "verbose_name_plural": "situations",
                        "ordering": ["nature", "debut"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="beneficiaires_situation_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("debut__isnull", True),
                                    ("fin__isnull", True),
                                    ("fin__gte", models.F("debut")),
                                    _connector="OR",
                                ),
                                name="situation_fin_apres_debut",
                                violation_error_message="La fin ne peut pas précéder le début.",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("structure", "="),
                                    ("beneficiaire", "="),
                                    ("nature", "="),
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
                                name="situation_sans_chevauchement",
                                violation_error_message="Cette situation est déjà notée à ces dates.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_situationevent" ("beneficiaire_id", "debut", "fin", "id", "nature", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "structure_id", "version") VALUES (NEW."beneficiaire_id", NEW."debut", NEW."fin", NEW."id", NEW."nature", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."precision", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="635c57ac60e3c0946e163e936012377484d79dab",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_501b5",
                                    table="beneficiaires_situation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "beneficiaires_situationevent" ("beneficiaire_id", "debut", "fin", "id", "nature", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "structure_id", "version") VALUES (NEW."beneficiaire_id", NEW."debut", NEW."fin", NEW."id", NEW."nature", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."precision", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="5e98ab24c8ca53b2c83ce61b4b18c041f640aec8",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_03ba4",
                                    table="beneficiaires_situation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_situationevent" ("beneficiaire_id", "debut", "fin", "id", "nature", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "structure_id", "version") VALUES (OLD."beneficiaire_id", OLD."debut", OLD."fin", OLD."id", OLD."nature", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."precision", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="da8f4d0bdc27ed94393a3254285a4513311621c2",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_f0032",
                                    table="beneficiaires_situation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SituationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "nature",
                            models.CharField(
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
                                    ("medecin_traitant", "Médecin traitant déclaré"),
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
                                    ("logement_semi_durable", "Logement semi-durable (résidence sociale, foyer…)"),
                                    ("heberge", "Hébergé chez un proche"),
                                    ("hebergement_precaire", "Hébergement précaire (hôtel, squat…)"),
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
                        ("debut", models.DateField(blank=True, null=True, verbose_name="depuis le")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        ("precision", models.CharField(blank=True, max_length=120, verbose_name="précision")),
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
                                to="beneficiaires.situation",
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
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="Proche",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="année de naissance"
                            ),
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
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                    options={
                        "verbose_name": "proche",
                        "verbose_name_plural": "proches",
                        "ordering": ["pk"],
                        "indexes": [models.Index(fields=["structure", "beneficiaire"], name="proche_par_personne")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="beneficiaires_proche_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("annee_naissance__isnull", True),
                                    models.Q(("annee_naissance__gte", 1900), ("annee_naissance__lte", 2100)),
                                    _connector="OR",
                                ),
                                name="proche_annee_naissance",
                                violation_error_message="Une année de naissance s’écrit en quatre chiffres : 2014.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_procheevent" ("a_charge", "annee_naissance", "beneficiaire_id", "id", "lien", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prenom", "structure_id", "version", "vit_avec") VALUES (NEW."a_charge", NEW."annee_naissance", NEW."beneficiaire_id", NEW."id", NEW."lien", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."prenom", NEW."structure_id", NEW."version", NEW."vit_avec"); RETURN NULL;',
                                    hash="cb817ad675f7c0424ae5bfe3fd904433e0b4ccea",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_aff16",
                                    table="beneficiaires_proche",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "beneficiaires_procheevent" ("a_charge", "annee_naissance", "beneficiaire_id", "id", "lien", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prenom", "structure_id", "version", "vit_avec") VALUES (NEW."a_charge", NEW."annee_naissance", NEW."beneficiaire_id", NEW."id", NEW."lien", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."prenom", NEW."structure_id", NEW."version", NEW."vit_avec"); RETURN NULL;',
                                    hash="34c55f145653aaa0038a5cc3f421be3c66746960",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_cb96e",
                                    table="beneficiaires_proche",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_procheevent" ("a_charge", "annee_naissance", "beneficiaire_id", "id", "lien", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prenom", "structure_id", "version", "vit_avec") VALUES (OLD."a_charge", OLD."annee_naissance", OLD."beneficiaire_id", OLD."id", OLD."lien", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."prenom", OLD."structure_id", OLD."version", OLD."vit_avec"); RETURN NULL;',
                                    hash="430df1b46c7d2fc38d3ce8e58a28b6b7ae335ac4",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ee5c1",
                                    table="beneficiaires_proche",
                                    when="AFTER",
                                ),
                            ),
                        ],
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
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="année de naissance"
                            ),
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
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                    ],
                ),
                migrations.CreateModel(
                    name="AccordEnvoi",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "canal",
                            models.CharField(
                                choices=[("courriel", "E-mail"), ("sms", "SMS")],
                                max_length=10,
                                verbose_name="par quel moyen",
                            ),
                        ),
                        (
                            "demande",
                            models.CharField(
                                default="Acceptez-vous de recevoir un message deux jours avant vos rendez-vous avec nous ?",
                                editable=False,
                                max_length=200,
                                verbose_name="question posée",
                            ),
                        ),
                        ("donne_le", models.DateField(verbose_name="accord donné le")),
                        ("retire_le", models.DateField(editable=False, null=True, verbose_name="accord retiré le")),
                        (
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="accords_envoi",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "recueilli_par",
                            models.ForeignKey(
                                editable=False,
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
                        "verbose_name": "accord pour des messages",
                        "verbose_name_plural": "accords pour des messages",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="beneficiaires_accordenvoi_structure_id"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("retire_le__isnull", True)),
                                fields=("structure", "beneficiaire", "canal"),
                                name="accord_envoi_un_par_canal",
                                violation_error_message="Cet accord est déjà noté.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("retire_le__isnull", True),
                                    ("retire_le__gte", models.F("donne_le")),
                                    _connector="OR",
                                ),
                                name="accord_envoi_retire_apres",
                                violation_error_message="Un accord ne peut pas être retiré avant d’être donné.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_accordenvoievent" ("beneficiaire_id", "canal", "demande", "donne_le", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recueilli_par_id", "retire_le", "structure_id") VALUES (NEW."beneficiaire_id", NEW."canal", NEW."demande", NEW."donne_le", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."recueilli_par_id", NEW."retire_le", NEW."structure_id"); RETURN NULL;',
                                    hash="75db09a7b5e1981b8142eddac5a52e7f643830e1",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_57878",
                                    table="beneficiaires_accordenvoi",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "beneficiaires_accordenvoievent" ("beneficiaire_id", "canal", "demande", "donne_le", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recueilli_par_id", "retire_le", "structure_id") VALUES (NEW."beneficiaire_id", NEW."canal", NEW."demande", NEW."donne_le", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."recueilli_par_id", NEW."retire_le", NEW."structure_id"); RETURN NULL;',
                                    hash="da370a8da5a9452366795588d86821d97da978d2",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_3cad1",
                                    table="beneficiaires_accordenvoi",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_accordenvoievent" ("beneficiaire_id", "canal", "demande", "donne_le", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "recueilli_par_id", "retire_le", "structure_id") VALUES (OLD."beneficiaire_id", OLD."canal", OLD."demande", OLD."donne_le", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."recueilli_par_id", OLD."retire_le", OLD."structure_id"); RETURN NULL;',
                                    hash="d955351ff9a2b9e2391bb87ed2e794fb05799613",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_6de7e",
                                    table="beneficiaires_accordenvoi",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AccordEnvoiEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "canal",
                            models.CharField(
                                choices=[("courriel", "E-mail"), ("sms", "SMS")],
                                max_length=10,
                                verbose_name="par quel moyen",
                            ),
                        ),
                        (
                            "demande",
                            models.CharField(
                                default="Acceptez-vous de recevoir un message deux jours avant vos rendez-vous avec nous ?",
                                editable=False,
                                max_length=200,
                                verbose_name="question posée",
                            ),
                        ),
                        ("donne_le", models.DateField(verbose_name="accord donné le")),
                        ("retire_le", models.DateField(editable=False, null=True, verbose_name="accord retiré le")),
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
                                to="beneficiaires.accordenvoi",
                            ),
                        ),
                        (
                            "recueilli_par",
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
                    name="Archivage",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("motif", models.CharField(max_length=300, verbose_name="pourquoi")),
                        ("prise_le", models.DateField(editable=False, verbose_name="depuis le")),
                        ("levee_le", models.DateField(editable=False, null=True, verbose_name="levée le")),
                        (
                            "levee_motif",
                            models.CharField(
                                blank=True, editable=False, max_length=300, verbose_name="pourquoi elle est levée"
                            ),
                        ),
                        ("jusqu_au", models.DateField(verbose_name="à garder jusqu’au")),
                        (
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="archivages",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "prise_par",
                            models.ForeignKey(
                                editable=False,
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
                        "verbose_name": "archivage",
                        "verbose_name_plural": "archivages",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="beneficiaires_archivage_structure_id"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("levee_le__isnull", True)),
                                fields=("structure", "beneficiaire"),
                                name="archivage_une_en_cours",
                                violation_error_message="C’est déjà décidé.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("levee_le", None), ("levee_le__gte", models.F("prise_le")), _connector="OR"
                                ),
                                name="archivage_levee_apres",
                                violation_error_message="Une décision ne peut pas être levée avant d’être prise.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_archivageevent" ("beneficiaire_id", "id", "jusqu_au", "levee_le", "levee_motif", "motif", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prise_le", "prise_par_id", "structure_id") VALUES (NEW."beneficiaire_id", NEW."id", NEW."jusqu_au", NEW."levee_le", NEW."levee_motif", NEW."motif", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."prise_le", NEW."prise_par_id", NEW."structure_id"); RETURN NULL;',
                                    hash="6f0bb85bd98f7da5a5ecc6c689aa743cb5f7dc7e",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_e75e6",
                                    table="beneficiaires_archivage",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "beneficiaires_archivageevent" ("beneficiaire_id", "id", "jusqu_au", "levee_le", "levee_motif", "motif", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prise_le", "prise_par_id", "structure_id") VALUES (NEW."beneficiaire_id", NEW."id", NEW."jusqu_au", NEW."levee_le", NEW."levee_motif", NEW."motif", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."prise_le", NEW."prise_par_id", NEW."structure_id"); RETURN NULL;',
                                    hash="0a2935e24bf9082e3f3049b7802693fabfaf228a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_b687c",
                                    table="beneficiaires_archivage",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_archivageevent" ("beneficiaire_id", "id", "jusqu_au", "levee_le", "levee_motif", "motif", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prise_le", "prise_par_id", "structure_id") VALUES (OLD."beneficiaire_id", OLD."id", OLD."jusqu_au", OLD."levee_le", OLD."levee_motif", OLD."motif", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."prise_le", OLD."prise_par_id", OLD."structure_id"); RETURN NULL;',
                                    hash="bd56f8774db5ed449c252acbd37cde8bdc24e017",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_5ed09",
                                    table="beneficiaires_archivage",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ArchivageEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("motif", models.CharField(max_length=300, verbose_name="pourquoi")),
                        ("prise_le", models.DateField(editable=False, verbose_name="depuis le")),
                        ("levee_le", models.DateField(editable=False, null=True, verbose_name="levée le")),
                        (
                            "levee_motif",
                            models.CharField(
                                blank=True, editable=False, max_length=300, verbose_name="pourquoi elle est levée"
                            ),
                        ),
                        ("jusqu_au", models.DateField(verbose_name="à garder jusqu’au")),
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
                                to="beneficiaires.archivage",
                            ),
                        ),
                        (
                            "prise_par",
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
                    name="Consentement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "objet",
                            models.CharField(
                                choices=[
                                    ("partage", "Partage avec un partenaire"),
                                    ("temoignage", "Photo ou témoignage"),
                                    ("autre", "Autre"),
                                ],
                                max_length=12,
                                verbose_name="à quoi",
                            ),
                        ),
                        (
                            "question",
                            models.CharField(max_length=300, verbose_name="question posée, avec le destinataire"),
                        ),
                        (
                            "canal",
                            models.CharField(
                                choices=[
                                    ("main_propre", "Remis en main propre"),
                                    ("lu_ensemble", "Lu ensemble"),
                                    ("interprete", "Lu avec un interprète"),
                                    ("courrier", "Courrier"),
                                    ("courriel", "E-mail"),
                                ],
                                max_length=12,
                                verbose_name="comment",
                            ),
                        ),
                        ("donne_le", models.DateField(verbose_name="donné le")),
                        ("retire_le", models.DateField(editable=False, null=True, verbose_name="retiré le")),
                        (
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="consentements",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "recueilli_par",
                            models.ForeignKey(
                                editable=False,
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
                        "verbose_name": "consentement",
                        "verbose_name_plural": "consentements",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="beneficiaires_consentement_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("retire_le__isnull", True),
                                    ("retire_le__gte", models.F("donne_le")),
                                    _connector="OR",
                                ),
                                name="consentement_retire_apres",
                                violation_error_message="Un consentement ne peut pas être retiré avant d’être donné.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_consentementevent" ("beneficiaire_id", "canal", "donne_le", "id", "objet", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "recueilli_par_id", "retire_le", "structure_id") VALUES (NEW."beneficiaire_id", NEW."canal", NEW."donne_le", NEW."id", NEW."objet", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."question", NEW."recueilli_par_id", NEW."retire_le", NEW."structure_id"); RETURN NULL;',
                                    hash="bdb5c03594dba76f99425ba144ba36d71d8f412a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_ef930",
                                    table="beneficiaires_consentement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "beneficiaires_consentementevent" ("beneficiaire_id", "canal", "donne_le", "id", "objet", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "recueilli_par_id", "retire_le", "structure_id") VALUES (NEW."beneficiaire_id", NEW."canal", NEW."donne_le", NEW."id", NEW."objet", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."question", NEW."recueilli_par_id", NEW."retire_le", NEW."structure_id"); RETURN NULL;',
                                    hash="716ddc996b230562ddf63ec1b4ce7e4b795e8d11",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_f4b66",
                                    table="beneficiaires_consentement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_consentementevent" ("beneficiaire_id", "canal", "donne_le", "id", "objet", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "recueilli_par_id", "retire_le", "structure_id") VALUES (OLD."beneficiaire_id", OLD."canal", OLD."donne_le", OLD."id", OLD."objet", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."question", OLD."recueilli_par_id", OLD."retire_le", OLD."structure_id"); RETURN NULL;',
                                    hash="ddd3d862a1d4411f008be1fee3b7670592034c97",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_74fd9",
                                    table="beneficiaires_consentement",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConsentementEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "objet",
                            models.CharField(
                                choices=[
                                    ("partage", "Partage avec un partenaire"),
                                    ("temoignage", "Photo ou témoignage"),
                                    ("autre", "Autre"),
                                ],
                                max_length=12,
                                verbose_name="à quoi",
                            ),
                        ),
                        (
                            "question",
                            models.CharField(max_length=300, verbose_name="question posée, avec le destinataire"),
                        ),
                        (
                            "canal",
                            models.CharField(
                                choices=[
                                    ("main_propre", "Remis en main propre"),
                                    ("lu_ensemble", "Lu ensemble"),
                                    ("interprete", "Lu avec un interprète"),
                                    ("courrier", "Courrier"),
                                    ("courriel", "E-mail"),
                                ],
                                max_length=12,
                                verbose_name="comment",
                            ),
                        ),
                        ("donne_le", models.DateField(verbose_name="donné le")),
                        ("retire_le", models.DateField(editable=False, null=True, verbose_name="retiré le")),
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
                                to="beneficiaires.consentement",
                            ),
                        ),
                        (
                            "recueilli_par",
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
                    name="DemandeDroit",
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
                                    ("acces", "Accès à ses données"),
                                    ("rectification", "Rectification"),
                                    ("effacement", "Effacement"),
                                    ("limitation", "Limitation"),
                                    ("opposition", "Opposition"),
                                ],
                                max_length=14,
                                verbose_name="demande",
                            ),
                        ),
                        ("recue_le", models.DateField(verbose_name="reçue le")),
                        (
                            "precision",
                            models.TextField(blank=True, verbose_name="ce que la personne demande, avec ses mots"),
                        ),
                        (
                            "prolongee_le",
                            models.DateField(editable=False, null=True, verbose_name="personne prévenue du délai le"),
                        ),
                        (
                            "prolongation_motif",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=300,
                                verbose_name="pourquoi il faut plus de temps",
                            ),
                        ),
                        ("repondue_le", models.DateField(editable=False, null=True, verbose_name="répondue le")),
                        (
                            "reponse",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("acceptee", "Acceptée"),
                                    ("partielle", "Acceptée en partie"),
                                    ("refusee", "Refusée"),
                                ],
                                editable=False,
                                max_length=10,
                                verbose_name="réponse",
                            ),
                        ),
                        (
                            "reponse_motif",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=500,
                                verbose_name="ce qui a été répondu, et pourquoi",
                            ),
                        ),
                        (
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="demandes_droit",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "recueillie_par",
                            models.ForeignKey(
                                editable=False,
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
                        "verbose_name": "demande d’exercice d’un droit",
                        "verbose_name_plural": "demandes d’exercice de droits",
                        "indexes": [
                            models.Index(fields=["structure", "beneficiaire"], name="demande_droit_par_personne")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="beneficiaires_demandedroit_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("prolongation_motif", ""), ("prolongee_le", None)),
                                    models.Q(
                                        ("prolongee_le__gte", models.F("recue_le")),
                                        models.Q(("prolongation_motif", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="demande_droit_prolongation",
                                violation_error_message="Une prolongation a sa date, après la demande, et sa raison.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("repondue_le", None), ("reponse", "")),
                                    models.Q(
                                        ("repondue_le__gte", models.F("recue_le")),
                                        models.Q(("reponse", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="demande_droit_reponse",
                                violation_error_message="Une réponse a sa date, après la demande.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reponse", "refusee"), _negated=True),
                                    models.Q(("reponse_motif", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="demande_droit_refus_motive",
                                violation_error_message="Un refus se motive : la personne peut le contester auprès de la CNIL.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_demandedroitevent" ("beneficiaire_id", "genre", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "prolongation_motif", "prolongee_le", "recue_le", "recueillie_par_id", "repondue_le", "reponse", "reponse_motif", "structure_id") VALUES (NEW."beneficiaire_id", NEW."genre", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."precision", NEW."prolongation_motif", NEW."prolongee_le", NEW."recue_le", NEW."recueillie_par_id", NEW."repondue_le", NEW."reponse", NEW."reponse_motif", NEW."structure_id"); RETURN NULL;',
                                    hash="951f0b14970ca9128c25dd544b98d327c7959c9e",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_64d9f",
                                    table="beneficiaires_demandedroit",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "beneficiaires_demandedroitevent" ("beneficiaire_id", "genre", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "prolongation_motif", "prolongee_le", "recue_le", "recueillie_par_id", "repondue_le", "reponse", "reponse_motif", "structure_id") VALUES (NEW."beneficiaire_id", NEW."genre", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."precision", NEW."prolongation_motif", NEW."prolongee_le", NEW."recue_le", NEW."recueillie_par_id", NEW."repondue_le", NEW."reponse", NEW."reponse_motif", NEW."structure_id"); RETURN NULL;',
                                    hash="0e947ed3b0c7d9382140860c35cc4be24023cdf2",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d311d",
                                    table="beneficiaires_demandedroit",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_demandedroitevent" ("beneficiaire_id", "genre", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "prolongation_motif", "prolongee_le", "recue_le", "recueillie_par_id", "repondue_le", "reponse", "reponse_motif", "structure_id") VALUES (OLD."beneficiaire_id", OLD."genre", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."precision", OLD."prolongation_motif", OLD."prolongee_le", OLD."recue_le", OLD."recueillie_par_id", OLD."repondue_le", OLD."reponse", OLD."reponse_motif", OLD."structure_id"); RETURN NULL;',
                                    hash="501b4f6f7d5da95bc4e67d92a635f8175ba991e3",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_e9f11",
                                    table="beneficiaires_demandedroit",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DemandeDroitEvent",
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
                                    ("acces", "Accès à ses données"),
                                    ("rectification", "Rectification"),
                                    ("effacement", "Effacement"),
                                    ("limitation", "Limitation"),
                                    ("opposition", "Opposition"),
                                ],
                                max_length=14,
                                verbose_name="demande",
                            ),
                        ),
                        ("recue_le", models.DateField(verbose_name="reçue le")),
                        (
                            "precision",
                            models.TextField(blank=True, verbose_name="ce que la personne demande, avec ses mots"),
                        ),
                        (
                            "prolongee_le",
                            models.DateField(editable=False, null=True, verbose_name="personne prévenue du délai le"),
                        ),
                        (
                            "prolongation_motif",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=300,
                                verbose_name="pourquoi il faut plus de temps",
                            ),
                        ),
                        ("repondue_le", models.DateField(editable=False, null=True, verbose_name="répondue le")),
                        (
                            "reponse",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("acceptee", "Acceptée"),
                                    ("partielle", "Acceptée en partie"),
                                    ("refusee", "Refusée"),
                                ],
                                editable=False,
                                max_length=10,
                                verbose_name="réponse",
                            ),
                        ),
                        (
                            "reponse_motif",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=500,
                                verbose_name="ce qui a été répondu, et pourquoi",
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
                                to="beneficiaires.demandedroit",
                            ),
                        ),
                        (
                            "recueillie_par",
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
                    name="Desaccord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "appreciation",
                            models.CharField(
                                choices=[
                                    ("diagnostic", "Diagnostic"),
                                    ("entretien", "Compte rendu d’entretien"),
                                    ("observation", "Observation sur le chantier"),
                                    ("renouvellement", "Dossier de renouvellement"),
                                ],
                                max_length=14,
                                verbose_name="sur quoi",
                            ),
                        ),
                        ("objet_id", models.BigIntegerField(editable=False)),
                        ("texte", models.TextField(verbose_name="ce que la personne conteste, avec ses mots")),
                        ("le", models.DateField(verbose_name="dit le")),
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
                                related_name="desaccords",
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
                        "verbose_name": "désaccord de la personne",
                        "verbose_name_plural": "désaccords de la personne",
                        "indexes": [
                            models.Index(fields=["structure", "appreciation", "objet_id"], name="desaccord_par_objet")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="beneficiaires_desaccord_structure_id"
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_desaccordevent" ("appreciation", "auteur_id", "beneficiaire_id", "id", "le", "objet_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte") VALUES (NEW."appreciation", NEW."auteur_id", NEW."beneficiaire_id", NEW."id", NEW."le", NEW."objet_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."texte"); RETURN NULL;',
                                    hash="be5a4172bc7c1a8420069bd732b2f99ef42fe677",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_4ac3b",
                                    table="beneficiaires_desaccord",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "beneficiaires_desaccordevent" ("appreciation", "auteur_id", "beneficiaire_id", "id", "le", "objet_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte") VALUES (NEW."appreciation", NEW."auteur_id", NEW."beneficiaire_id", NEW."id", NEW."le", NEW."objet_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."texte"); RETURN NULL;',
                                    hash="1c6043e11860f45b6e76d345c7bc9b64f4ff1a3a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_7ba91",
                                    table="beneficiaires_desaccord",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_desaccordevent" ("appreciation", "auteur_id", "beneficiaire_id", "id", "le", "objet_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "texte") VALUES (OLD."appreciation", OLD."auteur_id", OLD."beneficiaire_id", OLD."id", OLD."le", OLD."objet_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."texte"); RETURN NULL;',
                                    hash="5d4fc429dc66ece54f51cc7e30e20ab09b5d84e6",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_6e0a2",
                                    table="beneficiaires_desaccord",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DesaccordEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "appreciation",
                            models.CharField(
                                choices=[
                                    ("diagnostic", "Diagnostic"),
                                    ("entretien", "Compte rendu d’entretien"),
                                    ("observation", "Observation sur le chantier"),
                                    ("renouvellement", "Dossier de renouvellement"),
                                ],
                                max_length=14,
                                verbose_name="sur quoi",
                            ),
                        ),
                        ("objet_id", models.BigIntegerField(editable=False)),
                        ("texte", models.TextField(verbose_name="ce que la personne conteste, avec ses mots")),
                        ("le", models.DateField(verbose_name="dit le")),
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
                                to="beneficiaires.desaccord",
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
                    name="Effacement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("beneficiaire_id", models.BigIntegerField(verbose_name="numéro du dossier")),
                        ("le", models.DateField(verbose_name="effacé le")),
                        (
                            "cause",
                            models.CharField(
                                choices=[
                                    ("demande", "Demande de la personne"),
                                    ("conservation", "Fin de la durée de conservation"),
                                    ("decision", "Décision de la direction"),
                                ],
                                max_length=12,
                                verbose_name="pourquoi",
                            ),
                        ),
                        ("par_id", models.BigIntegerField(null=True, verbose_name="décidé par")),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
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
                        "verbose_name": "effacement",
                        "verbose_name_plural": "effacements",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "beneficiaire_id"), name="effacement_une_fois"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GelSuppression",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("motif", models.CharField(max_length=300, verbose_name="pourquoi")),
                        ("prise_le", models.DateField(editable=False, verbose_name="depuis le")),
                        ("levee_le", models.DateField(editable=False, null=True, verbose_name="levée le")),
                        (
                            "levee_motif",
                            models.CharField(
                                blank=True, editable=False, max_length=300, verbose_name="pourquoi elle est levée"
                            ),
                        ),
                        (
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="gels",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "prise_par",
                            models.ForeignKey(
                                editable=False,
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
                        "verbose_name": "conservation imposée",
                        "verbose_name_plural": "conservations imposées",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="beneficiaires_gelsuppression_structure_id"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("levee_le__isnull", True)),
                                fields=("structure", "beneficiaire"),
                                name="gelsuppression_une_en_cours",
                                violation_error_message="C’est déjà décidé.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("levee_le", None), ("levee_le__gte", models.F("prise_le")), _connector="OR"
                                ),
                                name="gelsuppression_levee_apres",
                                violation_error_message="Une décision ne peut pas être levée avant d’être prise.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_gelsuppressionevent" ("beneficiaire_id", "id", "levee_le", "levee_motif", "motif", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prise_le", "prise_par_id", "structure_id") VALUES (NEW."beneficiaire_id", NEW."id", NEW."levee_le", NEW."levee_motif", NEW."motif", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."prise_le", NEW."prise_par_id", NEW."structure_id"); RETURN NULL;',
                                    hash="c45da8b88be2f8ca6cea4559a02ec3b8883b293f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_7e2ed",
                                    table="beneficiaires_gelsuppression",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "beneficiaires_gelsuppressionevent" ("beneficiaire_id", "id", "levee_le", "levee_motif", "motif", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prise_le", "prise_par_id", "structure_id") VALUES (NEW."beneficiaire_id", NEW."id", NEW."levee_le", NEW."levee_motif", NEW."motif", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."prise_le", NEW."prise_par_id", NEW."structure_id"); RETURN NULL;',
                                    hash="ffbea5234620d6e4237336a902a5f5f45098b13e",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d465e",
                                    table="beneficiaires_gelsuppression",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_gelsuppressionevent" ("beneficiaire_id", "id", "levee_le", "levee_motif", "motif", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prise_le", "prise_par_id", "structure_id") VALUES (OLD."beneficiaire_id", OLD."id", OLD."levee_le", OLD."levee_motif", OLD."motif", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."prise_le", OLD."prise_par_id", OLD."structure_id"); RETURN NULL;',
                                    hash="ce9ea89328e236f06edb858f64e5e2a29883411b",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_8a716",
                                    table="beneficiaires_gelsuppression",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GelSuppressionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("motif", models.CharField(max_length=300, verbose_name="pourquoi")),
                        ("prise_le", models.DateField(editable=False, verbose_name="depuis le")),
                        ("levee_le", models.DateField(editable=False, null=True, verbose_name="levée le")),
                        (
                            "levee_motif",
                            models.CharField(
                                blank=True, editable=False, max_length=300, verbose_name="pourquoi elle est levée"
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
                                to="beneficiaires.gelsuppression",
                            ),
                        ),
                        (
                            "prise_par",
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
                    name="InformationDonnee",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("le", models.DateField(verbose_name="remise le")),
                        (
                            "canal",
                            models.CharField(
                                choices=[
                                    ("main_propre", "Remis en main propre"),
                                    ("lu_ensemble", "Lu ensemble"),
                                    ("interprete", "Lu avec un interprète"),
                                    ("courrier", "Courrier"),
                                    ("courriel", "E-mail"),
                                ],
                                max_length=12,
                                verbose_name="comment",
                            ),
                        ),
                        (
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="informations",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "donnee_par",
                            models.ForeignKey(
                                editable=False,
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
                            "notice",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="remises",
                                to="beneficiaires.notice",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "information donnée",
                        "verbose_name_plural": "informations données",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="beneficiaires_informationdonnee_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "beneficiaire", "notice"),
                                name="information_une_fois",
                                violation_error_message="Cette version est déjà notée comme remise.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_informationdonneeevent" ("beneficiaire_id", "canal", "donnee_par_id", "id", "le", "notice_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."beneficiaire_id", NEW."canal", NEW."donnee_par_id", NEW."id", NEW."le", NEW."notice_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="2e83feaaa4e379e42aa2a2b662a0b898e91eefca",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_53347",
                                    table="beneficiaires_informationdonnee",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "beneficiaires_informationdonneeevent" ("beneficiaire_id", "canal", "donnee_par_id", "id", "le", "notice_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."beneficiaire_id", NEW."canal", NEW."donnee_par_id", NEW."id", NEW."le", NEW."notice_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="a7420d87dd0c74e545c91f89a1160ee6986a1b76",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_f640f",
                                    table="beneficiaires_informationdonnee",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_informationdonneeevent" ("beneficiaire_id", "canal", "donnee_par_id", "id", "le", "notice_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (OLD."beneficiaire_id", OLD."canal", OLD."donnee_par_id", OLD."id", OLD."le", OLD."notice_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id"); RETURN NULL;',
                                    hash="08340736538fd5285e9142485b21d39b26b084b0",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ed70e",
                                    table="beneficiaires_informationdonnee",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InformationDonneeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("le", models.DateField(verbose_name="remise le")),
                        (
                            "canal",
                            models.CharField(
                                choices=[
                                    ("main_propre", "Remis en main propre"),
                                    ("lu_ensemble", "Lu ensemble"),
                                    ("interprete", "Lu avec un interprète"),
                                    ("courrier", "Courrier"),
                                    ("courriel", "E-mail"),
                                ],
                                max_length=12,
                                verbose_name="comment",
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
                            "donnee_par",
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="beneficiaires.informationdonnee",
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
                            "notice",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="beneficiaires.notice",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Limitation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("motif", models.CharField(max_length=300, verbose_name="pourquoi")),
                        ("prise_le", models.DateField(editable=False, verbose_name="depuis le")),
                        ("levee_le", models.DateField(editable=False, null=True, verbose_name="levée le")),
                        (
                            "levee_motif",
                            models.CharField(
                                blank=True, editable=False, max_length=300, verbose_name="pourquoi elle est levée"
                            ),
                        ),
                        (
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="limitations",
                                to="beneficiaires.beneficiaire",
                            ),
                        ),
                        (
                            "prise_par",
                            models.ForeignKey(
                                editable=False,
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
                        "verbose_name": "limitation du traitement",
                        "verbose_name_plural": "limitations du traitement",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="beneficiaires_limitation_structure_id"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("levee_le__isnull", True)),
                                fields=("structure", "beneficiaire"),
                                name="limitation_une_en_cours",
                                violation_error_message="C’est déjà décidé.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("levee_le", None), ("levee_le__gte", models.F("prise_le")), _connector="OR"
                                ),
                                name="limitation_levee_apres",
                                violation_error_message="Une décision ne peut pas être levée avant d’être prise.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_limitationevent" ("beneficiaire_id", "id", "levee_le", "levee_motif", "motif", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prise_le", "prise_par_id", "structure_id") VALUES (NEW."beneficiaire_id", NEW."id", NEW."levee_le", NEW."levee_motif", NEW."motif", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."prise_le", NEW."prise_par_id", NEW."structure_id"); RETURN NULL;',
                                    hash="b1a732937cb67ace9056ae784dcf84be91fca5b5",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_29d22",
                                    table="beneficiaires_limitation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "beneficiaires_limitationevent" ("beneficiaire_id", "id", "levee_le", "levee_motif", "motif", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prise_le", "prise_par_id", "structure_id") VALUES (NEW."beneficiaire_id", NEW."id", NEW."levee_le", NEW."levee_motif", NEW."motif", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."prise_le", NEW."prise_par_id", NEW."structure_id"); RETURN NULL;',
                                    hash="68f8d9ff781477f07f54e8e57ff8736a40f9adc4",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_16334",
                                    table="beneficiaires_limitation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_limitationevent" ("beneficiaire_id", "id", "levee_le", "levee_motif", "motif", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "prise_le", "prise_par_id", "structure_id") VALUES (OLD."beneficiaire_id", OLD."id", OLD."levee_le", OLD."levee_motif", OLD."motif", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."prise_le", OLD."prise_par_id", OLD."structure_id"); RETURN NULL;',
                                    hash="f9efe463ebbf8e8419a4c35537555ea15e6c0ebc",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_8a118",
                                    table="beneficiaires_limitation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LimitationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("motif", models.CharField(max_length=300, verbose_name="pourquoi")),
                        ("prise_le", models.DateField(editable=False, verbose_name="depuis le")),
                        ("levee_le", models.DateField(editable=False, null=True, verbose_name="levée le")),
                        (
                            "levee_motif",
                            models.CharField(
                                blank=True, editable=False, max_length=300, verbose_name="pourquoi elle est levée"
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
                                to="beneficiaires.limitation",
                            ),
                        ),
                        (
                            "prise_par",
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
                    name="Notice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("numero", models.PositiveSmallIntegerField(editable=False, verbose_name="version")),
                        ("texte", models.TextField(verbose_name="texte remis aux personnes")),
                        ("publiee_le", models.DateField(editable=False, verbose_name="publiée le")),
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
                        "verbose_name": "notice d’information",
                        "verbose_name_plural": "notices d’information",
                        "ordering": ["-numero"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="beneficiaires_notice_structure_id"
                            ),
                            models.UniqueConstraint(fields=("structure", "numero"), name="notice_numero"),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_noticeevent" ("auteur_id", "id", "numero", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "publiee_le", "structure_id", "texte") VALUES (NEW."auteur_id", NEW."id", NEW."numero", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."publiee_le", NEW."structure_id", NEW."texte"); RETURN NULL;',
                                    hash="2979e04fb21de930724ce98410803b6a104713f0",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_18116",
                                    table="beneficiaires_notice",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "beneficiaires_noticeevent" ("auteur_id", "id", "numero", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "publiee_le", "structure_id", "texte") VALUES (NEW."auteur_id", NEW."id", NEW."numero", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."publiee_le", NEW."structure_id", NEW."texte"); RETURN NULL;',
                                    hash="128de40e9cd76f7d3deee396d788afee3dd63e94",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_464da",
                                    table="beneficiaires_notice",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_noticeevent" ("auteur_id", "id", "numero", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "publiee_le", "structure_id", "texte") VALUES (OLD."auteur_id", OLD."id", OLD."numero", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."publiee_le", OLD."structure_id", OLD."texte"); RETURN NULL;',
                                    hash="6b7a9e150531a66a66265468e30832b781cdd16a",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_bfec4",
                                    table="beneficiaires_notice",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NoticeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("numero", models.PositiveSmallIntegerField(editable=False, verbose_name="version")),
                        ("texte", models.TextField(verbose_name="texte remis aux personnes")),
                        ("publiee_le", models.DateField(editable=False, verbose_name="publiée le")),
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="beneficiaires.notice",
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
                    name="PreavisEffacement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("donne_le", models.DateField(verbose_name="donné le")),
                        ("dernier_contact", models.DateField(verbose_name="dernier contact")),
                        (
                            "beneficiaire",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="preavis_effacement",
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
                        "verbose_name": "préavis d’effacement",
                        "verbose_name_plural": "préavis d’effacement",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="beneficiaires_preaviseffacement_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "beneficiaire"), name="preavis_effacement_unique"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_preaviseffacementevent" ("beneficiaire_id", "dernier_contact", "donne_le", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."beneficiaire_id", NEW."dernier_contact", NEW."donne_le", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="1bb532a0e89db582f4e6d240bee44ec253574505",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_2ed34",
                                    table="beneficiaires_preaviseffacement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "beneficiaires_preaviseffacementevent" ("beneficiaire_id", "dernier_contact", "donne_le", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."beneficiaire_id", NEW."dernier_contact", NEW."donne_le", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="b1ed8602cbfc05f95d0daf1643e79f8f3a57ea82",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_235a8",
                                    table="beneficiaires_preaviseffacement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "beneficiaires_preaviseffacementevent" ("beneficiaire_id", "dernier_contact", "donne_le", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (OLD."beneficiaire_id", OLD."dernier_contact", OLD."donne_le", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id"); RETURN NULL;',
                                    hash="f58cf9ea03eb201af01c12d2684c91357a59c9cf",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ab5fd",
                                    table="beneficiaires_preaviseffacement",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PreavisEffacementEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("donne_le", models.DateField(verbose_name="donné le")),
                        ("dernier_contact", models.DateField(verbose_name="dernier contact")),
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
                                to="beneficiaires.preaviseffacement",
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
