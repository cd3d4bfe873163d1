"""A keyboard alone (experience.md §4, 6 to 8): where the focus is, what follows it, what is said of what changed."""

import re

import pytest
from playwright.sync_api import expect

from insertion import fil
from parcours.models import Entretien
from tests.usines import ActionFactory, BeneficiaireFactory, EntretienFactory, ParcoursFactory

TEXTE = "Écrit sans toucher à la souris."
#: At each Tab, before the focus goes: is it where it follows, can it be seen, does anything hide it?
MARCHE = """
() => {
  const STYLES = ["outlineStyle", "outlineWidth", "boxShadow", "borderColor", "backgroundColor", "color"];
  const etiquettes = (e) => [...(e.labels || [])];
  const autour = (e) => [e, ...etiquettes(e), e.parentElement, e.closest("label, fieldset, form")].filter(Boolean);
  const aspect = (e) => autour(e).map((a) => STYLES.map((nom) => getComputedStyle(a)[nom]).join()).join(" ");
  const nommer = (e) => `${e.localName}#${e.id} « ${(e.ariaLabel || e.textContent).trim().slice(0, 30)} »`;
  const fautes = (window.fautes = []);
  const vus = new Set();
  window.arrets = 0;
  window.fini = false;
  let dernier = null;
  let avant = null;

  const coins = ({ left, right, top, bottom }) => [
    [(left + right) / 2, (top + bottom) / 2], [left + 4, top + 4], [right - 4, bottom - 4],
  ];
  const dessus = (e) => {
    const boites = [e, ...etiquettes(e)].map((b) => b.getBoundingClientRect());
    const points = boites.filter((b) => b.width > 2 && b.height > 2).flatMap(coins);
    return points.map((point) => document.elementFromPoint(...point)).filter(Boolean);
  };
  const est = (e, d) => e.contains(d) || d.contains(e) || etiquettes(e).some((l) => l.contains(d));

  addEventListener("keydown", ({ key }) => {
    const e = document.activeElement;
    avant = null;
    if (key !== "Tab" || e === document.body || e === dernier) return; // a date has three stops
    window.fini ||= vus.has(e);
    if (window.fini) return;
    vus.add(e);
    window.arrets += 1;
    if (dernier?.isConnected && !(dernier.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)) {
      fautes.push(`${nommer(e)} vient après ${nommer(dernier)}`);
    }
    if (!dessus(e).length) e.scrollIntoView({ block: "nearest" }); // what arrived since has pushed it away
    const montres = dessus(e);
    if (!montres.some((d) => est(e, d))) fautes.push(`caché : ${nommer(e)} sous ${montres.map(nommer)}`);
    dernier = e;
    avant = aspect(e);
  }, true);
  addEventListener("keyup", ({ key }) => {
    if (key !== "Tab" || !avant || document.activeElement === dernier) return;
    if (document.activeElement === document.body) dernier = null;
    else if (aspect(dernier) === avant) fautes.push(`focus invisible : ${nommer(dernier)}`);
  }, true);
}
"""


@pytest.fixture
def amina(dans, cip):
    with dans():
        parcours = ParcoursFactory(
            beneficiaire=BeneficiaireFactory(prenom="Amina", nom="Benali", telephone="+33612345678")
        )
        ActionFactory(parcours=parcours, intitule="Appeler le GRETA")
        EntretienFactory.create_batch(3, parcours=parcours, auteur=cip)
        BeneficiaireFactory(prenom="Bakary", nom="Traoré")
        return parcours


def marcher(page):
    """Press Tab from the top of the page to its end; what went wrong on the way."""
    page.evaluate("document.fonts.ready.then(() => true)")  # nothing moves afterwards
    page.evaluate("document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')")
    page.evaluate(MARCHE)
    for _ in range(20):
        for _ in range(12):
            page.keyboard.press("Tab")
        if page.evaluate("window.fini"):
            break
    return page.evaluate("[window.arrets, window.fautes]")


