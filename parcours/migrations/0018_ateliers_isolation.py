"""Row-level security of the ateliers and of the trainings, and their kinds of event in the thread.

Nobody else's name and nothing about the others of a séance goes to somebody's thread: the common note names nobody.
"""

from django.db import migrations

from insertion.isolation.operations import SUIVI, Isoler, roles
from parcours.operations import NOM_AUTEUR, SUR_PARCOURS, GenreFil

EQUIPE = roles(*SUIVI, "encadrant", "administratif", "lecture")
#: What touches health, addiction or justice is for the follow-up roles; the others do not even know of it.
ATELIERS = f"{roles(*SUIVI)} OR {roles('encadrant', 'administratif', 'lecture')} AND NOT sensible"
MOTS = roles(*SUIVI)

POINTEE = """JOIN parcours_seance s ON s.id = x.seance_id JOIN parcours_atelier a ON a.id = s.atelier_id
    LEFT JOIN parcours_motparticipation m ON m.participation_id = x.id
    LEFT JOIN insertion_utilisateur u ON u.id = x.pointe_par_id"""
DATES = """CASE WHEN x.fin IS NOT NULL THEN 'du ' || to_char(x.debut, 'DD/MM/YYYY') || ' au ' || to_char(x.fin, 'DD/MM/YYYY')
    WHEN x.debut IS NOT NULL THEN 'à partir du ' || to_char(x.debut, 'DD/MM/YYYY') END"""


class Migration(migrations.Migration):
    dependencies = [("parcours", "0017_ateliers")]

    operations = [
        Isoler("Atelier", ATELIERS),
        Isoler("AtelierEvent", ATELIERS, ajout_seul=True),
        Isoler("Seance", ATELIERS),
        Isoler("SeanceEvent", ATELIERS, ajout_seul=True),
        Isoler("Intervenant", EQUIPE),
        Isoler("IntervenantEvent", EQUIPE, ajout_seul=True),
        Isoler("Participation", ATELIERS),
        Isoler("ParticipationEvent", ATELIERS, ajout_seul=True),
        Isoler("MotParticipation", MOTS),
        Isoler("MotParticipationEvent", MOTS, ajout_seul=True),
        Isoler("FormationSuivie", EQUIPE),
        Isoler("FormationSuivieEvent", EQUIPE, ajout_seul=True),
        GenreFil(
            "atelier",
            "parcours_participation",
            POINTEE,
            personne="x.beneficiaire_id",
            quand="s.debut",
            auteur=NOM_AUTEUR,
            texte="CASE x.presence WHEN 'present' THEN concat_ws(E'\\n\\n', nullif(s.note, ''), m.texte) ELSE coalesce(m.texte, '') END",
            details="""jsonb_build_object('titre', a.titre, 'presence', x.presence, 'seance', s.id, 'duree',
                CASE x.presence WHEN 'present' THEN extract(epoch FROM s.fin - s.debut)::int / 60 END)""",
            ou="x.presence <> ''",
        ),
        GenreFil(
            "formation",
            "parcours_formationsuivie",
            SUR_PARCOURS,
            quand="coalesce(x.reponse_le, x.proposee_le)",
            texte=f"""concat_ws(' · ', nullif(x.organisme, ''), {DATES}, x.heures || ' h')""",
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
    ]
