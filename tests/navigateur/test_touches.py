"""The keys of the keyboard: listed by « ? », and none that acts alone unless somebody asked for it (RGAA 12.10)."""

import re

from playwright.sync_api import expect


def test_keys_are_listed_on_any_page_and_act_alone_only_when_asked_for(
    page, connecter, cip, live_server, verifier_axe
):
    connecter(page, cip)
    page.goto(f"{live_server.url}/")
    palette, touches = page.locator("#palette"), page.get_by_role("dialog", name="Les touches du clavier")
    page.keyboard.press("e")
    expect(palette).to_be_hidden()
    page.keyboard.press("?")
    expect(touches).to_be_visible()
    verifier_axe(page)

    touches.get_by_role("link", name="Les activer").click()
    page.get_by_role("radio", name=re.compile("^Toutes les touches")).check()
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_text("Vos préférences sont enregistrées.").wait_for()
    page.keyboard.press("e")
    expect(palette).to_be_visible()
    page.locator("#palette-q").press_sequentially("?e")
    expect(page.locator("#palette-q")).to_have_value("?e")
    page.keyboard.press("Escape")

    page.get_by_role("radio", name="Aucune touche seule").check()
    page.get_by_role("radio", name="Aucune touche seule").press("Control+Enter")
    page.get_by_text("Vos préférences sont enregistrées.").wait_for()
    page.keyboard.press("?")
    expect(touches).to_be_hidden()
    page.get_by_role("button", name="Touches du clavier").click()
    expect(touches).to_be_visible()
