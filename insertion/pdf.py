"""PDF documents, the only door to WeasyPrint: tagged (PDF/UA-1), in French, and deaf to everything outside.

What people typed ends in these pages, so nothing may be fetched: neither the network, nor a file, nor an
attachment. Only our own fonts are read, under the scheme `app-static:` (surete.md P0-15).
"""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

SCHEME = "app-static:"
#: Every printed page, then the sheets of a report, which the screen shows with the same rules.
FEUILLES = ("css/pdf.css", "css/feuilles.css")
DOSSIER_POLICES = "paquets/polices"
#: The cuts that the pages need, weight and style: a variable font must be cut anew in each document, half its time.
COUPES = {
    "Atkinson Hyperlegible Next": (
        "400-normal",
        "400-italic",
        "500-normal",
        "600-normal",
        "600-italic",
        "700-normal",
    ),
    "Bricolage Grotesque": ("600-normal", "700-normal"),
}
#: Family, style, weight, file: what the pages of the site look like, emoji drawn in one colour, Arabic and Cyrillic.
#: The letters of other Latin languages have a family of their own: WeasyPrint takes two files of one family for one
#: font (ł was O).
POLICES = (
    *(
        (
            f"{famille}{suite}",
            style,
            graisse,
            f"{famille.lower().replace(' ', '-')}-{alphabet}-{graisse}-{style}.woff",
        )
        for famille, coupes in COUPES.items()
        for graisse, style in (coupe.split("-") for coupe in coupes)
        for alphabet, suite in (("latin", ""), ("latin-ext", " Ext"))
    ),
    ("Noto Emoji", "normal", "400", "noto-emoji-emoji-400-normal.woff"),
    *(
        (f"Noto Sans {nom}", "normal", graisse, f"{fichier}-{graisse}-normal.woff")
        for nom, fichier in (("Arabic", "noto-sans-arabic-arabic"), ("Cyrillic", "noto-sans-cyrillic"))
        for graisse in ("400", "600", "700")
    ),
)


class AdresseRefusee(ValueError):
    """A document asked for something that is not one of our fonts."""


class PolicesSeulement(URLFetcher):
    """Gives the fonts of `POLICES`; any other address is refused before a socket or a file is opened."""

    def __init__(self):
        super().__init__(timeout=0.001, allowed_protocols=(), allow_redirects=False)

    def fetch(self, url, headers=None):
        nom = url.removeprefix(SCHEME)
        if nom == url or nom not in {fichier for *_, fichier in POLICES}:
            raise AdresseRefusee(f"Adresse refusée dans un PDF : {url[:80]}")
        contenu = Path(finders.find(f"{DOSSIER_POLICES}/{nom}")).read_bytes()
        return URLFetcherResponse(url, contenu, {"Content-Type": "font/woff"})


@cache
def _habillage():
    """The fonts and the print stylesheet, read once per process; a tree without fonts prints with the system's."""
    polices, fetcher = FontConfiguration(), PolicesSeulement()
    faces = [
        f'@font-face {{ font-family: "{famille}"; font-style: {style}; font-weight: {graisse};'
        f" src: url({SCHEME}{fichier}) }}"
        for famille, style, graisse, fichier in POLICES
        if finders.find(f"{DOSSIER_POLICES}/{fichier}")
    ]
    feuilles = [Path(finders.find(feuille)).read_text(encoding="utf-8") for feuille in FEUILLES]
    css = CSS(string="\n".join([*faces, *feuilles]), font_config=polices, url_fetcher=fetcher)
    return css, polices, fetcher


@dataclass(frozen=True)
class Piece:
    """A file joined to a document: its name, its bytes, what it is (French)."""

    nom: str
    contenu: bytes
    description: str


def rendre(gabarit, contexte, *, titre, pieces=()):
    """Return the bytes of the PDF of a template that extends `pdf/base.html`.

    `contexte` is loaded beforehand: no query is made here, so that no transaction stays open while pages are
    drawn. `titre` is what the reader's window and a screen reader announce. With `pieces` (`Piece`s), the document is
    made for archives that keep files inside it (PDF/A-3a, tagged as well) instead of PDF/UA-1.
    """
    return imprimer(composer(gabarit, contexte, titre=titre), pieces)


def composer(gabarit, contexte, *, titre):
    """Return the HTML of that document, as `imprimer` takes it."""
    return render_to_string(gabarit, {**contexte, "titre": titre})


def imprimer(page, pieces=()):
    """Return the bytes of the PDF of a page of HTML and its `pieces`: what WeasyPrint does, and nothing else."""
    css, polices, fetcher = _habillage()
    document = HTML(string=page, base_url=SCHEME, url_fetcher=fetcher)
    jointes = [
        Attachment(file_obj=BytesIO(p.contenu), name=p.nom, description=p.description, relationship="Data")
        for p in pieces
    ]
    variante = "pdf/a-3a" if pieces else "pdf/ua-1"
    return document.write_pdf(
        stylesheets=[css], font_config=polices, pdf_variant=variante, attachments=jointes or None
    )
