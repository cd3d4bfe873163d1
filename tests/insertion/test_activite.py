"""« Activité récente »: what one did is undone for a day, by oneself, unless somebody changed it since."""

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from beneficiaires.models import Proche, Referent
from insertion.models import Geste
from parcours.models import Action, Contrat, RendezVous
from tests.cellules import cellules
from tests.usines import (
    ActionFactory,
    ContratFactory,
    ParcoursFactory,
    ProcheFactory,
    ReferentFactory,
    RendezVousFactory,
)

PAGE = reverse("insertion:activite")


@pytest.fixture
def parcours(structure):
    return ParcoursFactory()


def annuler(client):
    """Press the button of the latest gesture of the page."""
    return client.post(reverse("insertion:geste_annulation", args=[Geste.objects.first().pk]), {"suite": PAGE})


def dit(client):
    return client.get(PAGE).content.decode()


def lignes(modele):
    """The rows of a model but for the version, which goes on."""
    return [{**ligne, "version": 0} for ligne in modele.objects.order_by("pk").values()]


def proche_retire(parcours, cip):
    proche = ProcheFactory(beneficiaire=parcours.beneficiaire)
    return Proche, reverse("beneficiaires:proche_delete", args=[proche.pk]), {}


def contrat_retire(parcours, cip):
    contrat = ContratFactory(parcours=parcours)
    return Contrat, reverse("parcours:contrat_delete", args=[contrat.pk]), {}


def action_terminee(parcours, cip):
    action = ActionFactory(parcours=parcours)
    return Action, reverse("parcours:action_etat", args=[action.pk]), {"etat": "fait"}


def absence_a_un_rendez_vous(parcours, cip):
    RendezVousFactory(parcours=parcours, utilisateur=cip, debut=timezone.now())
    donnees = {"statut": "absent", "soumission": uuid.uuid4()}
    return RendezVous, reverse("parcours:absence_create", args=[parcours.beneficiaire_id]), donnees


def absence_sans_rendez_vous(parcours, cip):
    donnees = {"statut": "absent", "soumission": uuid.uuid4()}
    return RendezVous, reverse("parcours:absence_create", args=[parcours.beneficiaire_id]), donnees


def dossier_confie(parcours, cip):
    referent = ReferentFactory(beneficiaire=parcours.beneficiaire)
    donnees = {"utilisateur": cip.pk, "soumission": uuid.uuid4()}
    return Referent, reverse("beneficiaires:referent_create", args=[referent.beneficiaire_id]), donnees


GESTES = [
    proche_retire,
    contrat_retire,
    action_terminee,
    absence_a_un_rendez_vous,
    absence_sans_rendez_vous,
    dossier_confie,
]


@cellules("geste", GESTES)
def test_what_was_deleted_completed_missed_or_entrusted_is_again_as_it_was(client_de, cip, parcours, geste):
    modele, url, donnees = geste(parcours, cip)
    avant, client = lignes(modele), client_de(cip)
    client.post(url, donnees)
    fait = lignes(modele)

    annuler(client)

    assert fait != avant == lignes(modele)
    assert "Annulé à" in dit(client)


def test_undo_does_not_write_over_what_a_colleague_changed_since_and_says_who(client_de, cip, collegue, parcours):
    url = reverse("parcours:action_etat", args=[ActionFactory(parcours=parcours).pk])
    client = client_de(cip)
    client.post(url, {"etat": "fait"})
    client_de(collegue).post(url, {"etat": "abandonne"})
    (siens,) = Geste.objects.filter(utilisateur=cip)

    client.post(reverse("insertion:geste_annulation", args=[siens.pk]), {"suite": PAGE})

    assert Action.objects.get().etat == "abandonne"
    assert f"{collegue} l’a modifié depuis" in dit(client)


def test_what_was_done_leaves_the_page_after_a_day_and_its_button_says_so(client_de, cip, parcours):
    _modele, url, donnees = proche_retire(parcours, cip)
    client = client_de(cip)
    client.post(url, donnees)
    with time_machine.travel(timezone.now() + timedelta(hours=24, minutes=1), tick=False):
        client = client_de(cip)
        annuler(client)

        assert "les 24 heures sont passées" in dit(client)
        assert not Proche.objects.exists()


def test_nobody_sees_nor_undoes_what_a_colleague_did(client_de, cip, collegue, parcours):
    _modele, url, donnees = proche_retire(parcours, cip)
    client_de(cip).post(url, donnees)
    client = client_de(collegue)

    assert "Rien à annuler" in dit(client)
    assert annuler(client).status_code == 404


def test_undo_asks_again_for_the_right_that_the_gesture_asked_for(client_de, cip, parcours):
    _modele, url, donnees = proche_retire(parcours, cip)
    client = client_de(cip)
    client.post(url, donnees)
    type(cip.appartenance).objects.filter(pk=cip.appartenance.pk).update(role="lecture")

    annuler(client)

    assert "votre rôle a changé" in dit(client)
    assert not Proche.objects.exists()
