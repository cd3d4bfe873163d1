"""Firms that hire in the jobs that people aim at: which, why, and to whom the numbers are told."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from insertion.models import Rome
from tests.cellules import cellules
from tests.usines import (
    EchangeFactory,
    EntrepriseFactory,
    EtapeProjetFactory,
    MetierViseFactory,
    OffreFactory,
    ParcoursFactory,
)

PAGE = reverse("parcours:prospection_metiers")


@pytest.fixture
def rome(db):
    codes = {"K2204": "Nettoyage de locaux", "K2202": "Lavage de vitres", "G1602": "Personnel de cuisine"}
    return {code: Rome.objects.create(code=code, libelle=libelle) for code, libelle in codes.items()}


@pytest.fixture
def vise(structure, rome):
    """A target job of somebody whose parcours is open."""
    return MetierViseFactory(beneficiaire=ParcoursFactory().beneficiaire, rome=rome["K2204"])


@pytest.fixture
def offre(structure, rome):
    return OffreFactory(
        entreprise=EntrepriseFactory(raison_sociale="Net et Clair"), intitule="Laveur de vitres", rome=rome["K2202"]
    )


def raisons(client):
    return [(appel.entreprise.raison_sociale, appel.raison) for appel in client.get(PAGE).context["appels"]]


def test_firm_that_hires_in_a_near_job_is_to_be_called(client_de, cip, vise, offre, rome):
    OffreFactory(rome=rome["G1602"])
    OffreFactory(rome=None)

    assert raisons(client_de(cip)) == [
        (
            "Net et Clair",
            "Recrute : Laveur de vitres (1 personne vise ce métier ou un métier proche)",
        )
    ]


def test_firm_that_hired_there_comes_after(client_de, cip, vise, offre, rome):
    OffreFactory(
        entreprise=EntrepriseFactory(raison_sociale="Ancienne"),
        intitule="Agent",
        rome=rome["K2204"],
        recue_le=date(2025, 3, 2),
        expire_le=date(2025, 4, 2),
    )

    assert [nom for nom, _ in raisons(client_de(cip))] == ["Net et Clair", "Ancienne"]


def test_job_given_up_or_of_somebody_who_left_calls_nobody(client_de, cip, vise, offre, rome):
    EtapeProjetFactory(metier=vise, etape="abandonne")
    parti = ParcoursFactory(date_sortie=timezone.localdate() - timedelta(days=1), date_entree=date(2024, 1, 8))
    MetierViseFactory(beneficiaire=parti.beneficiaire, rome=rome["K2204"])

    assert raisons(client_de(cip)) == []


def test_firm_reached_today_is_not_called_twice(client_de, cip, vise, offre):
    EchangeFactory(entreprise=offre.entreprise, date=timezone.now())

    assert raisons(client_de(cip)) == []


@cellules("role", ["encadrant", "lecteur"])
def test_whoever_may_not_know_placements_reads_no_number_and_nobody_is_named(
    request, client_de, role, cip, vise, offre
):
    nom = str(vise.beneficiaire)

    assert raisons(client_de(request.getfixturevalue(role))) == [("Net et Clair", "Recrute : Laveur de vitres")]
    assert nom not in client_de(cip).get(PAGE).content.decode()


def test_stranger_sees_neither_firm_nor_number(client_de, etranger, vise, offre):
    assert raisons(client_de(etranger)) == []


def test_section_costs_the_same_with_one_and_with_three_offers(client_de, cip, vise, offre, rome, requetes):
    client = client_de(cip)
    client.get(PAGE)
    with requetes() as une:
        client.get(PAGE, headers={"HX-Request": "true"})
    for _ in range(2):
        OffreFactory(rome=rome["K2204"])
        MetierViseFactory(beneficiaire=ParcoursFactory().beneficiaire, rome=rome["K2202"])

    with requetes() as trois:
        client.get(PAGE, headers={"HX-Request": "true"})

    assert len(trois) == len(une)
