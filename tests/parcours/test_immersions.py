"""Immersions: prepared in one form, signed from a PDF, called at mid-term, and their bilan (metier.md §4.7)."""

import uuid
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from parcours.fil import evenements
from parcours.models import BilanImmersion, Immersion
from tests.cellules import cellules
from tests.usines import (
    BilanImmersionFactory,
    ContactFactory,
    EntrepriseFactory,
    ImmersionFactory,
    MetierViseFactory,
    OffreFactory,
    ParcoursFactory,
)


@pytest.fixture(autouse=True)
def aujourdhui():
    with time_machine.travel("2026-11-02 10:00+01:00", tick=False):
        yield


@pytest.fixture
def parcours(structure):
    return ParcoursFactory(date_entree=date(2026, 1, 5), beneficiaire__date_naissance=date(1990, 5, 4))


@pytest.fixture
def hote(structure):
    return EntrepriseFactory(raison_sociale="Les Lucioles")


def ajout(parcours, **adresse):
    return reverse("parcours:immersion_create", args=[parcours.pk], query=adresse)


def page(immersion):
    return reverse("parcours:immersion_detail", args=[immersion.pk])


def saisie(**champs):
    return {
        "poste": "Aide en crèche",
        "objet": "confirmer",
        "debut": "2026-11-09",
        "fin": "2026-11-20",
        "jours": ["1", "2"],
        "version": 0,
        "soumission": uuid.uuid4(),
    } | champs


def test_immersion_is_prepared_in_one_form_and_shows_on_the_thread(client_de, cip, parcours, hote):
    tuteur = ContactFactory(entreprise=hote)

    client_de(cip).post(ajout(parcours, entreprise=hote.pk), saisie(tuteur=tuteur.pk))

    immersion = Immersion.objects.get()
    assert (immersion.entreprise, immersion.tuteur, immersion.jours, immersion.auteur) == (hote, tuteur, [1, 2], cip)
    assert [e.titre for e in evenements(parcours.beneficiaire) if e.genre == "immersion"] == [
        "Immersion chez Les Lucioles jusqu’au 20\N{NO-BREAK SPACE}novembre\N{NO-BREAK SPACE}2026"
    ]


def test_firm_is_chosen_first_then_the_form_opens(client_de, cip, parcours, hote):
    html = client_de(cip).get(ajout(parcours, q="lucioles")).content.decode()
    assert f"?entreprise={hote.pk}" in html
    assert "Les Lucioles" in html


def test_offer_fills_the_form(client_de, cip, parcours, hote):
    offre = OffreFactory(entreprise=hote, intitule="Agent de puériculture", debut=date(2026, 11, 16))
    html = client_de(cip).get(ajout(parcours, offre=offre.pk)).content.decode()
    assert "Agent de puériculture" in html
    assert "2026-11-16" in html


@cellules(
    ("champs", "message"),
    [
        ({"fin": "2026-11-08"}, "La fin ne peut pas précéder le début."),
        ({"fin": "2026-12-09"}, "Une immersion dure un mois au plus"),
        ({"objet": "travailler"}, "choix"),
        ({"poste": ""}, "obligatoire"),
        ({"heures_hebdo": "60"}, "48"),
    ],
    ids=["a-l-envers", "trop-longue", "objet-inconnu", "sans-poste", "trop-d-heures"],
)
def test_refused_immersion_says_why_and_keeps_what_was_typed(client_de, cip, parcours, hote, champs, message):
    reponse = client_de(cip).post(ajout(parcours, entreprise=hote.pk), saisie(taches="Lire des histoires") | champs)
    html = reponse.content.decode()
    assert reponse.status_code == 422
    assert message in html
    assert "Lire des histoires" in html
    assert not Immersion.objects.exists()


def test_limit_is_forced_with_a_motive_that_stays(client_de, cip, parcours, hote):
    motif = "Accord de France Travail du 30 octobre"
    client_de(cip).post(ajout(parcours, entreprise=hote.pk), saisie(fin="2026-12-20", derogation=motif))
    immersion = Immersion.objects.get()
    assert motif in client_de(cip).get(page(immersion)).content.decode()


def test_same_form_sent_twice_makes_one_immersion(client_de, cip, parcours, hote):
    donnees = saisie()
    for _ in range(2):
        client_de(cip).post(ajout(parcours, entreprise=hote.pk), donnees)
    assert Immersion.objects.count() == 1


