"""A session ends after half an hour without anybody, and after twelve hours whatever one does."""

import pytest
import time_machine
from allauth.usersessions.models import UserSession

MOT_DE_PASSE = "un mot de passe de test"
XHR = {"X-Requested-With": "XMLHttpRequest"}


@pytest.fixture
def horloge():
    with time_machine.travel("2026-11-30 08:00 +0100", tick=False) as horloge:
        yield horloge


def minutes(horloge, nombre):
    horloge.shift(nombre * 60)


def test_half_an_hour_without_anybody_ends_the_session(cip, client_de, horloge):
    client = client_de(cip)
    for _ in range(3):
        minutes(horloge, 29)
        assert client.get("/aide/").status_code == 200

    minutes(horloge, 31)
    reponse = client.get("/beneficiaires/")

    assert (reponse.status_code, reponse.headers["Location"].endswith("&fin=1")) == (302, True)
    assert "sans activité" in client.get(reponse.headers["Location"]).content.decode()


def test_what_a_page_does_by_itself_does_not_keep_the_session_open(cip, client_de, horloge):
    client = client_de(cip)
    for _ in range(5):
        minutes(horloge, 6)
        etat = client.get("/session/jeton/", headers=XHR)
        client.post("/brouillons/entretien-1/", "{}", content_type="application/json", headers=XHR)

    assert etat.status_code == 401  # thirty minutes are over
    assert client.get("/aide/", headers=XHR).wsgi_request.user.is_anonymous


def test_twelve_hours_end_the_session_of_somebody_who_never_stops(cip, client_de, horloge):
    client = client_de(cip)
    for _ in range(36):
        minutes(horloge, 20)
        client.post("/session/jeton/", headers=XHR)

    assert client.get("/session/jeton/", headers=XHR).status_code == 401


def test_the_activity_is_written_once_a_minute_at_most(cip, client_de, horloge, requetes):
    client = client_de(cip)
    horloge.shift(50)
    with requetes() as faites:
        client.get("/aide/")

    assert not any(sql.startswith("UPDATE") for sql in faites)
    horloge.shift(20)
    with requetes() as faites:
        client.get("/aide/")
        client.get("/aide/")
    assert sum(sql.startswith('UPDATE "django_session"') for sql in faites) == 1


def test_proving_who_one_is_changes_the_key_of_the_session(cip, client, settings):
    settings.SECOND_FACTEUR = False
    client.get("/compte/login/")
    session = client.session
    session["avant"] = True
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = avant = session.session_key

    client.post("/compte/login/", {"login": cip.email, "password": MOT_DE_PASSE})

    cle = client.session.session_key
    assert (cle != avant, len(cle), cle.isalnum()) == (True, 32, True)  # of 36 signs each: 165 bits
    assert client.get("/session/jeton/").status_code == 200

    client.post("/compte/reauthenticate/", {"password": MOT_DE_PASSE})
    assert client.session.session_key != cle
    assert list(UserSession.objects.values_list("session_key", flat=True)) == [client.session.session_key]
    client.cookies[settings.SESSION_COOKIE_NAME] = cle
    assert client.get("/session/jeton/", headers=XHR).status_code == 401
