"""Services sold: their state told by their dates, the turnover, who works on them."""

import uuid
from datetime import date, datetime
from decimal import Decimal

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from entreprises.enums import EtatPrestation
from entreprises.models import Collaboration, Prestation
from entreprises.prestations import chiffre_affaires, par_annee, total
from insertion import tableur
from tests.cellules import cellules
from tests.usines import EntrepriseFactory, PrestationFactory
from tests.usines.parcours import PARIS

LISTE = reverse("entreprises:prestation_list")
EXPORT = reverse("entreprises:prestation_export")
LE = date(2026, 11, 17)


@pytest.fixture(autouse=True)
def un_mardi():
    with time_machine.travel(datetime(2026, 11, 17, 9, 30, tzinfo=PARIS), tick=False):
        yield


@pytest.fixture
def entreprise(structure):
    return EntrepriseFactory(raison_sociale="Biscuiterie du Moulin")


@pytest.fixture
def prestation(entreprise):
    return PrestationFactory(entreprise=entreprise)


def saisie(**champs):
    base = {"intitule": "Conditionnement de coffrets", "type": "travail", "devis_le": "2026-10-05"}
    return base | {"montant_ht": "4800.50", "description": "Mille boîtes", "soumission": uuid.uuid4()} | champs


def adresse(nom, objet):
    return reverse(f"entreprises:{nom}", args=[objet.pk])


@cellules(
    ("champs", "etat"),
    [
        ({}, EtatPrestation.DEVIS),
        ({"refusee_le": LE}, EtatPrestation.REFUSEE),
        ({"acceptee_le": LE}, EtatPrestation.ACCEPTEE),
        ({"acceptee_le": LE, "debut": LE}, EtatPrestation.EN_COURS),
        ({"acceptee_le": LE, "debut": date(2026, 10, 20), "fin": LE}, EtatPrestation.EN_COURS),
        ({"acceptee_le": LE, "fin": date(2026, 11, 16)}, EtatPrestation.TERMINEE),
        ({"acceptee_le": LE, "facturee_le": LE, "facture": "F-12"}, EtatPrestation.FACTUREE),
    ],
)
def test_state_is_told_by_the_dates(champs, etat):
    assert Prestation(devis_le=date(2026, 10, 5), **champs).etat(LE) == etat


def test_quote_of_a_firm_is_written_down(client_de, cip, entreprise):
    response = client_de(cip).post(adresse("prestation_create", entreprise), saisie())

    prestation = Prestation.objects.get()
    assert response.url == adresse("prestation_detail", prestation)
    assert (prestation.montant_ht, prestation.auteur) == (Decimal("4800.50"), cip)


def test_accepted_service_counts_as_a_collaboration(client_de, cip, prestation):
    assert not Collaboration.objects.filter(genre="prestation").exists()

    client_de(cip).post(adresse("prestation_update", prestation), saisie(version=0, acceptee_le="2026-10-09"))

    assert [(c.entreprise_id, c.le) for c in Collaboration.objects.filter(genre="prestation")] == [
        (prestation.entreprise_id, date(2026, 10, 9))
    ]


def test_turnover_is_told_by_firm_and_by_year(entreprise, structure):
    autre = EntrepriseFactory(raison_sociale="Zinc et Cie")
    facturee = {"acceptee_le": date(2025, 12, 1), "facturee_le": date(2026, 1, 15), "facture": "F-1"}
    PrestationFactory(entreprise=entreprise, devis_le=date(2025, 11, 1), montant_ht=1000, **facturee)
    PrestationFactory(entreprise=entreprise, acceptee_le=date(2026, 10, 9), montant_ht=500)
    PrestationFactory(entreprise=entreprise, montant_ht=70)
    PrestationFactory(entreprise=entreprise, refusee_le=date(2026, 10, 9), montant_ht=9000)
    PrestationFactory(entreprise=autre, devis_le=date(2025, 3, 1), acceptee_le=date(2025, 3, 2), montant_ht=40)

    chiffres = chiffre_affaires(Prestation.objects.all())

    assert [(c.entreprise, c.annee, c.nombre, c.devis, c.accepte, c.facture) for c in chiffres] == [
        ("Biscuiterie du Moulin", 2026, 3, 70, 500, 1000),
        ("Zinc et Cie", 2025, 1, 0, 40, 0),
    ]
    assert total(chiffres).total == 1540
    assert [annee for annee, _ in par_annee(chiffres)] == [2026, 2025]


