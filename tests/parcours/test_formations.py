"""Trainings: proposed, answered, followed, certified (metier.md §1 rows 39, 62, 75, 82)."""

import uuid
from datetime import date

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from parcours.enums import EtatFormation
from parcours.fil import evenements
from parcours.models import FormationSuivie
from tests.cellules import cellules
from tests.usines import BeneficiaireFactory, FormationSuivieFactory, ParcoursFactory

LE = date(2026, 11, 22)


@pytest.fixture
def parcours(structure):
    return ParcoursFactory()


@pytest.fixture
def formation(parcours):
    return FormationSuivieFactory(parcours=parcours)


@pytest.fixture
def url_create(parcours):
    return reverse("parcours:formation_create", args=[parcours.beneficiaire_id])


@pytest.fixture
def url_update(formation):
    return reverse("parcours:formation_update", args=[formation.pk])


def saisie(**champs):
    champs = {"intitule": "Agent de restauration", "domaine": "qualifiante", "proposee_le": "2026-09-01"} | champs
    return {"version": 0, "soumission": uuid.uuid4(), "organisme": "AFPA de Roubaix"} | champs


def test_training_is_proposed_and_the_person_answers_in_their_words(client_de, cip, parcours, url_create):
    client = client_de(cip)
    client.post(url_create, saisie())
    formation = FormationSuivie.objects.get()

    with time_machine.travel("2026-11-22 10:00+01:00"):
        client.post(
            reverse("parcours:formation_reponse", args=[formation.pk]),
            {"reponse": "refusee", "paroles": "Pas avant d’avoir un logement."},
        )
        page = client.get(reverse("parcours:appuis_list", args=[parcours.beneficiaire_id])).content.decode()

    formation.refresh_from_db()
    assert (formation.reponse, formation.reponse_le, formation.etat(LE)) == ("refusee", LE, EtatFormation.REFUSEE)
    assert "Pas avant d’avoir un logement." in page


def test_answer_already_given_is_not_overwritten_by_a_click(client_de, cip, formation):
    client, url = client_de(cip), reverse("parcours:formation_reponse", args=[formation.pk])

    for reponse in ("acceptee", "refusee", "autre"):
        client.post(url, {"reponse": reponse})

    formation.refresh_from_db()
    assert formation.reponse == "acceptee"


def test_answer_to_what_is_noted_for_later_asks_to_correct_the_day_first(client_de, cip, parcours):
    formation = FormationSuivieFactory(parcours=parcours, proposee_le=date(2999, 1, 1))

    url = reverse("parcours:formation_reponse", args=[formation.pk])
    page = client_de(cip).post(url, {"reponse": "acceptee"}, follow=True).content.decode()

    formation.refresh_from_db()
    assert formation.reponse == ""
    assert "Elle est notée proposée le 01/01/2999\N{NO-BREAK SPACE}: corrigez d’abord cette date." in page


@cellules(
    ("champs", "etat"),
    [
        ({}, EtatFormation.PROPOSEE),
        ({"reponse": "refusee"}, EtatFormation.REFUSEE),
        ({"reponse": "acceptee"}, EtatFormation.A_PLANIFIER),
        ({"reponse": "acceptee", "debut": date(2026, 11, 23)}, EtatFormation.A_VENIR),
        ({"reponse": "acceptee", "debut": LE, "fin": LE}, EtatFormation.EN_COURS),
        ({"reponse": "acceptee", "debut": date(2026, 9, 10), "fin": date(2026, 11, 21)}, EtatFormation.TERMINEE),
        (
            {"reponse": "acceptee", "debut": date(2026, 9, 10), "interrompue_le": LE},
            EtatFormation.INTERROMPUE,
        ),
        (
            {"reponse": "acceptee", "debut": date(2026, 9, 10), "interrompue_le": date(2026, 11, 23)},
            EtatFormation.EN_COURS,
        ),
        ({"debut": date(2026, 11, 23)}, EtatFormation.PROPOSEE),
    ],
    ids=[
        "proposed",
        "refused",
        "no date",
        "tomorrow",
        "one day",
        "ended yesterday",
        "stopped",
        "will stop",
        "unanswered",
    ],
)
def test_state_is_read_from_the_dates(parcours, champs, etat):
    if "reponse" in champs:
        champs["reponse_le"] = date(2026, 9, 8)

    assert FormationSuivieFactory(parcours=parcours, **champs).etat(LE) == etat


