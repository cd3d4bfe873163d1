"""The low-threshold presence log (metier.md §1 row 3)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from parcours.models import Passage
from tests.cellules import cellules
from tests.usines import BeneficiaireFactory


@pytest.fixture
def personne(structure):
    return BeneficiaireFactory(prenom="Amina", nom="Benali")


LISTE, NOUVEAU = reverse("parcours:passage_list"), reverse("parcours:passage_create")


def test_one_tap_notes_somebody_twice_is_once(client_de, cip, personne):
    client = client_de(cip)

    for _ in range(2):
        client.post(NOUVEAU, {"beneficiaire": personne.pk})

    passage = Passage.objects.get()
    assert (passage.beneficiaire, passage.date, passage.note_par) == (personne, timezone.localdate(), cip)


def test_people_without_a_name_are_counted(client_de, cip, structure):
    client = client_de(cip)

    for _ in range(3):
        client.post(NOUVEAU)

    assert "3 passages, dont 3 sans nom" in client.get(LISTE).content.decode()


def test_a_tap_can_be_taken_back_that_day_only(client_de, cip, personne):
    aujourdhui = timezone.localdate()
    passages = [
        Passage.objects.create(beneficiaire=personne, date=aujourdhui - timedelta(days=j), note_par=cip)
        for j in (0, 1)
    ]
    client = client_de(cip)

    codes = [client.post(reverse("parcours:passage_delete", args=[p.pk])).status_code for p in passages]

    assert codes == [302, 404]
    assert list(Passage.objects.all()) == passages[1:]


def test_those_who_came_this_month_are_proposed_and_anybody_is_found(client_de, cip, personne):
    autre = BeneficiaireFactory(prenom="Boris", nom="Kaya")
    Passage.objects.create(beneficiaire=personne, date=timezone.localdate() - timedelta(days=3), note_par=cip)
    client = client_de(cip)

    proposees, trouvees = client.get(LISTE).content.decode(), client.get(LISTE, {"q": "kaya"}).content.decode()

    assert f'value="{personne.pk}"' in proposees
    assert f'value="{autre.pk}"' not in proposees
    assert f'value="{autre.pk}"' in trouvees


@cellules("valeur", ["abc", "0", "999999999"])
def test_unknown_person_is_not_found(client_de, cip, structure, valeur):
    assert client_de(cip).post(NOUVEAU, {"beneficiaire": valeur}).status_code == 404


def test_stranger_finds_nobody_and_others_may_not_write(client_de, etranger, encadrant, lecteur, benevole, personne):
    envoi = {"beneficiaire": personne.pk}

    assert client_de(etranger).post(NOUVEAU, envoi).status_code == 404
    assert [client_de(u).post(NOUVEAU, envoi).status_code for u in (encadrant, lecteur, benevole)] == [403] * 3


@cellules("nombre", [1, 3])
def test_page_costs_the_same_however_many_came(client_de, cip, structure, nombre, requetes):
    for beneficiaire in BeneficiaireFactory.create_batch(nombre):
        Passage.objects.create(beneficiaire=beneficiaire, date=timezone.localdate(), note_par=cip)
    client = client_de(cip)

    with requetes() as faites:
        client.get(LISTE)

    assert len(faites) == 8
