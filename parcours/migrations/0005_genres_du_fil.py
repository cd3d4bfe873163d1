"""The thread by kinds: what was one long view becomes one small view for each kind of event, and their union."""

from django.db import migrations

from parcours.operations import AUTEUR, NOM_AUTEUR, SUR_PARCOURS, GenreFil

DE_SON_AUTEUR = f"{SUR_PARCOURS} {AUTEUR}"
DE_SON_UTILISATEUR = f"{SUR_PARCOURS} LEFT JOIN insertion_utilisateur u ON u.id = x.utilisateur_id"
SUITE = """(SELECT coalesce(jsonb_agg(jsonb_build_object('intitule', a.intitule, 'echeance', a.echeance) ORDER BY a.id), '[]')
    FROM parcours_action a WHERE a.structure_id = x.structure_id AND a.entretien_id = x.id)"""
RENDEZ_VOUS = {
    "quand": "x.debut",
    "auteur": NOM_AUTEUR,
    "texte": "x.commentaire",
    "details": "jsonb_build_object('statut', x.statut, 'lieu', x.lieu)",
}


class Migration(migrations.Migration):
    dependencies = [("parcours", "0004_fil")]

    operations = [
        migrations.RunSQL("DROP VIEW parcours_fil", migrations.RunSQL.noop),
        GenreFil(
            "entretien",
            "parcours_entretien",
            DE_SON_AUTEUR,
            quand="x.date",
            auteur=NOM_AUTEUR,
            texte="x.compte_rendu",
            details=f"""jsonb_build_object('mode', x.mode, 'genre', x.genre, 'duree', x.duree_minutes, 'themes', x.themes,
                'paroles', x.paroles, 'convenu', x.convenu, 'actions', {SUITE})""",
        ),
        GenreFil(
            "absence", "parcours_rendezvous", DE_SON_UTILISATEUR, ou="x.statut IN ('excuse', 'absent')", **RENDEZ_VOUS
        ),
        GenreFil("rendez_vous", "parcours_rendezvous", DE_SON_UTILISATEUR, ou="x.statut = 'annule'", **RENDEZ_VOUS),
        GenreFil(
            "action",
            "parcours_action",
            SUR_PARCOURS,
            quand="x.date_fin",
            texte="x.intitule",
            details="jsonb_build_object('etat', x.etat)",
            ou="x.date_fin IS NOT NULL",
        ),
        GenreFil("note", "parcours_noteconfidentielle", DE_SON_AUTEUR, quand="x.date", auteur=NOM_AUTEUR, texte="''"),
        GenreFil(
            "observation",
            "parcours_observation",
            DE_SON_AUTEUR,
            quand="x.date",
            auteur=NOM_AUTEUR,
            texte="x.texte",
            details="jsonb_build_object('origine', x.origine)",
        ),
        GenreFil(
            "diagnostic",
            "parcours_diagnostic",
            DE_SON_AUTEUR,
            quand="x.date",
            auteur=NOM_AUTEUR,
            texte="x.paroles",
            details="jsonb_build_object('moment', x.moment, 'a_confirmer', x.a_confirmer)",
        ),
        GenreFil(
            "document",
            "beneficiaires_document",
            "LEFT JOIN insertion_utilisateur u ON u.id = x.depose_par_id",
            personne="x.beneficiaire_id",
            quand="x.created_at",
            auteur=NOM_AUTEUR,
            texte="x.nom",
        ),
        GenreFil(
            "candidature",
            "parcours_candidature",
            personne="x.beneficiaire_id",
            quand="x.date",
            auteur="x.prescripteur",
            texte="x.metier",
            details="jsonb_build_object('statut', x.statut, 'motif', x.motif_refus)",
            ou="x.date IS NOT NULL",
        ),
        GenreFil(
            "entree",
            "parcours_parcours",
            "JOIN parcours_dispositif d ON d.id = x.dispositif_id",
            personne="x.beneficiaire_id",
            quand="x.date_entree",
            texte="d.nom",
        ),
        GenreFil(
            "sortie",
            "parcours_parcours",
            "JOIN parcours_dispositif d ON d.id = x.dispositif_id",
            personne="x.beneficiaire_id",
            quand="x.date_sortie",
            texte="d.nom",
            ou="x.date_sortie IS NOT NULL",
        ),
    ]
