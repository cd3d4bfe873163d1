"""Bars: drawn from the figures of a table, and said in words for who does not see them."""

from io import BytesIO

from django.utils import timezone
from pypdf import PdfReader

from insertion import pdf
from insertion.isolation.contexte import contexte
from pilotage.bilans.contenu import contenu
from pilotage.bilans.graphiques import INTERLIGNE, barres


def table(*lignes, unite="taux"):
    return {
        "libelle": "Âge",
        "lignes": [
            {"libelle": nom, "unite": unite, "valeur": valeur, "en_mots": f"{valeur} %", "fraction": "1 / 2"}
            for nom, valeur in lignes
        ],
    }


def test_bars_are_as_long_as_their_share():
    dessin = barres(table(("Jeunes", "25.0"), ("Seniors", "50.0")), "age")

    jeunes, seniors = (float(barre.largeur) for barre in dessin.barres)
    assert round(seniors / jeunes, 1) == 2
    assert float(dessin.barres[1].texte_x) < dessin.largeur


def test_the_drawing_is_said_in_words():
    dessin = barres(table(("Jeunes", "25.0"), ("Seniors", "50.0")), "age")

    assert (dessin.titre, dessin.nom) == ("Âge", "age")
    assert dessin.description == "Jeunes\u00a0: 25.0 % (1 / 2)\u00a0; Seniors\u00a0: 50.0 % (1 / 2)"


def test_a_hidden_line_has_no_bar():
    dessin = barres(table(("Jeunes", None), ("Seniors", "50.0")), "age")

    assert dessin.barres[0].largeur == "0.0"


def test_one_line_nothing_or_two_units_are_not_drawn():
    melangee = table(("Jours", "10"), ("Heures", "20"))
    melangee["lignes"][1]["unite"] = "heures"

    assert barres(table(("Seule", "25.0")), "x") is None
    assert barres(table(("Jeunes", "0"), ("Seniors", "0")), "x") is None
    assert barres(melangee, "x") is None
    assert barres(table(("A", "1"), ("B", "2"), unite="heures"), "x") is None


def test_a_long_name_goes_on_two_lines_and_is_not_cut():
    nom = "Demandeur d’emploi de très longue durée (24 mois et plus)"

    barre = barres(table((nom, "25.0"), ("Seniors", "50.0")), "age").barres[0]

    (haut, y_haut), (bas, y_bas) = barre.lignes
    assert f"{haut} {bas}" == nom
    assert float(y_haut) < float(y_bas)


def test_only_a_name_on_two_lines_takes_the_room_of_two():
    courts = barres(table(("Jeunes", "25.0"), ("Seniors", "50.0")), "age")
    long = barres(
        table(("Demandeur d’emploi de très longue durée (24 mois et plus)", "25.0"), ("Seniors", "50.0")), "age"
    )

    assert long.hauteur == courts.hauteur + INTERLIGNE
    (_, bas), (seniors, _) = long.barres[0].lignes[1], long.barres[1].lignes[0]
    assert (float(long.barres[1].y) - float(bas) > 0, seniors) == (True, "Seniors")


def test_a_long_table_begins_where_there_is_room(structure, bilan):
    """Kept whole, it would leave half a page empty; cut, its head is repeated and four lines stay on either side."""
    avant, longue = (
        table(*((f"{nom} {rang:02}", "40.0") for rang in range(nombre)))
        | {"indicateur": nom, "libelle_lignes": "Domaine", "definition": ""}
        for nom, nombre in (("Avant", 20), ("Domaine", 16))
    )
    with contexte(structure.pk, origine="test"):
        fige = contenu(bilan, timezone.now())
    fige["blocs"] = [
        {"code": code, "titre": code, "texte": "Un mot.", "tables": tables}
        for code, tables in (("freins", [avant, longue]), ("sorties", []), ("aides", []))
    ]

    document = pdf.rendre(
        "pdf/bilan.html", {"contenu": fige, "structure": structure, "dessiner": barres}, titre="Bilan"
    )

    _, premiere, seconde, *_ = [page.extract_text() for page in PdfReader(BytesIO(document)).pages]
    lignes = [sum(f"Domaine {rang:02}" in page for rang in range(16)) for page in (premiere, seconde)]
    assert (sum(lignes), min(lignes) >= 4, "n / N" in seconde) == (16, True, True)


def test_thirteen_domains_and_their_drawing_hold_on_one_printed_page(structure, bilan):
    """A page of which the table takes the top half, and the next one its drawing, is a page half empty."""
    domaines = table(*((f"Domaine {rang:02}", f"{rang + 40}.0") for rang in range(13)))
    domaines |= {"indicateur": "freins", "libelle_lignes": "Domaine", "definition": "Parcours évalués. " * 10}
    with contexte(structure.pk, origine="test"):
        fige = contenu(bilan, timezone.now())
    freins = {"code": "freins", "titre": "Freins", "texte": "", "graphique": True, "tables": [domaines]}
    suites = [{"code": code, "titre": code, "texte": "Un mot.", "tables": []} for code in ("sorties", "aides")]
    fige["blocs"] = [freins, *suites]

    document = pdf.rendre(
        "pdf/bilan.html", {"contenu": fige, "structure": structure, "dessiner": barres}, titre="Bilan"
    )

    pages = [page.extract_text() for page in PdfReader(BytesIO(document)).pages]
    assert [page.count("Domaine 12") for page in pages if "Domaine 12" in page] == [2]
