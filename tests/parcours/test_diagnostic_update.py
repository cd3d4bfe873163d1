from datetime import date

import pytest
from django.urls import reverse

from insertion.enums import Domaine
from parcours.enums import Moment
from parcours.models import Diagnostic, Evaluation
from tests.cellules import cellules
from tests.usines import DiagnosticFactory, EvaluationFactory


@pytest.fixture
def diagnostic(structure):
    structure.domaines = [Domaine.LOGEMENT, Domaine.BUDGET, Domaine.SANTE]
    structure.save()
    diagnostic = DiagnosticFactory(a_confirmer=True)
    EvaluationFactory(diagnostic=diagnostic, niveau=1, remarque="Hébergée.")
    EvaluationFactory(diagnostic=diagnostic, domaine=Domaine.BUDGET, niveau=None)
    return diagnostic


@pytest.fixture
def url(diagnostic):
    return reverse("parcours:diagnostic_update", args=[diagnostic.pk])


def saisie(**champs):
    return {
        "version": 0,
        "moment": Moment.ENTREE,
        "date": "2026-03-20",
        "niveau_logement": "1",
        "remarque_logement": "Hébergée.",
    } | champs


def test_correction_changes_only_the_answers_that_changed(client_de, cip, diagnostic, url):
    client_de(cip).post(url, saisie(niveau_budget="3"))

    diagnostic.refresh_from_db()
    evenements = Evaluation.pgh_event_models["update"].objects.filter(pgh_label="update")
    historique = evenements.values_list("domaine", flat=True)
    assert dict(Evaluation.objects.values_list("domaine", "niveau")) == {"logement": 1, "budget": 3, "sante": None}
    assert list(historique) == ["budget"]
    assert diagnostic.version == 1


def test_page_shows_what_was_answered(client_de, collegue, url):
    html = client_de(collegue).get(url).content.decode()

    assert 'name="niveau_logement" value="1" checked' in html
    assert "Hébergée." in html
    assert "À confirmer avec la personne" in html


def test_stranger_finds_no_such_diagnostic(client_de, etranger, url):
    assert client_de(etranger).post(url, saisie()).status_code == 404


@cellules("role", ["lecteur", "encadrant"])
def test_reader_may_not_correct(request, client_de, url, role):
    assert client_de(request.getfixturevalue(role)).post(url, saisie()).status_code == 403


def test_refused_correction_keeps_what_was_typed(client_de, cip, url):
    response = client_de(cip).post(url, saisie(date="2999-01-01", remarque_budget="Dossier déposé."))

    assert response.status_code == 422
    assert "Dossier déposé." in response.content.decode()


def test_correction_that_leaves_nothing_is_refused(client_de, cip, url):
    response = client_de(cip).post(url, saisie(niveau_logement="", remarque_logement=""))

    assert response.status_code == 422
    assert set(Evaluation.objects.values_list("niveau", flat=True)) == {1, None}


def test_late_correction_shows_both_texts_and_changes_nothing(client_de, cip, collegue, diagnostic, url):
    client_de(collegue).post(url, saisie(niveau_logement="3", remarque_logement="Bail signé."))

    response = client_de(cip).post(url, saisie(niveau_logement="0", remarque_logement="Expulsée."))

    html = response.content.decode()
    assert response.status_code == 409
    assert all(texte in html for texte in ("Bail signé.", "Expulsée.", "3 · Gêne légère", "0 · Frein bloquant"))
    assert Evaluation.objects.get(domaine=Domaine.LOGEMENT).niveau == 3


def test_saving_one_taken_from_a_file_confirms_it(client_de, cip, diagnostic, url):
    client_de(cip).post(url, saisie())

    diagnostic.refresh_from_db()
    assert not diagnostic.a_confirmer


def test_answer_of_a_domain_left_by_the_structure_is_still_shown(client_de, cip, diagnostic, url):
    EvaluationFactory(diagnostic=diagnostic, domaine=Domaine.AGE, niveau=2)

    assert 'name="niveau_age" value="2" checked' in client_de(cip).get(url).content.decode()


def test_diagnostic_taken_from_a_file_is_confirmed_in_one_click(client_de, cip, diagnostic):
    url = reverse("parcours:diagnostic_confirmation", args=[diagnostic.pk])

    reponses = [client_de(cip).post(url).status_code for _ in range(2)]

    diagnostic.refresh_from_db()
    assert reponses == [302, 302]
    assert (diagnostic.a_confirmer, diagnostic.version) == (False, 1)


def test_confirmation_is_closed_to_strangers_and_readers(client_de, etranger, lecteur, diagnostic):
    url = reverse("parcours:diagnostic_confirmation", args=[diagnostic.pk])

    assert [client_de(qui).post(url).status_code for qui in (etranger, lecteur)] == [404, 403]
    assert Diagnostic.objects.get().a_confirmer


def test_last_time_is_what_was_said_before_this_diagnostic(client_de, cip, diagnostic, url):
    avant = DiagnosticFactory(parcours=diagnostic.parcours, date=date(2026, 1, 5))
    EvaluationFactory(diagnostic=avant, niveau=0)
    apres = DiagnosticFactory(parcours=diagnostic.parcours, date=date(2026, 9, 9))
    EvaluationFactory(diagnostic=apres, niveau=4)

    html = client_de(cip).get(url).content.decode()

    assert "la dernière fois, le 5 jan. 2026" in html
    assert "9 sept. 2026</em>" not in html


def test_words_of_a_file_about_a_domain_outside_the_public_grid_stay_and_are_read(client_de, cip, diagnostic, url):
    Diagnostic.objects.update(grille="reference")
    EvaluationFactory(
        diagnostic=diagnostic, domaine=Domaine.NUMERIQUE, niveau=None, non_evalue=True, remarque="D’après le fichier."
    )
    client = client_de(cip)

    page = client.get(url).content.decode()
    client.post(url, saisie(niveau_numerique="ne", remarque_numerique="N’a pas d’ordinateur."))
    evolution = client.get(reverse("parcours:diagnostic_evolution", args=[diagnostic.parcours.beneficiaire_id]))

    assert "D’après le fichier." in page
    assert 'name="niveau_numerique" value="3"' not in page
    assert Evaluation.objects.get(domaine=Domaine.NUMERIQUE).non_evalue is True
    assert "N’a pas d’ordinateur." in evolution.content.decode()
