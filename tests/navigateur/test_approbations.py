"""Two quick clicks on « Approuver » decide for one person: the line stays in its place."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from insertion.enums import Role
from insertion.models import Brouillon
from parcours.models import Renouvellement
from tests.conftest import membre
from tests.usines import ContratFactory, RenouvellementFactory


def test_a_second_click_meets_nothing_and_the_line_takes_it_back(
    nouveau_navigateur, connecter, live_server, dans, structure, verifier_axe
):
    chef, le = membre(structure, Role.CHEF_SERVICE), timezone.localdate()
    debut = le - timedelta(days=200)
    with dans():
        for rang in range(2):
            contrat = ContratFactory(
                parcours__date_entree=debut, date_debut=debut, date_fin=le + timedelta(days=1 + rang)
            )
            RenouvellementFactory(contrat=contrat, date=debut, avis="favorable", annonce_le=le)

    def accordes():
        with dans():
            return Renouvellement.objects.filter(decision="renouvele").count()

    page = connecter(nouveau_navigateur(), chef)
    page.goto(f"{live_server.url}/approbations/")
    bouton = page.get_by_role("button", name="Approuver").first.bounding_box()
    ici = (bouton["x"] + bouton["width"] / 2, bouton["y"] + bouton["height"] / 2)
    page.mouse.click(*ici)
    expect(page.get_by_text("Approuvé", exact=True)).to_be_focused()
    page.mouse.click(*ici)

    expect(page.locator("#en-attente")).to_have_text("1 en attente")
    assert accordes() == 1
    verifier_axe(page)
    page.locator(".repondu").get_by_role("button", name="Annuler").click()
    expect(page.locator("#en-attente")).to_have_text("2 en attente")
    assert accordes() == 0


def test_a_word_sent_in_its_line_waits_for_its_draft_and_ends_it(
    nouveau_navigateur, connecter, live_server, dans, structure
):
    chef, le = membre(structure, Role.CHEF_SERVICE), timezone.localdate()
    debut = le - timedelta(days=200)
    with dans():
        contrat = ContratFactory(parcours__date_entree=debut, date_debut=debut, date_fin=le + timedelta(days=1))
        RenouvellementFactory(contrat=contrat, date=debut, avis="favorable", annonce_le=le)
    page = connecter(nouveau_navigateur(), chef)
    page.goto(f"{live_server.url}/approbations/")
    page.get_by_role("link", name="Renvoyer").first.click()

    with page.expect_request(lambda r: r.method == "POST" and "/brouillons/" in r.url) as garde:
        page.locator("#renvoi textarea").fill("Il manque l’avis du chantier.")
    with page.expect_request(lambda r: r.method == "POST" and "/renvoi" in r.url) as envoi:
        page.locator("#renvoi textarea").press("Control+Enter")

    expect(page.get_by_text("Renvoyé avec un mot")).to_be_visible()
    assert envoi.value.headers["x-brouillon"] == garde.value.response().json()["le"]
    with dans():
        assert not Brouillon.objects.exists()
