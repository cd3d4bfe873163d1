"""« Toujours exact »: a dated row says who confirmed an answer and when (metier.md §2 row 17)."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from insertion.enums import Domaine
from insertion.isolation.contexte import contexte
from parcours.fil import evenements
from parcours.models import Confirmation, Evaluation
from tests.cellules import cellules
from tests.usines import DiagnosticFactory, EvaluationFactory


@pytest.fixture
def evaluation(structure):
    return EvaluationFactory(diagnostic=DiagnosticFactory(date=date(2026, 3, 20)), niveau=1)


@pytest.fixture
def url(evaluation):
    return reverse("parcours:evaluation_confirmation", args=[evaluation.pk])


@pytest.fixture
def evolution(evaluation):
    return reverse("parcours:diagnostic_evolution", args=[evaluation.diagnostic.parcours.beneficiaire_id])


def test_one_click_says_who_confirmed_and_when(client_de, cip, evaluation, url, evolution):
    client = client_de(cip)

    client.post(url)

    confirmation = Confirmation.objects.get()
    assert (confirmation.evaluation, confirmation.auteur, confirmation.date) == (
        evaluation,
        cip,
        timezone.localdate(),
    )
    assert "par Camille Dubois" in client.get(evolution).content.decode()
    assert Evaluation.objects.get().niveau == 1


def test_same_click_twice_is_written_once(client_de, cip, collegue, url):
    for qui in (cip, cip, collegue):
        client_de(qui).post(url)

    assert Confirmation.objects.get().auteur == cip


def test_answer_confirmed_yesterday_can_be_confirmed_today(client_de, cip, evaluation, url):
    evaluation.confirmer(timezone.localdate() - timedelta(days=1), cip)

    client_de(cip).post(url)

    assert Confirmation.objects.count() == 2


def test_only_the_last_diagnostic_can_still_be_exact(client_de, cip, evaluation, url):
    DiagnosticFactory(parcours=evaluation.diagnostic.parcours, date=date(2026, 9, 9))

    html = client_de(cip).post(url, follow=True).content.decode()

    assert "Un diagnostic plus récent a été fait" in html
    assert Confirmation.objects.count() == 0


def test_answer_without_level_has_nothing_to_confirm(client_de, cip, evaluation, url):
    Evaluation.objects.update(niveau=None, non_evalue=True)

    client_de(cip).post(url)

    assert Confirmation.objects.count() == 0


def test_one_takes_back_ones_own_click_of_today_only(client_de, cip, collegue, evaluation):
    confirmation = evaluation.confirmer(timezone.localdate(), cip)
    ancienne = evaluation.confirmer(date(2026, 4, 1), cip)
    urls = [reverse("parcours:confirmation_annulation", args=[c.pk]) for c in (confirmation, ancienne)]

    statuts = [client_de(collegue).post(urls[0]).status_code, client_de(cip).post(urls[1]).status_code]
    client_de(cip).post(urls[0])

    assert statuts == [404, 404]
    assert list(Confirmation.objects.all()) == [ancienne]


def test_confirmation_is_closed_to_strangers_and_readers(client_de, etranger, lecteur, url):
    assert [client_de(qui).post(url).status_code for qui in (etranger, lecteur)] == [404, 403]
    assert Confirmation.objects.count() == 0


def test_confirmations_of_one_day_are_one_event_of_the_thread(structure, cip, evaluation):
    autre = EvaluationFactory(diagnostic=evaluation.diagnostic, domaine=Domaine.BUDGET, niveau=2)
    for une in (evaluation, autre):
        une.confirmer(date(2026, 11, 3), cip)

    faits = [e for e in evenements(evaluation.diagnostic.parcours.beneficiaire) if e.genre == "confirmation"]

    assert [(e.titre, e.themes, e.auteur) for e in faits] == [
        ("Toujours exact", ["Budget", "Logement"], "Camille Dubois")
    ]


@cellules(("qui", "vus"), [("cip", 2), ("lecteur", 1), ("encadrant", 0)])
def test_confirmation_of_a_sensitive_domain_has_the_policy_of_its_answer(
    request, structure, cip, evaluation, qui, vus
):
    sante = EvaluationFactory(diagnostic=evaluation.diagnostic, sante=True)
    for une in (evaluation, sante):
        une.confirmer(date(2026, 11, 3), cip)
    lisant = request.getfixturevalue(qui)

    with contexte(structure.pk, utilisateur_id=lisant.pk, role=lisant.appartenance.role):
        nombre = Confirmation.objects.count()

    assert nombre == vus
