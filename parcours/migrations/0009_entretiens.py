"""Entretiens of all kinds and who was there, appointments outside, démarches, passages."""

import django.contrib.postgres.fields
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import insertion.isolation.models
from insertion.isolation.operations import CONDITION, SUIVI, Isoler, roles
from parcours.operations import AUTEUR, NOM_AUTEUR, SUR_PARCOURS, ChangerGenreFil, GenreFil

SENSIBLES = "('sante', 'handicap', 'addiction', 'justice')"
MOI = "(SELECT tremplin.utilisateur())"
ETAIT_LA = (
    "EXISTS (SELECT 1 FROM parcours_participant q WHERE q.structure_id = parcours_entretien.structure_id"
    f" AND q.entretien_id = parcours_entretien.id AND q.utilisateur_id = {MOI})"
)
PARTAGES = "('recrutement', 'renouvellement', 'recadrage', 'bilan')"
ENTRETIENS_AVANT = f"{roles(*SUIVI)} OR {roles('encadrant')} AND genre = 'tripartite'"
#: The encadrant reads the interviews of the team where he was: the table of who was there says so (metier.md row 66).
ENTRETIENS = (
    f"{roles(*SUIVI)} OR {roles('encadrant')} AND (genre = 'tripartite' OR genre IN {PARTAGES} AND {ETAIT_LA})"
)
RENDEZ_VOUS_AVANT = f"{roles(*SUIVI)} OR utilisateur_id = {MOI}"
RENDEZ_VOUS = f"{roles(*SUIVI)} OR utilisateur_id = {MOI} AND avec NOT IN ('medecin', 'justice')"
PARTICIPANTS = f"{roles(*SUIVI)} OR utilisateur_id = {MOI}"
DEMARCHES = f"{roles(*SUIVI)} OR {roles('lecture')} AND domaine <> '' AND domaine NOT IN {SENSIBLES}"
PASSAGES = roles(*SUIVI, "administratif")

DE_SON_AUTEUR = f"{SUR_PARCOURS} {AUTEUR}"
DE_SON_UTILISATEUR = f"{SUR_PARCOURS} LEFT JOIN insertion_utilisateur u ON u.id = x.utilisateur_id"
SUITE = """(SELECT coalesce(jsonb_agg(jsonb_build_object('intitule', a.intitule, 'echeance', a.echeance) ORDER BY a.id), '[]')
    FROM parcours_action a WHERE a.structure_id = x.structure_id AND a.entretien_id = x.id)"""
PRESENTS = """(SELECT jsonb_agg(jsonb_build_object('nom', coalesce(v.prenom || ' ' || v.nom, q.nom), 'qualite', q.qualite)
    ORDER BY q.id) FROM parcours_participant q LEFT JOIN insertion_utilisateur v ON v.id = q.utilisateur_id
    WHERE q.structure_id = x.structure_id AND q.entretien_id = x.id)"""
DETAILS = f"""'mode', x.mode, 'genre', x.genre, 'duree', x.duree_minutes, 'themes', x.themes,
    'paroles', x.paroles, 'convenu', x.convenu, 'actions', {SUITE}"""
PLUS = f"""'lieu', x.lieu, 'imprevu', x.imprevu, 'accompagnements', x.accompagnements, 'presents', {PRESENTS}"""


def entretien(details):
    """The kind « entretien » of the thread, with these particulars."""
    return GenreFil(
        "entretien",
        "parcours_entretien",
        DE_SON_AUTEUR,
        quand="x.date",
        auteur=NOM_AUTEUR,
        texte="x.compte_rendu",
        details=f"jsonb_build_object({details})",
    )


def rendez_vous(nom, ou, details="'statut', x.statut, 'lieu', x.lieu"):
    """A kind of the thread made of appointments."""
    return GenreFil(
        nom,
        "parcours_rendezvous",
        DE_SON_UTILISATEUR,
        quand="x.debut",
        auteur=NOM_AUTEUR,
        texte="x.commentaire",
        details=f"jsonb_build_object({details})",
        ou=ou,
    )


def politique(table, condition):
    """SQL of the policy of a table, as `Isoler` writes it."""
    qui = f"{CONDITION} AND ({condition})"
    return f"CREATE POLICY isolation ON {table} USING ({qui}) WITH CHECK ({qui})"


