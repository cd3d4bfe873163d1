"""One process of the measure of a batch.

python -m bench.travailleur demande|lot|weasyprint STRUCTURE COLLEAGUE NUMBER

`demande` asks for three batches of NUMBER files and prints their ids; the two others work on the batch NUMBER, once
« partez » comes on their standard input, and print their seconds (clock, processor), their memory and the pages of
the whole.
"""

import json
import resource
import sys
import time

import django


class Relance:
    """A doorbell that only remembers that it rang: this process goes on by itself."""

    name = "bench"

    def __init__(self):
        self.sonnee = True

    def apply_async(self, kwargs, retry):
        self.sonnee = True


def main():
    mode, structure, collegue, nombre = sys.argv[1], *map(int, sys.argv[2:5])
    django.setup()
    if mode == "demande":
        print(json.dumps([demander(structure, collegue, nombre) for _ in range(3)]))
        return
    chauffer()
    print("pret", flush=True)
    sys.stdin.readline()
    secondes, processeur = dessiner(structure, nombre) if mode == "weasyprint" else produire(structure, nombre)
    rapport = {"secondes": secondes, "processeur": processeur}
    rapport["memoire_mo"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps(rapport | {"pages": compter(structure, nombre)}))


def demander(structure, collegue, nombre):
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
        return lots.demander(personnes, genre="dossier", forme="pdf", par=par, tache=Relance()).pk


def chauffer():
    """The fonts and the stylesheet are read once per process: not while the clock runs."""
    from insertion import pdf  # noqa: PLC0415 -- after setup

    pdf.imprimer('<html lang="fr"><title>Prêt</title><p>Prêt</p></html>')


def produire(structure, lot):
    """Work on the batch turn after turn, as a chain of the queue does; its seconds are those of the clock outside."""
    from parcours import lots  # noqa: PLC0415 -- after setup

    relance, debut = Relance(), time.process_time()
    while relance.sonnee:
        relance.sonnee = False
        lots.avancer(structure, lot, relance)
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
    """The pages of the file of the batch, once it is there; 0 for a process that ended before it."""
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
