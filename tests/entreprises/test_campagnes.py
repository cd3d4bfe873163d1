"""Campaigns: firms aimed at, progress computed from what was said, who may write."""

import uuid
from datetime import datetime

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from entreprises.campagnes import avec_avancement, cibles
from entreprises.enums import ModeEchange, ObjetEchange, ResultatEchange
from entreprises.models import Campagne, Echange
from insertion.models import Geste
from tests.cellules import cellules
from tests.usines import CampagneFactory, CibleCampagneFactory, EchangeFactory, EntrepriseFactory
from tests.usines.parcours import PARIS

LISTE = reverse("entreprises:campagne_list")
NOUVELLE = reverse("entreprises:campagne_create")


@pytest.fixture
def campagne(structure):
    return CampagneFactory()


@pytest.fixture
def cible(campagne):
    return CibleCampagneFactory(campagne=campagne)


def saisie(**champs):
    base = {"nom": "Osons le handicap psychique", "objet": "sensibilisation", "debut": "2026-11-02"}
    return base | {"texte": "Une heure, dans vos murs", "soumission": uuid.uuid4()} | champs


def adresse(nom, campagne):
    return reverse(f"entreprises:{nom}", args=[campagne.pk])


def avancement(campagne):
    c = avec_avancement(Campagne.objects).get(pk=campagne.pk)
    return c.visees, c.contactees, c.rencontrees, c.interessees


@cellules("objet", ["Prospection", "Sensibilisation au handicap", "Enquête métier, visite d’entreprise"])
def test_object_of_a_visit_may_be_what_the_trade_names(objet):
    assert objet in ObjetEchange.labels


def test_campaign_is_opened_then_its_firms_are_chosen(client_de, cip, structure):
    response = client_de(cip).post(NOUVELLE, saisie())

    campagne = Campagne.objects.get()
    assert response.url == adresse("campagne_cibles", campagne)
    assert (campagne.objet, campagne.auteur) == (ObjetEchange.SENSIBILISATION, cip)


def test_firms_are_ticked_among_those_that_are_not_aimed_at(client_de, cip, campagne, cible):
    nouvelle = EntrepriseFactory()
    client, url = client_de(cip), adresse("campagne_cibles", campagne)
    assert [e.pk for e in client.get(f"{url}?secteur=industrie").context["proposees"]] == [nouvelle.pk]

    client.post(url, {"entreprises": [nouvelle.pk], "soumission": uuid.uuid4()})

    assert {c.entreprise_id for c in campagne.cibles.all()} == {cible.entreprise_id, nouvelle.pk}


def test_progress_counts_firms_from_the_exchanges_that_name_the_campaign(campagne, cible):
    sans_reponse, muette = CibleCampagneFactory(campagne=campagne), CibleCampagneFactory(campagne=campagne)
    for resultat in (ResultatEchange.MESSAGE, ResultatEchange.INTERESSE):
        EchangeFactory(entreprise=cible.entreprise, campagne=campagne, resultat=resultat, mode=ModeEchange.VISITE)
    EchangeFactory(entreprise=sans_reponse.entreprise, campagne=campagne, resultat=ResultatEchange.SANS_REPONSE)
    EchangeFactory(entreprise=muette.entreprise)

    assert avancement(campagne) == (3, 1, 1, 1)


def test_progress_of_a_campaign_without_firms_is_nothing(campagne):
    assert avancement(campagne) == (None, None, None, None)


def test_each_firm_shows_its_last_result(campagne, cible):
    for jour, resultat in ((3, "message"), (5, "pas_maintenant"), (4, "interesse")):
        EchangeFactory(
            entreprise=cible.entreprise,
            campagne=campagne,
            resultat=resultat,
            date=datetime(2026, 11, jour, 9, tzinfo=PARIS),
        )

    assert cibles(campagne).get().dernier_resultat == "pas_maintenant"


