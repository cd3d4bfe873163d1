"""The frame of every page: keyboard, phone, dark theme, what axe thinks, the way in with a second factor."""

import re
from itertools import product

import pytest
from allauth.mfa.totp.internal.auth import hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import expect

from tests.usines import BeneficiaireFactory, EntrepriseFactory, ParcoursFactory

from .conftest import MOT_DE_PASSE

CHEMINS = ("/aide/", "/accessibilite/", "/compte/2fa/", "/compte/password/change/", "/absente/")
TAILLES = ({"width": 1280, "height": 860}, {"width": 390, "height": 844})


@pytest.fixture
def amina(dans):
    with dans():
        return BeneficiaireFactory(prenom="Amina", nom="Benali")


def test_page_is_accessible_and_does_not_overflow(page, connecter, cip, live_server, verifier_axe, subtests):
    connecter(page, cip)
    for chemin in CHEMINS:
        page.goto(f"{live_server.url}{chemin}")
        for taille, theme in product(TAILLES, ("light", "dark")):
            page.emulate_media(color_scheme=theme)
            page.set_viewport_size(taille)

            with subtests.test(msg=f"{chemin} {taille['width']} {theme}"):
                verifier_axe(page)
                assert page.evaluate("document.documentElement.scrollWidth") <= taille["width"]


def test_entrance_page_says_what_is_wrong_and_is_accessible(page, live_server, verifier_axe, db):
    page.goto(f"{live_server.url}/compte/login/")
    page.get_by_label("E-mail").fill("personne@exemple.fr")
    page.get_by_label("Mot de passe").fill("rien de bon")

    page.get_by_role("button", name="Se connecter").click()

    expect(page.get_by_role("alert")).to_be_focused()
    verifier_axe(page)


ATTEINT = (
    "e => { const c = e.getBoundingClientRect(); return e.contains(document.elementFromPoint(c.x + 20, c.y + 20)) }"
)


def test_nothing_of_the_menu_of_the_account_is_under_its_last_line(page, se_connecter, cip):
    page.set_viewport_size({"width": 390, "height": 500})
    se_connecter(page, cip)

    page.locator(".me summary").click()

    for ligne in page.locator(".compte-liste :is(a, button):visible").all():
        ligne.scroll_into_view_if_needed()
        assert ligne.evaluate(ATTEINT)
    assert page.get_by_role("button", name="Se déconnecter").evaluate(ATTEINT)


TENUS = """liens => liens.every((lien) => {
  const [place, ecrit] = [lien, lien.querySelector("span")].map((e) => e.getBoundingClientRect());
  return ecrit.left >= place.left + 2 && ecrit.right <= place.right - 2;
})"""


def test_the_words_of_the_bar_of_a_phone_stay_in_their_place(page, connecter, cip, live_server):
    connecter(page, cip)
    page.set_viewport_size({"width": 320, "height": 640})

    page.goto(f"{live_server.url}/beneficiaires/")

    assert page.locator(".rail .nl.on").inner_text() == "Bénéficiaires"
    assert page.locator(".rail .nl:visible").evaluate_all(TENUS)


def test_nothing_moves_when_a_script_shows_its_button(page, connecter, cip, amina, live_server):
    connecter(page, cip)
    chemins = {"touches": "/compte/preferences/", "recopie": f"/beneficiaires/{amina.pk}/a-recopier/"}

    for script, chemin in chemins.items():
        page.goto(f"{live_server.url}{chemin}")
        avec = page.locator("main > :last-child").bounding_box()
        page.route(f"**/{script}*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
        page.goto(f"{live_server.url}{chemin}")

        assert page.locator("main > :last-child").bounding_box() == avec


def test_three_letters_and_enter_open_a_person(page, se_connecter, cip, amina, verifier_axe):
    se_connecter(page, cip)

    page.keyboard.press("Control+k")
    page.keyboard.type("ben")
    expect(page.get_by_role("option", name=re.compile("Amina Benali"))).to_be_visible()
    verifier_axe(page)
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile(rf"/beneficiaires/{amina.pk}/parcours/"))


def test_a_mistyped_name_and_enter_put_the_caret_in_the_note(page, se_connecter, cip, dans, verifier_axe):
    with dans():
        BeneficiaireFactory(prenom="Élodie", nom="Lœuillet")
        EntrepriseFactory(raison_sociale="Lœuillet et fils")
    se_connecter(page, cip)

    page.keyboard.press("Control+k")
    page.keyboard.type("loeuilet")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("Élodie Lœuillet")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(page.locator("#palette-compte")).to_have_text(re.compile(r"^\d réponses$"))
    verifier_axe(page)
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", name=re.compile("et fils"))).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile(r"/parcours/#id_compte_rendu$"))
    expect(page.locator("#id_compte_rendu")).to_be_focused()
    assert "loeuilet" not in page.url


