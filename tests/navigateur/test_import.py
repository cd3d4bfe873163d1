"""The import in a real browser: the three real files, a cell corrected from the keyboard, the undo."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from beneficiaires.models import Beneficiaire
from parcours.models import Import, Parcours

EXEMPLES = Path(__file__).parent.parent / "parcours" / "exemples"


def deposer(page, live_server, nom):
    page.goto(f"{live_server.url}/imports/nouveau/")
    page.get_by_label("Déposez votre fichier ici").set_input_files(EXEMPLES / nom)
    expect(page.get_by_text(nom)).to_be_visible()
    page.get_by_role("button", name="Lire ce fichier").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Que contient chaque colonne"))


@pytest.mark.parametrize(
    ("nom", "phrase", "comptes"),
    [
        ("emplois-candidatures.xlsx", "60 créations, 0 mise à jour, 0 doublon, 0 ignorée, 0 erreur", (60, 32)),
        ("suivi-asp-maison.xlsx", "38 créations, 0 mise à jour, 2 doublons, 5 ignorées, 2 erreurs", (38, 38)),
        ("ancien-logiciel.csv", "45 créations, 0 mise à jour, 0 doublon, 0 ignorée, 0 erreur", (45, 45)),
    ],
)
def test_a_real_file_is_imported_then_undone(
    page, live_server, connecter, cip, dans, verifier_axe, nom, phrase, comptes
):
    connecter(page, cip)
    deposer(page, live_server, nom)
    expect(page.get_by_role("button", name="Vérifier les lignes")).to_be_visible()
    verifier_axe(page)
    page.get_by_role("button", name="Vérifier les lignes").click()
    expect(page.get_by_text(phrase)).to_be_visible()
    verifier_axe(page)
    page.get_by_role("link", name="Voir le résumé").click()
    expect(page.get_by_role("button", name="Lancer l’import")).to_be_visible()
    verifier_axe(page)
    page.get_by_role("button", name="Lancer l’import").click()
    expect(page.get_by_role("button", name="Annuler cet import")).to_be_visible()
    with dans():
        assert (Beneficiaire.objects.count(), Parcours.objects.count()) == comptes

    page.get_by_role("button", name="Annuler cet import").click()

    expect(page.get_by_text("Import annulé.")).to_be_visible()
    with dans():
        assert (Beneficiaire.objects.count(), Parcours.objects.count()) == (0, 0)


def test_a_cell_is_corrected_from_the_keyboard_only(page, live_server, connecter, cip, dans, verifier_axe):
    connecter(page, cip)
    deposer(page, live_server, "suivi-asp-maison.xlsx")
    page.get_by_role("button", name="Vérifier les lignes").click()
    page.get_by_role("link", name=re.compile("^Erreurs")).click()
    fautive = page.locator("#ligne-15 td.fautif")
    expect(fautive).to_have_text("31/02/1990")

    fautive.focus()
    page.keyboard.press("Enter")
    page.get_by_label("né(e) le, ligne 15").fill("x")
    page.keyboard.press("Escape")
    expect(fautive).to_be_focused()
    expect(fautive).to_have_text("31/02/1990")
    page.keyboard.press("F2")
    verifier_axe(page)
    page.keyboard.type("28/02/1990")
    page.keyboard.press("Enter")

    expect(page.locator("#ligne-15")).to_have_count(0)
    expect(page.locator("#grille-etat")).to_have_text(re.compile("39 créations.*1 erreur"))
    expect(page.locator("#ligne-20 td.fautif")).to_be_focused()


def test_typing_on_a_cell_replaces_what_it_says(page, live_server, connecter, cip):
    connecter(page, cip)
    deposer(page, live_server, "suivi-asp-maison.xlsx")
    page.get_by_role("button", name="Vérifier les lignes").click()
    page.get_by_role("link", name=re.compile("^Erreurs")).click()

    page.locator("#ligne-20 td.fautif").focus()
    page.keyboard.type("Maillot")
    page.keyboard.press("Enter")

    expect(page.locator("#ligne-20")).to_have_count(0)
    expect(page.locator("#grille-etat")).to_have_text(re.compile("39 créations"))


def test_the_choice_of_a_line_changes_the_counts_at_once(page, live_server, connecter, cip):
    connecter(page, cip)
    deposer(page, live_server, "suivi-asp-maison.xlsx")
    page.get_by_role("button", name="Vérifier les lignes").click()

    page.get_by_label("Que faire de la ligne 5", exact=True).select_option("Ignorer")

    expect(page.locator(".resume-grille")).to_have_text(re.compile("37 créations.*6 ignorées"))


def test_the_wizard_works_without_scripts(nouveau_navigateur, live_server, connecter, cip, dans):
    page = nouveau_navigateur(java_script_enabled=False)
    connecter(page, cip)
    page.goto(f"{live_server.url}/imports/nouveau/")
    page.locator('input[type="file"]').set_input_files(EXEMPLES / "suivi-asp-maison.xlsx")
    page.get_by_role("button", name="Lire ce fichier").click()
    page.get_by_role("button", name="Vérifier les lignes").click()
    page.get_by_role("link", name="Corriger la ligne 20").click()
    page.get_by_label("NOM", exact=True).fill("MAILLOT")
    page.get_by_role("button", name="Enregistrer la ligne").click()
    page.get_by_role("link", name="Voir le résumé").click()
    page.get_by_role("button", name="Lancer l’import").click()

    page.get_by_role("heading", name=re.compile("Import terminé")).wait_for()
    with dans():
        assert Import.objects.get().bilan["creations"] == Beneficiaire.objects.count()


@pytest.mark.parametrize("largeur", [390, 1280])
def test_no_page_scrolls_sideways(page, live_server, connecter, cip, largeur):
    connecter(page, cip)
    page.set_viewport_size({"width": largeur, "height": 844})
    deposer(page, live_server, "suivi-asp-maison.xlsx")
    tient = "document.documentElement.scrollWidth <= innerWidth"
    assert page.evaluate(tient)

    page.get_by_role("button", name="Vérifier les lignes").click()

    page.get_by_role("link", name="Voir le résumé").wait_for()
    page.wait_for_load_state()  # before its stylesheet is there, a page is as wide as its longest line
    assert page.evaluate(tient)
