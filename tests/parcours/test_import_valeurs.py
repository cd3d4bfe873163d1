"""What a cell means: dates, numbers, words; what cannot be used is said, never guessed."""

from datetime import date
from decimal import Decimal

from insertion.imports import valeurs as communes
from parcours.imports import champs, valeurs
from parcours.imports.fiche import comprendre
from tests.cellules import cellules

LE = date(2026, 11, 22)


@cellules(
    ("brut", "attendu"),
    [
        ("21/03/2025", date(2025, 3, 21)),
        ("1972-07-06", date(1972, 7, 6)),
        ("10.09.1996", date(1996, 9, 10)),
        ("6/7/1972", date(1972, 7, 6)),
        ("21 03 2025", date(2025, 3, 21)),
        ("1er mars 2024", date(2024, 3, 1)),
        ("mar. 17 novembre 2026", date(2026, 11, 17)),
        ("15 août 2025", date(2025, 8, 15)),
        ("21/03/2025 14:30", date(2025, 3, 21)),
    ],
)
def test_a_date_is_read_however_it_is_written(brut, attendu):
    assert communes.jour(brut, LE) == communes.Lu(attendu)


@cellules("brut", ["septembre", "septembre 2025", "31/02/2025", "2025", "bientôt", "12/2025", "01/01/0203"])
def test_what_is_not_a_day_is_said(brut):
    lu = communes.jour(brut, LE)

    assert (lu.valeur, lu.bloquant) == (None, False)
    assert brut in lu.alerte


@cellules(("brut", "attendu"), [("20/12/80", 1980), ("18/04/05", 2005), ("01/10/92", 1992), ("45737", 2025)])
def test_a_completed_year_is_read_and_said(brut, attendu):
    lu = valeurs.naissance(brut, LE)

    assert lu.valeur.year == attendu
    assert lu.alerte


@cellules("brut", ["31/02/1990", "12/03/2031", "01/01/1850", "99/99/9999"])
def test_an_impossible_date_of_birth_keeps_the_line_out(brut):
    assert valeurs.naissance(brut, LE).bloquant


def test_an_unknown_date_of_birth_does_not():
    assert not valeurs.naissance("inconnue", LE).bloquant


@cellules("brut", ["639986517", "06 39 98 65 17", "0639986517", "+33 6 39 98 65 17", "06.39.98.65.17"])
def test_a_telephone_is_one_number_whatever_its_dress(brut):
    assert communes.telephone(brut, LE).valeur == "+33639986517"


@cellules("brut", ["aucun", "06 39", "voir sa sœur"])
def test_an_unusable_telephone_is_said(brut):
    assert communes.telephone(brut, LE).valeur is None


@cellules(("brut", "attendu"), [("24,5", "24.5"), ("26h", "26"), ("26h30", "26.5"), ("20", "20"), ("24.5 h", "24.5")])
def test_hours_a_week(brut, attendu):
    assert valeurs.heures(brut, LE).valeur == Decimal(attendu)


@cellules(
    ("brut", "attendu"),
    [("bloquant", 0), ("fort", 1), ("oui", 2), ("léger", 3), ("levé", 4), ("NON", 4), ("?", valeurs.NON_ABORDE)],
)
def test_levels_in_words(brut, attendu):
    assert valeurs.niveau(brut, LE) == communes.Lu(attendu)


@cellules(
    ("brut", "attendu"),
    [
        ("Vulnérable", 1),
        ("fragile", 2),
        ("en bonne voie", 3),
        ("DISPONIBLE", 4),
        ("fort", valeurs.NON_EVALUE),
        ("levé", valeurs.NON_EVALUE),
        ("3", valeurs.NON_EVALUE),
        ("compliqué", valeurs.NON_EVALUE),
        ("?", valeurs.NON_ABORDE),
    ],
)
def test_only_the_names_of_the_public_grid_are_its_levels(brut, attendu):
    """metier.md §4.1.d: a degree of a frein says nothing of a situation."""
    assert valeurs.lecteurs("reference")["niveau"](brut, LE) == valeurs.Lu(attendu)


def test_a_word_that_is_no_level_is_not_evaluated_and_said():
    lu = valeurs.niveau("compliqué", LE)

    assert lu.valeur == valeurs.NON_ABORDE
    assert "compliqué" in lu.alerte


@cellules(("brut", "attendu"), [("O", True), ("x", True), ("oui", True), ("N", False), ("non", False)])
def test_yes_and_no(brut, attendu):
    assert communes.oui_non(brut, LE).valeur is attendu


@cellules(
    ("brut", "attendu"),
    [
        ("DUPONT Jean", ("DUPONT", "Jean")),
        ("DE LA TOUR Aimé", ("DE LA TOUR", "Aimé")),
        ("Jean DUPONT", ("DUPONT", "Jean")),
    ],
)
def test_capitals_tell_the_name_from_the_given_name(brut, attendu):
    assert valeurs.nom_complet(brut, LE).valeur == attendu


@cellules("brut", ["Jean Dupont", "DUPONT", "DUPONT JEAN"])
def test_a_name_that_nothing_splits_is_for_people_to_correct(brut):
    assert valeurs.nom_complet(brut, LE).bloquant


@cellules(
    ("entete", "cle"),
    [
        ("Nom du salarié", "nom"),
        ("PRÉNOM", "prenom"),
        ("Né(e) le", "date_naissance"),
        ("N° de téléphone", "telephone"),
        ("Frein garde d’enfants", "frein_famille"),
        ("Difficulté logement", "frein_logement"),
        ("Dates de début d’embauche", "date_entree"),
        ("Loisirs", ""),
    ],
)
def test_headings_are_recognised_by_their_words(entete, cle):
    assert champs.CATALOGUE.deviner(entete) == cle


def test_what_is_sensitive_and_unreadable_never_reaches_a_shared_note():
    fiche = comprendre(
        2,
        ["Benali", "Amina", "depuis 2019, dossier MDPH", "trois enfants"],
        ["Nom", "Prénom", "RQTH", "Famille"],
        {"0": "nom", "1": "prenom", "2": "situation_rqth", "3": "conserver"},
        LE,
    )

    assert fiche.notes == [("Famille", "trois enfants")]
    assert fiche.restes == []
    assert [a["champ"] for a in fiche.avertissements] == ["situation_rqth"]


def test_a_text_too_long_is_cut_and_kept_whole_in_a_note():
    fiche = comprendre(2, ["N" * 90, "Ana"], ["Nom", "Prénom"], {"0": "nom", "1": "prenom"}, LE)

    assert fiche.personne["nom"] == "N" * 80
    assert fiche.restes == [("Nom", "N" * 90)]
