"""Files that people bring: what may be kept, and in which state (surete.md P0-16).

Nothing of a file is believed: its extension, its declared type and its first bytes must say the same thing.
Images are drawn again without their EXIF (place, device); office files are opened as archives and refused when
they hold a macro or inflate beyond reason.
"""

import io
import unicodedata
import warnings
from pathlib import PurePosixPath

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageOps

from insertion import archives

TAILLE_MAX = 10 * 1024 * 1024
PIXELS_MAX = 40_000_000
#: An office file is an archive: how many entries, how many bytes once inflated, how many times its size.
ENTREES_MAX, GONFLE_MAX, RAPPORT_MAX = 2000, 100 * 1024 * 1024, 200
#: Below this size, how many times a file inflates says nothing.
PETIT = 4096

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODT = "application/vnd.oasis.opendocument.text"
EXTENSIONS = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "docx": DOCX,
    "xlsx": XLSX,
    "odt": ODT,
}
#: What some browsers declare when the machine does not know the type.
TYPES_MUETS = ("", "application/octet-stream")
SIGNATURES = {"application/pdf": b"%PDF-", "image/jpeg": b"\xff\xd8\xff", "image/png": b"\x89PNG\r\n\x1a\n"}
FORMATS_IMAGE = {"image/jpeg": "JPEG", "image/png": "PNG"}
CONTENUS = {DOCX: "word/document.xml", XLSX: "xl/workbook.xml", ODT: "content.xml"}
MACROS = ("vbaproject", "vbadata", "activex", "basic/", "scripts/", "oleobject", "xl/macrosheets")

ILLISIBLE = "Ce document est illisible, ou protégé par un mot de passe."


class PieceRefusee(ValueError):
    """The file cannot be kept; the message says why, in French, to whoever brought it."""


def recevoir(fichier):
    """Return the upload `fichier` as it will be stored: checked, images redrawn, plain name.

    Raises `PieceRefusee` with a French sentence.
    """
    nom = _nom(fichier.name)
    type_mime = EXTENSIONS.get(nom.rpartition(".")[2].lower())
    if type_mime is None:
        raise PieceRefusee("Ce type de fichier n’est pas accepté : PDF, JPEG, PNG, Word, Excel ou OpenDocument.")
    if fichier.size > TAILLE_MAX:
        raise PieceRefusee("Ce fichier dépasse 10 Mo. Réduisez-le, ou déposez-le en plusieurs parties.")
    if fichier.content_type not in (type_mime, *TYPES_MUETS):
        raise PieceRefusee("Le contenu de ce fichier ne correspond pas à son nom.")
    octets = fichier.read(TAILLE_MAX + 1)
    return SimpleUploadedFile(nom, _verifier(type_mime, octets), type_mime)


def _nom(nom):
    """The name without folder, control or direction character (« facture‮fdp.exe »), 120 characters at most."""
    propre = "".join(c for c in nom.replace("\\", "/") if unicodedata.category(c) not in ("Cc", "Cf"))
    chemin = PurePosixPath(" ".join(PurePosixPath(propre).name.split()))
    return f"{chemin.stem[:100]}{chemin.suffix[:10]}"


def _verifier(type_mime, octets):
    if type_mime in FORMATS_IMAGE:
        return _redessiner(type_mime, octets)
    if type_mime in CONTENUS:
        return _ouvrir(type_mime, octets)
    if not octets.startswith(SIGNATURES[type_mime]) or b"%%EOF" not in octets[-2048:]:
        raise PieceRefusee("Ce fichier n’est pas un PDF lisible.")
    return octets


def _redessiner(type_mime, octets):
    """The image alone: upright, without EXIF, without what hides after its end (polyglots)."""
    refus = PieceRefusee("Cette image est illisible ou trop grande (40 millions de points au plus).")
    if not octets.startswith(SIGNATURES[type_mime]):
        raise PieceRefusee("Le contenu de ce fichier ne correspond pas à son nom.")
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(octets), formats=[FORMATS_IMAGE[type_mime]]) as image:
            warnings.simplefilter("error")
            if image.width * image.height > PIXELS_MAX:
                raise refus
            return _enregistrer(ImageOps.exif_transpose(image), type_mime)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning) as erreur:
        raise refus from erreur


def _enregistrer(image, type_mime):
    transparente = type_mime == "image/png" and ("A" in image.mode or "transparency" in image.info)
    mode = "RGBA" if transparente else "RGB"
    nue = Image.new(mode, image.size)
    nue.paste(image.convert(mode))
    sortie = io.BytesIO()
    nue.save(sortie, FORMATS_IMAGE[type_mime], quality=88, optimize=type_mime == "image/jpeg")
    return sortie.getvalue()


def _ouvrir(type_mime, octets):
    """Check the directory of an office file before anything is inflated."""
    if not octets.startswith(b"PK\x03\x04"):
        raise PieceRefusee("Le contenu de ce fichier ne correspond pas à son nom.")
    with archives.ouvrir(octets, PieceRefusee(ILLISIBLE)) as archive:
        entrees = archive.infolist()
        _refuser_bombe(entrees, len(octets))
        _refuser_macros(archive, entrees)
        if CONTENUS[type_mime] not in archive.namelist() or not _du_bon_type(archive, type_mime):
            raise PieceRefusee("Le contenu de ce fichier ne correspond pas à son nom.")
    return octets


def _refuser_bombe(entrees, taille):
    if len(entrees) > ENTREES_MAX or archives.se_deplie_trop(entrees, max(taille, PETIT), GONFLE_MAX, RAPPORT_MAX):
        raise PieceRefusee("Ce document est anormalement compressé : enregistrez-le à nouveau, puis redéposez-le.")
    if any(entree.flag_bits & 1 for entree in entrees):
        raise PieceRefusee(ILLISIBLE)


def _refuser_macros(archive, entrees):
    noms = " ".join(entree.filename.lower() for entree in entrees)
    types = _lire(archive, "[Content_Types].xml").lower()
    if any(macro in noms for macro in MACROS) or b"macroenabled" in types or b"vbaproject" in types:
        raise PieceRefusee("Ce document contient des macros ou un objet actif : enregistrez-le sans eux.")


def _du_bon_type(archive, type_mime):
    if type_mime == ODT:
        return _lire(archive, "mimetype").strip() == ODT.encode()
    return type_mime.encode() in _lire(archive, "[Content_Types].xml")


def _lire(archive, nom):
    """The first bytes of a small entry; empty when it is not there."""
    if nom not in archive.namelist():
        return b""
    with archive.open(nom) as entree:
        return entree.read(1024 * 1024)
