"""What ends, each on its day and not the day before; what is done about it takes the reminder away."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta

from beneficiaires.enums import GenreDocument, NatureSituation
from beneficiaires.models import Document
from insertion.enums import TypeStructure
from parcours.enums import StatutCandidature
from pilotage.enums import MotifRappel
from pilotage.rappels import rappels_dus
from tests.cellules import cellules
from tests.usines import (
    CandidatureFactory,
    ContratFactory,
    CritereRetenuFactory,
    DiagnosticFactory,
    EntretienAdmissionFactory,
    ParcoursFactory,
    ReferentFactory,
    RenouvellementFactory,
    SituationFactory,
    SuspensionFactory,
)

FIN = date(2027, 6, 30)
VEILLE = timedelta(days=1)


@pytest.fixture
def parcours(structure, cip):
    """Followed by `cip`, without anything due but what the test says."""
    structure.type = TypeStructure.ACI
    suivi = ParcoursFactory(date_entree=date(2026, 3, 12), dispositif__duree_max_mois=None)
    ReferentFactory(beneficiaire=suivi.beneficiaire, utilisateur=cip)
    return suivi


def dus(structure, motif, le):
    """The due dates of the reminders of that kind on the day `le`."""
    return [rappel.echeance for rappel in rappels_dus(structure, le) if rappel.motif == motif]


def apparait(structure, motif, jour):
    """Whether a reminder of that kind comes on the day `jour`, and not the day before."""
    return (jour in dus(structure, motif, jour), jour in dus(structure, motif, jour - VEILLE)) == (True, False)


def decide(jour):
    """A renewal refused on the day `jour`, the person told first."""
    return {"decision": "non_renouvele", "annonce_le": jour, "decision_le": jour}


@cellules("jours", [60, 30, 15])
def test_end_of_a_contract_is_said_60_30_and_15_days_before(structure, parcours, jours):
    contrat = ContratFactory(parcours=parcours, date_debut=date(2027, 1, 1), date_fin=FIN)
    RenouvellementFactory(contrat=contrat, **decide(date(2027, 4, 1)))

    assert apparait(structure, MotifRappel.FIN_DE_CONTRAT, FIN - timedelta(days=jours))


def test_delay_of_the_structure_is_the_first_step(structure, parcours):
    structure.alerte_contrat_jours = 90
    contrat = ContratFactory(parcours=parcours, date_debut=date(2027, 1, 1), date_fin=FIN)
    RenouvellementFactory(contrat=contrat, **decide(date(2027, 3, 1)))

    assert apparait(structure, MotifRappel.FIN_DE_CONTRAT, FIN - timedelta(days=90))


def test_contract_followed_by_another_asks_for_nothing(structure, parcours):
    ContratFactory(parcours=parcours, date_debut=date(2027, 1, 1), date_fin=FIN)
    ContratFactory(parcours=parcours, date_debut=FIN + VEILLE, date_fin=date(2027, 12, 31))

    assert dus(structure, MotifRappel.FIN_DE_CONTRAT, FIN - timedelta(days=15)) == []


@cellules("jours", [60, 30, 15])
def test_renewal_is_to_decide_60_30_and_15_days_before_the_end_until_it_is_decided(structure, parcours, jours):
    contrat = ContratFactory(parcours=parcours, date_debut=date(2027, 1, 1), date_fin=FIN)
    jour = FIN - timedelta(days=jours)

    assert apparait(structure, MotifRappel.RENOUVELLEMENT_A_DECIDER, jour)
    assert dus(structure, MotifRappel.FIN_DE_CONTRAT, jour) == []

    RenouvellementFactory(contrat=contrat, **decide(jour))
    assert dus(structure, MotifRappel.RENOUVELLEMENT_A_DECIDER, jour) == []


@cellules("mois", [6, 3, 1])
def test_end_of_the_pass_is_said_6_3_and_1_months_before(structure, parcours, mois):
    type(parcours).objects.filter(pk=parcours.pk).update(
        pass_numero="999990000001", pass_debut=date(2025, 7, 1), pass_fin=FIN
    )

    assert apparait(structure, MotifRappel.FIN_DU_PASS, FIN - relativedelta(months=mois))


@cellules("mois", [6, 3, 1])
def test_time_that_the_dispositif_allows_is_said_6_3_and_1_months_before(structure, parcours, mois):
    type(parcours.dispositif).objects.filter(pk=parcours.dispositif_id).update(duree_max_mois=24)
    fin = parcours.date_entree + relativedelta(months=24)

    assert apparait(structure, MotifRappel.FIN_DU_PARCOURS, fin - relativedelta(months=mois))


def test_suspension_that_ends_is_said_15_days_before(structure, parcours):
    type(parcours).objects.filter(pk=parcours.pk).update(
        pass_numero="999990000001", pass_debut=date(2026, 3, 12), pass_fin=date(2028, 3, 10)
    )
    parcours.refresh_from_db()
    SuspensionFactory(parcours=parcours, date_debut=date(2026, 11, 1), date_fin=date(2027, 1, 31))

    assert apparait(structure, MotifRappel.FIN_DE_SUSPENSION, date(2027, 1, 16))


def test_right_that_ends_is_said_30_days_before_without_naming_it(structure, parcours):
    titre = SituationFactory(
        beneficiaire=parcours.beneficiaire, nature=NatureSituation.TITRE_SEJOUR, debut=date(2026, 1, 1), fin=FIN
    )
    jour = FIN - timedelta(days=30)

    assert apparait(structure, MotifRappel.DROIT_EXPIRE, jour)
    assert "séjour" not in next(r.texte for r in rappels_dus(structure, jour) if r.objet_id == titre.pk)

    SituationFactory(beneficiaire=parcours.beneficiaire, nature=NatureSituation.TITRE_SEJOUR, debut=FIN + VEILLE)
    assert dus(structure, MotifRappel.DROIT_EXPIRE, jour) == []


def test_paper_that_expires_is_said_30_days_before_until_the_new_one_comes(structure, parcours):
    papier = {"beneficiaire": parcours.beneficiaire, "genre": GenreDocument.IDENTITE, "nom": "carte.pdf", "taille": 1}
    Document.objects.create(**papier, expire_le=FIN)
    jour = FIN - timedelta(days=30)

    assert apparait(structure, MotifRappel.DOCUMENT_EXPIRE, jour)

    Document.objects.create(**papier, expire_le=FIN + timedelta(days=3650))
    assert dus(structure, MotifRappel.DOCUMENT_EXPIRE, jour) == []


@pytest.mark.usefixtures("referentiels")
def test_proof_of_an_application_is_said_30_days_before_it_is_too_old(structure, cip):
    """metier.md §4.5: a proof of RSA is less than three months old."""
    candidature = CandidatureFactory(statut=StatutCandidature.A_L_ETUDE)
    EntretienAdmissionFactory(candidature=candidature, auteur=cip)
    CritereRetenuFactory(candidature=candidature, critere_id="RSA", preuve_le=date(2026, 11, 10))
    jour = date(2027, 2, 9) - timedelta(days=30)

    assert apparait(structure, MotifRappel.JUSTIFICATIF_EXPIRE, jour)

    candidature.statut = StatutCandidature.DECLINEE
    candidature.save()
    assert dus(structure, MotifRappel.JUSTIFICATIF_EXPIRE, jour) == []


def test_first_diagnostic_is_late_the_day_after_its_30_days(structure, parcours):
    limite = date(2026, 4, 11)

    assert dus(structure, MotifRappel.DIAGNOSTIC_INITIAL, limite) == []
    assert dus(structure, MotifRappel.DIAGNOSTIC_INITIAL, limite + VEILLE) == [limite]

    DiagnosticFactory(parcours=parcours, date=date(2026, 4, 12))
    assert dus(structure, MotifRappel.DIAGNOSTIC_INITIAL, limite + VEILLE) == []


def test_diagnostic_is_done_again_after_six_months(structure, parcours):
    DiagnosticFactory(parcours=parcours, date=date(2026, 4, 1))

    assert dus(structure, MotifRappel.DIAGNOSTIC_ANCIEN, date(2026, 10, 1)) == []
    assert dus(structure, MotifRappel.DIAGNOSTIC_ANCIEN, date(2026, 10, 2)) == [date(2026, 10, 1)]
