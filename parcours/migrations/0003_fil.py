"""The thread of a person, and what counts as a collaboration: one view for each kind of event, and their union."""

from django.db import migrations

from entreprises.operations import GenreCollaboration
from parcours.operations import AUTEUR, NOM_AUTEUR, SUR_PARCOURS, GenreFil

DE_SON_AUTEUR = f"{SUR_PARCOURS} {AUTEUR}"
#: The word written about somebody in a meeting, that the policy of its own table hides from the other roles.
AVEC_SON_MOT = f"""{SUR_PARCOURS} LEFT JOIN parcours_motreunion m ON m.mention_id = x.id
    LEFT JOIN insertion_utilisateur u ON u.id = m.auteur_id"""
#: An immersion given up before its first day never took place.
TENUE = "x.interrompue_le IS NULL OR x.interrompue_le >= x.debut"
ENTREPRISE = "JOIN entreprises_entreprise e ON e.id = x.entreprise_id"
DE_LA_MISE_EN_RELATION = """JOIN parcours_miseenrelation m ON m.id = x.mise_en_relation_id
    JOIN parcours_parcours p ON p.id = m.parcours_id JOIN entreprises_entreprise e ON e.id = m.entreprise_id"""


class Migration(migrations.Migration):
    dependencies = [("parcours", "0002_isolation")]

    operations = [
        GenreFil(
            "action",
            "parcours_action",
            SUR_PARCOURS,
            quand="x.date_fin",
            texte="x.intitule",
            details="jsonb_build_object('etat', x.etat)",
            ou="x.date_fin IS NOT NULL",
        ),
        GenreFil(
            "note",
            "parcours_noteconfidentielle",
            DE_SON_AUTEUR,
            quand="x.date",
            texte="''",
            auteur=NOM_AUTEUR,
        ),
        GenreFil(
            "observation",
            "parcours_observation",
            DE_SON_AUTEUR,
            quand="x.date",
            texte="x.texte",
            auteur=NOM_AUTEUR,
            details="""jsonb_build_object('origine', x.origine, 'presence', x.presence, 'evenement', x.evenement,
            'competences', (SELECT coalesce(jsonb_agg(jsonb_build_object('intitule', c.intitule, 'niveau',
            m.niveau) ORDER BY m.id), '[]') FROM parcours_competencemontree m JOIN parcours_competence c ON
            c.id = m.competence_id WHERE m.structure_id = x.structure_id AND m.observation_id = x.id))""",
        ),
        GenreFil(
            "diagnostic",
            "parcours_diagnostic",
            DE_SON_AUTEUR,
            quand="x.date",
            texte="x.paroles",
            auteur=NOM_AUTEUR,
            details="jsonb_build_object('moment', x.moment, 'a_confirmer', x.a_confirmer)",
        ),
        GenreFil(
            "document",
            "beneficiaires_document",
            "LEFT JOIN insertion_utilisateur u ON u.id = x.depose_par_id",
            quand="x.created_at",
            texte="x.nom",
            personne="x.beneficiaire_id",
            auteur=NOM_AUTEUR,
        ),
        GenreFil(
            "candidature",
            "parcours_candidature",
            """JOIN insertion_structure s ON s.id = x.structure_id
            LEFT JOIN parcours_dispositif d ON d.structure_id = x.structure_id AND d.id = x.dispositif_id""",
            quand="x.date",
            texte="coalesce(nullif(x.metier, ''), d.nom, '')",
            personne="x.beneficiaire_id",
            auteur="x.prescripteur",
            details="jsonb_build_object('statut', x.statut, 'motif', x.motif_refus, 'type', s.type)",
            ou="x.date IS NOT NULL",
        ),
        GenreFil(
            "entree",
            "parcours_parcours",
            "JOIN parcours_dispositif d ON d.id = x.dispositif_id",
            quand="x.date_entree",
            texte="d.nom",
            personne="x.beneficiaire_id",
        ),
        GenreFil(
            "sortie",
            "parcours_parcours",
            """JOIN parcours_dispositif d ON d.id = x.dispositif_id LEFT JOIN parcours_sortie s ON
            s.structure_id = x.structure_id AND s.parcours_id = x.id LEFT JOIN insertion_utilisateur u ON
            u.id = s.auteur_id""",
            quand="x.date_sortie",
            texte="concat_ws(' · ', s.motif_libelle, nullif(s.poste, ''), nullif(s.destination, ''))",
            personne="x.beneficiaire_id",
            auteur=NOM_AUTEUR,
            details="""jsonb_build_object('dispositif', d.nom, 'categorie', s.categorie, 'paroles', CASE WHEN (SELECT
            tremplin.role()) IN ('charge_insertion', 'chef_service', 'direction', 'systeme') THEN s.paroles
            END)""",
            ou="x.date_sortie IS NOT NULL",
        ),
        GenreFil(
            "aide",
            "parcours_etapeaide",
            """JOIN parcours_aidefinanciere a ON a.id = x.aide_id JOIN parcours_parcours p ON p.id =
            a.parcours_id LEFT JOIN insertion_utilisateur u ON u.id = x.auteur_id""",
            quand="x.date",
            texte="a.objet",
            auteur=NOM_AUTEUR,
            details="""jsonb_build_object('etat', x.etat, 'dispositif', a.dispositif, 'demande',
            a.montant_demande::text, 'accorde', x.montant_accorde::text, 'refus', x.motif_refus)""",
        ),
        GenreFil(
            "orientation",
            "parcours_orientation",
            f"""{SUR_PARCOURS} LEFT JOIN insertion_utilisateur u ON u.id = x.auteur_id JOIN entreprises_partenaire e ON e.id =
            x.partenaire_id""",
            quand="x.date",
            texte="x.motif",
            auteur=NOM_AUTEUR,
            details="jsonb_build_object('partenaire', e.nom, 'accord', x.accord)",
        ),
        GenreFil(
            "retour",
            "parcours_orientation",
            f"""{SUR_PARCOURS} LEFT JOIN insertion_utilisateur u ON u.id = x.auteur_id JOIN entreprises_partenaire e ON e.id =
            x.partenaire_id""",
            quand="x.retour_le",
            texte="x.retour_texte",
            details="jsonb_build_object('partenaire', e.nom, 'retour', x.retour)",
            ou="x.retour <> ''",
        ),
        GenreFil(
            "competence",
            "parcours_competencemontree",
            f"""{SUR_PARCOURS} LEFT JOIN insertion_utilisateur u ON u.id = x.auteur_id JOIN parcours_competence c ON c.id =
            x.competence_id""",
            quand="x.date",
            texte="c.intitule",
            auteur=NOM_AUTEUR,
            details="jsonb_build_object('niveau', x.niveau)",
            ou="x.observation_id IS NULL",
        ),
        GenreFil(
            "fait",
            "parcours_personnedufait",
            f"""{SUR_PARCOURS} JOIN parcours_faitchantier f ON f.id = x.fait_id LEFT JOIN insertion_utilisateur u ON u.id =
            f.auteur_id""",
            quand="f.date",
            texte="f.texte",
            auteur=NOM_AUTEUR,
        ),
        GenreFil(
            "reunion",
            "parcours_personnementionnee",
            AVEC_SON_MOT,
            quand="x.date",
            texte="coalesce(m.texte, '')",
            auteur=NOM_AUTEUR,
            details="jsonb_build_object('reunion', x.reunion_id)",
        ),
        GenreFil(
            "entretien",
            "parcours_entretien",
            DE_SON_AUTEUR,
            quand="x.date",
            texte="x.compte_rendu",
            auteur=NOM_AUTEUR,
            details="""jsonb_build_object('mode', x.mode, 'genre', x.genre, 'duree', x.duree_minutes, 'themes',
            x.themes, 'paroles', x.paroles, 'convenu', x.convenu, 'actions', (SELECT
            coalesce(jsonb_agg(jsonb_build_object('intitule', a.intitule, 'echeance', a.echeance) ORDER BY
            a.id), '[]') FROM parcours_action a WHERE a.structure_id = x.structure_id AND a.entretien_id =
            x.id), 'lieu', x.lieu, 'imprevu', x.imprevu, 'accompagnements', x.accompagnements, 'presents',
            (SELECT jsonb_agg(jsonb_build_object('nom', coalesce(v.prenom || ' ' || v.nom, q.nom),
            'qualite', q.qualite) ORDER BY q.id) FROM parcours_participant q LEFT JOIN insertion_utilisateur
            v ON v.id = q.utilisateur_id WHERE q.structure_id = x.structure_id AND q.entretien_id = x.id))""",
        ),
        GenreFil(
            "absence",
            "parcours_rendezvous",
            f"{SUR_PARCOURS} LEFT JOIN insertion_utilisateur u ON u.id = x.utilisateur_id",
            quand="x.debut",
            texte="x.commentaire",
            auteur=NOM_AUTEUR,
            details="jsonb_build_object('statut', x.statut, 'lieu', x.lieu)",
            ou="x.statut IN ('excuse', 'absent') AND x.avec = ''",
        ),
        GenreFil(
            "rendez_vous",
            "parcours_rendezvous",
            f"{SUR_PARCOURS} LEFT JOIN insertion_utilisateur u ON u.id = x.utilisateur_id",
            quand="x.debut",
            texte="x.commentaire",
            auteur=NOM_AUTEUR,
            details="jsonb_build_object('statut', x.statut, 'lieu', x.lieu)",
            ou="x.statut = 'annule' AND x.avec = ''",
        ),
        GenreFil(
            "rdv_dehors",
            "parcours_rendezvous",
            f"{SUR_PARCOURS} LEFT JOIN insertion_utilisateur u ON u.id = x.utilisateur_id",
            quand="x.debut",
            texte="x.commentaire",
            auteur=NOM_AUTEUR,
            details="""jsonb_build_object('statut', x.statut, 'lieu', x.lieu, 'avec', x.avec, 'aupres', x.aupres,
            'accompagne', x.accompagne, 'accompagnant', x.accompagnant)""",
            ou="x.statut <> 'prevu' AND x.avec <> ''",
        ),
        GenreFil(
            "demarche",
            "parcours_demarche",
            DE_SON_AUTEUR,
            quand="x.date",
            texte="x.commentaire",
            auteur=NOM_AUTEUR,
            details="""jsonb_build_object('intitule', x.intitule, 'organisme', x.organisme, 'fait', x.fait, 'presente',
            x.personne_presente, 'resultat', x.resultat)""",
        ),
        GenreFil(
            "projet",
            "parcours_etapeprojet",
            """JOIN parcours_metiervise m ON m.structure_id = x.structure_id AND m.id = x.metier_id LEFT JOIN
            insertion_utilisateur u ON u.id = x.auteur_id""",
            quand="x.le",
            texte="x.constat",
            personne="m.beneficiaire_id",
            auteur=NOM_AUTEUR,
            details="jsonb_build_object('etape', x.etape, 'metier', m.intitule)",
        ),
        GenreFil(
            "objectif",
            "parcours_objectif",
            SUR_PARCOURS,
            quand="x.date_fin",
            texte="x.intitule",
            details="jsonb_build_object('etat', x.etat)",
            ou="x.date_fin IS NOT NULL",
        ),
        GenreFil(
            "axe",
            "parcours_axeevolution",
            SUR_PARCOURS,
            quand="x.date_fin",
            texte="x.intitule",
            ou="x.etat = 'acquis'",
        ),
        GenreFil(
            "confirmation",
            "parcours_confirmation",
            """JOIN parcours_evaluation e ON e.structure_id = x.structure_id AND e.id = x.evaluation_id JOIN
            parcours_diagnostic d ON d.structure_id = x.structure_id AND d.id = e.diagnostic_id JOIN
            parcours_parcours p ON p.id = d.parcours_id LEFT JOIN insertion_utilisateur u ON u.id =
            x.auteur_id""",
            quand="x.date",
            texte="''",
            auteur=NOM_AUTEUR,
            details="""jsonb_build_object('themes', (SELECT jsonb_agg(DISTINCT y.domaine) FROM parcours_confirmation y
            JOIN parcours_evaluation f ON f.structure_id = y.structure_id AND f.id = y.evaluation_id WHERE
            y.structure_id = x.structure_id AND f.diagnostic_id = e.diagnostic_id AND y.date = x.date))""",
            ou="""NOT EXISTS (SELECT 1 FROM parcours_confirmation y JOIN parcours_evaluation f ON f.structure_id =
            y.structure_id AND f.id = y.evaluation_id WHERE y.structure_id = x.structure_id AND
            f.diagnostic_id = e.diagnostic_id AND y.date = x.date AND y.id < x.id)""",
        ),
        GenreFil(
            "contrat",
            "parcours_contrat",
            SUR_PARCOURS,
            quand="x.date_debut",
            texte="x.poste",
            details="""jsonb_build_object('type', x.type, 'rang', x.rang, 'fin', coalesce(x.fin_anticipee_le,
            x.date_fin), 'heures', x.heures, 'unite', x.unite_heures)""",
        ),
        GenreFil(
            "suspension",
            "parcours_suspension",
            SUR_PARCOURS,
            quand="x.date_debut",
            texte="''",
            details="jsonb_build_object('motif', x.motif, 'fin', x.date_fin)",
        ),
        GenreFil(
            "prolongation",
            "parcours_prolongation",
            SUR_PARCOURS,
            quand="x.demandee_le",
            texte="''",
            details="jsonb_build_object('fin', x.date_fin)",
        ),
        GenreFil(
            "renouvellement",
            "parcours_renouvellement",
            """JOIN parcours_contrat c ON c.structure_id = x.structure_id AND c.id = x.contrat_id JOIN
            parcours_parcours p ON p.id = c.parcours_id LEFT JOIN insertion_utilisateur u ON u.id =
            x.auteur_id""",
            quand="coalesce(x.decision_le, x.date)",
            texte="x.paroles",
            auteur=NOM_AUTEUR,
            details="jsonb_build_object('avis', x.avis, 'decision', x.decision)",
        ),
        GenreFil(
            "suivi_sortie",
            "parcours_suivipostsortie",
            DE_SON_AUTEUR,
            quand="x.date",
            texte="concat_ws(E'\n\n', nullif(x.destination, ''), nullif(x.texte, ''))",
            auteur=NOM_AUTEUR,
            details="jsonb_build_object('situation', x.situation, 'echeance', x.echeance, 'paroles', x.paroles)",
        ),
        GenreFil(
            "logement",
            "parcours_etapelogement",
            quand="x.debut",
            texte="concat_ws(' · ', nullif(x.lieu, ''), nullif(x.remarque, ''))",
            personne="x.beneficiaire_id",
            details="jsonb_build_object('habitat', x.habitat, 'adapte', x.adapte)",
        ),
        GenreFil(
            "atelier",
            "parcours_participation",
            """JOIN parcours_seance s ON s.id = x.seance_id JOIN parcours_atelier a ON a.id = s.atelier_id LEFT
            JOIN parcours_motparticipation m ON m.participation_id = x.id LEFT JOIN insertion_utilisateur u
            ON u.id = x.pointe_par_id""",
            quand="s.debut",
            texte="""CASE x.presence WHEN 'present' THEN concat_ws(E'\n\n', nullif(s.note, ''), m.texte) ELSE
            coalesce(m.texte, '') END""",
            personne="x.beneficiaire_id",
            auteur=NOM_AUTEUR,
            details="""jsonb_build_object('titre', a.titre, 'presence', x.presence, 'seance', s.id, 'duree', CASE
            x.presence WHEN 'present' THEN extract(epoch FROM s.fin - s.debut)::int / 60 END)""",
            ou="x.presence <> ''",
        ),
        GenreFil(
            "formation",
            "parcours_formationsuivie",
            SUR_PARCOURS,
            quand="coalesce(x.reponse_le, x.proposee_le)",
            texte="""concat_ws(' · ', nullif(x.organisme, ''), CASE WHEN x.fin IS NOT NULL THEN 'du ' ||
            to_char(x.debut, 'DD/MM/YYYY') || ' au ' || to_char(x.fin, 'DD/MM/YYYY') WHEN x.debut IS NOT
            NULL THEN 'à partir du ' || to_char(x.debut, 'DD/MM/YYYY') END, x.heures || ' h')""",
            details="jsonb_build_object('titre', x.intitule, 'reponse', x.reponse, 'paroles', x.paroles)",
        ),
        GenreFil(
            "certificat",
            "parcours_formationsuivie",
            SUR_PARCOURS,
            quand="x.resultat_le",
            texte="x.certification",
            details="jsonb_build_object('resultat', x.resultat)",
            ou="x.resultat_le IS NOT NULL",
        ),
        GenreFil(
            "admission",
            "parcours_entretienadmission",
            """JOIN parcours_candidature c ON c.id = x.candidature_id LEFT JOIN insertion_utilisateur u ON u.id
            = x.auteur_id""",
            quand="x.date",
            texte="x.notes",
            personne="c.beneficiaire_id",
            auteur=NOM_AUTEUR,
            details="jsonb_build_object('avec', x.presents, 'candidature', x.candidature_id)",
        ),
        GenreFil(
            "desaccord",
            "beneficiaires_desaccord",
            "LEFT JOIN insertion_utilisateur u ON u.id = x.auteur_id",
            personne="x.beneficiaire_id",
            quand="x.le",
            texte="x.texte",
            auteur=NOM_AUTEUR,
            details="jsonb_build_object('sur', x.appreciation)",
        ),
        GenreCollaboration("immersion", "parcours_immersion", le="x.debut", ou=TENUE),
        GenreCollaboration(
            "embauche",
            "parcours_embauche",
            "JOIN parcours_miseenrelation m ON m.id = x.mise_en_relation_id",
            le="x.debut",
            entreprise="m.entreprise_id",
        ),
        GenreFil(
            "placement",
            "parcours_miseenrelation",
            f"{SUR_PARCOURS} {AUTEUR} {ENTREPRISE}",
            quand="x.proposee_le",
            texte="x.poste",
            auteur=NOM_AUTEUR,
            details="jsonb_build_object('entreprise', e.raison_sociale, 'accord', x.accord)",
        ),
        GenreFil(
            "etape_mer",
            "parcours_etapemiseenrelation",
            f"{DE_LA_MISE_EN_RELATION} {AUTEUR}",
            quand="x.le",
            texte="x.precision",
            auteur=NOM_AUTEUR,
            details="jsonb_build_object('entreprise', e.raison_sociale, 'etape', x.etape, 'motif', x.motif)",
        ),
        GenreFil(
            "embauche",
            "parcours_embauche",
            f"{DE_LA_MISE_EN_RELATION} {AUTEUR}",
            quand="x.debut",
            texte="x.poste",
            auteur=NOM_AUTEUR,
            details="jsonb_build_object('entreprise', e.raison_sociale, 'forme', x.forme, 'fin', x.fin)",
        ),
        GenreFil(
            "immersion",
            "parcours_immersion",
            f"{SUR_PARCOURS} {AUTEUR} {ENTREPRISE}",
            quand="x.debut",
            texte="x.poste",
            auteur=NOM_AUTEUR,
            details="jsonb_build_object('entreprise', e.raison_sociale, 'fin', x.fin, 'interrompue', x.interrompue_le)",
        ),
        GenreFil(
            "bilan_pmsmp",
            "parcours_bilanimmersion",
            f"""JOIN parcours_immersion i ON i.id = x.immersion_id JOIN parcours_parcours p ON p.id = i.parcours_id
            JOIN entreprises_entreprise e ON e.id = i.entreprise_id {AUTEUR}""",
            quand="x.le",
            texte="x.texte",
            auteur=NOM_AUTEUR,
            details="jsonb_build_object('entreprise', e.raison_sociale, 'conclusion', x.conclusion)",
        ),
    ]
