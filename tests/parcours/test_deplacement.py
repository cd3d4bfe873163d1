"""An appointment is moved from the agenda: what its hours meet is told, and nobody overwrites anybody."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse

from parcours.enums import StatutRendezVous
from parcours.models import RendezVous
from tests.cellules import cellules
from tests.usines import AbsenceFactory, RendezVousFactory

PARIS = ZoneInfo("Europe/Paris")


@pytest.fixture(autouse=True)
def _lundi_matin():
    with time_machine.travel(datetime(2026, 11, 23, 8, tzinfo=PARIS), tick=False):
        yield


@pytest.fixture
def pris(structure, cip):
    return RendezVousFactory(utilisateur=cip, debut=datetime(2026, 11, 24, 10, tzinfo=PARIS))


def adresse(rendez_vous):
    return f"{reverse('parcours:rendez_vous_update', args=[rendez_vous.pk])}?suite=/agenda/"


def envoi(rendez_vous, debut="2026-11-26T14:30"):
    return {
        "debut": debut,
        "duree_minutes": "45",
        "lieu": "Bureau 2",
        "utilisateur": rendez_vous.utilisateur_id,
        "version": rendez_vous.version,
    }


def test_moved_it_keeps_its_row_and_comes_back_to_the_agenda(cip, client_de, pris):
    reponse = client_de(cip).post(adresse(pris), envoi(pris))

    deplace = RendezVous.objects.get()
    assert reponse.headers["Location"] == "/agenda/"
    assert (deplace.pk, deplace.debut) == (pris.pk, datetime(2026, 11, 26, 14, 30, tzinfo=PARIS))


def test_hours_that_meet_an_absence_are_told_and_kept(cip, client_de, pris):
    AbsenceFactory(utilisateur=cip)

    page = client_de(cip).post(adresse(pris), envoi(pris), follow=True).content.decode()

    assert "Une absence de Camille Dubois est notée" in page
    assert RendezVous.objects.get().debut.day == 26


def test_moved_by_a_colleague_meanwhile_it_is_not_overwritten(cip, client_de, pris):
    client, perime = client_de(cip), envoi(pris, "2026-11-27T09:00")
    client.post(adresse(pris), envoi(pris))

    assert client.post(adresse(pris), perime).status_code == 409
    assert RendezVous.objects.get().debut.day == 26


def test_what_took_place_or_was_cancelled_is_moved_no_more(cip, client_de, pris):
    pris.passer_a(StatutRendezVous.ANNULE)

    assert client_de(cip).get(adresse(pris)).status_code == 404


@cellules(("role", "attendu"), [("etranger", 404), ("encadrant", 403), ("lecteur", 403)])
def test_moving_is_for_those_who_follow(request, client_de, pris, role, attendu):
    assert client_de(request.getfixturevalue(role)).get(adresse(pris)).status_code == attendu
