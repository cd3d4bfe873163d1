"""Cover a departure: forty files go to a colleague in six clicks at most, and come back in one."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from beneficiaires.models import Referent
from insertion.enums import Role
from tests.conftest import membre
from tests.usines import DispositifFactory, ParcoursFactory, ReferentFactory
from tests.usines.parcours import ValidationPlanFactory

PERSONNES = 40


@pytest.fixture
def chef(structure):
    return membre(structure, Role.CHEF_SERVICE, prenom="Aude", nom="Lebrun")


def test_forty_files_go_in_six_clicks_and_come_back_in_one(
    nouveau_navigateur, connecter, live_server, dans, structure, cip, chef, verifier_axe
):
    collegue = membre(structure, Role.CHARGE_INSERTION, prenom="Karim", nom="Benzema-Morel")
    entree = timezone.localdate() - timedelta(days=90)
    with dans():
        dispositif = DispositifFactory()
        for rang in range(PERSONNES):
            parcours = ParcoursFactory(beneficiaire__nom=f"Nom{rang:02}", dispositif=dispositif, date_entree=entree)
            ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=cip)
        reste = ParcoursFactory(beneficiaire__nom="Reste", dispositif=dispositif, date_entree=entree)
        ReferentFactory(beneficiaire=reste.beneficiaire, utilisateur=collegue)

    def suivies(qui):
        with dans():
            return Referent.objects.filter(utilisateur=qui, fin=None).count()

    page = connecter(nouveau_navigateur(), chef)
    page.goto(f"{live_server.url}/equipe/")
    clics = 0

    def cliquer(cible):
        nonlocal clics
        clics += 1
        cible.click()

    charges = page.get_by_role("region", name="Charge de l’équipe")
    cliquer(charges.get_by_role("link", name=re.compile("^Camille Dubois")))
    cliquer(page.get_by_role("link", name=f"Sélectionner tous les résultats ({PERSONNES})"))
    expect(page.get_by_text(f"{PERSONNES} personnes\u00a0: tous les résultats")).to_be_visible()
    verifier_axe(page)
    clics += 2  # open the list, choose
    page.get_by_label("Confier à").select_option(label="Karim Benzema-Morel")
    cliquer(page.get_by_role("button", name="Réattribuer"))

    expect(page.get_by_text("40 dossiers confiés à Karim Benzema-Morel.")).to_be_visible()
    assert clics <= 6
    assert (suivies(cip), suivies(collegue)) == (0, PERSONNES + 1)

    page.locator("#annonces").get_by_role("button", name="Annuler").click()
    expect(page.get_by_text("40 dossiers rendus à qui les avait.")).to_be_visible()
    assert (suivies(cip), suivies(collegue)) == (PERSONNES, 1)


def test_the_panel_of_a_person_opens_in_one_click_and_escape_closes_it(
    nouveau_navigateur, connecter, live_server, dans, cip, chef, verifier_axe
):
    with dans():
        parcours = ParcoursFactory(beneficiaire__nom="Kaci", beneficiaire__prenom="Nadia")
        ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=cip)
    page = connecter(nouveau_navigateur(), chef)
    page.goto(f"{live_server.url}/equipe/")
    lien = page.get_by_role("link", name="Kaci Nadia")

    lien.click()
    expect(page.get_by_role("heading", name="Nadia Kaci")).to_be_focused()
    verifier_axe(page)
    page.keyboard.press("Escape")

    expect(page.get_by_role("heading", name="Nadia Kaci")).to_be_hidden()
    expect(lien).to_be_focused()
    page.get_by_role("checkbox", name="Nadia Kaci").check()
    expect(page.get_by_text("1 personne cochée")).to_be_visible()


def test_a_departure_is_shared_out_and_handed_over(
    nouveau_navigateur, connecter, live_server, dans, structure, cip, chef, verifier_axe
):
    collegue = membre(structure, Role.CHARGE_INSERTION, prenom="Karim", nom="Benzema-Morel")
    with dans():
        parcours = ParcoursFactory(beneficiaire__nom="Kaci", beneficiaire__prenom="Nadia")
        ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=cip)
    page = connecter(nouveau_navigateur(), chef)
    page.goto(f"{live_server.url}/equipe/departs/nouveau/")
    page.get_by_label("Qui part").select_option(label="Camille Dubois")
    page.get_by_label("Dernier jour dans l’équipe").fill(f"{timezone.localdate() + timedelta(days=5):%Y-%m-%d}")
    page.get_by_role("button", name="Continuer").click()
    expect(page.get_by_label("Qui reprend Nadia Kaci")).to_be_visible()
    verifier_axe(page)

    page.get_by_role("button", name="À chacun selon sa charge").click()
    expect(page.get_by_label("Qui reprend Nadia Kaci")).to_have_value(str(collegue.pk))
    page.get_by_role("button", name="Transmettre maintenant").click()

    expect(page.get_by_text("Les dossiers de Camille Dubois sont transmis.")).to_be_visible(timeout=20_000)
    verifier_axe(page)
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_tab_that_tells_what_waits_widens_no_telephone(nouveau_navigateur, connecter, live_server, dans, chef):
    with dans():
        ValidationPlanFactory()
    page = connecter(nouveau_navigateur(viewport={"width": 390, "height": 844}), chef)
    page.goto(f"{live_server.url}/equipe/")

    expect(page.locator("#a-decider-onglet")).to_contain_text("1")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
