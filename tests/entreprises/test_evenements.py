"""The agenda of events, whom one met there, and the sheet to hand over."""

import uuid
from datetime import date, datetime

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse
from pypdf import PdfReader

from entreprises.enums import ModeEchange, TypeEvenement
from entreprises.models import Echange, Evenement
from parcours.models import Production
from parcours.productions import produire
from tests.cellules import cellules
from tests.usines import EchangeFactory, EntrepriseFactory, EvenementFactory
from tests.usines.parcours import PARIS

LISTE = reverse("entreprises:evenement_list")
NOUVEAU = reverse("entreprises:evenement_create")


@pytest.fixture(autouse=True)
def un_mardi():
    with time_machine.travel(datetime(2026, 11, 17, 9, 30, tzinfo=PARIS), tick=False):
        yield


@pytest.fixture
def evenement(structure):
    return EvenementFactory()


def saisie(**champs):
    base = {"nom": "Job dating du port", "type": "job_dating", "jour": "2026-12-03", "lieu": "Quai 3"}
    return base | {"heure_debut": "09:00", "heure_fin": "12:30", "soumission": uuid.uuid4()} | champs


def adresse(nom, evenement):
    return reverse(f"entreprises:{nom}", args=[evenement.pk])


@cellules("nom", ["Forum de l’emploi", "Job dating", "Visite d’entreprise", "Réunion d’information"])
def test_kinds_of_events_are_those_of_the_trade(nom):
    assert nom in TypeEvenement.labels


def test_event_is_put_in_the_agenda(client_de, cip, structure):
    entreprise = EntrepriseFactory(raison_sociale="Biscuiterie du Moulin")

    response = client_de(cip).post(NOUVEAU, saisie(entreprise="biscuiterie du moulin"))

    evenement = Evenement.objects.get()
    assert response.url == adresse("evenement_detail", evenement)
    assert (evenement.jour, evenement.entreprise, evenement.auteur) == (date(2026, 12, 3), entreprise, cip)


def test_agenda_shows_what_comes_the_next_first_and_keeps_the_past_apart(client_de, cip, evenement):
    EvenementFactory(nom="Visite", jour=date(2026, 11, 17))
    EvenementFactory(nom="Passé", jour=date(2026, 11, 16))
    client = client_de(cip)

    assert [e.nom for e in client.get(LISTE).context["page"]] == ["Visite", "Forum de l’emploi de Roubaix"]
    assert [e.nom for e in client.get(f"{LISTE}?quand=passes").context["page"]] == ["Passé"]


def test_firm_met_there_is_noted_in_two_taps(client_de, cip, evenement):
    entreprise = EntrepriseFactory(raison_sociale="Biscuiterie du Moulin")
    client = client_de(cip)
    html = client.get(f"{adresse('evenement_detail', evenement)}?q=biscuit").content.decode()
    assert reverse("entreprises:appel_create", args=[entreprise.pk]) in html

    response = client.post(
        reverse("entreprises:appel_create", args=[entreprise.pk]),
        {"resultat": "offre", "mode": "evenement", "evenement": evenement.pk},
    )

    assert Echange.objects.get().mode == ModeEchange.EVENEMENT
    assert response.url == adresse("evenement_detail", evenement)
    assert "Biscuiterie du Moulin" in client.get(response.url).content.decode()


@cellules(
    ("champs", "phrase"),
    [
        ({"nom": ""}, "Ce champ est obligatoire"),
        ({"jour": "hier"}, "date valide"),
        ({"heure_fin": "08:00"}, "L’heure de fin vient après l’heure de début."),
        ({"entreprise": "Inconnue"}, "n’est pas dans le carnet d’adresses"),
        ({"presentation": "x" * 601}, "600"),
    ],
)
def test_refused_event_says_why_and_keeps_what_was_typed(client_de, cip, structure, champs, phrase):
    response = client_de(cip).post(NOUVEAU, saisie(**champs))

    html = response.content.decode()
    assert response.status_code == 422
    assert phrase in html
    assert 'value="Quai 3"' in html


def test_database_refuses_an_event_that_ends_before_it_begins(evenement):
    with pytest.raises(IntegrityError), transaction.atomic():
        Evenement.objects.update(heure_debut="10:00", heure_fin="09:00")


