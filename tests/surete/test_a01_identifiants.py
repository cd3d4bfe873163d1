"""A1: numbers tried one after the other, secrets guessed. The whole of it, address by address, is test_matrice.py."""

from secrets import token_urlsafe

import pytest
from django.urls import reverse

from beneficiaires.models import Beneficiaire
from insertion.isolation.contexte import contexte
from insertion.models import Lecture
from tests.usines import BeneficiaireFactory


def test_numbers_tried_one_by_one_open_the_files_of_one_structure_only(structure, autre_structure, cip, client_de):
    for ici in (structure, autre_structure, structure, autre_structure):
        with contexte(ici.pk):
            BeneficiaireFactory()
    siennes = set(Beneficiaire.objects.values_list("pk", flat=True))
    essayes, client = range(max(min(siennes) - 2, 0), max(siennes) + 8), client_de(cip)

    ouvertes = {
        n for n in essayes if client.get(reverse("beneficiaires:beneficiaire_detail", args=[n])).status_code == 200
    }

    assert ouvertes == siennes
    assert set(Lecture.objects.values_list("beneficiaire_id", flat=True)) <= siennes


@pytest.mark.parametrize("adresse", ["pilotage:agenda_flux", "pilotage:empechement"])
def test_a_guessed_secret_opens_nothing(adresse, structure, client):
    for _ in range(20):
        reponse = client.get(reverse(adresse, args=[f"{structure.pk}-{token_urlsafe(32)}"]))
        assert reponse.status_code == 404