def test_bilan_keeps_three_voices_and_validates_the_job(client_de, cip, parcours, hote):
    metier = MetierViseFactory(beneficiaire=parcours.beneficiaire)
    immersion = ImmersionFactory(
        parcours=parcours, entreprise=hote, metier=metier, debut=date(2026, 10, 5), fin=date(2026, 10, 16)
    )
    donnees = {"le": "2026-10-19", "paroles": "J’ai aimé", "conclusion": "confirme", "version": 0}

    client_de(cip).post(
        reverse("parcours:bilan_immersion", args=[immersion.pk]), donnees | {"soumission": uuid.uuid4()}
    )

    assert BilanImmersion.objects.get().paroles == "J’ai aimé"
    assert metier.etapes.get().etape == "valide"
    assert "J’ai aimé" in client_de(cip).get(page(immersion)).content.decode()


def test_bilan_is_refused_before_the_immersion_and_keeps_the_words(client_de, cip, parcours):
    immersion = ImmersionFactory(parcours=parcours, debut=date(2026, 10, 5), fin=date(2026, 10, 16))
    reponse = client_de(cip).post(
        reverse("parcours:bilan_immersion", args=[immersion.pk]),
        {"le": "2026-10-04", "paroles": "J’ai aimé", "conclusion": "confirme", "version": 0},
    )
    assert (reponse.status_code, BilanImmersion.objects.count()) == (422, 0)
    assert "Le bilan ne peut pas précéder l’immersion." in reponse.content.decode()
    assert "J’ai aimé" in reponse.content.decode()


def test_interruption_says_when_and_why(client_de, cip, parcours):
    immersion = ImmersionFactory(parcours=parcours)
    adresse = reverse("parcours:immersion_interruption", args=[immersion.pk])
    refuse = client_de(cip).post(adresse, {"interrompue_le": "2026-11-12", "version": 0})
    assert (refuse.status_code, "Dites pourquoi elle s’est arrêtée." in refuse.content.decode()) == (422, True)
    client_de(cip).post(adresse, {"interrompue_le": "2026-11-12", "motif_interruption": "Santé", "version": 0})
    assert "Interrompue" in client_de(cip).get(page(immersion)).content.decode()


@cellules(("fin", "code"), [("2026-11-12", 302), ("2026-11-11", 422)], ids=["le-jour-meme", "la-veille"])
def test_an_interrupted_immersion_does_not_end_before_it_stopped(client_de, cip, parcours, fin, code):
    immersion = ImmersionFactory(parcours=parcours, interrompue_le=date(2026, 11, 12), motif_interruption="Santé")

    reponse = client_de(cip).post(reverse("parcours:immersion_update", args=[immersion.pk]), saisie(fin=fin))

    assert reponse.status_code == code
    if code == 422:
        assert "le 12/11/2026" in reponse.context["form"].errors["fin"][0]


def test_mid_term_call_is_noted_in_one_click_and_once(client_de, cip, parcours):
    immersion = ImmersionFactory(parcours=parcours)
    client_de(cip).post(reverse("parcours:immersion_appel", args=[immersion.pk]))
    with time_machine.travel("2026-11-05 10:00+01:00", tick=False):
        client_de(cip).post(reverse("parcours:immersion_appel", args=[immersion.pk]))
    immersion.refresh_from_db()
    assert immersion.appel_le == date(2026, 11, 2)


def test_two_colleagues_on_one_immersion_lose_nothing(client_de, cip, parcours):
    immersion = ImmersionFactory(parcours=parcours)
    adresse = reverse("parcours:immersion_update", args=[immersion.pk])
    client_de(cip).post(adresse, saisie(poste="Premier"))
    tard = client_de(cip).post(adresse, saisie(poste="Second"))
    assert tard.status_code == 409
    assert "Premier" in tard.content.decode()
    assert "Second" in tard.content.decode()


@cellules("nom", ["immersion_detail", "immersion_update", "immersion_interruption", "bilan_immersion"])
def test_stranger_finds_nothing_and_reader_may_not(client_de, etranger, lecteur, parcours, nom):
    adresse = reverse(f"parcours:{nom}", args=[ImmersionFactory(parcours=parcours).pk])
    assert client_de(etranger).get(adresse).status_code == 404
    assert client_de(lecteur).get(adresse).status_code == 403


def test_administratif_reads_the_dates_and_never_the_bilan(client_de, administratif, parcours):
    immersion = ImmersionFactory(parcours=parcours)
    BilanImmersionFactory(immersion=immersion, paroles="Ses mots")
    html = client_de(administratif).get(page(immersion)).content.decode()
    assert "9\N{NO-BREAK SPACE}novembre\N{NO-BREAK SPACE}2026" in html
    assert "Ses mots" not in html


@cellules("nombre", [1, 3])
def test_page_costs_the_same_whatever_the_immersions(client_de, cip, parcours, requetes, nombre):
    immersions = [
        ImmersionFactory(parcours=parcours, debut=date(2026, 2 + rang, 2), fin=date(2026, 2 + rang, 6))
        for rang in range(nombre)
    ]
    client = client_de(cip)
    client.get(page(immersions[0]))
    with requetes() as faites:
        client.get(page(immersions[0]))
    assert len(faites) == 10
