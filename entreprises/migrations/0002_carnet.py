import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import entreprises.models.entreprises
import insertion.isolation.models
import insertion.texte
from insertion.isolation.operations import EnUneFois


class Migration(migrations.Migration):
    dependencies = [
        ("entreprises", "0001_initial"),
        ("insertion", "0005_reglages"),
    ]

    operations = [
        EnUneFois(
            [],
        ),
        EnUneFois(
            [
                migrations.CreateModel(
                    name="Collaboration",
                    fields=[
                        ("cle", models.CharField(max_length=40, primary_key=True, serialize=False)),
                        ("entreprise_id", models.BigIntegerField()),
                        ("genre", models.CharField(max_length=12)),
                        ("le", models.DateField()),
                    ],
                    options={
                        "verbose_name": "collaboration",
                        "verbose_name_plural": "collaborations",
                        "db_table": "entreprises_collaborations",
                        "managed": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Contact",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("nom", models.CharField(max_length=80, verbose_name="nom")),
                        ("prenom", models.CharField(blank=True, max_length=80, verbose_name="prénom")),
                        (
                            "role",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("direction", "Direction"),
                                    ("rh", "Ressources humaines"),
                                    ("encadrement", "Encadrement d’équipe"),
                                    ("tuteur", "Tuteur ou tutrice"),
                                    ("achats", "Achats, clientèle"),
                                    ("accueil", "Accueil, secrétariat"),
                                    ("autre", "Autre"),
                                ],
                                max_length=12,
                                verbose_name="rôle",
                            ),
                        ),
                        ("fonction", models.CharField(blank=True, max_length=120, verbose_name="fonction")),
                        (
                            "telephone",
                            models.CharField(
                                blank=True,
                                max_length=20,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\+?[\\d .()-]{2,20}$",
                                        "Un numéro de téléphone compte des chiffres : 03 20 12 34 56 ou 3949.",
                                    )
                                ],
                                verbose_name="téléphone",
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="adresse e-mail")),
                        (
                            "preference",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("telephone", "Au téléphone"),
                                    ("email", "Par e-mail"),
                                    ("visite", "De vive voix, sur place"),
                                ],
                                max_length=10,
                                verbose_name="préfère être joint",
                            ),
                        ),
                        (
                            "parti_le",
                            models.DateField(blank=True, null=True, verbose_name="a quitté l’entreprise le"),
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
                            "entreprise",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="contacts",
                                to="entreprises.entreprise",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "contact",
                        "verbose_name_plural": "contacts",
                        "ordering": ["nom", "prenom", "pk"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_contact_structure_id"
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_contactevent" ("email", "entreprise_id", "fonction", "id", "nom", "parti_le", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "preference", "prenom", "role", "structure_id", "telephone", "version") VALUES (NEW."email", NEW."entreprise_id", NEW."fonction", NEW."id", NEW."nom", NEW."parti_le", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."preference", NEW."prenom", NEW."role", NEW."structure_id", NEW."telephone", NEW."version"); RETURN NULL;',
                                    hash="007cf6b1e07f4feef7f045840a97d58c2d5718fd",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_8777f",
                                    table="entreprises_contact",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "entreprises_contactevent" ("email", "entreprise_id", "fonction", "id", "nom", "parti_le", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "preference", "prenom", "role", "structure_id", "telephone", "version") VALUES (NEW."email", NEW."entreprise_id", NEW."fonction", NEW."id", NEW."nom", NEW."parti_le", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."preference", NEW."prenom", NEW."role", NEW."structure_id", NEW."telephone", NEW."version"); RETURN NULL;',
                                    hash="268c20b44bd221fa92a840441f379322fd801968",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_12f46",
                                    table="entreprises_contact",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_contactevent" ("email", "entreprise_id", "fonction", "id", "nom", "parti_le", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "preference", "prenom", "role", "structure_id", "telephone", "version") VALUES (OLD."email", OLD."entreprise_id", OLD."fonction", OLD."id", OLD."nom", OLD."parti_le", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."preference", OLD."prenom", OLD."role", OLD."structure_id", OLD."telephone", OLD."version"); RETURN NULL;',
                                    hash="a5f256819fb061f1604e3e4373780e0f98745ae4",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_01d0d",
                                    table="entreprises_contact",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Echange",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("date", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date")),
                        (
                            "mode",
                            models.CharField(
                                choices=[
                                    ("appel", "Appel"),
                                    ("visite", "Visite"),
                                    ("rencontre", "Rendez-vous dans nos murs"),
                                    ("evenement", "Forum, événement"),
                                    ("courriel", "E-mail ou courrier"),
                                ],
                                default="appel",
                                max_length=10,
                                verbose_name="comment",
                            ),
                        ),
                        (
                            "objet",
                            models.CharField(
                                choices=[
                                    ("prospection", "Prospection"),
                                    ("sensibilisation", "Sensibilisation au handicap"),
                                    ("sensibilisation_insertion", "Sensibilisation à l’insertion"),
                                    ("offre", "Offre ou besoin de recrutement"),
                                    ("immersion", "Immersion"),
                                    ("suivi", "Suivi d’une personne en poste"),
                                    ("prestation", "Prestation vendue"),
                                    ("bilan", "Bilan du partenariat"),
                                    ("enquete", "Enquête métier, visite d’entreprise"),
                                    ("autre", "Autre"),
                                ],
                                default="prospection",
                                max_length=26,
                                verbose_name="objet",
                            ),
                        ),
                        (
                            "resultat",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("interesse", "Intéressé"),
                                    ("offre", "A une offre"),
                                    ("rendez_vous", "Rendez-vous pris"),
                                    ("rappeler", "À rappeler"),
                                    ("message", "Message laissé"),
                                    ("sans_reponse", "Pas de réponse"),
                                    ("pas_maintenant", "Pas pour le moment"),
                                    ("refus", "Ne veut plus être contacté"),
                                ],
                                max_length=14,
                                verbose_name="résultat",
                            ),
                        ),
                        ("texte", models.TextField(blank=True, max_length=8000, verbose_name="ce qui s’est dit")),
                        ("rappeler_le", models.DateField(blank=True, null=True, verbose_name="rappeler le")),
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
                                related_name="echanges",
                                to="entreprises.contact",
                                verbose_name="avec qui",
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
                            "entreprise",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="echanges",
                                to="entreprises.entreprise",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "échange",
                        "verbose_name_plural": "échanges",
                        "ordering": ["-date", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["structure", "entreprise", "-date"], name="echange_par_entreprise")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_echange_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("texte", ""), _negated=True),
                                    models.Q(("resultat", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="echange_texte_ou_resultat",
                                violation_error_message="Dites en un mot ce qui s’est passé : le résultat, ou quelques mots.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("rappeler_le__isnull", True),
                                    ("rappeler_le__gte", models.F("date__date")),
                                    _connector="OR",
                                ),
                                name="echange_rappel_apres",
                                violation_error_message="Le rappel ne peut pas précéder l’échange.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("rappeler_le__isnull", True),
                                    models.Q(("resultat", "refus"), _negated=True),
                                    _connector="OR",
                                ),
                                name="echange_refus_sans_rappel",
                                violation_error_message="Qui ne veut plus être contacté n’est pas rappelé.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_echangeevent" ("auteur_id", "contact_id", "date", "entreprise_id", "id", "mode", "objet", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "rappeler_le", "resultat", "structure_id", "texte", "version") VALUES (NEW."auteur_id", NEW."contact_id", NEW."date", NEW."entreprise_id", NEW."id", NEW."mode", NEW."objet", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."rappeler_le", NEW."resultat", NEW."structure_id", NEW."texte", NEW."version"); RETURN NULL;',
                                    hash="d59fc92cdea8dbcccfb30d199db45dd394fc3836",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f75ee",
                                    table="entreprises_echange",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "entreprises_echangeevent" ("auteur_id", "contact_id", "date", "entreprise_id", "id", "mode", "objet", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "rappeler_le", "resultat", "structure_id", "texte", "version") VALUES (NEW."auteur_id", NEW."contact_id", NEW."date", NEW."entreprise_id", NEW."id", NEW."mode", NEW."objet", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."rappeler_le", NEW."resultat", NEW."structure_id", NEW."texte", NEW."version"); RETURN NULL;',
                                    hash="add34a4625b73471e098b5f99cadca80efc816d9",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_630c5",
                                    table="entreprises_echange",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_echangeevent" ("auteur_id", "contact_id", "date", "entreprise_id", "id", "mode", "objet", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "rappeler_le", "resultat", "structure_id", "texte", "version") VALUES (OLD."auteur_id", OLD."contact_id", OLD."date", OLD."entreprise_id", OLD."id", OLD."mode", OLD."objet", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."rappeler_le", OLD."resultat", OLD."structure_id", OLD."texte", OLD."version"); RETURN NULL;',
                                    hash="e640bc11a9c14fb19868a677d2b670692272b1f8",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_e42ac",
                                    table="entreprises_echange",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Entreprise",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("raison_sociale", models.CharField(max_length=160, verbose_name="raison sociale")),
                        (
                            "siret",
                            models.CharField(
                                blank=True,
                                max_length=14,
                                validators=[entreprises.models.entreprises.valider_siret],
                                verbose_name="SIRET",
                            ),
                        ),
                        (
                            "naf",
                            models.CharField(
                                blank=True,
                                max_length=6,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\d{2}\\.?\\d{2}[A-Z]$", "Un code NAF s’écrit 38.11Z."
                                    )
                                ],
                                verbose_name="code NAF",
                            ),
                        ),
                        (
                            "secteur",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("agriculture", "Agriculture, maraîchage"),
                                    ("espaces_verts", "Espaces verts"),
                                    ("batiment", "Bâtiment, travaux publics"),
                                    ("industrie", "Industrie, conditionnement"),
                                    ("logistique", "Logistique, transport"),
                                    ("commerce", "Commerce, distribution"),
                                    ("restauration", "Hôtellerie, restauration"),
                                    ("proprete", "Propreté"),
                                    ("aide", "Aide à la personne, santé"),
                                    ("administration", "Bureau, administration, accueil"),
                                    ("reemploi", "Réemploi, recyclage"),
                                    ("numerique", "Numérique"),
                                    ("autre", "Autre"),
                                ],
                                max_length=16,
                                verbose_name="secteur",
                            ),
                        ),
                        (
                            "secteurs_verts",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("energies", "Énergies renouvelables"),
                                        ("bio", "Agriculture biologique"),
                                        ("circulaire", "Économie circulaire, réemploi"),
                                        ("renovation", "Rénovation énergétique"),
                                        ("nature", "Entretien de la nature"),
                                        ("mobilite", "Mobilité douce"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="secteurs verts",
                            ),
                        ),
                        (
                            "effectif",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("0", "Aucun salarié"),
                                    ("1_9", "1 à 9 salariés"),
                                    ("10_49", "10 à 49 salariés"),
                                    ("50_249", "50 à 249 salariés"),
                                    ("250", "250 salariés et plus"),
                                ],
                                max_length=8,
                                verbose_name="effectif",
                            ),
                        ),
                        ("adresse", models.CharField(blank=True, max_length=200, verbose_name="adresse")),
                        (
                            "code_postal",
                            models.CharField(
                                blank=True,
                                max_length=5,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\d{5}$", "Un code postal compte 5 chiffres."
                                    )
                                ],
                                verbose_name="code postal",
                            ),
                        ),
                        ("commune", models.CharField(blank=True, max_length=80, verbose_name="commune")),
                        (
                            "telephone",
                            models.CharField(blank=True, max_length=20, verbose_name="téléphone du standard"),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="adresse e-mail")),
                        ("site", models.URLField(blank=True, verbose_name="site internet")),
                        (
                            "origine",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("prospection", "Prospection"),
                                    ("reseau", "Réseau de l’équipe"),
                                    ("personne", "Une personne accompagnée"),
                                    ("partenaire", "Un partenaire"),
                                    ("evenement", "Un forum, un événement"),
                                    ("client", "Cliente de la structure"),
                                    ("spontanee", "Elle nous a contactés"),
                                    ("fichier", "Un fichier importé"),
                                ],
                                max_length=12,
                                verbose_name="connue par",
                            ),
                        ),
                        ("remarques", models.TextField(blank=True, max_length=4000, verbose_name="à savoir")),
                        (
                            "fermee_le",
                            models.DateField(blank=True, null=True, verbose_name="a cessé son activité le"),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="ajoutée le")),
                        (
                            "recherche",
                            models.GeneratedField(
                                db_persist=True,
                                expression=insertion.texte.SansAccents(
                                    django.db.models.functions.text.Concat(
                                        "raison_sociale", models.Value(" "), "commune", models.Value(" "), "siret"
                                    )
                                ),
                                output_field=models.TextField(),
                            ),
                        ),
                        (
                            "referent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="entreprises_suivies",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="suivie par",
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
                        "verbose_name": "entreprise",
                        "verbose_name_plural": "entreprises",
                        "ordering": ["recherche", "pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["structure", "recherche", "id"], name="entreprise_liste"),
                            models.Index(fields=["structure", "referent"], name="entreprise_par_referent"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_entreprise_structure_id"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("siret", ""), _negated=True),
                                fields=("structure", "siret"),
                                name="entreprise_siret_unique",
                                violation_error_message="Cette entreprise est déjà dans le carnet d’adresses, avec ce SIRET.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("raison_sociale", ""), _negated=True),
                                name="entreprise_nommee",
                                violation_error_message="La raison sociale est nécessaire.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("siret", ""), ("siret__regex", "^\\d{14}$"), _connector="OR"),
                                name="entreprise_siret_chiffres",
                                violation_error_message="Un numéro SIRET compte 14 chiffres.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_entrepriseevent" ("adresse", "code_postal", "commune", "created_at", "effectif", "email", "fermee_le", "id", "naf", "origine", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "raison_sociale", "referent_id", "remarques", "secteur", "secteurs_verts", "siret", "site", "structure_id", "telephone", "version") VALUES (NEW."adresse", NEW."code_postal", NEW."commune", NEW."created_at", NEW."effectif", NEW."email", NEW."fermee_le", NEW."id", NEW."naf", NEW."origine", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."raison_sociale", NEW."referent_id", NEW."remarques", NEW."secteur", NEW."secteurs_verts", NEW."siret", NEW."site", NEW."structure_id", NEW."telephone", NEW."version"); RETURN NULL;',
                                    hash="be500a6a089eb805829531217cbef7cb41747569",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_86437",
                                    table="entreprises_entreprise",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."adresse" IS DISTINCT FROM (NEW."adresse") OR OLD."code_postal" IS DISTINCT FROM (NEW."code_postal") OR OLD."commune" IS DISTINCT FROM (NEW."commune") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."effectif" IS DISTINCT FROM (NEW."effectif") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."fermee_le" IS DISTINCT FROM (NEW."fermee_le") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."naf" IS DISTINCT FROM (NEW."naf") OR OLD."origine" IS DISTINCT FROM (NEW."origine") OR OLD."raison_sociale" IS DISTINCT FROM (NEW."raison_sociale") OR OLD."referent_id" IS DISTINCT FROM (NEW."referent_id") OR OLD."remarques" IS DISTINCT FROM (NEW."remarques") OR OLD."secteur" IS DISTINCT FROM (NEW."secteur") OR OLD."secteurs_verts" IS DISTINCT FROM (NEW."secteurs_verts") OR OLD."siret" IS DISTINCT FROM (NEW."siret") OR OLD."site" IS DISTINCT FROM (NEW."site") OR OLD."structure_id" IS DISTINCT FROM (NEW."structure_id") OR OLD."telephone" IS DISTINCT FROM (NEW."telephone") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                                    func='INSERT INTO "entreprises_entrepriseevent" ("adresse", "code_postal", "commune", "created_at", "effectif", "email", "fermee_le", "id", "naf", "origine", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "raison_sociale", "referent_id", "remarques", "secteur", "secteurs_verts", "siret", "site", "structure_id", "telephone", "version") VALUES (NEW."adresse", NEW."code_postal", NEW."commune", NEW."created_at", NEW."effectif", NEW."email", NEW."fermee_le", NEW."id", NEW."naf", NEW."origine", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."raison_sociale", NEW."referent_id", NEW."remarques", NEW."secteur", NEW."secteurs_verts", NEW."siret", NEW."site", NEW."structure_id", NEW."telephone", NEW."version"); RETURN NULL;',
                                    hash="8a55b998b71493f73c4a4ddf240415b64f03b733",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_b9a39",
                                    table="entreprises_entreprise",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_entrepriseevent" ("adresse", "code_postal", "commune", "created_at", "effectif", "email", "fermee_le", "id", "naf", "origine", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "raison_sociale", "referent_id", "remarques", "secteur", "secteurs_verts", "siret", "site", "structure_id", "telephone", "version") VALUES (OLD."adresse", OLD."code_postal", OLD."commune", OLD."created_at", OLD."effectif", OLD."email", OLD."fermee_le", OLD."id", OLD."naf", OLD."origine", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."raison_sociale", OLD."referent_id", OLD."remarques", OLD."secteur", OLD."secteurs_verts", OLD."siret", OLD."site", OLD."structure_id", OLD."telephone", OLD."version"); RETURN NULL;',
                                    hash="3eef92702c29a1d9e8c381b07599827bd8f14172",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_001f4",
                                    table="entreprises_entreprise",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EchangeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("date", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date")),
                        (
                            "mode",
                            models.CharField(
                                choices=[
                                    ("appel", "Appel"),
                                    ("visite", "Visite"),
                                    ("rencontre", "Rendez-vous dans nos murs"),
                                    ("evenement", "Forum, événement"),
                                    ("courriel", "E-mail ou courrier"),
                                ],
                                default="appel",
                                max_length=10,
                                verbose_name="comment",
                            ),
                        ),
                        (
                            "objet",
                            models.CharField(
                                choices=[
                                    ("prospection", "Prospection"),
                                    ("sensibilisation", "Sensibilisation au handicap"),
                                    ("sensibilisation_insertion", "Sensibilisation à l’insertion"),
                                    ("offre", "Offre ou besoin de recrutement"),
                                    ("immersion", "Immersion"),
                                    ("suivi", "Suivi d’une personne en poste"),
                                    ("prestation", "Prestation vendue"),
                                    ("bilan", "Bilan du partenariat"),
                                    ("enquete", "Enquête métier, visite d’entreprise"),
                                    ("autre", "Autre"),
                                ],
                                default="prospection",
                                max_length=26,
                                verbose_name="objet",
                            ),
                        ),
                        (
                            "resultat",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("interesse", "Intéressé"),
                                    ("offre", "A une offre"),
                                    ("rendez_vous", "Rendez-vous pris"),
                                    ("rappeler", "À rappeler"),
                                    ("message", "Message laissé"),
                                    ("sans_reponse", "Pas de réponse"),
                                    ("pas_maintenant", "Pas pour le moment"),
                                    ("refus", "Ne veut plus être contacté"),
                                ],
                                max_length=14,
                                verbose_name="résultat",
                            ),
                        ),
                        ("texte", models.TextField(blank=True, max_length=8000, verbose_name="ce qui s’est dit")),
                        ("rappeler_le", models.DateField(blank=True, null=True, verbose_name="rappeler le")),
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
                                verbose_name="avec qui",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="entreprises.echange",
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
                            "entreprise",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.entreprise",
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
                    name="ContactEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("nom", models.CharField(max_length=80, verbose_name="nom")),
                        ("prenom", models.CharField(blank=True, max_length=80, verbose_name="prénom")),
                        (
                            "role",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("direction", "Direction"),
                                    ("rh", "Ressources humaines"),
                                    ("encadrement", "Encadrement d’équipe"),
                                    ("tuteur", "Tuteur ou tutrice"),
                                    ("achats", "Achats, clientèle"),
                                    ("accueil", "Accueil, secrétariat"),
                                    ("autre", "Autre"),
                                ],
                                max_length=12,
                                verbose_name="rôle",
                            ),
                        ),
                        ("fonction", models.CharField(blank=True, max_length=120, verbose_name="fonction")),
                        (
                            "telephone",
                            models.CharField(
                                blank=True,
                                max_length=20,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\+?[\\d .()-]{2,20}$",
                                        "Un numéro de téléphone compte des chiffres : 03 20 12 34 56 ou 3949.",
                                    )
                                ],
                                verbose_name="téléphone",
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="adresse e-mail")),
                        (
                            "preference",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("telephone", "Au téléphone"),
                                    ("email", "Par e-mail"),
                                    ("visite", "De vive voix, sur place"),
                                ],
                                max_length=10,
                                verbose_name="préfère être joint",
                            ),
                        ),
                        (
                            "parti_le",
                            models.DateField(blank=True, null=True, verbose_name="a quitté l’entreprise le"),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="entreprises.contact",
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
                            "entreprise",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.entreprise",
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
                    name="EntrepriseEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("raison_sociale", models.CharField(max_length=160, verbose_name="raison sociale")),
                        (
                            "siret",
                            models.CharField(
                                blank=True,
                                max_length=14,
                                validators=[entreprises.models.entreprises.valider_siret],
                                verbose_name="SIRET",
                            ),
                        ),
                        (
                            "naf",
                            models.CharField(
                                blank=True,
                                max_length=6,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\d{2}\\.?\\d{2}[A-Z]$", "Un code NAF s’écrit 38.11Z."
                                    )
                                ],
                                verbose_name="code NAF",
                            ),
                        ),
                        (
                            "secteur",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("agriculture", "Agriculture, maraîchage"),
                                    ("espaces_verts", "Espaces verts"),
                                    ("batiment", "Bâtiment, travaux publics"),
                                    ("industrie", "Industrie, conditionnement"),
                                    ("logistique", "Logistique, transport"),
                                    ("commerce", "Commerce, distribution"),
                                    ("restauration", "Hôtellerie, restauration"),
                                    ("proprete", "Propreté"),
                                    ("aide", "Aide à la personne, santé"),
                                    ("administration", "Bureau, administration, accueil"),
                                    ("reemploi", "Réemploi, recyclage"),
                                    ("numerique", "Numérique"),
                                    ("autre", "Autre"),
                                ],
                                max_length=16,
                                verbose_name="secteur",
                            ),
                        ),
                        (
                            "secteurs_verts",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("energies", "Énergies renouvelables"),
                                        ("bio", "Agriculture biologique"),
                                        ("circulaire", "Économie circulaire, réemploi"),
                                        ("renovation", "Rénovation énergétique"),
                                        ("nature", "Entretien de la nature"),
                                        ("mobilite", "Mobilité douce"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="secteurs verts",
                            ),
                        ),
                        (
                            "effectif",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("0", "Aucun salarié"),
                                    ("1_9", "1 à 9 salariés"),
                                    ("10_49", "10 à 49 salariés"),
                                    ("50_249", "50 à 249 salariés"),
                                    ("250", "250 salariés et plus"),
                                ],
                                max_length=8,
                                verbose_name="effectif",
                            ),
                        ),
                        ("adresse", models.CharField(blank=True, max_length=200, verbose_name="adresse")),
                        (
                            "code_postal",
                            models.CharField(
                                blank=True,
                                max_length=5,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\d{5}$", "Un code postal compte 5 chiffres."
                                    )
                                ],
                                verbose_name="code postal",
                            ),
                        ),
                        ("commune", models.CharField(blank=True, max_length=80, verbose_name="commune")),
                        (
                            "telephone",
                            models.CharField(blank=True, max_length=20, verbose_name="téléphone du standard"),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="adresse e-mail")),
                        ("site", models.URLField(blank=True, verbose_name="site internet")),
                        (
                            "origine",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("prospection", "Prospection"),
                                    ("reseau", "Réseau de l’équipe"),
                                    ("personne", "Une personne accompagnée"),
                                    ("partenaire", "Un partenaire"),
                                    ("evenement", "Un forum, un événement"),
                                    ("client", "Cliente de la structure"),
                                    ("spontanee", "Elle nous a contactés"),
                                    ("fichier", "Un fichier importé"),
                                ],
                                max_length=12,
                                verbose_name="connue par",
                            ),
                        ),
                        ("remarques", models.TextField(blank=True, max_length=4000, verbose_name="à savoir")),
                        (
                            "fermee_le",
                            models.DateField(blank=True, null=True, verbose_name="a cessé son activité le"),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="ajoutée le")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="entreprises.entreprise",
                            ),
                        ),
                        (
                            "referent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="suivie par",
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
                    name="Etablissement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("nom", models.CharField(max_length=120, verbose_name="nom du site")),
                        (
                            "siret",
                            models.CharField(
                                blank=True,
                                max_length=14,
                                validators=[entreprises.models.entreprises.valider_siret],
                                verbose_name="SIRET",
                            ),
                        ),
                        ("adresse", models.CharField(blank=True, max_length=200, verbose_name="adresse")),
                        (
                            "code_postal",
                            models.CharField(
                                blank=True,
                                max_length=5,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\d{5}$", "Un code postal compte 5 chiffres."
                                    )
                                ],
                                verbose_name="code postal",
                            ),
                        ),
                        ("commune", models.CharField(blank=True, max_length=80, verbose_name="commune")),
                        ("fermee_le", models.DateField(blank=True, null=True, verbose_name="fermé le")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "entreprise",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="etablissements",
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
                        "verbose_name": "établissement",
                        "verbose_name_plural": "établissements",
                        "ordering": ["nom", "pk"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_etablissement_structure_id"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("siret", ""), _negated=True),
                                fields=("structure", "siret"),
                                name="etablissement_siret_unique",
                                violation_error_message="Un établissement porte déjà ce SIRET.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_etablissementevent" ("adresse", "code_postal", "commune", "entreprise_id", "fermee_le", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "siret", "structure_id", "version") VALUES (NEW."adresse", NEW."code_postal", NEW."commune", NEW."entreprise_id", NEW."fermee_le", NEW."id", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."siret", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="65ef5b18cd2bb865b46cd814607e075c8fa6e105",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_1519c",
                                    table="entreprises_etablissement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "entreprises_etablissementevent" ("adresse", "code_postal", "commune", "entreprise_id", "fermee_le", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "siret", "structure_id", "version") VALUES (NEW."adresse", NEW."code_postal", NEW."commune", NEW."entreprise_id", NEW."fermee_le", NEW."id", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."siret", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="d559c352896a72888fc18905de106ef803e5db83",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_4b6b4",
                                    table="entreprises_etablissement",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_etablissementevent" ("adresse", "code_postal", "commune", "entreprise_id", "fermee_le", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "siret", "structure_id", "version") VALUES (OLD."adresse", OLD."code_postal", OLD."commune", OLD."entreprise_id", OLD."fermee_le", OLD."id", OLD."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."siret", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="2ad14e32c4e4100dd71bfb753791a800c0d1276b",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_5ba0e",
                                    table="entreprises_etablissement",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EtablissementEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("nom", models.CharField(max_length=120, verbose_name="nom du site")),
                        (
                            "siret",
                            models.CharField(
                                blank=True,
                                max_length=14,
                                validators=[entreprises.models.entreprises.valider_siret],
                                verbose_name="SIRET",
                            ),
                        ),
                        ("adresse", models.CharField(blank=True, max_length=200, verbose_name="adresse")),
                        (
                            "code_postal",
                            models.CharField(
                                blank=True,
                                max_length=5,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\d{5}$", "Un code postal compte 5 chiffres."
                                    )
                                ],
                                verbose_name="code postal",
                            ),
                        ),
                        ("commune", models.CharField(blank=True, max_length=80, verbose_name="commune")),
                        ("fermee_le", models.DateField(blank=True, null=True, verbose_name="fermé le")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="entreprises.etablissement",
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
                    name="Offre",
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
                                    ("emploi", "Emploi"),
                                    ("immersion", "Immersion"),
                                    ("formation", "Alternance ou formation en entreprise"),
                                ],
                                default="emploi",
                                max_length=10,
                                verbose_name="nature",
                            ),
                        ),
                        ("intitule", models.CharField(max_length=160, verbose_name="intitulé du poste")),
                        (
                            "contrat",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("cdi", "CDI"),
                                    ("cdd_long", "CDD de 6 mois et plus"),
                                    ("cdd_court", "CDD de moins de 6 mois"),
                                    ("interim", "Intérim"),
                                    ("alternance", "Alternance"),
                                    ("saisonnier", "Saisonnier"),
                                ],
                                max_length=12,
                                verbose_name="contrat",
                            ),
                        ),
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
                        (
                            "horaires",
                            django.contrib.postgres.fields.ArrayField(
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
                                verbose_name="horaires",
                            ),
                        ),
                        ("debut", models.DateField(blank=True, null=True, verbose_name="à partir du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        (
                            "postes",
                            models.PositiveSmallIntegerField(
                                default=1,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(200),
                                ],
                                verbose_name="nombre de postes",
                            ),
                        ),
                        (
                            "permis",
                            models.CharField(
                                blank=True,
                                choices=[("permis_b", "Permis B"), ("vehicule", "Permis B et véhicule")],
                                max_length=8,
                                verbose_name="permis demandé",
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
                        ("port_charges", models.BooleanField(default=False, verbose_name="port de charges")),
                        (
                            "distance_max_km",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(300),
                                ],
                                verbose_name="habiter à moins de (km)",
                            ),
                        ),
                        (
                            "description",
                            models.TextField(blank=True, max_length=8000, verbose_name="le poste en quelques mots"),
                        ),
                        ("recue_le", models.DateField(verbose_name="reçue le")),
                        ("expire_le", models.DateField(blank=True, null=True, verbose_name="expire le")),
                        ("cloturee_le", models.DateField(blank=True, null=True, verbose_name="close le")),
                        (
                            "motif_cloture",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("pourvue", "Pourvue par une personne accompagnée"),
                                    ("pourvue_ailleurs", "Pourvue autrement"),
                                    ("retiree", "Retirée par l’entreprise"),
                                    ("erreur", "Saisie par erreur"),
                                ],
                                max_length=16,
                                verbose_name="motif",
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
                            "contact",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="offres",
                                to="entreprises.contact",
                                verbose_name="contact",
                            ),
                        ),
                        (
                            "entreprise",
                            insertion.isolation.models.CleIsolee(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="offres",
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
                                related_name="offres",
                                to="entreprises.etablissement",
                                verbose_name="site",
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
                                verbose_name="fiche ROME",
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
                        "verbose_name": "offre",
                        "verbose_name_plural": "offres",
                        "ordering": ["-recue_le", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["structure", "-recue_le", "-id"], name="offre_recentes"),
                            models.Index(fields=["structure", "rome"], name="offre_par_rome"),
                            models.Index(fields=["structure", "entreprise"], name="offre_par_entreprise"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="entreprises_offre_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("debut__isnull", True),
                                    ("fin__isnull", True),
                                    ("fin__gte", models.F("debut")),
                                    _connector="OR",
                                ),
                                name="offre_fin_apres_debut",
                                violation_error_message="La fin ne peut pas précéder le début.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("expire_le__isnull", True),
                                    ("expire_le__gte", models.F("recue_le")),
                                    _connector="OR",
                                ),
                                name="offre_expire_apres",
                                violation_error_message="L’offre ne peut pas expirer avant d’être reçue.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("cloturee_le__isnull", True), ("motif_cloture", "")),
                                    models.Q(
                                        ("cloturee_le__isnull", False), models.Q(("motif_cloture", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="offre_cloture_motivee",
                                violation_error_message="Une offre close porte sa date et son motif.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("postes__gte", 1)),
                                name="offre_postes",
                                violation_error_message="Une offre compte au moins un poste.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("heures_hebdo__isnull", True), ("heures_hebdo__range", (1, 48)), _connector="OR"
                                ),
                                name="offre_heures",
                                violation_error_message="Les heures vont de 1 à 48 par semaine.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_offreevent" ("auteur_id", "cloturee_le", "contact_id", "contrat", "debut", "description", "distance_max_km", "entreprise_id", "etablissement_id", "expire_le", "fin", "francais", "heures_hebdo", "horaires", "id", "intitule", "motif_cloture", "nature", "permis", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "port_charges", "postes", "recue_le", "rome_id", "structure_id", "version") VALUES (NEW."auteur_id", NEW."cloturee_le", NEW."contact_id", NEW."contrat", NEW."debut", NEW."description", NEW."distance_max_km", NEW."entreprise_id", NEW."etablissement_id", NEW."expire_le", NEW."fin", NEW."francais", NEW."heures_hebdo", NEW."horaires", NEW."id", NEW."intitule", NEW."motif_cloture", NEW."nature", NEW."permis", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."port_charges", NEW."postes", NEW."recue_le", NEW."rome_id", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="a30e8e12773c9410934890a45b2a6648553ce2e4",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_31711",
                                    table="entreprises_offre",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "entreprises_offreevent" ("auteur_id", "cloturee_le", "contact_id", "contrat", "debut", "description", "distance_max_km", "entreprise_id", "etablissement_id", "expire_le", "fin", "francais", "heures_hebdo", "horaires", "id", "intitule", "motif_cloture", "nature", "permis", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "port_charges", "postes", "recue_le", "rome_id", "structure_id", "version") VALUES (NEW."auteur_id", NEW."cloturee_le", NEW."contact_id", NEW."contrat", NEW."debut", NEW."description", NEW."distance_max_km", NEW."entreprise_id", NEW."etablissement_id", NEW."expire_le", NEW."fin", NEW."francais", NEW."heures_hebdo", NEW."horaires", NEW."id", NEW."intitule", NEW."motif_cloture", NEW."nature", NEW."permis", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."port_charges", NEW."postes", NEW."recue_le", NEW."rome_id", NEW."structure_id", NEW."version"); RETURN NULL;',
                                    hash="2c6460a46e36ea2d9d293b5504d79ae6856f6abd",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_9a981",
                                    table="entreprises_offre",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "entreprises_offreevent" ("auteur_id", "cloturee_le", "contact_id", "contrat", "debut", "description", "distance_max_km", "entreprise_id", "etablissement_id", "expire_le", "fin", "francais", "heures_hebdo", "horaires", "id", "intitule", "motif_cloture", "nature", "permis", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "port_charges", "postes", "recue_le", "rome_id", "structure_id", "version") VALUES (OLD."auteur_id", OLD."cloturee_le", OLD."contact_id", OLD."contrat", OLD."debut", OLD."description", OLD."distance_max_km", OLD."entreprise_id", OLD."etablissement_id", OLD."expire_le", OLD."fin", OLD."francais", OLD."heures_hebdo", OLD."horaires", OLD."id", OLD."intitule", OLD."motif_cloture", OLD."nature", OLD."permis", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."port_charges", OLD."postes", OLD."recue_le", OLD."rome_id", OLD."structure_id", OLD."version"); RETURN NULL;',
                                    hash="625172ec97dff80659cef26a9246e7d2217c9c9e",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_27555",
                                    table="entreprises_offre",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OffreEvent",
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
                                    ("emploi", "Emploi"),
                                    ("immersion", "Immersion"),
                                    ("formation", "Alternance ou formation en entreprise"),
                                ],
                                default="emploi",
                                max_length=10,
                                verbose_name="nature",
                            ),
                        ),
                        ("intitule", models.CharField(max_length=160, verbose_name="intitulé du poste")),
                        (
                            "contrat",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("cdi", "CDI"),
                                    ("cdd_long", "CDD de 6 mois et plus"),
                                    ("cdd_court", "CDD de moins de 6 mois"),
                                    ("interim", "Intérim"),
                                    ("alternance", "Alternance"),
                                    ("saisonnier", "Saisonnier"),
                                ],
                                max_length=12,
                                verbose_name="contrat",
                            ),
                        ),
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
                        (
                            "horaires",
                            django.contrib.postgres.fields.ArrayField(
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
                                verbose_name="horaires",
                            ),
                        ),
                        ("debut", models.DateField(blank=True, null=True, verbose_name="à partir du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        (
                            "postes",
                            models.PositiveSmallIntegerField(
                                default=1,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(200),
                                ],
                                verbose_name="nombre de postes",
                            ),
                        ),
                        (
                            "permis",
                            models.CharField(
                                blank=True,
                                choices=[("permis_b", "Permis B"), ("vehicule", "Permis B et véhicule")],
                                max_length=8,
                                verbose_name="permis demandé",
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
                        ("port_charges", models.BooleanField(default=False, verbose_name="port de charges")),
                        (
                            "distance_max_km",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(300),
                                ],
                                verbose_name="habiter à moins de (km)",
                            ),
                        ),
                        (
                            "description",
                            models.TextField(blank=True, max_length=8000, verbose_name="le poste en quelques mots"),
                        ),
                        ("recue_le", models.DateField(verbose_name="reçue le")),
                        ("expire_le", models.DateField(blank=True, null=True, verbose_name="expire le")),
                        ("cloturee_le", models.DateField(blank=True, null=True, verbose_name="close le")),
                        (
                            "motif_cloture",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("pourvue", "Pourvue par une personne accompagnée"),
                                    ("pourvue_ailleurs", "Pourvue autrement"),
                                    ("retiree", "Retirée par l’entreprise"),
                                    ("erreur", "Saisie par erreur"),
                                ],
                                max_length=16,
                                verbose_name="motif",
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
                            "contact",
                            insertion.isolation.models.CleIsolee(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="entreprises.contact",
                                verbose_name="contact",
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="entreprises.offre",
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
                                verbose_name="fiche ROME",
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
    ]
