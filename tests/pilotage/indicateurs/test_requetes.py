"""Each table is read once: the queries do not grow with the people."""

from datetime import date, datetime

from parcours.models import MotifSortie
from pilotage.indicateurs import Perimetre, calculer
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
