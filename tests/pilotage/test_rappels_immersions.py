"""The host of an immersion is called at mid-term, and its bilan is done: the référent is reminded until it is."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from insertion.enums import Role
from parcours.models import Immersion
from pilotage.enums import MotifRappel
from pilotage.models import Rappel
from pilotage.rappels import rappels_dus, recalculer
from tests.cellules import cellules
from tests.conftest import membre
from tests.usines import (
    BilanImmersionFactory,
    DiagnosticFactory,
    EntretienFactory,
    ImmersionFactory,
    ParcoursFactory,
    ReferentFactory,
)
from tests.usines.parcours import PARIS

#: An immersion from the 9th to the 20th of November is half over on Saturday 14th.
MILIEU, LENDEMAIN = date(2026, 11, 14), date(2026, 11, 21)


@pytest.fixture
def immersion(structure, cip):
    """Two weeks in a firm; the person is followed by `cip`, seen on the first day, and nothing else is due."""
    parcours = ParcoursFactory(dispositif__duree_max_mois=None)
    DiagnosticFactory(parcours=parcours, date=date(2026, 11, 2))
    ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=cip)
    EntretienFactory(parcours=parcours, date=datetime(2026, 11, 9, 9, tzinfo=PARIS))
    return ImmersionFactory(parcours=parcours, entreprise__raison_sociale="Les Lucioles")


def dus(structure, le):
    return [(r.motif, r.objet_id, r.echeance) for r in rappels_dus(structure, le)]


@cellules(
    ("le", "attendu"),
    [
        pytest.param(MILIEU - timedelta(days=1), None, id="avant-le-milieu"),
        pytest.param(MILIEU, (MotifRappel.IMMERSION_A_APPELER, MILIEU), id="au-milieu"),
        pytest.param(date(2026, 11, 20), (MotifRappel.IMMERSION_A_APPELER, MILIEU), id="dernier-jour"),
        pytest.param(LENDEMAIN, (MotifRappel.BILAN_IMMERSION, LENDEMAIN), id="finie"),
        pytest.param(LENDEMAIN + timedelta(days=91), None, id="trois-mois-apres"),
    ],
)
def test_call_is_due_at_the_middle_and_bilan_after_the_end(structure, immersion, le, attendu):
    EntretienFactory(parcours=immersion.parcours, date=datetime.combine(le, datetime.min.time(), PARIS))

    attendus = [(attendu[0], immersion.pk, attendu[1])] if attendu else []

    assert dus(structure, le) == attendus


def test_call_made_asks_no_more_and_leads_to_where_it_is_noted(structure, immersion):
    (rappel,) = rappels_dus(structure, MILIEU)

    immersion.noter_appel(MILIEU)

    assert rappel.url == reverse("parcours:immersion_detail", args=[immersion.pk])
    assert "Lucioles" not in rappel.texte
    assert str(immersion.parcours.beneficiaire) not in rappel.texte
    assert dus(structure, MILIEU) == []


def test_bilan_leads_to_its_form_and_withdraws_its_reminder(structure, cip, immersion):
    recalculer(structure.pk, LENDEMAIN)
    rappel = Rappel.objects.actifs().get()

    BilanImmersionFactory(immersion=immersion)
    recalculer(structure.pk, LENDEMAIN)

    assert (rappel.utilisateur, rappel.url) == (cip, reverse("parcours:bilan_immersion", args=[immersion.pk]))
    assert rappel.beneficiaire == immersion.parcours.beneficiaire
    assert not Rappel.objects.actifs().exists()


def test_interrupted_immersion_asks_for_its_bilan_the_day_after_and_for_no_call(structure, immersion):
    Immersion.objects.update(interrompue_le=MILIEU, motif_interruption="Garde d’enfants")

    assert dus(structure, MILIEU) == []
    attendu = (MotifRappel.BILAN_IMMERSION, immersion.pk, MILIEU + timedelta(days=1))
    assert dus(structure, MILIEU + timedelta(days=1)) == [attendu]


def test_immersion_given_up_before_it_began_asks_for_nothing(structure, immersion):
    Immersion.objects.update(interrompue_le=date(2026, 11, 6), motif_interruption="L’entreprise a renoncé")

    assert dus(structure, MILIEU) == dus(structure, LENDEMAIN) == []


def test_computing_costs_the_same_with_one_and_with_three_immersions(structure, cip, immersion, requetes):
    with requetes() as une:
        rappels_dus(structure, MILIEU)
    for _ in range(2):
        autre = ImmersionFactory()
        ReferentFactory(beneficiaire=autre.parcours.beneficiaire, utilisateur=cip)

    with requetes() as trois:
        rappels_dus(structure, MILIEU)

    assert len(trois) == len(une)


@cellules(
    ("le", "phrase"),
    [(MILIEU, "Appeler l’entreprise\u00a0: "), (LENDEMAIN, "Faire le bilan\u00a0: ")],
    ids=["appel", "bilan"],
)
def test_it_shows_in_the_day_of_the_referent_and_in_their_reminders(
    structure, cip, collegue, client_de, immersion, le, phrase
):
    personne = immersion.parcours.beneficiaire
    recalculer(structure.pk, le)
    with time_machine.travel(datetime.combine(le, datetime.min.time(), PARIS).replace(hour=9), tick=False):
        journee = client_de(cip).get(reverse("pilotage:accueil")).content.decode()
        ailleurs = client_de(collegue).get(reverse("pilotage:accueil")).content.decode()
        rappels = client_de(cip).get(reverse("pilotage:rappel_list")).content.decode()

    assert f"{phrase}{personne}" in journee
    assert phrase not in ailleurs
    assert str(personne) in rappels


def test_who_may_not_place_sees_no_immersion_in_their_day(structure, client_de, immersion):
    encadrant = membre(structure, Role.ENCADRANT)
    ReferentFactory(beneficiaire=immersion.parcours.beneficiaire, utilisateur=encadrant)

    with time_machine.travel(datetime(2026, 11, 14, 9, tzinfo=PARIS), tick=False):
        html = client_de(encadrant).get(reverse("pilotage:accueil")).content.decode()

    assert "Appeler l’entreprise" not in html
