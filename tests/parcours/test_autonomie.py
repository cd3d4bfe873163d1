"""Autonomy over time (metier.md §1 rows 33, 40)."""

from datetime import date

import pytest

from parcours.autonomie import debut_du_trimestre, dessiner, en_pourcents, suivre
from tests.cellules import cellules

LE = date(2026, 11, 22)


@cellules(
    ("jour", "debut"),
    [
        (date(2026, 1, 1), date(2026, 1, 1)),
        (date(2028, 2, 29), date(2028, 1, 1)),
        (date(2026, 3, 31), date(2026, 1, 1)),
        (date(2026, 4, 1), date(2026, 4, 1)),
        (date(2026, 12, 31), date(2026, 10, 1)),
    ],
    ids=str,
)
def test_quarters_are_those_of_the_calendar(jour, debut):
    assert debut_du_trimestre(jour) == debut


@cellules(
    ("nombres", "attendu"),
    [((1, 1, 1), (34, 33, 33)), ((1, 0, 0), (100, 0, 0)), ((1, 2, 4), (14, 29, 57)), ((0, 1, 1), (0, 50, 50))],
)
def test_shares_always_add_up_to_a_hundred(nombres, attendu):
    assert en_pourcents(nombres) == attendu
    assert sum(attendu) == 100


def test_shares_of_each_quarter_with_its_gap():
    faits = [
        (date(2026, 2, 3), "pour"),
        (date(2026, 3, 31), "pour"),
        (date(2026, 3, 1), "avec"),
        (date(2026, 7, 1), "par"),
        (date(2026, 8, 1), "avec"),
    ]

    autonomie = suivre(faits, LE)

    assert [t.libelle for t in autonomie.trimestres] == ["T1 2026", "T2 2026", "T3 2026", "T4 2026"]
    assert [t.parts for t in autonomie.trimestres] == [(0, 33, 67), None, (50, 50, 0), None]
    assert "T2 2026\N{NO-BREAK SPACE}: aucune démarche notée" in autonomie.description


@cellules(
    ("jour", "connu"),
    [(LE, True), (date(2026, 11, 23), False), (date(2024, 1, 1), True), (date(2023, 12, 31), False)],
    ids=["le-jour-meme", "a-venir", "douze-trimestres", "plus-vieux"],
)
def test_only_three_years_up_to_the_day_are_kept(jour, connu):
    assert bool(suivre([(jour, "par")], LE).trimestres) is connu


def test_nothing_noted_draws_nothing():
    assert dessiner(suivre([], LE)) is None


def test_bands_of_a_bar_fill_its_height():
    dessin = dessiner(suivre([(LE, "par"), (LE, "avec"), (LE, "pour")], LE))

    assert [b.fait for b in dessin.bandes] == ["par", "avec", "pour"]
    assert sum(b.hauteur for b in dessin.bandes) == pytest.approx(140)
