"""« Mes sessions »: what is open where, closed from afar."""

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from .test_duree_session import MOT_DE_PASSE

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
TELEPHONE = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36"


@pytest.fixture(autouse=True)
def demonstration(settings):
    settings.SECOND_FACTEUR = False


def entrer(utilisateur, agent, ip):
    client = Client(HTTP_USER_AGENT=agent, REMOTE_ADDR=ip)
    client.post("/compte/login/", {"login": utilisateur.email, "password": MOT_DE_PASSE})
    return client


def ouvert(client):
    return client.get("/beneficiaires/").status_code == 200


def test_one_sees_ones_devices_and_closes_one_then_all(cip, collegue, time_machine):
    time_machine.move_to("2026-11-30 08:00 +0100", tick=False)
    bureau, telephone = entrer(cip, FIREFOX, "198.51.100.7"), entrer(cip, TELEPHONE, "203.0.113.4")
    page = bureau.get("/compte/sessions/").content.decode()
    autre = UserSession.objects.get(ip="203.0.113.4")

    assert all(mot in page for mot in ("Firefox sur Windows", "Chrome sur Android", "203.0.113.4", "Cet appareil"))
    assert entrer(collegue, FIREFOX, "192.0.2.1").post(f"/compte/sessions/{autre.pk}/fermeture/").status_code == 404
    time_machine.shift(700)  # signed in a while ago: the password is asked again, then it is done
    demande = bureau.post(f"/compte/sessions/{autre.pk}/fermeture/")["Location"]
    assert (demande.startswith("/compte/reauthenticate/?"), ouvert(telephone)) == (True, True)
    bureau.post(demande, {"password": MOT_DE_PASSE})
    assert (ouvert(bureau), ouvert(telephone)) == (True, False)

    telephone = entrer(cip, TELEPHONE, "203.0.113.4")
    assert "no-store" in bureau.post("/compte/sessions/fermeture/")["Cache-Control"]
    assert (ouvert(bureau), ouvert(telephone)) == (False, False)


def test_another_password_closes_the_other_sessions(cip):
    bureau, telephone = entrer(cip, FIREFOX, "198.51.100.7"), entrer(cip, TELEPHONE, "203.0.113.4")
    nouveau = dict.fromkeys(("password1", "password2"), "quatre chevaux dorment debout")

    bureau.post("/compte/password/change/", {"oldpassword": MOT_DE_PASSE, **nouveau})

    assert (ouvert(bureau), ouvert(telephone)) == (True, False)
