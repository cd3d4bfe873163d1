"""« Financeurs »: the contrat d’engagement of the RSA and the FSE+ questionnaires (metier.md §4.4, §4.9)."""

import uuid
from datetime import date

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from insertion.isolation.contexte import contexte
from parcours.models import ContratEngagement, QuestionnaireFse
from tests.cellules import cellules
from tests.usines import EngagementFactory, ParcoursFactory, QuestionnaireFseFactory


@pytest.fixture(autouse=True)
def aujourdhui():
    with time_machine.travel("2026-11-22 10:00+01:00", tick=False):
        yield


@pytest.fixture
def parcours(structure):
    return ParcoursFactory()


def page(parcours):
    return reverse("parcours:financeurs_detail", args=[parcours.beneficiaire_id])


def ajout(parcours):
    return reverse("parcours:engagement_create", args=[parcours.pk])


def questionnaire(parcours, moment="entree"):
    return reverse("parcours:questionnaire_fse_update", args=[parcours.pk, moment])


def cer(**champs):
    vides = {"organisme": "Département du Nord", "debut": "2026-04-01", "fin": "2026-12-31", "heures_hebdo": "15"}
    return vides | {"soumission": uuid.uuid4()} | champs


def reponses(**champs):
    return {"date": "2026-03-20", "statut": "recherche", "longue_duree": "oui", "version": 0} | champs


def test_a_contract_is_noted_and_shown(client_de, cip, parcours):
    client = client_de(cip)

    client.post(ajout(parcours), cer())

    html = client.get(page(parcours)).content.decode()
    assert (ContratEngagement.objects.get().heures_hebdo, ContratEngagement.objects.get().parcours) == (15, parcours)
    assert "Département du Nord" in html
    assert "15 h par semaine" in html


@cellules(
    ("champs", "message"),
    [
        ({"fin": "2026-03-31"}, "La fin ne peut pas précéder la signature."),
        ({"debut": ""}, "obligatoire"),
        ({"heures_hebdo": "41"}, "40 heures par semaine au plus."),
        ({"heures_hebdo": "quinze"}, "nombre"),
        ({"debut": "2026-01-05", "fin": "2026-06-30"}, "déjà noté à cette date"),
    ],
)
def test_a_refused_contract_says_why_and_keeps_what_was_typed(client_de, cip, parcours, champs, message):
    EngagementFactory(parcours=parcours, debut=date(2026, 1, 5))

    reponse = client_de(cip).post(ajout(parcours), cer(organisme="Maison des solidarités") | champs)

    html = reponse.content.decode()
    assert (reponse.status_code, ContratEngagement.objects.count()) == (422, 1)
    assert message in html
    assert "Maison des solidarités" in html


def test_a_contract_is_corrected_once_and_taken_away(client_de, cip, collegue, parcours):
    engagement = EngagementFactory(parcours=parcours)
    url = reverse("parcours:engagement_update", args=[engagement.pk])

    client_de(collegue).post(url, cer(version=0, heures_hebdo="20"))
    tard = client_de(cip).post(url, cer(version=0, heures_hebdo="18"))
    engagement.refresh_from_db()
    client_de(cip).post(reverse("parcours:engagement_delete", args=[engagement.pk]))

    assert (engagement.heures_hebdo, tard.status_code) == (20, 409)
    assert not ContratEngagement.objects.exists()


def test_a_contract_sent_twice_is_noted_once(client_de, cip, parcours):
    client, envoi = client_de(cip), cer()

    for _ in range(2):
        client.post(ajout(parcours), envoi)

    assert ContratEngagement.objects.count() == 1


def test_the_questionnaire_of_the_entry_is_filled_then_corrected(client_de, cip, parcours):
    client = client_de(cip)

    client.post(questionnaire(parcours), reponses(pays_tiers="sans_reponse"))
    client.post(questionnaire(parcours), reponses(pays_tiers="non", version=0))
    tard = client.post(questionnaire(parcours), reponses(pays_tiers="oui", version=0))

    rempli = QuestionnaireFse.objects.get()
    html = client.get(page(parcours)).content.decode()
    assert (rempli.moment, rempli.statut, rempli.longue_duree, rempli.pays_tiers) == (
        "entree",
        "recherche",
        "oui",
        "non",
    )
    assert (rempli.auteur, tard.status_code) == (cip, 409)
    assert "Sans emploi, en recherche d’emploi" in html
    assert "Non renseigné" in html  # origin and home were left empty


