"""Offers: the list and its filters, what is asked in words, how they open, close and come back."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from entreprises.enums import EtatOffre, MotifCloture
from entreprises.models import Offre
from entreprises.offres import conditions, expiration
from insertion.models import Rome
from tests.cellules import cellules
from tests.usines import ContactFactory, EntrepriseFactory, OffreFactory

LISTE = reverse("entreprises:offre_list")
LE = date(2026, 11, 17)


@pytest.fixture
def entreprise(structure):
    return EntrepriseFactory(raison_sociale="Biscuiterie du Moulin", commune="Roubaix")


@pytest.fixture
def offre(entreprise):
    return OffreFactory(entreprise=entreprise, expire_le=timezone.localdate() + timedelta(days=3))


@pytest.fixture
def cuisine(db):
    return Rome.objects.create(code="G1602", libelle="Personnel de cuisine")


def saisie(**champs):
    base = {"nature": "emploi", "intitule": "Aide de cuisine", "postes": "2", "recue_le": timezone.localdate()}
    return base | {"soumission": uuid.uuid4()} | champs


def test_offer_of_a_firm_is_written_down_with_its_conditions(client_de, cip, entreprise, cuisine):
    donnees = saisie(
        code_rome="g1602", horaires=["matin", "week_end"], permis="permis_b", francais="a2", port_charges="on"
    )

    response = client_de(cip).post(reverse("entreprises:offre_create", args=[entreprise.pk]), donnees)

    offre = Offre.objects.get()
    assert response.url == reverse("entreprises:offre_detail", args=[offre.pk])
    assert (offre.rome, offre.horaires, offre.auteur) == (cuisine, ["matin", "week_end"], cip)


def test_form_of_a_new_offer_proposes_today_as_the_day_it_came(client_de, cip, entreprise):
    form = client_de(cip).get(reverse("entreprises:offre_create", args=[entreprise.pk])).context["form"]

    assert form["recue_le"].value() == timezone.localdate()


def test_page_of_an_offer_says_its_conditions_in_words(client_de, cip, offre):
    Offre.objects.update(permis="vehicule", horaires=["nuit"], distance_max_km=15, heures_hebdo=28, port_charges=True)

    html = client_de(cip).get(reverse("entreprises:offre_detail", args=[offre.pk])).content.decode()

    for mots in ("Permis B et véhicule", "la nuit", "habiter à moins de 15\xa0km", "28\xa0h par semaine"):
        assert mots in html


def test_what_is_not_asked_is_not_a_condition(entreprise):
    assert conditions(OffreFactory(entreprise=entreprise)) == []


@cellules(
    ("jours", "mots", "proche"),
    [
        (-3, "expirée il y a 3\xa0jours", False),
        (-1, "expirée hier", False),
        (0, "expire aujourd’hui", True),
        (1, "expire demain", True),
        (3, "expire dans 3\xa0jours", True),
        (8, "expire dans 8\xa0jours", False),
    ],
)
def test_expiry_is_told_in_words(jours, mots, proche):
    dite = expiration(Offre(expire_le=LE + timedelta(days=jours)), LE)

    assert (dite.texte, dite.proche) == (mots, proche)


def test_offer_that_expires_soon_warns_on_its_page(client_de, cip, offre):
    html = client_de(cip).get(reverse("entreprises:offre_detail", args=[offre.pk])).content.decode()

    assert "L’offre expire dans 3\xa0jours. Demandez à l’entreprise" in html


def test_list_keeps_open_expired_and_closed_offers_apart(client_de, cip, entreprise, offre):
    hier = timezone.localdate() - timedelta(days=1)
    OffreFactory(entreprise=entreprise, intitule="Cariste", recue_le=hier, expire_le=hier)
    OffreFactory(entreprise=entreprise, intitule="Vendeuse", cloturee_le=hier, motif_cloture="pourvue")
    client = client_de(cip)

    vues = {etat: client.get(f"{LISTE}?etat={etat}").context["page"] for etat in ("ouvertes", "expirees", "closes")}

    assert [[o.intitule for o in page] for page in vues.values()] == [
        ["Agent de conditionnement"],
        ["Cariste"],
        ["Vendeuse"],
    ]


@cellules(
    ("filtre", "trouve"),
    [
        ("rome=G16", True),
        ("rome=cuisine", True),
        ("rome=K22", False),
        ("commune=roub", True),
        ("commune=lille", False),
        ("secteur=industrie", True),
        ("secteur=batiment", False),
        ("nature=emploi", True),
        ("nature=immersion", False),
        ("nature=n-importe-quoi", True),
    ],
)
def test_list_is_narrowed_by_job_place_sector_and_nature(client_de, cip, offre, cuisine, filtre, trouve):
    Offre.objects.update(rome=cuisine)

    page = client_de(cip).get(f"{LISTE}?{filtre}").context["page"]

    assert (len(page.object_list) == 1) is trouve


@cellules(
    ("champs", "phrase"),
    [
        ({"intitule": ""}, "Ce champ est obligatoire"),
        ({"code_rome": "X9999"}, "pas dans la liste du ROME"),
        ({"debut": "2026-12-02", "fin": "2026-12-01"}, "La fin ne peut pas précéder le début."),
        ({"expire_le": "2026-01-01"}, "L’offre ne peut pas expirer avant d’être reçue."),
        ({"postes": "0"}, "supérieure ou égale à 1"),
        ({"heures_hebdo": "60"}, "inférieure ou égale à 48"),
        ({"distance_max_km": "9000"}, "inférieure ou égale à 300"),
        ({"horaires": ["minuit"]}, "minuit"),
        ({"recue_le": "2093-01-01"}, "Ce jour n’est pas encore venu."),
        ({"debut": "0202-12-02"}, "Vérifiez l’année"),
    ],
)
def test_refused_offer_says_why_and_keeps_what_was_typed(client_de, cip, entreprise, champs, phrase):
    donnees = saisie(description="Trois postes au fournil") | champs

    response = client_de(cip).post(reverse("entreprises:offre_create", args=[entreprise.pk]), donnees)

    html = response.content.decode()
    assert response.status_code == 422
    assert phrase in html
    assert "Trois postes au fournil" in html
    assert not Offre.objects.exists()


@cellules(
    "champs",
    [
        {"debut": LE, "fin": LE - timedelta(days=1)},
        {"expire_le": date(2020, 1, 1)},
        {"postes": 0},
        {"heures_hebdo": 60},
        {"distance_max_km": 9000},
        {"horaires": ["minuit"]},
        {"cloturee_le": LE},
    ],
    ids=str,
)
def test_database_refuses_an_impossible_offer(entreprise, champs):
    with pytest.raises(IntegrityError), transaction.atomic():
        OffreFactory(entreprise=entreprise, **champs)


def test_contact_of_another_firm_is_refused(client_de, cip, entreprise):
    ailleurs = ContactFactory()

    response = client_de(cip).post(
        reverse("entreprises:offre_create", args=[entreprise.pk]), saisie(contact=ailleurs.pk)
    )

    assert response.status_code == 422


def test_offer_is_taken_up_again_without_its_dates(client_de, cip, offre, cuisine):
    Offre.objects.update(rome=cuisine, permis="permis_b")

    url = f"{reverse('entreprises:offre_create', args=[offre.entreprise_id])}?reprise={offre.pk}"
    form = client_de(cip).get(url).context["form"]

    assert (form["intitule"].value(), form["permis"].value()) == ("Agent de conditionnement", "permis_b")
    assert form["code_rome"].value() == "G1602 Personnel de cuisine"
    assert form["expire_le"].value() is None


def test_closing_says_why_and_can_be_undone(client_de, cip, offre):
    client, annuler = client_de(cip), reverse("entreprises:offre_reouverture", args=[offre.pk])

    html = client.post(
        reverse("entreprises:offre_cloture", args=[offre.pk]), {"motif": "pourvue"}, follow=True
    ).content.decode()
    offre.refresh_from_db()
    assert (offre.etat(LE), offre.motif_cloture) == (EtatOffre.CLOSE, MotifCloture.POURVUE)
    assert annuler in html

    client.post(annuler)
    offre.refresh_from_db()
    assert offre.cloturee_le is None


def test_closing_without_a_motive_asks_for_it(client_de, cip, offre):
    response = client_de(cip).post(reverse("entreprises:offre_cloture", args=[offre.pk]), {})

    assert response.status_code == 422
    assert "Ce champ est obligatoire" in response.content.decode()


def test_colleague_corrects_an_offer_and_a_late_one_sees_both(client_de, cip, collegue, offre):
    url = reverse("entreprises:offre_update", args=[offre.pk])

    assert client_de(collegue).post(url, saisie(version=0, intitule="Pâtissier")).status_code == 302
    response = client_de(cip).post(url, saisie(version=0, intitule="Boulanger"))

    assert response.status_code == 409
    assert "Pâtissier" in response.content.decode()


@cellules("role", ["encadrant", "lecteur", "benevole"])
def test_reader_sees_offers_and_writes_none(request, client_de, role, offre):
    client = client_de(request.getfixturevalue(role))
    ecritures = [("offre_create", offre.entreprise_id), ("offre_update", offre.pk), ("offre_cloture", offre.pk)]

    assert client.get(reverse("entreprises:offre_detail", args=[offre.pk])).status_code == 200
    assert {client.post(reverse(f"entreprises:{nom}", args=[pk]), {}).status_code for nom, pk in ecritures} == {403}


def test_stranger_finds_no_offer(client_de, etranger, offre):
    client = client_de(etranger)

    assert list(client.get(LISTE).context["page"]) == []
    for nom in ("offre_detail", "offre_update"):
        assert client.get(reverse(f"entreprises:{nom}", args=[offre.pk])).status_code == 404
    for nom in ("offre_create", "entreprise_offres"):
        assert client.get(reverse(f"entreprises:{nom}", args=[offre.entreprise_id])).status_code == 404


def test_firm_is_picked_by_name_before_its_offer_is_written(client_de, cip, entreprise):
    html = client_de(cip).get(f"{reverse('entreprises:offre_choix')}?q=biscuit").content.decode()

    assert reverse("entreprises:offre_create", args=[entreprise.pk]) in html


def test_list_costs_the_same_with_one_and_with_three_offers(client_de, cip, offre, requetes):
    client = client_de(cip)
    client.get(LISTE)
    with requetes() as une:
        client.get(LISTE)
    for _ in range(2):
        OffreFactory()

    with requetes() as trois:
        client.get(LISTE)

    assert len(trois) == len(une)
