"""Who works on a service sold: who may know it, who may write it."""

import uuid
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from insertion.models import Geste
from parcours.models import PersonnePrestation
from tests.cellules import cellules
from tests.usines import BeneficiaireFactory, ParcoursFactory, PrestationFactory


@pytest.fixture
def prestation(structure):
    return PrestationFactory()


@pytest.fixture
def parcours(structure):
    return ParcoursFactory(beneficiaire=BeneficiaireFactory(prenom="Amina", nom="Benali"))


@pytest.fixture
def ligne(prestation, parcours):
    return PersonnePrestation.objects.create(prestation=prestation, parcours=parcours)


@pytest.fixture
def ajout(prestation):
    return reverse("parcours:personne_prestation_create", args=[prestation.pk])


def test_somebody_found_by_name_joins_the_service(client_de, cip, prestation, parcours, ajout):
    ParcoursFactory(beneficiaire__nom="Zerbib", beneficiaire__prenom="Lucie")
    client = client_de(cip)
    proposes = client.get(f"{ajout}?q=benali").context["form"].fields["parcours"].queryset
    assert list(proposes) == [parcours]

    client.post(ajout, {"parcours": parcours.pk, "debut": "2026-11-02", "soumission": uuid.uuid4()})

    assert PersonnePrestation.objects.get().debut == date(2026, 11, 2)
    section = client.get(reverse("parcours:prestation_personnes", args=[prestation.pk])).content.decode()
    assert "Amina Benali" in section


@cellules(
    ("champs", "phrase"),
    [
        ({"parcours": ""}, "Choisissez une personne."),
        ({"debut": "2026-11-02", "fin": "2026-11-01"}, "La fin ne peut pas précéder le début."),
    ],
)
def test_refused_addition_says_why_and_keeps_what_was_typed(client_de, cip, parcours, ajout, champs, phrase):
    response = client_de(cip).post(ajout, {"parcours": parcours.pk, "fin": "2026-11-01"} | champs)

    html = response.content.decode()
    assert response.status_code == 422
    assert phrase in html
    assert "2026-11-01" in html


def test_same_person_twice_is_refused(client_de, cip, ligne, parcours, ajout):
    response = client_de(cip).post(ajout, {"parcours": parcours.pk})

    assert response.status_code == 422
    assert "déjà notée pour cette prestation" in response.content.decode()


def test_database_refuses_dates_the_wrong_way_round(ligne):
    with pytest.raises(IntegrityError), transaction.atomic():
        PersonnePrestation.objects.update(debut=date(2026, 11, 2), fin=date(2026, 11, 1))


def test_somebody_taken_off_is_put_back_with_their_dates(client_de, collegue, ligne):
    PersonnePrestation.objects.update(debut=date(2026, 11, 2), fin=date(2026, 11, 20))
    avant, client = PersonnePrestation.objects.values().get(), client_de(collegue)
    client.post(reverse("parcours:personne_prestation_delete", args=[ligne.pk]))
    assert not PersonnePrestation.objects.exists()

    client.post(reverse("insertion:geste_annulation", args=[Geste.objects.get().pk]))

    assert PersonnePrestation.objects.values().get() == avant


@cellules("role", ["encadrant", "lecteur", "benevole"])
def test_role_without_the_right_sees_the_service_but_not_the_people(request, client_de, role, ligne, ajout):
    client = client_de(request.getfixturevalue(role))
    page = client.get(reverse("entreprises:prestation_detail", args=[ligne.prestation_id])).content.decode()
    section = reverse("parcours:prestation_personnes", args=[ligne.prestation_id])

    assert section not in page
    assert client.get(section).status_code == 403
    assert client.post(ajout, {}).status_code == 403
    assert client.post(reverse("parcours:personne_prestation_delete", args=[ligne.pk])).status_code == 403


def test_stranger_finds_nobody(client_de, etranger, ligne, ajout):
    client = client_de(etranger)

    assert client.get(reverse("parcours:prestation_personnes", args=[ligne.prestation_id])).status_code == 404
    assert client.post(ajout, {}).status_code == 404
    assert client.post(reverse("parcours:personne_prestation_delete", args=[ligne.pk])).status_code == 404


def test_section_costs_the_same_with_one_and_with_three_people(client_de, cip, prestation, ligne, requetes):
    client, url = client_de(cip), reverse("parcours:prestation_personnes", args=[prestation.pk])
    client.get(url)
    with requetes() as une:
        client.get(url)
    for _ in range(2):
        PersonnePrestation.objects.create(prestation=prestation, parcours=ParcoursFactory())

    with requetes() as trois:
        client.get(url)

    assert len(trois) == len(une)
