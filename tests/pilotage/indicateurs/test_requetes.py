"""Each table is read once: the queries do not grow with the people, and their SQL is that of a period, of nobody."""

import inspect
from datetime import date, datetime

import pytest

from insertion.models import Structure
from parcours.models import MotifSortie
from pilotage.completude import completude
from pilotage.exigences import CHAMPS
from pilotage.indicateurs import Donnees, Perimetre, calculer
from pilotage.indicateurs.lectures import Lectures
from tests.cellules import cellules
from tests.usines import (
    ContratFactory,
    DiagnosticFactory,
    DispositifFactory,
    EntretienFactory,
    EvaluationFactory,
    HeuresMoisFactory,
    ParcoursFactory,
)
from tests.usines.parcours import PARIS

#: One reading per matter, over every indicator; what sets the role of the system around each is not one.
LECTURES = 39
#: What belongs to one structure.
INTERDITS = (Donnees, Perimetre, Structure, int, set, frozenset, list)


@cellules("nombre", [5, 50])
def test_queries_are_the_same_for_5_people_and_50(structure, referentiels, cip, requetes, nombre):
    dispositif, motif = DispositifFactory(), MotifSortie.objects.get(code="7")
    for rang in range(nombre):
        parcours = ParcoursFactory(dispositif=dispositif, date_entree=date(2024, 9, 1))
        ContratFactory(parcours=parcours, date_debut=date(2024, 9, 1), date_fin=date(2025, 6, 30))
        HeuresMoisFactory(parcours=parcours, mois=date(2025, 1, 1))
        EvaluationFactory(diagnostic=DiagnosticFactory(parcours=parcours, date=date(2024, 9, 9)))
        EntretienFactory(parcours=parcours, auteur=cip, date=datetime(2025, 3, 3, 9, tzinfo=PARIS))
        if rang % 2:
            parcours.sortir(motif=motif, le=date(2025, 6, 30), par=cip)
    with requetes() as faites:
        calculer(Perimetre(structure, date(2025, 1, 1), date(2025, 12, 31)))
    lectures = [sql for sql in faites if "set_config" not in sql]
    assert len(lectures) == LECTURES


def test_the_query_of_a_table_knows_nothing_of_a_perimeter_but_its_days(structure, referentiels, monkeypatch):
    """It is kept, and asked again for another structure: what it would know of the first would be read there."""
    lire, vues = Lectures.table, {}

    def noter(lectures, nom, construire, listes, rang):
        vues[nom] = inspect.getclosurevars(construire).nonlocals.values()
        return lire(lectures, nom, construire, listes, rang)

    monkeypatch.setattr(Lectures, "table", noter)
    perimetre = Perimetre(structure, date(2025, 1, 1), date(2025, 12, 31))
    calculer(perimetre)
    completude(perimetre, tuple(CHAMPS.values()))

    assert len(vues) > LECTURES
    assert not [nom for nom, connues in vues.items() if any(isinstance(c, INTERDITS) for c in connues)]


@pytest.mark.parametrize("annee", [2024, 2025])
def test_the_sql_that_is_kept_reads_the_structure_and_the_days_that_are_asked_for(
    structure, autre_structure, cip, annee
):
    for an, nombre in ((2024, 1), (2025, 2)):
        for _ in range(nombre):
            parcours = ParcoursFactory(date_entree=date(2024, 1, 8))
            EntretienFactory(parcours=parcours, auteur=cip, date=datetime(an, 3, 3, 9, tzinfo=PARIS))

    def tenus(la_structure):
        perimetre = Perimetre(la_structure, date(annee, 1, 1), date(annee, 12, 31))
        return calculer(perimetre, ["entretiens"])["entretiens"].chiffre.valeur

    assert [tenus(autre_structure), tenus(structure), tenus(autre_structure)] == [0, annee - 2023, 0]
