"""Colleagues at work all at once, before two web processes: 1, 8, then 32 of them, who think between two pages.

What they do is bounded: each waits for the answer, then for half a second to a second and a half. Reads and writes
are those of a morning, each in the people of their own structure.
"""

import http.client
import random
import threading
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from statistics import linear_regression, mean, quantiles

from outillage.affichage import Abandon

from .mesures import Site
from .serveur import Serveur

PROCESSUS, FILS = 2, 4
UTILISATEURS = (1, 8, 32)
GESTES = ("journee", "liste", "personne", "note", "recherche", "partout", "agenda", "liste_filtree")
#: The first and second steps are short: they say what one and eight people wait.
COURTE = 60
#: Before the last one, all work for so long (seconds), or twice as long as it lasts when that is less: each thread
#: has met each page, and the heap has found its size, which takes it a quarter of an hour.
ECHAUFFEMENT = 1000
#: The memory is looked at so often (seconds).
RELEVE = 5


def mesurer(reglages: Mapping[str, str], plans: list[dict], secondes: int) -> list[dict]:
    """One line of the JSON for each number of users; the last step lasts `secondes`."""
    with ExitStack() as pile:
        serveur = Serveur(pile, reglages, PROCESSUS, FILS)
        *peu, tous = UTILISATEURS
        courtes = [_palier(serveur, plans[:combien], min(COURTE, secondes)) for combien in peu]
        _palier(serveur, plans[:tous], min(ECHAUFFEMENT, 2 * secondes))
        return [*courtes, _palier(serveur, plans[:tous], secondes)]


def _palier(serveur: Serveur, plans: list[dict], secondes: int) -> dict:
    collegues = [Collegue(serveur.port, plan, rang) for rang, plan in enumerate(plans)]
    fin = time.monotonic() + secondes
    fils = [threading.Thread(target=collegue.travailler, args=(fin,)) for collegue in collegues]
    for fil in fils:
        fil.start()
    memoires = []
    while time.monotonic() < fin:
        memoires.append((time.monotonic(), sum(serveur.memoires())))
        time.sleep(min(RELEVE, max(0, fin - time.monotonic())))
    for fil in fils:
        fil.join()
    temps = [ms for collegue in collegues for ms in collegue.temps]
    erreurs = [erreur for collegue in collegues for erreur in collegue.erreurs]
    centiles = quantiles(temps, n=100, method="inclusive") if len(temps) > 1 else [*temps] * 99
    return {
        "page": "charge",
        "utilisateurs": len(plans),
        "secondes": secondes,
        "demandes": len(temps),
        "par_seconde": round(len(temps) / secondes, 1),
        "p50_ms": round(centiles[49], 1),
        "p95_ms": round(centiles[94], 1),
        "p99_ms": round(centiles[98], 1),
        "erreurs": len(erreurs),
        "exemples": erreurs[:5],
        "memoire_mo": serveur.memoires(),
        "pente_par_heure": _pente(memoires),
    }


def _pente(memoires: list[tuple[float, float]]) -> float | None:
    """The growth of the memory, in percent an hour; None when too little was looked at."""
    if len(memoires) < 10 or not memoires[-1][1]:
        return None
    instants, tailles = zip(*memoires, strict=True)
    return round(linear_regression(instants, tailles).slope * 3600 / mean(tailles) * 100, 2)


class Collegue(Site):
    """Somebody at work, whose `plan` says with which session, about whom and what they search for."""

    def __init__(self, port: int, plan: dict, rang: int) -> None:
        super().__init__(port, plan, Path(), ())
        self.rang, self.hasard = rang, random.Random(rang)
        self.temps: list[float] = []
        self.erreurs: list[str] = []

    def travailler(self, fin: float) -> None:
        tour = self.rang  # each begins elsewhere
        while time.monotonic() < fin:
            geste = GESTES[tour % len(GESTES)]
            try:
                if not self.cookies.get("csrf"):
                    self.entrer()
                self.temps.append(self._exiger(self.ouvrir(geste, tour)).ms)
            except (Abandon, OSError, http.client.HTTPException) as erreur:
                self.erreurs.append(f"{geste} : {erreur!r}"[:200])
                self.connexion.close()
            tour += 1
            time.sleep(self.hasard.uniform(0.5, 1.5))