def test_an_interview_is_written_without_a_mouse(page, connecter, cip, amina, dans, live_server, subtests):
    connecter(page, cip)
    for largeur, ecrans in ((1280, ("parcours",)), (390, ("parcours", "entretiens/nouveau"))):
        page.set_viewport_size({"width": largeur, "height": 760})
        page.goto(f"{live_server.url}/")
        page.keyboard.press("Control+k")
        page.keyboard.type("ben")
        expect(page.get_by_role("option", name=re.compile("Amina Benali"))).to_be_visible()
        expect(page.locator("#palette-q")).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("/parcours/"))
        note = page.get_by_label("Compte rendu", exact=True)
        expect(note).to_be_focused()
        page.keyboard.type(f"{TEXTE} {largeur}")
        page.keyboard.press("Control+Enter")
        expect(page.locator("#fil").get_by_text(f"{TEXTE} {largeur}")).to_be_visible()

        for ou in ecrans:
            page.goto(f"{live_server.url}/beneficiaires/{amina.beneficiaire_id}/{ou}/", wait_until="networkidle")
            arrets, fautes = marcher(page)
            with subtests.test(msg=f"{ou} {largeur}"):
                assert arrets > 30
                assert fautes == []
    with dans():
        assert Entretien.objects.filter(compte_rendu__startswith=TEXTE).count() == 2


def test_the_focus_stays_and_what_changes_is_said(
    page, connecter, cip, amina, live_server, monkeypatch, se_tenir_sur
):
    monkeypatch.setattr(fil, "PAR_PAGE", 2)
    connecter(page, cip)
    fiche = f"{live_server.url}/beneficiaires/{amina.beneficiaire_id}/parcours/"
    annonces, dit = page.locator("#annonces"), page.locator("#dit")

    # Part of a list: the same filter keeps the focus, the rest begins at its first line, back gives the whole page.
    page.goto(fiche)
    filtre = page.get_by_role("navigation", name="Filtrer le fil").get_by_role("link", name="Entretiens")
    se_tenir_sur(filtre).press("Enter")
    expect(filtre).to_have_attribute("aria-current", "true")
    expect(filtre).to_be_focused()
    page.go_back()
    page.wait_for_load_state()
    expect(page.get_by_role("navigation", name="Navigation principale")).to_be_visible()
    expect(page.get_by_label("Compte rendu", exact=True)).to_be_visible()
    suite = page.get_by_role("link", name="Voir la suite, plus ancienne")
    se_tenir_sur(suite).press("Enter")
    expect(page.locator(".evs")).to_have_count(2)
    expect(page.locator(".evs").nth(1).locator(":focus")).to_have_count(1)

    # A note refused, then saved.
    page.get_by_role("button", name=re.compile("^Enregistrer")).press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_contain_text("Un point est à revoir")
    page.get_by_label("Compte rendu", exact=True).fill(TEXTE)
    page.keyboard.press("Control+Enter")
    expect(annonces).to_contain_text("Entretien avec Amina Benali enregistré")

    # An action done from the plan, then undone.
    page.goto(f"{live_server.url}/parcours/{amina.pk}/plan/")
    se_tenir_sur(page.get_by_role("button", name="Terminer : Appeler le GRETA")).press("Enter")
    expect(page.locator(".carte-action.fait")).to_be_focused()

    # A list: sorted from its heading, narrowed from its field.
    page.goto(f"{live_server.url}/beneficiaires/")
    tri = page.get_by_role("columnheader").get_by_role("link", name=re.compile("^Nom"))
    se_tenir_sur(tri).press("Enter")
    expect(page.get_by_role("columnheader", name=re.compile("^Nom"))).to_have_attribute("aria-sort", "descending")
    expect(tri).to_be_focused()
    champ = page.get_by_label("Nom, prénom ou téléphone")
    se_tenir_sur(champ).press_sequentially("benali")
    expect(dit).to_have_text("1 personne")
    expect(champ).to_be_focused()

    # A dialog gives the focus back to what opened it.
    bouton = page.get_by_role("link", name="Saisir un entretien")
    se_tenir_sur(bouton).press("Enter")
    expect(page.locator("#palette-q")).to_be_focused()
    page.keyboard.type("traore")
    expect(page.locator("#palette-compte")).to_have_text("1 réponse")
    expect(page.locator("#palette-q")).to_be_focused()
    page.keyboard.press("Escape")
    expect(bouton).to_be_focused()


@pytest.fixture
def se_tenir_sur():
    """`se_tenir_sur(control)`: the focus is there; answers the control."""

    def aller(cible):
        cible.focus()
        return cible

    return aller