@cellules(
    ("champs", "champ", "phrase"),
    [
        ({"intitule": ""}, "intitule", "obligatoire"),
        ({"intitule": "x" * 10_000}, "intitule", "160"),
        ({"domaine": ""}, "domaine", "obligatoire"),
        ({"proposee_le": "2999-01-01"}, "proposee_le", "le jour où elle l’est"),
        ({"heures": "0"}, "heures", "au moins une heure"),
        ({"reponse": "acceptee"}, "reponse_le", "date de la réponse"),
        ({"reponse_le": "2026-09-02"}, "reponse", "a répondu"),
        ({"reponse": "acceptee", "reponse_le": "2026-08-31"}, "reponse_le", "ne peut pas précéder la proposition"),
        ({"fin": "2026-09-02"}, "debut", "date de début"),
        ({"debut": "2026-09-03", "fin": "2026-09-02"}, "fin", "avant d’avoir commencé"),
        ({"debut": "2026-09-03", "interrompue_le": "2026-09-02"}, "interrompue_le", "entre le début et la fin"),
        ({"resultat": "obtenue"}, "resultat_le", "date du résultat"),
        ({"resultat": "obtenue", "resultat_le": "2026-10-01"}, "resultat", "demande une certification"),
        (
            {"certification": "CQP", "resultat": "obtenue", "resultat_le": "2026-09-02", "debut": "2026-09-03"},
            "resultat_le",
            "ne peut pas précéder le début",
        ),
    ],
)
def test_refused_training_says_why_beside_the_field(client_de, cip, url_update, champs, champ, phrase):
    response = client_de(cip).post(url_update, saisie(**champs))

    assert response.status_code == 422
    assert phrase in " ".join(response.context["form"].errors[champ])
    assert 'value="AFPA de Roubaix"' in response.content.decode()


@cellules(
    "champs",
    [
        {"reponse": "acceptee"},
        {"reponse": "acceptee", "reponse_le": date(2026, 8, 31)},
        {"debut": date(2026, 9, 3), "fin": date(2026, 9, 2)},
        {"resultat": "obtenue", "resultat_le": LE},
        {"heures": 0},
        {"debut": date(2026, 9, 3), "interrompue_le": date(2026, 9, 2)},
    ],
)
def test_database_holds_the_same_rules(parcours, champs):
    with pytest.raises(IntegrityError), transaction.atomic():
        FormationSuivieFactory(parcours=parcours, **champs)


def test_certification_aimed_at_and_obtained_is_in_the_thread_with_its_date(client_de, cip, parcours, url_update):
    donnees = saisie(reponse="acceptee", reponse_le="2026-09-08", debut="2026-09-14", fin="2026-11-06", heures="280")
    donnees |= {"certification": "CQP agent de restauration", "resultat": "obtenue", "resultat_le": "2026-11-06"}

    client_de(cip).post(url_update, donnees)

    fil = [(e.titre, e.texte, e.quand.date()) for e in evenements(parcours.beneficiaire, "collectif")]
    assert fil == [
        ("Certification, obtenue", "CQP agent de restauration", date(2026, 11, 6)),
        (
            "Formation acceptée : Agent de restauration",
            "AFPA de Roubaix · du 14/09/2026 au 06/11/2026 · 280 h",
            date(2026, 9, 8),
        ),
    ]
    assert [f.resultat for f in FormationSuivie.objects.certifiees()] == ["obtenue"]


def test_training_sent_twice_is_written_once(client_de, cip, url_create):
    client, donnees = client_de(cip), saisie()

    for _ in range(2):
        client.post(url_create, donnees)

    assert FormationSuivie.objects.count() == 1


def test_two_colleagues_who_correct_one_training_see_both_versions(client_de, cip, collegue, url_update):
    client_de(collegue).post(url_update, saisie(intitule="Français, niveau B1"))

    response = client_de(cip).post(url_update, saisie())

    assert response.status_code == 409
    assert "Français, niveau B1" in response.content.decode()


def test_somebody_without_a_parcours_is_asked_to_open_one(client_de, cip, structure):
    personne = BeneficiaireFactory()

    response = client_de(cip).get(reverse("parcours:formation_create", args=[personne.pk]))

    assert response.url == reverse("parcours:parcours_create", args=[personne.pk])


@cellules(("role", "code"), [("lecteur", 403), ("encadrant", 403), ("benevole", 403), ("etranger", 404)])
def test_readers_and_strangers_write_no_training(request, client_de, formation, url_create, url_update, role, code):
    client = client_de(request.getfixturevalue(role))
    urls = [url_create, url_update, reverse("parcours:formation_reponse", args=[formation.pk])]

    assert {client.post(url, saisie()).status_code for url in urls} == {code}


@cellules(("role", "code"), [("lecteur", 200), ("encadrant", 200), ("benevole", 403), ("etranger", 404)])
def test_appuis_page_is_for_those_who_see_the_parcours(request, client_de, formation, role, code):
    url = reverse("parcours:appuis_list", args=[formation.parcours.beneficiaire_id])

    assert client_de(request.getfixturevalue(role)).get(url).status_code == code


def test_appuis_page_asks_as_many_questions_for_one_and_for_three(client_de, cip, parcours, formation, requetes):
    client, url = client_de(cip), reverse("parcours:appuis_list", args=[parcours.beneficiaire_id])
    client.get(url)
    with requetes() as une:
        client.get(url)
    FormationSuivieFactory.create_batch(2, parcours=parcours)
    with requetes() as trois:
        client.get(url)

    assert len(trois) == len(une)
