"""What each domain is called by the funders (metier.md §4.1)."""

import pytest

from insertion.domaines import CODES, FREINS_ASP, famille
from insertion.enums import Domaine
from tests.cellules import cellules

#: metier.md §4.1.c: the 8 freins of ASP; §4.1.b: the contraintes of France Travail, thématique 7.
ASP = {"illetrisme", "demarch", "heberg", "mobilite", "sante", "justice", "surendet", "manque_dispo"}
FRANCE_TRAVAIL = {"22", "23", "24", "25", "26", "27", "28", "29"}
#: metier.md §4.1.e: those of the 69 thématiques of data·inclusion, and of their families, that we use.
DATA_INCLUSION = {
    "logement-hebergement",
    "mobilite",
    "sante",
    "sante--constituer-un-dossier-mdph-invalidite",
    "sante--addictions",
    "difficultes-administratives-ou-juridiques",
    "difficultes-administratives-ou-juridiques--prendre-en-compte-une-problematique-judiciaire",
    "difficultes-financieres",
    "lecture-ecriture-calcul",
    "lecture-ecriture-calcul--maitriser-le-francais",
    "numerique",
    "famille",
    "famille--garde-denfants",
    "se-former",
    "choisir-un-metier",
    "remobilisation",
    "preparer-sa-candidature--valoriser-ses-competences",
}


def test_every_domain_has_its_codes():
    assert set(CODES) == set(Domaine)
    assert {codes.theme_di for codes in CODES.values()} == DATA_INCLUSION


def test_each_frein_of_asp_and_each_contrainte_of_france_travail_has_a_domain():
    assert set(FREINS_ASP) == ASP
    assert {codes.code_asp for codes in CODES.values()} - {""} == ASP
    assert {codes.code_ft for codes in CODES.values()} - {""} == FRANCE_TRAVAIL


@cellules(
    ("domaine", "code_asp", "code_ft"),
    [
        pytest.param(Domaine.NUMERIQUE, "", "22", id="§4.1.c numérique has no equivalent at ASP"),
        pytest.param(Domaine.FAMILLE, "manque_dispo", "24", id="§4.1.c garde d’enfant is a lack of availability"),
        pytest.param(Domaine.ADDICTION, "sante", "25", id="§4.1.c addiction is counted with health"),
        pytest.param(Domaine.LANGUE, "illetrisme", "26", id="§4.1.c FLE is counted with illettrisme"),
        pytest.param(Domaine.JUSTICE, "justice", "29", id="§4.1.b difficultés administratives ou juridiques"),
        pytest.param(Domaine.LOGEMENT, "heberg", "27", id="§4.1.b difficultés de logement"),
        pytest.param(Domaine.CONFIANCE, "", "", id="a lack of confidence is not reported as an illness"),
    ],
)
def test_domain_keeps_the_codes_of_the_funders(domaine, code_asp, code_ft):
    assert (CODES[domaine].code_asp, CODES[domaine].code_ft) == (code_asp, code_ft)


@cellules(
    ("domaine", "attendue"),
    [
        pytest.param(Domaine.MOBILITE, "Frein social", id="§1 row 58"),
        pytest.param(Domaine.FORMATION, "Frein professionnel", id="§1 row 59"),
        pytest.param(Domaine.PROJET, "Frein professionnel", id="§1 row 59"),
    ],
)
def test_freins_are_of_two_families(domaine, attendue):
    assert famille(domaine) == attendue
