"""Spreadsheets in and out. What comes in is checked before it is opened, then opened by a process of its own."""

import csv
import io
import json
import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from charset_normalizer import from_bytes
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from . import archives

CLASSEUR = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MO = 1024 * 1024
TAILLE_MAX = 5 * MO
TAILLE_DEPLIEE_MAX = 50 * MO
RAPPORT_MAX = 100
ENTREES_MAX = 200
LIGNES_MAX = 5_000
COLONNES_MAX = 100
#: Width of a column that is written, in letters, and how many lines say how much it needs.
LARGEUR_MIN, LARGEUR_MAX, LIGNES_MESUREES = 14, 60, 200
DELAI_MAX = 20  # seconds that the reading process may take

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ISOLE = Path(__file__).with_name("tableur_isole.py")
_CONTROLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
#: What the name of a sheet may not hold.
_INTERDITS = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


class FichierRefuse(Exception):
    """The file cannot be read; the message (French) says why and what to do."""


@dataclass(frozen=True)
class Feuille:
    """One sheet as text: `lignes[0]` is the first line that a spreadsheet shows. `source` says how it was read."""

    nom: str
    lignes: list[list[str]]
    source: str
    visible: bool = True


def lire(contenu, nom):
    """Return the `Feuille`s of a spreadsheet file (bytes; xlsx, xls, ods or csv, told by its content, not its name).

    Raise `FichierRefuse` for what is too big, hostile, protected or not a table (surete.md P0-17).
    """
    if not contenu:
        raise FichierRefuse("Ce fichier est vide.")
    if len(contenu) > TAILLE_MAX:
        raise FichierRefuse("Ce fichier dépasse 5 Mo. Gardez une seule feuille, sans image, et réessayez.")
    if contenu.startswith(b"PK\x03\x04"):
        _verifier_archive(contenu)
        return _lire_classeur(contenu, "classeur")
    if contenu.startswith(_OLE):
        _verifier_ancien_classeur(contenu)
        return _lire_classeur(contenu, "classeur .xls")
    return [_lire_texte(contenu, nom)]


def _verifier_archive(contenu):
    abime = FichierRefuse("Ce fichier est abîmé : ouvrez-le dans votre tableur et enregistrez-le à nouveau.")
    with archives.ouvrir(contenu, abime) as archive:
        entrees = archive.infolist()
        _verifier_tailles(entrees, len(contenu))
        _verifier_entrees(archive, [entree.filename for entree in entrees])


def _verifier_tailles(entrees, taille):
    excessive = any(entree.file_size > RAPPORT_MAX * max(entree.compress_size, 1024) for entree in entrees)
    if len(entrees) > ENTREES_MAX:
        raise FichierRefuse(
            "Ce classeur contient trop de feuilles ou d’images. Gardez seulement la feuille à importer."
        )
    if excessive or archives.se_deplie_trop(entrees, taille, TAILLE_DEPLIEE_MAX, RAPPORT_MAX):
        raise FichierRefuse("Ce classeur se déplie en un contenu démesuré : il est refusé par précaution.")


def _verifier_entrees(archive, noms):
    minuscules = [nom.lower() for nom in noms]
    if any("vbaproject" in nom or nom.startswith("basic/") and nom.endswith(".xml") for nom in minuscules):
        raise FichierRefuse(
            "Ce classeur contient des macros. Enregistrez-le au format .xlsx, sans macro, et réessayez."
        )
    if (
        "xl/workbook.xml" not in minuscules
        and "content.xml" not in minuscules
        and "xl/workbook.bin" not in minuscules
    ):
        raise FichierRefuse("Ce fichier n’est pas un tableau : les formats lus sont .xlsx, .xls, .ods et .csv.")
    for nom in noms:
        if nom.lower().endswith((".xml", ".rels")):
            with archive.open(nom) as entree:
                if b"<!DOCTYPE" in (debut := entree.read(4096)) or b"<!ENTITY" in debut:
                    raise FichierRefuse(
                        "Ce classeur contient des définitions interdites : il est refusé par précaution."
                    )


def _verifier_ancien_classeur(contenu):
    if "EncryptedPackage".encode("utf-16-le") in contenu:
        raise FichierRefuse(
            "Ce classeur est protégé par un mot de passe. Enregistrez-le sans protection et réessayez."
        )
    if "_VBA_PROJECT".encode("utf-16-le") in contenu:
        raise FichierRefuse(
            "Ce classeur contient des macros. Enregistrez-le au format .xlsx, sans macro, et réessayez."
        )


