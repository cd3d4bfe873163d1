"""The users' guide: `docs/guide/*.md` read once, rendered, searched, and opened at the page that speaks of this one.

Each file begins with its settings: `groupe` and `rang` place it in the table of contents, `pages` names the addresses
that it explains (« parcours:entretien_ »: all those that begin so). Its pictures are taken by outillage/guide.py.
"""

import re
from dataclasses import dataclass
from functools import cache
from html import unescape
from itertools import groupby

import nh3
from django.conf import settings
from django.templatetags.static import static
from django.utils.safestring import mark_safe
from django.utils.text import slugify
from markdown_it import MarkdownIt
from PIL import Image

from .texte import sans_accents

DOSSIER = settings.BASE_DIR / "docs" / "guide"
#: The page opened when no other speaks of where one is.
DEFAUT = "premier-jour"
#: Part of an excerpt shown around what was found.
AUTOUR = 90

_MARKDOWN = MarkdownIt("commonmark").enable("table")
_BALISES = nh3.ALLOWED_TAGS | {"kbd"}
_ATTRIBUTS = {"a": {"href"}, "img": {"src", "alt", "width", "height", "loading"}, "h2": {"id"}, "h3": {"id"}}
_REGLAGES = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_COMMENTAIRE = re.compile(r"<!--.*?-->", re.DOTALL)
_TITRE = re.compile(r"<(h[23])>(.*?)</\1>", re.DOTALL)
_BALISE = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Page:
    """One page of the guide: its address, title, place, the pages of Tremplin that it explains, its HTML."""

    cle: str
    titre: str
    chapeau: str
    groupe: str
    rang: int
    pages: tuple
    html: str

    @property
    def sections(self):
        """[(anchor, title, text without tags)] of each part; the first has no anchor."""
        parts = re.split(r'<h2 id="([^"]+)">(.*?)</h2>', self.html, flags=re.DOTALL)
        nues = [unescape(_BALISE.sub(" ", part)) for part in parts]
        return [("", self.titre, nues[0]), *zip(nues[1::3], nues[2::3], nues[3::3], strict=True)]


@dataclass(frozen=True)
class Trouvee:
    """A part of the guide in which every word looked for was found."""

    page: Page
    ancre: str
    titre: str
    extrait: str


@cache
def pages():
    """{key: page}, in the order of the table of contents."""
    lues = [_lire(fichier) for fichier in DOSSIER.glob("*.md")]
    return {page.cle: page for page in sorted(lues, key=lambda page: (page.rang, page.titre))}


def sommaire():
    """[(group, [pages])]."""
    return [(groupe, list(siennes)) for groupe, siennes in groupby(pages().values(), lambda page: page.groupe)]


@cache
def page_pour(vue):
    """The key of the page that explains the view `vue` (« parcours:plan_detail »): the longest start of it."""
    candidates = [
        (len(debut), page.cle) for page in pages().values() for debut in page.pages if vue.startswith(debut)
    ]
    return max(candidates, default=(0, DEFAUT))[1]


def chercher(texte):
    """The parts of the guide that hold every word of `texte`, those that name it in their title first."""
    mots = sans_accents(texte).split()
    if not mots:
        return []
    trouvees = []
    for page in pages().values():
        for ancre, titre, corps in page.sections:
            cherche = sans_accents(f"{titre} {page.titre} {corps}")
            if all(mot in cherche for mot in mots):
                dans_le_titre = all(mot in sans_accents(f"{titre} {page.titre}") for mot in mots)
                trouvees.append((not dans_le_titre, Trouvee(page, ancre, titre, _extrait(corps, mots[0]))))
    return [trouvee for _, trouvee in sorted(trouvees, key=lambda une: une[0])]


def _extrait(corps, mot):
    corps = " ".join(corps.split())
    debut = max(sans_accents(corps).find(mot) - AUTOUR, 0)
    debut = corps.find(" ", debut) + 1 if debut else 0
    fin = debut + 2 * AUTOUR
    suite = f"{corps[debut:fin].rsplit(' ', 1)[0]}…" if fin < len(corps) else corps[debut:]
    return f"{'… ' if debut else ''}{suite}"


def _lire(fichier):
    texte = fichier.read_text(encoding="utf-8")
    reglages = dict(ligne.split(": ", 1) for ligne in _REGLAGES.match(texte)[1].splitlines())
    corps = _COMMENTAIRE.sub("", _REGLAGES.sub("", texte)).strip()
    titre, _, reste = corps.partition("\n")
    html = nh3.clean(_adresses(_MARKDOWN.render(reste)), tags=_BALISES, attributes=_ATTRIBUTS)
    return Page(
        cle=fichier.stem,
        titre=titre.removeprefix("# "),
        chapeau=reste.strip().split("\n\n", 1)[0],
        groupe=reglages["groupe"],
        rang=int(reglages["rang"]),
        pages=tuple(reglages.get("pages", "").split()),
        html=mark_safe(_ancres(html)),
    )


def _adresses(html):
    """The links between files and the pictures, as the application serves them; one not taken yet is left out."""
    html = re.sub(r'href="([a-z-]+)\.md(#[^"]*)?"', r'href="/aide/\1/\2"', html)
    return re.sub(r'<img src="images/([^"]+)"([^>]*)>', _image, html)


def _image(trouvee):
    """The place of a picture is kept before it comes, so that nothing moves, and none comes before it is near."""
    nom, reste = trouvee.groups()
    if not (DOSSIER / "images" / nom).exists():
        return ""
    with Image.open(DOSSIER / "images" / nom) as image:
        largeur, hauteur = image.size
    return f'<img src="{static(f"guide/{nom}")}" width="{largeur}" height="{hauteur}" loading="lazy"{reste}>'


def _ancres(html):
    return _TITRE.sub(lambda t: f'<{t[1]} id="{slugify(_BALISE.sub("", t[2]))}">{t[2]}</{t[1]}>', html)
