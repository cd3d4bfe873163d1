"""The address book: found, narrowed, sorted, taken away as a spreadsheet."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from entreprises.enums import EtatRelation, ModeEchange, ResultatEchange, Secteur, SecteurVert
from insertion import tableur
from tests.cellules import cellules
from tests.usines import ContactFactory, EchangeFactory, EntrepriseFactory, OffreFactory
from tests.usines.parcours import PARIS

LISTE = reverse("entreprises:entreprise_list")
EXPORT = reverse("entreprises:entreprise_export")
MAINTENANT = datetime(2026, 11, 24, 9, 30, tzinfo=PARIS)


@pytest.fixture(autouse=True)
def un_mardi():
    with time_machine.travel(MAINTENANT, tick=False):
        yield


@pytest.fixture
def carnet(structure, cip):
    return {
        "boulangerie": EntrepriseFactory(raison_sociale="Boulangerie Émile", secteur=Secteur.COMMERCE, referent=cip),
        "jardins": EntrepriseFactory(
            raison_sociale="Les Jardins du Ferrain",
            commune="Halluin",
            secteur=Secteur.ESPACES_VERTS,
            secteurs_verts=[SecteurVert.NATURE],
        ),
        "atelier": EntrepriseFactory(raison_sociale="Atelier Vandamme", commune="Lille"),
    }


def noms(client, **choix):
    page = client.get(LISTE, choix).context["page"]
    return [entreprise.raison_sociale for entreprise in page]


@cellules("texte", ["boulangerie emile", "BOULANG", "boulangrie", "emile"])
def test_search_forgives_accents_case_and_typing_errors(client_de, cip, carnet, texte):
    assert noms(client_de(cip), q=texte)[0] == "Boulangerie Émile"


@cellules(
    ("choix", "attendu"),
    [
        ({"secteur": "commerce"}, ["Boulangerie Émile"]),
        ({"vert": "nature"}, ["Les Jardins du Ferrain"]),
        ({"vert": "tous"}, ["Les Jardins du Ferrain"]),
        ({"referent": "moi"}, ["Boulangerie Émile"]),
        ({"referent": "personne"}, ["Atelier Vandamme", "Les Jardins du Ferrain"]),
        ({"commune": "hallu"}, ["Les Jardins du Ferrain"]),
        ({"tri": "-nom"}, ["Les Jardins du Ferrain", "Boulangerie Émile", "Atelier Vandamme"]),
        ({"tri": "commune"}, ["Les Jardins du Ferrain", "Atelier Vandamme", "Boulangerie Émile"]),
    ],
)
def test_list_is_narrowed_and_sorted_by_its_address(client_de, cip, carnet, choix, attendu):
    assert noms(client_de(cip), **choix) == attendu


def test_firms_to_call_are_those_whose_promised_day_has_come(client_de, cip, carnet):
    EchangeFactory(entreprise=carnet["atelier"], rappeler_le=MAINTENANT.date())
    EchangeFactory(entreprise=carnet["jardins"], rappeler_le=MAINTENANT.date() + timedelta(days=1))
    EchangeFactory(
        entreprise=carnet["boulangerie"], date=MAINTENANT - timedelta(days=9), rappeler_le=MAINTENANT.date()
    )
    EchangeFactory(entreprise=carnet["boulangerie"], date=MAINTENANT - timedelta(days=1))

    assert noms(client_de(cip), rappel="du") == ["Atelier Vandamme"]


@cellules(
    ("faits", "etat"),
    [
        ([], EtatRelation.A_PROSPECTER),
        ([{"resultat": ResultatEchange.SANS_REPONSE}], EtatRelation.A_PROSPECTER),
        ([{}], EtatRelation.PROSPECTEE),
        ([{"mode": ModeEchange.VISITE}], EtatRelation.RENCONTREE),
        ([{"date": MAINTENANT - timedelta(days=400)}], EtatRelation.EN_SOMMEIL),
    ],
)
def test_state_of_the_relation_follows_from_the_exchanges(client_de, cip, structure, faits, etat):
    entreprise = EntrepriseFactory()
    for fait in faits:
        EchangeFactory(entreprise=entreprise, **fait)

    assert noms(client_de(cip), etat=etat) == [entreprise.raison_sociale]
    assert etat.label in client_de(cip).get(LISTE).content.decode()


def test_firm_that_gave_an_offer_is_a_partner(client_de, cip, structure):
    entreprise = OffreFactory(recue_le=MAINTENANT.date() - timedelta(days=30)).entreprise

    assert noms(client_de(cip), etat="partenaire") == [entreprise.raison_sociale]


def test_firm_that_ceased_leaves_the_list_and_is_found_by_its_filter(client_de, cip, carnet):
    carnet["atelier"].fermer(MAINTENANT.date())

    assert "Atelier Vandamme" not in noms(client_de(cip))
    assert noms(client_de(cip), etat="fermee") == ["Atelier Vandamme"]


def test_export_holds_the_firms_of_the_list_under_the_headings_of_the_import(client_de, cip, carnet):
    ContactFactory(entreprise=carnet["boulangerie"])
    ContactFactory(entreprise=carnet["boulangerie"], nom="Aubert", parti_le=MAINTENANT.date())

    contenu = client_de(cip).get(EXPORT, {"secteur": "commerce"}).content

    entetes, *lignes = tableur.lire(contenu, "export.xlsx")[0].lignes
    assert [ligne[0] for ligne in lignes] == ["Boulangerie Émile"]
    assert lignes[0][entetes.index("Contact : nom")] == "Lemoine"
    assert lignes[0][entetes.index("Relation")] == "À prospecter"


def test_stranger_sees_no_firm_of_ours(client_de, etranger, carnet):
    assert noms(client_de(etranger)) == []


@cellules("role", ["encadrant", "lecteur", "benevole"])
def test_reader_sees_firms_and_takes_nothing_away(request, client_de, role, carnet):
    client = client_de(request.getfixturevalue(role))

    assert len(noms(client)) == 3
    assert client.get(EXPORT).status_code == 403


def test_empty_address_book_leads_to_the_import(client_de, cip):
    assert reverse("entreprises:import_create") in client_de(cip).get(LISTE).content.decode()


@cellules("adresse", [LISTE, EXPORT])
def test_list_costs_the_same_with_one_and_with_three_firms(client_de, cip, structure, requetes, adresse):
    client = client_de(cip)
    EchangeFactory(entreprise__referent=cip)
    client.get(adresse)
    with requetes() as une:
        client.get(adresse)
    for _ in range(2):
        EchangeFactory(entreprise__referent=cip)
        ContactFactory()

    with requetes() as trois:
        client.get(adresse)

    assert len(trois) == len(une)
