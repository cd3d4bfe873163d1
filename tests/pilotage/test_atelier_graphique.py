"""The page of the components: for whoever develops, nowhere else."""

from django.urls import reverse

ADRESSE = reverse("pilotage:atelier_graphique")


def test_every_component_shows_in_development_and_nowhere_else(structure, cip, client_de, settings):
    client = client_de(cip)
    settings.ATELIER_GRAPHIQUE = True

    page = client.get(ADRESSE).content.decode()

    for composant in (
        'class="evs"',
        'class="quick"',
        "barre-annuler",
        'class="vide"',
        "versions",
        "panneau",
        "radar",
    ):
        assert composant in page, composant
    settings.ATELIER_GRAPHIQUE = False
    assert client.get(ADRESSE).status_code == 404