def test_list_shows_the_year_asked_for_with_its_total(client_de, cip, prestation):
    PrestationFactory(devis_le=date(2024, 5, 2), intitule="Vieux devis")
    client = client_de(cip)

    assert [p.intitule for p in client.get(LISTE).context["page"]] == ["Conditionnement de 4 000 coffrets"]
    assert [p.intitule for p in client.get(f"{LISTE}?annee=2024").context["page"]] == ["Vieux devis"]
    assert len(client.get(f"{LISTE}?annee=toutes").context["page"].object_list) == 2


def test_spreadsheet_holds_the_same_year_and_no_formula(client_de, cip, prestation):
    Prestation.objects.update(intitule="=2+2")

    contenu = client_de(cip).get(f"{EXPORT}?annee=2026").content

    lignes = tableur.lire(contenu, "prestations.xlsx")[0].lignes
    assert lignes[1][:6] == [
        "Biscuiterie du Moulin",
        "=2+2",
        "Travail à façon, sous-traitance",
        *lignes[1][3:5],
        "Devis envoyé",
    ]


def test_page_of_the_firm_shows_what_it_bought(client_de, cip, prestation):
    Prestation.objects.update(acceptee_le="2026-10-09")

    html = client_de(cip).get(adresse("entreprise_prestations", prestation.entreprise)).content.decode()

    assert "4\xa0800,00\xa0€ convenus" in html


@cellules(
    ("champs", "phrase"),
    [
        ({"intitule": ""}, "Ce champ est obligatoire"),
        ({"montant_ht": "-1"}, "supérieure ou égale à 0"),
        ({"montant_ht": "beaucoup"}, "nombre"),
        ({"acceptee_le": "2026-10-06", "refusee_le": "2026-10-06"}, "Un devis est accepté ou refusé, pas les deux."),
        ({"acceptee_le": "2026-10-01"}, "La réponse ne peut pas précéder le devis."),
        ({"debut": "2026-12-02", "fin": "2026-12-01"}, "La fin ne peut pas précéder le début."),
        ({"acceptee_le": "2026-10-06", "facture": "F-1"}, "Une facture a sa référence et sa date."),
        ({"facture": "F-1", "facturee_le": "2026-11-01"}, "On facture une prestation acceptée"),
    ],
)
def test_refused_quote_says_why_and_keeps_what_was_typed(client_de, cip, entreprise, champs, phrase):
    response = client_de(cip).post(adresse("prestation_create", entreprise), saisie(**champs))

    html = response.content.decode()
    assert response.status_code == 422
    assert phrase in html
    assert "Mille boîtes" in html


@cellules(
    "champs",
    [
        {"montant_ht": -1},
        {"acceptee_le": LE, "refusee_le": LE},
        {"acceptee_le": date(2026, 1, 1)},
        {"debut": LE, "fin": date(2026, 11, 1)},
        {"facture": "F-1"},
        {"facture": "F-1", "facturee_le": LE},
    ],
    ids=str,
)
def test_database_refuses_an_impossible_service(entreprise, champs):
    with pytest.raises(IntegrityError), transaction.atomic():
        PrestationFactory(entreprise=entreprise, **champs)


def test_late_correction_of_a_service_shows_both(client_de, cip, collegue, prestation):
    url = adresse("prestation_update", prestation)
    client_de(collegue).post(url, saisie(version=0, intitule="Coffrets de fête"))

    response = client_de(cip).post(url, saisie(version=0, intitule="Coffrets de Pâques"))

    assert response.status_code == 409
    assert "Coffrets de fête" in response.content.decode()


@cellules("role", ["encadrant", "lecteur", "benevole"])
def test_reader_sees_services_writes_none_and_takes_no_spreadsheet(request, client_de, role, prestation):
    client = client_de(request.getfixturevalue(role))

    assert client.get(adresse("prestation_detail", prestation)).status_code == 200
    assert client.get(EXPORT).status_code == 403
    assert client.post(adresse("prestation_update", prestation), {}).status_code == 403
    assert client.post(adresse("prestation_create", prestation.entreprise), {}).status_code == 403


def test_stranger_finds_no_service(client_de, etranger, prestation):
    client = client_de(etranger)

    assert client.get(LISTE).context["annees"] == []
    for nom in ("prestation_detail", "prestation_update"):
        assert client.get(adresse(nom, prestation)).status_code == 404
    for nom in ("prestation_create", "entreprise_prestations"):
        assert client.get(adresse(nom, prestation.entreprise)).status_code == 404


def test_list_costs_the_same_with_one_and_with_three_services(client_de, cip, prestation, requetes):
    client = client_de(cip)
    client.get(LISTE)
    with requetes() as une:
        client.get(LISTE)
    for _ in range(2):
        PrestationFactory()

    with requetes() as trois:
        client.get(LISTE)

    assert len(trois) == len(une)
