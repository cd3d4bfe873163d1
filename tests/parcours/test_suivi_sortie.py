"""News on a closed file: at 3, 6, 12 months and whenever somebody calls (metier.md §1 row 22)."""

import uuid
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from insertion.isolation.contexte import contexte
from parcours.enums import SituationApres
from parcours.fil import evenements
from parcours.models import SuiviPostSortie
from tests.cellules import cellules
from tests.usines import ParcoursFactory, SortieFactory, SuiviPostSortieFactory


@pytest.fixture(autouse=True)
def aujourdhui():
    with time_machine.travel("2027-01-05 10:00+01:00", tick=False):
        yield


@pytest.fixture
def parcours(structure):
    return SortieFactory().parcours


def ajout(parcours):
    return reverse("parcours:suivi_sortie_create", args=[parcours.pk])


def saisie(**champs):
    envoi = {"date": "2027-01-04", "situation": "cdd", "texte": "Toujours en poste.", "soumission": uuid.uuid4()}
    return envoi | champs


def test_news_at_three_months_are_noted_on_a_closed_file(client_de, cip, parcours):
    reponse = client_de(cip).post(ajout(parcours), saisie(echeance="3", paroles="Ça va."))

    suivi = SuiviPostSortie.objects.get()
    assert reponse.url == reverse("parcours:sortie_detail", args=[parcours.pk])
    assert (suivi.echeance, suivi.situation, suivi.en_emploi, suivi.auteur) == (3, SituationApres.CDD, True, cip)
    assert suivi.sortie_le == parcours.date_sortie


def test_somebody_may_call_at_any_time_and_several_times(client_de, cip, parcours):
    for _ in range(2):
        client_de(cip).post(ajout(parcours), saisie())

    assert SuiviPostSortie.objects.filter(echeance=None).count() == 2


@cellules(
    ("champs", "message"),
    [
        ({"situation": ""}, "obligatoire"),
        ({"date": "2026-09-29"}, "ne peut pas précéder la sortie"),
        ({"date": "2027-01-06"}, "Un contact se note le jour"),
        ({"echeance": "6"}, "Le contact de cette échéance est déjà noté"),
        ({"echeance": "3", "date": "2026-11-29"}, "cette échéance se note à partir du 30/11/2026"),
        ({"echeance": "4"}, "choix"),
        ({"texte": "x" * 20_001}, "raccourcissez-le"),
    ],
)
def test_refused_news_say_why(client_de, cip, parcours, champs, message):
    SuiviPostSortieFactory(parcours=parcours, echeance=6)

    reponse = client_de(cip).post(ajout(parcours), saisie(paroles="Ça va.") | champs)

    html = reponse.content.decode()
    assert reponse.status_code == 422
    assert message in html
    assert "Ça va." in html
    assert SuiviPostSortie.objects.count() == 1


def test_an_open_parcours_takes_no_news(client_de, cip, structure):
    client_de(cip).post(ajout(ParcoursFactory()), saisie())

    assert not SuiviPostSortie.objects.exists()


def test_news_sent_twice_are_noted_once(client_de, cip, parcours):
    client, envoi = client_de(cip), saisie()

    for _ in range(2):
        client.post(ajout(parcours), envoi)

    assert SuiviPostSortie.objects.count() == 1


def test_news_are_corrected_and_never_overwritten(client_de, cip, collegue, parcours):
    suivi = SuiviPostSortieFactory(parcours=parcours)
    url = reverse("parcours:suivi_sortie_update", args=[suivi.pk])

    client_de(collegue).post(url, saisie(version=0, situation="cdi"))
    tard = client_de(cip).post(url, saisie(version=0, situation="recherche"))

    suivi.refresh_from_db()
    assert suivi.situation == SituationApres.CDI
    assert tard.status_code == 409


def test_news_are_closed_to_strangers_and_readers(client_de, etranger, encadrant, parcours):
    url = reverse("parcours:suivi_sortie_update", args=[SuiviPostSortieFactory(parcours=parcours).pk])

    assert [client_de(qui).post(url, saisie()).status_code for qui in (etranger, encadrant)] == [404, 403]


@cellules(("role", "vues"), [("charge_insertion", 1), ("administratif", 0), ("lecture", 0)])
def test_news_are_read_by_who_follows_people(structure, parcours, role, vues):
    SuiviPostSortieFactory(parcours=parcours)

    with contexte(structure.pk, role=role):
        assert SuiviPostSortie.objects.count() == vues


def test_news_are_in_the_thread(parcours):
    SuiviPostSortieFactory(parcours=parcours, echeance=3, date=date(2027, 1, 4), texte="Toujours en poste.")

    evenement = evenements(parcours.beneficiaire)[0]

    assert (evenement.titre, evenement.texte) == ("Nouvelles à 3 mois : en emploi, CDD", "Toujours en poste.")
