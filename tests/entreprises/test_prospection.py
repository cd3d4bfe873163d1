"""« À appeler aujourd’hui »: who is on the list and why, and the call logged in two taps."""

import uuid
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from entreprises.enums import ModeEchange
from entreprises.models import Echange
from insertion.models import Geste
from tests.cellules import cellules
from tests.usines import ContactFactory, EchangeFactory, EntrepriseFactory, OffreFactory
from tests.usines.parcours import PARIS

PAGE = reverse("entreprises:prospection")
MAINTENANT = datetime(2026, 11, 17, 9, 30, tzinfo=PARIS)
LE = MAINTENANT.date()
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture(autouse=True)
def un_mardi():
    with time_machine.travel(MAINTENANT, tick=False):
        yield


@pytest.fixture
def entreprise(structure):
    return EntrepriseFactory(raison_sociale="Biscuiterie du Moulin", telephone="03 53 01 00 00")


@pytest.fixture
def promis(entreprise):
    """An exchange of ten days ago that promised a call for yesterday."""
    contact = ContactFactory(entreprise=entreprise, telephone="03 53 01 11 11")
    texte = "Cherche deux personnes au fournil.\nRappeler après la paie."
    il_y_a = MAINTENANT - timedelta(days=10)
    return EchangeFactory(
        entreprise=entreprise, contact=contact, date=il_y_a, texte=texte, rappeler_le=LE - timedelta(days=1)
    )


@pytest.fixture
def url(entreprise):
    return reverse("entreprises:appel_create", args=[entreprise.pk])


def listes(client):
    contexte = client.get(PAGE).context
    return {
        nom: [appel.entreprise.raison_sociale for appel in contexte[nom]]
        for nom in ("a_rappeler", "a_relancer", "dormantes")
    }


def test_call_promised_is_due_with_whom_the_number_and_what_was_said_last(client_de, cip, promis):
    html = client_de(cip).get(PAGE).content.decode()

    assert "Appel promis pour le 16/11, il y a 1\xa0jour" in html
    assert 'href="tel:0353011111"' in html
    assert "Cherche deux personnes au fournil." in html
    assert "Rappeler après la paie" not in html


def test_call_promised_for_later_waits_and_a_later_exchange_settles_it(client_de, cip, entreprise, promis):
    EchangeFactory(date=MAINTENANT, rappeler_le=LE + timedelta(days=1))
    EchangeFactory(entreprise=entreprise, date=MAINTENANT - timedelta(hours=1))

    assert listes(client_de(cip))["a_rappeler"] == []


def test_offer_that_expires_soon_is_on_the_list_until_the_firm_was_reached(client_de, cip, entreprise):
    OffreFactory(entreprise=entreprise, expire_le=LE + timedelta(days=2))
    OffreFactory(expire_le=LE + timedelta(days=30))
    client = client_de(cip)
    assert listes(client)["a_relancer"] == ["Biscuiterie du Moulin"]

    EchangeFactory(entreprise=entreprise, date=MAINTENANT, resultat="sans_reponse")
    assert listes(client)["a_relancer"] == ["Biscuiterie du Moulin"]

    EchangeFactory(entreprise=entreprise, date=MAINTENANT, resultat="interesse")
    assert listes(client)["a_relancer"] == []


def test_partner_without_news_for_a_year_sleeps_unless_it_asked_for_silence(client_de, cip, entreprise):
    il_y_a = MAINTENANT - timedelta(days=500)
    EchangeFactory(entreprise=entreprise, date=il_y_a)
    EchangeFactory(date=il_y_a, resultat="refus")

    assert listes(client_de(cip))["dormantes"] == ["Biscuiterie du Moulin"]


def test_call_is_logged_in_two_taps_and_the_line_says_so(client_de, cip, promis, url):
    donnees = {"resultat": "interesse", "contact": promis.contact_id, "soumission": uuid.uuid4()}

    response = client_de(cip).post(url, donnees, **HTMX)

    echange = Echange.objects.order_by("pk").last()
    assert (echange.mode, echange.resultat, echange.auteur) == (ModeEchange.APPEL, "interesse", cip)
    assert echange.contact_id == promis.contact_id
    assert "<strong>Biscuiterie du Moulin</strong>\N{NO-BREAK SPACE}: intéressé" in response.content.decode()
    assert Geste.objects.get().adresse == reverse("entreprises:appel_annulation", args=[echange.pk])


def test_call_is_logged_without_javascript_too(client_de, cip, promis, url):
    response = client_de(cip).post(url, {"resultat": "message", "rappeler_le": "2026-11-20"})

    assert response.url == PAGE
    assert Echange.objects.order_by("pk").last().rappeler_le == date(2026, 11, 20)


def test_to_call_again_without_a_day_means_in_a_week(client_de, cip, url):
    client_de(cip).post(url, {"resultat": "rappeler"})

    assert Echange.objects.get().rappeler_le == LE + timedelta(days=7)


def test_line_sent_twice_is_one_call(client_de, cip, url):
    client, donnees = client_de(cip), {"resultat": "interesse", "soumission": uuid.uuid4()}

    for _ in range(2):
        client.post(url, donnees)

    assert Echange.objects.count() == 1


@cellules(
    ("champs", "phrase"),
    [
        ({"resultat": ""}, "Dites en un mot ce qui s’est passé."),
        ({"resultat": "message", "rappeler_le": "2026-01-01"}, "Le rappel ne peut pas précéder l’échange."),
        ({"resultat": "refus", "rappeler_le": "2026-12-01"}, "Qui ne veut plus être contacté n’est pas rappelé."),
    ],
)
@cellules("entetes", [{}, HTMX], ids=["page", "htmx"])
def test_refused_call_says_why_and_keeps_what_was_typed(client_de, cip, url, champs, phrase, entetes):
    response = client_de(cip).post(url, {"texte": "Rappel du patron"} | champs, **entetes)

    html = response.content.decode()
    assert response.status_code == 422
    assert phrase in html
    assert "Rappel du patron" in html


def test_call_just_logged_is_taken_back_by_who_logged_it(client_de, cip, collegue, url):
    client_de(cip).post(url, {"resultat": "interesse"})
    annuler = reverse("entreprises:appel_annulation", args=[Echange.objects.get().pk])

    assert client_de(collegue).post(annuler).status_code == 404
    assert client_de(cip).post(annuler).url == PAGE
    assert not Echange.objects.exists()


@cellules("role", ["encadrant", "lecteur", "benevole"])
def test_reader_sees_the_list_and_logs_nothing(request, client_de, role, promis, url):
    client = client_de(request.getfixturevalue(role))

    assert "Noter l’appel" not in client.get(PAGE).content.decode()
    assert client.post(url, {"resultat": "interesse"}).status_code == 403


def test_stranger_calls_nobody_here(client_de, etranger, promis, url):
    client = client_de(etranger)

    assert listes(client) == {"a_rappeler": [], "a_relancer": [], "dormantes": []}
    assert client.post(url, {"resultat": "interesse"}).status_code == 404


def test_page_costs_the_same_with_one_and_with_three_of_each(client_de, cip, structure, requetes):
    def remplir():
        EchangeFactory(date=MAINTENANT - timedelta(days=9), rappeler_le=LE, contact=ContactFactory())
        EchangeFactory(date=MAINTENANT - timedelta(days=500))
        OffreFactory(expire_le=LE)

    client = client_de(cip)
    remplir()
    client.get(PAGE)
    with requetes() as une:
        client.get(PAGE)
    remplir()
    remplir()

    with requetes() as trois:
        client.get(PAGE)

    assert len(trois) == len(une)
