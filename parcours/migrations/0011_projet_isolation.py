"""Row-level security of the project, of the axes and of the catalogue; what the thread says of them."""

from django.db import migrations

from insertion.isolation.operations import SUIVI, Isoler, roles
from parcours.operations import AUTEUR, NOM_AUTEUR, SUR_PARCOURS, GenreFil

SENSIBLES = "('sante', 'handicap', 'addiction', 'justice')"
SUIVI_SEUL = roles(*SUIVI)
METIERS = roles(*SUIVI, "lecture", "encadrant")
PLAN = f"{SUIVI_SEUL} OR {roles('lecture', 'encadrant')} AND domaine <> '' AND domaine NOT IN {SENSIBLES}"


class Migration(migrations.Migration):
    dependencies = [("parcours", "0010_projet")]

    operations = [
        Isoler("Projet", SUIVI_SEUL),
        Isoler("ProjetEvent", SUIVI_SEUL, ajout_seul=True),
        Isoler("MetierVise", METIERS),
        Isoler("MetierViseEvent", METIERS, ajout_seul=True),
        Isoler("EtapeProjet", SUIVI_SEUL),
        Isoler("EtapeProjetEvent", SUIVI_SEUL, ajout_seul=True),
        Isoler("VersionPiece", SUIVI_SEUL),
        Isoler("VersionPieceEvent", SUIVI_SEUL, ajout_seul=True),
        Isoler("PointRecherche", SUIVI_SEUL),
        Isoler("PointRechercheEvent", SUIVI_SEUL, ajout_seul=True),
        Isoler("AxeEvolution", PLAN),
        Isoler("AxeEvolutionEvent", PLAN, ajout_seul=True),
        Isoler("AccordObjectif", SUIVI_SEUL),
        Isoler("AccordObjectifEvent", SUIVI_SEUL, ajout_seul=True),
        Isoler("SortieVisee", METIERS),
        Isoler("SortieViseeEvent", METIERS, ajout_seul=True),
        Isoler("ModeleObjectif"),
        Isoler("ModeleObjectifEvent", ajout_seul=True),
        Isoler("ModeleAction"),
        Isoler("ModeleActionEvent", ajout_seul=True),
        GenreFil(
            "projet",
            "parcours_etapeprojet",
            f"JOIN parcours_metiervise m ON m.structure_id = x.structure_id AND m.id = x.metier_id {AUTEUR}",
            personne="m.beneficiaire_id",
            quand="x.le",
            auteur=NOM_AUTEUR,
            texte="x.constat",
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
    ]
