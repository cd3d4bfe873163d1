"""Distances between communes as they are typed: known or not, never guessed."""

import pytest
from django.core.management import call_command

from insertion.departements import DEPARTEMENTS
from insertion.distances import dire, kilometres, situer
from insertion.models import Commune
from tests.cellules import cellules
from tests.usines import situer_les_lieux


@pytest.fixture
def lieux(db):
    situer_les_lieux()


def a(code_postal, commune):
    return situer([(code_postal, commune)]).get((code_postal, commune))


@cellules(
    ("code_postal", "ecrit", "nom"),
    [
        ("59100", "ROUBAIX", "Roubaix"),
        ("59058", "Roubaix Cedex 1", "Roubaix"),
        ("59350", "ST ANDRE LEZ LILLE", "Saint-André-lez-Lille"),
        ("59350", "Saint André lès Lille", "Saint-André-lez-Lille"),
        ("75013", "Paris", "Paris 13 Gobelins"),
        ("75013", "Paris 13e arrondissement", "Paris 13 Gobelins"),
        ("75002", "Paris", "Paris"),
        ("69003", "Lyon 3e", "Lyon 03"),
        ("69003", "LYON CEDEX 03", "Lyon 03"),
    ],
)
def test_a_commune_is_found_however_it_is_written(lieux, code_postal, ecrit, nom):
    commune = Commune.objects.get(nom=nom)

    assert a(code_postal, ecrit) == (commune.latitude, commune.longitude)


@cellules(
    ("code_postal", "commune"),
    [
        ("", "Roubaix"),
        ("59100", ""),
        ("75001", "Roubaix"),
        ("59999", "Trifouillis"),
        ("B-1000", "Lille"),
        ("99", "Lille"),
    ],
)
def test_what_is_not_known_is_not_guessed(lieux, code_postal, commune):
    assert a(code_postal, commune) is None


def test_two_communes_of_one_name_are_told_apart_by_the_postal_code(lieux):
    assert (a("69800", "Saint-Priest"), a("07000", "Saint-Priest")) == ((45.69651, 4.93949), (44.72001, 4.55))
    assert (a("93200", "Saint-Denis")[0] > 0, a("97400", "Saint-Denis")[0] > 0) == (True, False)


@cellules("nombre", [1, 6])
def test_any_number_of_places_costs_one_query(lieux, requetes, nombre):
    noms = ["Roubaix", "Tourcoing", "Lille", "Dunkerque", "Saint-André-lez-Lille", "Nulle Part"][:nombre]

    with requetes() as faites:
        situer([("59000", nom) for nom in noms] * 2)

    assert len(faites) == 1


def test_distance_is_the_one_of_the_map(lieux):
    lille, dunkerque = a("59000", "Lille"), a("59140", "Dunkerque")

    assert round(kilometres(lille, dunkerque)) == 65
    assert kilometres(lille, lille) == 0
    assert kilometres(None, lille) is kilometres(lille, None) is None


def test_distance_is_said_for_what_it_is():
    assert dire(12.4) == "à environ 12 km à vol d’oiseau, de commune à commune"
    assert (dire(0), dire(None)) == ("dans la même commune", "distance inconnue")


def test_the_whole_table_is_loaded_once_and_knows_every_chef_lieu(db, requetes):
    call_command("charger_referentiels", verbosity=0)
    with requetes() as faites:
        recharge = Commune.charger()

    chefs_lieux = {code: nom for code, (_, nom) in DEPARTEMENTS.items()}
    codes = {code: f"{code:0<5}" for code in DEPARTEMENTS}
    trouves = situer([(codes[code], nom) for code, nom in chefs_lieux.items()])
    assert [nom for code, nom in chefs_lieux.items() if (codes[code], nom) not in trouves] == []
    assert (recharge, len(faites), len(DEPARTEMENTS), Commune.objects.count() > 15_000) == (0, 1, 100, True)
