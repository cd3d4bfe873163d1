"""What funders wait for: the report of an agreement, and the situation at the exit that the FSE+ counts."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from insertion.enums import EtatTravail
from parcours.enums import MomentFse, Reponse, StatutFse
from pilotage.enums import GenreFinanceur, MotifRappel
from pilotage.models import BilanProduit, Rappel
from pilotage.rappels import rappels_dus, recalculer
from tests.cellules import cellules
from tests.usines import ParcoursFactory, QuestionnaireFseFactory, ReferentFactory
from tests.usines.bilans import BilanFactory
from tests.usines.conventions import ConventionFactory

PARIS = ZoneInfo("Europe/Paris")
SORTIE = date(2026, 9, 30)
REMISE = date(2027, 3, 31)


def dus(structure, motif, le):
    return [rappel for rappel in rappels_dus(structure, le) if rappel.motif == motif]


# --- FSE+ -----------------------------------------------------------------------------------------------


@pytest.fixture
def sorti(structure, cip):
    """Left on 30 September, followed by `cip`."""
    parcours = ParcoursFactory(date_sortie=SORTIE)
    ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=cip)
    return parcours


@cellules(
    ("jours", "echeance"),
    [(-1, None), (0, SORTIE), (20, SORTIE), (21, date(2026, 10, 21)), (28, date(2026, 10, 21)), (29, None)],
)
def test_situation_is_asked_for_from_the_exit_until_its_28_days_are_over(structure, sorti, jours, echeance):
    ConventionFactory(financeur__genre=GenreFinanceur.FSE)

    rappels = dus(structure, MotifRappel.QUESTIONNAIRE_FSE, SORTIE + timedelta(days=jours))

    assert [r.echeance for r in rappels] == ([echeance] if echeance else [])
    for rappel in rappels:
        assert rappel.texte.endswith("situation FSE+ à noter d’ici au 28 octobre 2026.")
        assert rappel.url == reverse("parcours:questionnaire_fse_update", args=[sorti.pk, MomentFse.SORTIE])


@cellules(
    ("convention", "attendu"),
    [
        pytest.param({"cofinance_ue": True}, 1, id="cofinancée"),
        pytest.param({"financeur__genre": GenreFinanceur.DREETS}, 0, id="sans-FSE"),
        pytest.param({"cofinance_ue": True, "debut": date(2026, 10, 1)}, 0, id="commencée-après"),
        pytest.param({"cofinance_ue": True, "fin": date(2026, 9, 29)}, 0, id="finie-avant"),
    ],
)
def test_only_a_participant_of_the_fse_on_the_day_of_the_exit_is_asked_about(structure, sorti, convention, attendu):
    ConventionFactory(**convention)

    assert len(dus(structure, MotifRappel.QUESTIONNAIRE_FSE, SORTIE)) == attendu


def test_agreement_of_another_dispositif_asks_for_nothing(structure, sorti):
    convention = ConventionFactory(cofinance_ue=True)
    convention.couvrir([ParcoursFactory().dispositif])
    ailleurs = dus(structure, MotifRappel.QUESTIONNAIRE_FSE, SORTIE)

    convention.couvrir([sorti.dispositif])

    assert ailleurs == []
    assert len(dus(structure, MotifRappel.QUESTIONNAIRE_FSE, SORTIE)) == 1


def test_answers_begun_are_still_asked_for_until_both_are_there(structure, sorti):
    ConventionFactory(cofinance_ue=True)
    rempli = QuestionnaireFseFactory(parcours=sorti, moment=MomentFse.SORTIE, date=SORTIE, statut=StatutFse.EMPLOI)
    commence = dus(structure, MotifRappel.QUESTIONNAIRE_FSE, SORTIE)

    rempli.qualification = Reponse.NON
    rempli.save()

    assert len(commence) == 1
    assert dus(structure, MotifRappel.QUESTIONNAIRE_FSE, SORTIE) == []


# --- The report -----------------------------------------------------------------------------------------


@cellules(
    ("jours", "echeance"),
    [(-61, None), (-60, 60), (-31, 60), (-30, 30), (-8, 30), (-7, 7), (0, 7), (90, 7), (91, None)],
)
def test_report_is_asked_for_60_30_and_7_days_before_then_for_90_days(structure, chef, jours, echeance):
    ConventionFactory(bilan_le=REMISE)

    rappels = dus(structure, MotifRappel.BILAN_A_REMETTRE, REMISE + timedelta(days=jours))

    assert [r.echeance for r in rappels] == ([REMISE - timedelta(days=echeance)] if echeance else [])


@cellules(
    ("role", "attendu"),
    [("chef", 1), ("administratif", 1), ("cip", 0), ("encadrant", 0), ("lecteur", 0), ("benevole", 0)],
)
def test_report_is_for_those_who_write_reports(request, structure, client_de, role, attendu):
    """Its reminder leads to the agreement, and is named after it."""
    utilisateur = request.getfixturevalue(role)
    convention = ConventionFactory(bilan_le=REMISE, intitule="Annexe financière 2026", financeur__nom="DREETS")
    recalculer(structure.pk, REMISE)

    page = client_de(utilisateur).get(reverse("pilotage:rappel_list")).content.decode()

    assert Rappel.objects.pour(utilisateur).count() == attendu
    assert ("Annexe financière 2026 (DREETS)" in page, convention.get_absolute_url() in page) == (bool(attendu),) * 2


def test_report_of_the_deadline_before_does_not_count(structure, chef):
    convention = ConventionFactory(bilan_le=REMISE)
    _produit(convention, chef, le=REMISE - timedelta(days=365))
    ancien = dus(structure, MotifRappel.BILAN_A_REMETTRE, REMISE)

    _produit(convention, chef, le=REMISE - timedelta(days=90))

    assert len(ancien) == 1
    assert dus(structure, MotifRappel.BILAN_A_REMETTRE, REMISE) == []


def _produit(convention, utilisateur, le):
    instant = datetime(le.year, le.month, le.day, 9, tzinfo=PARIS)
    fichiers = {"fichier": "b.pdf", "tableur": "b.xlsx", "empreinte": "0" * 64, "empreinte_tableur": "0" * 64}
    BilanProduit.objects.create(
        bilan=BilanFactory(convention=convention),
        numero=1,
        demande_par=utilisateur,
        etat=EtatTravail.TERMINE,
        donnees_at=instant,
        termine_at=instant,
        **fichiers,
    )
