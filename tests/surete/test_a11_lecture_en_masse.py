"""A11: somebody copies the files one after the other, fast or slowly: 429, and the direction is told."""

from datetime import timedelta

import pytest
import time_machine
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from insertion.journal import DOSSIERS, DOSSIERS_EN_UNE_HEURE, TropDeLectures, consigner
from insertion.models import AlerteLecture
from tests.usines import BeneficiaireFactory


def requete_de(qui):
    requete = RequestFactory().get("/")
    requete.user = qui
    return requete


def lire_a_la_suite(qui, combien, secondes):
    """How many files `qui` reads, one every `secondes`, before the journal stops them."""
    requete = requete_de(qui)
    with time_machine.travel(timezone.now(), tick=False) as horloge:
        for rang in range(combien):
            try:
                consigner(requete, "identité", rang + 1)
            except TropDeLectures:
                return rang
            horloge.shift(timedelta(seconds=secondes))
    return combien


def test_three_hundred_files_in_an_hour_are_stopped_whatever_the_pace(cip):
    assert lire_a_la_suite(cip, 300, secondes=1) == DOSSIERS
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert lire_a_la_suite(cip, 300, secondes=12) == DOSSIERS_EN_UNE_HEURE
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        assert lire_a_la_suite(cip, 300, secondes=60) == 300  # sixty an hour: a campaign of telephone calls


def test_mass_reading_is_stopped_and_the_direction_is_told(structure, cip, collegue, chef, client_de, monkeypatch):
    monkeypatch.setattr("insertion.journal.DOSSIERS", 2)
    adresses = [BeneficiaireFactory().get_absolute_url() for _ in "123"]
    client = client_de(cip)

    statuts = [client.get(adresse).status_code for adresse in [*adresses, adresses[2], adresses[0]]]

    assert statuts == [200, 200, 429, 429, 200]  # what was open stays open
    assert "plus de 2 dossiers ouverts en dix minutes" in client.get(adresses[2]).content.decode()
    assert client_de(collegue).get(adresses[2]).status_code == 200
    equipe = client_de(chef).get(reverse("pilotage:file_active_list")).content.decode()
    assert equipe.count("Camille Dubois</strong> a été arrêté·e") == 1
    alerte = AlerteLecture.objects.get()
    client_de(chef).post(reverse("pilotage:alerte_vue", args=[alerte.pk]))
    assert "a été arrêté·e" not in client_de(chef).get(reverse("pilotage:file_active_list")).content.decode()


def test_too_many_documents_taken_away_in_an_hour_are_stopped_too(structure, cip, monkeypatch):
    monkeypatch.setattr("insertion.journal.SORTIES", 2)
    requete = requete_de(cip)
    for quoi in ("téléchargement : dossier", "document demandé : dossier", "identité"):
        consigner(requete, quoi, 1)

    with pytest.raises(TropDeLectures, match="documents ou exports en une heure"):
        consigner(requete, "export demandé : contrats")
