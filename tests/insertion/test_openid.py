"""ProConnect, or another provider, opens the account of whoever has one, no other; it is believed when it proves."""

import runpy
import time
from datetime import timedelta
from unittest import mock
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.test import Client
from django.utils import timezone

from insertion import checks
from insertion.enums import GenreEvenementCompte
from insertion.models import EvenementCompte, Utilisateur
from tests.cellules import cellules
from tests.insertion.fournisseur import CLIENT, SECRET, fournisseur_ouvert
from tests.insertion.test_second_facteur import code

DEPART, RETOUR, CONNEXION = "/compte/openid/", "/compte/openid/retour/", "/compte/login/"
MFA = ["pwd", "otp", "mfa"]


@pytest.fixture(scope="module")
def serveur():
    with fournisseur_ouvert() as fournisseur:
        yield fournisseur


@pytest.fixture
def proconnect(serveur, settings, cip):
    """A provider that knows the CIP by their address and asks them for two factors."""
    serveur.recommencer()
    serveur.personne["email"], serveur.amr = cip.email, MFA
    settings.OIDC_URL, settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET = serveur.adresse, CLIENT, SECRET
    return serveur


def aller(client, **champs):
    """Leave for the provider, identify oneself there; return the address that the browser is sent back to."""
    depart = client.post(DEPART, champs)
    assert depart.status_code == 302, depart.content.decode()
    retour = requests.get(depart["Location"], allow_redirects=False, timeout=5).headers["Location"]
    assert retour.startswith(f"http://127.0.0.1:8000{RETOUR}?")
    return retour.removeprefix("http://127.0.0.1:8000")


def entrer(client, **champs):
    return client.get(aller(client, **champs))


def ouvert(client):
    return client.get("/beneficiaires/").status_code == 200


def liens():
    return list(SocialAccount.objects.values_list("uid", "user__email"))


def test_without_settings_nothing_shows_and_the_addresses_do_not_exist(client, db):
    assert "openid" not in client.get(CONNEXION).content.decode()
    assert [client.post(DEPART).status_code, client.get(DEPART).status_code, client.get(RETOUR).status_code] == [
        404
    ] * 3


def test_only_what_opens_a_session_is_routed(client, proconnect):
    """allauth's own pages would sign somebody up, or unlink them."""
    ailleurs = ("3rdparty/", "3rdparty/signup/", "social/signup/", "openid/x/login/", "oidc/x/login/")

    assert {client.get(f"/compte/{fin}").status_code for fin in ailleurs} == {404}
    assert client.get(DEPART).status_code == 405


@cellules(
    ("reglages", "raison"),
    [
        (("https://fca.exemple.fr", "a", ""), "il manque OIDC_CLIENT_SECRET"),
        (("", "a", "b"), "il manque OIDC_URL"),
        (("http://fca.exemple.fr", "a", "b"), "adresse https"),
        (("fca.exemple.fr", "a", "b"), "adresse https"),
    ],
)
def test_half_a_configuration_or_one_in_clear_stops_the_start(settings, reglages, raison):
    settings.OIDC_URL, settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET = reglages

    assert raison in checks.raison_de_refuser()
    with pytest.raises(SystemCheckError, match="tremplin.E004"):
        call_command("check", tags=["security"])


@cellules("adresse", ["https://fca.exemple.fr/api/v2", "http://127.0.0.1:9000", ""])
def test_a_whole_configuration_or_none_starts(settings, adresse):
    settings.OIDC_URL, settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET = (
        adresse,
        adresse and "a",
        adresse and "b",
    )

    assert checks.openid_incomplet() is None


