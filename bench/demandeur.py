"""Somebody who asks for one document after the other, first alone, then while another structure's batch is made.

python -m bench.demandeur STRUCTURE COLLEAGUE FILES STRUCTURE_ALONE COLLEAGUE_ALONE

Prints in JSON the seconds from each request to its file (`seules`, `pendant`), and how many files of the batch were
made during each (`devant`), which says the same on a machine that does something else.
"""

import json
import sys
import time
from itertools import pairwise

import django

CHAUFFE, FOIS = 6, 15
DELAI = 120  # seconds


def main():
    django.setup()
    from parcours.tasks import avancer_les_lots  # noqa: PLC0415 -- after setup

    from .travailleur import demander  # noqa: PLC0415 -- after setup

    structure, collegue, documents, structure_seule, collegue_seul = map(int, sys.argv[1:6])
    for _ in range(CHAUFFE):
        attendre_un_document(structure_seule, collegue_seul)
    seules = [attendre_un_document(structure_seule, collegue_seul) for _ in range(FOIS)]
    lot = demander(structure, collegue, documents, avancer_les_lots)
    attendre(lambda: faits(structure, lot) >= CHAUFFE)
    pendant, reperes = [], [faits(structure, lot)]
    for _ in range(FOIS):
        pendant.append(attendre_un_document(structure_seule, collegue_seul))
        reperes.append(faits(structure, lot))
    if reperes[-1] >= documents:
        raise SystemExit("Le lot a fini avant la dernière demande : il en faut un plus grand (EQUITE=).")
    devant = [apres - avant for avant, apres in pairwise(reperes)]
    print(json.dumps({"seules": seules, "pendant": pendant, "devant": devant}))


def attendre_un_document(structure, collegue):
    """Ask for somebody's file, as their page does; the seconds until it is there."""
    from beneficiaires.models import Beneficiaire  # noqa: PLC0415 -- after setup
    from insertion.isolation.contexte import contexte  # noqa: PLC0415 -- after setup
    from insertion.models import Appartenance  # noqa: PLC0415 -- after setup
    from parcours import productions  # noqa: PLC0415 -- after setup
    from parcours.models import Production  # noqa: PLC0415 -- after setup
    from parcours.tasks import produire  # noqa: PLC0415 -- after setup

    appartenance = Appartenance.objects.select_related("utilisateur").get(structure=structure, utilisateur=collegue)
    par = appartenance.utilisateur
    par.appartenance = appartenance
    debut = time.perf_counter()
    with contexte(structure, utilisateur_id=collegue, role=appartenance.role, origine="bench"):
        personne = Beneficiaire.objects.order_by("tri", "pk").first()
        demande = productions.demander(personne, genre="dossier", par=par, tache=produire)

    def pret():
        with contexte(structure, origine="bench"):
            return Production.objects.get(pk=demande.pk).est_pret

    attendre(pret)
    return time.perf_counter() - debut


def attendre(quoi):
    echeance = time.monotonic() + DELAI
    while not quoi():
        if time.monotonic() > echeance:
            raise SystemExit("Le travailleur ne répond pas.")
        time.sleep(0.02)


def faits(structure, lot):
    """How many files of the batch are made."""
    from insertion.isolation.contexte import contexte  # noqa: PLC0415 -- after setup
    from parcours.models import Production  # noqa: PLC0415 -- after setup

    with contexte(structure, origine="bench"):
        return Production.objects.filter(lot=lot, etat="termine").count()


if __name__ == "__main__":
    main()
