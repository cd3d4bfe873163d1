"""Two diagnostics side by side: levels of the two days only, and never across two grids."""

from datetime import date

import pytest
from django.urls import reverse

from insertion.enums import DOMAINES_PAR_DEFAUT, Domaine, GrilleDiagnostic
from parcours.enums import Moment
from parcours.evolution import comparer, mesurer
from parcours.models import Evaluation
from tests.cellules import cellules
from tests.usines import DiagnosticFactory, EvaluationFactory, ParcoursFactory

ESPACE = "\N{NO-BREAK SPACE}"


@pytest.fixture
def parcours(structure):
    return ParcoursFactory()


@pytest.fixture
def url(parcours):
    return reverse("parcours:diagnostic_comparer", args=[parcours.beneficiaire_id])


def diagnostic(parcours, le, niveaux, **champs):
    fait = DiagnosticFactory(parcours=parcours, date=le, moment=Moment.BILAN, **champs)
    for domaine, niveau in niveaux.items():
        EvaluationFactory(diagnostic=fait, domaine=domaine, niveau=niveau)
    return fait


@pytest.fixture
def trois(parcours):
    """Logement 1 → 2 → 3, budget 2 → not rated → not talked about, droits 3 → 2 → 2."""
    return [
        diagnostic(parcours, le, dict(zip((Domaine.LOGEMENT, Domaine.BUDGET, Domaine.DROITS), niveaux, strict=True)))
        for le, niveaux in (
            (date(2026, 3, 1), (1, 2, 3)),
            (date(2026, 6, 1), (2, None, 2)),
            (date(2026, 9, 1), (3, None, 2)),
        )
    ]


def test_first_and_last_are_compared_unless_chosen(client_de, cip, trois, url):
    html = client_de(cip).get(url).content.decode()

    assert "gagne 2 niveaux" in html
    assert f"Sur 3 domaines{ESPACE}: 1 progresse, 1 recule, 1 ne se compare pas." in html


def test_two_chosen_dates_are_compared_oldest_first(client_de, cip, trois, url):
    html = client_de(cip).get(url, {"avant": trois[2].pk, "apres": trois[1].pk}).content.decode()

    assert "gagne 1 niveau" in html
    assert html.index('scope="col">1er juin 2026') < html.index('scope="col">1er sept. 2026')


def test_comparison_takes_no_level_from_another_day(trois, parcours):
    evaluations = list(Evaluation.objects.d_une_personne(parcours.beneficiaire))

    ecarts = {d.domaine: d.ecart for d in comparer(evaluations, trois[0], trois[1]).domaines}

    assert ecarts == {Domaine.LOGEMENT: 1, Domaine.BUDGET: None, Domaine.DROITS: -1}
    assert {d.domaine: d.ecart for d in mesurer(evaluations).domaines}[Domaine.BUDGET] == 0


def test_both_days_are_drawn(client_de, cip, parcours, url):
    for mois in (3, 9):
        diagnostic(parcours, date(2026, mois, 1), dict.fromkeys(DOMAINES_PAR_DEFAUT, mois // 3))

    html = client_de(cip).get(url).content.decode()

    assert 'polygon class="entree"' in html
    assert 'polygon class="actuel"' in html


def test_levels_of_two_grids_are_never_compared(client_de, cip, parcours, url):
    diagnostic(parcours, date(2026, 3, 1), {Domaine.LOGEMENT: 1})
    apres = diagnostic(parcours, date(2026, 9, 1), {Domaine.LOGEMENT: 4}, grille=GrilleDiagnostic.REFERENCE)

    html = client_de(cip).get(url).content.decode()
    evolution = mesurer(Evaluation.objects.d_une_personne(parcours.beneficiaire))

    assert "Deux grilles différentes." in html
    assert "gagne" not in html
    assert ([p.pk for p in evolution.passages], len(evolution.ecartes)) == ([apres.pk], 1)


def test_evolution_names_the_diagnostics_that_it_leaves_out(client_de, cip, parcours):
    diagnostic(parcours, date(2026, 3, 1), {Domaine.LOGEMENT: 1})
    diagnostic(parcours, date(2026, 9, 1), {Domaine.LOGEMENT: 4}, grille=GrilleDiagnostic.REFERENCE)

    html = client_de(cip).get(reverse("parcours:diagnostic_evolution", args=[parcours.beneficiaire_id])).content

    assert "Le diagnostic du 1er mars 2026 a été fait avec une autre grille" in html.decode()


@cellules("faute", [{"avant": "0"}, {"avant": "x", "apres": "y"}])
def test_unknown_diagnostic_is_refused(client_de, cip, trois, url, faute):
    assert client_de(cip).get(url, faute).status_code == 422


def test_same_diagnostic_twice_is_refused_in_words(client_de, cip, trois, url):
    response = client_de(cip).get(url, {"avant": trois[0].pk, "apres": trois[0].pk})

    assert response.status_code == 422
    assert "Choisissez deux diagnostics différents." in response.content.decode()


def test_one_diagnostic_compares_with_nothing(client_de, cip, parcours, url):
    diagnostic(parcours, date(2026, 3, 1), {Domaine.LOGEMENT: 1})

    assert "Il faut deux diagnostics" in client_de(cip).get(url).content.decode()


def test_stranger_finds_nobody_and_encadrant_is_refused(client_de, etranger, encadrant, url):
    assert [client_de(qui).get(url).status_code for qui in (etranger, encadrant)] == [404, 403]


def test_reader_compares_without_the_sensitive_domains(client_de, lecteur, parcours, url):
    for mois in (3, 9):
        diagnostic(parcours, date(2026, mois, 1), {Domaine.LOGEMENT: 2, Domaine.SANTE: 1})

    html = client_de(lecteur).get(url).content.decode()

    assert f"Sur 1 domaine{ESPACE}: 1 ne change pas." in html
    assert ">Santé<" not in html


@cellules("nombre", [2, 4])
def test_page_costs_the_same_for_two_diagnostics_or_four(client_de, cip, parcours, url, requetes, nombre):
    for mois in range(nombre):
        diagnostic(parcours, date(2026, 3 + mois, 1), dict.fromkeys(DOMAINES_PAR_DEFAUT, 2), auteur=cip)
    client = client_de(cip)

    with requetes() as faites:
        client.get(url)

    assert len(faites) == 10
