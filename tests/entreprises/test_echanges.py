"""Exchanges: logged in one tap, corrected and withdrawn by who wrote them, on the thread of the firm."""

import uuid
from datetime import datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from entreprises.enums import ModeEchange, ObjetEchange, ResultatEchange
from entreprises.fil import evenements
from entreprises.models import Echange
from tests.cellules import cellules
from tests.usines import ContactFactory, EchangeFactory, EntrepriseFactory
from tests.usines.parcours import PARIS

MAINTENANT = datetime(2026, 11, 24, 9, 30, tzinfo=PARIS)


@pytest.fixture(autouse=True)
def un_mardi():
    with time_machine.travel(MAINTENANT, tick=False):
        yield


@pytest.fixture
def entreprise(structure):
    return EntrepriseFactory(raison_sociale="Conserverie du Port")


@pytest.fixture
def url(entreprise):
    return reverse("entreprises:echange_create", args=[entreprise.pk])


def saisie(**champs):
    """What the box sends when only a result was tapped."""
    return {"mode": "appel", "objet": "prospection", "resultat": "interesse", "date": "2026-11-24T09:30"} | champs


def vers(nom, echange):
    return reverse(f"entreprises:echange_{nom}", args=[echange.pk])


def test_one_tap_on_a_result_is_enough(client_de, cip, entreprise, url):
    response = client_de(cip).post(url, saisie())

    echange = Echange.objects.get()
    assert response.url == f"{entreprise.get_absolute_url()}#fil"
    assert (echange.auteur, echange.mode, echange.resultat) == (cip, ModeEchange.APPEL, ResultatEchange.INTERESSE)


def test_to_call_again_without_a_day_is_in_a_week_and_says_so(client_de, cip, url):
    response = client_de(cip).post(url, saisie(resultat="rappeler"), follow=True)

    assert Echange.objects.get().rappeler_le == MAINTENANT.date() + timedelta(days=7)
    assert "À rappeler le mardi\N{NO-BREAK SPACE}1er\N{NO-BREAK SPACE}décembre" in response.content.decode()


@cellules(
    ("champs", "phrase"),
    [
        ({"resultat": ""}, "Dites en un mot ce qui s’est passé"),
        ({"rappeler_le": "2026-11-20", "texte": "Voir Mme Lemoine"}, "Le rappel ne peut pas précéder l’échange."),
        ({"resultat": "refus", "rappeler_le": "2026-12-20"}, "Qui ne veut plus être contacté n’est pas rappelé."),
        ({"date": "2026-11-30T10:00"}, "Un échange à venir se note dans « rappeler le »."),
    ],
)
def test_refused_exchange_says_why_and_keeps_what_was_typed(client_de, cip, url, champs, phrase):
    response = client_de(cip).post(url, saisie(**champs))

    html = response.content.decode()
    assert (response.status_code, Echange.objects.count()) == (422, 0)
    assert phrase in html
    assert champs.get("texte", "") in html


def test_way_of_exchange_left_out_is_asked_for_beside_it(client_de, cip, url):
    html = client_de(cip).post(url, saisie(mode="")).text

    assert 'id="div_id_mode" aria-describedby="id_mode_error"' in html  # where the line of the summary leads
    assert '<ul class="errorlist" id="id_mode_error"><li>Ce champ est obligatoire.</li></ul>' in html


def test_contact_of_another_firm_is_not_a_choice(client_de, cip, url):
    ailleurs = ContactFactory()

    assert client_de(cip).post(url, saisie(contact=ailleurs.pk)).status_code == 422


def test_exchange_sent_twice_is_written_once(client_de, cip, url):
    client, donnees = client_de(cip), saisie(soumission=uuid.uuid4())

    for _ in range(2):
        client.post(url, donnees)

    assert Echange.objects.count() == 1


def test_thread_says_how_with_whom_and_what_came_of_it(entreprise, cip):
    contact = ContactFactory(entreprise=entreprise)
    EchangeFactory(
        entreprise=entreprise,
        contact=contact,
        auteur=cip,
        mode=ModeEchange.VISITE,
        objet=ObjetEchange.SENSIBILISATION,
        rappeler_le=datetime(2026, 12, 3).date(),
    )
    EchangeFactory(entreprise=entreprise, date=MAINTENANT, resultat="", texte="Un mot.")

    dernier, visite = evenements(entreprise)

    assert visite.titre == "Visite avec Sylvie Lemoine"
    assert visite.mots == ["Sensibilisation au handicap", "Intéressé"]
    assert (visite.auteur, visite.rappel) == (
        "Camille Dubois",
        "rappeler le 3\N{NO-BREAK SPACE}décembre\N{NO-BREAK SPACE}2026",
    )
    assert (dernier.titre, dernier.texte) == ("Appel", "Un mot.")


def test_thread_is_filtered_by_what_it_was_about(client_de, cip, entreprise):
    EchangeFactory(entreprise=entreprise, texte="Prospection d’été")
    EchangeFactory(entreprise=entreprise, objet=ObjetEchange.SENSIBILISATION, texte="Matinée handicap psychique")

    html = client_de(cip).get(f"{entreprise.get_absolute_url()}?filtre=sensibilisation").content.decode()

    assert "Matinée handicap psychique" in html
    assert "Prospection d’été" not in html


def test_author_corrects_their_exchange_and_its_history_keeps_the_first_words(client_de, cip, entreprise):
    echange = EchangeFactory(entreprise=entreprise, auteur=cip, texte="Premiers mots")

    client_de(cip).post(vers("update", echange), saisie(texte="Mots justes", version=0))

    echange.refresh_from_db()
    assert echange.texte == "Mots justes"
    assert echange.events.order_by("pgh_id").first().texte == "Premiers mots"


def test_late_correction_shows_both(client_de, cip, entreprise):
    echange = EchangeFactory(entreprise=entreprise, auteur=cip)
    client_de(cip).post(vers("update", echange), saisie(texte="D’un onglet", version=0))

    assert client_de(cip).post(vers("update", echange), saisie(texte="De l’autre", version=0)).status_code == 409


def test_author_withdraws_their_exchange_and_brings_it_back(client_de, cip, entreprise):
    echange = EchangeFactory(entreprise=entreprise, auteur=cip, texte="À retirer")
    client = client_de(cip)

    client.post(vers("suppression", echange))
    retire = Echange.objects.count()
    client.post(vers("retablissement", echange))

    rendu = Echange.objects.get()
    assert retire == 0
    assert (rendu.pk, rendu.texte, rendu.date) == (echange.pk, "À retirer", echange.date)


@cellules("qui", ["collegue", "chef", "etranger"])
def test_nobody_else_corrects_or_withdraws_it(request, client_de, cip, entreprise, qui):
    echange = EchangeFactory(entreprise=entreprise, auteur=cip)
    client = client_de(request.getfixturevalue(qui))

    codes = {client.post(vers(nom, echange), saisie(version=0)).status_code for nom in ("update", "suppression")}

    assert codes == {404}
    retablir = vers("retablissement", echange)
    echange.delete()
    assert client.post(retablir).status_code == 404


@cellules("role", ["encadrant", "lecteur", "benevole"])
def test_reader_logs_nothing(request, client_de, role, url):
    assert client_de(request.getfixturevalue(role)).post(url, saisie()).status_code == 403
