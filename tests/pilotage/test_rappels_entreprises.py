"""The call promised to a firm comes back on its day, to whoever answers for the firm, until somebody calls."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import ValidationError
from django.urls import reverse

from entreprises.models import Entreprise
from insertion.enums import Role
from pilotage import courriels
from pilotage.enums import MotifRappel
from pilotage.models import Rappel
from pilotage.rappels import rappels_dus, recalculer
from tests.conftest import membre
from tests.usines import EchangeFactory, EntrepriseFactory
from tests.usines.parcours import PARIS

LUNDI = date(2026, 11, 23)
AVANT = datetime(2026, 11, 10, 10, tzinfo=PARIS)


@pytest.fixture
def promesse(structure, cip, collegue):
    """A call that a colleague promised for Monday; the firm is in the care of `cip`."""
    entreprise = EntrepriseFactory(raison_sociale="Conserverie du Port", referent=cip)
    return EchangeFactory(entreprise=entreprise, auteur=collegue, date=AVANT, rappeler_le=LUNDI)


def test_it_is_due_on_the_day_promised_for_the_colleague_in_charge(structure, cip, promesse):
    veille = rappels_dus(structure, LUNDI - timedelta(days=1))
    (rappel,) = rappels_dus(structure, LUNDI)

    assert veille == []
    assert (rappel.utilisateur_id, rappel.motif) == (cip.pk, MotifRappel.ENTREPRISE_A_RAPPELER)
    assert (rappel.objet_id, rappel.echeance) == (promesse.pk, LUNDI)
    assert rappel.url == promesse.entreprise.get_absolute_url()
    assert "Conserverie" not in rappel.texte


def test_without_anybody_in_charge_it_is_for_who_promised(structure, collegue, promesse):
    Entreprise.objects.update(referent=None)

    assert [r.utilisateur_id for r in rappels_dus(structure, LUNDI)] == [collegue.pk]


def test_colleague_in_charge_who_no_longer_writes_leaves_it_to_who_promised(structure, collegue, promesse):
    Entreprise.objects.update(referent=membre(structure, Role.LECTURE))

    assert [r.utilisateur_id for r in rappels_dus(structure, LUNDI)] == [collegue.pk]


def test_a_later_exchange_withdraws_it(structure, cip, promesse):
    recalculer(structure.pk, LUNDI)
    EchangeFactory(entreprise=promesse.entreprise, auteur=cip, date=AVANT + timedelta(days=2))

    recalculer(structure.pk, LUNDI)

    assert Rappel.objects.get().retire_at is not None


def test_a_firm_that_ceased_is_not_called(structure, promesse):
    promesse.entreprise.fermer(LUNDI)

    assert rappels_dus(structure, LUNDI) == []


def test_computing_costs_the_same_with_one_and_with_three_firms(structure, cip, promesse, requetes):
    with requetes() as une:
        rappels_dus(structure, LUNDI)
    for _ in range(2):
        EchangeFactory(entreprise__referent=cip, date=AVANT, rappeler_le=LUNDI)

    with requetes() as trois:
        rappels_dus(structure, LUNDI)

    assert len(trois) == len(une)


def test_it_shows_in_the_day_in_the_reminders_and_in_the_e_mail(structure, cip, collegue, client_de, promesse):
    recalculer(structure.pk, LUNDI)
    with time_machine.travel(datetime(2026, 11, 23, 9, 30, tzinfo=PARIS), tick=False):
        journee = client_de(cip).get(reverse("pilotage:accueil")).content.decode()
        rappels = client_de(cip).get(reverse("pilotage:rappel_list")).content.decode()
        ailleurs = client_de(collegue).get(reverse("pilotage:accueil")).content.decode()
    matin = datetime(2026, 11, 23, 8, 0, tzinfo=PARIS)
    for pk in courriels.preparer(structure.pk, matin):
        courriels.envoyer(structure.pk, pk, matin)

    assert "Entreprises à rappeler" in journee
    assert "Conserverie du Port" in rappels
    assert "Entreprises à rappeler" not in ailleurs
    assert "Conserverie du Port : Appel promis" in mail.outbox[0].body


def test_a_reminder_is_about_a_person_a_firm_or_an_agreement_never_none(structure, cip):
    rappel = Rappel(utilisateur=cip, motif=MotifRappel.ENTREPRISE_A_RAPPELER, objet_id=1, echeance=LUNDI)

    with pytest.raises(ValidationError, match="Un rappel concerne une personne, une entreprise, ou une convention."):
        rappel.validate_constraints()
