"""Schemes and aids of the territory."""

import uuid

import pytest
from django.urls import reverse

from entreprises.models import DispositifLocal
from insertion.conflits import comparer
from tests.cellules import cellules
from tests.usines import DispositifLocalFactory, PartenaireFactory

NOUVEAU = reverse("entreprises:dispositif_create")


@pytest.fixture
def dispositif(structure):
    return DispositifLocalFactory(nom="Chèques mobilité")


@pytest.fixture
def url_update(dispositif):
    return reverse("entreprises:dispositif_update", args=[dispositif.pk])


def saisie(**champs):
    return {
        "nom": "Aide au permis B",
        "nature": "permis",
        "montant": "jusqu’à 1 200 €",
        "soumission": uuid.uuid4(),
        "age_min": "18",
    } | champs


def test_scheme_is_added_from_the_page_of_its_partner(client_de, cip, structure):
    partenaire = PartenaireFactory()
    client = client_de(cip)
    html = client.get(f"{NOUVEAU}?organisme={partenaire.pk}").content.decode()
    assert f'<option value="{partenaire.pk}" selected>' in html

    client.post(NOUVEAU, saisie(organisme=partenaire.pk))

    ajoute = DispositifLocal.objects.get()
    assert (ajoute.organisme, ajoute.montant, ajoute.verifie_par) == (partenaire, "jusqu’à 1 200 €", cip)


def test_page_of_a_scheme_lists_its_conditions(client_de, lecteur, structure):
    aide = DispositifLocalFactory(age_min=18, age_max=25, faits_un=["rsa"], autres_conditions="Avoir un devis")

    html = client_de(lecteur).get(aide.get_absolute_url()).content.decode()

    attendues = ("Avoir de 18 à 25 ans", "Recevoir le RSA", "Avoir un devis")
    assert [phrase for phrase in attendues if f"<li>{phrase}</li>" not in html] == []


@cellules(
    ("champs", "phrase"),
    [
        ({"nom": ""}, "Le nom est nécessaire."),
        ({"nature": ""}, "Ce champ est obligatoire."),
        ({"nom": "Chèques mobilité"}, "Ce dispositif est déjà noté"),
        ({"age_min": "5"}, "10"),
    ],
)
def test_refused_scheme_says_why_and_keeps_what_was_typed(client_de, cip, dispositif, champs, phrase):
    response = client_de(cip).post(NOUVEAU, saisie(delai="trois semaines") | champs)

    html = response.content.decode()
    assert response.status_code == 422
    assert phrase in html
    assert "trois semaines" in html


def test_colleague_takes_a_scheme_out_of_what_is_proposed(client_de, collegue, dispositif, url_update):
    client_de(collegue).post(url_update, saisie(nom="Chèques mobilité", version=0))

    dispositif.refresh_from_db()
    assert dispositif.actif is False


def test_late_correction_of_a_scheme_shows_both(client_de, cip, collegue, url_update):
    client_de(collegue).post(url_update, saisie(version=0, montant="900 €"))

    response = client_de(cip).post(url_update, saisie(version=0, montant="950 €"))

    assert response.status_code == 409
    assert "900 €" in response.content.decode()


def test_choices_ticked_on_both_sides_are_read_in_words(client_de, cip, collegue, url_update):
    codes = {"themes": ["famille--garde-denfants"], "faits_tous": ["rqth"], "faits_un": ["rsa", "ass"]}
    client_de(collegue).post(url_update, saisie(version=0, **codes))

    response = client_de(cip).post(url_update, saisie(version=0))

    ecarts = {e.nom: (e.mien, e.sien) for e in comparer(response.context["form"], response.context["actuel"]).ecarts}
    assert ecarts == {
        "themes": ("", "Garde d’enfants"),
        "faits_tous": ("", "Avoir la RQTH"),
        "faits_un": ("", "Recevoir le RSA, Recevoir l’ASS"),
    }


@cellules("role", ["encadrant", "lecteur", "benevole"])
def test_reader_may_not_write_a_scheme(request, client_de, role, url_update):
    client = client_de(request.getfixturevalue(role))

    assert [client.post(url, saisie()).status_code for url in (NOUVEAU, url_update)] == [403, 403]


def test_stranger_finds_no_scheme(client_de, etranger, dispositif, url_update):
    client = client_de(etranger)

    assert client.get(dispositif.get_absolute_url()).status_code == 404
    assert client.post(url_update, saisie(version=0)).status_code == 404
