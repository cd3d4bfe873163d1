"""F5: the disk of the documents is full, then that of PostgreSQL's journal (WAL), while people work."""

import os
import shutil
import time
from pathlib import Path

import psycopg

from outillage.postgres_prive import ADMINISTRATEUR
from outillage.processus import pause

from .. import faits
from ..compte_rendu import Resultat
from ..disque import petit_disque, rempli
from ..equipe import Equipe, un_pdf
from ..instance import Instance
from .postgresql_coupe import juger_les_ecrits, juger_les_fichiers

TITRE = "disque plein : documents, puis journal de PostgreSQL"
#: Megabytes of the small disk of documents, and what that of the journal has more than the journal holds.
DOCUMENTS, EN_PLUS = 10, 48


def eprouver(une: Instance) -> Resultat:
    resultat = Resultat("dépôts et document sur 10 Mo, puis notes sans place pour le WAL")
    _les_documents(une, resultat)
    _le_journal(une, resultat)
    return resultat


def _les_documents(une: Instance, resultat: Resultat) -> None:
    une.neuve(())
    documents = une.dossier.racine / "documents"
    documents.mkdir(exist_ok=True)
    with petit_disque(documents, DOCUMENTS, os.geteuid()):
        debut = time.time()
        for nom in ("web", "taches", "calendrier"):
            une.demarrer(nom)
        une.attendre_la_sante(debut)
        equipe = Equipe(une)
        with rempli(documents, laisser=8192):
            refus = [equipe.deposer(f"Essai {rang}", un_pdf(500_000)) for rang in range(5)]
            document = equipe.demander_un_document()
            une.attendre(lambda: "Il n’y a plus de place" in equipe.visiteurs[0].ouvrir(document).corps, 30)
            page = equipe.visiteurs[0].ouvrir(document).corps
            sonde = equipe.visiteurs[0].ouvrir("/pret/").corps
        juger_les_fichiers(resultat)
        repris = equipe.deposer("Essai repris", un_pdf(500_000))
        dits = sum("Il n’y a plus de place pour les documents" in reponse.corps for reponse in refus)
        resultat.exiger(dits == len(refus), f"{len(refus) - dits} dépôts refusés sans le dire")
        resultat.exiger(faits.deposes().keys() == {"Essai repris"}, f"dépôts gardés : {sorted(faits.deposes())}")
        resultat.exiger("Il n’y a plus de place" in page, "la page du document demandé ne dit pas pourquoi il manque")
        resultat.exiger('"disque": "mal"' in sonde, "/pret/ ne dit pas que le disque est plein")
        resultat.exiger(repris.status == 302, f"une fois la place faite, un dépôt répond {repris.status}")
        resultat.notes.append(
            f"documents : {len(refus)} dépôts refusés ({refus[0].status}), {dits} fois en le disant"
        )
        une.tout_arreter()


def _le_journal(une: Instance, resultat: Resultat) -> None:
    une.neuve()
    une.postgres.tomber()
    journal = une.postgres.donnees / "pg_wal"
    ailleurs, compte = une.postgres.abri / "petit", une.postgres.compte.get("user", os.geteuid())
    ailleurs.mkdir(exist_ok=True)
    taille = sum(chemin.stat().st_size for chemin in journal.rglob("*")) // 1_000_000 + EN_PLUS
    with petit_disque(ailleurs, taille, compte):
        _deplacer(journal, ailleurs / "pg_wal", compte)
        try:
            une.postgres.demarrer()
            _remplir_et_rendre(une, resultat, ailleurs)
        finally:
            une.tout_arreter()
            une.postgres.tomber()
            journal.unlink()
            _deplacer(ailleurs / "pg_wal", journal, compte, lien=False)
    ailleurs.rmdir()


def _remplir_et_rendre(une: Instance, resultat: Resultat, disque: Path) -> None:
    une.attendre_la_sante(time.time())
    equipe = Equipe(une)
    with equipe.au_travail(redacteurs=3, deposants=2, lecteurs=1):
        pause(3)
        with rempli(disque):
            panne = _user_le_journal(une)
            pause(10)
        debut = time.time()
        if une.postgres.enfant.est_mort:  # it tries again by itself for a while, then leaves it to systemd
            une.postgres.tomber()
            une.postgres.demarrer()
        resultat.secondes = une.attendre_la_sante(debut)
    resultat.exiger(panne, "PostgreSQL n’a pas manqué de place : rien n’a été éprouvé")
    juger_les_ecrits(resultat, equipe)
    codes = equipe.reponses()
    resultat.exiger(not codes[500], f"{codes[500]} pages ont répondu 500 au lieu de 503")


def _user_le_journal(une: Instance) -> bool:
    """Ask for one segment of the journal after the other; whether PostgreSQL fell for want of room."""
    try:
        with psycopg.connect(une.postgres.url(ADMINISTRATEUR, "postgres"), autocommit=True) as connexion:
            for _ in range(60):
                connexion.execute("SELECT pg_logical_emit_message(false, 'chaos', repeat('x', 4000000))")
                connexion.execute("SELECT pg_switch_wal()")
    except psycopg.Error:
        return True
    return False


def _deplacer(de: Path, vers: Path, compte: int, lien: bool = True) -> None:
    """Move the folder of the journal, and leave in its place the link that PostgreSQL follows."""
    shutil.move(de, vers)
    for chemin in (vers, *vers.rglob("*")):
        shutil.chown(chemin, compte)
    if lien:
        de.symlink_to(vers)
