"""The ground: extensions, what the policies ask, the search without accents, and the tables of this floor."""

import datetime
from decimal import Decimal

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.functions.text
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.db import migrations, models

import insertion.models.absences
import insertion.models.chiffres
import insertion.models.structures
from insertion.isolation.operations import Autoriser, EnUneFois

# The settings that the isolation door makes, read back by the policies. A missing context is an error, not an
# empty page; '' and not NULL is what stays after a committed SET LOCAL.
SOCLE = """
CREATE SCHEMA tremplin;
CREATE FUNCTION tremplin.structures() RETURNS text LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE v text := nullif(current_setting('tremplin.structures', true), '');
BEGIN
  IF v IS NULL THEN
    RAISE EXCEPTION 'tremplin: no structure in context' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN v;
END $$;
CREATE FUNCTION tremplin.role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(nullif(current_setting('tremplin.role', true), ''), 'aucun') $$;
CREATE FUNCTION tremplin.utilisateur() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(nullif(current_setting('tremplin.utilisateur', true), ''), '0')::bigint $$;
"""

# IMMUTABLE although unaccent() is only STABLE: its dictionary is named, and ships with the server.
RECHERCHE = """
CREATE FUNCTION tremplin.sans_accents(texte text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, translate(texte, '’', $q$'$q$))) $$;
CREATE FUNCTION tremplin.texte_recherche(nom text, prenom text, nom_naissance text, telephone text)
  RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT tremplin.sans_accents(concat_ws(' ', prenom, nom, nullif(nom_naissance, nom))) || ' ' ||
            translate(telephone, '+ ', '') $$;
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        TrigramExtension(),
        UnaccentExtension(),
        BtreeGistExtension(),
        migrations.RunSQL(SOCLE, "DROP SCHEMA tremplin CASCADE"),
        migrations.RunSQL(RECHERCHE, migrations.RunSQL.noop),
        Autoriser(),
        EnUneFois(
            [
                migrations.CreateModel(
                    name="Utilisateur",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                        ("email", models.EmailField(max_length=254, unique=True, verbose_name="adresse e-mail")),
                        ("prenom", models.CharField(max_length=80, verbose_name="prénom")),
                        ("nom", models.CharField(max_length=80, verbose_name="nom")),
                        ("telephone", models.CharField(blank=True, max_length=20, verbose_name="téléphone")),
                        ("is_active", models.BooleanField(default=True, verbose_name="compte actif")),
                        (
                            "heure_courriel",
                            models.TimeField(
                                default=datetime.time(7, 30), verbose_name="heure du courriel de rappels"
                            ),
                        ),
                        (
                            "courriel_rappels",
                            models.BooleanField(default=True, verbose_name="recevoir les rappels par courriel"),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="créé le")),
                        ("rouvert_at", models.DateTimeField(editable=False, null=True, verbose_name="rouvert le")),
                        ("suspendu_at", models.DateTimeField(editable=False, null=True, verbose_name="suspendu le")),
                        (
                            "depannage",
                            models.BooleanField(default=False, editable=False, verbose_name="compte de dépannage"),
                        ),
                    ],
                    options={
                        "verbose_name": "utilisateur",
                        "verbose_name_plural": "utilisateurs",
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("email"),
                                name="utilisateur_email_unique",
                                violation_error_message="Un compte existe déjà avec cette adresse.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Structure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("nom", models.CharField(max_length=120, verbose_name="nom")),
                        (
                            "siret",
                            models.CharField(
                                max_length=14,
                                unique=True,
                                validators=[insertion.models.structures.valider_siret],
                                verbose_name="SIRET",
                            ),
                        ),
                        (
                            "type",
                            models.CharField(
                                choices=[
                                    ("aci", "Atelier et chantier d’insertion"),
                                    ("ei", "Entreprise d’insertion"),
                                    ("ai", "Association intermédiaire"),
                                    ("etti", "Entreprise de travail temporaire d’insertion"),
                                    ("eiti", "Entreprise d’insertion par le travail indépendant"),
                                    ("geiq", "Groupement d’employeurs pour l’insertion et la qualification"),
                                    ("chrs", "Centre d’hébergement et de réinsertion sociale"),
                                    ("plie", "Plan local pour l’insertion et l’emploi"),
                                    ("mission_locale", "Mission locale"),
                                    ("clubhouse", "Clubhouse"),
                                    ("autre", "Autre structure d’insertion"),
                                ],
                                max_length=20,
                                verbose_name="type",
                            ),
                        ),
                        (
                            "vocabulaire",
                            models.CharField(
                                choices=[
                                    ("beneficiaire", "bénéficiaire"),
                                    ("salarie", "salarié"),
                                    ("membre", "membre"),
                                    ("jeune", "jeune"),
                                    ("participant", "participant"),
                                ],
                                default="beneficiaire",
                                max_length=20,
                                verbose_name="mot employé pour les personnes",
                            ),
                        ),
                        ("adresse", models.CharField(blank=True, max_length=200, verbose_name="adresse")),
                        ("telephone", models.CharField(blank=True, max_length=20, verbose_name="téléphone")),
                        (
                            "rythme_entretiens",
                            models.PositiveSmallIntegerField(
                                default=30, verbose_name="rythme des entretiens (jours)"
                            ),
                        ),
                        (
                            "domaines",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("logement", "Logement"),
                                        ("mobilite", "Mobilité"),
                                        ("sante", "Santé"),
                                        ("handicap", "Handicap"),
                                        ("addiction", "Addiction"),
                                        ("droits", "Droits et démarches"),
                                        ("budget", "Budget"),
                                        ("langue", "Français"),
                                        ("savoirs", "Lecture, écriture, calcul"),
                                        ("numerique", "Numérique"),
                                        ("famille", "Famille et garde d’enfants"),
                                        ("justice", "Justice"),
                                        ("formation", "Formation et qualification"),
                                        ("projet", "Expérience et projet"),
                                        ("confiance", "Confiance et lien social"),
                                        ("disponibilite", "Disponibilité"),
                                        ("age", "Âge"),
                                    ],
                                    max_length=20,
                                ),
                                default=insertion.models.structures.domaines_par_defaut,
                                size=None,
                                verbose_name="domaines du diagnostic",
                            ),
                        ),
                        (
                            "grille",
                            models.CharField(
                                choices=[
                                    ("tremplin", "Grille de Tremplin\xa0: vos domaines, de 0 à 4"),
                                    ("reference", "Grille publique de référence\xa0: 8 axes, de 1 à 4"),
                                ],
                                default="tremplin",
                                max_length=10,
                                verbose_name="grille du diagnostic",
                            ),
                        ),
                        (
                            "alerte_contrat_jours",
                            models.PositiveSmallIntegerField(
                                default=60,
                                help_text="60 jours par défaut, usage du terrain.",
                                validators=[
                                    django.core.validators.MinValueValidator(1, "Un délai va de 1 à 365 jours."),
                                    django.core.validators.MaxValueValidator(365, "Un délai va de 1 à 365 jours."),
                                ],
                                verbose_name="fin de contrat : prévenir avant (jours)",
                            ),
                        ),
                        (
                            "alerte_document_jours",
                            models.PositiveSmallIntegerField(
                                default=30,
                                help_text="30 jours par défaut.",
                                validators=[
                                    django.core.validators.MinValueValidator(1, "Un délai va de 1 à 365 jours."),
                                    django.core.validators.MaxValueValidator(365, "Un délai va de 1 à 365 jours."),
                                ],
                                verbose_name="document qui expire : prévenir avant (jours)",
                            ),
                        ),
                        (
                            "alerte_pass_jours",
                            models.PositiveSmallIntegerField(
                                default=60,
                                help_text="60 jours par défaut ; une prolongation se demande dès 12 mois avant.",
                                validators=[
                                    django.core.validators.MinValueValidator(1, "Un délai va de 1 à 365 jours."),
                                    django.core.validators.MaxValueValidator(365, "Un délai va de 1 à 365 jours."),
                                ],
                                verbose_name="fin du PASS IAE : prévenir avant (jours)",
                            ),
                        ),
                        (
                            "alerte_renouvellement_jours",
                            models.PositiveSmallIntegerField(
                                default=60,
                                help_text="60 jours avant la fin du contrat par défaut, usage du terrain.",
                                validators=[
                                    django.core.validators.MinValueValidator(1, "Un délai va de 1 à 365 jours."),
                                    django.core.validators.MaxValueValidator(365, "Un délai va de 1 à 365 jours."),
                                ],
                                verbose_name="décision de renouvellement : à prendre avant (jours)",
                            ),
                        ),
                        (
                            "delai_diagnostic_jours",
                            models.PositiveSmallIntegerField(
                                default=30,
                                help_text="30 jours après l’entrée par défaut, délai que suivent les financeurs.",
                                validators=[
                                    django.core.validators.MinValueValidator(1, "Un délai va de 1 à 365 jours."),
                                    django.core.validators.MaxValueValidator(365, "Un délai va de 1 à 365 jours."),
                                ],
                                verbose_name="premier diagnostic : à faire avant (jours)",
                            ),
                        ),
                        (
                            "sortie_alerte_jours",
                            models.PositiveSmallIntegerField(
                                default=25,
                                help_text="25 jours par défaut.",
                                validators=[
                                    django.core.validators.MinValueValidator(1, "Un délai va de 1 à 365 jours."),
                                    django.core.validators.MaxValueValidator(365, "Un délai va de 1 à 365 jours."),
                                ],
                                verbose_name="sortie non documentée : alerter après (jours)",
                            ),
                        ),
                        (
                            "sortie_relance_jours",
                            models.PositiveSmallIntegerField(
                                default=15,
                                help_text="15 jours par défaut, puis l’alerte ci-contre.",
                                validators=[
                                    django.core.validators.MinValueValidator(1, "Un délai va de 1 à 365 jours."),
                                    django.core.validators.MaxValueValidator(365, "Un délai va de 1 à 365 jours."),
                                ],
                                verbose_name="sortie non documentée : relancer après (jours)",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
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
                            "journal_mois",
                            models.PositiveSmallIntegerField(
                                default=12,
                                help_text="De 6 à 12 mois (CNIL). Jusqu’à 36 si un risque le justifie, motif à l’appui.",
                                verbose_name="garder le journal des consultations (mois)",
                            ),
                        ),
                        (
                            "journal_motif",
                            models.CharField(
                                blank=True,
                                help_text="Il sera demandé lors d’un contrôle.",
                                max_length=300,
                                verbose_name="motif d’une durée de plus de 12 mois",
                            ),
                        ),
                        (
                            "conservation_mois",
                            models.PositiveSmallIntegerField(
                                default=24,
                                help_text="24 mois par défaut, durée que recommande la CNIL ; de 1 à 60.",
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        1, "La durée de conservation va de 1 à 60 mois."
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        60, "La durée de conservation va de 1 à 60 mois."
                                    ),
                                ],
                                verbose_name="effacer les dossiers après (mois sans contact)",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "structure",
                        "verbose_name_plural": "structures",
                        "ordering": ["nom"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("rythme_entretiens__gte", 1), ("rythme_entretiens__lte", 365)),
                                name="structure_rythme_entretiens",
                                violation_error_message="Le rythme des entretiens va de 1 à 365 jours.",
                            ),
                            models.CheckConstraint(
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
                            models.CheckConstraint(
                                condition=models.Q(("sortie_alerte_jours__gt", models.F("sortie_relance_jours"))),
                                name="structure_alerte_apres_relance",
                                violation_error_message="L’alerte de sortie non documentée vient après la relance.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("journal_mois__range", (6, 12)),
                                    models.Q(
                                        ("journal_mois__range", (6, 36)),
                                        models.Q(("journal_motif", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="structure_journal",
                                violation_error_message="Le journal se garde de 6 à 12 mois ; jusqu’à 36 si vous notez le motif.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("conservation_mois__range", (1, 60))),
                                name="structure_conservation",
                                violation_error_message="La durée de conservation va de 1 à 60 mois.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Soumission",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("cle", models.UUIDField()),
                        ("reponse", models.CharField(blank=True, max_length=300)),
                        ("created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        (
                            "utilisateur",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
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
                        "verbose_name": "soumission",
                        "verbose_name_plural": "soumissions",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "utilisateur", "cle"), name="soumission_unique"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Lecture",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("utilisateur_id", models.BigIntegerField(verbose_name="utilisateur")),
                        ("beneficiaire_id", models.BigIntegerField(null=True, verbose_name="personne")),
                        ("quoi", models.CharField(max_length=60, verbose_name="ce qui a été lu")),
                        ("chemin", models.CharField(max_length=200, verbose_name="adresse de la page")),
                        ("adresse_ip", models.GenericIPAddressField(null=True, verbose_name="depuis")),
                        ("at", models.DateTimeField(auto_now_add=True, verbose_name="le")),
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
                        "verbose_name": "lecture",
                        "verbose_name_plural": "lectures",
                        "indexes": [
                            models.Index(fields=["structure", "beneficiaire_id", "-at"], name="lecture_par_personne"),
                            models.Index(
                                fields=["structure", "utilisateur_id", "at"], name="lecture_par_utilisateur"
                            ),
                            models.Index(fields=["structure", "id"], name="lecture_a_sceller"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Brouillon",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("cle", models.CharField(max_length=80)),
                        ("titre", models.CharField(max_length=160)),
                        ("url", models.CharField(max_length=200)),
                        ("updated_at", models.DateTimeField(auto_now=True)),
                        (
                            "utilisateur",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
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
                        ("contenu", insertion.models.chiffres.TexteChiffre(blank=True)),
                    ],
                    options={
                        "verbose_name": "brouillon",
                        "verbose_name_plural": "brouillons",
                        "ordering": ["-updated_at"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="insertion_brouillon_structure_id"
                            ),
                            models.UniqueConstraint(
                                fields=("structure", "utilisateur", "cle"), name="brouillon_unique"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Appartenance",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("charge_insertion", "Chargé·e d’insertion"),
                                    ("encadrant", "Encadrant·e technique"),
                                    ("chef_service", "Chef·fe de service"),
                                    ("direction", "Direction"),
                                    ("administratif", "Administratif et bilans"),
                                    ("lecture", "Lecture seule"),
                                    ("benevole", "Bénévole"),
                                ],
                                max_length=20,
                                verbose_name="rôle",
                            ),
                        ),
                        (
                            "debut",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="depuis le"),
                        ),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        (
                            "utilisateur",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appartenances",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "structure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appartenances",
                                to="insertion.structure",
                            ),
                        ),
                        (
                            "expire_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="dépannage jusqu’à"),
                        ),
                    ],
                    options={
                        "verbose_name": "appartenance",
                        "verbose_name_plural": "appartenances",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("fin__isnull", True), ("fin__gte", models.F("debut")), _connector="OR"
                                ),
                                name="appartenance_fin_apres_debut",
                                violation_error_message="La fin ne peut pas précéder le début.",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("utilisateur", "="),
                                    ("structure", "="),
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
                                name="appartenance_sans_chevauchement",
                                violation_error_message="Cette personne appartient déjà à la structure à ces dates.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Rome",
                    fields=[
                        (
                            "code",
                            models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name="code"),
                        ),
                        ("libelle", models.CharField(max_length=255, verbose_name="libellé")),
                        ("debut", models.DateField(blank=True, null=True, verbose_name="en vigueur depuis le")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                    ],
                    options={
                        "verbose_name": "fiche ROME",
                        "verbose_name_plural": "fiches ROME",
                        "ordering": ["code"],
                    },
                ),
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
                        "verbose_name": "conventionnement",
                        "verbose_name_plural": "conventionnements",
                        "ordering": ["-debut"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="insertion_conventionnement_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("fin__isnull", True), ("fin__gte", models.F("debut")), _connector="OR"
                                ),
                                name="conventionnement_fin_apres_debut",
                                violation_error_message="La fin ne peut pas précéder le début.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("etp__isnull", True), ("etp__gte", 0), _connector="OR"),
                                name="conventionnement_etp_positif",
                                violation_error_message="Un nombre d’ETP ne peut pas être négatif.",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
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
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                            pgtrigger.compiler.Trigger(
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
                        ],
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
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="insertion.conventionnement",
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
                    name="Commune",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("nom", models.CharField(max_length=200, verbose_name="nom")),
                        ("cle", models.CharField(max_length=200, verbose_name="nom comparé")),
                        ("region", models.CharField(max_length=2, verbose_name="région")),
                        ("latitude", models.FloatField(verbose_name="latitude")),
                        ("longitude", models.FloatField(verbose_name="longitude")),
                        ("edition", models.CharField(max_length=20, verbose_name="édition")),
                    ],
                    options={
                        "verbose_name": "commune",
                        "verbose_name_plural": "communes",
                        "ordering": ["cle", "region"],
                        "indexes": [models.Index(fields=["cle", "region"], name="commune_par_nom")],
                    },
                ),
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
                ),
                migrations.CreateModel(
                    name="AbsenceCollegue",
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
                                choices=[("conge", "Congé"), ("formation", "Formation"), ("absence", "Absence")],
                                default="conge",
                                max_length=10,
                                verbose_name="nature",
                            ),
                        ),
                        ("debut", models.DateTimeField(editable=False, verbose_name="début")),
                        ("fin", models.DateTimeField(editable=False, verbose_name="fin")),
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
                            "utilisateur",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="absences",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="collègue",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "absence d’un collègue",
                        "verbose_name_plural": "absences des collègues",
                        "ordering": ["debut", "pk"],
                        "indexes": [models.Index(fields=["structure", "debut"], name="absence_par_date")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="insertion_absencecollegue_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("fin__gt", models.F("debut"))),
                                name="absence_fin_apres_debut",
                                violation_error_code="absence_fin",
                                violation_error_message="L’absence doit finir après avoir commencé.",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("structure", "="),
                                    ("utilisateur", "="),
                                    (insertion.models.absences.Duree("debut", "fin"), "&&"),
                                ],
                                name="absence_sans_chevauchement",
                                violation_error_code="absence_chevauche",
                                violation_error_message="Une absence est déjà notée à ces dates.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "insertion_absencecollegueevent" ("debut", "fin", "genre", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "utilisateur_id", "version") VALUES (NEW."debut", NEW."fin", NEW."genre", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."utilisateur_id", NEW."version"); RETURN NULL;',
                                    hash="2b392578654703f4890a7821002bb9be2ba27cb5",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_3bea4",
                                    table="insertion_absencecollegue",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "insertion_absencecollegueevent" ("debut", "fin", "genre", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "utilisateur_id", "version") VALUES (NEW."debut", NEW."fin", NEW."genre", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."utilisateur_id", NEW."version"); RETURN NULL;',
                                    hash="62b196d6eee955993023bdf542c3d4675de525f8",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_01e12",
                                    table="insertion_absencecollegue",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "insertion_absencecollegueevent" ("debut", "fin", "genre", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "utilisateur_id", "version") VALUES (OLD."debut", OLD."fin", OLD."genre", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."utilisateur_id", OLD."version"); RETURN NULL;',
                                    hash="0615bfe416884aa6b05989fc21f05c890010bfc1",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_837a0",
                                    table="insertion_absencecollegue",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AbsenceCollegueEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "genre",
                            models.CharField(
                                choices=[("conge", "Congé"), ("formation", "Formation"), ("absence", "Absence")],
                                default="conge",
                                max_length=10,
                                verbose_name="nature",
                            ),
                        ),
                        ("debut", models.DateTimeField(editable=False, verbose_name="début")),
                        ("fin", models.DateTimeField(editable=False, verbose_name="fin")),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="insertion.absencecollegue",
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
                                verbose_name="collègue",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Battement",
                    fields=[
                        (
                            "nom",
                            models.CharField(
                                max_length=20, primary_key=True, serialize=False, verbose_name="mécanisme"
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="a tourné le")),
                    ],
                    options={
                        "verbose_name": "battement",
                        "verbose_name_plural": "battements",
                    },
                ),
                migrations.CreateModel(
                    name="Sauvegarde",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("fichier", models.CharField(max_length=80, unique=True, verbose_name="fichier")),
                        ("octets", models.PositiveBigIntegerField(verbose_name="taille (octets)")),
                        ("lignes", models.PositiveBigIntegerField(verbose_name="lignes de la base")),
                        ("documents", models.PositiveIntegerField(verbose_name="documents")),
                        ("faite_at", models.DateTimeField(verbose_name="faite le")),
                        ("prouvee_at", models.DateTimeField(null=True, verbose_name="prouvée le")),
                    ],
                    options={
                        "verbose_name": "sauvegarde",
                        "verbose_name_plural": "sauvegardes",
                        "ordering": ["-faite_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Sceau",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("numero", models.BigIntegerField(verbose_name="numéro")),
                        (
                            "lectures",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BigIntegerField(), size=None, verbose_name="lectures"
                            ),
                        ),
                        ("dernier", models.BigIntegerField(verbose_name="dernière lecture")),
                        ("debut", models.DateTimeField(verbose_name="première lecture le")),
                        ("fin", models.DateTimeField(verbose_name="dernière lecture le")),
                        ("empreinte", models.CharField(max_length=64, verbose_name="empreinte des lectures")),
                        ("precedente", models.CharField(max_length=64, verbose_name="tête du sceau précédent")),
                        ("tete", models.CharField(max_length=64, verbose_name="tête")),
                        ("at", models.DateTimeField(verbose_name="posé le")),
                        ("purge_le", models.DateTimeField(null=True, verbose_name="lectures effacées le")),
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
                        "verbose_name": "sceau",
                        "verbose_name_plural": "sceaux",
                        "ordering": ["numero"],
                        "indexes": [models.Index(fields=["structure", "dernier"], name="sceau_par_lecture")],
                        "constraints": [
                            models.UniqueConstraint(fields=("structure", "numero"), name="sceau_numero_unique")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Compteur",
                    fields=[
                        ("cache_key", models.CharField(max_length=255, primary_key=True, serialize=False)),
                        ("value", models.TextField()),
                        ("expires", models.DateTimeField(db_index=True)),
                    ],
                ),
                migrations.CreateModel(
                    name="Invitation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("email", models.EmailField(max_length=254, verbose_name="adresse e-mail")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("charge_insertion", "Chargé·e d’insertion"),
                                    ("encadrant", "Encadrant·e technique"),
                                    ("chef_service", "Chef·fe de service"),
                                    ("direction", "Direction"),
                                    ("administratif", "Administratif et bilans"),
                                    ("lecture", "Lecture seule"),
                                    ("benevole", "Bénévole"),
                                ],
                                max_length=20,
                                verbose_name="rôle",
                            ),
                        ),
                        ("debut", models.DateField(verbose_name="à partir du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        ("empreinte", models.CharField(editable=False, max_length=64)),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="faite le")),
                        ("expire_at", models.DateTimeField(editable=False, verbose_name="valable jusqu’au")),
                        ("envoyee_at", models.DateTimeField(editable=False, null=True, verbose_name="partie le")),
                        ("acceptee_at", models.DateTimeField(editable=False, null=True, verbose_name="acceptée le")),
                        (
                            "par",
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
                        "verbose_name": "invitation",
                        "verbose_name_plural": "invitations",
                        "ordering": ["-created_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="insertion_invitation_structure_id"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("acceptee_at__isnull", True)),
                                fields=("structure", "email"),
                                name="invitation_une_en_attente",
                                violation_error_code="invitation_deja",
                                violation_error_message="Une invitation attend déjà une réponse à cette adresse : renvoyez-la.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("fin__isnull", True), ("fin__gte", models.F("debut")), _connector="OR"
                                ),
                                name="invitation_fin_apres_debut",
                                violation_error_code="invitation_fin",
                                violation_error_message="La fin ne peut pas précéder le début.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "insertion_invitationevent" ("acceptee_at", "created_at", "debut", "email", "envoyee_at", "expire_at", "fin", "id", "par_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "structure_id") VALUES (NEW."acceptee_at", NEW."created_at", NEW."debut", NEW."email", NEW."envoyee_at", NEW."expire_at", NEW."fin", NEW."id", NEW."par_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."role", NEW."structure_id"); RETURN NULL;',
                                    hash="9db770c2b87a5d80afb26c6d3d358802ed162c0c",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_65a4c",
                                    table="insertion_invitation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."acceptee_at" IS DISTINCT FROM (NEW."acceptee_at") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."debut" IS DISTINCT FROM (NEW."debut") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."envoyee_at" IS DISTINCT FROM (NEW."envoyee_at") OR OLD."expire_at" IS DISTINCT FROM (NEW."expire_at") OR OLD."fin" IS DISTINCT FROM (NEW."fin") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."par_id" IS DISTINCT FROM (NEW."par_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."structure_id" IS DISTINCT FROM (NEW."structure_id"))',
                                    func='INSERT INTO "insertion_invitationevent" ("acceptee_at", "created_at", "debut", "email", "envoyee_at", "expire_at", "fin", "id", "par_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "structure_id") VALUES (NEW."acceptee_at", NEW."created_at", NEW."debut", NEW."email", NEW."envoyee_at", NEW."expire_at", NEW."fin", NEW."id", NEW."par_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."role", NEW."structure_id"); RETURN NULL;',
                                    hash="5cc39d1c3ff8ceb3ba52c0aa883affc7f2e7ba1f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_349aa",
                                    table="insertion_invitation",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "insertion_invitationevent" ("acceptee_at", "created_at", "debut", "email", "envoyee_at", "expire_at", "fin", "id", "par_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "structure_id") VALUES (OLD."acceptee_at", OLD."created_at", OLD."debut", OLD."email", OLD."envoyee_at", OLD."expire_at", OLD."fin", OLD."id", OLD."par_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."role", OLD."structure_id"); RETURN NULL;',
                                    hash="29f92a6cf5289c16d8949d54075d7b5aacfddfb3",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_b38d7",
                                    table="insertion_invitation",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InvitationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("email", models.EmailField(max_length=254, verbose_name="adresse e-mail")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("charge_insertion", "Chargé·e d’insertion"),
                                    ("encadrant", "Encadrant·e technique"),
                                    ("chef_service", "Chef·fe de service"),
                                    ("direction", "Direction"),
                                    ("administratif", "Administratif et bilans"),
                                    ("lecture", "Lecture seule"),
                                    ("benevole", "Bénévole"),
                                ],
                                max_length=20,
                                verbose_name="rôle",
                            ),
                        ),
                        ("debut", models.DateField(verbose_name="à partir du")),
                        ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="faite le")),
                        ("expire_at", models.DateTimeField(editable=False, verbose_name="valable jusqu’au")),
                        ("envoyee_at", models.DateTimeField(editable=False, null=True, verbose_name="partie le")),
                        ("acceptee_at", models.DateTimeField(editable=False, null=True, verbose_name="acceptée le")),
                        (
                            "par",
                            models.ForeignKey(
                                db_constraint=False,
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
                                to="insertion.invitation",
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
                    name="EvenementCompte",
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
                                    ("rejoint", "A rejoint la structure"),
                                    ("role", "Accès modifié"),
                                    ("ferme", "Accès fermé"),
                                    ("second_facteur", "Second facteur réinitialisé"),
                                    ("confirme", "Toujours utile : confirmé"),
                                    ("suspendu", "Suspendu : 90 jours sans connexion"),
                                    ("rouvert", "Rouvert"),
                                ],
                                max_length=20,
                                verbose_name="événement",
                            ),
                        ),
                        ("detail", models.CharField(blank=True, max_length=160, verbose_name="précision")),
                        ("at", models.DateTimeField(auto_now_add=True, verbose_name="le")),
                        (
                            "par",
                            models.ForeignKey(
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
                            "utilisateur",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "événement d’un compte",
                        "verbose_name_plural": "événements des comptes",
                        "ordering": ["-at", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["structure", "utilisateur", "-at"], name="evenement_compte_par_personne"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AccesSupport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("motif", models.CharField(max_length=300, verbose_name="raison")),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="demandé le")),
                        ("approuve_at", models.DateTimeField(null=True, verbose_name="approuvé le")),
                        ("fin_at", models.DateTimeField(null=True, verbose_name="jusqu’à")),
                        (
                            "approuve_par",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "intervenant",
                            models.ForeignKey(
                                limit_choices_to={"depannage": True},
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="qui intervient",
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
                        "verbose_name": "accès de dépannage",
                        "verbose_name_plural": "accès de dépannage",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="insertion_accessupport_structure_id"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("approuve_par__isnull", True),
                                    models.Q(("approuve_par", models.F("demande_par")), _negated=True),
                                    _connector="OR",
                                ),
                                name="acces_support_deux_personnes",
                                violation_error_message="Une autre personne que celle qui demande doit approuver.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("approuve_at__isnull", True),
                                        ("approuve_par__isnull", True),
                                        ("fin_at__isnull", True),
                                    ),
                                    models.Q(
                                        ("approuve_par__isnull", False), ("fin_at__gte", models.F("approuve_at"))
                                    ),
                                    _connector="OR",
                                ),
                                name="acces_support_borne",
                                violation_error_message="Un accès approuvé a une fin.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "insertion_accessupportevent" ("approuve_at", "approuve_par_id", "created_at", "demande_par_id", "fin_at", "id", "intervenant_id", "motif", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."approuve_at", NEW."approuve_par_id", NEW."created_at", NEW."demande_par_id", NEW."fin_at", NEW."id", NEW."intervenant_id", NEW."motif", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="9844280a697c1ce81eb0502821f76602598919bb",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_00ee1",
                                    table="insertion_accessupport",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "insertion_accessupportevent" ("approuve_at", "approuve_par_id", "created_at", "demande_par_id", "fin_at", "id", "intervenant_id", "motif", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."approuve_at", NEW."approuve_par_id", NEW."created_at", NEW."demande_par_id", NEW."fin_at", NEW."id", NEW."intervenant_id", NEW."motif", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id"); RETURN NULL;',
                                    hash="d814d16a7d4049c84dccffeb9361daf1b44c9dce",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_9f968",
                                    table="insertion_accessupport",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "insertion_accessupportevent" ("approuve_at", "approuve_par_id", "created_at", "demande_par_id", "fin_at", "id", "intervenant_id", "motif", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (OLD."approuve_at", OLD."approuve_par_id", OLD."created_at", OLD."demande_par_id", OLD."fin_at", OLD."id", OLD."intervenant_id", OLD."motif", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id"); RETURN NULL;',
                                    hash="7a86584582dd5aace1585378297f3fcde89f0c02",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_58566",
                                    table="insertion_accessupport",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AccesSupportEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("motif", models.CharField(max_length=300, verbose_name="raison")),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="demandé le")),
                        ("approuve_at", models.DateTimeField(null=True, verbose_name="approuvé le")),
                        ("fin_at", models.DateTimeField(null=True, verbose_name="jusqu’à")),
                        (
                            "approuve_par",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "demande_par",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "intervenant",
                            models.ForeignKey(
                                db_constraint=False,
                                limit_choices_to={"depannage": True},
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="qui intervient",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="insertion.accessupport",
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
                    name="AlerteLecture",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("raison", models.CharField(max_length=120, verbose_name="raison")),
                        ("at", models.DateTimeField(verbose_name="le")),
                        ("vue_at", models.DateTimeField(null=True, verbose_name="vue le")),
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
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "vue_par",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "alerte de lecture",
                        "verbose_name_plural": "alertes de lecture",
                        "indexes": [
                            models.Index(fields=["structure", "utilisateur", "at"], name="alerte_par_utilisateur")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("structure", "id"), name="insertion_alertelecture_structure_id"
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
