"""Whoever reads files gives two factors; the demonstration alone does without."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import transaction

from tests.test_droits import OUVERTES, VUES, _adresse

MOT_DE_PASSE = "un mot de passe de test"
XHR = {"X-Requested-With": "XMLHttpRequest"}


def code(secret):
    """What the telephone shows now."""
    _avant, maintenant, _apres = yield_hotp_counters_from_time()
    return format_hotp_value(hotp_value(secret, maintenant))


def test_no_page_of_a_file_opens_with_the_password_alone(cip, client_de):
    client = client_de(cip, second_facteur=False)

    reponses = {nom: client.get(_adresse(nom)) for nom in sorted(set(VUES) - OUVERTES)}

    ailleurs = {
        nom for nom, r in reponses.items() if (r.status_code, r.headers.get("Location")) != (302, "/compte/2fa/")
    }
    assert ailleurs == set()
    assert client.post("/structure/", {}).headers["Location"] == "/compte/2fa/"
    assert client.get("/session/jeton/", headers=XHR).status_code == 401


def test_somebody_without_a_second_factor_is_told_how_to_add_one(cip, client_de):
    page = client_de(cip, second_facteur=False).get("/compte/2fa/").content.decode()

    assert "Encore une étape" in page
    assert "Application sur votre téléphone" in page
    assert "Clé d’accès" in page
    assert "Navigation principale" not in page


def test_setting_up_the_application_opens_the_files_and_gives_recovery_codes(client, cip, monkeypatch):
    monkeypatch.setattr(transaction, "on_commit", lambda suite: suite())  # the test itself never commits
    client.post("/compte/login/", {"login": cip.email, "password": MOT_DE_PASSE})
    page = client.get("/compte/2fa/totp/activate/")  # no password asked again: it was given a moment ago

    reponse = client.post("/compte/2fa/totp/activate/", {"code": code(page.context["form"].secret)})

    assert reponse.headers["Location"] == "/compte/2fa/recovery-codes/"
    assert "Continuer" in client.get("/compte/2fa/recovery-codes/").content.decode()
    assert "voir et fermer mes sessions" in client.get("/compte/2fa/").content.decode()
    assert client.get("/beneficiaires/").status_code == 200


@pytest.mark.parametrize("secours", [False, True])
def test_signing_in_asks_for_the_code_or_a_recovery_code(client, cip, secours):
    secret = generate_totp_secret()
    TOTP.activate(cip, secret)
    codes = RecoveryCodes.activate(cip).get_unused_codes()

    reponse = client.post("/compte/login/", {"login": cip.email, "password": MOT_DE_PASSE})
    assert reponse.headers["Location"] == "/compte/2fa/authenticate/"
    assert client.get("/beneficiaires/").headers["Location"].startswith("/compte/login/")
    refus = client.post("/compte/2fa/authenticate/", {"code": "000000"}).content.decode()
    assert "Ce code ne convient pas" in refus

    client.post("/compte/2fa/authenticate/", {"code": codes[0] if secours else code(secret)})
    assert client.get("/beneficiaires/").status_code == 200


def test_the_last_second_factor_cannot_be_removed(cip, client_de):
    TOTP.activate(cip, generate_totp_secret())
    client = client_de(cip)
    client.post("/compte/reauthenticate/", {"password": MOT_DE_PASSE})

    reponse = client.post("/compte/2fa/totp/deactivate/")

    assert "votre seul second facteur" in reponse.content.decode()
    assert Authenticator.objects.filter(user=cip).exists()


def test_only_a_demonstration_on_this_machine_does_without(settings):
    settings.SECOND_FACTEUR, settings.SITE_URL = False, "http://127.0.0.1:8000"
    call_command("check", tags=["security"])

    settings.SITE_URL = "https://tremplin.exemple.fr"
    with pytest.raises(SystemCheckError, match="tremplin.E003"):
        call_command("check", tags=["security"])


def test_the_demonstration_says_that_the_password_is_enough(client, cip, client_de, settings):
    settings.SECOND_FACTEUR = False

    assert "le mot de passe suffit" in client.get("/compte/login/").content.decode()
    assert client_de(cip, second_facteur=False).get("/beneficiaires/").status_code == 200


def test_a_passkey_opens_by_itself_but_where_the_password_is_enough(client, db, settings):
    assert "Utiliser ma clé d’accès" in client.get("/compte/login/").content.decode()
    demande = client.get("/compte/2fa/webauthn/login/", headers=XHR).json()["request_options"]["publicKey"]
    assert (demande["userVerification"], demande.get("allowCredentials", [])) == ("required", [])

    settings.SECOND_FACTEUR = False
    assert "Utiliser ma clé d’accès" not in client.get("/compte/login/").content.decode()


@pytest.fixture
def cle(cip):
    """A passkey, which nothing here can answer with."""
    return Authenticator.objects.create(
        user=cip, type=Authenticator.Type.WEBAUTHN, data={"name": "Clé USB", "credential": {}}
    )


def test_a_key_refused_is_not_said_to_be_a_code(cip, client_de):
    client = client_de(cip)
    client.post("/compte/reauthenticate/", {"password": MOT_DE_PASSE})

    page = client.post("/compte/2fa/webauthn/add/", {"name": "Clé du bureau", "credential": '{"a": 1}'}).text

    assert "Cette clé d’accès n’a pas pu être ajoutée" in page
    assert "Ce code ne convient pas" not in page
    assert 'value="Clé du bureau"' in page


def test_a_key_that_is_not_known_is_refused_as_a_key(client, cip, monkeypatch):
    demande = {"publicKey": {"allowCredentials": [{"id": "une", "type": "public-key"}]}}
    monkeypatch.setattr("allauth.mfa.webauthn.internal.auth.begin_authentication", lambda user: demande)
    TOTP.activate(cip, generate_totp_secret())
    client.post("/compte/login/", {"login": cip.email, "password": MOT_DE_PASSE})

    page = client.post("/compte/2fa/authenticate/", {"credential": '{"a": 1}'}).text

    assert "Cette clé d’accès n’a pas été reconnue" in page


def test_a_key_without_a_name_says_so_beside_it(cip, cle, client_de):
    client = client_de(cip)
    client.post("/compte/reauthenticate/", {"password": MOT_DE_PASSE})

    page = client.post(f"/compte/2fa/webauthn/keys/{cle.pk}/edit/", {"name": "   "}).text

    assert 'aria-invalid="true" aria-describedby="erreur-name"' in page
    assert "Ce champ est obligatoire." in page


def test_what_may_be_given_instead_has_the_names_of_the_other_pages(cip, cle, client_de):
    TOTP.activate(cip, generate_totp_secret())

    page = client_de(cip).get("/compte/reauthenticate/").text

    assert "Utiliser ma clé d’accès" in page
    assert "Utiliser un code de l’application, ou de secours" in page
