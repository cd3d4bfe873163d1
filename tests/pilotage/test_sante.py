"""The pages of health: alive, ready, and the same in words."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from insertion.models import Battement, Sauvegarde
from insertion.tasks import battre
from parcours.models import Production
from pilotage.sante import sonder
from tests.usines import BeneficiaireFactory, NoteConfidentielleFactory


@pytest.fixture
def tout_va_bien(db):
    """Beat has just rung, and a backup was proved yesterday."""
    battre()
    hier = timezone.now() - timedelta(days=1)
    return Sauvegarde.objects.create(fichier="s", octets=1, lignes=1, documents=0, faite_at=hier, prouvee_at=hier)


def mauvaises(dans=timedelta()):
    return {sonde.nom for sonde in sonder(timezone.now() + dans) if not sonde.bien}


def test_alive_asks_nobody(client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert client.get(reverse("pilotage:sante")).status_code == 200


def test_ready_says_a_word_for_each_part_and_nothing_else(client, tout_va_bien):
    reponse = client.get(reverse("pilotage:pret"))

    assert (reponse.status_code, set(reponse.json().values())) == (200, {"bien"})
    assert "no-store" in reponse["Cache-Control"]


def test_each_part_that_stops_turns_red(tout_va_bien, settings, structure, cip):
    assert mauvaises() == set()

    assert mauvaises(timedelta(minutes=4)) == {"taches"}
    assert mauvaises(timedelta(days=7)) == {"taches", "sauvegardes"}
    settings.REDIS_URL, settings.CLAMD = "redis://127.0.0.1:1/0", "127.0.0.1:1"
    assert mauvaises() == {"file", "antivirus"}


def test_a_red_part_says_what_waits_and_what_still_works(tout_va_bien, settings, structure, cip):
    NoteConfidentielleFactory(texte="Elle a quitté le foyer.", auteur=cip)
    settings.REDIS_URL, settings.CLAMD = "redis://127.0.0.1:1/0", "127.0.0.1:1"
    settings.CLES_CHIFFREMENT = f"autre:{'0' * 32}"
    cache.set("passerelle:sms", True)

    dites = {sonde.nom: sonde.dit for sonde in sonder(timezone.now()) if not sonde.bien}

    assert dites.keys() == {"file", "antivirus", "cles", "messages"}
    assert "Les pages fonctionnent ; documents et messages attendent, rien n’est perdu." in dites["file"]
    assert "Les documents déposés attendent en quarantaine." in dites["antivirus"]
    assert "absente de CLES_CHIFFREMENT. Remettez-la." in dites["cles"]
    assert dites["messages"].startswith("Les SMS ne partent plus : leur serveur ne répond pas.")


def test_a_document_that_no_worker_takes_is_seen(tout_va_bien, structure, cip):
    Production.objects.create(
        beneficiaire=BeneficiaireFactory(), genre="dossier", demande_par=cip, role_demandeur="charge_insertion"
    )

    assert mauvaises() == set()
    assert "documents" in mauvaises(timedelta(minutes=16))


def test_never_proved_is_red(db):
    battre()
    Sauvegarde.objects.create(fichier="s", octets=1, lignes=1, documents=0, faite_at=timezone.now())

    assert mauvaises() == {"sauvegardes"}


def test_who_answers_for_the_structure_reads_it_in_words(client_de, chef, cip, tout_va_bien):
    Battement.objects.all().delete()
    adresse = reverse("pilotage:etat_service")

    page = client_de(chef).get(adresse).content.decode()

    assert "N’ont jamais tourné." in page
    assert client_de(cip).get(adresse).status_code == 403
