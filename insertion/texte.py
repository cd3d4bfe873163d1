"""Text as people write it: light Markdown for notes, French normalisation for search."""

import re
import unicodedata

import nh3
from django.db import models
from django.utils.formats import date_format
from django.utils.safestring import mark_safe
from markdown_it import MarkdownIt
from markupsafe import escape
from phonenumber_field.phonenumber import to_python

_MARKDOWN = MarkdownIt("zero", {"breaks": True, "html": False}).enable(["emphasis", "list", "newline"])
_BALISES = {"p", "br", "em", "strong", "ul", "ol", "li"}


#: What light Markdown gives a meaning to; a note without any of it is only paragraphs.
_MARQUES = re.compile(r"[*_\\&]|^\s*([-+]|\d+[.)])\s", re.MULTILINE)


_LIGNES_VIDES = re.compile(r"\n{2,}")


def mettre_en_forme(texte):
    """Return the safe HTML of a note: paragraphs, lists, bold and italic; anything else shows as it was typed."""
    if not _MARQUES.search(texte):
        return _paragraphes(texte)
    return mark_safe(nh3.clean(_MARKDOWN.render(texte), tags=_BALISES, attributes={}))


def _paragraphes(texte):
    """What Django's `linebreaks` answers, at a third of its cost: a thread shows fifty notes."""
    lignes = str(escape(texte)).replace("\r\n", "\n").replace("\r", "\n")
    paragraphes = (p.replace("\n", "<br>") for p in _LIGNES_VIDES.split(lignes))
    return mark_safe("\n\n".join(f"<p>{p}</p>" for p in paragraphes))


def sans_accents(texte):
    """Return `texte` in lower case, without accents or ligatures, single-spaced, apostrophes made plain."""
    texte = texte.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("Æ", "AE").replace("’", "'")
    decompose = unicodedata.normalize("NFKD", texte)
    return " ".join("".join(c for c in decompose if not unicodedata.combining(c)).lower().split())


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


def telephone(numero):
    """« 06 12 34 56 78 » from « +33612345678 »; a French number, nearly all of them, is cut without being parsed."""
    if numero.startswith("+33") and len(numero) == 12:
        national = f"0{numero[3:]}"
        return " ".join(national[i : i + 2] for i in range(0, 10, 2))
    return to_python(numero).as_international


def siret(numero):
    """« 123 456 789 00012 » from « 12345678900012 », as official papers write it."""
    return "\N{NO-BREAK SPACE}".join(filter(None, (numero[:3], numero[3:6], numero[6:9], numero[9:])))
