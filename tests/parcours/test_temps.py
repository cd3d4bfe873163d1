"""Time spent (metier.md §1 rows 60, 78, 83, 84)."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from parcours.enums import Famille, Mode, StatutRendezVous
from parcours.temps import COLLECTIF, EXTERIEUR, INDIVIDUEL, Mesure, famille, mesurer, partager, passe
from tests.cellules import cellules
from tests.usines import DemarcheFactory, EntretienFactory, ParcoursFactory, RendezVousFactory

PARIS = ZoneInfo("Europe/Paris")
DU, AU = date(2026, 11, 1), date(2026, 11, 30)


@pytest.fixture
def parcours(structure):
    return ParcoursFactory()


@cellules(
    ("minutes", "parts", "attendu"),
    [(45, 1, [45]), (45, 2, [23, 22]), (10, 3, [4, 3, 3]), (0, 2, [0, 0]), (1, 3, [1, 0, 0])],
)
def test_minutes_shared_between_themes_lose_none(minutes, parts, attendu):
    assert partager(minutes, parts) == attendu


@cellules(
    ("theme", "attendue"),
    [
        ("logement", Famille.SOCIAL),
        ("acces_droits", Famille.SOCIAL),
        ("projet", Famille.PROFESSIONNEL),
        ("codes_entreprise", Famille.PROFESSIONNEL),
        ("poste", Famille.TECHNIQUE),
        ("", ""),
    ],
    ids=lambda v: f"metier-84-{v or 'sans-theme'}",
)
def test_each_theme_has_one_of_the_three_families(theme, attendue):
    assert famille(theme) == attendue


def test_collective_work_is_counted_apart_from_individual():
    temps = mesurer([Mesure(INDIVIDUEL, 30), Mesure(COLLECTIF, 120), Mesure(EXTERIEUR, 60, trajet=40)], DU, AU)

    assert (temps.individuel, temps.collectif, temps.exterieur, temps.trajet) == (30, 120, 60, 40)
    assert temps.total == 250


def test_minutes_of_an_entretien_are_shared_between_its_themes():
    temps = mesurer([Mesure(INDIVIDUEL, 45, themes=("logement", "projet_pro"))], DU, AU)

    assert {ligne.libelle: ligne.total for ligne in temps.lignes} == {"Logement": 23, "Projet professionnel": 22}
    assert temps.familles == {Famille.SOCIAL: 23, Famille.PROFESSIONNEL: 22}


def test_a_contact_without_length_weighs_nothing_and_is_said():
    temps = mesurer([Mesure(INDIVIDUEL, None), Mesure(INDIVIDUEL, 15)], DU, AU)

    assert (temps.individuel, temps.sans_duree) == (15, 1)


@cellules(
    ("instant", "compte"),
    [
        (datetime(2026, 10, 31, 23, 59, tzinfo=PARIS), 0),
        (datetime(2026, 11, 1, 0, 0, tzinfo=PARIS), 45),
        (datetime(2026, 11, 30, 23, 59, tzinfo=PARIS), 45),
        (datetime(2026, 12, 1, 0, 0, tzinfo=PARIS), 0),
    ],
    ids=["la-veille", "premier-jour", "dernier-jour", "le-lendemain"],
)
def test_both_days_of_the_period_count(parcours, instant, compte):
    EntretienFactory(parcours=parcours, date=instant)

    assert passe(parcours, DU, AU).individuel == compte


def test_home_and_outside_are_outside_with_their_travel(parcours):
    EntretienFactory(parcours=parcours, mode=Mode.DOMICILE, duree_minutes=60, trajet_minutes=50)
    EntretienFactory(parcours=parcours, mode=Mode.TELEPHONE, duree_minutes=10)

    temps = passe(parcours, DU, AU)

    assert (temps.exterieur, temps.trajet, temps.individuel) == (60, 50, 10)


def test_an_errand_of_the_person_alone_takes_nobodys_time(parcours):
    DemarcheFactory(parcours=parcours, fait="par")
    DemarcheFactory(parcours=parcours, fait="pour", duree_minutes=20, domaine="droits")

    temps = passe(parcours, DU, AU)

    assert (temps.individuel, temps.sans_duree) == (20, 0)


@cellules(
    ("champs", "compte"),
    [
        ({"accompagne": True, "statut": StatutRendezVous.VENU}, 30),
        ({"accompagne": False, "statut": StatutRendezVous.VENU}, 0),
        ({"accompagne": True, "statut": StatutRendezVous.ABSENT}, 0),
        ({"accompagne": True, "accompagnant": "Mme Lefort", "statut": StatutRendezVous.VENU}, 0),
    ],
    ids=["tenu-avec-nous", "seule", "pas-venue", "avec-une-autre"],
)
def test_going_along_counts_when_we_did(parcours, champs, compte):
    RendezVousFactory(parcours=parcours, dehors=True, **champs)

    assert passe(parcours, DU, AU).exterieur == compte


def test_an_accompaniment_written_up_counts_once(parcours):
    entretien = EntretienFactory(parcours=parcours, mode=Mode.EXTERIEUR, duree_minutes=40)
    RendezVousFactory(
        parcours=parcours, dehors=True, accompagne=True, statut=StatutRendezVous.VENU, entretien=entretien
    )

    assert passe([parcours], DU, AU).exterieur == 40


@cellules("nombre", [1, 3])
def test_time_costs_one_query_a_source(parcours, nombre, django_assert_num_queries):
    EntretienFactory.create_batch(nombre, parcours=parcours)

    with django_assert_num_queries(3):
        passe(parcours, DU, AU)
