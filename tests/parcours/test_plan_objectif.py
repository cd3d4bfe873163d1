import uuid
from datetime import date

import pytest
from django.urls import reverse

from insertion.enums import Domaine
from parcours.enums import EtatObjectif
from parcours.models import Objectif
from tests.cellules import cellules
from tests.usines import ObjectifFactory, ParcoursFactory


@pytest.fixture
def parcours(structure):
    return ParcoursFactory()


@pytest.fixture
def url(parcours):
    return reverse("parcours:objectif_create", args=[parcours.pk])


@pytest.fixture
def objectif(parcours):
    return ObjectifFactory(parcours=parcours)


@pytest.fixture
def url_update(objectif):
    return reverse("parcours:objectif_update", args=[objectif.pk])


def saisie(**champs):
    return {"intitule": "Trouver une solution de garde", "domaine": "famille", "soumission": uuid.uuid4()} | champs


def correction(**champs):
    return {"version": 0, "intitule": "Passer le permis", "domaine": "mobilite", "etat": "en_cours"} | champs


def test_objectif_joins_the_plan(client_de, cip, parcours, url):
    response = client_de(cip).post(url, saisie(critere="La place est réservée", echeance="2026-12-15"))

    objectif = Objectif.objects.get()
    assert response.url == reverse("parcours:plan_detail", args=[parcours.pk])
    assert (objectif.parcours, objectif.domaine) == (parcours, Domaine.FAMILLE)
    assert (objectif.critere, objectif.echeance) == ("La place est réservée", date(2026, 12, 15))


def test_objectif_sent_twice_is_written_once(client_de, cip, url):
    client, donnees = client_de(cip), saisie()

    for _ in range(2):
        client.post(url, donnees)

    assert Objectif.objects.count() == 1


def test_form_offers_objectifs_often_agreed(client_de, cip, url):
    html = client_de(cip).get(url).content.decode()

    assert 'list="suggestions"' in html
    assert 'id="suggestions-logement"' in html


def test_stranger_finds_no_such_parcours(client_de, etranger, url):
    assert client_de(etranger).post(url, saisie()).status_code == 404


@cellules("role", ["encadrant", "lecteur", "benevole"])
def test_reader_may_not_write_an_objectif(request, client_de, url, role):
    assert client_de(request.getfixturevalue(role)).post(url, saisie()).status_code == 403


def test_refused_objectif_keeps_what_was_typed(client_de, cip, url):
    response = client_de(cip).post(url, saisie(intitule="", critere="Le dossier est déposé"))

    assert response.status_code == 422
    assert "Le dossier est déposé" in response.content.decode()


def test_objectif_reached_says_so(client_de, collegue, objectif, url_update):
    client_de(collegue).post(url_update, correction(etat=EtatObjectif.ATTEINT))

    objectif.refresh_from_db()
    assert (objectif.etat, objectif.intitule, objectif.version) == (EtatObjectif.ATTEINT, "Passer le permis", 1)


def test_late_correction_shows_both_texts(client_de, cip, collegue, objectif, url_update):
    client_de(collegue).post(url_update, correction(intitule="Passer le permis en juin"))

    response = client_de(cip).post(url_update, correction(intitule="Passer le code d’abord"))

    html = response.content.decode()
    assert response.status_code == 409
    assert "Passer le permis en juin" in html
    assert "Passer le code d’abord" in html


def test_correction_is_closed_to_strangers_and_readers(client_de, etranger, encadrant, url_update):
    assert [client_de(qui).post(url_update, correction()).status_code for qui in (etranger, encadrant)] == [404, 403]


def test_refused_correction_answers_422(client_de, cip, url_update):
    assert client_de(cip).post(url_update, correction(intitule="")).status_code == 422
