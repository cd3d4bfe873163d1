"""F13: web, worker and PostgreSQL each on a host of its own; the cable of the database, then that of the worker, is
pulled out for a minute, and what was sent vanishes without a word.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import redis

from outillage.processus import pause

from .. import faits
from ..compte_rendu import Resultat
from ..equipe import Equipe
from ..instance import Instance
from ..passerelles import passerelles
from ..reseau import MASQUE, SOUS_RESEAU, Reseau, reseau
from .postgresql_coupe import juger_les_ecrits
from .travailleurs_tues import bilan, tout_est_dit

TITRE = "web, travailleur et PostgreSQL sur trois hôtes, réseau coupé deux fois"
INVITES, COUPURE = 25, 60
#: Seconds: somebody who works is told sooner than this that the service is away.
LENTEUR = 30
#: Seconds: cut from Redis, a worker tries again after 2 s, then 4, then 6 (Celery's choice): it comes back later.
RETOUR = 60
#: What the page 503 says.
DIT = "votre saisie sera renvoyée"


def eprouver(une: Instance) -> Resultat:
    with sur_trois_hotes(une) as cables:
        equipe = Equipe(une)
        une.passerelles.politesse = 0.15
        attendus = faits.inviter(INVITES)
        document = equipe.demander_un_document()
        with equipe.au_travail(redacteurs=3, deposants=1, lecteurs=2):
            pause(6)
            secondes = couper(une, cables, "base")
            codes = equipe.reponses()
            pause(6)
            retour = couper(une, cables, "taches")
        fin = une.attendre(lambda: tout_est_dit(attendus) and equipe.est_pret(document), 180)
        essais = f"{attendus} envois, {len(equipe.notes)} notes, {len(equipe.documents)} fichiers, {COUPURE} s chacun"
        resultat = bilan(une, attendus, essais, secondes, fin)
        juger_les_ecrits(resultat, equipe)
    resultat.exiger(codes[503], "aucune requête n’a été surprise : la coupure n’a rien éprouvé")
    resultat.exiger(not codes[500], f"{codes[500]} pages ont répondu 500 au lieu de 503")
    resultat.exiger(
        equipe.reponses()[503] == codes[503], "des pages ont manqué alors que le travailleur seul était coupé"
    )
    refus = [lecture for lecture in equipe.lectures if lecture.status == 503]
    resultat.exiger(refus and all(DIT in lecture.corps for lecture in refus), "la page de panne ne dit rien")
    resultat.exiger(retour <= RETOUR, f"le travailleur est revenu en {retour:.0f} s")
    lente = max(lecture.secondes for lecture in equipe.lectures)
    resultat.exiger(lente <= LENTEUR, f"une page a attendu {lente:.0f} s sans rien dire")
    resultat.notes.append(
        f"la page la plus lente a répondu en {lente:.0f} s, le travailleur est revenu en {retour:.0f} s"
    )
    return resultat


def couper(une: Instance, cables: Reseau, hote: str) -> float:
    """Pull the cable out, put it back; seconds until healthy."""
    cables.couper(hote)
    pause(COUPURE)
    cables.retablir(hote)
    return une.attendre_la_sante(time.time())


@contextmanager
def sur_trois_hotes(une: Instance) -> Iterator[Reseau]:
    """The instance, started anew on three hosts; gateways, Redis and beat stay with those who look."""
    une.neuve(())
    ici, adresse = une.passerelles, une.adresse
    with reseau("web", "taches", "base") as cables, passerelles(cables.ici) as une.passerelles:
        une.adresse = cables.adresses["web"]
        try:
            demenager(une, cables)
            yield cables
        finally:
            une.tout_arreter()
            une.postgres.tomber()
            une.postgres.hote, une.postgres.adresse = [], ""
            une.passerelles, une.adresse = ici, adresse


def demenager(une: Instance, cables: Reseau) -> None:
    with redis.from_url(une.valkey.url) as client:
        client.config_set("bind", f"127.0.0.1 {cables.ici}")
    ouvrir_la_base(une.postgres, cables)
    reglages = {
        **{
            nom: vers(url, cables.adresses["base"])
            for nom, url in une.reglages.items()
            if nom.startswith("DATABASE_")
        },
        **une.passerelles.reglages(),
        "REDIS_URL": vers(une.valkey.url, cables.ici),
        "ALLOWED_HOSTS": f"127.0.0.1,{une.adresse}",
    }
    debut = time.time()
    for serveur in ("web", "taches"):
        une.demarrer(serveur, hote=cables.dans(serveur), **reglages)
    une.demarrer("calendrier")
    une.attendre_la_sante(debut)


def ouvrir_la_base(postgres, cables: Reseau) -> None:
    """Start PostgreSQL again on its host, open to the others."""
    postgres.tomber()
    with (postgres.donnees / "pg_hba.conf").open("a") as regles:
        regles.write(f"host all all {SOUS_RESEAU}.0/{MASQUE} trust\n")
    postgres.adresse, postgres.hote = cables.adresses["base"], cables.dans("base")
    if postgres.compte:
        compte = [f"--reuid={postgres.compte['user']}", f"--regid={postgres.compte['group']}", "--clear-groups"]
        postgres.hote += ["setpriv", *compte, "--pdeathsig", "INT"]
    postgres.demarrer()


def vers(url: str, adresse: str) -> str:
    """The same address at another host."""
    parties = urlsplit(url)
    compte = parties.netloc.rpartition("@")[0]
    return urlunsplit(parties._replace(netloc=f"{compte}@{adresse}:{parties.port}"))
