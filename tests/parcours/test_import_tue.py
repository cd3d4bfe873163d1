"""A worker killed with -9 while it writes: nothing is left, the sweeper's next ring does it all."""

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from beneficiaires.models import Beneficiaire
from insertion.enums import EtatTravail
from insertion.isolation.contexte import contexte
from parcours.imports import depot, execution
from parcours.models import Import, Parcours
from tests.usines import StructureFactory

EXEMPLE = Path(__file__).parent / "exemples" / "suivi-asp-maison.xlsx"
TRAVAILLEUR = """
import sys, time, django
django.setup()
from parcours.imports import execution
execution.LOT = 10
def suivre(faites):
    print(faites, flush=True)
    time.sleep(1 if faites < 20 else 60)
execution.executer(int(sys.argv[1]), int(sys.argv[2]), suivre=suivre)
"""


@pytest.fixture
def importation(transactional_db):
    """An import that waits, committed: the worker is another process."""
    structure = StructureFactory()
    with contexte(structure.pk):
        importation = depot.deposer(structure.pk, EXEMPLE.read_bytes(), EXEMPLE.name)
        depot.verifier(importation, timezone.now())
        Import.objects.update(etat=EtatTravail.EN_FILE)
    return importation


def travailler(importation):
    """Start a real worker on the test database."""
    base = connection.settings_dict["NAME"]
    adresses = {
        nom: urlsplit(os.environ[nom])._replace(path=f"/{base}").geturl()
        for nom in ("DATABASE_URL", "DATABASE_OWNER_URL")
        if nom in os.environ
    }
    return subprocess.Popen(
        [sys.executable, "-c", TRAVAILLEUR, str(importation.structure_id), str(importation.pk)],
        env={
            **os.environ,
            **adresses,
            "DJANGO_SETTINGS_MODULE": "insertion.settings",
            "SECRET_KEY": settings.SECRET_KEY,
        },
        stdout=subprocess.PIPE,
        text=True,
        cwd=settings.BASE_DIR,
    )


def etat_vu_de_dehors(importation):
    with contexte(importation.structure_id):
        importation.refresh_from_db()
        return importation.etat, importation.lignes_faites, Beneficiaire.objects.count(), Parcours.objects.count()


def test_killed_halfway_then_resumed_it_is_all_or_nothing(importation):
    with travailler(importation) as travailleur:
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
