"""Templates: what each shows to begin with, and how blocks come, go and move."""

from datetime import date

import pytest

from pilotage.bilans.blocs import BLOCS, CATALOGUE, SECTIONS
from pilotage.bilans.modeles import MODELES, a_jour, agir, plan
from pilotage.bilans.periodes import periodes
from pilotage.enums import ModeleBilan
from pilotage.indicateurs import INDICATEURS
from pilotage.indicateurs.registre import RUBRIQUES
from tests.cellules import cellules


def test_every_template_has_its_blocks():
    assert set(MODELES) == set(ModeleBilan)
    assert {code for modele in MODELES.values() for code in modele.blocs} <= set(BLOCS)


@cellules("bloc", CATALOGUE, ids=lambda bloc: bloc.code)
def test_a_block_names_indicators_that_exist(bloc):
    codes = {*bloc.indicateurs, *(code for code, _ in bloc.cles)}

    assert codes <= set(INDICATEURS)


def test_a_template_begins_with_its_blocks_and_offers_the_others():
    blocs = plan(ModeleBilan.DREETS)

    assert [b["code"] for b in blocs if b["actif"]] == list(MODELES[ModeleBilan.DREETS].blocs)
    assert {b["code"] for b in blocs} == set(BLOCS)


def test_the_sections_that_an_agreement_wants_make_the_plan():
    assert list(SECTIONS) == list(RUBRIQUES)

    iae = montres(plan(ModeleBilan.IAE, ["Sorties", "Équipe", "Accompagnement"]))
    dreets = montres(plan(ModeleBilan.DREETS, ["Publics", "Aides financières", "disparue"]))

    assert iae[:2] == ["presentation", "essentiel"]
    assert iae[2:-4] == ["sorties", "motifs", "equipe", "accompagnement", "ateliers"]
    assert iae[-4:] == ["perspectives", "cibles", "conformite", "methode"]
    assert dreets == ["presentation", "axe_accueil", "aides", "cibles", "conformite", "methode"]


def montres(blocs):
    return [bloc["code"] for bloc in blocs if bloc["actif"]]


@pytest.fixture
def trois():
    return [{"code": c, "actif": True, "texte": c, "version": 0} for c in ("sorties", "publics", "apres")]


@cellules(
    ("action", "attendu"),
    [
        ("monter", ["publics", "sorties", "apres"]),
        ("descendre", ["sorties", "apres", "publics"]),
        ("retirer", ["sorties", "apres"]),
        ("montrer", ["sorties", "publics", "apres"]),
    ],
)
def test_a_block_moves_by_one_place(trois, action, attendu):
    assert montres(agir(trois, "publics", action)) == attendu


@cellules(("code", "action"), [("sorties", "monter"), ("apres", "descendre")])
def test_at_the_end_of_the_plan_nothing_moves(trois, code, action):
    assert montres(agir(trois, code, action)) == ["sorties", "publics", "apres"]


def test_a_block_taken_away_keeps_its_text_and_comes_back_last(trois):
    retire = agir(trois, "sorties", "retirer")

    revenu = agir(retire, "sorties", "montrer")

    assert montres(revenu) == ["publics", "apres", "sorties"]
    assert revenu[2]["texte"] == "sorties"


def test_a_block_shown_again_goes_before_those_that_close_the_report():
    blocs = agir(agir(plan(ModeleBilan.PLIE), "plie", "retirer"), "plie", "montrer")

    assert montres(blocs)[-4:] == ["plie", "cibles", "conformite", "methode"]


def test_an_unknown_action_is_an_error(trois):
    with pytest.raises(KeyError):
        agir(trois, "publics", "doubler")


def test_a_report_written_long_ago_gets_the_new_blocks_and_loses_the_old():
    blocs = a_jour([{"code": "disparu", "actif": True, "texte": "", "version": 0}])

    assert montres(blocs) == []
    assert {b["code"] for b in blocs} == set(BLOCS)


@cellules(
    ("le", "semestre"),
    [
        (date(2026, 3, 31), "Semestre octobre 2025 – mars 2026"),
        (date(2026, 4, 1), "Semestre avril – septembre 2026"),
        (date(2026, 10, 1), "Semestre octobre 2026 – mars 2027"),
    ],
)
def test_semesters_of_convergence_follow_the_day(le, semestre):
    assert periodes(le)[2].libelle == semestre


def test_periods_offered_in_november():
    offertes = [(p.libelle, p.du, p.au) for p in periodes(date(2026, 11, 17))]

    assert offertes[1] == ("Année 2025", date(2025, 1, 1), date(2025, 12, 31))
    assert offertes[3] == ("Semestre avril – septembre 2026", date(2026, 4, 1), date(2026, 9, 30))
    assert offertes[-1] == ("3e trimestre 2026", date(2026, 7, 1), date(2026, 9, 30))
