"""The clock: what is used and left, what ends next, on boundary days (metier.md §1 rows 34 and 36, §4.4, §4.6)."""

from datetime import date

import pytest

from parcours import horloge
from parcours.enums import TypeContrat
from parcours.models import Parcours
from tests.cellules import cellules
from tests.usines import (
    ContratFactory,
    DispositifFactory,
    ParcoursAvecPassFactory,
    ParcoursFactory,
    ProlongationFactory,
    SuspensionFactory,
)

#: The PASS of the factory: 730 days, from 12 March 2026 to 10 March 2028.
JOURS = [
    pytest.param(date(2026, 3, 11), 0, 730, id="§4.6 la veille du PASS"),
    pytest.param(date(2026, 3, 12), 1, 729, id="§4.6 le premier jour du PASS"),
    pytest.param(date(2028, 2, 29), 720, 10, id="§4.6 un 29 février"),
    pytest.param(date(2028, 3, 10), 730, 0, id="§4.6 le dernier jour du PASS"),
    pytest.param(date(2028, 3, 11), 731, 0, id="§4.6 le lendemain du PASS"),
]


@pytest.fixture
def parcours(structure):
    return ParcoursAvecPassFactory()


def lue(parcours, le):
    return horloge.ouvrir(parcours, le)[0]


@cellules(("le", "utilises", "restants"), JOURS)
def test_days_of_the_pass_are_counted_from_the_first(parcours, le, utilises, restants):
    compteur = lue(parcours, le).compteur

    assert (compteur.utilises, compteur.restants) == (utilises, restants)


def test_fourteen_months_out_of_twenty_four(parcours):
    compteur = lue(parcours, date(2027, 5, 20)).compteur

    assert (compteur.en_mots, compteur.part) == ("14 mois sur 24", 59)


def test_suspended_days_are_not_used(parcours):
    SuspensionFactory(parcours=parcours)  # June 2026

    avant, pendant, apres = (lue(parcours, le) for le in (date(2026, 5, 31), date(2026, 6, 30), date(2026, 7, 1)))

    assert [h.compteur.utilises for h in (avant, pendant, apres)] == [81, 81, 82]
    assert [h.compteur.restants for h in (avant, pendant, apres)] == [649, 649, 648]
    assert [bool(h.suspension) for h in (avant, pendant, apres)] == [False, True, False]
    assert apres.pass_fin == date(2028, 4, 9)


def test_prolongation_gives_more_time(parcours):
    ProlongationFactory(parcours=parcours)

    temps = lue(parcours, date(2028, 3, 20))

    assert (temps.pass_fin, temps.pass_expire) == (date(2028, 6, 10), False)
    assert (temps.compteur.restants, temps.compteur.mois_total) == (82, 27)


def test_clock_of_the_dispositif_without_pass(structure):
    parcours = ParcoursFactory(dispositif=DispositifFactory(duree_max_mois=12))

    premier, dernier, lendemain = (
        lue(parcours, le).compteur for le in (date(2026, 3, 12), date(2027, 3, 11), date(2027, 3, 12))
    )

    assert (premier.restants, dernier.restants, dernier.depasse, lendemain.depasse) == (364, 0, 0, 1)


def test_no_maximum_no_time_left(structure):
    compteur = lue(ParcoursFactory(dispositif=DispositifFactory(duree_max_mois=None)), date(2026, 9, 12)).compteur

    assert (compteur.en_mots, compteur.restants, compteur.part) == ("6 mois", None, None)


def test_clock_stops_at_the_exit(parcours):
    parcours.date_sortie = date(2026, 9, 30)

    assert lue(parcours, date(2027, 9, 30)).compteur.utilises == lue(parcours, date(2026, 9, 30)).compteur.utilises


@cellules(
    ("le", "en_retard"),
    [
        pytest.param(date(2026, 7, 13), False, id="§2 ligne 4 : 60 jours avant la fin du contrat"),
        pytest.param(date(2026, 7, 14), True, id="§2 ligne 4 : 59 jours avant la fin du contrat"),
    ],
)
def test_renewal_is_decided_60_days_before_the_end(parcours, le, en_retard):
    ContratFactory(parcours=parcours)

    temps = lue(parcours, le)

    assert (temps.prochaine_fin, temps.decision_avant) == (date(2026, 9, 11), date(2026, 7, 13))
    assert temps.decision_en_retard is en_retard


