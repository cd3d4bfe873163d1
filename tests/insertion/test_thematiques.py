from insertion.domaines import CODES
from insertion.enums import Domaine
from insertion.thematiques import CATEGORIES, LIBELLES, THEMATIQUES, levier, sous
from tests.cellules import cellules


def test_the_list_of_data_inclusion_is_whole():
    """metier.md §4.1.e: 16 categories, 69 thématiques, each of a category of the list."""
    assert (len(CATEGORIES), len(THEMATIQUES)) == (16, 69)
    assert {code.split("--")[0] for code in THEMATIQUES} == set(CATEGORIES)


@cellules("domaine", CODES)
def test_each_frein_has_services_that_may_lift_it(domaine):
    assert sous(levier(domaine)) != []


def test_the_family_frein_leads_to_every_thematique_of_the_family():
    assert [LIBELLES[code] for code in sous(levier(Domaine.FAMILLE))][0] == "Garde d’enfants"
    assert len(sous(levier(Domaine.FAMILLE))) == 5


def test_a_frein_that_names_one_thematique_leads_to_it_alone():
    assert sous(levier(Domaine.DISPONIBILITE)) == ["famille--garde-denfants"]


@cellules("code", ["", "famil", "famille--", "inconnu"])
def test_a_code_of_no_list_names_nothing(code):
    assert sous(code) == []
