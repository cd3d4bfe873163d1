"""The catalogue of trainings and their next dates."""

import uuid
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from entreprises.conditions import conditions
from entreprises.enums import FaitDemande
from entreprises.models import Formation, SessionFormation
from tests.cellules import cellules
from tests.usines import FormationFactory, PartenaireFactory, SessionFormationFactory

NOUVELLE = reverse("entreprises:formation_create")
pytestmark = pytest.mark.usefixtures("_aujourdhui")


@pytest.fixture
def _aujourdhui():
    with time_machine.travel("2026-11-22 10:00+01:00"):
        yield


@pytest.fixture
def formation(structure):
    return FormationFactory(nom="Titre d’agent de propreté")


def adresse(nom, ligne):
    return reverse(f"entreprises:{nom}", args=[ligne.pk])


def saisie(**champs):
    envoi = {"nom": "CACES R489", "domaine": "habilitation", "heures": "35", "soumission": uuid.uuid4()}
    return envoi | {"faits_tous": ["permis_b"], "faits_un": ["rsa", "ass"], "age_min": "18"} | champs


def test_training_is_added_with_what_it_asks(client_de, cip, structure):
    organisme = PartenaireFactory()

    response = client_de(cip).post(NOUVELLE, saisie(organisme=organisme.pk, autres_conditions="Être en forme\n"))

    ajoutee = Formation.objects.get()
    assert response.url == ajoutee.get_absolute_url()
    assert [c.phrase for c in conditions(ajoutee)] == [
        "Avoir au moins 18 ans",
        "Avoir le permis B",
        "Au choix\u00a0: recevoir le RSA\u00a0; recevoir l’ASS",
        "Être en forme",
    ]


def test_what_is_not_asked_is_no_condition(formation):
    assert conditions(formation) == []


def test_page_of_a_training_shows_the_dates_to_come_only(client_de, lecteur, formation):
    SessionFormationFactory(formation=formation, debut=date(2026, 3, 2))
    SessionFormationFactory(formation=formation, debut=date(2026, 12, 7), precision="Douze places")

    html = client_de(lecteur).get(formation.get_absolute_url()).content.decode()

    assert (
        "7\N{NO-BREAK SPACE}décembre\N{NO-BREAK SPACE}2026" in html,
        "Douze places" in html,
        "2\N{NO-BREAK SPACE}mars\N{NO-BREAK SPACE}2026" in html,
    ) == (True, True, False)


@cellules(
    ("champs", "phrase"),
    [
        ({"nom": ""}, "L’intitulé est nécessaire."),
        ({"heures": "0"}, "Une formation dure au moins une heure."),
        ({"age_max": "16"}, "L’âge le plus haut ne peut pas être sous l’âge le plus bas."),
        ({"code_rome": "Z9999"}, "Ce code n’est pas dans la liste du ROME"),
        ({"faits_tous": ["magicien"]}, "magicien"),
    ],
)
def test_refused_training_says_why_and_keeps_what_was_typed(client_de, cip, structure, champs, phrase):
    response = client_de(cip).post(NOUVELLE, saisie(financement="Région Hauts-de-France") | champs)

    html = response.content.decode()
    assert response.status_code == 422
    assert phrase in html
    assert "Région Hauts-de-France" in html
    assert Formation.objects.count() == 0


def test_the_same_training_of_the_same_partner_is_refused(client_de, cip, structure):
    FormationFactory(nom="CACES R489", organisme=PartenaireFactory(pk=900))

    response = client_de(cip).post(NOUVELLE, saisie(organisme="900"))

    assert response.status_code == 422
    assert "déjà dans le catalogue" in response.content.decode()


def test_partner_of_another_structure_is_not_a_choice(client_de, cip, etranger, structure):
    response = client_de(cip).post(NOUVELLE, saisie(organisme="424242"))

    assert response.status_code == 422


def test_training_sent_twice_is_written_once(client_de, cip, structure):
    client, donnees = client_de(cip), saisie()

    for _ in range(2):
        client.post(NOUVELLE, donnees)

    assert Formation.objects.count() == 1


def test_colleague_corrects_a_training(client_de, collegue, formation):
    donnees = saisie(nom="Titre d’agent de service", version=0, faits_tous=["france_travail"])

    client_de(collegue).post(adresse("formation_update", formation), donnees)

    formation.refresh_from_db()
    assert (formation.nom, formation.faits_tous, formation.actif) == (
        "Titre d’agent de service",
        [FaitDemande.FRANCE_TRAVAIL],
        False,
    )


def test_a_date_is_added_corrected_and_taken_away(client_de, cip, formation):
    client = client_de(cip)
    client.post(adresse("session_create", formation), {"debut": "2026-12-07", "fin": "2026-12-18"})
    session = SessionFormation.objects.get()

    client.post(adresse("session_update", session), {"debut": "2026-12-08", "version": 0})
    session.refresh_from_db()
    assert (session.debut, session.fin) == (date(2026, 12, 8), None)

    client.post(adresse("session_delete", session))
    assert SessionFormation.objects.count() == 0


def test_a_session_that_ends_before_it_begins_is_refused(client_de, cip, formation):
    response = client_de(cip).post(adresse("session_create", formation), {"debut": "2026-12-07", "fin": "2026-12-01"})

    assert response.status_code == 422
    assert "La session ne peut pas finir avant d’avoir commencé." in response.content.decode()


@cellules("role", ["encadrant", "lecteur", "benevole"])
def test_reader_may_not_write_the_catalogue(request, client_de, role, formation):
    session = SessionFormationFactory(formation=formation)
    client = client_de(request.getfixturevalue(role))
    adresses = [NOUVELLE, adresse("formation_update", formation), adresse("session_create", formation)]
    adresses += [adresse(nom, session) for nom in ("session_update", "session_delete")]

    assert {client.post(url, saisie()).status_code for url in adresses} == {403}


def test_stranger_finds_neither_the_training_nor_its_dates(client_de, etranger, formation):
    session = SessionFormationFactory(formation=formation)
    client = client_de(etranger)
    adresses = [adresse(nom, formation) for nom in ("formation_update", "session_create")]
    adresses += [adresse(nom, session) for nom in ("session_update", "session_delete")]

    assert client.get(formation.get_absolute_url()).status_code == 404
    assert {client.post(url, saisie(version=0)).status_code for url in adresses} == {404}
