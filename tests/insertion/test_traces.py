"""What the logs say of who enters, who is refused and from where, and what they never say."""

import json
import logging
import secrets
import sys
from types import SimpleNamespace

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from celery import Task
from celery.app.trace import trace_task
from django.test import Client

from insertion import reference
from insertion.celery import app
from insertion.isolation import middleware
from insertion.models import Lecture
from insertion.traces import Ligne, LigneJson
from tests.usines import BeneficiaireFactory

from .test_second_facteur import code

NOM = "Camille Fournier"
MOT_DE_PASSE = "un mot de passe de test"


@pytest.fixture
def lignes(caplog):
    """`lignes()`: what was written so far, as the console shows it."""
    caplog.set_level(logging.INFO)
    return lambda: [Ligne().format(record) for record in caplog.records]


def test_who_enters_who_fails_and_who_leaves_is_written_without_a_name(client, cip, settings, lignes):
    settings.SECOND_FACTEUR = False
    entrer = {"login": cip.email, "password": MOT_DE_PASSE}

    de = {"REMOTE_ADDR": "203.0.113.4", "HTTP_X_REQUEST_ID": "mandataire-1"}
    client.post("/compte/login/", entrer | {"password": "ce n’est pas le bon"}, **de)
    client.post("/compte/login/", entrer, **de)
    client.post("/compte/reauthenticate/", {"password": MOT_DE_PASSE}, **de)
    nouveau = dict.fromkeys(("password1", "password2"), "quatre chevaux dorment debout")
    client.post("/compte/password/change/", {"oldpassword": MOT_DE_PASSE, **nouveau}, **de)
    client.post("/compte/logout/", **de)

    dites = [ligne.partition(" ")[2] for ligne in lignes() if "insertion.traces" in ligne]
    assert dites == [
        "WARNING insertion.traces mot de passe refusé utilisateur=- adresse=203.0.113.4 reference=mandataire-1",
        *(
            f"INFO insertion.traces {fait} utilisateur={cip.pk} adresse=203.0.113.4 reference=mandataire-1"
            for fait in ("connexion (password)", "identité confirmée", "mot de passe changé", "déconnexion")
        ),
    ]
    assert not any(mot in ligne for ligne in lignes() for mot in (cip.email, cip.nom, MOT_DE_PASSE))


def test_a_code_refused_then_the_means_of_who_enters_are_written(client, cip, lignes):
    secret = generate_totp_secret()
    TOTP.activate(cip, secret)
    client.post("/compte/login/", {"login": cip.email, "password": MOT_DE_PASSE})

    for donne in ("000000", code(secret)):
        client.post("/compte/2fa/authenticate/", {"code": donne})

    assert "second facteur refusé" in lignes()[-2]
    assert f"connexion (password, totp) utilisateur={cip.pk}" in lignes()[-1]


def test_a_refusal_says_who_and_from_where(cip, client_de, etranger, lignes):
    personne = BeneficiaireFactory()

    client_de(cip).get("/equipe/comptes/", REMOTE_ADDR="203.0.113.4")
    client_de(etranger).get(f"/beneficiaires/{personne.pk}/", REMOTE_ADDR="203.0.113.5")

    client_de(cip).post("/beneficiaires/nouveau/", {"nom": NOM})
    jeton = f"1-{secrets.token_urlsafe(32)}"
    Client().get(f"/agenda/{jeton}.ics")
    Client(enforce_csrf_checks=True).post("/compte/login/", {"login": cip.email})

    refus = [ligne for ligne in lignes() if "django.request" in ligne or "django.security" in ligne]
    assert f"/equipe/comptes/ utilisateur={cip.pk} adresse=203.0.113.4" in refus[0]
    assert f"/beneficiaires/{personne.pk}/ utilisateur={etranger.pk} adresse=203.0.113.5" in refus[1]
    assert [ligne.split(" ", 3)[3].partition(" utilisateur")[0] for ligne in refus[2:]] == [
        "Unprocessable Entity: /beneficiaires/nouveau/",
        "Not Found: /agenda/….ics",  # the address is a secret
        "Forbidden (CSRF cookie not set.): /compte/login/",
    ]
    assert not any(mot in ligne for ligne in lignes() for mot in (NOM, jeton[2:]))


def test_a_line_is_one_event_dated_in_utc():
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "Not Found: /a\r\n2026 ERROR faux", (), None)
    record.created = 1_796_000_000
    record.request = SimpleNamespace()

    assert Ligne().format(record) == "2026-11-30T00:53:20Z WARNING django.request Not Found: /a\\r\\n2026 ERROR faux"


