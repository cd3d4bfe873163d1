"""The day sheet: for the telephones of a structure that allows it, and of today only."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.usines import BeneficiaireFactory, ParcoursFactory, RendezVousFactory


@pytest.fixture
def rendez_vous(structure, cip):
    parcours = ParcoursFactory(beneficiaire=BeneficiaireFactory(nom="Benali"))
    midi = timezone.localtime().replace(hour=12, minute=0)
    for jours, lieu in ((0, "Mairie annexe"), (1, "Demain ailleurs")):
        RendezVousFactory(parcours=parcours, utilisateur=cip, debut=midi + timedelta(days=jours), lieu=lieu)


def test_until_the_structure_allows_it_nothing_leaves_ma_journee(client_de, cip, rendez_vous):
    reponse = client_de(cip).get("/ma-feuille/")

    assert (reponse.status_code, reponse["Location"]) == (302, "/")
    assert "data-feuille-sw" not in client_de(cip).get("/").content.decode()


def test_sheet_is_of_today_and_says_when_it_must_go(client_de, cip, collegue, structure, rendez_vous):
    structure.feuille_hors_connexion = True
    structure.save()

    reponse, autre = (client_de(qui).get("/ma-feuille/") for qui in (cip, collegue))

    assert "Mairie annexe" in reponse.content.decode()
    assert "Demain ailleurs" not in reponse.content.decode()
    assert "Benali" not in autre.content.decode()
    assert 0 < int(reponse["X-Feuille-Fin"]) - timezone.now().timestamp() <= 12 * 3600


def test_signing_out_asks_the_browser_to_keep_nothing(client_de, cip):
    assert client_de(cip).post("/compte/logout/")["Clear-Site-Data"] == '"storage"'
