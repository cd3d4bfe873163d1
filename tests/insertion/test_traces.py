"""What the logs say of who enters, who is refused and from where, and what they never say."""

import logging
from types import SimpleNamespace

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from insertion.models import Lecture
from insertion.traces import Ligne
from tests.usines import BeneficiaireFactory

MOT_DE_PASSE = "un mot de passe de test"


@pytest.fixture
def lignes(caplog):
    """`lignes()`: what was written so far, as the console shows it."""
    caplog.set_level(logging.INFO)
    return lambda: [Ligne().format(record) for record in caplog.records]


def test_who_enters_who_fails_and_who_leaves_is_written_without_a_name(client, cip, settings, lignes):
    settings.SECOND_FACTEUR = False
    entrer = {"login": cip.email, "password": MOT_DE_PASSE}

    client.post("/compte/login/", entrer | {"password": "ce n’est pas le bon"}, REMOTE_ADDR="203.0.113.4")
    client.post("/compte/login/", entrer, REMOTE_ADDR="203.0.113.4")
    client.post("/compte/logout/", REMOTE_ADDR="203.0.113.4")

    dites = [ligne.partition(" ")[2] for ligne in lignes() if "insertion.traces" in ligne]
    assert dites == [
        "WARNING insertion.traces mot de passe refusé utilisateur=- adresse=203.0.113.4",
        f"INFO insertion.traces connexion utilisateur={cip.pk} adresse=203.0.113.4",
        f"INFO insertion.traces déconnexion utilisateur={cip.pk} adresse=203.0.113.4",
    ]
    assert not any(mot in ligne for ligne in lignes() for mot in (cip.email, cip.nom, MOT_DE_PASSE))


def test_a_code_refused_is_written(client, cip, lignes):
    TOTP.activate(cip, generate_totp_secret())
    client.post("/compte/login/", {"login": cip.email, "password": MOT_DE_PASSE})

    client.post("/compte/2fa/authenticate/", {"code": "000000"})

    assert any("second facteur refusé" in ligne for ligne in lignes())


def test_a_refusal_says_who_and_from_where(cip, client_de, etranger, lignes):
    personne = BeneficiaireFactory()

    client_de(cip).get("/equipe/comptes/", REMOTE_ADDR="203.0.113.4")
    client_de(etranger).get(f"/beneficiaires/{personne.pk}/", REMOTE_ADDR="203.0.113.5")

    refus = [ligne for ligne in lignes() if "django.request" in ligne]
    assert f"/equipe/comptes/ utilisateur={cip.pk} adresse=203.0.113.4" in refus[0]
    assert f"/beneficiaires/{personne.pk}/ utilisateur={etranger.pk} adresse=203.0.113.5" in refus[1]


def test_a_line_is_one_event_dated_in_utc():
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "Not Found: /a\r\n2026 ERROR faux", (), None)
    record.created = 1_796_000_000
    record.request = SimpleNamespace()

    assert Ligne().format(record) == "2026-11-30T00:53:20Z WARNING django.request Not Found: /a\\r\\n2026 ERROR faux"


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


def test_a_browser_cannot_say_by_itself_that_it_has_opened_an_account(cip):
    client = Client()
    client.cookies["navigateur"] = "fabrique:0123456789abcdef"
    for _ in range(12):
        reponse = client.post("/compte/login/", {"login": cip.email, "password": "ce n’est pas le bon"})

    assert "Trop d’essais ratés" in reponse.content.decode()
