"""F2: the queue emptied three times while it works, then stopped: rows are the truth, the queue only the doorbell."""

import time

import redis

from outillage.processus import pause

from .. import faits
from ..compte_rendu import Resultat
from ..equipe import Equipe
from ..instance import Instance
from .travailleurs_tues import bilan, tout_est_dit

TITRE = "Redis vidé trois fois pendant 300 envois, puis arrêté"
INVITES, VIDAGES, ARRET = 25, 3, 300
#: Seconds: a page that waits for a queue that is down is a page that does not work.
LENTEUR = 5


def eprouver(une: Instance) -> Resultat:
    une.neuve()
    equipe = Equipe(une)
    une.passerelles.politesse = 0.1
    attendus = faits.inviter(INVITES)
    documents = [equipe.demander_un_document() for _ in range(2)]
    for fois in range(1, VIDAGES + 1):
        une.attendre(lambda fois=fois: len(une.passerelles.recus) >= fois * attendus // (VIDAGES + 3), 60, 0.02)
        with redis.from_url(une.valkey.url) as client:
            client.flushall()
    une.valkey.arreter()
    with equipe.au_travail(redacteurs=2, lecteurs=2):
        documents.append(equipe.demander_un_document())
        pause(ARRET)
    page = equipe.visiteurs[0].ouvrir(documents[-1]).corps
    debut = time.time()
    une.valkey.demarrer()
    secondes = une.attendre_la_sante(debut)
    fin = une.attendre(lambda: tout_est_dit(attendus), 180)
    resultat = bilan(une, attendus, f"{attendus} envois, {len(documents)} documents demandés", secondes, fin)
    _juger_les_pages(resultat, equipe, page)
    _juger_les_documents(resultat, une, equipe, documents)
    return resultat


def _juger_les_pages(resultat: Resultat, equipe: Equipe, page_du_document: str) -> None:
    codes, pire = equipe.reponses(), max(lecture.secondes for lecture in equipe.lectures)
    perdues, doubles = faits.compter([note.marque for note in equipe.notes], faits.dans_les_notes())
    resultat.perdus += perdues
    resultat.doubles += doubles
    resultat.notes.append(
        f"Redis arrêté {ARRET} s : {sum(codes.values())} réponses {dict(codes)}, {len(equipe.notes)} notes gardées,"
        f" page la plus lente {pire:.1f} s"
    )
    resultat.exiger(set(codes) <= {200, 302}, f"des pages ont échoué sans Redis : {dict(codes)}")
    resultat.exiger(pire <= LENTEUR, f"une page a mis {pire:.1f} s")
    resultat.exiger("Votre demande est gardée" in page_du_document, "la page du document ne dit pas qu’il attend")


def _juger_les_documents(resultat: Resultat, une: Instance, equipe: Equipe, documents: list[str]) -> None:
    fin = une.attendre(lambda: all(equipe.est_pret(document) for document in documents), 150, 2)
    resultat.perdus += sum(not equipe.est_pret(document) for document in documents)
    resultat.notes.append(f"les {len(documents)} documents étaient prêts {fin or 0:.0f} s après le dernier message")
