"""The rules of metier.md §4.3 and §5 at their boundaries, one test each, named after the rule."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from parcours.models import MotifSortie
from parcours.sorties import jours_deja_faits
from pilotage.indicateurs import Perimetre, calculer
from tests.cellules import cellules
from tests.usines import (
    AideFactory,
    ContratFactory,
    DiagnosticFactory,
    DispositifFactory,
    EmbaucheFactory,
    EtapeAideFactory,
    EvaluationFactory,
    HeuresMoisFactory,
    ImmersionFactory,
    MiseEnRelationFactory,
    MotifSortieFactory,
    OrientationFactory,
    ParcoursFactory,
    ParticipationFactory,
    SeanceFactory,
    SituationFactory,
    SortieFactory,
)
from tests.usines.parcours import PARIS

ANNEE = (date(2025, 1, 1), date(2025, 12, 31))


@pytest.fixture
def chiffre(structure):
    """`chiffre("etp", "heures")`: the figure of the line over 2025, or over the days and dispositifs given."""

    def lire(code, ligne="total", periode=ANNEE, dispositifs=()):
        return calculer(Perimetre(structure, *periode, frozenset(dispositifs)), [code])[code].ligne(ligne).chiffre

    return lire


def raisons(chiffre):
    return {exclusion.raison: exclusion.ids for exclusion in chiffre.exclus}


@cellules(("type_contrat", "fin"), [("cdi_inclusion", None), ("cddi", date(2026, 5, 31))])
def test_a_contract_never_outlives_its_parcours(chiffre, type_contrat, fin):
    parcours = ParcoursFactory(date_entree=date(2024, 9, 1), date_sortie=date(2025, 6, 30))
    ContratFactory(parcours=parcours, type=type_contrat, date_debut=date(2024, 9, 1), date_fin=fin)
    assert (chiffre("accueillis").valeur, chiffre("presents").valeur) == (1, 0)


def test_entries_count_who_has_no_contract_and_their_definition_says_so(chiffre, structure):
    ParcoursFactory(date_entree=date(2025, 3, 1))
    dit = calculer(Perimetre(structure, *ANNEE), ["entrees"])["entrees"].definition.definition

    assert (chiffre("accueillis").valeur, chiffre("entrees").valeur) == (0, 1)
    assert "sans contrat noté" in dit


def test_a_contract_without_end_goes_on(chiffre):
    parcours = ParcoursFactory(date_entree=date(2024, 9, 1))
    ContratFactory(parcours=parcours, type="cdi_inclusion", date_debut=date(2024, 9, 1), date_fin=None)
    assert chiffre("presents").derriere == {parcours.beneficiaire_id}


def test_who_goes_on_in_another_dispositif_has_not_left(chiffre):
    fini = ParcoursFactory(date_entree=date(2025, 1, 1), date_sortie=date(2025, 6, 30))
    ParcoursFactory(beneficiaire=fini.beneficiaire, date_entree=date(2025, 7, 1))
    examinees = chiffre("sorties_examinees")
    assert (examinees.valeur, raisons(examinees)) == (
        0,
        {"sans motif noté, encore en parcours dans la structure": {fini.pk}},
    )


def test_who_comes_back_later_had_left(chiffre):
    fini = ParcoursFactory(date_entree=date(2025, 1, 1), date_sortie=date(2025, 6, 30))
    ParcoursFactory(beneficiaire=fini.beneficiaire, date_entree=date(2025, 9, 1))
    assert chiffre("sorties_examinees").derriere == {fini.pk}


ENTREE = date(2025, 6, 1)


@cellules(
    ("autres", "jours"),
    [
        ([], 0),
        ([(date(2025, 5, 30), date(2025, 5, 31))], 2),
        ([(date(2025, 5, 30), date(2025, 6, 30))], 2),  # the days after the entry are already counted
        ([(date(2025, 5, 30), None)], 2),
        ([(date(2025, 5, 1), date(2025, 5, 10)), (date(2025, 5, 6), date(2025, 5, 15))], 15),  # two dispositifs
        ([(date(2025, 5, 1), date(2025, 5, 10)), (date(2025, 5, 2), date(2025, 5, 3))], 10),
        ([(date(2025, 6, 1), None)], 0),
        ([(date(2025, 9, 1), date(2025, 9, 30))], 0),
    ],
)
def test_a_day_in_two_dispositifs_is_one_day_of_presence(autres, jours):
    assert jours_deja_faits(ENTREE, autres) == jours


def test_hours_of_who_left_before_the_period_belong_to_their_month(chiffre):
    parti = ParcoursFactory(date_entree=date(2024, 1, 1), date_sortie=date(2025, 1, 10))
    HeuresMoisFactory(parcours=parti, mois=date(2025, 1, 1), heures=Decimal("30"))
    periode = (date(2025, 1, 15), date(2025, 2, 14))
    assert chiffre("etp", "heures", periode).valeur == 30
    assert chiffre("etp", "realises", periode).denominateur == Decimal("303.3")  # two whole months of 1 820 / 12


def test_a_month_under_contract_without_hours_is_named(chiffre):
    parcours = ParcoursFactory(date_entree=date(2025, 1, 1), date_sortie=date(2025, 5, 10))
    ContratFactory(parcours=parcours, date_debut=date(2025, 1, 1), date_fin=date(2025, 5, 10))
    for mois in (1, 2, 3, 4):
        HeuresMoisFactory(parcours=parcours, mois=date(2025, mois, 1))
    assert raisons(chiffre("etp", "heures")) == {"un mois au moins sous contrat, sans heures notées": {parcours.pk}}
    HeuresMoisFactory(parcours=parcours, mois=date(2025, 5, 1), heures=0)
    assert chiffre("etp", "heures").exclus == ()


def test_a_job_that_begins_after_the_exit_is_a_hire(chiffre):
    parti = ParcoursFactory(date_entree=date(2024, 1, 1), date_sortie=date(2024, 12, 31))
    autre = DispositifFactory()
    mise = MiseEnRelationFactory(parcours=parti, proposee_le=date(2024, 11, 15))
    EmbaucheFactory(mise_en_relation=mise, debut=date(2025, 1, 6))
    assert chiffre("entreprises", "embauches").derriere == {mise.pk}
    assert chiffre("entreprises", "embauches", dispositifs=[autre.pk]).valeur == 0


def test_an_immersion_stopped_before_the_period_is_over(chiffre):
    parcours = ParcoursFactory(date_entree=date(2024, 9, 1))
    ImmersionFactory(
        parcours=parcours,
        debut=date(2024, 12, 20),
        fin=date(2025, 1, 10),
        interrompue_le=date(2024, 12, 24),
        motif_interruption="Horaires",
    )
    assert (chiffre("immersions", "nombre").valeur, chiffre("immersions", "jours").valeur) == (0, 0)


def test_an_aid_granted_then_cancelled_is_not_granted(chiffre):
    aide = AideFactory(parcours=ParcoursFactory(date_entree=date(2025, 1, 1)), date=date(2025, 3, 1))
    EtapeAideFactory(aide=aide, accordee=True, date=date(2025, 3, 5))
    assert chiffre("aides", "accordees").derriere == {aide.pk}
    EtapeAideFactory(aide=aide, etat="annulee", date=date(2025, 3, 20))
    accordees = chiffre("aides", "accordees")
    assert (accordees.valeur, chiffre("aides", "montant_accorde").valeur) == (None, 0)
    assert raisons(accordees) == {"annulée par la personne ou sans suite": {aide.pk}}


def test_a_motive_that_is_a_job_is_never_hors_emploi(structure):
    MotifSortieFactory(code="PLIE-EMPLOI", liste="plie", categorie="positive", cvg="emploi")
    for code, categorie in (("PLIE-EMPLOI", "positive"), ("5", "positive"), ("7", "autre"), ("17", "retrait")):
        clos = ParcoursFactory(date_entree=date(2024, 9, 1), date_sortie=date(2025, 6, 30))
        SortieFactory(parcours=clos, motif_code=code, categorie=categorie)
    resultat = calculer(Perimetre(structure, *ANNEE), ["sorties_hors_emploi"])["sorties_hors_emploi"]
    assert [ligne.code for ligne in resultat.lignes] == ["5", "7"]
    assert {e.raison: e.nombre for e in resultat.chiffre.exclus} == {"motif de retrait": 1}


def test_an_exit_keeps_the_category_of_its_day(structure, referentiels, cip):
    parcours = ParcoursFactory(date_entree=date(2024, 9, 1))
    parcours.sortir(motif=MotifSortie.objects.get(code="13"), le=date(2025, 6, 30), par=cip)
    MotifSortie.objects.filter(code="13").update(categorie="autre")
    durable = calculer(Perimetre(structure, *ANNEE), ["taux_durable"])["taux_durable"].chiffre
    assert durable.valeur == 100


def test_a_seat_whose_presence_nobody_noted_is_neither_there_nor_absent(chiffre):
    seance = SeanceFactory(
        debut=datetime(2025, 11, 24, 14, tzinfo=PARIS), fin=datetime(2025, 11, 24, 16, tzinfo=PARIS)
    )
    ParticipationFactory(seance=seance, presente=True)
    inconnue = ParticipationFactory(seance=seance)
    assiduite = chiffre("ateliers", "assiduite")
    assert (assiduite.valeur, raisons(assiduite)) == (100, {"présence non notée": {inconnue.pk}})


@cellules(("accord", "nombre"), [("oui", 1), ("non", 0), ("reflechit", 0)])
def test_an_orientation_that_the_person_declined_accompanies_nobody(chiffre, accord, nombre):
    parcours = ParcoursFactory(date_entree=date(2025, 1, 1))
    EvaluationFactory(diagnostic=DiagnosticFactory(parcours=parcours, date=date(2025, 1, 9)), domaine="logement")
    OrientationFactory(parcours=parcours, date=date(2025, 3, 1), domaine="logement", accord=accord)
    externe = chiffre("freins_asp", "heberg_externe")
    assert (externe.numerateur, externe.denominateur) == (nombre, 1)


def test_long_term_and_very_long_term_unemployed_are_told_apart(chiffre):
    parcours = ParcoursFactory(date_entree=date(2025, 1, 1))
    ContratFactory(parcours=parcours, date_debut=date(2025, 1, 1), date_fin=date(2025, 12, 31))
    for nature in ("deld", "detld"):
        SituationFactory(beneficiaire=parcours.beneficiaire, nature=nature)
    assert (chiffre("publics_situation", "deld").valeur, chiffre("publics_situation", "detld").valeur) == (0, 100)


@cellules(
    ("nature", "sensible"), [("rsa", False), ("rqth", True), ("aah", True), ("detention", True), ("protection", True)]
)
def test_health_and_justice_open_for_who_follows_people_only(chiffre, nature, sensible):
    assert chiffre("publics_situation", nature).sensible is sensible


def test_news_and_exit_noted_after_the_period_are_not_known_yet(chiffre):
    parcours = ParcoursFactory(date_entree=date(2025, 1, 1), date_sortie=date(2026, 1, 1))
    ContratFactory(parcours=parcours, date_debut=date(2025, 1, 1), date_fin=date(2026, 1, 1))
    SortieFactory(parcours=parcours)
    assert (chiffre("presents").valeur, chiffre("sorties_constatees").valeur) == (1, 0)
    assert chiffre("sorties_constatees", periode=(date(2026, 1, 1), date(2026, 12, 31))).valeur == 1
