"""What is noted of somebody belongs to a parcours: without one, the page that opens one comes first, and says why."""

import json

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from insertion.models import Brouillon
from tests.usines import BeneficiaireFactory

PAGES = ["rendez_vous_create", "rendez_vous_exterieur_create", "demarche_create", "formation_create"]


@pytest.fixture
def quelquun(structure):
    return BeneficiaireFactory()


def dits(reponse):
    return [str(dit) for dit in get_messages(reponse.wsgi_request)]


@pytest.mark.parametrize("nom", PAGES)
def test_somebody_without_a_parcours_is_opened_one_first(client_de, cip, quelquun, nom):
    reponse = client_de(cip).get(reverse(f"parcours:{nom}", args=[quelquun.pk]))

    assert reponse.url == reverse("parcours:parcours_create", args=[quelquun.pk])
    assert ["Ouvrez d’abord un parcours" in dit for dit in dits(reponse)] == [True]


@pytest.mark.parametrize("nom", PAGES)
def test_what_was_typed_when_the_parcours_ended_stays_a_draft(client_de, cip, quelquun, nom):
    url = reverse(f"parcours:{nom}", args=[quelquun.pk])
    ecrit = {"titre": "Rendez-vous", "url": url, "champs": {"commentaire": ["Apporter le bail."]}}
    client = client_de(cip)
    client.post("/brouillons/ici/", json.dumps(ecrit), content_type="application/json")

    client.post(url, {"commentaire": "Apporter le bail.", "brouillon": "ici"})

    assert Brouillon.objects.get().champs == {"commentaire": ["Apporter le bail."]}