def test_call_logged_from_the_campaign_names_it_and_comes_back(client_de, cip, campagne, cible):
    url = reverse("entreprises:appel_create", args=[cible.entreprise_id])

    response = client_de(cip).post(url, {"resultat": "rendez_vous", "campagne": campagne.pk, "objet": campagne.objet})

    echange = Echange.objects.get()
    assert (echange.campagne, echange.objet) == (campagne, ObjetEchange.SENSIBILISATION)
    assert response.url == adresse("campagne_detail", campagne)


def test_firm_aimed_at_no_more_can_be_aimed_at_again(client_de, cip, campagne, cible):
    client = client_de(cip)
    client.post(reverse("entreprises:cible_suppression", args=[cible.pk]))
    retour = reverse("entreprises:cible_create", args=[campagne.pk, cible.entreprise_id])

    assert not campagne.cibles.exists()
    assert Geste.objects.get().adresse == retour
    client.post(retour)
    client.post(retour)
    assert campagne.cibles.count() == 1


@cellules(
    ("champs", "phrase"),
    [
        ({"nom": ""}, "Ce champ est obligatoire"),
        ({"objet": "loterie"}, "loterie"),
        ({"fin": "2026-01-01"}, "La campagne ne peut pas finir avant de commencer."),
    ],
)
def test_refused_campaign_says_why_and_keeps_what_was_typed(client_de, cip, champs, phrase):
    response = client_de(cip).post(NOUVELLE, saisie(**champs))

    html = response.content.decode()
    assert response.status_code == 422
    assert phrase in html
    assert "Une heure, dans vos murs" in html


def test_ticking_nothing_says_so(client_de, cip, campagne):
    EntrepriseFactory()
    response = client_de(cip).post(adresse("campagne_cibles", campagne), {})

    assert response.status_code == 422
    assert 'role="alert">Cochez au moins une entreprise.' in response.content.decode()


def test_database_refuses_a_campaign_that_ends_before_it_begins(campagne):
    with pytest.raises(IntegrityError), transaction.atomic():
        Campagne.objects.update(fin="2026-01-01")


def test_late_correction_of_a_campaign_shows_both(client_de, cip, collegue, campagne):
    url = adresse("campagne_update", campagne)
    client_de(collegue).post(url, saisie(version=0, nom="Duoday"))

    response = client_de(cip).post(url, saisie(version=0, nom="Un jour, un métier"))

    assert response.status_code == 409
    assert "Duoday" in response.content.decode()


@cellules("role", ["encadrant", "lecteur", "benevole"])
def test_reader_sees_campaigns_and_writes_none(request, client_de, role, campagne, cible):
    client = client_de(request.getfixturevalue(role))
    urls = [NOUVELLE, adresse("campagne_update", campagne), adresse("campagne_cibles", campagne)]
    urls.append(reverse("entreprises:cible_suppression", args=[cible.pk]))

    assert client.get(adresse("campagne_detail", campagne)).status_code == 200
    assert {client.post(url, {}).status_code for url in urls} == {403}


def test_stranger_finds_no_campaign(client_de, etranger, campagne, cible):
    client = client_de(etranger)

    assert list(client.get(LISTE).context["page"]) == []
    for nom in ("campagne_detail", "campagne_update", "campagne_cibles"):
        assert client.get(adresse(nom, campagne)).status_code == 404
    assert client.post(reverse("entreprises:cible_suppression", args=[cible.pk])).status_code == 404


@cellules("nom", ["campagne_list", "campagne_detail"])
def test_pages_cost_the_same_with_one_and_with_three_firms(client_de, cip, campagne, cible, requetes, nom):
    url = LISTE if nom == "campagne_list" else adresse(nom, campagne)
    client = client_de(cip)
    client.get(url)
    with requetes() as une:
        client.get(url)
    for _ in range(2):
        entreprise = CibleCampagneFactory(campagne=campagne).entreprise
        EchangeFactory(entreprise=entreprise, campagne=campagne)
        CibleCampagneFactory()

    with requetes() as trois:
        client.get(url)

    assert len(trois) == len(une)
