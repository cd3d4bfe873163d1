"""A reminder put off comes back on its day; somebody's reminders may be muted for a while."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from insertion.isolation.contexte import contexte
from pilotage.models import Rappel, Sourdine
from pilotage.rappels import recalculer
from tests.cellules import cellules
from tests.usines import BeneficiaireFactory, ParcoursFactory, ReferentFactory

LUNDI = date(2026, 11, 23)
LISTE = reverse("pilotage:rappel_list")


@pytest.fixture(autouse=True)
def a_midi():
    with time_machine.travel(datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("Europe/Paris")), tick=False):
        yield


@pytest.fixture
def rappel(structure, cip):
    """Somebody who has not been seen since the entry: one reminder, that of the entretien, and of the diagnostic."""
    parcours = ParcoursFactory(date_entree=date(2026, 9, 1), dispositif__duree_max_mois=None)
    ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=cip)
    recalculer(structure.pk, LUNDI)
    return Rappel.objects.filter(motif="entretien_en_retard").get()


def reporter(rappel):
    return reverse("pilotage:rappel_report", args=[rappel.pk])


def pause(beneficiaire):
    return reverse("pilotage:sourdine_create", args=[beneficiaire.pk])


def test_reminder_put_off_is_out_of_the_way_until_its_day(structure, cip, client_de, rappel):
    client = client_de(cip)
    client.post(reporter(rappel), {"reporte_au": "2026-12-01", "report_motif": "En congé jusqu’au 30."})

    recalculer(structure.pk, date(2026, 11, 30))
    la_veille = rappel in Rappel.objects.actifs()
    page = client.get(LISTE).content.decode()
    recalculer(structure.pk, date(2026, 12, 1))

    assert "Reporté au 1er décembre 2026" in page.replace("\N{NO-BREAK SPACE}", " ")
    assert "En congé jusqu’au 30." in page
    assert (la_veille, rappel in Rappel.objects.actifs().non_lus()) == (False, True)


def test_postponement_is_undone_in_one_click(cip, client_de, rappel):
    client = client_de(cip)
    client.post(reporter(rappel), {"reporte_au": "2026-12-01", "report_motif": "Plus tard"})

    client.post(reverse("pilotage:rappel_reprise", args=[rappel.pk]))

    assert rappel in Rappel.objects.actifs()


@cellules(
    ("champs", "message"),
    [
        ({"reporte_au": "2026-11-23"}, "Choisissez un jour à venir."),
        ({"reporte_au": ""}, "obligatoire"),
        ({"report_motif": ""}, "obligatoire"),
    ],
)
def test_refused_postponement_says_why_and_keeps_what_was_typed(cip, client_de, rappel, champs, message):
    envoi = {"reporte_au": "2026-12-01", "report_motif": "Attend la préfecture"} | champs

    reponse = client_de(cip).post(reporter(rappel), envoi)

    assert reponse.status_code == 422
    assert message in reponse.content.decode()
    assert envoi["report_motif"] in reponse.content.decode()
    assert rappel in Rappel.objects.actifs()


def test_nobody_puts_off_the_reminder_of_a_colleague(collegue, etranger, client_de, rappel):
    for autre in (collegue, etranger):
        assert client_de(autre).get(reporter(rappel)).status_code == 404


def test_muted_person_asks_for_nothing_and_comes_back_after(structure, cip, client_de, rappel):
    client = client_de(cip)
    client.post(pause(rappel.beneficiaire), {"motif": "hospitalisation", "debut": "2026-11-23", "fin": "2026-12-31"})
    pendant = Rappel.objects.actifs().count()

    recalculer(structure.pk, date(2027, 1, 1))

    assert pendant == 0
    assert rappel in Rappel.objects.actifs()


def test_pause_is_shown_to_the_referent_and_ends_in_one_click(cip, client_de, rappel):
    client = client_de(cip)
    client.post(pause(rappel.beneficiaire), {"motif": "conge", "debut": "2026-11-20"})
    page = client.get(LISTE).content.decode()

    client.post(reverse("pilotage:sourdine_fin", args=[Sourdine.objects.get().pk]))

    assert "Rappels en pause" in page
    assert Sourdine.objects.get().fin == LUNDI - timedelta(days=1)
    assert rappel in Rappel.objects.actifs()


def test_two_pauses_of_one_person_do_not_overlap(cip, client_de, rappel):
    client = client_de(cip)
    client.post(pause(rappel.beneficiaire), {"motif": "conge", "debut": "2026-11-20"})

    reponse = client.post(pause(rappel.beneficiaire), {"motif": "autre", "debut": "2026-12-01"})

    assert reponse.status_code == 422
    assert "déjà en pause" in reponse.content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        Sourdine.objects.create(beneficiaire=rappel.beneficiaire, motif="autre", debut=date(2026, 12, 1), auteur=cip)


@cellules(("qui", "attendu"), [("etranger", 404), ("encadrant", 403), ("lecteur", 403)])
def test_reminders_are_muted_by_those_who_follow_only(request, client_de, rappel, qui, attendu):
    assert client_de(request.getfixturevalue(qui)).get(pause(rappel.beneficiaire)).status_code == attendu


def test_why_somebody_is_muted_is_hidden_by_the_database(structure, cip, encadrant):
    Sourdine.objects.create(beneficiaire=BeneficiaireFactory(), motif="incarceration", debut=LUNDI, auteur=cip)

    with contexte(structure.pk, utilisateur_id=encadrant.pk, role="encadrant"):
        assert not Sourdine.objects.exists()
