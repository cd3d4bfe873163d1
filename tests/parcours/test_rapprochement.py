"""« Must show » 4: each reason is true, and « non renseigné » is never a refusal nor a fit."""

from datetime import date
from decimal import Decimal

from entreprises.models import Entreprise, Offre
from parcours.enums import Verdict
from parcours.rapprochement import (
    Droit,
    Metier,
    Poste,
    Profil,
    Proposition,
    comparer,
    contrat,
    deja_en_poste,
    disponibilite,
    distance,
    ensemble,
    francais,
    heures,
    horaires,
    metier,
    permis,
    port_charges,
    refus,
)
from tests.cellules import cellules

LE = date(2026, 11, 22)
DEBUT, VEILLE, LENDEMAIN = date(2026, 12, 1), date(2026, 11, 30), date(2026, 12, 2)
OUI, VOIR, NON = Verdict.CORRESPOND, Verdict.A_VERIFIER, Verdict.NE_CONVIENT_PAS


def offre(**champs):
    firme = Entreprise(pk=7, raison_sociale="Conserverie du Port", commune="Roubaix", code_postal="59100")
    return Offre(**{"pk": 3, "entreprise": firme, "debut": DEBUT} | champs)


def verdict(condition, demandee, profil):
    raison = condition(demandee, profil, LE)
    return raison and raison.verdict


def vise(*codes):
    return Profil(metiers=tuple(Metier(f"Métier {code}", code) for code in codes))


@cellules(
    ("code", "profil", "attendu"),
    [
        ("K2204", vise("K2204"), OUI),
        ("K2204", vise("A1203", "K2204"), OUI),
        ("K2204", vise("K2201"), VOIR),
        ("K2204", vise("K2304"), NON),
        ("K2204", vise("A1203", "N1103"), NON),
        ("K2204", vise(""), VOIR),
        ("K2204", vise("A1203", ""), VOIR),
        ("K2204", Profil(), VOIR),
        (None, vise("K2204"), VOIR),
    ],
)
def test_job_aimed_at(code, profil, attendu):
    assert verdict(metier, offre(rome_id=code), profil) == attendu


def a(nature, debut=None, fin=None):
    return Droit(nature, debut, fin)


@cellules(
    ("demande", "droits", "attendu"),
    [
        ("", (), None),
        ("permis_b", (), VOIR),
        ("permis_b", (a("permis_b"),), OUI),
        ("permis_b", (a("permis_b", fin=DEBUT),), OUI),
        ("permis_b", (a("permis_b", fin=VEILLE),), NON),
        ("permis_b", (a("permis_b", debut=DEBUT),), OUI),
        ("permis_b", (a("permis_b", debut=LENDEMAIN),), VOIR),
        ("permis_b", (a("permis_b", fin=VEILLE), a("permis_b", debut=LENDEMAIN)), VOIR),
        ("permis_b", (a("permis_en_cours"),), VOIR),
        ("permis_b", (a("vehicule"),), VOIR),
        ("vehicule", (a("permis_b"), a("vehicule")), OUI),
        ("vehicule", (a("permis_b"),), VOIR),
        ("vehicule", (a("vehicule"),), VOIR),
        ("vehicule", (a("permis_b"), a("vehicule", fin=VEILLE)), NON),
        ("vehicule", (a("permis_b", fin=VEILLE), a("vehicule")), NON),
    ],
)
def test_permit_and_vehicle_on_the_first_day_of_the_job(demande, droits, attendu):
    assert verdict(permis, offre(permis=demande), Profil(droits=droits)) == attendu


@cellules(
    ("demandes", "possibles", "attendu"),
    [
        ([], ("matin",), None),
        (["matin"], (), VOIR),
        (["matin"], ("matin",), OUI),
        (["matin", "week_end"], ("week_end", "journee", "matin"), OUI),
        (["matin", "nuit"], ("matin",), NON),
        (["nuit"], ("journee",), NON),
    ],
)
def test_working_times(demandes, possibles, attendu):
    assert verdict(horaires, offre(horaires=demandes), Profil(horaires=possibles)) == attendu


@cellules(
    ("demandees", "souhaitees", "attendu"),
    [(None, "26", None), ("26", None, VOIR), ("26", "26.0", OUI), ("35", "26", VOIR), ("20", "26", VOIR)],
)
def test_hours_wished(demandees, souhaitees, attendu):
    demandees, souhaitees = (valeur and Decimal(valeur) for valeur in (demandees, souhaitees))

    assert verdict(heures, offre(heures_hebdo=demandees), Profil(heures=souhaitees)) == attendu


@cellules(
    ("demande", "niveau", "attendu"),
    [
        ("", "a1", None),
        ("a2", "", VOIR),
        ("a2", "a2", OUI),
        ("a2", "b1", OUI),
        ("a2", "a1", NON),
        ("a1", "non_lecteur", NON),
        ("c1", "c1", OUI),
        ("non_lecteur", "non_lecteur", OUI),
    ],
)
def test_level_of_french(demande, niveau, attendu):
    assert verdict(francais, offre(francais=demande), Profil(francais=niveau)) == attendu