@pytest.mark.parametrize("taille", [{"width": 1280, "height": 400}, {"width": 390, "height": 500}], ids=str)
def test_whose_file_it_is_stays_in_sight_above_the_note(page, connecter, cip, amina, live_server, taille):
    page.set_viewport_size(taille)
    connecter(page, cip)
    page.goto(f"{live_server.url}{amina.get_absolute_url()}")
    bande = page.locator(".de-qui p")
    expect(bande).to_be_hidden()

    page.goto(f"{live_server.url}{amina.get_absolute_url()}#id_compte_rendu")

    expect(page.locator("#id_compte_rendu")).to_be_focused()
    expect(bande).to_be_in_viewport()
    expect(bande).to_contain_text("Amina Benali")
    note, au_dessus = (page.locator(qui).bounding_box() for qui in ("#id_compte_rendu", ".de-qui p"))
    assert note["y"] >= au_dessus["y"] + au_dessus["height"]


def test_the_tabs_of_a_file_all_stand_on_one_line_at_a_desk(page, connecter, cip, amina, dans, live_server):
    with dans():
        ParcoursFactory(beneficiaire=amina)
    connecter(page, cip)
    page.set_viewport_size(TAILLES[0])
    page.goto(f"{live_server.url}{amina.get_absolute_url()}")

    onglets = page.locator(".onglets")

    assert onglets.locator("li").count() >= 10
    assert onglets.evaluate("liste => liste.scrollWidth - liste.clientWidth") == 0


def test_search_as_a_page_is_accessible_and_does_not_overflow(page, connecter, cip, amina, live_server, verifier_axe):
    connecter(page, cip)
    page.goto(f"{live_server.url}/recherche/")
    page.locator("#champ-recherche").fill("benali")
    page.locator("#champ-recherche").press("Enter")
    expect(page.get_by_role("heading", name="Personnes")).to_be_visible()

    for taille in TAILLES:
        page.set_viewport_size(taille)
        verifier_axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= taille["width"]


def test_saisir_un_entretien_asks_with_whom_then_opens_the_note(page, se_connecter, cip, amina):
    se_connecter(page, cip)

    page.get_by_role("link", name="Saisir un entretien").click()
    page.keyboard.type("amina")
    expect(page.get_by_role("option", name=re.compile("Amina Benali"))).to_be_visible()
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile(rf"/beneficiaires/{amina.pk}/entretiens/nouveau/"))


def test_dialogs_over_the_page_are_accessible(page, connecter, cip, verifier_axe, live_server):
    connecter(page, cip)
    page.goto(f"{live_server.url}/aide/")

    for dialogue in ("dialogue-connexion", "dialogue-fin"):
        page.evaluate(f"document.getElementById('{dialogue}').showModal()")
        verifier_axe(page)
        page.evaluate(f"document.getElementById('{dialogue}').close()")


def test_end_of_session_is_told_five_minutes_before_and_can_be_put_off(
    nouveau_navigateur, connecter, cip, live_server
):
    page = nouveau_navigateur()
    page.clock.install()
    connecter(page, cip)
    page.goto(f"{live_server.url}/aide/")
    reste = {
        "jeton": "x",
        "utilisateur": cip.pk,
        "structure": cip.appartenance.structure_id,
        "secondes": 290,
        "secondes_en_tout": 9999,
    }
    page.route("**/session/jeton/", lambda r: r.fallback() if r.request.method == "POST" else r.fulfill(json=reste))

    page.clock.fast_forward(61_000)

    dialogue = page.get_by_role("dialog", name="Votre session se termine dans 5 minutes")
    expect(dialogue).to_be_visible()
    with page.expect_response(lambda r: r.request.method == "POST" and r.status == 200):
        dialogue.get_by_role("button", name="Rester connecté").click()
    expect(dialogue).to_be_hidden()


def test_second_factor_can_be_added_then_is_asked_for(page, nouveau_navigateur, cip, se_connecter, live_server):
    se_connecter(page, cip)
    page.goto(f"{live_server.url}/compte/2fa/totp/activate/")
    secret = page.get_by_label("Clé à recopier").input_value()

    page.locator("#id_code").fill(code(secret))
    page.get_by_role("button", name="Activer").click()

    expect(page.get_by_role("heading", name="Codes de secours")).to_be_visible()
    autre = nouveau_navigateur()
    autre.goto(f"{live_server.url}/compte/login/")
    autre.get_by_label("E-mail").fill(cip.email)
    autre.get_by_label("Mot de passe").fill(MOT_DE_PASSE)
    autre.get_by_role("button", name="Se connecter").click()
    expect(autre.get_by_role("heading", name="Votre code de connexion")).to_be_visible()


def code(secret):
    """What the telephone shows now."""
    _avant, maintenant, _apres = yield_hotp_counters_from_time()
    return f"{hotp_value(secret, maintenant):06d}"


def test_pages_work_without_javascript(nouveau_navigateur, se_connecter, cip, amina):
    page = se_connecter(nouveau_navigateur(java_script_enabled=False), cip)

    page.get_by_role("searchbox", name="Rechercher une personne").fill("benali")
    page.get_by_role("searchbox", name="Rechercher une personne").press("Enter")

    expect(page.get_by_role("link", name=re.compile("Benali")).first).to_be_visible()