def _lire_classeur(contenu, source):
    """Open the workbook in a process with little memory and little time: a bomb kills that process, not ours."""
    try:
        lecture = subprocess.run(
            [sys.executable, "-I", str(_ISOLE), str(LIGNES_MAX), str(COLONNES_MAX)],
            input=contenu,
            capture_output=True,
            timeout=DELAI_MAX,
            check=True,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as erreur:
        raise FichierRefuse(
            "Ce classeur ne peut pas être lu. Ouvrez-le dans votre tableur, enregistrez-le en .xlsx et réessayez."
        ) from erreur
    feuilles = json.loads(lecture.stdout)
    for feuille in feuilles:
        _verifier_dimensions(feuille["hauteur"], feuille["largeur"])
    return [Feuille(f["nom"], f["lignes"], f"{source}, feuille « {f['nom']} »", f["visible"]) for f in feuilles]


def _verifier_dimensions(hauteur, largeur):
    if hauteur > LIGNES_MAX:
        raise FichierRefuse("Ce fichier compte plus de 5 000 lignes. Découpez-le en plusieurs fichiers.")
    if largeur > COLONNES_MAX:
        raise FichierRefuse("Ce fichier compte plus de 100 colonnes. Supprimez celles qui ne servent pas.")


def _lire_texte(contenu, nom):
    texte, encodage = _decoder(contenu)
    if "\x00" in texte:
        raise FichierRefuse("Ce fichier n’est pas un tableau : les formats lus sont .xlsx, .xls, .ods et .csv.")
    debut = texte[:2000].lstrip().lower()
    if debut.startswith(("<html", "<!doctype", "<table", "<?xml")):
        raise FichierRefuse(
            "Ce fichier est une page web, malgré son nom. Ouvrez-le dans votre tableur et enregistrez-le en .xlsx."
        )
    if debut.startswith("%pdf"):
        raise FichierRefuse("Ce fichier est un PDF. Exportez plutôt la liste en .xlsx ou en .csv.")
    separateur = _separateur(texte)
    try:
        lignes = [
            [c.strip() for c in ligne] for ligne in csv.reader(io.StringIO(texte, newline=""), delimiter=separateur)
        ]
    except csv.Error as erreur:
        raise FichierRefuse("Ce fichier texte n’est pas un tableau régulier (guillemets ou séparateurs).") from erreur
    while lignes and not any(lignes[-1]):
        lignes.pop()
    _verifier_dimensions(len(lignes), max(map(len, lignes), default=0))
    lisible = {"\t": "tabulation"}.get(separateur, f"« {separateur} »")
    return Feuille(Path(nom).stem, lignes, f"texte {encodage}, séparateur {lisible}")


def _decoder(contenu):
    """Return the text and the name of its encoding: UTF-8 or UTF-16 if it is, else the likeliest of the old ones."""
    if contenu.startswith((b"\xff\xfe", b"\xfe\xff")):
        return contenu.decode("utf-16", errors="replace"), "UTF-16"
    try:
        return contenu.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        pass
    if b"\x00" in contenu:
        raise FichierRefuse("Ce fichier n’est pas un tableau : les formats lus sont .xlsx, .xls, .ods et .csv.")
    probable = from_bytes(contenu, cp_isolation=["cp1252", "mac_roman", "cp850"]).best()
    encodage = probable.encoding if probable else "cp1252"
    lisible = {"cp1252": "windows-1252", "mac_roman": "MacRoman", "cp850": "CP850"}[encodage]
    return contenu.decode(encodage, errors="replace"), lisible


def _separateur(texte):
    """The separator that cuts the first lines most evenly, outside quotes; « ; » when there is only one column."""
    essais = {}
    for separateur in ";\t,|":
        try:
            lignes = [ligne for ligne in csv.reader(io.StringIO(texte[:20_000]), delimiter=separateur) if any(ligne)]
        except csv.Error:
            continue
        largeurs = [len(ligne) for ligne in lignes[:50]]
        courante = max(set(largeurs), key=largeurs.count, default=1)
        if courante > 1:
            essais[separateur] = (largeurs.count(courante) / len(largeurs), courante)
    return max(essais, key=essais.get, default=";")


@dataclass(frozen=True)
class Onglet:
    """One sheet to write: its name, its headings, its lines (texts, numbers, dates).

    `liens`: for each line, the rank of the sheet to which its first cell leads.
    """

    titre: str
    entetes: list
    lignes: list
    liens: tuple = ()


def ecrire(titre, entetes, lignes):
    """Return the bytes of an xlsx of one sheet. Each text stays a text: « =1+1 » never becomes a formula (P0-18)."""
    return ecrire_onglets([Onglet(titre, entetes, lignes)])


def ecrire_onglets(onglets):
    """Return the bytes of an xlsx of several sheets, in their order; see `ecrire`."""
    classeur, pris = Workbook(), set()
    classeur.remove(classeur.active)
    noms = [_nom_de_feuille(onglet.titre, pris) for onglet in onglets]
    for nom, onglet in zip(noms, onglets, strict=True):
        feuille = classeur.create_sheet(nom)
        _remplir(feuille, onglet)
        for numero, rang in enumerate(onglet.liens, start=2):
            _mener(feuille.cell(numero, 1), noms[rang])
    sortie = io.BytesIO()
    classeur.save(sortie)
    return sortie.getvalue()


def _nom_de_feuille(titre, pris):
    """`titre` as a spreadsheet takes it: 31 letters, none of []:*?/\\, no name twice whatever the case."""
    base = _INTERDITS.sub(" ", titre).strip("' ")[:31] or "Feuille"
    nom, rang = base, 1
    while nom.lower() in pris:
        rang += 1
        fin = f" {rang}"
        nom = f"{base[: 31 - len(fin)]}{fin}"
    pris.add(nom.lower())
    return nom


def _remplir(feuille, onglet):
    for numero, ligne in enumerate([onglet.entetes, *onglet.lignes], start=1):
        for colonne, valeur in enumerate(ligne, start=1):
            _ecrire_cellule(feuille.cell(numero, colonne), valeur)
    for colonne, entete in enumerate(onglet.entetes, start=1):
        cellule = feuille.cell(1, colonne)
        cellule.font, cellule.fill = Font(bold=True), PatternFill("solid", fgColor="E2F0F1")
        cellule.alignment = Alignment(vertical="center")
        textes = [str(ligne[colonne - 1]) for ligne in onglet.lignes[:LIGNES_MESUREES] if len(ligne) >= colonne]
        largeur = max([len(str(entete)) + 3, *map(len, textes)])
        feuille.column_dimensions[get_column_letter(colonne)].width = min(max(LARGEUR_MIN, largeur), LARGEUR_MAX)
    feuille.freeze_panes = "A2"


def _mener(cellule, nom):
    """Make a cell lead to the top of the sheet `nom` of the same file."""
    entre_apostrophes = nom.replace("'", "''")
    cellule.hyperlink = Hyperlink(ref=cellule.coordinate, location=f"'{entre_apostrophes}'!A1")
    cellule.font = Font(color="0E5A64", underline="single")


def _ecrire_cellule(cellule, valeur):
    if isinstance(valeur, str):
        cellule.value = _CONTROLE.sub("", valeur)[:32_767]
        cellule.data_type = "s"
        if len(cellule.value) > LARGEUR_MAX:
            cellule.alignment = Alignment(wrap_text=True, vertical="top")
        return
    cellule.value = valeur
    if isinstance(valeur, datetime):
        cellule.number_format = "dd/mm/yyyy hh:mm"
    elif isinstance(valeur, date):
        cellule.number_format = "dd/mm/yyyy"


def ecrire_en_flux(sortie, titre, entetes, lignes):
    """Write an xlsx of one sheet in the file `sortie`, row after row: little memory, whatever their number.

    As in `ecrire` each text stays a text; days and instants (without zone) are real dates, shown as in French.
    """
    classeur = Workbook(write_only=True)
    feuille = classeur.create_sheet(_CONTROLE.sub("", titre)[:31])
    feuille.freeze_panes = "A2"
    for colonne, entete in enumerate(entetes, start=1):
        feuille.column_dimensions[get_column_letter(colonne)].width = max(14, len(str(entete)) + 3)
    feuille.append([_entete(feuille, entete) for entete in entetes])
    for ligne in lignes:
        feuille.append([valeur if _va_de_soi(valeur) else _cellule(feuille, valeur) for valeur in ligne])
    classeur.save(sortie)


def _va_de_soi(valeur):
    """Whether openpyxl writes a value as we do, without a cell of ours that says how: much the most frequent."""
    if isinstance(valeur, str):
        return len(valeur) <= LARGEUR_MAX and valeur.isprintable() and not valeur.startswith(("=", "#"))
    return not isinstance(valeur, date)  # an instant is a date too


def _cellule(feuille, valeur):
    cellule = WriteOnlyCell(feuille)
    _ecrire_cellule(cellule, valeur)
    return cellule


def _entete(feuille, titre):
    cellule = _cellule(feuille, titre)
    cellule.font, cellule.fill = Font(bold=True), PatternFill("solid", fgColor="E2F0F1")
    return cellule


#: What makes a spreadsheet take a text of a CSV for a formula (surete.md P0-18).
_FORMULES = ("=", "+", "-", "@", "\t", "\r")


def neutraliser(texte):
    """Return `texte` as a CSV may hold it: an apostrophe goes before what would be a formula."""
    return f"'{texte}" if texte.startswith(_FORMULES) else texte
