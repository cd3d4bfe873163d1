"""One search by need over partners, trainings and schemes."""

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.usines import DispositifLocalFactory, FormationFactory, PartenaireFactory

RESEAU = reverse("entreprises:reseau_list")
GARDE, PERMIS = "famille--garde-denfants", "mobilite--preparer-un-permis"


@pytest.fixture
def _reseau(structure):
    PartenaireFactory(nom="Crèche Les P’tits Pas", themes=[GARDE], commune="Roubaix", public="Parents en emploi")
    PartenaireFactory(nom="Garage solidaire", themes=["mobilite--acceder-a-un-vehicule"], commune="Wattrelos")
    PartenaireFactory(nom="Ancienne crèche", themes=[GARDE], actif=False)
    FormationFactory(nom="Code de la route", themes=[PERMIS], territoire="Roubaix et Tourcoing")
    DispositifLocalFactory(nom="AGEPI", themes=[GARDE], presentation="Pour faire garder ses enfants.")


def trouves(client, requete):
    return [fiche.nom for fiche, _ in client.get(f"{RESEAU}?{requete}").context["lignes"]]


@pytest.mark.usefixtures("_reseau")
@pytest.mark.parametrize(
    ("requete", "noms"),
    [
        ("", ["AGEPI", "Code de la route", "Crèche Les P’tits Pas", "Garage solidaire"]),
        ("domaine=famille", ["AGEPI", "Crèche Les P’tits Pas"]),
        ("domaine=disponibilite", ["AGEPI", "Crèche Les P’tits Pas"]),
        ("theme=mobilite", ["Code de la route", "Garage solidaire"]),
        (f"theme={PERMIS}", ["Code de la route"]),
        ("domaine=famille&theme=mobilite", ["Code de la route", "Garage solidaire"]),
        ("q=creche", ["Crèche Les P’tits Pas"]),
        ("q=garder+enfants", ["AGEPI"]),
        ("q=parents", ["Crèche Les P’tits Pas"]),
        ("territoire=roubaix", ["Code de la route", "Crèche Les P’tits Pas"]),
        ("theme=famille&territoire=roubaix", ["Crèche Les P’tits Pas"]),
        ("genre=formation", ["Code de la route"]),
        ("q=zzz", []),
        ("theme=inconnu&genre=x&personne=abc&domaine=y&q=agepi", ["AGEPI"]),
    ],
)
def test_search_by_need_finds(client_de, lecteur, requete, noms):
    assert trouves(client_de(lecteur), requete) == noms


def test_address_that_asks_for_nothing_known_says_so_beside_the_field(client_de, lecteur):
    page = client_de(lecteur).get(f"{RESEAU}?theme=inconnu&genre=x").content.decode()

    assert ('id="id_theme_error"' in page, 'id="id_genre_error"' in page) == (True, True)


@pytest.mark.usefixtures("_reseau")
def test_entering_from_a_frein_says_which(client_de, lecteur):
    html = client_de(lecteur).get(f"{RESEAU}?domaine=famille").content.decode()

    assert "Leviers pour\u00a0: Famille et garde d’enfants" in html
    assert '<option value="famille" selected>' in html


def test_entries_to_check_again_can_be_listed_alone(client_de, cip):
    PartenaireFactory(nom="Vieille fiche", verifie_le=date(2020, 1, 1), verifie_par=cip)
    PartenaireFactory(nom="Jamais vue")
    PartenaireFactory(nom="Fiche du jour").confirmer(cip, timezone.localdate())

    assert trouves(client_de(cip), "perimees=on") == ["Jamais vue", "Vieille fiche"]


@pytest.mark.usefixtures("_reseau")
def test_stranger_finds_nothing_of_ours(client_de, etranger):
    assert trouves(client_de(etranger), "") == []


@pytest.mark.usefixtures("_reseau")
def test_one_sends_the_person_one_came_from(client_de, cip, lecteur):
    lien = "/proposition/?personne=7"

    html = client_de(cip).get(f"{RESEAU}?personne=7").content.decode()
    assert lien in html
    assert 'hx-get="/beneficiaires/7/reseau/"' in html
    assert lien not in client_de(lecteur).get(f"{RESEAU}?personne=7").content.decode()
    assert lien not in client_de(cip).get(RESEAU).content.decode()


@pytest.mark.usefixtures("_reseau")
def test_the_frein_and_the_person_are_in_no_address(client_de, cip, collegue):
    client = client_de(cip)

    ouverte = client.post(f"{RESEAU}recherche/", {"personne": "7", "domaine": "famille"}).url
    html = client.get(ouverte).text

    assert "Leviers pour" in html
    assert 'hx-get="/beneficiaires/7/reseau/"' in html
    liens = re.findall(r'href="[^"]*/proposition/[?]([^"]*)"', html)
    assert set(liens) == {ouverte.partition("?")[2]}
    assert not re.search(r"[?&;](personne|domaine)=", html)
    assert "Leviers pour" not in client_de(collegue).get(ouverte).text  # the word is of one session


def test_search_costs_the_same_with_one_and_with_three_of_each(client_de, cip, structure, requetes):
    client = client_de(cip)
    fabriques = (PartenaireFactory, FormationFactory, DispositifLocalFactory)
    for fabrique in fabriques:
        fabrique()
    client.get(RESEAU)
    with requetes() as une:
        client.get(RESEAU)
    for fabrique in fabriques:
        fabrique.create_batch(2)

    with requetes() as trois:
        client.get(RESEAU)

    assert len(trois) == len(une)


def test_fifty_entries_a_page(client_de, cip, structure):
    PartenaireFactory.create_batch(51)

    client = client_de(cip)
    assert [len(trouves(client, requete)) for requete in ("", "page=2")] == [50, 1]