def test_event_is_cancelled_and_put_back(client_de, cip, evenement):
    client, url = client_de(cip), adresse("evenement_annulation", evenement)

    client.post(url)
    assert "Annulé le 17/11/2026" in client.get(adresse("evenement_detail", evenement)).content.decode()
    client.post(url, {"retablir": "1"})
    evenement.refresh_from_db()
    assert evenement.annule_le is None


def test_sheet_to_hand_over_is_one_page_without_what_the_team_notes(client_de, cip, evenement, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    Evenement.objects.update(
        presentation="Vous rencontrez dix entreprises.",
        apporter="Votre CV\nVotre pièce d’identité",
        remarques="Éviter le stand 4",
    )

    client_de(cip).post(reverse("parcours:evenement_fiche", args=[evenement.pk]))

    production = Production.objects.get()
    produire(production.structure_id, production.pk)
    production.refresh_from_db()
    pdf = PdfReader(production.fichier.path)
    page = " ".join(pdf.pages[0].extract_text().split())
    assert len(pdf.pages) == 1
    assert "Vous rencontrez dix entreprises." in page
    assert "Salle Watremez" in page
    assert "stand 4" not in page


def test_event_of_a_firm_that_has_a_namesake_since_is_still_corrected(client_de, cip, evenement):
    prevue = evenement.entreprise = EntrepriseFactory(raison_sociale="Lenoir", commune="Lille")
    evenement.save()
    homonyme = EntrepriseFactory(raison_sociale="Lenoir", commune="Roubaix")
    client, url = client_de(cip), adresse("evenement_update", evenement)
    affichee = client.get(url).context["form"]["entreprise"].value()

    client.post(url, saisie(version=0, entreprise=affichee, lieu="Quai 4"))
    evenement.refresh_from_db()
    assert (evenement.lieu, evenement.entreprise) == ("Quai 4", prevue)

    client.post(url, saisie(version=1, entreprise="Lenoir Roubaix"))
    evenement.refresh_from_db()
    assert evenement.entreprise == homonyme


def test_a_name_that_two_firms_bear_is_refused_when_it_is_typed(client_de, cip, evenement):
    EntrepriseFactory.create_batch(2, raison_sociale="Lenoir")

    for url in (NOUVEAU, adresse("evenement_update", evenement)):
        response = client_de(cip).post(url, saisie(version=0, entreprise="Lenoir"))
        assert "Plusieurs entreprises portent ce nom" in response.content.decode()


def test_late_correction_of_an_event_shows_both(client_de, cip, collegue, evenement):
    url = adresse("evenement_update", evenement)
    client_de(collegue).post(url, saisie(version=0, nom="Forum du port"))

    response = client_de(cip).post(url, saisie(version=0, nom="Forum de la gare"))

    assert response.status_code == 409
    assert "Forum du port" in response.content.decode()


@cellules("role", ["encadrant", "lecteur", "benevole"])
def test_reader_sees_events_and_writes_none(request, client_de, role, evenement):
    client = client_de(request.getfixturevalue(role))
    urls = [NOUVEAU, adresse("evenement_update", evenement), adresse("evenement_annulation", evenement)]

    assert client.get(adresse("evenement_detail", evenement)).status_code == 200
    assert {client.post(url, {}).status_code for url in urls} == {403}
    assert client.post(reverse("parcours:evenement_fiche", args=[evenement.pk])).status_code == 403


def test_stranger_finds_no_event(client_de, etranger, evenement):
    client = client_de(etranger)

    assert list(client.get(LISTE).context["page"]) == []
    for nom in ("evenement_detail", "evenement_update"):
        assert client.get(adresse(nom, evenement)).status_code == 404
    assert client.post(adresse("evenement_annulation", evenement)).status_code == 404
    assert client.post(reverse("parcours:evenement_fiche", args=[evenement.pk])).status_code == 404


@cellules("nom", ["evenement_list", "evenement_detail"])
def test_pages_cost_the_same_with_one_and_with_three_rows(client_de, cip, evenement, requetes, nom):
    url = LISTE if nom == "evenement_list" else f"{adresse(nom, evenement)}?q=conserverie"
    client = client_de(cip)
    EchangeFactory(evenement=evenement)
    client.get(url)
    with requetes() as une:
        client.get(url)
    for _ in range(2):
        EchangeFactory(evenement=evenement)
        EvenementFactory(entreprise=EntrepriseFactory())

    with requetes() as trois:
        client.get(url)

    assert len(trois) == len(une)
