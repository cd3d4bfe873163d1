from datetime import date

import pytest

from beneficiaires.doublons import ressemblances
from insertion.isolation.contexte import contexte
from tests.cellules import cellules
from tests.usines import BeneficiaireFactory

NAISSANCE = date(1992, 3, 12)


@pytest.fixture
def amina(structure):
    return BeneficiaireFactory(
        prenom="Amina", nom="Benali", date_naissance=NAISSANCE, telephone="+33612345678", email="amina@exemple.fr"
    )


@cellules(
    "saisie",
    [
        {"nom": "Benali", "prenom": "Amina", "date_naissance": NAISSANCE},
        {"nom": "BENALLI", "prenom": "Amina", "date_naissance": NAISSANCE},
        {"nom": "Amina", "prenom": "Benali", "date_naissance": NAISSANCE},
        {"nom": "Ben Ali", "prenom": "Aminâ", "date_naissance": NAISSANCE},
        {"nom": "Dupont", "telephone": "06 12 34 56 78"},
        {"nom": "Dupont", "telephone": "+33 6 12 34 56 78"},
        {"nom": "Dupont", "email": " Amina@Exemple.fr "},
        {"nom": "Benali", "prenom": "Amina"},
        {"nom": "BENALLI", "prenom": "Aminâ"},
        {"nom": "Amina", "prenom": "Benali"},
    ],
)
def test_somebody_already_known_is_noticed(amina, saisie):
    assert list(ressemblances(**saisie)) == [amina]


@cellules(
    "saisie",
    [
        {"nom": "Benali", "prenom": "Amina", "date_naissance": date(1990, 1, 1)},
        {"nom": "Lefebvre", "prenom": "Jean-Luc", "date_naissance": NAISSANCE},
        {"nom": "Benali"},
        {"nom": "Benali", "prenom": "Samira"},
        {"prenom": "Amina"},
        {"nom": "Benali", "telephone": "06"},
        {"nom": "Benali", "telephone": "06 12 34 56 79"},
        {"nom": "Benali", "email": "   "},
        {"date_naissance": NAISSANCE},
    ],
)
def test_somebody_else_is_not_mistaken_for_them(amina, saisie):
    assert list(ressemblances(**saisie)) == []


def test_nothing_to_compare_makes_no_query(structure, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert list(ressemblances(date_naissance=NAISSANCE, telephone="06", email=" ")) == []


def test_somebody_whose_birth_nobody_noted_is_noticed_by_their_name(structure):
    sans_date = BeneficiaireFactory(prenom="Bruno", nom="Lecomte", date_naissance=None)

    assert list(ressemblances(nom="Lecomte", prenom="Bruno", date_naissance=NAISSANCE)) == [sans_date]


@cellules("connu", ["06 39 98 05 28", "0639980528", "+33639980528"])
def test_a_number_of_no_operator_is_compared_however_it_was_kept(structure, connu):
    bruno = BeneficiaireFactory(prenom="Bruno", nom="Lecomte", telephone=connu)

    assert list(ressemblances(nom="Dupont", telephone="06.39.98.05.28")) == [bruno]


def test_the_file_being_edited_is_not_its_own_double(amina):
    assert list(ressemblances(telephone="0612345678", sauf=amina.pk)) == []


def test_another_structure_is_never_proposed(amina, autre_structure):
    with contexte(autre_structure.pk):
        assert list(ressemblances(telephone="06 12 34 56 78")) == []