@cellules(
    ("maximum", "rayon", "km", "attendu"),
    [
        (None, None, None, VOIR),
        (10, 10, None, VOIR),
        (None, None, 12, VOIR),
        (None, None, 0, OUI),
        (None, 12, 12.4, OUI),
        (None, 12, 12.6, NON),
        (12, None, 12.4, VOIR),
        (12, None, 12.6, NON),
        (30, 10, 20, NON),
        (10, 30, 20, NON),
        (30, 30, 20, OUI),
    ],
)
def test_distance_beside_the_limit_of_the_offer_and_the_one_of_the_person(maximum, rayon, km, attendu):
    profil = Profil(rayon_km=rayon, km=km, lieu=("59000", "Lille"))

    assert verdict(distance, offre(distance_max_km=maximum), profil) == attendu


def test_an_unknown_distance_says_which_commune_is_missing():
    inconnue = Profil(km=None)

    assert distance(offre(), inconnue, LE).phrase == "distance inconnue\u00a0: commune de la personne non renseignée"


@cellules(
    ("demande", "reponse", "attendu"),
    [(False, "non", None), (True, "", VOIR), (True, "oui", OUI), (True, "non", NON)],
)
def test_carrying_loads(demande, reponse, attendu):
    assert verdict(port_charges, offre(port_charges=demande), Profil(port_charges=reponse)) == attendu


@cellules(
    ("debut", "fin", "disponible", "attendu"),
    [
        (DEBUT, None, None, VOIR),
        (DEBUT, None, DEBUT, OUI),
        (DEBUT, None, LENDEMAIN, VOIR),
        (DEBUT, DEBUT, LENDEMAIN, NON),
        (DEBUT, LENDEMAIN, LENDEMAIN, VOIR),
        (None, None, LE, OUI),
        (None, None, DEBUT, VOIR),
        (date(2026, 11, 1), None, LE, OUI),
    ],
)
def test_availability(debut, fin, disponible, attendu):
    assert verdict(disponibilite, offre(debut=debut, fin=fin), Profil(disponible_le=disponible)) == attendu


@cellules(
    ("sous_contrat", "fin", "attendu"),
    [(False, None, None), (True, None, VOIR), (True, VEILLE, OUI), (True, DEBUT, VOIR), (True, LENDEMAIN, VOIR)],
)
def test_a_contract_with_us_is_said(sous_contrat, fin, attendu):
    assert verdict(contrat, offre(), Profil(sous_contrat=sous_contrat, contrat_fin=fin)) == attendu


@cellules(
    ("postes", "attendu"),
    [
        ((), None),
        ((Poste("Boulangerie Lenoir", LE),), VOIR),
        ((Poste("Boulangerie Lenoir", LE, DEBUT),), VOIR),
        ((Poste("Boulangerie Lenoir", LE, VEILLE),), None),
        ((Poste("Boulangerie Lenoir", LENDEMAIN),), VOIR),
    ],
)
def test_somebody_in_a_job_already_is_noticed(postes, attendu):
    assert verdict(deja_en_poste, offre(), Profil(postes=postes)) == attendu


def proposition(**champs):
    fixes = {"pk": 1, "entreprise": 7, "nom": "Conserverie du Port", "le": date(2026, 11, 3), "accord": "oui"}
    return Proposition(**fixes | champs)


def refusee(par, **champs):
    return proposition(etape=f"refus_{par}", etape_le=date(2026, 11, 10), motif="horaires", **champs)


@cellules(
    ("deja", "attendu"),
    [
        ((), None),
        ((proposition(offre=3),), None),
        ((proposition(offre=3, etape="sans_suite", etape_le=LE),), None),
        ((proposition(offre=3, accord="reflechit"),), None),
        ((refusee("personne", offre=3),), NON),
        ((refusee("entreprise", offre=3),), NON),
        ((proposition(offre=3, accord="non"),), NON),
        ((refusee("entreprise", offre=4),), VOIR),
        ((refusee("personne"),), VOIR),
        ((refusee("entreprise", entreprise=8, offre=5),), None),
    ],
)
def test_refusals_already_given(deja, attendu):
    assert verdict(refus, offre(), Profil(propositions=deja)) == attendu


def test_a_refusal_says_by_whom_when_and_why():
    raison = refus(offre(), Profil(propositions=(refusee("entreprise", offre=4, poste="Cariste"),)), LE)

    attendue = "refus de l’entreprise le 10 novembre 2026 (horaires ou conditions qui ne conviennent pas)"
    assert raison.phrase == f"{attendue}, pour «\u00a0Cariste\u00a0»"


def test_nothing_known_is_neither_a_fit_nor_a_refusal():
    exigeante = offre(
        rome_id="K2204",
        permis="vehicule",
        horaires=["nuit"],
        heures_hebdo=Decimal(35),
        francais="b2",
        distance_max_km=5,
        port_charges=True,
    )

    raisons = comparer(exigeante, Profil(), LE)

    assert {raison.verdict for raison in raisons} == {VOIR}
    assert len(raisons) == 8


def test_the_whole_says_the_worst_without_counting():
    demandee = offre(rome_id="K2204", francais="a2")
    connu = Profil(
        metiers=(Metier("Propreté", "K2204"),), francais="b1", disponible_le=LE, km=0, lieu=("59100", "Roubaix")
    )

    assert ensemble(comparer(demandee, connu, LE)) == OUI
    assert ensemble(comparer(demandee, Profil(), LE)) == VOIR
    assert (
        ensemble(
            [*comparer(demandee, connu, LE), refus(offre(), Profil(propositions=(refusee("personne", offre=3),)), LE)]
        )
        == NON
    )