def test_a_form_may_lead_to_the_provider_only_when_there_is_one(monkeypatch):
    def permis():
        return runpy.run_path("insertion/settings.py")["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]["form-action"][1:]

    assert permis() == []
    monkeypatch.setenv("OIDC_URL", "https://fca.exemple.fr/api/v2")
    assert permis() == ["https://fca.exemple.fr"]


def test_the_entrance_offers_it_below_the_password(client, proconnect):
    page = client.get(f"{CONNEXION}?next=/beneficiaires/").content.decode()

    assert (
        page.index("Se connecter")
        < page.index("S’identifier avec ProConnect")
        < page.index("Qu’est-ce que ProConnect")
    )
    assert page.count('value="/beneficiaires/"') == 3


def test_what_is_asked_of_the_provider(client, proconnect):
    depart = client.post(f"{DEPART}?scope=siret&auth_params=prompt%3Dnone&process=connect")["Location"]
    demande = parse_qs(urlsplit(depart).query)

    assert demande["scope"][0].split() in (["openid", "email"], ["email", "openid"])
    assert demande["claims"] == ['{"id_token":{"amr":null,"auth_time":null}}']
    assert min(len(demande["state"][0]), len(demande["nonce"][0])) >= 32
    assert demande["code_challenge_method"] == ["S256"]
    assert "prompt" not in demande


@cellules("signees", [True, False])
def test_the_address_opens_the_account_once_then_the_identity_does(client, cip, proconnect, signees):
    proconnect.infos_signees = signees
    proconnect.personne["email"] = cip.email.upper()

    assert entrer(client, next="/beneficiaires/?page=1")["Location"] == "/beneficiaires/?page=1"
    assert ouvert(client)
    assert liens() == [("proconnect-1", cip.email)]

    proconnect.personne["email"] = "nom.marital@exemple.fr"
    suivant = Client()
    entrer(suivant)
    assert ouvert(suivant)
    assert len(liens()) == 1


def test_the_same_identifier_at_another_provider_is_nobody(client, cip, collegue, proconnect):
    SocialAccount.objects.create(user=collegue, provider="https://ancien.exemple.fr", uid="proconnect-1")

    entrer(client)

    assert int(client.session["_auth_user_id"]) == cip.pk


def test_linking_is_in_the_journal_of_accounts_and_keeps_the_password(client, cip, proconnect):
    entrer(client)

    evenement = EvenementCompte.objects.get(utilisateur=cip)
    assert (evenement.genre, evenement.detail) == (GenreEvenementCompte.RELIE, "ProConnect")
    assert Utilisateur.objects.get(pk=cip.pk).check_password("un mot de passe de test")


def test_nothing_is_kept_of_what_the_provider_says(client, cip, proconnect):
    entrer(client)

    assert SocialAccount.objects.get().extra_data == {}
    assert not SocialToken.objects.exists()
    assert not SocialApp.objects.exists()
    contenu = str(Session.objects.get(session_key=client.session.session_key).get_decoded())
    assert "jeton-d-acces" not in contenu
    assert "eyJ" not in contenu  # how an ID token begins: what is kept to leave by is encrypted


def test_the_session_is_in_the_list_and_bounded_like_another(client, cip, proconnect, settings):
    entrer(client)
    assert UserSession.objects.filter(user=cip).count() == 1
    assert "Cet appareil" in client.get("/compte/sessions/").content.decode()

    settings.SESSION_INACTIVE = -1
    assert client.get("/beneficiaires/")["Location"].startswith(f"{CONNEXION}?next=")


def test_our_second_factor_is_asked_unless_the_provider_asked_for_two(client, cip, proconnect):
    secret = generate_totp_secret()
    TOTP.activate(cip, secret)
    proconnect.amr = ["pwd"]

    assert entrer(client)["Location"] == "/compte/2fa/authenticate/"
    assert liens() == []  # nobody is linked before they are in
    assert "jeton-d-acces" not in str(client.session.items())
    client.post("/compte/2fa/authenticate/", {"code": code(secret)})
    assert ouvert(client)
    assert liens() == [("proconnect-1", cip.email)]

    proconnect.amr = MFA
    suivant = Client()
    entrer(suivant)
    assert ouvert(suivant)


def test_an_identity_met_for_the_first_time_gives_our_second_factor_too(client, cip, proconnect):
    """The address of a colleague who left is given to another, with an identity of their own."""
    TOTP.activate(cip, generate_totp_secret())

    assert entrer(client)["Location"] == "/compte/2fa/authenticate/"
    assert not ouvert(client)
    assert liens() == []


@cellules(("amr", "age"), [(["pwd"], 0), (None, 0), ("mfa", 0), (["mail"], 0), (MFA, 3600), (MFA, -3600)])
def test_a_second_factor_that_is_not_proven_or_is_old_must_be_set_up(client, proconnect, amr, age):
    """ProConnect's own session lasts twelve hours, on a computer that a whole workshop shares."""
    proconnect.amr, proconnect.auth_time = amr, int(time.time()) - age

    entrer(client)

    assert client.get("/beneficiaires/")["Location"] == "/compte/2fa/"


@cellules(
    ("mensonge", "valeur"),
    [
        ("id_token", {"nonce": "celui-d-une-autre-demande"}),
        ("id_token", {"aud": "un-autre-service"}),
        ("id_token", {"aud": [CLIENT, "un-autre"], "azp": "un-autre"}),
        ("id_token", {"iss": "https://ailleurs.exemple.fr"}),
        ("id_token", {"exp": 1}),
        ("id_token", {"exp": None}),
        ("id_token", {"sub": "quelqu-un-d-autre"}),
        ("personne", {"sub": "x" * 300, "email": "camille@exemple.fr"}),
        ("personne", {"sub": "", "email": "camille@exemple.fr"}),
        ("personne", {"sub": "a\0b", "email": "camille@exemple.fr"}),
        ("personne", {"sub": ["liste"], "email": "camille@exemple.fr"}),
        ("jetons", {"id_token": None}),
        ("jetons", {"access_token": None}),
        ("jetons", []),
        ("cle", "fausse"),
        ("cle", "aucune"),
        ("cle", "secret"),
        ("cle_des_infos", "fausse"),
        ("cle_des_infos", "aucune"),
        ("infos", {"aud": "un-autre-service"}),
        ("infos", {"iss": "https://ailleurs.exemple.fr"}),
        ("infos", {"sub": "quelqu-un-d-autre"}),
        ("configuration", {"issuer": "https://ailleurs.exemple.fr"}),
        ("configuration", {"token_endpoint": "http://ailleurs.exemple.fr/token"}),
        ("configuration", {"jwks_uri": None}),
    ],
)
def test_a_provider_that_lies_opens_nothing(client, proconnect, mensonge, valeur):
    retour = aller(client)

    with mock.patch.object(proconnect, mensonge, valeur):
        reponse = client.get(retour)

    assert reponse.status_code == 403
    assert "L’identification n’a pas abouti" in reponse.content.decode()
    assert (ouvert(client), liens()) == (False, [])


@cellules("panne", ["/.well-known/openid-configuration", "/userinfo", "/jwks"])
def test_a_provider_that_is_down_or_sends_us_elsewhere_says_so_and_leaves_the_password(client, proconnect, panne):
    for faute in ("en_panne", "detour"):
        retour = aller(client)

        with mock.patch.object(proconnect, faute, panne):
            reponse = client.get(retour)

        assert reponse.status_code == 503, faute
        assert "ProConnect ne répond pas" in reponse.content.decode()
        assert not ouvert(client)


def test_the_button_of_a_provider_that_does_not_answer_says_so(client, proconnect, settings):
    settings.OIDC_URL = "http://127.0.0.1:9"

    reponse = client.post(DEPART)

    assert reponse.status_code == 503
    assert "Connectez-vous avec votre mot de passe" in reponse.content.decode()


def test_nobody_leaves_for_a_provider_that_speaks_for_another(client, proconnect):
    ailleurs = "https://ailleurs.exemple.fr"
    proconnect.configuration, proconnect.id_token, proconnect.infos = (
        {"issuer": ailleurs},
        {"iss": ailleurs},
        {"iss": ailleurs},
    )

    assert client.post(DEPART).status_code == 403


def test_the_provider_takes_us_for_nobody_else(client, proconnect, settings):
    retour = aller(client)
    settings.OIDC_CLIENT_SECRET = "un-autre-secret"

    assert client.get(retour).status_code == 403
    assert not ouvert(client)


def test_a_return_that_this_browser_did_not_ask_for_opens_nothing(client, proconnect):
    retour = aller(Client())

    assert client.get(retour).status_code == 403
    assert client.get(RETOUR).status_code == 403
    assert client.get(f"{RETOUR}?code=x&state=y").status_code == 403
    assert not ouvert(client)


def test_an_answer_serves_once(client, proconnect):
    retour = aller(client)
    client.get(retour)
    client.post("/compte/logout/")

    assert client.get(retour).status_code == 403


def test_cancelling_comes_back_to_the_entrance(client, proconnect):
    etat = parse_qs(urlsplit(client.post(DEPART)["Location"]).query)["state"][0]

    reponse = client.get(f"{RETOUR}?error=access_denied&state={etat}", follow=True)

    assert reponse.redirect_chain == [(CONNEXION, 302)]
    assert "Identification avec ProConnect annulée." in reponse.content.decode()


@cellules("email", ["inconnue@exemple.fr", None, "pas une adresse", ["liste@exemple.fr"]])
def test_nobody_signs_up_by_it(client, proconnect, email):
    avant = Utilisateur.objects.count()
    proconnect.personne["email"] = email

    reponse = entrer(client)

    assert reponse.status_code == 403
    assert ("Aucun compte à cette adresse" in reponse.content.decode()) == (email == "inconnue@exemple.fr")
    assert f"{proconnect.adresse}/end?id_token_hint=" in reponse.content.decode()
    assert (Utilisateur.objects.count(), liens(), ouvert(client)) == (avant, [], False)


def test_an_address_that_the_provider_has_not_verified_opens_nothing_and_tells_nothing(client, cip, proconnect):
    proconnect.infos = {"email_verified": False}
    connue = entrer(client).content.decode()
    proconnect.personne["email"] = "inconnue@exemple.fr"
    inconnue = entrer(Client()).content.decode()

    assert "Votre adresse e-mail n’est pas vérifiée" in connue
    assert cip.email not in connue
    assert "inconnue@exemple.fr" not in inconnue
    assert liens() == []


@cellules("champs", [{"suspendu_at": timezone.now()}, {"is_active": False}])
def test_a_suspended_or_closed_account_stays_closed(client, cip, proconnect, champs):
    Utilisateur.objects.filter(pk=cip.pk).update(**{"suspendu_at": None, "is_active": True} | champs)

    reponse = entrer(client)

    assert reponse["Location"] == "/compte/inactive/"
    assert (ouvert(client), liens()) == (False, [])


def test_whoever_left_finds_no_structure(client, cip, proconnect):
    cip.appartenance.debut = timezone.localdate() - timedelta(days=30)
    cip.appartenance.fin = timezone.localdate() - timedelta(days=1)
    cip.appartenance.save()

    entrer(client)

    reponse = client.get("/beneficiaires/")
    assert reponse.status_code == 403
    assert "rattaché à aucune structure" in reponse.content.decode()
    assert not ouvert(client)


@cellules("sortie", ["/compte/logout/", "/compte/sessions/fermeture/"])
def test_leaving_leaves_the_provider_too(client, proconnect, sortie):
    entrer(client)

    adresse = urlsplit(client.post(sortie)["Location"])

    demande = parse_qs(adresse.query)
    assert f"{adresse.scheme}://{adresse.netloc}{adresse.path}" == f"{proconnect.adresse}/end"
    assert demande["id_token_hint"][0].startswith("eyJ")
    assert demande["post_logout_redirect_uri"] == [f"http://127.0.0.1:8000{CONNEXION}"]
    assert len(demande["state"][0]) >= 32
    assert not ouvert(client)


def test_leaving_stays_here_for_a_session_opened_otherwise(client, cip, client_de, proconnect):
    assert client_de(cip).post("/compte/logout/")["Location"] == CONNEXION
    proconnect.configuration = {"end_session_endpoint": None}
    entrer(client)
    assert client.post("/compte/logout/")["Location"] == CONNEXION


def test_somebody_signed_in_stays_who_they_are(cip, chef, client_de, proconnect):
    """Else a page elsewhere could put one's notes under the name of another."""
    ailleurs = Client()
    retour = aller(ailleurs)
    client = client_de(chef)

    assert client.post(DEPART)["Location"] == "/"
    assert client.get(retour)["Location"] == "/"
    assert int(client.session["_auth_user_id"]) == chef.pk
