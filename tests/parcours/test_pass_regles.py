"""Every line of metier.md §4.6, its boundary days included; the database holds the same rules."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from insertion.enums import TypeStructure
from insertion.isolation.contexte import contexte
from parcours.enums import MotifProlongation, MotifSuspension
from parcours.models import Parcours, Prolongation, Suspension
from parcours.models.pass_iae import fenetre, fin_de_carence, fin_effective
from tests.cellules import cellules
from tests.usines import (
    ParcoursAvecPassFactory,
    ParcoursFactory,
    ProlongationFactory,
    StructureFactory,
    SuspensionFactory,
)

#: The PASS of the factory runs from 12 March 2026 to 10 March 2028.
DEBUT, FIN = date(2026, 3, 12), date(2028, 3, 10)


@pytest.fixture
def parcours(structure):
    return ParcoursAvecPassFactory()


def refus(fait):
    try:
        fait.clean()
    except ValidationError as erreur:
        return erreur.message_dict
    return {}


def refuse_par_la_base(fait):
    with transaction.atomic(), pytest.raises(IntegrityError) as erreur:
        fait.save()
    return erreur.value.__cause__.diag.constraint_name


def suspension(parcours, debut, fin, **champs):
    champs = {"motif": MotifSuspension.CONTRAT_TERMINE, "saisie_le": debut} | champs
    return Suspension(parcours=parcours, date_debut=debut, date_fin=fin, **champs)


def prolongation(parcours, jours, motif=MotifProlongation.FORMATION, debut=FIN, demandee_le=None, **champs):
    demandee_le = demandee_le or debut
    avis = {} if motif in ("formation", "senior_cdi") else {"avis_le": demandee_le}
    return Prolongation(
        parcours=parcours,
        motif=motif,
        date_debut=debut,
        date_fin=debut + timedelta(days=jours),
        demandee_le=demandee_le,
        **avis | champs,
    )


DANS_LE_PASS = [
    pytest.param(DEBUT, True, id="§4.6 suspension le premier jour du PASS"),
    pytest.param(DEBUT - timedelta(days=1), False, id="§4.6 suspension la veille du PASS"),
    pytest.param(FIN, True, id="§4.6 suspension le dernier jour du PASS"),
    pytest.param(FIN + timedelta(days=1), False, id="§4.6 suspension le lendemain du PASS"),
]


@cellules(("debut", "permis"), DANS_LE_PASS)
def test_suspension_starts_within_the_pass(parcours, debut, permis):
    essai = suspension(parcours, debut, debut + timedelta(days=30))

    assert ("date_debut" in refus(essai)) is not permis
    if permis:
        essai.save()
    else:
        assert "entre le 12 mars 2026 et le 10 mars 2028" in refus(essai)["date_debut"][0]
        assert refuse_par_la_base(essai) == "suspension_dans_le_pass"


@cellules(
    ("debut", "fin", "permis"),
    [
        pytest.param(date(2026, 6, 1), date(2029, 5, 31), True, id="§4.6 suspension de 36 mois"),
        pytest.param(date(2026, 6, 1), date(2029, 6, 1), False, id="§4.6 suspension de 36 mois et un jour"),
        pytest.param(date(2028, 2, 29), date(2031, 2, 27), True, id="§4.6 36 mois depuis un 29 février"),
        pytest.param(date(2028, 2, 29), date(2031, 2, 28), False, id="§4.6 plus de 36 mois depuis un 29 février"),
        pytest.param(date(2026, 6, 1), date(2026, 5, 31), False, id="§4.6 suspension qui finit avant de commencer"),
    ],
)
def test_suspension_lasts_36_months_at_most(parcours, debut, fin, permis):
    essai = suspension(parcours, debut, fin)

    assert ("date_fin" in refus(essai)) is not permis
    if not permis:
        assert refuse_par_la_base(essai) in ("suspension_36_mois_au_plus", "suspension_fin_apres_debut")


@cellules(
    ("saisie_le", "motif", "permis"),
    [
        pytest.param(date(2027, 6, 1), "contrat_termine", True, id="§4.6 rétroactive de 365 jours"),
        pytest.param(date(2027, 6, 2), "contrat_termine", False, id="§4.6 rétroactive de 366 jours"),
        pytest.param(date(2027, 6, 2), "autre", True, id="§4.6 reprise d’un ancien dossier"),
    ],
)
def test_suspension_is_backdated_by_365_days_at_most(parcours, saisie_le, motif, permis):
    essai = suspension(parcours, date(2026, 6, 1), date(2026, 6, 30), saisie_le=saisie_le, motif=motif)

    assert (refus(essai) == {}) is permis
    if not permis:
        assert refuse_par_la_base(essai) == "suspension_retroactivite"


@cellules(
    ("debut", "permis"),
    [
        pytest.param(date(2026, 7, 1), True, id="§4.6 suspensions consécutives"),
        pytest.param(date(2026, 6, 30), False, id="§4.6 suspensions qui se chevauchent d’un jour"),
    ],
)
def test_suspensions_never_overlap(parcours, debut, permis):
    SuspensionFactory(parcours=parcours)
    essai = suspension(parcours, debut, debut + timedelta(days=10))

    assert (refus(essai) == {}) is permis
    if not permis:
        assert "1er juillet 2026" in refus(essai)["date_debut"][0]
        assert refuse_par_la_base(essai) == "suspension_sans_chevauchement"


@cellules("motif", MotifSuspension, ids=lambda m: f"§4.6 motif {m.name}")
def test_every_reason_suspends(parcours, motif):
    assert refus(suspension(parcours, date(2026, 6, 1), date(2026, 6, 30), motif=motif)) == {}


def test_suspension_pushes_the_end_and_the_next_may_start_in_the_days_gained(parcours):
    SuspensionFactory(parcours=parcours)
    essai = suspension(parcours, FIN + timedelta(days=30), FIN + timedelta(days=40))

    assert refus(essai) == {}
    essai.save()
    assert Parcours.objects.avec_pass().get(pk=parcours.pk).pass_fin_effective == FIN + timedelta(days=41)


def test_pass_that_goes_through_two_parcours_is_suspended_for_both(parcours):
    SuspensionFactory(parcours=parcours)
    suite = ParcoursAvecPassFactory(
        beneficiaire=parcours.beneficiaire, pass_numero=parcours.pass_numero, date_entree=date(2026, 10, 1)
    )
    autre = ParcoursAvecPassFactory()

    fins = dict(Parcours.objects.avec_pass().values_list("pk", "pass_fin_effective"))
    assert fins == {parcours.pk: date(2028, 4, 9), suite.pk: date(2028, 4, 9), autre.pk: FIN}


def test_suspension_needs_a_pass(structure):
    essai = suspension(ParcoursFactory(), date(2026, 6, 1), date(2026, 6, 30))

    assert "PASS IAE" in refus(essai)["date_debut"][0]
    assert refuse_par_la_base(essai) == "suspension_dans_le_pass"


FENETRES = [
    pytest.param(date(2027, 3, 10), True, id="§4.6 fenêtre : 12 mois avant"),
    pytest.param(date(2027, 3, 9), False, id="§4.6 fenêtre : 12 mois et un jour avant"),
    pytest.param(date(2028, 9, 10), True, id="§4.6 fenêtre : 6 mois après"),
    pytest.param(date(2028, 9, 11), False, id="§4.6 fenêtre : 6 mois et un jour après"),
    pytest.param(date(2028, 2, 29), True, id="§4.6 fenêtre : un 29 février"),
]


@cellules(("demandee_le", "permis"), FENETRES)
def test_prolongation_window(parcours, demandee_le, permis):
    essai = prolongation(parcours, 90, demandee_le=demandee_le)

    assert (refus(essai) == {}) is permis
    if not permis:
        assert "du 10 mars 2027 au 10 septembre 2028" in refus(essai)["demandee_le"][0]
        assert refuse_par_la_base(essai) == "prolongation_dans_la_fenetre"


PAR_DEMANDE = [
    pytest.param("senior_cdi", 3650, True, id="§4.6 SENIOR_CDI 3650 jours"),
    pytest.param("senior_cdi", 3651, False, id="§4.6 SENIOR_CDI 3651 jours"),
    *(
        pytest.param(motif, jours, jours == 365, id=f"§4.6 {motif.upper()} {jours} jours")
        for motif in ("formation", "rqth", "senior", "difficultes")
        for jours in (365, 366)
    ),
    pytest.param("formation", 1, True, id="§4.6 un jour au moins"),
    pytest.param("formation", 0, False, id="§4.6 aucun jour"),
]


@cellules(("motif", "jours", "permis"), PAR_DEMANDE)
def test_longest_prolongation_by_request(parcours, motif, jours, permis):
    essai = prolongation(parcours, jours, motif)

    assert ("date_fin" in refus(essai)) is not permis
    if permis:
        essai.save()
    else:
        assert refuse_par_la_base(essai) in ("prolongation_duree_par_demande", "prolongation_un_jour_au_moins")


CUMULS = [
    pytest.param("rqth", 3, True, id="§4.6 RQTH : 3 ans en tout"),
    pytest.param("rqth", 4, False, id="§4.6 RQTH : au-delà de 3 ans"),
    pytest.param("difficultes", 3, True, id="§4.6 difficultés : 3 ans en tout"),
    pytest.param("difficultes", 4, False, id="§4.6 difficultés : au-delà de 3 ans"),
    pytest.param("senior", 5, True, id="§4.6 50 ans et plus : 5 ans en tout"),
    pytest.param("senior", 6, False, id="§4.6 50 ans et plus : au-delà de 5 ans"),
    pytest.param("formation", 6, True, id="§4.6 formation : pas de cumul"),
]


@cellules(("motif", "rang", "permis"), CUMULS)
def test_prolongations_of_one_reason_have_a_ceiling(parcours, motif, rang, permis):
    fin = FIN
    for _ in range(rang - 1):
        faite = prolongation(parcours, 365, motif, fin)
        faite.save()
        fin = faite.date_fin
    essai = prolongation(parcours, 365, motif, fin)

    assert (refus(essai) == {}) is permis
    if not permis:
        assert "il ne reste aucun jour" in refus(essai)["motif"][0]
        assert refuse_par_la_base(essai) == "prolongation_cumul"


@cellules(("derniere", "reste"), [(242, "il reste 123 jours"), (364, "il reste 1 jour,")])
def test_refusal_says_the_remaining_room(parcours, derniere, reste):
    fin = FIN
    for jours in (365, 365, derniere):
        faite = prolongation(parcours, jours, "rqth", fin)
        faite.save()
        fin = faite.date_fin

    phrase = refus(prolongation(parcours, 124, "rqth", fin))["date_fin"][0]

    assert f"1095 jours au plus en tout : {reste}" in phrase


def test_third_prolongation_in_a_row_is_outside_the_window(parcours):
    premiere = prolongation(parcours, 365, demandee_le=date(2028, 3, 1))
    premiere.save()
    prolongation(parcours, 365, debut=premiere.date_fin, demandee_le=date(2028, 3, 11)).save()

    troisieme = Prolongation(
        parcours=parcours, motif="formation", date_fin=date(2031, 3, 10), demandee_le=date(2028, 3, 12)
    )

    assert "Le PASS finit le 10 mars 2030" in refus(troisieme)["demandee_le"][0]


@cellules(
    ("type_structure", "permis"),
    [
        pytest.param(t, t in (TypeStructure.ACI, TypeStructure.AI), id=f"§4.6 difficultés : {t.name}")
        for t in (TypeStructure.ACI, TypeStructure.AI, TypeStructure.EI, TypeStructure.ETTI, TypeStructure.GEIQ)
    ],
)
def test_difficulties_are_a_reason_for_aci_and_ai_only(db, type_structure, permis):
    structure = StructureFactory(type=type_structure)
    with contexte(structure.pk):
        essai = prolongation(ParcoursAvecPassFactory(), 90, "difficultes")

        assert ("motif" in refus(essai)) is not permis
        if not permis:
            assert refuse_par_la_base(essai) == "prolongation_motif_reserve"


@cellules(
    ("motif", "sans_avis"),
    [
        pytest.param(m, m in ("senior_cdi", "formation"), id=f"§4.6 avis du prescripteur : {m.name}")
        for m in MotifProlongation
    ],
)
def test_prescriber_gives_an_opinion_on_some_reasons(parcours, motif, sans_avis):
    essai = prolongation(parcours, 90, motif, avis_le=None)

    assert ("avis_le" in refus(essai)) is not sans_avis
    if not sans_avis:
        assert refuse_par_la_base(essai) == "prolongation_avis_favorable"


def test_prolongation_starts_at_the_end_pushed_by_the_suspensions(parcours):
    SuspensionFactory(parcours=parcours)
    essai = prolongation(parcours, 60)

    assert refuse_par_la_base(essai) == "prolongation_a_la_fin_du_pass"
    assert refus(essai) == {}
    assert essai.date_debut == date(2028, 4, 9)


def test_end_of_the_pass_is_the_same_in_python_and_in_sql(parcours):
    SuspensionFactory(parcours=parcours)
    ProlongationFactory(parcours=parcours, date_debut=date(2028, 4, 9))

    annote = Parcours.objects.avec_pass().get(pk=parcours.pk).pass_fin_effective
    calcule = fin_effective(parcours, Suspension.objects.all(), Prolongation.objects.all())
    assert annote == calcule == date(2028, 6, 10)


def test_window_and_carence_of_a_pass_that_ends_on_29_february():
    assert fenetre(date(2028, 2, 29)) == (date(2027, 2, 28), date(2028, 8, 29))
    assert fin_de_carence(date(2028, 2, 29)) == date(2030, 2, 28)
