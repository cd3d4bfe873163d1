"""Every line of metier.md §4.4 about contracts, its boundary days included; the database holds the same."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from parcours.enums import TypeContrat, UniteHeures
from parcours.models import Avenant, Contrat
from parcours.models.contrats import convertir, dernier_jour
from tests.cellules import cellules
from tests.usines import BeneficiaireFactory, ContratFactory, DispositifFactory, ParcoursAvecPassFactory


@pytest.fixture
def parcours(structure):
    return ParcoursAvecPassFactory()


def refus(contrat):
    """The sentences by field; empty when the contract is fine."""
    try:
        contrat.clean()
    except ValidationError as erreur:
        return erreur.message_dict
    return {}


def contrat(parcours, debut=date(2026, 3, 12), fin=date(2026, 9, 11), **champs):
    return Contrat(parcours=parcours, date_debut=debut, date_fin=fin, **{"type": TypeContrat.CDDI} | champs)


def refuse_par_la_base(contrat):
    with transaction.atomic(), pytest.raises(IntegrityError) as erreur:
        contrat.save()
    return erreur.value.__cause__.diag.constraint_name


DUREES = [
    pytest.param(date(2026, 1, 1), date(2026, 4, 30), True, id="§4.4 CDDI 4 mois, dernier jour"),
    pytest.param(date(2026, 1, 1), date(2026, 4, 29), False, id="§4.4 CDDI un jour de moins que 4 mois"),
    pytest.param(date(2026, 1, 1), date(2027, 12, 31), True, id="§4.4 CDDI 24 mois, dernier jour"),
    pytest.param(date(2026, 1, 1), date(2028, 1, 1), False, id="§4.4 CDDI un jour de plus que 24 mois"),
    pytest.param(date(2027, 10, 31), date(2028, 2, 28), True, id="§4.4 CDDI 4 mois jusqu’au 29 février, la veille"),
    pytest.param(date(2027, 10, 31), date(2028, 2, 27), False, id="§4.4 CDDI 4 mois trop court avant le 29 février"),
    pytest.param(date(2028, 2, 29), date(2030, 2, 27), True, id="§4.4 CDDI 24 mois depuis un 29 février"),
    pytest.param(date(2028, 2, 29), date(2030, 2, 28), False, id="§4.4 CDDI plus de 24 mois depuis un 29 février"),
]


@cellules(("debut", "fin", "permis"), DUREES)
def test_cddi_lasts_4_to_24_months(parcours, debut, fin, permis):
    essai = contrat(parcours, debut, fin)

    assert ("date_fin" in refus(essai)) is not permis
    if permis:
        essai.save()
    else:
        assert refuse_par_la_base(essai) == "contrat_cddi_4_a_24_mois"


@cellules(
    ("fin", "permis"),
    [
        pytest.param(date(2030, 12, 31), True, id="§4.4 dérogation 60 mois, dernier jour"),
        pytest.param(date(2031, 1, 1), False, id="§4.4 dérogation, un jour de plus que 60 mois"),
    ],
)
def test_derogation_goes_up_to_60_months(parcours, fin, permis):
    essai = contrat(parcours, date(2026, 1, 1), fin, derogation="age_ou_rqth")

    assert (refus(essai) == {}) is permis
    if not permis:
        assert refuse_par_la_base(essai) == "contrat_cddi_60_mois_au_plus"


@cellules(
    ("fin", "permis"),
    [
        pytest.param(date(2028, 1, 11), True, id="§4.4 24 mois renouvellements compris, dernier jour"),
        pytest.param(date(2028, 1, 12), False, id="§4.4 24 mois renouvellements compris, le lendemain"),
    ],
)
def test_cddi_of_one_parcours_last_24_months_together(parcours, fin, permis):
    premier = ContratFactory(parcours=parcours, date_debut=date(2026, 1, 12), date_fin=date(2027, 1, 11))

    phrases = refus(contrat(parcours, date(2027, 1, 12), fin, renouvelle=premier))

    assert (phrases == {}) is permis
    if not permis:
        assert "il reste 365 jours, jusqu’au 11 janvier 2028" in phrases["date_fin"][0]


SANS_LIMITE = [t for t in TypeContrat if t not in (TypeContrat.CDDI, "cdi", "cdi_inclusion", "creation")]


@cellules("genre", SANS_LIMITE, ids=lambda t: f"§4.4 {t.name}")
def test_other_contracts_have_an_end_and_no_shortest_stay(parcours, genre):
    assert refus(contrat(parcours, date(2026, 1, 1), date(2026, 1, 31), type=genre)) == {}
    assert "date_fin" in refus(contrat(parcours, fin=None, type=genre))


@cellules("genre", ["cdi", "cdi_inclusion", "creation"], ids=lambda t: f"§4.4 {t} sans terme")
def test_contract_without_term_has_no_end(parcours, genre):
    parcours.beneficiaire.date_naissance = date(1960, 1, 1)
    sans, avec = contrat(parcours, fin=None, type=genre), contrat(parcours, type=genre)

    assert refus(sans) == {}
    assert "date_fin" in refus(avec)
    assert refuse_par_la_base(avec) == "contrat_terme_selon_type"


@cellules(
    ("naissance", "debut", "permis"),
    [
        pytest.param(date(1969, 3, 12), date(2026, 3, 12), True, id="§4.4 CDI inclusion le jour des 57 ans"),
        pytest.param(date(1969, 3, 13), date(2026, 3, 12), False, id="§4.4 CDI inclusion la veille des 57 ans"),
        pytest.param(date(1968, 2, 29), date(2025, 2, 28), True, id="§4.4 CDI inclusion, né un 29 février"),
        pytest.param(None, date(2026, 3, 12), True, id="§4.4 CDI inclusion, âge inconnu"),
    ],
)
def test_cdi_inclusion_from_57(structure, naissance, debut, permis):
    parcours = ParcoursAvecPassFactory(beneficiaire=BeneficiaireFactory(date_naissance=naissance))

    assert (refus(contrat(parcours, debut, None, type="cdi_inclusion")) == {}) is permis


def test_end_before_start_is_refused_by_model_and_database(parcours):
    essai = contrat(parcours, date(2026, 5, 1), date(2026, 4, 30), type="usage")

    assert refus(essai)["date_fin"] == ["Le contrat commence le 1er mai 2026 : il ne peut pas finir avant."]
    assert refuse_par_la_base(essai) == "contrat_fin_apres_debut"


@cellules(
    ("debut", "permis"),
    [
        pytest.param(date(2026, 9, 12), True, id="§4.4 le lendemain du précédent"),
        pytest.param(date(2026, 9, 11), False, id="§4.4 le dernier jour du précédent"),
    ],
)
def test_contracts_of_one_parcours_never_overlap(parcours, debut, permis):
    ContratFactory(parcours=parcours)
    essai = contrat(parcours, debut, date(2027, 3, 11))

    assert ("date_debut" in refus(essai)) is not permis
    if not permis:
        assert refuse_par_la_base(essai) == "contrat_sans_chevauchement"


def test_contract_ended_early_leaves_its_days_to_the_next(parcours):
    ContratFactory(parcours=parcours, fin_anticipee_le=date(2026, 6, 30))

    assert refus(contrat(parcours, date(2026, 7, 1), date(2026, 12, 31))) == {}


HEURES = [
    pytest.param("mois", 72, True, id="§1 ligne 80 : 72 h par mois, le plafond"),
    pytest.param("mois", "72.01", False, id="§1 ligne 80 : au-dessus de 72 h par mois"),
    pytest.param("mois", 1, True, id="§1 ligne 80 : 1 h par mois, le plancher"),
    pytest.param("mois", "0.99", False, id="§1 ligne 80 : sous 1 h par mois"),
    pytest.param("semaine", "16.62", True, id="§1 ligne 80 : 72 h par mois comptées par semaine"),
    pytest.param("semaine", "16.63", False, id="§1 ligne 80 : au-dessus, comptées par semaine"),
    pytest.param("mois", None, True, id="§6 ligne 4 : heures non renseignées"),
]


@cellules(("unite", "heures", "permis"), HEURES)
def test_hours_stay_between_floor_and_ceiling(structure, unite, heures, permis):
    dispositif = DispositifFactory(heures_min=1, heures_max=72, unite_heures=UniteHeures.MOIS)
    parcours = ParcoursAvecPassFactory(dispositif=dispositif)
    heures = Decimal(heures) if heures is not None else None
    essai = contrat(parcours, type="premieres_heures", heures=heures, unite_heures=unite)

    assert ("heures" in refus(essai)) is not permis
    if not permis:
        assert refuse_par_la_base(essai).startswith("contrat_heures_sou") or heures < 1


def test_hours_above_the_ceiling_pass_with_a_derogation(structure):
    parcours = ParcoursAvecPassFactory(dispositif=DispositifFactory(heures_max=26))
    essai = contrat(parcours, heures=Decimal(30), derogation="formation")

    assert refus(essai) == {}
    essai.save()


def test_derogation_of_another_kind_says_why(parcours):
    assert "derogation_precision" in refus(contrat(parcours, derogation="autre"))


@cellules(
    ("permis", "attendu"),
    [
        pytest.param(1, False, id="§1 ligne 81 : second renouvellement quand un seul est permis"),
        pytest.param(2, True, id="§1 ligne 81 : second renouvellement quand deux sont permis"),
        pytest.param(None, True, id="§1 ligne 81 : renouvelable sans limite"),
        pytest.param(0, False, id="§1 ligne 82 : dispositif sans renouvellement"),
    ],
)
def test_renewals_are_counted(structure, permis, attendu):
    dispositif = DispositifFactory(renouvellements_max=2 if permis == 1 else permis or None)
    parcours = ParcoursAvecPassFactory(dispositif=dispositif)
    premier = ContratFactory(parcours=parcours, date_debut=date(2026, 1, 1), date_fin=date(2026, 4, 30))
    second = ContratFactory(
        parcours=parcours, renouvelle=premier, date_debut=date(2026, 5, 1), date_fin=date(2026, 8, 31)
    )
    dispositif.renouvellements_max = permis
    dispositif.save()
    essai = contrat(parcours, date(2026, 9, 1), date(2026, 12, 31), renouvelle=second)

    assert (refus(essai) == {}) is attendu
    if not attendu:
        assert refuse_par_la_base(essai) == "contrat_renouvellements_comptes"


def test_contract_is_renewed_once(parcours):
    premier = ContratFactory(parcours=parcours, date_debut=date(2026, 1, 1), date_fin=date(2026, 4, 30))
    ContratFactory(parcours=parcours, renouvelle=premier, date_debut=date(2026, 5, 1), date_fin=date(2026, 8, 31))

    assert "renouvelle" in refus(contrat(parcours, date(2026, 9, 1), date(2026, 12, 31), renouvelle=premier))


def test_avenant_keeps_what_it_replaces(parcours):
    signe = ContratFactory(parcours=parcours, heures=26)
    signe.amender(Avenant(date_effet=date(2026, 6, 1), heures=Decimal(30), date_fin=date(2026, 10, 11)))

    signe = Contrat.objects.get(pk=signe.pk)
    avenant = signe.avenants.get()
    assert (signe.heures, signe.date_fin) == (30, date(2026, 10, 11))
    assert (avenant.heures_avant, avenant.date_fin_avant) == (26, date(2026, 9, 11))
    assert avenant.date_effet == date(2026, 6, 1)


@cellules(
    ("debut", "mois", "attendu"),
    [
        (date(2026, 1, 1), 4, date(2026, 4, 30)),
        (date(2027, 8, 31), 6, date(2028, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 27)),
    ],
)
def test_last_day_of_so_many_months(debut, mois, attendu):
    assert dernier_jour(debut, mois) == attendu


def test_hours_of_a_week_and_of_a_month():
    assert convertir(Decimal(35), "semaine", "mois") == Decimal("151.67")
    assert convertir(Decimal(72), "mois", "semaine") == Decimal("16.62")
    assert convertir(None, "mois", "semaine") is None
