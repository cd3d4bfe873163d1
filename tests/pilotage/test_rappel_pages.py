"""The list of reminders, « Fait », « lu », and the e-mail that did not arrive: one's own rows, nobody else's."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse

from insertion.enums import Domaine
from pilotage.enums import EtatEnvoi, MotifRappel
from pilotage.models import CourrielRappels, Rappel
from tests.cellules import cellules
from tests.usines import ActionFactory, BeneficiaireFactory

MIDI = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("Europe/Paris"))
LISTE = "/rappels/"


@pytest.fixture(autouse=True)
def a_midi():
    """It is noon on Monday 23 November 2026."""
    with time_machine.travel(MIDI, tick=False):
        yield


def rappeler(utilisateur, jours=0, objet_id=1, **champs):
    champs.setdefault("motif", MotifRappel.RENDEZ_VOUS)
    return Rappel.objects.create(
        utilisateur=utilisateur,
        beneficiaire=BeneficiaireFactory(),
        objet_id=objet_id,
        echeance=date(2026, 11, 23) + timedelta(days=jours),
        texte="Rendez-vous prévu.",
        url="/",
        **champs,
    )


def fait(rappel):
    return reverse("pilotage:rappel_fait", args=[rappel.pk])


def test_reminders_are_grouped_by_due_date(structure, cip, collegue, client_de):
    demain, retard, ce_jour = rappeler(cip, 1), rappeler(cip, -3), rappeler(cip, 0)
    rappeler(collegue)
    rappeler(cip, 2).faire(MIDI)

    groupes = client_de(cip).get(LISTE).context["groupes"]

    assert groupes == [("En retard", [retard]), ("Aujourd’hui", [ce_jour]), ("Demain", [demain])]


def test_nothing_to_recall_says_what_would_come(structure, cip, client_de):
    assert "Aucun rappel" in client_de(cip).get(LISTE).content.decode()


def test_the_title_of_a_late_action_follows_the_rights_of_now(structure, cip, encadrant, client_de):
    action = ActionFactory(intitule="Prendre rendez-vous au CMP", domaine=Domaine.SANTE)
    for utilisateur in (cip, encadrant):
        rappeler(utilisateur, -1, objet_id=action.pk, motif=MotifRappel.ACTION_EN_RETARD)

    assert "CMP" in client_de(cip).get(LISTE).content.decode()
    assert "CMP" not in client_de(encadrant).get(LISTE).content.decode()


def test_done_leaves_the_list_and_can_be_undone(structure, cip, client_de):
    rappel, client = rappeler(cip), client_de(cip)

    reponse = client.post(fait(rappel))
    rappel.refresh_from_db()
    fait_at = rappel.fait_at
    client.post(reverse("pilotage:rappel_reprise", args=[rappel.pk]))
    rappel.refresh_from_db()

    assert reponse.headers["Location"] == LISTE
    assert (fait_at, rappel.fait_at) == (MIDI, None)


@cellules("nom", ["rappel_fait", "rappel_reprise"])
@cellules("qui", ["collegue", "chef", "lecteur", "etranger"])
def test_somebody_else_s_reminder_does_not_exist(structure, cip, client_de, request, nom, qui):
    rappel = rappeler(cip)

    reponse = client_de(request.getfixturevalue(qui)).post(reverse(f"pilotage:{nom}", args=[rappel.pk]))

    rappel.refresh_from_db()
    assert reponse.status_code == 404
    assert rappel.fait_at is None


def test_a_reader_settles_their_own_reminder(structure, lecteur, client_de):
    rappel = rappeler(lecteur)

    reponse = client_de(lecteur).post(fait(rappel))

    rappel.refresh_from_db()
    assert reponse.status_code == 302
    assert rappel.fait_at == MIDI


@cellules("nom", ["rappel_fait", "rappel_reprise", "courriel_renvoi"])
def test_reading_the_address_changes_nothing(structure, cip, client_de, nom):
    assert client_de(cip).get(reverse(f"pilotage:{nom}", args=[rappeler(cip).pk])).status_code == 405


def test_all_read_at_once_for_oneself_only(structure, cip, collegue, client_de):
    for _ in range(2):
        rappeler(cip, objet_id=Rappel.objects.count())
    rappeler(collegue)

    client_de(cip).post(reverse("pilotage:rappels_lus"))

    assert [r.utilisateur_id for r in Rappel.objects.non_lus()] == [collegue.pk]


@cellules("etat", [EtatEnvoi.INCERTAIN, EtatEnvoi.ECHEC])
def test_an_e_mail_that_did_not_arrive_is_shown_and_sent_again_on_demand(structure, cip, client_de, etat):
    courriel = CourrielRappels.objects.create(utilisateur=cip, jour=date(2026, 11, 23), etat=etat, essais=10)
    client = client_de(cip)

    page = client.get(LISTE).content.decode()
    client.post(reverse("pilotage:courriel_renvoi", args=[courriel.pk]))

    courriel.refresh_from_db()
    assert "le renvoyer" in page
    assert (courriel.etat, courriel.essais) == (EtatEnvoi.A_ENVOYER, 0)


def test_an_e_mail_that_was_sent_is_not_sent_again(structure, cip, collegue, client_de):
    courriel = CourrielRappels.objects.create(utilisateur=cip, jour=date(2026, 11, 23), etat=EtatEnvoi.ENVOYE)
    url = reverse("pilotage:courriel_renvoi", args=[courriel.pk])

    client_de(cip).post(url)
    refus = client_de(collegue).post(url)

    courriel.refresh_from_db()
    assert courriel.etat == EtatEnvoi.ENVOYE
    assert refus.status_code == 404


@cellules("nombre", [1, 3])
def test_the_list_takes_as_many_queries_for_one_as_for_many(
    structure, cip, client_de, django_assert_num_queries, nombre
):
    for rang in range(nombre):
        action = ActionFactory()
        rappeler(cip, -1 - rang, objet_id=action.pk, motif=MotifRappel.ACTION_EN_RETARD)
    client = client_de(cip)

    with django_assert_num_queries(16):
        client.get(LISTE)


def test_what_announces_a_day_to_come_is_not_late(structure, cip, client_de):
    """« Contrat jusqu’au 7 janvier » comes weeks before: it is late once that day is past, not once it was told."""
    annonce = rappeler(cip, -20, terme=date(2027, 1, 7), motif=MotifRappel.FIN_DE_CONTRAT)
    demain = rappeler(cip, -20, 2, terme=date(2026, 11, 24), motif=MotifRappel.FIN_DE_CONTRAT)
    passe = rappeler(cip, -20, 3, terme=date(2026, 11, 22), motif=MotifRappel.DROIT_EXPIRE)
    attend = rappeler(cip, -3, 4, motif=MotifRappel.PLAN_VALIDE)

    groupes = client_de(cip).get(LISTE).context["groupes"]

    assert groupes == [
        ("En retard", [passe]),
        ("En attente", [attend]),
        ("Demain", [demain]),
        ("Plus tard", [annonce]),
    ]


def test_new_says_what_came_today_among_the_others(structure, cip, client_de):
    ancien, nouveau = rappeler(cip, 0, 1), rappeler(cip, 1, 2)
    client = client_de(cip)
    tous_nouveaux = client.get(LISTE).context["nouveaux"]
    Rappel.objects.filter(pk=ancien.pk).update(created_at=MIDI - timedelta(days=2))

    assert tous_nouveaux == set()
    assert client.get(LISTE).context["nouveaux"] == {nouveau.pk}
