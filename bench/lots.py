"""A batch of individual files beside WeasyPrint alone: one line of the JSON, from what `travailleur.py` measures."""

import json
import subprocess
from collections.abc import Mapping

from .bases import executer


def mesurer(reglages: Mapping[str, str], ou: list[int], documents: int) -> dict:
    """One line of the JSON: `ou` is [structure, colleague who asks]; times in seconds, memory in megabytes.

    On a machine that does something else, the seconds of the processor tell more than those of the clock.
    """
    commande = ["-m", "bench.travailleur", *map(str, ou), str(documents)]
    seul, un, deux = json.loads(executer(commande, reglages, subprocess.PIPE))
    return {
        "page": "lot",
        "documents": documents,
        "pages": un["pages"],
        "secondes_weasyprint": round(seul["secondes"], 2),
        "secondes_un": round(un["secondes"], 2),
        "secondes_deux": round(deux["secondes"], 2),
        "processeur_weasyprint": round(sum(seul["processeur"]), 2),
        "processeur_un": round(sum(un["processeur"]), 2),
        "processeur_deux": [round(secondes, 2) for secondes in deux["processeur"]],
        "ms_page": round(un["secondes"] * 1000 / max(1, un["pages"]), 1),
        "ratio_weasyprint": round(un["secondes"] / seul["secondes"], 2),
        "ratio_deux": round(deux["secondes"] / un["secondes"], 2),
        "memoire_mo": un["memoire_mo"] + deux["memoire_mo"],
    }
