"""« À appeler »: the firm that hosts somebody is called at mid-term, then for the bilan."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from insertion.isolation.contexte import contexte
from parcours.models import Immersion
from tests.usines import BilanImmersionFactory, ContactFactory, EchangeFactory, EntrepriseFactory, ImmersionFactory

PAGE = reverse("parcours:prospection_immersions")


@pytest.fixture(autouse=True)
def un_lundi():
    with time_machine.travel("2026-11-16 09:30+01:00", tick=False):
        yield


@pytest.fixture
def hote(structure):
    return EntrepriseFactory(raison_sociale="Les Lucioles", telephone="03 53 01 00 00")


@pytest.fixture
def en_cours(hote):
    """From the 9th to the 20th: past its middle."""
    tuteur = ContactFactory(entreprise=hote, nom="Hamon", telephone="03 53 01 22 22")
    return ImmersionFactory(entreprise=hote, tuteur=tuteur)


@pytest.fixture
def finie(structure):
    return ImmersionFactory(entreprise__raison_sociale="Cartonnerie", debut=date(2026, 10, 26), fin=date(2026, 11, 6))


def lignes(client):
    return [
        (appel.entreprise.raison_sociale, attente.url) for attente, appel in client.get(PAGE).context["immersions"]
    ]


def test_host_is_to_be_called_at_mid_term_then_for_the_bilan(client_de, cip, en_cours, finie):
    assert lignes(client_de(cip)) == [
        ("Les Lucioles", reverse("parcours:immersion_detail", args=[en_cours.pk])),
        ("Cartonnerie", reverse("parcours:bilan_immersion", args=[finie.pk])),
    ]


def test_line_names_the_person_and_calls_the_tutor(client_de, cip, hote, en_cours):
    EchangeFactory(entreprise=hote, contact=ContactFactory(entreprise=hote, nom="Standard"))

    html = client_de(cip).get(PAGE).content.decode()

    assert f"Immersion à mi-parcours\u00a0: {en_cours.parcours.beneficiaire}, jusqu’au 20/11/2026" in html
    assert 'href="tel:0353012222"' in html


def test_call_noted_from_the_list_and_bilan_written_leave_it(client_de, cip, en_cours, finie):
    client = client_de(cip)

    client.post(reverse("parcours:immersion_appel", args=[en_cours.pk]))
    BilanImmersionFactory(immersion=finie)

    assert Immersion.objects.get(pk=en_cours.pk).appel_le == date(2026, 11, 16)
    assert lignes(client) == []
    assert "Aucune immersion n’attend" in client.get(PAGE).content.decode()


def test_who_may_not_know_placements_is_refused_and_a_stranger_sees_nothing(
    client_de, encadrant, administratif, etranger, autre_structure, en_cours, finie
):
    with contexte(autre_structure.pk):
        ImmersionFactory(entreprise__raison_sociale="Ailleurs")

    assert client_de(encadrant).get(PAGE).status_code == 403
    assert [nom for nom, _ in lignes(client_de(etranger))] == ["Ailleurs"]
    assert "Faire le bilan" not in client_de(administratif).get(PAGE).content.decode()


def test_prospection_asks_for_the_section_only_for_who_may_see_it(client_de, cip, encadrant):
    liste = reverse("entreprises:prospection")

    assert PAGE in client_de(cip).get(liste).content.decode()
    assert PAGE not in client_de(encadrant).get(liste).content.decode()


def test_section_costs_the_same_with_one_and_with_three_immersions(client_de, cip, en_cours, requetes):
    client = client_de(cip)
    client.get(PAGE)
    with requetes() as une:
        client.get(PAGE, headers={"HX-Request": "true"})
    for _ in range(2):
        ImmersionFactory()

    with requetes() as trois:
        client.get(PAGE, headers={"HX-Request": "true"})

    assert len(trois) == len(une)
