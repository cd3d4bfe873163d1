"""Exits: what is counted, and who is behind each figure."""

from datetime import date

import pytest

from parcours.models import MotifSortie, Sortie
from pilotage.indicateurs import Donnees, Perimetre, calculer
from pilotage.indicateurs.sorties import examinees
from tests.usines import ParcoursFactory

ANNEE = (date(2025, 1, 1), date(2025, 12, 31))


@pytest.fixture
def sortir(structure, referentiels, cip):
    """`sortir(code, le=…)`: a parcours begun in 2024, ended for that motive (an empty code: without any)."""

    def terminer(code, le=date(2025, 6, 30), entree=date(2024, 9, 1)):
        parcours = ParcoursFactory(date_entree=entree)
        if code:
            parcours.sortir(motif=MotifSortie.objects.get(code=code), le=le, par=cip)
        else:
            parcours.date_sortie = le
            parcours.save()
        return parcours

    return terminer


def test_both_denominators_of_the_dynamic_exits(structure, sortir):
    for code in ("3", "10", "5", "7", ""):
        sortir(code)
    b, a = calculer(Perimetre(structure, *ANNEE), ["taux_dynamiques"])["taux_dynamiques"].lignes
    assert (b.chiffre.fraction, b.chiffre.valeur) == ("3\u00a0/\u00a05", 60)
    assert (a.chiffre.fraction, a.chiffre.valeur) == ("3\u00a0/\u00a04", 75)


def test_withdrawn_and_too_short_exits_are_left_out_and_named(structure, sortir):
    sortir("3")
    deces = sortir("17")
    court = sortir("7", le=date(2025, 2, 1), entree=date(2025, 1, 15))
    documentees, sans_motif, exclus = examinees(Donnees(Perimetre(structure, *ANNEE)))
    assert (len(documentees), len(sans_motif)) == (1, 0)
    assert {e.raison: e.ids for e in exclus} == {
        "motif de retrait": {deces.pk},
        "présence minimale non atteinte": {court.pk},
    }


def test_last_day_of_the_year_counts_and_the_next_one_does_not(structure, sortir):
    dedans = sortir("3", le=date(2025, 12, 31))
    sortir("3", le=date(2026, 1, 1))
    total = calculer(Perimetre(structure, *ANNEE), ["sorties_constatees"])["sorties_constatees"].ligne("total")
    assert total.chiffre.derriere == {dedans.pk}


def test_no_exit_gives_no_rate_rather_than_zero(structure):
    chiffre = calculer(Perimetre(structure, *ANNEE), ["taux_dynamiques"])["taux_dynamiques"].chiffre
    assert (chiffre.valeur, chiffre.en_mots) == (None, "non calculable")


def test_another_structure_counts_for_nothing(structure, autre_structure, sortir):
    sortir("3")
    total = calculer(Perimetre(autre_structure, *ANNEE), ["sorties_constatees"])["sorties_constatees"].chiffre
    assert (total.valeur, Sortie.objects.count()) == (0, 1)
