"""A worker killed with -9 while it writes: nothing is left, the sweeper's next ring does it all."""

import signal
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from beneficiaires.models import Beneficiaire
from insertion.enums import EtatTravail
from insertion.isolation.contexte import contexte
from parcours.imports import depot, execution
from parcours.models import Import, Parcours
from tests.travailleur import travailler
from tests.usines import StructureFactory

EXEMPLE = Path(__file__).parent / "exemples" / "suivi-asp-maison.xlsx"


@pytest.fixture
def importation(transactional_db):
    """An import that waits, committed: the worker is another process."""
    structure = StructureFactory()
    with contexte(structure.pk):
        importation = depot.deposer(structure.pk, EXEMPLE.read_bytes(), EXEMPLE.name)
        depot.verifier(importation, timezone.now())
        Import.objects.update(etat=EtatTravail.EN_FILE)
    return importation


def etat_vu_de_dehors(importation):
    with contexte(importation.structure_id):
        importation.refresh_from_db()
        return importation.etat, importation.lignes_faites, Beneficiaire.objects.count(), Parcours.objects.count()


def test_killed_halfway_then_resumed_it_is_all_or_nothing(importation):
    with travailler("parcours.imports", importation) as travailleur:
        faites = [int(travailleur.stdout.readline()) for _ in range(2)]
        travailleur.send_signal(signal.SIGKILL)
    etat, montrees, personnes, parcours = etat_vu_de_dehors(importation)

    trop_tot = execution.executer(importation.structure_id, importation.pk)
    plus_tard = timezone.now() + timedelta(minutes=5)
    repris = execution.executer(importation.structure_id, importation.pk, horloge=lambda: plus_tard)

    assert faites == [10, 20]
    assert (etat, personnes, parcours) == (EtatTravail.EN_COURS, 0, 0)
    assert montrees >= 10
    assert (trop_tot, repris) == (False, True)
    assert etat_vu_de_dehors(importation) == (EtatTravail.TERMINE, 38, 38, 38)
