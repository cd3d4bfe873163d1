"""The year that a new report is proposed for."""

from datetime import date

from pilotage.bilans.periodes import annee_a_rendre
from tests.cellules import cellules


@cellules(
    ("le", "annee"), [((2026, 1, 20), 2025), ((2026, 6, 30), 2025), ((2026, 7, 1), 2026), ((2026, 11, 30), 2026)]
)
def test_the_year_that_is_due_then_the_one_under_way(le, annee):
    """An annual report is due in the first months of the next year; from July, the one under way is prepared."""
    assert annee_a_rendre(date(*le)).du == date(annee, 1, 1)
