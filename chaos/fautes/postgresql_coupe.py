"""F3: PostgreSQL stopped at once (`-m immediate`) under load, twice, and started again."""

import time
from datetime import timedelta

from insertion import orphelins
from outillage.processus import pause

from .. import faits
from ..compte_rendu import Resultat
from ..equipe import Equipe
from ..instance import Instance
from .travailleurs_tues import bilan, tout_est_dit

TITRE = "PostgreSQL coupé net deux fois en pleine activité"
INVITES, COUPURES, ARRET = 25, 2, 4


def eprouver(une: Instance) -> Resultat:
    une.neuve()
    equipe = Equipe(une)
    une.passerelles.politesse = 0.1
    attendus = faits.inviter(INVITES)
    secondes = 0.0
    with equipe.au_travail(redacteurs=4, deposants=2, lecteurs=2):
        for _ in range(COUPURES):
            pause(8)
            une.postgres.tomber()
            pause(ARRET)
            debut = time.time()
            une.postgres.demarrer()
            secondes = max(secondes, une.attendre_la_sante(debut))
    fin = une.attendre(lambda: tout_est_dit(attendus), 180)
    ecrits = f"{attendus} envois, {len(equipe.notes)} notes, {len(equipe.documents)} fichiers"
    resultat = bilan(une, attendus, ecrits, secondes, fin)
    juger_les_ecrits(resultat, equipe)
    codes = equipe.reponses()
    resultat.exiger(codes[503], "aucune requête n’a été surprise : la coupure n’a rien éprouvé")
    resultat.exiger(not codes[500], f"{codes[500]} pages ont répondu 500 au lieu de 503")
    return resultat


def juger_les_ecrits(resultat: Resultat, equipe: Equipe) -> None:
    """What people were told is kept is there, once; each row has its file and each file its row."""
    for entrees, trouves in ((equipe.notes, faits.dans_les_notes()), (equipe.documents, faits.deposes())):
        perdus, doubles = faits.compter([entree.marque for entree in entrees], trouves)
        resultat.perdus += perdus
        resultat.doubles += doubles
    juger_les_fichiers(resultat)
    resultat.notes.append(f"réponses : {dict(sorted(equipe.reponses().items()))} (0 : connexion coupée)")


def juger_les_fichiers(resultat: Resultat) -> None:
    """No row without its file; what a cut left on the disk is swept, by the sweep of each night."""
    sans_fichier, sans_ligne = faits.lignes_et_fichiers()
    balayes = orphelins.balayer(age=timedelta())  # nobody is writing any more: no need to wait for an hour
    _, restants = faits.lignes_et_fichiers()
    resultat.exiger(not sans_fichier, f"{len(sans_fichier)} lignes sans fichier")
    resultat.exiger(not restants, f"{len(restants)} fichiers sans ligne")
    resultat.exiger(not faits.tronques(), f"{faits.tronques()} fichiers à moitié écrits")
    if sans_ligne:
        resultat.notes.append(f"{len(sans_ligne)} fichiers sans ligne laissés par la coupure, {balayes} balayés")
