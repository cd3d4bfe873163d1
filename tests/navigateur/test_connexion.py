"""Signing in with two factors in a real browser: with a passkey, and over a page that one writes on."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.sessions.models import Session
from django.utils import timezone
from playwright.sync_api import expect

from insertion.models import Utilisateur
from parcours.models import Entretien
from tests.insertion.fournisseur import CLIENT, SECRET, fournisseur_ouvert
from tests.insertion.test_second_facteur import code
from tests.usines import ParcoursFactory

from .conftest import MOT_DE_PASSE


@pytest.fixture(autouse=True)
def deux_facteurs(mot_de_passe_seul, settings):
    settings.SECOND_FACTEUR = True


def test_session_lost_while_writing_asks_for_both_factors_over_the_page(page, connecter, cip, dans, live_server):
    secret = generate_totp_secret()
    TOTP.activate(cip, secret)
    with dans():
        parcours = ParcoursFactory()
    connecter(page, cip)
    page.goto(f"{live_server.url}/beneficiaires/{parcours.beneficiaire_id}/entretiens/nouveau/")
    page.get_by_label("Compte rendu", exact=True).fill("Un texte qui ne se perd pas.")
    expect(page.locator("form[data-brouillon] [data-etat-saisie]")).to_contain_text(
        "Brouillon enregistré", timeout=12_000
    )
    Session.objects.all().delete()
    page.locator("form[data-brouillon]").get_by_role("button", name="Enregistrer").click()

    dialogue = page.get_by_role("dialog", name="Votre session a expiré")
    dialogue.get_by_label("Mot de passe").fill(MOT_DE_PASSE)
    dialogue.get_by_role("button", name="Se reconnecter").click()
    dialogue.get_by_label("Code de l’application").fill("000000")
    dialogue.get_by_role("button", name="Continuer").click()
    expect(dialogue.get_by_role("alert")).to_contain_text("Ce code ne convient pas")
    dialogue.get_by_label("Code de l’application").fill(code(secret))
    dialogue.get_by_role("button", name="Continuer").click()

    page.wait_for_url(re.compile(r"/parcours/(#.*)?$"), timeout=15_000)
    with dans():
        assert Entretien.objects.get().compte_rendu == "Un texte qui ne se perd pas."


def entrer(page, cip, live_server):
    page.goto(f"{live_server.url}/compte/login/")
    page.get_by_label("E-mail").fill(cip.email)
    page.get_by_label("Mot de passe").fill(MOT_DE_PASSE)
    page.get_by_role("button", name="Afficher").click()
    expect(page.get_by_label("Mot de passe")).to_have_attribute("type", "text")
    page.get_by_role("button", name="Se connecter").click()


def brancher(page, **options):
    """Give the browser a device that keeps passkeys; return (the device, its number)."""
    appareil = page.context.new_cdp_session(page)
    appareil.send("WebAuthn.enable")
    options |= {"protocol": "ctap2", "transport": "internal", "hasUserVerification": True, "isUserVerified": True}
    return appareil, appareil.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]


def test_a_passkey_is_added_at_the_first_sign_in_then_asked_for(page, cip, live_server, verifier_axe):
    brancher(page)

    entrer(page, cip, live_server)
    expect(page.get_by_role("heading", name="Encore une étape")).to_be_visible()
    verifier_axe(page)
    page.get_by_role("link", name="Choisir la clé d’accès").click()
    page.get_by_role("button", name="Ajouter").click()
    expect(page.get_by_role("heading", name="Codes de secours")).to_be_visible()
    page.get_by_role("link", name="Continuer").click()
    page.get_by_role("navigation", name="Navigation principale").wait_for()
    assert Authenticator.objects.filter(user=cip, type="webauthn").count() == 1

    page.context.clear_cookies()
    entrer(page, cip, live_server)
    page.get_by_role("button", name="Utiliser ma clé d’accès").click()
    page.get_by_role("navigation", name="Navigation principale").wait_for()


def test_a_passkey_cannot_be_sent_before_the_page_knows_how_to_read_it(page, cip, live_server):
    entrer(page, cip, live_server)
    choisir, retenus = page.get_by_role("link", name="Choisir la clé d’accès"), []
    choisir.wait_for()
    page.route("**/cles*.js", lambda route: retenus.append(route))
    choisir.click()

    ajouter = page.get_by_role("button", name="Ajouter")
    expect(ajouter).to_be_disabled()
    for retenu in retenus:
        retenu.continue_()
    expect(ajouter).to_be_enabled()


def test_a_passkey_that_the_device_keeps_opens_the_account_by_itself(page, cip, live_server, verifier_axe):
    appareil, numero = brancher(page, hasResidentKey=True)
    entrer(page, cip, live_server)
    page.get_by_role("link", name="Choisir la clé d’accès").click()
    page.get_by_role("button", name="Ajouter").click()
    expect(page.get_by_role("heading", name="Codes de secours")).to_be_visible()

    def presenter():
        page.context.clear_cookies()
        page.goto(f"{live_server.url}/compte/login/?next=/compte/sessions/")
        page.get_by_role("button", name="Utiliser ma clé d’accès").click()

    presenter()
    expect(page.get_by_role("heading", name="Mes sessions")).to_be_visible()

    appareil.send("WebAuthn.setUserVerified", {"authenticatorId": numero, "isUserVerified": False})
    presenter()  # whoever holds the device without unlocking it
    expect(page.get_by_role("alert")).to_contain_text("La clé n’a pas été lue")
    verifier_axe(page)
    appareil.send("WebAuthn.setUserVerified", {"authenticatorId": numero, "isUserVerified": True})

    Utilisateur.objects.update(suspendu_at=timezone.now())
    presenter()
    expect(page.get_by_role("heading", name="Ce compte est suspendu ou fermé")).to_be_visible()
    Authenticator.objects.all().delete()
    presenter()
    expect(page.get_by_text("Cette clé d’accès n’ouvre pas de compte ici")).to_be_visible()


def test_proconnect_opens_the_account_and_is_left_with_it(page, cip, live_server, settings, verifier_axe, incidents):
    """In a browser, for it alone refuses that a form leads where the content policy does not say."""
    with fournisseur_ouvert() as proconnect:
        settings.SITE_URL, settings.OIDC_URL = live_server.url, proconnect.adresse
        settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET = CLIENT, SECRET
        directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"] | {"form-action": ["'self'", proconnect.adresse]}
        settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": directives}
        page.goto(f"{live_server.url}/compte/login/")
        verifier_axe(page)
        page.get_by_role("button", name="S’identifier avec ProConnect").click()
        expect(page.get_by_role("heading", name="Aucun compte à cette adresse")).to_be_visible()
        verifier_axe(page)
        proconnect.personne["email"], proconnect.amr = cip.email, ["pwd", "otp", "mfa"]
        page.get_by_role("link", name="Changer d’identité").click()
        page.get_by_role("button", name="S’identifier avec ProConnect").click()
        page.get_by_role("navigation", name="Navigation principale").wait_for()

        page.goto(f"{live_server.url}/compte/logout/")
        page.get_by_role("main").get_by_role("button", name="Se déconnecter").click()
        expect(page.get_by_role("heading", name="Connexion")).to_be_visible()
        assert proconnect.recus[-1]["post_logout_redirect_uri"] == f"{live_server.url}/compte/login/"
    assert all(f"vers un autre hôte : {proconnect.adresse}" in incident for incident in incidents)
    incidents.clear()