def lever(table, condition):
    """Take a policy away while a column that it reads changes; going back puts the former one in its place."""
    return migrations.RunSQL(f"DROP POLICY isolation ON {table}", politique(table, condition))


def poser(table, condition):
    return migrations.RunSQL(politique(table, condition), f"DROP POLICY isolation ON {table}")


class Migration(migrations.Migration):
    dependencies = [
        ("beneficiaires", "0003_entete"),
        ("insertion", "0002_isolation"),
        ("parcours", "0008_appuis"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        ChangerGenreFil(entretien(DETAILS), None),
        ChangerGenreFil(rendez_vous("absence", "x.statut IN ('excuse', 'absent')"), None),
        ChangerGenreFil(rendez_vous("rendez_vous", "x.statut = 'annule'"), None),
        lever("parcours_entretien", ENTRETIENS_AVANT),
        lever("parcours_entretienevent", ENTRETIENS_AVANT),
        lever("parcours_rendezvous", RENDEZ_VOUS_AVANT),
        lever("parcours_rendezvousevent", RENDEZ_VOUS_AVANT),
        migrations.CreateModel(
            name="Demarche",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("date", models.DateField(verbose_name="date")),
                ("intitule", models.CharField(max_length=200, verbose_name="démarche")),
                ("organisme", models.CharField(blank=True, max_length=120, verbose_name="organisme")),
                (
                    "domaine",
                    models.CharField(
                        blank=True,
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
                        verbose_name="domaine",
                    ),
                ),
                (
                    "fait",
                    models.CharField(
                        choices=[
                            ("par", "Par la personne"),
                            ("avec", "Avec la personne"),
                            ("pour", "Pour la personne"),
                        ],
                        max_length=4,
                        verbose_name="faite",
                    ),
                ),
                ("personne_presente", models.BooleanField(verbose_name="la personne était présente")),
                (
                    "resultat",
                    models.CharField(
                        choices=[
                            ("faite", "Faite"),
                            ("en_attente", "En attente de réponse"),
                            ("refusee", "Refusée"),
                            ("a_refaire", "À refaire"),
                        ],
                        max_length=10,
                        verbose_name="résultat",
                    ),
                ),
                ("relance", models.DateField(blank=True, null=True, verbose_name="à relancer le")),
                (
                    "duree_minutes",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="durée (minutes)"),
                ),
                (
                    "trajet_minutes",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="trajet (minutes)"),
                ),
                ("commentaire", models.TextField(blank=True, verbose_name="ce qu’il faut retenir")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                "verbose_name": "démarche",
                "verbose_name_plural": "démarches",
                "ordering": ["-date", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DemarcheEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("date", models.DateField(verbose_name="date")),
                ("intitule", models.CharField(max_length=200, verbose_name="démarche")),
                ("organisme", models.CharField(blank=True, max_length=120, verbose_name="organisme")),
                (
                    "domaine",
                    models.CharField(
                        blank=True,
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
                        verbose_name="domaine",
                    ),
                ),
                (
                    "fait",
                    models.CharField(
                        choices=[
                            ("par", "Par la personne"),
                            ("avec", "Avec la personne"),
                            ("pour", "Pour la personne"),
                        ],
                        max_length=4,
                        verbose_name="faite",
                    ),
                ),
                ("personne_presente", models.BooleanField(verbose_name="la personne était présente")),
                (
                    "resultat",
                    models.CharField(
                        choices=[
                            ("faite", "Faite"),
                            ("en_attente", "En attente de réponse"),
                            ("refusee", "Refusée"),
                            ("a_refaire", "À refaire"),
                        ],
                        max_length=10,
                        verbose_name="résultat",
                    ),
                ),
                ("relance", models.DateField(blank=True, null=True, verbose_name="à relancer le")),
                (
                    "duree_minutes",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="durée (minutes)"),
                ),
                (
                    "trajet_minutes",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="trajet (minutes)"),
                ),
                ("commentaire", models.TextField(blank=True, verbose_name="ce qu’il faut retenir")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Participant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nom", models.CharField(blank=True, max_length=120, verbose_name="nom")),
                (
                    "qualite",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("encadrant", "Encadrant·e technique"),
                            ("collegue", "Collègue"),
                            ("educateur", "Éducateur, éducatrice"),
                            ("social", "Travailleur social, travailleuse sociale"),
                            ("prescripteur", "Conseiller·ère qui oriente"),
                            ("conjoint", "Conjoint, conjointe"),
                            ("proche", "Famille, proche"),
                            ("tuteur", "Tuteur, tutrice, curateur, curatrice"),
                            ("employeur", "Employeur"),
                            ("formateur", "Formateur, formatrice"),
                            ("interprete", "Interprète"),
                            ("benevole", "Bénévole"),
                            ("autre", "Autre"),
                        ],
                        max_length=14,
                        verbose_name="qualité",
                    ),
                ),
            ],
            options={
                "verbose_name": "participant",
                "verbose_name_plural": "participants",
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ParticipantEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("nom", models.CharField(blank=True, max_length=120, verbose_name="nom")),
                (
                    "qualite",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("encadrant", "Encadrant·e technique"),
                            ("collegue", "Collègue"),
                            ("educateur", "Éducateur, éducatrice"),
                            ("social", "Travailleur social, travailleuse sociale"),
                            ("prescripteur", "Conseiller·ère qui oriente"),
                            ("conjoint", "Conjoint, conjointe"),
                            ("proche", "Famille, proche"),
                            ("tuteur", "Tuteur, tutrice, curateur, curatrice"),
                            ("employeur", "Employeur"),
                            ("formateur", "Formateur, formatrice"),
                            ("interprete", "Interprète"),
                            ("benevole", "Bénévole"),
                            ("autre", "Autre"),
                        ],
                        max_length=14,
                        verbose_name="qualité",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Passage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("date", models.DateField(verbose_name="date")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "passage",
                "verbose_name_plural": "passages",
                "ordering": ["-created_at"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PassageEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("date", models.DateField(verbose_name="date")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="entretien",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="entretien",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="entretien",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="rendezvous",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="rendezvous",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="rendezvous",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="entretien",
            name="accompagnements",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("acces_droits", "Accès aux droits"),
                        ("redynamisation", "Redynamisation"),
                        ("levee_freins", "Levée des freins"),
                        ("rythme", "Rythme de travail"),
                        ("droits_devoirs", "Droits et devoirs"),
                        ("codes_entreprise", "Codes de l’entreprise"),
                        ("projet_pro", "Projet professionnel"),
                        ("poste", "Gestes et poste de travail"),
                    ],
                    max_length=20,
                ),
                blank=True,
                default=list,
                size=None,
                verbose_name="accompagnement",
            ),
        ),
        migrations.AddField(
            model_name="entretien",
            name="imprevu",
            field=models.BooleanField(default=False, verbose_name="imprévu"),
        ),
        migrations.AddField(
            model_name="entretien",
            name="lieu",
            field=models.CharField(blank=True, max_length=120, verbose_name="lieu"),
        ),
        migrations.AddField(
            model_name="entretien",
            name="trajet_minutes",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="trajet (minutes)"),
        ),
        migrations.AddField(
            model_name="entretienevent",
            name="accompagnements",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("acces_droits", "Accès aux droits"),
                        ("redynamisation", "Redynamisation"),
                        ("levee_freins", "Levée des freins"),
                        ("rythme", "Rythme de travail"),
                        ("droits_devoirs", "Droits et devoirs"),
                        ("codes_entreprise", "Codes de l’entreprise"),
                        ("projet_pro", "Projet professionnel"),
                        ("poste", "Gestes et poste de travail"),
                    ],
                    max_length=20,
                ),
                blank=True,
                default=list,
                size=None,
                verbose_name="accompagnement",
            ),
        ),
        migrations.AddField(
            model_name="entretienevent",
            name="imprevu",
            field=models.BooleanField(default=False, verbose_name="imprévu"),
        ),
        migrations.AddField(
            model_name="entretienevent",
            name="lieu",
            field=models.CharField(blank=True, max_length=120, verbose_name="lieu"),
        ),
        migrations.AddField(
            model_name="entretienevent",
            name="trajet_minutes",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="trajet (minutes)"),
        ),
        migrations.AddField(
            model_name="rendezvous",
            name="accompagnant",
            field=models.CharField(
                blank=True, default="", max_length=120, verbose_name="accompagnée par une autre personne"
            ),
        ),
        migrations.AddField(
            model_name="rendezvous",
            name="accompagne",
            field=models.BooleanField(default=False, verbose_name="la personne est accompagnée"),
        ),
        migrations.AddField(
            model_name="rendezvous",
            name="aupres",
            field=models.CharField(blank=True, default="", max_length=120, verbose_name="nom, service"),
        ),
        migrations.AddField(
            model_name="rendezvous",
            name="avec",
            field=models.CharField(
                blank=True,
                choices=[
                    ("employeur", "Employeur"),
                    ("medecin", "Médecin, soins"),
                    ("caf", "CAF, Assurance maladie"),
                    ("france_travail", "France Travail, mission locale"),
                    ("social", "Service social, Département"),
                    ("administration", "Préfecture, mairie, impôts"),
                    ("logement", "Bailleur, logement"),
                    ("justice", "Justice, avocat"),
                    ("formation", "Organisme de formation"),
                    ("partenaire", "Autre partenaire"),
                    ("autre", "Autre"),
                ],
                default="",
                max_length=16,
                verbose_name="avec",
            ),
        ),
        migrations.AddField(
            model_name="rendezvous",
            name="trajet_minutes",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="trajet (minutes)"),
        ),
        migrations.AddField(
            model_name="rendezvousevent",
            name="accompagnant",
            field=models.CharField(
                blank=True, default="", max_length=120, verbose_name="accompagnée par une autre personne"
            ),
        ),
        migrations.AddField(
            model_name="rendezvousevent",
            name="accompagne",
            field=models.BooleanField(default=False, verbose_name="la personne est accompagnée"),
        ),
        migrations.AddField(
            model_name="rendezvousevent",
            name="aupres",
            field=models.CharField(blank=True, default="", max_length=120, verbose_name="nom, service"),
        ),
        migrations.AddField(
            model_name="rendezvousevent",
            name="avec",
            field=models.CharField(
                blank=True,
                choices=[
                    ("employeur", "Employeur"),
                    ("medecin", "Médecin, soins"),
                    ("caf", "CAF, Assurance maladie"),
                    ("france_travail", "France Travail, mission locale"),
                    ("social", "Service social, Département"),
                    ("administration", "Préfecture, mairie, impôts"),
                    ("logement", "Bailleur, logement"),
                    ("justice", "Justice, avocat"),
                    ("formation", "Organisme de formation"),
                    ("partenaire", "Autre partenaire"),
                    ("autre", "Autre"),
                ],
                default="",
                max_length=16,
                verbose_name="avec",
            ),
        ),
        migrations.AddField(
            model_name="rendezvousevent",
            name="trajet_minutes",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="trajet (minutes)"),
        ),
        migrations.AlterField(
            model_name="entretien",
            name="genre",
            field=models.CharField(
                choices=[
                    ("accueil", "Accueil"),
                    ("recrutement", "Recrutement"),
                    ("individuel", "Suivi individuel"),
                    ("tripartite", "Point tripartite"),
                    ("renouvellement", "Renouvellement"),
                    ("recadrage", "Recadrage"),
                    ("bilan", "Bilan"),
                    ("sortie", "Sortie"),
                    ("post_sortie", "Après la sortie"),
                    ("contact", "Contact rapide"),
                ],
                default="individuel",
                max_length=14,
                verbose_name="genre",
            ),
        ),
        migrations.AlterField(
            model_name="entretienevent",
            name="genre",
            field=models.CharField(
                choices=[
                    ("accueil", "Accueil"),
                    ("recrutement", "Recrutement"),
                    ("individuel", "Suivi individuel"),
                    ("tripartite", "Point tripartite"),
                    ("renouvellement", "Renouvellement"),
                    ("recadrage", "Recadrage"),
                    ("bilan", "Bilan"),
                    ("sortie", "Sortie"),
                    ("post_sortie", "Après la sortie"),
                    ("contact", "Contact rapide"),
                ],
                default="individuel",
                max_length=14,
                verbose_name="genre",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entretien",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "parcours_entretienevent" ("accompagnements", "auteur_id", "compte_rendu", "convenu", "created_at", "date", "duree_minutes", "genre", "id", "imprevu", "lieu", "mode", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "themes", "trajet_minutes", "version") VALUES (NEW."accompagnements", NEW."auteur_id", NEW."compte_rendu", NEW."convenu", NEW."created_at", NEW."date", NEW."duree_minutes", NEW."genre", NEW."id", NEW."imprevu", NEW."lieu", NEW."mode", NEW."parcours_id", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id", NEW."themes", NEW."trajet_minutes", NEW."version"); RETURN NULL;',
                    hash="848c0adfa12863b864a9cc6a597b61fb50bce3d9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_85297",
                    table="parcours_entretien",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entretien",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "parcours_entretienevent" ("accompagnements", "auteur_id", "compte_rendu", "convenu", "created_at", "date", "duree_minutes", "genre", "id", "imprevu", "lieu", "mode", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "themes", "trajet_minutes", "version") VALUES (NEW."accompagnements", NEW."auteur_id", NEW."compte_rendu", NEW."convenu", NEW."created_at", NEW."date", NEW."duree_minutes", NEW."genre", NEW."id", NEW."imprevu", NEW."lieu", NEW."mode", NEW."parcours_id", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id", NEW."themes", NEW."trajet_minutes", NEW."version"); RETURN NULL;',
                    hash="3fee9db45dc5f3e8650df91426ff6046dfe0474e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cdcb9",
                    table="parcours_entretien",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entretien",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "parcours_entretienevent" ("accompagnements", "auteur_id", "compte_rendu", "convenu", "created_at", "date", "duree_minutes", "genre", "id", "imprevu", "lieu", "mode", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id", "themes", "trajet_minutes", "version") VALUES (OLD."accompagnements", OLD."auteur_id", OLD."compte_rendu", OLD."convenu", OLD."created_at", OLD."date", OLD."duree_minutes", OLD."genre", OLD."id", OLD."imprevu", OLD."lieu", OLD."mode", OLD."parcours_id", OLD."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id", OLD."themes", OLD."trajet_minutes", OLD."version"); RETURN NULL;',
                    hash="73f5bed8896a00a5d36f62a596280dbd0e5794a4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8838a",
                    table="parcours_entretien",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="rendezvous",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "parcours_rendezvousevent" ("accompagnant", "accompagne", "aupres", "avec", "commentaire", "debut", "duree_minutes", "entretien_id", "id", "lieu", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "statut", "structure_id", "trajet_minutes", "utilisateur_id", "version") VALUES (NEW."accompagnant", NEW."accompagne", NEW."aupres", NEW."avec", NEW."commentaire", NEW."debut", NEW."duree_minutes", NEW."entretien_id", NEW."id", NEW."lieu", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."statut", NEW."structure_id", NEW."trajet_minutes", NEW."utilisateur_id", NEW."version"); RETURN NULL;',
                    hash="00453cf763af9716823ee67758a0f604e1457e74",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e71bf",
                    table="parcours_rendezvous",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="rendezvous",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "parcours_rendezvousevent" ("accompagnant", "accompagne", "aupres", "avec", "commentaire", "debut", "duree_minutes", "entretien_id", "id", "lieu", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "statut", "structure_id", "trajet_minutes", "utilisateur_id", "version") VALUES (NEW."accompagnant", NEW."accompagne", NEW."aupres", NEW."avec", NEW."commentaire", NEW."debut", NEW."duree_minutes", NEW."entretien_id", NEW."id", NEW."lieu", NEW."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."statut", NEW."structure_id", NEW."trajet_minutes", NEW."utilisateur_id", NEW."version"); RETURN NULL;',
                    hash="02a6810ef0ef3d83e1915260c038b04a9884184a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a858d",
                    table="parcours_rendezvous",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="rendezvous",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "parcours_rendezvousevent" ("accompagnant", "accompagne", "aupres", "avec", "commentaire", "debut", "duree_minutes", "entretien_id", "id", "lieu", "parcours_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "statut", "structure_id", "trajet_minutes", "utilisateur_id", "version") VALUES (OLD."accompagnant", OLD."accompagne", OLD."aupres", OLD."avec", OLD."commentaire", OLD."debut", OLD."duree_minutes", OLD."entretien_id", OLD."id", OLD."lieu", OLD."parcours_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."statut", OLD."structure_id", OLD."trajet_minutes", OLD."utilisateur_id", OLD."version"); RETURN NULL;',
                    hash="c79adccfbe88c19afefda5a9b27602bba10477f9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f1188",
                    table="parcours_rendezvous",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="entretien",
            constraint=models.CheckConstraint(
                condition=models.Q(("trajet_minutes__isnull", True), ("trajet_minutes__lte", 600), _connector="OR"),
                name="entretien_trajet",
                violation_error_message="Le trajet ne dépasse pas 600 minutes.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rendezvous",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("accompagne", False), ("aupres", ""), ("avec", "")),
                    models.Q(("avec", ""), _negated=True),
                    _connector="OR",
                ),
                name="rendez_vous_exterieur",
                violation_error_message="Dites avec qui est ce rendez-vous à l’extérieur.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rendezvous",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("accompagne", True),
                    models.Q(("accompagnant", ""), ("trajet_minutes__isnull", True)),
                    _connector="OR",
                ),
                name="rendez_vous_accompagne",
                violation_error_message="Le nom de qui accompagne et le trajet vont avec un accompagnement.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rendezvous",
            constraint=models.CheckConstraint(
                condition=models.Q(("trajet_minutes__isnull", True), ("trajet_minutes__lte", 600), _connector="OR"),
                name="rendez_vous_trajet",
                violation_error_message="Le trajet ne dépasse pas 600 minutes.",
            ),
        ),
        migrations.AddField(
            model_name="demarche",
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
            model_name="demarche",
            name="parcours",
            field=insertion.isolation.models.CleIsolee(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="demarches",
                to="parcours.parcours",
            ),
        ),
        migrations.AddField(
            model_name="demarche",
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
            model_name="demarcheevent",
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
            model_name="demarcheevent",
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
            model_name="demarcheevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="parcours.demarche",
            ),
        ),
        migrations.AddField(
            model_name="demarcheevent",
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
            model_name="participant",
            name="entretien",
            field=insertion.isolation.models.CleIsolee(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="participants",
                to="parcours.entretien",
            ),
        ),
        migrations.AddField(
            model_name="participant",
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
            model_name="participant",
            name="utilisateur",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="participantevent",
            name="entretien",
            field=insertion.isolation.models.CleIsolee(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="parcours.entretien",
            ),
        ),
        migrations.AddField(
            model_name="participantevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="parcours.participant",
            ),
        ),
        migrations.AddField(
            model_name="participantevent",
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
            model_name="participantevent",
            name="utilisateur",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="passage",
            name="beneficiaire",
            field=insertion.isolation.models.CleIsolee(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="passages",
                to="beneficiaires.beneficiaire",
            ),
        ),
        migrations.AddField(
            model_name="passage",
            name="note_par",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="passage",
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
            model_name="passageevent",
            name="beneficiaire",
            field=insertion.isolation.models.CleIsolee(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="beneficiaires.beneficiaire",
            ),
        ),
        migrations.AddField(
            model_name="passageevent",
            name="note_par",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="passageevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="parcours.passage",
            ),
        ),
        migrations.AddField(
            model_name="passageevent",
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
        migrations.AddIndex(
            model_name="demarche",
            index=models.Index(fields=["structure", "parcours", "-date"], name="demarche_par_parcours"),
        ),
        migrations.AddConstraint(
            model_name="demarche",
            constraint=models.UniqueConstraint(fields=("structure", "id"), name="parcours_demarche_structure_id"),
        ),
        migrations.AddConstraint(
            model_name="demarche",
            constraint=models.CheckConstraint(
                condition=models.Q(("fait", "pour"), ("personne_presente", True), _connector="OR"),
                name="demarche_presence",
                violation_error_message="Faite par la personne ou avec elle : elle était présente.",
            ),
        ),
        migrations.AddConstraint(
            model_name="demarche",
            constraint=models.CheckConstraint(
                condition=models.Q(("relance__isnull", True), ("relance__gte", models.F("date")), _connector="OR"),
                name="demarche_relance_apres",
                violation_error_message="La relance ne peut pas précéder la démarche.",
            ),
        ),
        migrations.AddConstraint(
            model_name="demarche",
            constraint=models.CheckConstraint(
                condition=models.Q(("trajet_minutes__isnull", True), ("trajet_minutes__lte", 600), _connector="OR"),
                name="demarche_trajet",
                violation_error_message="Le trajet ne dépasse pas 600 minutes.",
            ),
        ),
        migrations.AddConstraint(
            model_name="demarche",
            constraint=models.CheckConstraint(
                condition=models.Q(("duree_minutes__isnull", True), ("duree_minutes__lte", 600), _connector="OR"),
                name="demarche_duree",
                violation_error_message="La durée ne dépasse pas 600 minutes.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="demarche",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "parcours_demarcheevent" ("auteur_id", "commentaire", "created_at", "date", "domaine", "duree_minutes", "fait", "id", "intitule", "organisme", "parcours_id", "personne_presente", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "relance", "resultat", "structure_id", "trajet_minutes", "version") VALUES (NEW."auteur_id", NEW."commentaire", NEW."created_at", NEW."date", NEW."domaine", NEW."duree_minutes", NEW."fait", NEW."id", NEW."intitule", NEW."organisme", NEW."parcours_id", NEW."personne_presente", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."relance", NEW."resultat", NEW."structure_id", NEW."trajet_minutes", NEW."version"); RETURN NULL;',
                    hash="686f18a86b7c9fa7f10d20afa510acf3360225b8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_74be4",
                    table="parcours_demarche",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="demarche",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "parcours_demarcheevent" ("auteur_id", "commentaire", "created_at", "date", "domaine", "duree_minutes", "fait", "id", "intitule", "organisme", "parcours_id", "personne_presente", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "relance", "resultat", "structure_id", "trajet_minutes", "version") VALUES (NEW."auteur_id", NEW."commentaire", NEW."created_at", NEW."date", NEW."domaine", NEW."duree_minutes", NEW."fait", NEW."id", NEW."intitule", NEW."organisme", NEW."parcours_id", NEW."personne_presente", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."relance", NEW."resultat", NEW."structure_id", NEW."trajet_minutes", NEW."version"); RETURN NULL;',
                    hash="e831263b14171faa1e49c9e95b11210a93b63390",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d9073",
                    table="parcours_demarche",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="demarche",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "parcours_demarcheevent" ("auteur_id", "commentaire", "created_at", "date", "domaine", "duree_minutes", "fait", "id", "intitule", "organisme", "parcours_id", "personne_presente", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "relance", "resultat", "structure_id", "trajet_minutes", "version") VALUES (OLD."auteur_id", OLD."commentaire", OLD."created_at", OLD."date", OLD."domaine", OLD."duree_minutes", OLD."fait", OLD."id", OLD."intitule", OLD."organisme", OLD."parcours_id", OLD."personne_presente", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."relance", OLD."resultat", OLD."structure_id", OLD."trajet_minutes", OLD."version"); RETURN NULL;',
                    hash="d49025b3fe4d5725843c7ed4619f03d8df355fac",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_38f6d",
                    table="parcours_demarche",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="participant",
            index=models.Index(fields=["structure", "entretien"], name="participant_par_entretien"),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.UniqueConstraint(fields=("structure", "id"), name="parcours_participant_structure_id"),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("nom", ""), ("utilisateur__isnull", False)),
                    models.Q(("utilisateur__isnull", True), models.Q(("nom", ""), _negated=True)),
                    _connector="OR",
                ),
                name="participant_collegue_ou_nom",
                violation_error_message="Nommez cette personne.",
            ),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.UniqueConstraint(
                fields=("structure", "entretien", "utilisateur"),
                name="participant_collegue_une_fois",
                violation_error_message="Ce collègue est déjà parmi les personnes présentes.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="participant",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "parcours_participantevent" ("entretien_id", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "qualite", "structure_id", "utilisateur_id") VALUES (NEW."entretien_id", NEW."id", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."qualite", NEW."structure_id", NEW."utilisateur_id"); RETURN NULL;',
                    hash="ac9a3d391b474763e9d1a7845d14c1beffbe0d43",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ceb2f",
                    table="parcours_participant",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="participant",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "parcours_participantevent" ("entretien_id", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "qualite", "structure_id", "utilisateur_id") VALUES (NEW."entretien_id", NEW."id", NEW."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."qualite", NEW."structure_id", NEW."utilisateur_id"); RETURN NULL;',
                    hash="6bbe3b6074bfca732a4af64ad1b343e76ebe0be2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_841fc",
                    table="parcours_participant",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="participant",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "parcours_participantevent" ("entretien_id", "id", "nom", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "qualite", "structure_id", "utilisateur_id") VALUES (OLD."entretien_id", OLD."id", OLD."nom", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."qualite", OLD."structure_id", OLD."utilisateur_id"); RETURN NULL;',
                    hash="766491423deaaea6685df5bca8a407f7d872a8bc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_13495",
                    table="parcours_participant",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="passage",
            index=models.Index(fields=["structure", "date"], name="passage_par_jour"),
        ),
        migrations.AddConstraint(
            model_name="passage",
            constraint=models.UniqueConstraint(fields=("structure", "id"), name="parcours_passage_structure_id"),
        ),
        migrations.AddConstraint(
            model_name="passage",
            constraint=models.UniqueConstraint(
                fields=("structure", "beneficiaire", "date"),
                name="passage_une_fois_par_jour",
                violation_error_message="Cette personne est déjà notée aujourd’hui.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="passage",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "parcours_passageevent" ("beneficiaire_id", "created_at", "date", "id", "note_par_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."beneficiaire_id", NEW."created_at", NEW."date", NEW."id", NEW."note_par_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."structure_id"); RETURN NULL;',
                    hash="68e44cc6315f126e2651b99b06f9b0b4c4526a48",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_65f33",
                    table="parcours_passage",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="passage",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "parcours_passageevent" ("beneficiaire_id", "created_at", "date", "id", "note_par_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (NEW."beneficiaire_id", NEW."created_at", NEW."date", NEW."id", NEW."note_par_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."structure_id"); RETURN NULL;',
                    hash="c890319dfdaba14f38c1abfc1c095718078ef82f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_67ea4",
                    table="parcours_passage",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="passage",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "parcours_passageevent" ("beneficiaire_id", "created_at", "date", "id", "note_par_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "structure_id") VALUES (OLD."beneficiaire_id", OLD."created_at", OLD."date", OLD."id", OLD."note_par_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."structure_id"); RETURN NULL;',
                    hash="29d7e2491955acaaa162fb87d4cd8414e31967f4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_aed67",
                    table="parcours_passage",
                    when="AFTER",
                ),
            ),
        ),
        Isoler("Participant", PARTICIPANTS),
        Isoler("ParticipantEvent", PARTICIPANTS, ajout_seul=True),
        Isoler("Demarche", DEMARCHES),
        Isoler("DemarcheEvent", DEMARCHES, ajout_seul=True),
        Isoler("Passage", PASSAGES),
        Isoler("PassageEvent", PASSAGES, ajout_seul=True),
        poser("parcours_entretien", ENTRETIENS),
        poser("parcours_entretienevent", ENTRETIENS_AVANT),
        poser("parcours_rendezvous", RENDEZ_VOUS),
        poser("parcours_rendezvousevent", RENDEZ_VOUS),
        ChangerGenreFil(None, entretien(f"{DETAILS}, {PLUS}")),
        ChangerGenreFil(None, rendez_vous("absence", "x.statut IN ('excuse', 'absent') AND x.avec = ''")),
        ChangerGenreFil(None, rendez_vous("rendez_vous", "x.statut = 'annule' AND x.avec = ''")),
        rendez_vous(
            "rdv_dehors",
            "x.statut <> 'prevu' AND x.avec <> ''",
            "'statut', x.statut, 'lieu', x.lieu, 'avec', x.avec, 'aupres', x.aupres, 'accompagne', x.accompagne,"
            " 'accompagnant', x.accompagnant",
        ),
        GenreFil(
            "demarche",
            "parcours_demarche",
            DE_SON_AUTEUR,
            quand="x.date",
            auteur=NOM_AUTEUR,
            texte="x.commentaire",
            details="jsonb_build_object('intitule', x.intitule, 'organisme', x.organisme, 'fait', x.fait,"
            " 'presente', x.personne_presente, 'resultat', x.resultat)",
        ),
    ]
