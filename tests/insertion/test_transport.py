"""What production says to browsers: the settings of production read as they are, and asked for over https."""

import runpy
from pathlib import Path

import pytest
from django.test import Client
from gunicorn.config import Config
from gunicorn.http import RequestParser
from gunicorn.http.errors import ParseException

from insertion.models import Utilisateur
from tests.cellules import cellules

SUJETS = (
    "SECURE_",
    "SESSION_COOKIE_",
    "CSRF_COOKIE_",
    "NAVIGATEUR_",
    "CONTENT_SECURITY_",
    "X_FRAME_",
    "COOKIES_",
    "PERMISSIONS_",
)
AUTRE_MOT_DE_PASSE = {
    "oldpassword": "un mot de passe de test",
    **dict.fromkeys(("password1", "password2"), "quatre chevaux dorment debout"),
}
REGLAGES = Path(__file__).parents[2] / "insertion" / "settings.py"


@pytest.fixture
def production(settings, monkeypatch):
    for nom, valeur in (("COOKIES_SECURES", "1"), ("DEBUG", "0"), ("DERRIERE_UN_PROXY", "1")):
        monkeypatch.setenv(nom, valeur)
    lus = runpy.run_path(str(REGLAGES))
    for nom, valeur in lus.items():
        if nom.startswith(SUJETS):
            setattr(settings, nom, valeur)
    return lus


@pytest.fixture
def entrer(production, cip, settings):
    settings.SECOND_FACTEUR = False

    def poster(client):
        return client.post("/compte/login/", {"login": cip.email, "password": "un mot de passe de test"}, secure=True)

    return poster


def test_every_answer_asks_for_https_for_a_year_and_closes_what_is_not_used(production, db):
    for chemin in ("/sante/", "/compte/login/", "/nulle-part/"):
        entetes = Client().get(chemin, secure=True).headers
        politique = entetes["Content-Security-Policy"]

        assert entetes["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
        assert all(
            regle in politique
            for regle in ("default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
        )
        assert "unsafe" not in politique
        assert (entetes["X-Content-Type-Options"], entetes["Referrer-Policy"]) == ("nosniff", "same-origin")
        assert "Access-Control-Allow-Origin" not in entetes
        assert "charset=utf-8" in entetes["Content-Type"]


def test_plain_http_is_sent_to_https_but_what_a_machine_reads_with_a_secret_is_refused(production, db):
    reponse = Client().get("/compte/login/")

    assert (reponse.status_code, reponse.headers["Location"]) == (301, "https://testserver/compte/login/")
    for chemin in ("/agenda/flux/1-secret.ics", "/metriques/"):
        assert (Client().get(chemin).status_code, Client().get(chemin, secure=True).status_code) == (403, 404), chemin


def test_cookies_stay_on_the_site_out_of_reach_of_scripts(entrer, production):
    client = Client()
    client.get("/compte/login/", secure=True)
    assert entrer(client).status_code == 302
    client.post("/compte/password/change/", AUTRE_MOT_DE_PASSE, secure=True)  # leaves a message for the next page

    assert {"__Host-session", "__Host-csrf"} <= set(client.cookies)
    for nom, cookie in client.cookies.items():
        assert nom.startswith("__Host-"), nom
        tenu = (cookie["secure"], cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"])
        assert tenu == (True, True, "Lax", "/", ""), nom


def test_verbs_that_no_page_takes_are_refused(db, cip, client_de):
    client = client_de(cip)

    assert client.generic("TRACE", "/sante/").status_code == 405
    assert {
        client.generic(verbe, "/beneficiaires/").status_code for verbe in ("PUT", "DELETE", "PATCH", "TRACE")
    } == {405}


@cellules(
    "corps",
    [
        b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /a HTTP/1.1\r\n\r\n",
        b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        b"Content-Length: +5\r\n\r\nabcde",
        b"Transfer-Encoding: xchunked\r\n\r\nabcde",
        b"Content-Length : 5\r\n\r\nabcde",
    ],
)
def test_a_request_whose_end_is_not_sure_is_refused_by_the_web_server(corps):
    lues = RequestParser(Config(), iter([b"POST / HTTP/1.1\r\nHost: a\r\n" + corps]), ("127.0.0.1", 1))

    with pytest.raises(ParseException):
        next(lues)


def test_leaving_closes_the_session_on_the_server(entrer, settings):
    client, voleur = Client(), Client()
    entrer(client)
    voleur.cookies[settings.SESSION_COOKIE_NAME] = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert voleur.get("/beneficiaires/", secure=True).status_code == 200

    client.post("/compte/logout/", secure=True)

    assert voleur.get("/beneficiaires/", secure=True).status_code == 302


def test_no_folder_no_page_for_builders_and_no_ready_made_account_is_there(db):
    chemins = ["/static/", "/static/js/", "/media/", "/documents/", "/.git/config", "/.env", "/admin/", "/api/"]
    chemins += ["/__debug__/", "/schema/", "/manage.py", "/compte/3rdparty/"]

    assert {chemin: Client().get(chemin).status_code for chemin in chemins} == dict.fromkeys(chemins, 404)
    assert not Utilisateur.objects.exists()
