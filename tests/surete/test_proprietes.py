"""Properties drawn by hypothesis, 400 examples each: the door, the rights, the import; and ten thousand at once."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from insertion import tableur
from insertion.droits import DROITS
from insertion.enums import Role
from insertion.isolation.contexte import contexte
from tests.isolation import test_concurrence, test_contexte

from .monde import Monde
from .rangees import modeles_isoles

EXEMPLES, REQUETES = 400, 10_000
LENTEMENT = settings(max_examples=EXEMPLES, deadline=None, suppress_health_check=list(HealthCheck))
#: Who has at most the rights of whom.
PAIRES = [(moins, plus) for moins in Role for plus in Role if DROITS[moins] <= DROITS[plus] and moins != plus]
#: The notes of a colleague: the chef de service reads them, who answers for the work; the direction does not.
AU_CHEF_SEUL = {"parcours.NoteConfidentielle"}
#: What spreadsheets hold: any letter, signs, formulas, several lines; never a control character.
CASES = st.text(
    st.characters(min_codepoint=33, max_codepoint=0x2FFF, blacklist_categories=("C", "Z")), min_size=1, max_size=30
) | st.sampled_from(["=1+1", "+33 6 12", "-2", "@SUM(A1)", "D’Été", "a\nb", "00123", "\N{GRINNING FACE}"])


class MarcheLongue(test_contexte.Marche):
    """The walk through nested contexts, savepoints and failures of tests/isolation, longer."""

    marche = test_contexte.Marche.test_only_the_innermost_structure_is_read.hypothesis.inner_test
    test_only_the_innermost_structure_is_read = LENTEMENT(
        given(st.lists(test_contexte.ARBRE, min_size=1, max_size=4))(marche)
    )


def test_fewer_rights_never_give_more_rows(db, referentiels, mesurer):
    monde, modeles = Monde(Role.DIRECTION), modeles_isoles()
    modeles = [m for m in modeles if m._meta.label not in AU_CHEF_SEUL]

    def lues(modele, role, utilisateur):
        with contexte(monde.ici.pk, utilisateur_id=utilisateur.pk, role=role):
            return set(modele._base_manager.values_list("pk", flat=True))

    @LENTEMENT
    @given(st.sampled_from(PAIRES), st.sampled_from(modeles), st.sampled_from([monde.moi, monde.collegue]))
    def verifier(paire, modele, utilisateur):
        moins, plus = paire
        assert lues(modele, moins, utilisateur) <= lues(modele, plus, utilisateur)

    verifier()
    mesurer("Propriétés : exemples tirés", EXEMPLES)


@LENTEMENT
@given(st.integers(1, 5).flatmap(lambda n: st.lists(st.lists(CASES, min_size=n, max_size=n), min_size=1, max_size=6)))
def test_what_is_exported_is_imported_as_it_was(lignes):
    entetes = [f"Colonne {rang}" for rang in range(len(lignes[0]))]

    contenu = tableur.ecrire("Aller", entetes, lignes)

    assert tableur.lire(contenu, "retour.xlsx")[0].lignes == [entetes, *lignes]


@pytest.mark.django_db(transaction=True)
@pytest.mark.urls("tests.isolation.urls_fautives")
def test_ten_thousand_requests_at_once_never_show_a_row_of_another_structure(monkeypatch, mesurer):
    monkeypatch.setattr(test_concurrence, "REQUETES", REQUETES)

    test_concurrence.test_thousands_of_requests_at_once_never_show_a_row_of_another_structure()

    mesurer("Concurrence : requêtes sur une vue sans filtre", REQUETES)
