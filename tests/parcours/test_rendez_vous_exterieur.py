"""Appointments of the person outside (metier.md §1 row 60)."""

import uuid
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from insertion.enums import Role
from insertion.isolation.contexte import contexte
from insertion.jours import bornes
from parcours.enums import Interlocuteur, StatutRendezVous
from parcours.fil import evenements
from parcours.models import RendezVous
from pilotage.rappels import rappels_dus
from tests.cellules import cellules
from tests.usines import ParcoursFactory, RendezVousFactory

DEBUT = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.fixture
def parcours(structure):
    return ParcoursFactory(date_entree=date(2026, 1, 5))


@pytest.fixture
def url(parcours):
    return reverse("parcours:rendez_vous_exterieur_create", args=[parcours.beneficiaire_id])


def saisie(**champs):
    return {
        "avec": "caf",
        "aupres": "Mme Diallo",
        "debut": "2026-12-01T10:00",
        "duree_minutes": "45",
        "lieu": "CAF de Roubaix",
        "accompagnement": "seule",
        "utilisateur": "",
        "accompagnant": "",
        "trajet_minutes": "",
        "commentaire": "",
        "soumission": uuid.uuid4(),
    } | champs


def test_person_goes_alone(client_de, cip, parcours, url):
    reponse = client_de(cip).post(url, saisie())

    rendez_vous = RendezVous.objects.get()
    assert reponse.url == reverse("parcours:demarche_list", args=[parcours.beneficiaire_id])
    assert (rendez_vous.interlocuteur, rendez_vous.accompagne) == ("CAF, Assurance maladie (Mme Diallo)", False)


def test_colleague_goes_along(client_de, cip, collegue, url):
    client_de(cip).post(url, saisie(accompagnement="collegue", utilisateur=collegue.pk, trajet_minutes="40"))

    rendez_vous = RendezVous.objects.get()
    assert (rendez_vous.utilisateur, rendez_vous.accompagne, rendez_vous.trajet_minutes) == (collegue, True, 40)


def test_somebody_else_goes_along(client_de, cip, url):
    client_de(cip).post(url, saisie(accompagnement="autre", accompagnant="Mme Lefort, éducatrice"))

    rendez_vous = RendezVous.objects.get()
    assert (rendez_vous.utilisateur, rendez_vous.accompagnant) == (cip, "Mme Lefort, éducatrice")


@cellules(
    ("champs", "phrase"),
    [
        ({"avec": ""}, "obligatoire"),
        ({"debut": ""}, "obligatoire"),
        ({"accompagnement": "autre"}, "Dites qui accompagne la personne"),
        ({"accompagnement": "collegue", "trajet_minutes": "601"}, "Le trajet ne dépasse pas 600 minutes"),
        ({"avec": "inconnu"}, "choix"),
    ],
    ids=str,
)
def test_refusal_is_a_sentence_and_keeps_what_was_typed(client_de, cip, url, champs, phrase):
    reponse = client_de(cip).post(url, saisie(**champs))

    page = reponse.content.decode()
    assert reponse.status_code == 422
    assert phrase in page
    assert "CAF de Roubaix" in page


def test_encadrant_cannot_be_sent_to_the_doctor(client_de, cip, encadrant, url):
    reponse = client_de(cip).post(url, saisie(avec="medecin", accompagnement="collegue", utilisateur=encadrant.pk))

    assert reponse.status_code == 422
    assert "n’est lu que par l’équipe d’insertion" in reponse.content.decode()


@cellules(
    ("avec", "lu"), [(Interlocuteur.MEDECIN, False), (Interlocuteur.JUSTICE, False), (Interlocuteur.EMPLOYEUR, True)]
)
def test_database_keeps_health_and_justice_for_the_team(parcours, encadrant, avec, lu):
    RendezVousFactory(parcours=parcours, avec=avec, accompagne=True, utilisateur=encadrant)

    with contexte(parcours.structure_id, utilisateur_id=encadrant.pk, role=Role.ENCADRANT):
        assert RendezVous.objects.exists() is lu


def test_stranger_finds_nobody_and_reader_may_not_write(client_de, etranger, lecteur, url):
    assert [client_de(u).post(url, saisie()).status_code for u in (etranger, lecteur)] == [404, 403]