def _refuser(*args, **options):
    raise ValueError(NOM)


def test_whoever_meets_a_failure_can_quote_the_reference_that_its_lines_bear(cip, client_de, monkeypatch, lignes):
    client = client_de(cip)
    client.raise_request_exception = False
    monkeypatch.setattr(middleware, "contexte", _refuser)

    page = client.get("/beneficiaires/")

    numero = page["X-Request-ID"]
    assert f">{numero}</code>" in page.content.decode()
    (ligne,) = [ligne for ligne in lignes() if "Internal Server Error" in ligne]
    assert f" reference={numero}\n" in ligne.replace("Traceback", "\nTraceback", 1)
    assert NOM not in ligne


def test_the_reference_of_a_proxy_is_kept_when_it_is_a_plain_short_word(client, db):
    assert client.get("/sante/", headers={"X-Request-ID": "0f1e2d3c-4b5a"})["X-Request-ID"] == "0f1e2d3c-4b5a"
    tirees = set()
    for donnee in (
        "",
        "court",
        "a" * 65,
        "deux mots ici",
        "12345678\r\nSet-Cookie: a=b",
        "éééééééé",
        "<script>alert",
    ):
        tirees.add(client.get("/sante/", headers={"X-Request-ID": donnee})["X-Request-ID"])
    assert len(tirees) == 7
    assert all(len(tiree) == 12 and tiree.isalnum() for tiree in tirees)


def test_a_task_bears_the_reference_of_the_request_that_queued_it_and_no_other():
    """Published to the queue, then run by a worker."""
    lues = []

    @app.task(base=Task, name="essai.lire")
    def tache():
        lues.append(reference.courante())

    def passer_par_la_file():
        entetes = app.amqp.as_task_v2("1e3f", tache.name).headers
        reference.transmettre(headers=entetes)
        reference.oublier()
        trace_task(tache, "1e3f", (), {}, request=entetes, app=app)

    reference._de_la_requete.set("mandataire-1")
    passer_par_la_file()
    passer_par_la_file()
    del app.tasks[tache.name]

    assert lues == ["mandataire-1", "1e3f"]
    assert reference.courante() == ""


def test_in_json_an_event_is_one_object_with_the_same_fields_and_nothing_else(rf):
    try:
        _refuser()
    except ValueError:
        erreur = sys.exc_info()
    record = logging.LogRecord("django.request", logging.ERROR, "", 0, "Échec : %s\r\n{", ("/a",), erreur)
    record.created = 1_796_000_000
    record.corps = NOM
    record.request = rf.get("/a", REMOTE_ADDR="203.0.113.4")
    record.request.reference, record.request._cached_user = "mandataire-1", SimpleNamespace(pk=12)

    ligne = LigneJson().format(record)
    dit = json.loads(ligne)

    assert dit.pop("trace").endswith("builtins.ValueError")
    assert dit == {
        "quand": "2026-11-30T00:53:20.000+00:00",
        "niveau": "ERROR",
        "journal": "django.request",
        "message": "Échec : /a\r\n{",
        "utilisateur": 12,
        "adresse": "203.0.113.4",
        "reference": "mandataire-1",
    }
    assert ("\n" in ligne, NOM in ligne, record.exc_info) == (False, False, erreur)


@pytest.mark.parametrize(
    ("mandataires", "vue"), [(0, "192.0.2.1"), (1, "198.51.100.7")], ids=["sans mandataire", "derrière un mandataire"]
)
def test_the_address_is_the_one_that_our_proxy_saw_and_not_the_one_that_somebody_claims(
    mandataires, vue, cip, client_de, settings
):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = mandataires
    personne = BeneficiaireFactory()

    client_de(cip).get(
        f"/beneficiaires/{personne.pk}/",
        REMOTE_ADDR="192.0.2.1",
        HTTP_X_FORWARDED_FOR="203.0.113.66, 198.51.100.7",
    )

    assert Lecture.objects.last().adresse_ip == vue


def test_a_browser_cannot_say_by_itself_that_it_has_opened_an_account(cip, lignes):
    client = Client()
    client.cookies["navigateur"] = "fabrique:0123456789abcdef"
    for _ in range(12):
        reponse = client.post("/compte/login/", {"login": cip.email, "password": "ce n’est pas le bon"})

    assert "Trop d’essais ratés" in reponse.content.decode()
    assert "WARNING insertion.traces trop d’essais utilisateur=- adresse=127.0.0.1" in lignes()[-1]
