"""A batch of individual files: made by one worker process, by two, and its pages by WeasyPrint alone.

Each worker is a process of `travailleur.py`, ready before the clock starts; the three measures print the same people.
"""

import json
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence

from outillage.affichage import Abandon
from outillage.dossier import RACINE


def mesurer(reglages: Mapping[str, str], ou: list[int], documents: int) -> dict:
    """One line of the JSON: `ou` is [structure, colleague who asks]; times in seconds, memory in megabytes.

    On a machine that does something else, the seconds of the processor tell more than those of the clock.
    """
    modes = (("weasyprint",), ("lot",), ("lot", "lot"))
    demandes = json.loads(_finir(_lancer(reglages, "demande", ou, documents)))
    seul, un, deux = (_chronometrer(reglages, ou, *fait) for fait in zip(demandes, modes, strict=True))
    pages = un.pages
    return {
        "page": "lot",
        "documents": documents,
        "pages": pages,
        "secondes_weasyprint": round(seul.secondes, 2),
        "secondes_un": round(un.secondes, 2),
        "secondes_deux": round(deux.secondes, 2),
        "processeur_weasyprint": round(sum(seul.processeur), 2),
        "processeur_un": round(sum(un.processeur), 2),
        "processeur_deux": [round(secondes, 2) for secondes in deux.processeur],
        "ms_page": round(un.secondes * 1000 / max(1, pages), 1),
        "ratio_weasyprint": round(un.secondes / seul.secondes, 2),
        "ratio_deux": round(deux.secondes / un.secondes, 2),
        "memoire_mo": un.memoire + deux.memoire,
    }


class _Mesure:
    """What one run took: seconds of the clock (or of WeasyPrint alone) and of the processor, memory, pages."""

    def __init__(self, secondes: float, rapports: list[dict]) -> None:
        self.secondes = rapports[0]["secondes"] or secondes
        self.processeur = [rapport["processeur"] for rapport in rapports]
        self.memoire = [rapport["memoire_mo"] for rapport in rapports]
        self.pages = max(rapport["pages"] for rapport in rapports)


def _chronometrer(reglages: Mapping[str, str], ou: list[int], lot: int, modes: Sequence[str]) -> _Mesure:
    """Start a process per mode, let them go together, wait for all of them."""
    processus = [_lancer(reglages, mode, ou, lot) for mode in modes]
    for un in processus:
        if un.stdout.readline().strip() != "pret":
            raise Abandon("Un travailleur du banc ne démarre pas : voir ci-dessus.")
    debut = time.perf_counter()
    for un in processus:
        un.stdin.write("partez\n")
        un.stdin.flush()
    rapports = [json.loads(_finir(un)) for un in processus]
    return _Mesure(time.perf_counter() - debut, rapports)


def _lancer(reglages: Mapping[str, str], mode: str, ou: list[int], nombre: int) -> subprocess.Popen:
    arguments = [mode, *map(str, ou), str(nombre)]
    return subprocess.Popen(
        [sys.executable, "-m", "bench.travailleur", *arguments],
        cwd=RACINE,
        env=dict(reglages),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _finir(processus: subprocess.Popen) -> str:
    sortie = processus.stdout.read()
    processus.stdin.close()
    if processus.wait():
        raise Abandon("Un travailleur du banc a échoué : voir ci-dessus.")
    return sortie
