"""The thread of a person, as one view over every kind of fact."""

from django.db import migrations, models

NOM = "coalesce(u.prenom || ' ' || u.nom, '')"
FIL = f"""
CREATE VIEW parcours_fil WITH (security_invoker = true) AS
SELECT 'entretien-' || e.id AS cle, e.structure_id, p.beneficiaire_id, 'entretien' AS genre, e.id AS objet_id,
       e.date AS quand, {NOM} AS auteur, e.compte_rendu AS texte,
       jsonb_build_object('mode', e.mode, 'genre', e.genre, 'duree', e.duree_minutes, 'themes', e.themes,
         'paroles', e.paroles, 'convenu', e.convenu, 'actions',
         (SELECT coalesce(jsonb_agg(jsonb_build_object('intitule', a.intitule, 'echeance', a.echeance) ORDER BY a.id), '[]')
            FROM parcours_action a WHERE a.structure_id = e.structure_id AND a.entretien_id = e.id)) AS details
  FROM parcours_entretien e JOIN parcours_parcours p ON p.id = e.parcours_id
  LEFT JOIN insertion_utilisateur u ON u.id = e.auteur_id
UNION ALL
SELECT CASE r.statut WHEN 'annule' THEN 'rendez_vous-' ELSE 'absence-' END || r.id, r.structure_id, p.beneficiaire_id,
       CASE r.statut WHEN 'annule' THEN 'rendez_vous' ELSE 'absence' END, r.id, r.debut, {NOM}, r.commentaire,
       jsonb_build_object('statut', r.statut, 'lieu', r.lieu)
  FROM parcours_rendezvous r JOIN parcours_parcours p ON p.id = r.parcours_id
  LEFT JOIN insertion_utilisateur u ON u.id = r.utilisateur_id
 WHERE r.statut IN ('excuse', 'absent', 'annule')
UNION ALL
SELECT 'action-' || a.id, a.structure_id, p.beneficiaire_id, 'action', a.id, a.date_fin, '', a.intitule,
       jsonb_build_object('etat', a.etat)
  FROM parcours_action a JOIN parcours_parcours p ON p.id = a.parcours_id WHERE a.date_fin IS NOT NULL
UNION ALL
SELECT 'note-' || n.id, n.structure_id, p.beneficiaire_id, 'note', n.id, n.date, {NOM}, '', '{{}}'
  FROM parcours_noteconfidentielle n JOIN parcours_parcours p ON p.id = n.parcours_id
  LEFT JOIN insertion_utilisateur u ON u.id = n.auteur_id
UNION ALL
SELECT 'observation-' || o.id, o.structure_id, p.beneficiaire_id, 'observation', o.id, o.date, {NOM}, o.texte,
       jsonb_build_object('origine', o.origine)
  FROM parcours_observation o JOIN parcours_parcours p ON p.id = o.parcours_id
  LEFT JOIN insertion_utilisateur u ON u.id = o.auteur_id
UNION ALL
SELECT 'diagnostic-' || d.id, d.structure_id, p.beneficiaire_id, 'diagnostic', d.id, d.date, {NOM}, d.paroles,
       jsonb_build_object('moment', d.moment, 'a_confirmer', d.a_confirmer)
  FROM parcours_diagnostic d JOIN parcours_parcours p ON p.id = d.parcours_id
  LEFT JOIN insertion_utilisateur u ON u.id = d.auteur_id
UNION ALL
SELECT 'document-' || f.id, f.structure_id, f.beneficiaire_id, 'document', f.id, f.created_at, {NOM}, f.nom, '{{}}'
  FROM beneficiaires_document f LEFT JOIN insertion_utilisateur u ON u.id = f.depose_par_id
UNION ALL
SELECT 'candidature-' || c.id, c.structure_id, c.beneficiaire_id, 'candidature', c.id, c.date, c.prescripteur, c.metier,
       jsonb_build_object('statut', c.statut, 'motif', c.motif_refus)
  FROM parcours_candidature c WHERE c.date IS NOT NULL
UNION ALL
SELECT 'entree-' || p.id, p.structure_id, p.beneficiaire_id, 'entree', p.id, p.date_entree, '', d.nom, '{{}}'
  FROM parcours_parcours p JOIN parcours_dispositif d ON d.id = p.dispositif_id
UNION ALL
SELECT 'sortie-' || p.id, p.structure_id, p.beneficiaire_id, 'sortie', p.id, p.date_sortie, '', d.nom, '{{}}'
  FROM parcours_parcours p JOIN parcours_dispositif d ON d.id = p.dispositif_id WHERE p.date_sortie IS NOT NULL
"""


class Migration(migrations.Migration):
    dependencies = [("parcours", "0003_production_terminee"), ("beneficiaires", "0002_isolation")]

    operations = [
        migrations.RunSQL(FIL, "DROP VIEW parcours_fil"),
        migrations.CreateModel(
            name="LigneFil",
            fields=[
                ("cle", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("beneficiaire_id", models.BigIntegerField()),
                ("genre", models.CharField(max_length=12)),
                ("objet_id", models.BigIntegerField()),
                ("quand", models.DateTimeField()),
                ("auteur", models.TextField()),
                ("texte", models.TextField()),
                ("details", models.JSONField()),
            ],
            options={
                "verbose_name": "événement du fil",
                "verbose_name_plural": "événements du fil",
                "db_table": "parcours_fil",
                "managed": False,
            },
        ),
    ]