def test_renewal_already_signed_moves_the_next_end(parcours):
    premier = ContratFactory(parcours=parcours)
    ContratFactory(parcours=parcours, renouvelle=premier, date_debut=date(2026, 9, 12), date_fin=date(2027, 3, 11))

    assert lue(parcours, date(2026, 8, 1)).prochaine_fin == date(2027, 3, 11)


def test_contract_without_a_term_already_signed_leaves_no_renewal_to_decide(parcours):
    ContratFactory(parcours=parcours, date_fin=date(2026, 9, 11))
    ContratFactory(parcours=parcours, type=TypeContrat.CDI_INCLUSION, date_debut=date(2026, 9, 12), date_fin=None)

    temps = lue(parcours, date(2026, 8, 1))

    assert temps.contrat.fin == date(2026, 9, 11)
    assert (temps.prochaine_fin, temps.decision_avant, temps.decision_en_retard) == (None, None, False)


@cellules(
    ("le", "mots"),
    [
        pytest.param(date(2026, 3, 11), "", id="§1 ligne 36 : avant le premier contrat"),
        pytest.param(date(2026, 4, 10), "moins d’un mois", id="§1 ligne 36 : premier mois"),
        pytest.param(date(2026, 9, 11), "6 mois", id="§1 ligne 36 : dernier jour du contrat"),
        pytest.param(date(2027, 4, 30), "1 an et 1 mois", id="§1 ligne 36 : 1 an d’ancienneté"),
    ],
)
def test_seniority_is_computed(parcours, le, mots):
    premier = ContratFactory(parcours=parcours)
    ContratFactory(parcours=parcours, renouvelle=premier, date_debut=date(2026, 9, 12), date_fin=date(2027, 9, 11))

    assert lue(parcours, le).anciennete_en_mots == mots


def test_carence_of_two_years_once_the_pass_has_ended(parcours):
    assert lue(parcours, date(2028, 3, 10)).carence is None
    assert lue(parcours, date(2028, 3, 11)).carence == date(2030, 3, 10)


def test_contract_after_the_pass_is_said_not_refused(parcours):
    ContratFactory(parcours=parcours, date_debut=date(2027, 9, 12), date_fin=date(2028, 3, 11))

    assert lue(parcours, date(2027, 10, 1)).contrat_apres_le_pass


def test_chips_come_with_the_query_of_the_page(structure, parcours, requetes):
    ContratFactory(parcours=parcours)
    SuspensionFactory(parcours=parcours)
    with requetes() as faites:
        [lu] = Parcours.objects.d_une_personne(parcours.beneficiaire).avec_horloge(date(2026, 6, 15))
        puces = horloge.puces(lu, date(2026, 6, 15))

    assert [p["texte"] for p in puces] == ["2 mois sur 24", "CDDI jusqu’au 11 septembre", "PASS suspendu"]
    assert lu.pass_fin_effective == date(2028, 4, 9)
    assert len([q for q in faites if "parcours_parcours" in q]) == 1


def test_chips_say_the_same_as_the_clock(parcours):
    SuspensionFactory(parcours=parcours)
    ProlongationFactory(parcours=parcours, date_debut=date(2028, 4, 9))
    le = date(2027, 5, 20)

    lu = Parcours.objects.avec_horloge(le).select_related("dispositif").get(pk=parcours.pk)

    assert horloge.puces(lu, le)[0]["texte"] == lue(parcours, le).compteur.en_mots


def test_no_chip_for_a_parcours_that_ended_or_was_not_asked_for(parcours):
    parcours.date_sortie = date(2026, 9, 30)
    parcours.save()
    le = date(2026, 10, 1)

    assert horloge.puces(Parcours.objects.avec_horloge(le).select_related("dispositif").get(pk=parcours.pk), le) == []
    assert horloge.puces(parcours, le) == horloge.puces(None, le) == []
