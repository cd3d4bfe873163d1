"""The working page of a person costs the same with one event and with three hundred, and shows thirty at a time."""

from django.urls import reverse
from django.utils import timezone

from parcours.models import SilenceAttendu
from tests.cellules import cellules
from tests.usines import ActionFactory, EntretienFactory, ParcoursFactory


@cellules("nombre", [1, 300])
def test_the_page_makes_the_same_queries_and_shows_the_last_thirty(structure, cip, client_de, requetes, nombre):
    parcours = ParcoursFactory()
    EntretienFactory.create_batch(nombre, parcours=parcours)
    ActionFactory.create_batch(min(nombre, 20), parcours=parcours)
    client, adresse = client_de(cip), reverse("parcours:personne_detail", args=[parcours.beneficiaire_id])

    with requetes() as faites:
        html = client.get(adresse).content.decode()

    assert len(faites) == 13  # one of which is the draft to take up
    assert html.count('<li class="ev') == min(nombre + 1, 30)
    assert ("Voir la suite, plus ancienne" in html) is (nombre == 300)


def test_what_is_older_comes_on_demand(structure, cip, client_de):
    parcours = ParcoursFactory()
    EntretienFactory.create_batch(60, parcours=parcours)
    adresse = reverse("parcours:personne_detail", args=[parcours.beneficiaire_id])

    pages = [
        client_de(cip).get(adresse, {"page": page}, headers={"HX-Request": "true"}).content.decode()
        for page in (2, 3)
    ]

    assert [html.count('<li class="ev') for html in pages] == [30, 1]
    assert not any("<html" in html for html in pages)


@cellules(("qui", "montre"), [("cip", True), ("lecteur", False)])
def test_number_of_the_pass_shows_to_those_who_see_contracts(structure, client_de, request, qui, montre):
    parcours = ParcoursFactory(pass_numero="999992400001")
    adresse = reverse("parcours:personne_detail", args=[parcours.beneficiaire_id])

    html = client_de(request.getfixturevalue(qui)).get(adresse).content.decode()

    assert ("999992400001" in html) is montre


@cellules(("qui", "montre"), [("cip", True), ("lecteur", False)])
def test_the_silence_expected_is_said_to_those_who_follow(structure, client_de, request, qui, montre):
    parcours, lecteur = ParcoursFactory(), request.getfixturevalue(qui)
    jour = timezone.localdate()
    SilenceAttendu.objects.create(
        beneficiaire=parcours.beneficiaire, raison="Chez sa fille", debut=jour, jusqu_au=jour, auteur=lecteur
    )

    html = client_de(lecteur).get(reverse("parcours:personne_detail", args=[parcours.beneficiaire_id]))

    assert ("Chez sa fille" in html.content.decode()) is montre
