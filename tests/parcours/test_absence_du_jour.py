"""Several appointments on one day, and an absence noted from a box in which somebody has begun to write."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from insertion.models import Geste
from parcours.models import Action, NoteConfidentielle, RendezVous
from tests.usines import ActionFactory, ParcoursFactory, RendezVousFactory
from tests.usines.parcours import PARIS

from .test_entretien import note

JOUR = date(2026, 11, 17)


def a(heure):
    return datetime(JOUR.year, JOUR.month, JOUR.day, heure, tzinfo=PARIS)


@pytest.fixture(autouse=True)
def horloge():
    with time_machine.travel(a(15), tick=False):
        yield


@pytest.fixture
def parcours(structure):
    return ParcoursFactory(date_entree=date(2026, 1, 5))


@pytest.fixture
def absence(parcours):
    return reverse("parcours:absence_create", args=[parcours.beneficiaire_id])


def statuts():
    return list(RendezVous.objects.order_by("debut").values_list("statut", flat=True))


def test_a_call_of_the_morning_does_not_say_that_somebody_came_in_the_afternoon(client_de, cip, parcours):
    RendezVousFactory(parcours=parcours, utilisateur=cip, debut=a(16))
    url = reverse("parcours:entretien_create", args=[parcours.beneficiaire_id])

    client_de(cip).post(url, note(mode="telephone", date="2026-11-17T09:00", compte_rendu="Elle confirme pour 16 h."))

    assert statuts() == ["prevu"]


def test_an_absence_takes_the_appointment_from_which_it_is_noted(client_de, cip, parcours, absence):
    RendezVousFactory(parcours=parcours, utilisateur=cip, debut=a(10))
    celui_ci = RendezVousFactory(parcours=parcours, utilisateur=cip, debut=a(14))

    client_de(cip).post(absence, {"statut": "absent", "date": "2026-11-17T15:00", "rendez_vous": celui_ci.pk})

    assert statuts() == ["prevu", "absent"]


def test_an_absence_finds_the_appointment_of_another_open_parcours(client_de, cip, parcours, absence):
    autre = ParcoursFactory(beneficiaire=parcours.beneficiaire, date_entree=date(2026, 2, 2))
    for suivi in (parcours, autre):
        rendez_vous = RendezVousFactory(parcours=suivi, utilisateur=cip, debut=a(14))
        client_de(cip).post(absence, {"statut": "absent", "date": "2026-11-17T14:30"})
        assert [r.statut for r in RendezVous.objects.filter(parcours=suivi)] == ["absent"], suivi
        rendez_vous.delete()


def test_an_absence_writes_all_that_was_typed_and_its_undo_takes_it_all_back(client_de, cip, parcours, absence):
    ancienne = ActionFactory(parcours=parcours)
    rendez_vous = RendezVousFactory(parcours=parcours, utilisateur=cip, debut=a(14))
    demain = timezone.localdate() + timedelta(days=1)
    client = client_de(cip)

    client.post(
        absence,
        note(
            **{
                "statut": "absent",
                "compte_rendu": "x" * 30_000,
                "paroles": "Prévenue par SMS",
                "note_privee": "Inquiétude",
                "actions_faites": [ancienne.pk],
                "action-0-intitule": "La rappeler",
                "prochain_date": demain.isoformat(),
                "prochain_heure": "09:30",
            }
        ),
    )

    rendez_vous.refresh_from_db()
    assert rendez_vous.statut == "absent"
    assert "Prévenue par SMS" in rendez_vous.commentaire
    assert set(Action.objects.values_list("intitule", "etat")) == {
        (ancienne.intitule, "fait"),
        ("La rappeler", "a_faire"),
    }
    assert NoteConfidentielle.objects.get().texte == "Inquiétude"
    assert statuts() == ["absent", "prevu"]

    client.post(reverse("insertion:geste_annulation", args=[Geste.objects.get().pk]))

    assert statuts() == ["prevu"]
    assert not NoteConfidentielle.objects.exists()
    assert list(Action.objects.values_list("etat", flat=True)) == ["a_faire"]


def test_an_absence_refused_keeps_what_was_typed(client_de, cip, absence):
    reponse = client_de(cip).post(absence, note(statut="absent", compte_rendu="y" * 200_000))

    assert reponse.status_code == 422
    assert "yyyy" in reponse.text
    assert not RendezVous.objects.exists()
