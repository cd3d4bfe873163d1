"""F7: gunicorn and its workers killed −9 while notes and files are being sent, four times; then a draft."""

import json
import time

from outillage.processus import pause

from ..compte_rendu import Resultat
from ..equipe import Equipe
from ..instance import Instance
from .postgresql_coupe import juger_les_ecrits

TITRE = "serveur web tué (−9) en plein envoi, quatre fois"
MORTS = 4
BROUILLON = "Elle a trouvé un logement ; à reprendre."


def eprouver(une: Instance) -> Resultat:
    une.neuve()
    equipe = Equipe(une)
    secondes = 0.0
    with equipe.au_travail(redacteurs=4, deposants=2):
        for mort in range(MORTS):
            pause(4 + mort / 3)
            une.tuer("web")
            debut = time.time()
            une.demarrer("web")
            secondes = max(secondes, une.attendre_la_sante(debut))
    resultat = Resultat(
        f"{len(equipe.notes)} notes et {len(equipe.documents)} fichiers, {MORTS} morts, puis un brouillon",
        secondes=secondes,
    )
    juger_les_ecrits(resultat, equipe)
    resultat.exiger(equipe.reponses()[0], "aucune requête n’a été coupée : rien n’a été éprouvé")
    _juger_un_brouillon(une, resultat, equipe)
    return resultat


def _juger_un_brouillon(une: Instance, resultat: Resultat, equipe: Equipe) -> None:
    """What was typed is offered again after a death."""
    personne = equipe.personnes[0]
    adresse = f"/brouillons/entretien:{personne}/"
    saisie = {"titre": "Entretien", "url": f"/beneficiaires/{personne}/", "champs": {"compte_rendu": [BROUILLON]}}
    equipe.visiteurs[0].garder(adresse, json.dumps(saisie))
    une.tuer("web")
    debut = time.time()
    une.demarrer("web")
    une.attendre_la_sante(debut)
    offert = BROUILLON in json.loads(equipe.visiteurs[0].ouvrir(adresse).corps)["champs"].get("compte_rendu", [])
    resultat.perdus += not offert
    resultat.exiger(
        "brouillon" in equipe.visiteurs[0].ouvrir("/").corps.lower(), "Ma journée n’offre pas le brouillon"
    )
