"""Text as people write it: light Markdown for notes, French normalisation for search."""

import re
import unicodedata

import nh3
from django.db import models
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markupsafe import escape
from phonenumber_field.phonenumber import to_python

_MARKDOWN = MarkdownIt("zero", {"breaks": True, "html": False}).enable(["emphasis", "list", "newline"])
_BALISES = {"p", "br", "em", "strong", "ul", "ol", "li"}


#: What light Markdown gives a meaning to, anywhere or at the start of a line; a note without it is only paragraphs.
_SIGNES = re.compile(r"[*_\\&]")
_LISTE = re.compile(r"\s*([-+]|\d+[.)])\s")


_LIGNES_VIDES = re.compile(r"\n{2,}")


def mettre_en_forme(texte):
    """Return the safe HTML of a note: paragraphs, lists, bold and italic; anything else shows as it was typed."""
    if _SIGNES.search(texte) or any(_LISTE.match(ligne) for ligne in texte.splitlines(keepends=True)):
        return mark_safe(nh3.clean(_MARKDOWN.render(texte), tags=_BALISES, attributes={}))
    return _paragraphes(texte)


def _paragraphes(texte):
    """What Django's `linebreaks` answers, at a tenth of its cost: a thread shows thirty notes."""
    html = str(escape(texte))
    if "\n" in html or "\r" in html:
        lignes = html.replace("\r\n", "\n").replace("\r", "\n")
        html = "</p>\n\n<p>".join(p.replace("\n", "<br>") for p in _LIGNES_VIDES.split(lignes))
    return SafeString(f"<p>{html}</p>")


#: One pair of quotation marks around the whole, none of them within.
_CITATION = re.compile(r"""\s*(?:«([^«»]*)»|“([^“”]*)”|"([^"]*)")\s*""")


def sans_guillemets(texte):
    """Return `texte` without the quotation marks that stand around the whole of it."""
    citation = _CITATION.fullmatch(texte)
    return next(dit for dit in citation.groups() if dit is not None).strip() if citation else texte


def sans_accents(texte):
    """Return `texte` in lower case, without accents or ligatures, single-spaced, apostrophes made plain."""
    texte = texte.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("Æ", "AE").replace("’", "'")
    decompose = unicodedata.normalize("NFKD", texte)
    return " ".join("".join(c for c in decompose if not unicodedata.combining(c)).lower().split())


def de(nom):
    """« d’Aude Lebrun », « de Julien Perrin »: `nom` after the preposition, as it is said."""
    nom = str(nom)
    return f"d’{nom}" if sans_accents(nom)[:1] in set("aeiou") else f"de {nom}"


def trigrammes(texte):
    """The pieces of three letters of a text, as PostgreSQL cuts them; `texte` is plain already (`sans_accents`)."""
    return {f"  {mot} "[i : i + 3] for mot in texte.split() for i in range(len(mot) + 1)}


def proximite(a, b):
    """How alike two sets of trigrams are, 0 to 1."""
    return len(a & b) / len(a | b) if a and b else 0.0


class SansAccents(models.Func):
    """What names are sorted by: É beside E, whatever the collation of the server."""

    function = "tremplin.sans_accents"
    output_field = models.TextField()


_PREMIER = re.compile(r"(?<!\d)1 (?=[a-zéû]{3})")


def lier(date):
    """A date already in words as French sets it: « 1er mars 2026 », that never breaks at the end of a line."""
    return _PREMIER.sub("1er ", date).replace(" ", "\N{NO-BREAK SPACE}")


def en_mots(date, motif="j F Y"):
    """« 17 novembre 2026 », or what `motif` (Django's letters) says of a date or of a local datetime."""
    return lier(date_format(date, motif))


def minuscule(libelle):
    """« en emploi, CDD » of « En emploi, CDD », for the middle of a sentence; an acronym (« SMS ») stays as it is."""
    return libelle if libelle[1:2].isupper() else libelle[:1].lower() + libelle[1:]


def telephone(numero):
    """« 06 12 34 56 78 » from « +33612345678 »; a French number, nearly all of them, is cut without being parsed."""
    if numero.startswith("+33") and len(numero) == 12:
        national = f"0{numero[3:]}"
        return " ".join(national[i : i + 2] for i in range(0, 10, 2))
    return to_python(numero).as_international


def siret(numero):
    """« 123 456 789 00012 » from « 12345678900012 », as official papers write it."""
    return "\N{NO-BREAK SPACE}".join(filter(None, (numero[:3], numero[3:6], numero[6:9], numero[9:])))