def test_each_moment_asks_its_own_questions(client_de, cip, structure):
    parti = ParcoursFactory(clos=True)
    client = client_de(cip)

    entree, sortie = (client.get(questionnaire(parti, moment)).content.decode() for moment in ("entree", "sortie"))

    assert "pays hors de l’Union européenne" in entree
    assert "a obtenu une qualification" not in entree.lower()
    assert "a obtenu une qualification" in sortie.lower()
    assert "28 jours" in sortie


def test_an_exit_that_has_not_come_has_no_questionnaire(client_de, cip, parcours):
    client = client_de(cip)

    assert client.get(questionnaire(parcours, "sortie")).status_code == 404
    assert client.get(questionnaire(parcours, "hier")).status_code == 404
    assert "À la sortie" not in client.get(page(parcours)).content.decode()


def test_an_answer_of_the_exit_cannot_precede_it(client_de, cip, structure):
    parti = ParcoursFactory(clos=True)

    reponse = client_de(cip).post(questionnaire(parti, "sortie"), {"date": "2026-09-29", "version": 0})

    assert (reponse.status_code, QuestionnaireFse.objects.count()) == (422, 0)
    assert "la réponse ne peut pas précéder" in reponse.content.decode()


@cellules("champs", [{"moment": "entree", "qualification": "oui"}, {"moment": "sortie", "pays_tiers": "oui"}])
def test_the_database_keeps_each_question_to_its_moment(parcours, champs):
    with pytest.raises(IntegrityError), transaction.atomic():
        QuestionnaireFseFactory(parcours=parcours, **champs)


def test_the_office_fills_them_too_and_the_others_see_nothing(
    client_de, administratif, encadrant, lecteur, etranger, structure, parcours
):
    engagement = EngagementFactory(parcours=parcours)
    modifier = reverse("parcours:engagement_update", args=[engagement.pk])
    retirer = reverse("parcours:engagement_delete", args=[engagement.pk])

    assert client_de(administratif).get(page(parcours)).status_code == 200
    assert client_de(administratif).post(questionnaire(parcours), reponses()).status_code == 302
    for adresse in (page(parcours), ajout(parcours), modifier, questionnaire(parcours)):
        statuts = [client_de(qui).get(adresse).status_code for qui in (etranger, encadrant, lecteur)]
        assert statuts == [404, 403, 403]
    assert [client_de(qui).post(retirer).status_code for qui in (etranger, encadrant, lecteur)] == [404, 403, 403]
    with contexte(structure.pk, role="lecture"):
        assert not ContratEngagement.objects.exists()
        assert not QuestionnaireFse.objects.exists()


def test_without_a_parcours_the_page_says_what_to_do(client_de, cip, structure):
    personne = ParcoursFactory().beneficiaire
    personne.parcours.all().delete()

    assert (
        "ouvrez-en un d’abord"
        in client_de(cip).get(reverse("parcours:financeurs_detail", args=[personne.pk])).content.decode()
    )


@cellules("nombre", [1, 3])
def test_page_takes_as_many_queries_for_one_parcours_as_for_many(client_de, cip, requetes, parcours, nombre):
    for rang in range(nombre):
        autre = ParcoursFactory(
            beneficiaire=parcours.beneficiaire, date_entree=date(2024, 1, 1 + rang), date_sortie=date(2024, 6, 1)
        )
        QuestionnaireFseFactory(parcours=autre, date=date(2024, 1, 5))
        EngagementFactory(parcours=autre, debut=date(2024, 2, 1 + rang))
    client = client_de(cip)
    client.get(page(parcours))

    with requetes() as faites:
        client.get(page(parcours))

    assert len(faites) == 10