def test_outcome_is_written_later_and_told_in_the_thread(client_de, cip, parcours):
    rendez_vous = RendezVousFactory(parcours=parcours, dehors=True, utilisateur=cip)
    url = reverse("parcours:rendez_vous_exterieur_update", args=[rendez_vous.pk])

    reponse = client_de(cip).post(url, saisie(version=0, statut="venu", commentaire="Dossier complet."))

    (evenement,) = [e for e in evenements(parcours.beneficiaire) if e.genre == "rdv_dehors"]
    assert reponse.status_code == 302
    assert evenement.titre == "Rendez-vous tenu : CAF, Assurance maladie (Mme Diallo)"
    assert evenement.texte == "Dossier complet."


def test_late_correction_answers_409(client_de, cip, collegue, parcours):
    rendez_vous = RendezVousFactory(parcours=parcours, dehors=True, utilisateur=cip)
    url = reverse("parcours:rendez_vous_exterieur_update", args=[rendez_vous.pk])
    client_de(collegue).post(url, saisie(version=0, statut="venu"))

    assert client_de(cip).post(url, saisie(version=0, statut="absent")).status_code == 409


def test_correction_is_for_those_outside_only(client_de, cip, etranger, lecteur, parcours):
    ici, dehors = RendezVousFactory(parcours=parcours), RendezVousFactory(parcours=parcours, dehors=True)
    urls = [reverse("parcours:rendez_vous_exterieur_update", args=[r.pk]) for r in (ici, dehors)]

    assert client_de(cip).get(urls[0]).status_code == 404
    assert [client_de(u).get(urls[1]).status_code for u in (etranger, lecteur)] == [404, 403]


@cellules(
    ("champs", "occupe"),
    [
        ({}, True),
        ({"avec": "caf", "accompagne": True}, True),
        ({"avec": "caf"}, False),
        ({"avec": "caf", "accompagne": True, "accompagnant": "Mme Lefort"}, False),
    ],
    ids=["ici", "accompagne", "seule", "avec-une-autre"],
)
def test_day_and_reminders_hold_what_takes_the_colleagues_time(parcours, cip, champs, occupe):
    RendezVousFactory(parcours=parcours, utilisateur=cip, debut=DEBUT, **champs)

    rappels = [r for r in rappels_dus(parcours.structure, DEBUT.date()) if r.motif == "rendez_vous"]

    assert RendezVous.objects.pour_journee(cip, *bornes(DEBUT.date())).exists() is occupe
    assert bool(rappels) is occupe


def test_note_of_the_day_does_not_claim_the_appointment_outside(client_de, cip, parcours):
    dehors = RendezVousFactory(parcours=parcours, dehors=True, debut=timezone.now(), utilisateur=cip)
    envoi = {
        "mode": "telephone",
        "genre": "individuel",
        "date": timezone.localtime().strftime("%Y-%m-%dT%H:%M"),
        "compte_rendu": "Appel.",
        "action-TOTAL_FORMS": "0",
        "action-INITIAL_FORMS": "0",
    }

    client_de(cip).post(reverse("parcours:entretien_create", args=[parcours.beneficiaire_id]), envoi)

    dehors.refresh_from_db()
    assert (dehors.statut, dehors.entretien) == (StatutRendezVous.PREVU, None)


def test_note_of_an_accompaniment_starts_with_its_place_and_travel(client_de, cip, parcours):
    dehors = RendezVousFactory(
        parcours=parcours, dehors=True, accompagne=True, trajet_minutes=40, utilisateur=cip, lieu="CAF de Roubaix"
    )
    url = reverse("parcours:entretien_create", args=[parcours.beneficiaire_id])

    page = client_de(cip).get(f"{url}?rendez_vous={dehors.pk}").content.decode()

    assert 'value="CAF de Roubaix"' in page
    assert 'value="40"' in page


def test_person_who_did_not_go_is_told_apart_from_an_absence_here(parcours):
    RendezVousFactory(parcours=parcours, dehors=True, statut=StatutRendezVous.ABSENT)

    genres = [e.genre for e in evenements(parcours.beneficiaire)]

    assert "rdv_dehors" in genres
    assert "absence" not in genres


def test_appointment_outside_kept_is_not_a_note_to_complete(parcours):
    rendez_vous = RendezVousFactory(parcours=parcours, dehors=True, accompagne=True, statut=StatutRendezVous.VENU)

    assert not rendez_vous.a_completer(DEBUT + timedelta(days=1))
