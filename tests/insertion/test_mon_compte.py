"""What one changes of one's own account: the password, the second factor, the address, and what is asked for it."""

import re
import runpy

import pytest
import time_machine
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.core.signing import get_cookie_signer
from django.test import Client, RequestFactory
from django.utils.module_loading import import_string

from insertion import freins
from insertion.retours import de_chez_nous
from insertion.texte import mettre_en_forme
from tests.cellules import cellules

from .test_second_facteur import code

MOT_DE_PASSE = "un mot de passe de test"
NOUVEAU = "quatre chevaux dorment debout"


@pytest.fixture
def demonstration(settings):
    settings.SECOND_FACTEUR = False  # the password alone is the subject here


def entre(email, mot_de_passe):
    reponse = Client().post("/compte/login/", {"login": email, "password": mot_de_passe})
    return reponse.status_code == 302


def test_another_password_needs_the_present_one_and_counts_to_the_letter(cip, client_de, demonstration):
    client, deux_fois = client_de(cip), dict.fromkeys(("password1", "password2"), f" {NOUVEAU.title()} é ")

    refus = client.post("/compte/password/change/", {"oldpassword": "un autre mot de passe", **deux_fois})
    assert (refus.status_code, entre(cip.email, MOT_DE_PASSE)) == (200, True)
    assert "Ce n’est pas votre mot de passe actuel." in refus.text
    client.post("/compte/password/change/", {"oldpassword": MOT_DE_PASSE, **deux_fois})

    exact = deux_fois["password1"]
    essais = [MOT_DE_PASSE, exact.strip(), exact.lower(), exact[:-2], exact]
    assert [entre(cip.email, essai) for essai in essais] == [False, False, False, False, True]


def test_passwords_are_masked_and_left_to_the_browser_and_its_manager(client, cip, client_de):
    pages = client.get("/compte/login/").text + client_de(cip).get("/compte/password/change/").text
    champs = re.findall(r"<input[^>]*password[^>]*>", pages)

    assert len(champs) == 5  # that of « votre session s’est terminée » among them
    assert all('type="password"' in champ and "autocomplete=" in champ for champ in champs)
    assert not any(mot in champ for champ in champs for mot in ('autocomplete="off"', "maxlength", "onpaste"))


def test_a_password_forgotten_does_not_do_without_the_second_factor_and_its_link_serves_once(client, cip, client_de):
    TOTP.activate(cip, generate_totp_secret())
    ailleurs = client_de(cip)
    client.post("/compte/password/reset/", {"email": cip.email})
    lien = re.search(r"http://[^/]+(/compte/password/reset/key/\S+)", mail.outbox[-1].body)[1]
    page = client.get(lien, follow=True)
    client.post(page.request["PATH_INFO"], dict.fromkeys(("password1", "password2"), NOUVEAU))

    reponse = client.post("/compte/login/", {"login": cip.email, "password": NOUVEAU})

    assert reponse.headers["Location"] == "/compte/2fa/authenticate/"
    assert [qui.get("/beneficiaires/").status_code for qui in (client, ailleurs)] == [302, 302]
    assert "password1" not in Client().get(lien, follow=True).text


def test_one_of_the_two_proofs_is_put_forward(cip, client_de, demonstration):
    page = client_de(cip).get("/compte/2fa/").text.partition("<main")[2]

    assert re.findall(r'btn-primary" href="([^"]+)', page) == ["/compte/2fa/totp/activate/"]


def test_a_code_opens_once(cip):
    secret = generate_totp_secret()
    TOTP.activate(cip, secret)
    secours = RecoveryCodes.activate(cip).get_unused_codes()[0]

    for donne in (code(secret), secours):
        ouvertures = []
        for client in (Client(), Client()):
            client.post("/compte/login/", {"login": cip.email, "password": MOT_DE_PASSE})
            client.post("/compte/2fa/authenticate/", {"code": donne})
            ouvertures.append(client.get("/beneficiaires/").status_code)
        assert ouvertures == [200, 302]


def test_a_code_opens_nothing_once_the_next_one_has_passed_too(cip):
    """A telephone may be half a minute late (RFC 6238, 5.2), no more."""
    secret = generate_totp_secret()
    TOTP.activate(cip, secret)
    with time_machine.travel("2026-11-30 10:00 +0100", tick=False) as horloge:
        client, ancien = Client(), code(secret)
        horloge.shift(60)
        client.post("/compte/login/", {"login": cip.email, "password": MOT_DE_PASSE})
        client.post("/compte/2fa/authenticate/", {"code": ancien})

        assert client.get("/beneficiaires/").status_code == 302


