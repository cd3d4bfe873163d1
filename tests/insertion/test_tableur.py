"""Spreadsheets in and out: what is hostile is refused at once, what is written is never a formula."""

import io
import time
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from insertion import tableur
from insertion.tableur import FichierRefuse
from tests.beneficiaires.test_documents import part_abimee
from tests.cellules import cellules

EXEMPLES = Path(__file__).parent / "exemples"
FEUILLE = "xl/worksheets/sheet1.xml"


def classeur(*lignes):
    sortie, livre = io.BytesIO(), Workbook()
    for ligne in lignes:
        livre.active.append(ligne)
    livre.save(sortie)
    return sortie.getvalue()


def avec(contenu, **entrees):
    """The same workbook with these parts added or replaced."""
    sortie = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(contenu)) as ancien,
        zipfile.ZipFile(sortie, "w", zipfile.ZIP_DEFLATED) as nouveau,
    ):
        for nom in ancien.namelist():
            if nom not in entrees:
                nouveau.writestr(nom, ancien.read(nom))
        for nom, texte in entrees.items():
            nouveau.writestr(nom, texte)
    return sortie.getvalue()


def feuille(interieur, entete=""):
    espace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return f"{entete}<worksheet {espace}><sheetData>{interieur}</sheetData></worksheet>"


def bombe():
    return avec(classeur(["Nom"]), **{FEUILLE: feuille("<row>" + " " * 200_000_000 + "</row>")})


def bombe_moderee():
    """Just under the limits of the archive, but a million lines."""
    rangee = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 100_000))
    return avec(classeur(["Nom"]), **{FEUILLE: feuille(rangee)})


def cellule_lointaine():
    """Two cells only, at both ends of the sheet: seventeen thousand million if one lays them all out."""
    coins = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return avec(classeur(["Nom"]), **{FEUILLE: feuille(coins)})


def entites():
    definitions = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "boum" * 10}">' for n in range(9))
    interieur = '<row r="1"><c r="A1" t="inlineStr"><is><t>&a8;</t></is></c></row>'
    return avec(classeur(["Nom"]), **{FEUILLE: feuille(interieur, f"<!DOCTYPE x [{definitions}]>")})


def macros():
    return avec(classeur(["Nom"]), **{"xl/vbaProject.bin": b"macro"})


def trop_d_entrees():
    return avec(classeur(["Nom"]), **{f"xl/media/{n}.png": b"x" for n in range(250)})


def archive_quelconque():
    sortie = io.BytesIO()
    with zipfile.ZipFile(sortie, "w") as archive:
        archive.writestr("lettre.txt", "bonjour")
    return sortie.getvalue()


@cellules(
    ("fabrique", "message"),
    [
        (bombe, "démesuré"),
        (bombe_moderee, "5 000 lignes"),
        (cellule_lointaine, "ne peut pas être lu|lignes|démesuré"),
        (entites, "définitions interdites"),
        (macros, "macros"),
        (trop_d_entrees, "trop de feuilles"),
        (lambda: part_abimee(classeur(["Nom"])), "abîmé"),
        (archive_quelconque, "n’est pas un tableau"),
        (lambda: classeur([f"c{n}" for n in range(101)]), "100 colonnes"),
        (lambda: "\n".join(["a;b"] * 5001).encode(), "5 000 lignes"),
        (lambda: b"x" * (tableur.TAILLE_MAX + 1), "5 Mo"),
        (lambda: b"", "vide"),
        (lambda: b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe", "n’est pas un tableau"),
        (lambda: classeur(["Nom"])[:-200], "abîmé"),
        (lambda: tableur._OLE + b"\x00" * 2000, "ne peut pas être lu"),
        (lambda: tableur._OLE + "EncryptedPackage".encode("utf-16-le"), "mot de passe"),
    ],
)
def test_what_is_hostile_or_no_table_is_refused_at_once(fabrique, message):
    contenu = fabrique()
    debut = time.monotonic()

    with pytest.raises(FichierRefuse, match=message):
        tableur.lire(contenu, "liste.xlsx")

    assert time.monotonic() - debut < 1


@cellules("encodage", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
@cellules("separateur", [";", ",", "\t"])
def test_encoding_and_separator_are_guessed(encodage, separateur):
    lignes = [
        ["Nom", "Prénom", "Ville"],
        ["Lévêque", "Zoé", "Brive-la-Gaillarde"],
        ["D’Été", "Aimé", "Saint-Étienne"],
    ]
    if encodage in ("cp1252", "mac_roman"):
        lignes *= 3
    contenu = "\r\n".join(separateur.join(ligne) for ligne in lignes).encode(encodage)

    assert tableur.lire(contenu, "liste.csv")[0].lignes == lignes


def test_line_breaks_inside_a_cell_are_kept_and_lines_are_those_of_the_spreadsheet():
    lu = tableur.lire(b'Nom;Note\nBenali;"Ligne 1\nLigne 2"\n\nDupont;x\n', "liste.csv")[0]

    assert lu.lignes == [["Nom", "Note"], ["Benali", "Ligne 1\nLigne 2"], [], ["Dupont", "x"]]


@cellules("nom", ["liste.xls", "liste.ods"])
def test_older_and_free_workbooks_are_read(nom):
    contenu = (EXEMPLES / nom).read_bytes()

    lignes = tableur.lire(contenu, nom)[0].lignes

    assert lignes[2:4] == [
        ["Nom", "Prénom", "Né le", "Tél", "Commentaire"],
        ["Lévêque", "Zoé", "12/03/1992", "639981234", lignes[3][4]],
    ]


def test_dates_and_numbers_read_as_a_french_spreadsheet_shows_them():
    lu = tableur.lire(classeur([date(2025, 3, 21), datetime(2025, 3, 21, 14, 30), 639986517, 24.5, True]), "l.xlsx")[
        0
    ]

    assert lu.lignes == [["21/03/2025", "21/03/2025 14:30", "639986517", "24,5", "oui"]]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.one_of(st.text(max_size=40), st.text("=+-@\t\r'\"", min_size=1).map(lambda t: t + "1+1")), min_size=1)
)
def test_no_text_ever_becomes_a_formula(textes):
    contenu = tableur.ecrire("Export", [f"c{n}" for n in range(len(textes))], [textes])

    relu = load_workbook(io.BytesIO(contenu)).active
    assert "f" not in {cellule.data_type for ligne in relu.iter_rows() for cellule in ligne}


def test_an_export_reads_back_as_it_was_written():
    contenu = tableur.ecrire("Personnes", ["Nom", "Note"], [["=HYPERLINK(1)", "a\nb"], ["D’Été", "+33"]])

    assert tableur.lire(contenu, "l.xlsx")[0].lignes == [["Nom", "Note"], ["=HYPERLINK(1)", "a\nb"], ["D’Été", "+33"]]
