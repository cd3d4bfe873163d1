"""The doorbells: each structure in its own context, one broken mail server never rung for twice in a row."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail

from insertion.isolation.contexte import HorsContexte, contexte
from pilotage import tasks
from pilotage.enums import EtatEnvoi
from pilotage.models import CourrielRappels, Rappel
from tests.conftest import membre
from tests.usines import DiagnosticFactory, EntretienFactory, ParcoursFactory, ReferentFactory

PARIS = ZoneInfo("Europe/Paris")


@pytest.fixture(autouse=True)
def mardi_matin():
    """It is 8 h on Tuesday 24 November 2026."""
    with time_machine.travel(datetime(2026, 11, 24, 8, 0, tzinfo=PARIS), tick=False):
        yield


def un_retard(utilisateur):
    parcours = ParcoursFactory(date_entree=date(2026, 1, 5))
    ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=utilisateur)
    EntretienFactory(parcours=parcours, date=datetime(2026, 9, 1, 9, tzinfo=PARIS))
    DiagnosticFactory(parcours=parcours, date=date(2026, 11, 2))


def test_the_bells_ring_for_every_structure_and_mix_nothing(structure, cip, autre_structure, etranger):
    un_retard(cip)
    with contexte(autre_structure.pk):
        un_retard(etranger)

    tasks.recalculer_tous_les_rappels.delay()
    tasks.envoyer_les_courriels.delay()
    tasks.envoyer_les_courriels.delay()

    assert sorted(m.to for m in mail.outbox) == sorted([[cip.email], [etranger.email]])
    assert [r.utilisateur_id for r in Rappel.objects.all()] == [cip.pk]


def test_without_a_structure_nothing_is_computed(structure):
    with pytest.raises(HorsContexte, match="sans structure"):
        tasks.recalculer_les_rappels(structure_id=structure.pk)


def test_a_mail_server_in_trouble_is_left_alone_until_the_next_ring(structure, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    for rang in range(3):
        un_retard(membre(structure, "charge_insertion", nom=f"Dubois {rang}"))
    tasks.recalculer_tous_les_rappels.delay()

    tasks.envoyer_les_courriels.delay()

    essais = CourrielRappels.objects.order_by("pk").values_list("etat", "essais")
    assert list(essais) == [(EtatEnvoi.A_ENVOYER, 1), (EtatEnvoi.A_ENVOYER, 0), (EtatEnvoi.A_ENVOYER, 0)]