def test_codes_are_long_enough_and_drawn_by_chance(cip, collegue):
    siens, autres = (RecoveryCodes.activate(qui).get_unused_codes() for qui in (cip, collegue))
    secrets = {generate_totp_secret() for _ in range(50)}

    assert len({*siens, *autres}) == 20
    assert all(len(un) == 8 and un.isdecimal() for un in siens)  # 26 bits each
    assert (len(secrets), {len(un) for un in secrets}) == (50, {32})  # 160 bits


def test_what_is_signed_dies_and_serves_for_one_use_only(cip, settings):
    """The link of a reset dies after three days; what was signed for something else is no witness of a browser."""
    with time_machine.travel("2026-11-30 10:00 +0100", tick=False) as horloge:
        Client().post("/compte/password/reset/", {"email": cip.email})
        lien = re.search(r"http://[^/]+(/compte/password/reset/key/\S+)", mail.outbox[-1].body)[1]
        assert "password1" in Client().get(lien, follow=True).text
        horloge.shift(3 * 24 * 3600 + 60)
        assert "password1" not in Client().get(lien, follow=True).text

    requete = RequestFactory().get("/")
    bon, d_un_autre = (
        get_cookie_signer(salt=sel).sign("abc:0123") for sel in (settings.NAVIGATEUR_COOKIE_NAME, "un autre usage")
    )
    requete.COOKIES[settings.NAVIGATEUR_COOKIE_NAME] = bon
    assert freins._lire(requete) == ("abc", ["0123"])
    requete.COOKIES[settings.NAVIGATEUR_COOKIE_NAME] = d_un_autre
    assert freins._lire(requete) == ("", [])


def test_passwords_are_kept_with_an_expensive_imprint():
    (production,) = runpy.run_path("insertion/settings.py")["PASSWORD_HASHERS"]
    hacheur = import_string(production)()

    assert (hacheur.algorithm, hacheur.iterations >= 600_000) == ("pbkdf2_sha256", True)


def test_the_password_is_asked_again_before_the_second_factor_changes(cip, client_de):
    client = client_de(cip)  # signed in long ago
    TOTP.activate(cip, generate_totp_secret())
    RecoveryCodes.activate(cip)
    cle = Authenticator.objects.create(user=cip, type=Authenticator.Type.WEBAUTHN, data={})

    changer = ("totp/deactivate", "webauthn/add", f"webauthn/keys/{cle.pk}/remove", "recovery-codes/generate")
    for page in (*changer, "recovery-codes", "recovery-codes/download"):
        assert client.get(f"/compte/2fa/{page}/").headers["Location"].startswith("/compte/reauthenticate/?"), page
    Authenticator.objects.all().delete()
    assert client.get("/compte/2fa/totp/activate/").headers["Location"].startswith("/compte/reauthenticate/?")


def test_nobody_changes_the_address_that_opens_their_account(cip, client_de):
    client = client_de(cip)

    assert client.get("/compte/email/").status_code == 404
    assert client.post("/compte/email/", {"email": "ailleurs@exemple.fr", "action_add": ""}).status_code == 404
    assert not EmailAddress.objects.filter(email="ailleurs@exemple.fr").exists()


@cellules(
    ("adresse", "gardee"),
    [
        ("/beneficiaires/?page=2", "/beneficiaires/?page=2"),
        ("https://ailleurs.example/", ""),
        ("//ailleurs.example/", ""),
        ("/\\ailleurs.example/", ""),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("/" + "x" * 300, ""),
        (None, ""),
    ],
)
def test_nobody_is_sent_elsewhere_by_an_address(adresse, gardee):
    assert de_chez_nous(adresse) == gardee


def test_entering_never_leads_elsewhere(cip, demonstration):
    envoi = {"login": cip.email, "password": MOT_DE_PASSE, "next": "https://ailleurs.example/"}

    assert Client().post("/compte/login/", envoi).headers["Location"] == "/"


@cellules(
    ("note", "html"),
    [
        ("**gras** <b>x</b>", "<p><strong>gras</strong> &lt;b&gt;x&lt;/b&gt;</p>"),
        ("*a* <script>alert(1)</script>", "<p><em>a</em> &lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("*a* [ici](javascript:alert(1))", "<p><em>a</em> [ici](javascript:alert(1))</p>"),
        ("<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>"),
        ("*a* &lt;script&gt;", "<p><em>a</em> &amp;lt;script&amp;gt;</p>"),
    ],
)
def test_a_note_keeps_bold_italic_and_lists_only(note, html):
    assert mettre_en_forme(note).strip() == html
