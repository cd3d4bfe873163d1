"""The day sheet on a telephone: read without network where the structure allows it, gone with the session."""

import pytest
from django.utils import timezone
from playwright.sync_api import Error, expect

from tests.usines import ParcoursFactory, RendezVousFactory

GARDE = "async () => (await (await caches.open('feuille')).keys()).map((une) => new URL(une.url).pathname)"


def test_day_sheet_is_read_without_network_and_goes_with_the_session(
    nouveau_navigateur, structure, cip, dans, se_connecter, live_server, verifier_axe
):
    structure.feuille_hors_connexion = True
    structure.save()
    with dans():
        parcours = ParcoursFactory(beneficiaire__prenom="Amina", beneficiaire__nom="Benali")
        midi = timezone.localtime().replace(hour=12, minute=5, second=0, microsecond=0)
        RendezVousFactory(parcours=parcours, utilisateur=cip, debut=midi, lieu="Mairie annexe")
    page = se_connecter(nouveau_navigateur(viewport={"width": 390, "height": 844}), cip)
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
