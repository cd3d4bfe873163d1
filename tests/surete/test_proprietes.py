"""Properties drawn by hypothesis, 400 examples each: the door, the rights, names erased, files read back; and ten
thousand requests at once."""

import pytest
from django.db.models import TextField
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beneficiaires.enums import CauseEffacement
from insertion import tableur
from insertion.droits import DROITS
from insertion.enums import Role
from insertion.isolation.contexte import contexte
from pilotage.vie_privee.effacement import effacer
from tests.isolation import test_concurrence, test_contexte
from tests.usines import BeneficiaireFactory

from .monde import COLLEGUE, Monde, sans_lendemain
from .rangees import JOUR, essai, modeles_isoles

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


#: Letters that names hold; words of a name are joined by one of the signs.
MOTS = st.text("abcdefghijklmnopqrstuvwxyzàâäçéèêëîïôöùûüÿñœæعائشةبنليИванжн", min_size=2, max_size=8)
NOMS = st.builds(
    lambda mots, signe: signe.join(mots).title(), st.lists(MOTS, min_size=1, max_size=3), st.sampled_from(" -'’")
)
SANS_ACCENTS = str.maketrans("àâäçéèêëîïôöùûüÿñÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸÑ", "aaaceeeeiioouuuynAAACEEEEIIOOUUUYN")
#: How a colleague names somebody in a note.
FACONS = (
    lambda p: f"{p.prenom} {p.nom}",
    lambda p: f"{p.nom.upper()} {p.prenom}",
    lambda p: f"{p.prenom} {p.nom}".translate(SANS_ACCENTS),
    lambda p: f"{p.prenom} {p.nom}".replace("-", " ").replace("’", "'").upper(),
    lambda p: f"Mme {p.nom}",
    lambda p: f"{p.prenom}  {p.nom_naissance}",
    lambda p: p.email.upper(),
    lambda p: "06 12 34 56 78",
    lambda p: "+33612345678",
    lambda p: "06.12.34.56.78",
)


class MarcheLongue(test_contexte.Marche):
    """The walk through nested contexts, savepoints and failures of tests/isolation, longer."""

    @pytest.fixture(autouse=True)
    def compter(self, mesurer):
        mesurer("Propriétés : exemples tirés", EXEMPLES)

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


def test_however_somebody_is_named_erasing_leaves_none_of_it(db, referentiels, mesurer):
    monde = Monde(Role.DIRECTION, categories=False)
    textes = _textes_libres(monde)

    @LENTEMENT
    @given(
        NOMS, NOMS, NOMS, st.sampled_from(FACONS), st.sampled_from(textes), st.sampled_from([" ", ", ", ".\n", "’s "])
    )
    def verifier(prenom, nom, nom_naissance, facon, ou, apres):
        (objet, champ), modele = ou, type(ou[0])
        with sans_lendemain(), contexte(monde.ici.pk):
            personne = BeneficiaireFactory(
                prenom=prenom,
                nom=nom,
                nom_naissance=nom_naissance,
                email="a.b+c@exemple.fr",
                telephone="+33612345678",
            )
            citation = facon(personne)
            modele._base_manager.filter(pk=objet.pk).update(**{champ: f"Vu {citation}{apres}puis rien."})
            effacer(personne, JOUR, CauseEffacement.DEMANDE)
            lus = list(modele._base_manager.filter(pk=objet.pk).values_list(champ, flat=True))
            for evenement in getattr(modele, "pgh_event_models", {}).values():
                if champ in {c.name for c in evenement._meta.concrete_fields}:
                    lus += evenement._base_manager.filter(pgh_obj_id=objet.pk).values_list(champ, flat=True)
        assert [lu for lu in lus if citation.casefold() in lu.casefold()] == [], (modele, champ, facon)
        assert lus[0].endswith(f"{apres}puis rien.")

    verifier()
    mesurer("Propriétés : exemples tirés", EXEMPLES)


def _textes_libres(monde):
    """[(row, name of a column)] of the file of a colleague where the database takes any text."""
    isoles = set(modeles_isoles())
    return [
        (objet, champ.name)
        for objet in monde.dossiers[COLLEGUE].values()
        if type(objet) in isoles
        for champ in type(objet)._meta.concrete_fields
        if _prend(objet, champ)
    ]


def _prend(objet, champ):
    if type(champ) is not TextField or champ.choices or champ.generated:
        return False
    with contexte(objet.structure_id), essai():
        lignes = type(objet)._base_manager.filter(pk=objet.pk)
        lignes.update(**{champ.name: "un texte"})
        return lignes.values_list(champ.name, flat=True).get() == "un texte"
    return False


@LENTEMENT
@given(st.integers(1, 5).flatmap(lambda n: st.lists(st.lists(CASES, min_size=n, max_size=n), min_size=1, max_size=6)))
def test_what_is_exported_is_imported_as_it_was(mesurer, lignes):
    entetes = [f"Colonne {rang}" for rang in range(len(lignes[0]))]

    contenu = tableur.ecrire("Aller", entetes, lignes)

    assert tableur.lire(contenu, "retour.xlsx")[0].lignes == [entetes, *lignes]
    mesurer("Propriétés : exemples tirés", 1)


@pytest.mark.django_db(transaction=True)
@pytest.mark.urls("tests.isolation.urls_fautives")
def test_ten_thousand_requests_at_once_never_show_a_row_of_another_structure(monkeypatch, mesurer):
    monkeypatch.setattr(test_concurrence, "REQUETES", REQUETES)

    test_concurrence.test_thousands_of_requests_at_once_never_show_a_row_of_another_structure()

    mesurer("Concurrence : requêtes sur une vue sans filtre", REQUETES)
