import uuid

import pytest
from django.urls import reverse

from entreprises.enums import TypePartenaire
from entreprises.models import Partenaire
from tests.cellules import cellules
from tests.usines import DispositifLocalFactory, FormationFactory, PartenaireFactory, ProjetPartenarialFactory

LISTE = reverse("entreprises:partenaire_list")
NOUVEAU = reverse("entreprises:partenaire_create")


def saisie(**champs):
    return {"nom": "CAF du Nord", "type": "caf", "telephone": "3230", "commune": "Roubaix"} | champs


@pytest.fixture
def partenaire(structure):
    return PartenaireFactory(nom="CCAS de Roubaix")


@pytest.fixture
def url_update(partenaire):
    return reverse("entreprises:partenaire_update", args=[partenaire.pk])


@cellules(
    "nom",
    ["CAF", "France Travail", "CPAM", "ANTS", "SOLIHA", "Action Logement", "Bailleur", "OPCO", "Mission locale"]
    + [
        "Département",
        "Finances publiques",
        "Banque de France",
        "Organisme de formation",
        "Auto-école sociale",
        "SPIP",
    ],
)
def test_type_of_metier_5b_is_in_the_list(nom):
    assert nom in TypePartenaire.labels


def test_anybody_of_the_team_may_look_a_partner_up(client_de, encadrant, partenaire):
    html = client_de(encadrant).get(f"{LISTE}?q=roubaix&type=ccas").content.decode()

    assert "CCAS de Roubaix" in html
    assert NOUVEAU not in html


def test_partner_is_added_with_a_short_number(client_de, cip):
    response = client_de(cip).post(NOUVEAU, saisie())

    ajoute = Partenaire.objects.get()
    assert response.url == ajoute.get_absolute_url()
    assert (ajoute.telephone, ajoute.verifie_par) == ("3230", cip)


def test_adding_a_partner_comes_back_to_the_page_that_asked(client_de, cip):
    response = client_de(cip).post(f"{NOUVEAU}?suite=/parcours/4/orientations/nouvelle/", saisie())

    assert response.url == f"/parcours/4/orientations/nouvelle/?partenaire={Partenaire.objects.get().pk}"


def test_adding_a_partner_never_leads_elsewhere(client_de, cip):
    response = client_de(cip).post(f"{NOUVEAU}?suite=https://ailleurs.fr/", saisie())

    assert response.url == Partenaire.objects.get().get_absolute_url()


@cellules(
    ("champs", "phrase"),
    [
        ({"nom": ""}, "Le nom est nécessaire."),
        ({"telephone": "demander"}, "Un numéro de téléphone compte des chiffres"),
        ({"site": "chez nous"}, "Cette adresse n’est pas complète. Exemple\N{NO-BREAK SPACE}: www.exemple.fr."),
        ({"nom": "CCAS de Roubaix"}, "Ce partenaire est déjà dans l’annuaire"),
    ],
)
def test_refused_partner_says_why_and_keeps_what_was_typed(client_de, cip, partenaire, champs, phrase):
    response = client_de(cip).post(NOUVEAU, saisie(email="contact@exemple.fr") | champs)

    html = response.content.decode()
    assert response.status_code == 422
    assert phrase in html
    assert "contact@exemple.fr" in html


def test_partner_sent_twice_is_written_once(client_de, cip):
    client, donnees = client_de(cip), saisie(soumission=uuid.uuid4())

    for _ in range(2):
        client.post(NOUVEAU, donnees)

    assert Partenaire.objects.count() == 1


@cellules("role", ["encadrant", "lecteur", "benevole"])
def test_reader_may_not_write_the_directory(request, client_de, role, url_update):
    client = client_de(request.getfixturevalue(role))

    assert [client.post(url, saisie()).status_code for url in (NOUVEAU, url_update)] == [403, 403]


def test_stranger_neither_sees_nor_corrects_a_partner(client_de, etranger, partenaire, url_update):
    client = client_de(etranger)

    assert "CCAS de Roubaix" not in client.get(LISTE).content.decode()
    assert client.post(url_update, saisie(version=0)).status_code == 404


def test_late_correction_of_a_partner_shows_both(client_de, cip, collegue, partenaire, url_update):
    client_de(collegue).post(url_update, saisie(version=0, nom="CCAS de Tourcoing", actif="on"))

    response = client_de(cip).post(url_update, saisie(version=0, nom="CCAS de Wattrelos"))

    assert response.status_code == 409
    assert "CCAS de Tourcoing" in response.content.decode()


def test_directory_costs_the_same_with_one_and_with_three_partners(client_de, cip, partenaire, requetes):
    client = client_de(cip)
    client.get(LISTE)
    with requetes() as une:
        client.get(LISTE)
    PartenaireFactory.create_batch(2)

    with requetes() as trois:
        client.get(LISTE)

    assert len(trois) == len(une)


def test_partner_keeps_what_they_serve_and_how_to_send_somebody(client_de, cip, partenaire, url_update):
    themes = ["famille--garde-denfants", "mobilite--preparer-un-permis"]
    donnees = saisie(version=0, actif="on", themes=themes, demarche="Fiche de liaison.", a_apporter="RIB\n\nCNI ")

    client_de(cip).post(url_update, donnees)

    partenaire.refresh_from_db()
    assert (partenaire.themes, partenaire.pieces) == (themes, ["RIB", "CNI"])


def test_a_theme_of_no_list_is_refused_and_the_ticked_ones_stay(client_de, cip):
    response = client_de(cip).post(NOUVEAU, saisie(themes=["famille--garde-denfants", "astrologie"]))

    html = response.content.decode()
    assert response.status_code == 422
    assert 'value="famille--garde-denfants" checked' in html


def test_page_of_a_partner_says_what_they_give_and_the_projects_shared(client_de, lecteur, partenaire):
    FormationFactory(nom="Atelier budget", organisme=partenaire)
    DispositifLocalFactory(nom="Secours d’urgence", organisme=partenaire)
    ProjetPartenarialFactory(nom="Permanence du mardi").associer([partenaire])

    html = client_de(lecteur).get(partenaire.get_absolute_url()).content.decode()

    assert [nom in html for nom in ("Atelier budget", "Secours d’urgence", "Permanence du mardi")] == [True] * 3
    assert reverse("entreprises:partenaire_update", args=[partenaire.pk]) not in html


def test_stranger_does_not_open_the_page_of_a_partner(client_de, etranger, partenaire):
    assert client_de(etranger).get(partenaire.get_absolute_url()).status_code == 404
