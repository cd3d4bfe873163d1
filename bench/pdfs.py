"""How many PDFs a second: documents of a few pages, then of many, by one process and by two.

python -m bench.pdfs STRUCTURE COLLEAGUE prints a line of the JSON for each.
"""

import json
import multiprocessing
import subprocess
import time
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor

import django

from .bases import executer

#: Times that the sheets of the file are repeated in one document, and how many documents are made.
DOCUMENTS = ((1, 24), (10, 6), (40, 2))
PROCESSUS = (1, 2)


def mesurer(reglages: Mapping[str, str]) -> list[dict]:
    return json.loads(executer(["-m", "bench.pdfs"], reglages, subprocess.PIPE))


def main():
    django.setup()
    from insertion import pdf  # noqa: PLC0415 -- after setup

    pdf.imprimer(_page(1))  # the fonts and the stylesheet are read once per process: not while the clock runs
    print(json.dumps([_ligne(fois, combien, n) for fois, combien in DOCUMENTS for n in PROCESSUS]))


def _ligne(fois, combien, processus):
    debut = time.perf_counter()
    with ProcessPoolExecutor(processus, mp_context=multiprocessing.get_context("fork")) as travailleurs:
        pages = list(travailleurs.map(_faire, [fois] * combien))
    duree = time.perf_counter() - debut
    return {
        "page": "pdfs",
        "pages_chacun": pages[0],
        "processus": processus,
        "pdf_par_seconde": round(combien / duree, 2),
        "pages_par_seconde": round(sum(pages) / duree, 1),
    }


def _faire(fois):
    """Make one PDF; return how many pages it has."""
    import io  # noqa: PLC0415 -- in the process that works

    import pikepdf  # noqa: PLC0415 -- the bench alone counts pages

    from insertion import pdf  # noqa: PLC0415 -- after setup

    with pikepdf.open(io.BytesIO(pdf.imprimer(_page(fois)))) as lu:
        return len(lu.pages)


def _page(fois):
    """A page of a compte rendu, so many times over."""
    note = "<p>A visité deux crèches, dossier déposé à la seconde. Confirme son intérêt pour le CAP.</p>" * 12
    feuille = (
        '<section style="break-before: page"><h1>Entretien du 12 mars 2026</h1>'
        f"<h2>Ce qui a été dit</h2>{note}<table><tr><th>Action</th><th>Pour le</th></tr>"
        f"{'<tr><td>Apporter l’avis d’imposition</td><td>1er avril 2026</td></tr>' * 8}</table></section>"
    )
    return f'<html lang="fr"><title>Compte rendu</title><body>{feuille * fois}</body></html>'


if __name__ == "__main__":
    main()
