"""A batch of individual files: its pages by WeasyPrint alone, then made by one worker process, and by two.

python -m bench.travailleur STRUCTURE COLLEAGUE NUMBER

A batch of the same NUMBER files is asked for before each measure. A worker is forked from this process, which has
read the fonts and the stylesheet: nothing is made ready while the clock runs. Prints the three measures, in JSON:
seconds (of the clock, or of WeasyPrint alone), pages, then seconds of the processor and memory (MB) of each worker.
"""

import json
import multiprocessing
import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor

import django


class Sourde:
    """A doorbell that nobody hears: this process goes on by itself."""

    name = "bench"

    def apply_async(self, kwargs, retry):
        """Nothing is queued."""


def main():
    structure, collegue, nombre = map(int, sys.argv[1:4])
    django.setup()
    chauffer()
    un, deux, seul = (
        mesurer(structure, demander(structure, collegue, nombre), faire, combien)
        for faire, combien in ((produire, 1), (produire, 2), (dessiner, 1))
    )
    print(json.dumps([seul, un, deux]))


def mesurer(structure, lot, faire, combien):
    """Have `faire` done on the batch by `combien` workers at once."""
    from django.db import connections  # noqa: PLC0415 -- after setup

    connections.close_all()  # a child would share it
    debut = time.perf_counter()
    with ProcessPoolExecutor(combien, mp_context=multiprocessing.get_context("fork")) as travailleurs:
        futurs = [travailleurs.submit(travailler, faire, structure, lot) for _ in range(combien)]
        rapports = [futur.result() for futur in futurs]
        duree = time.perf_counter() - debut
        pages = travailleurs.submit(compter, structure, lot).result()
    secondes, processeur, memoire = zip(*rapports, strict=True)
    return {"secondes": secondes[0] or duree, "processeur": processeur, "memoire_mo": memoire, "pages": pages}


def travailler(faire, structure, lot):
    """What one worker tells: seconds of WeasyPrint alone or None, seconds of the processor, memory in MB."""
    return *faire(structure, lot), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def demander(structure, collegue, nombre, tache=None):
    """Ask for the files of the first people of the structure, as the page of the list does."""
    from beneficiaires.models import Beneficiaire  # noqa: PLC0415 -- after setup
    from insertion.isolation.contexte import contexte  # noqa: PLC0415 -- after setup
    from insertion.models import Appartenance  # noqa: PLC0415 -- after setup
    from parcours import lots  # noqa: PLC0415 -- after setup

    appartenance = Appartenance.objects.select_related("utilisateur").get(structure=structure, utilisateur=collegue)
    par = appartenance.utilisateur
    par.appartenance = appartenance
    with contexte(structure, utilisateur_id=collegue, role=appartenance.role, origine="bench"):
        personnes = list(Beneficiaire.objects.order_by("tri", "pk").values_list("pk", flat=True)[:nombre])
        return lots.demander(personnes, genre="dossier", forme="pdf", par=par, tache=tache or Sourde()).pk


def chauffer():
    """The fonts and the stylesheet are read once per process: not while the clock runs."""
    from insertion import pdf  # noqa: PLC0415 -- after setup

    pdf.imprimer('<html lang="fr"><title>Prêt</title><p>Prêt</p></html>')


def produire(structure, lot):
    """Work on the batch turn after turn, as a chain of the queue does; its seconds are those of the clock outside."""
    from parcours import lots  # noqa: PLC0415 -- after setup

    debut = time.process_time()
    while lots.avancer(Sourde()):
        pass
    return None, time.process_time() - debut


def dessiner(structure, lot):
    """Draw the pages of the same people; the seconds are those of WeasyPrint, the HTML being made beforehand."""
    from django.utils import timezone  # noqa: PLC0415 -- after setup

    from insertion import pdf  # noqa: PLC0415 -- after setup
    from insertion.isolation.contexte import contexte  # noqa: PLC0415 -- after setup
    from parcours import productions  # noqa: PLC0415 -- after setup
    from parcours.documents import DOCUMENTS  # noqa: PLC0415 -- after setup
    from parcours.models import Production  # noqa: PLC0415 -- after setup

    total = processeur = 0.0
    with contexte(structure, origine="bench"):
        rangees = list(Production.objects.filter(lot=lot).order_by("rang").select_related("demande_par", "structure"))
    for production in rangees:
        document = DOCUMENTS[production.genre]
        contenu, titre = productions.charger(production, document)
        page = pdf.composer(document.gabarit, {**contenu, "edite_at": timezone.now()}, titre=titre)
        debut, debut_processeur = time.perf_counter(), time.process_time()
        pdf.imprimer(page)
        total += time.perf_counter() - debut
        processeur += time.process_time() - debut_processeur
    return total, processeur


def compter(structure, lot):
    """The pages of the file of the batch, or 0 when it is not there."""
    import pikepdf  # noqa: PLC0415 -- the bench alone counts pages

    from insertion.isolation.contexte import contexte  # noqa: PLC0415 -- after setup
    from parcours.models import Lot  # noqa: PLC0415 -- after setup

    with contexte(structure, origine="bench"):
        fait = Lot.objects.get(pk=lot)
    if not fait.est_pret:
        return 0
    with pikepdf.open(fait.fichier.path) as pdf:
        return len(pdf.pages)


if __name__ == "__main__":
    main()
