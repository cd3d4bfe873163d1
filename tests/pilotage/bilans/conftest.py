"""A structure with enough people over 2025 for its report to say something, and that report."""

from datetime import date, datetime

import pytest

from parcours.models import MotifSortie
from tests.usines import (
    ContratFactory,
    DiagnosticFactory,
    DispositifFactory,
    EntretienFactory,
    EvaluationFactory,
    HeuresMoisFactory,
    ParcoursFactory,
)
from tests.usines.bilans import BilanFactory, CibleFactory, ConventionFactory, FinanceurFactory
from tests.usines.parcours import PARIS


@pytest.fixture
def peuple(structure, referentiels, cip):
    """`peuple(nombre)`: so many people came before 2025; one in two left, every other of them into a job."""

    def peupler(nombre, dispositif=None):
        dispositif = dispositif or DispositifFactory()
        motifs = [MotifSortie.objects.get(code=code) for code in ("3", "7")]
        faits = []
        for rang in range(nombre):
            parcours = ParcoursFactory(
                dispositif=dispositif,
                date_entree=date(2024, 9, 1),
                beneficiaire__civilite="mme" if rang % 3 else "m",
                beneficiaire__date_naissance=date(1970 + rang % 30, 5, 1),
            )
            ContratFactory(parcours=parcours, date_debut=date(2024, 9, 1), date_fin=date(2025, 6, 30))
            HeuresMoisFactory(parcours=parcours, mois=date(2025, 1, 1))
            EvaluationFactory(diagnostic=DiagnosticFactory(parcours=parcours, date=date(2024, 9, 9)), niveau=1)
            EntretienFactory(parcours=parcours, auteur=cip, date=datetime(2025, 3, 3, 9, tzinfo=PARIS))
            if rang % 2:
                parcours.sortir(motif=motifs[rang // 2 % 2], le=date(2025, 6, 30), par=cip)
            faits.append(parcours)
        return faits

    return peupler


@pytest.fixture
def bilan(structure, chef):
    """The annual report of 2025, written by Aude."""
    return BilanFactory(auteur=chef)


@pytest.fixture
def convention(structure):
    """An agreement with the DREETS that aims at 60 % of « sorties dynamiques »."""
    return CibleFactory(
        convention=ConventionFactory(financeur=FinanceurFactory(nom="DREETS Hauts-de-France"))
    ).convention


class Sonnette:
    """A queue that only remembers who rang."""

    name = "sonnette"

    def __init__(self):
        self.appels = []

    def apply_async(self, kwargs, retry):
        self.appels.append(kwargs)
