"""The day sheet on a telephone: read without network where the structure allows it, gone with the session."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Error, expect

from tests.usines import ParcoursFactory, RendezVousFactory

GARDE = "async () => (await (await caches.open('feuille')).keys()).map((une) => new URL(une.url).pathname)"


@pytest.fixture
def telephone(nouveau_navigateur, structure, cip, dans, se_connecter):
    """`telephone(permis)`: the first page of the day, open on the telephone of the chargée d'insertion."""

    def ouvrir(permis):
        structure.feuille_hors_connexion = permis
        structure.save()
        with dans():
            parcours = ParcoursFactory(beneficiaire__prenom="Amina", beneficiaire__nom="Benali")
            midi = timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0) + timedelta(minutes=5)
            RendezVousFactory(parcours=parcours, utilisateur=cip, debut=midi, lieu="Mairie annexe")
        return se_connecter(nouveau_navigateur(viewport={"width": 390, "height": 844}), cip)

    return ouvrir


def test_day_sheet_is_read_without_network_and_goes_with_the_session(telephone, live_server, verifier_axe):
    page = telephone(permis=True)
    for _ in range(50):
        if "/ma-feuille/" in page.evaluate(GARDE):
            break
        page.wait_for_timeout(100)
    gardes = page.evaluate(GARDE)
    assert [une for une in gardes if not une.startswith("/static/")] == ["/ma-feuille/"]

    page.context.set_offline(True)
    page.goto(f"{live_server.url}/ma-feuille/?depart=1")
    expect(page.get_by_text("Amina Benali")).to_be_visible()
    expect(page.get_by_text("Mairie annexe")).to_be_visible()
    verifier_axe(page)
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        page.goto(f"{live_server.url}/beneficiaires/")

    page.context.set_offline(False)
    page.goto(f"{live_server.url}/compte/logout/")
    page.get_by_role("button", name="Se déconnecter").click()
    page.wait_for_url("**/compte/login/**")
    page.context.set_offline(True)
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        page.goto(f"{live_server.url}/ma-feuille/")


def test_nothing_is_kept_where_the_structure_did_not_allow_it(telephone, live_server):
    page = telephone(permis=False)

    page.wait_for_load_state("networkidle")
    ouvriers = page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length")
    assert (page.evaluate(GARDE), ouvriers) == ([], 0)
    page.goto(f"{live_server.url}/ma-feuille/")
    expect(page).to_have_url(f"{live_server.url}/")
