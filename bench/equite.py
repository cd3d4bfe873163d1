"""One document asked for while another structure has a large batch made: one line of the JSON.

The queue and the worker are those of the application, with two processes, as `make demo` starts them.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from contextlib import contextmanager
from pathlib import Path

from outillage.demo import modules
from outillage.dossier import RACINE, Dossier
from outillage.processus import lancer
from outillage.valkey_prive import valkey_prive

from .bases import executer


def mesurer(reglages: Mapping[str, str], lot: list[int], seul: list[int], documents: int) -> dict:
    """`lot` and `seul` are [structure, colleague who asks]; times in seconds."""
    with _travailleur(reglages) as siens:
        commande = ["-m", "bench.demandeur", *map(str, [*lot, documents, *seul])]
        temps = json.loads(executer(commande, siens, subprocess.PIPE))
    seules, pendant = sorted(temps["seules"]), sorted(temps["pendant"])
    return {
        "page": "equite",
        "documents": documents,
        "secondes_seul": round(seules[len(seules) // 2], 3),
        "secondes_pendant": round(pendant[len(pendant) // 2], 3),
        "secondes_pendant_max": round(pendant[-1], 3),
        "ratio": round(pendant[len(pendant) // 2] / seules[len(seules) // 2], 2),
        "ratio_max": round(pendant[-1] / seules[len(seules) // 2], 2),
        "devant_max": max(temps["devant"]),
    }


@contextmanager
def _travailleur(reglages: Mapping[str, str]):
    """A private queue and a worker that consumes it; gives the settings that name it."""
    dossier = Dossier(Path(reglages["DONNEES"]) / "equite").ouvrir()
    with valkey_prive(dossier) as valkey:
        siens = {**reglages, "REDIS_URL": valkey.url}
        commande = [sys.executable, "-m", *modules(dossier, 0)["taches"]]
        enfant = lancer("taches", commande, dossier.journal("taches"), cwd=RACINE, env=siens)
        try:
            yield siens
        finally:
            enfant.arreter()
