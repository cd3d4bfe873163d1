import uuid
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from insertion.enums import Domaine
from insertion.models import Geste
from parcours.enums import Acteur, EtatAction
from parcours.models import Action
from tests.cellules import cellules
from tests.usines import ActionFactory, ObjectifFactory, ParcoursFactory

LE = date(2026, 11, 22)


@pytest.fixture
def parcours(structure):
    return ParcoursFactory()


@pytest.fixture
def objectif(parcours):
    return ObjectifFactory(parcours=parcours, domaine=Domaine.SANTE)


@pytest.fixture
def url(parcours):
    return reverse("parcours:action_create", args=[parcours.pk])


@pytest.fixture
def action(parcours):
    return ActionFactory(parcours=parcours)


@pytest.fixture
def url_update(action):
    return reverse("parcours:action_update", args=[action.pk])


@pytest.fixture
def url_etat(action):
    return reverse("parcours:action_etat", args=[action.pk])


def saisie(**champs):
    return {"intitule": "Appeler le médecin", "acteur": Acteur.ENSEMBLE, "soumission": uuid.uuid4()} | champs


def correction(**champs):
    return {"version": 0, "intitule": "Écrire au GRETA", "acteur": Acteur.PERSONNE} | champs


def test_action_takes_the_domain_of_its_objectif(client_de, cip, parcours, objectif, url):
    response = client_de(cip).post(url, saisie(objectif=objectif.pk, domaine="budget", echeance="2026-12-01"))

    action = Action.objects.get()
    assert response.url == reverse("parcours:plan_detail", args=[parcours.pk])
    assert (action.objectif, action.domaine, action.acteur) == (objectif, Domaine.SANTE, Acteur.ENSEMBLE)


def test_action_offers_the_objectif_of_the_address(client_de, cip, objectif, url):
    html = client_de(cip).get(f"{url}?objectif={objectif.pk}").content.decode()

    assert f'<option value="{objectif.pk}" selected>' in html


def test_action_cannot_serve_the_objectif_of_somebody_else(client_de, cip, url):
    autre = ObjectifFactory()

    response = client_de(cip).post(url, saisie(objectif=autre.pk))

    assert response.status_code == 422
    assert Action.objects.count() == 0


def test_action_sent_twice_is_written_once(client_de, cip, url):
    client, donnees = client_de(cip), saisie()

    for _ in range(2):
        client.post(url, donnees)

    assert Action.objects.count() == 1


def test_stranger_finds_no_such_parcours(client_de, etranger, url):
    assert client_de(etranger).post(url, saisie()).status_code == 404


@cellules("role", ["encadrant", "lecteur", "benevole"])
def test_reader_may_not_write_an_action(request, client_de, url, role):
    assert client_de(request.getfixturevalue(role)).post(url, saisie()).status_code == 403


def test_refused_action_answers_422(client_de, cip, url):
    assert client_de(cip).post(url, saisie(intitule="")).status_code == 422


def test_colleague_moves_an_action_to_an_objectif(client_de, collegue, objectif, action, url_update):
    client_de(collegue).post(url_update, correction(objectif=objectif.pk))

    action.refresh_from_db()
    assert (action.objectif, action.domaine, action.intitule) == (objectif, Domaine.SANTE, "Écrire au GRETA")


def test_late_correction_shows_both_texts(client_de, cip, collegue, url_update):
    client_de(collegue).post(url_update, correction(intitule="Passer au GRETA"))

    response = client_de(cip).post(url_update, correction())

    html = response.content.decode()
    assert response.status_code == 409
    assert "Passer au GRETA" in html
    assert "Écrire au GRETA" in html


def test_correction_opened_before_the_tick_is_late(client_de, cip, action, url_update):
    action.passer_a(EtatAction.FAIT, le=LE)

    assert client_de(cip).post(url_update, correction()).status_code == 409


def test_correction_is_closed_to_strangers_and_readers(client_de, etranger, encadrant, url_update):
    assert [client_de(qui).post(url_update, correction()).status_code for qui in (etranger, encadrant)] == [404, 403]


def test_refused_correction_answers_422(client_de, cip, url_update):
    assert client_de(cip).post(url_update, correction(intitule="")).status_code == 422


@time_machine.travel("2026-11-22 10:00+01:00")
def test_one_click_ends_an_action_and_one_click_undoes_it(client_de, cip, action, url_etat):
    client = client_de(cip)

    page = client.post(url_etat, {"etat": "fait"}, follow=True).content.decode()
    action.refresh_from_db()
    faite = (action.etat, action.date_fin)
    client.post(f"{url_etat}?etat=a_faire")
    action.refresh_from_db()

    assert faite == (EtatAction.FAIT, LE)
    assert (action.etat, action.date_fin) == (EtatAction.A_FAIRE, None)
    assert reverse("insertion:geste_annulation", args=[Geste.objects.last().pk]) in page


def test_saying_twice_that_an_action_is_done_keeps_the_first_day(action):
    action.passer_a(EtatAction.FAIT, le=LE)
    action.passer_a(EtatAction.FAIT, le=date(2026, 12, 1))

    action.refresh_from_db()
    assert (action.date_fin, action.version) == (LE, 1)


def test_state_changed_from_the_board_answers_the_board(client_de, collegue, action, url_etat):
    response = client_de(collegue).post(url_etat, {"etat": "en_cours"}, headers={"HX-Request": "true"})

    html = response.content.decode()
    assert html.strip().startswith('<div id="tableau"')
    assert '<option value="en_cours" selected>' in html
    assert "annulable" in response.headers["HX-Trigger"]


@cellules(("suite", "retour"), [("/beneficiaires/1/parcours/", True), ("https://ailleurs.fr/", False)])
def test_state_comes_back_to_our_pages_only(client_de, cip, action, url_etat, suite, retour):
    response = client_de(cip).post(url_etat, {"etat": "fait", "suite": suite})

    assert response.url == (suite if retour else reverse("parcours:plan_detail", args=[action.parcours_id]))


@cellules(("qui", "attendu"), [("etranger", 404), ("encadrant", 403), ("lecteur", 403)])
def test_state_is_closed_to_strangers_and_readers(request, client_de, url_etat, qui, attendu):
    assert client_de(request.getfixturevalue(qui)).post(url_etat, {"etat": "fait"}).status_code == attendu


def test_unknown_state_is_refused(client_de, cip, url_etat):
    assert client_de(cip).post(url_etat, {"etat": "parti"}).status_code == 400
