"""What people read: « : », « ; », « ? », « ! » and guillemets never stand alone at the end or the start of a line."""

import re
from pathlib import Path

import pytest

from tests.cellules import cellules

GABARITS = Path(__file__).parent.parent / "templates"
#: A text message is written in the alphabet of telephones, which has no such space; a notice is kept word for word.
AILLEURS = ("courriels/rendez_vous_sms.txt", "pilotage/notices/")
BALISE_DE_GABARIT = r"\{%.*?%\}|\{\{.*?\}\}"
NON_LUS = re.compile(
    r"\{#.*?#\}|<!--.*?-->|\{% comment %\}.*?\{% endcomment %\}|<(script|style)\b.*?</\1>", re.DOTALL
)
CODE = re.compile(BALISE_DE_GABARIT, re.DOTALL)
BALISE = re.compile(rf"""<[a-zA-Z/!](?:{BALISE_DE_GABARIT}|"(?:{BALISE_DE_GABARIT}|[^"])*"|[^>"])*>""", re.DOTALL)
MONTRES = re.compile(
    rf'(?:aria-label|title|placeholder|alt|data-brouillon-titre)="((?:{BALISE_DE_GABARIT}|[^"])*)"', re.DOTALL
)
PHRASES = re.compile(r'"([^"\n]*[^\W\d_][^"\n]*)"')
SEPARE = re.compile(r"\S? [:;?!»](?=[\s<)\"'.,…]|$)|« \S?", re.MULTILINE)


def lus(gabarit):
    """The texts that a template shows: between tags, in the attributes that are read, in the words it hands over."""
    texte = NON_LUS.sub("", gabarit)
    for code in CODE.findall(texte):
        yield from PHRASES.findall(code)
    for balise in BALISE.findall(texte):
        yield from (CODE.sub("x", montre) for montre in MONTRES.findall(balise))
    yield CODE.sub("x", BALISE.sub("<>", texte))


def separes(gabarit):
    return [texte[m.start() - 20 : m.end() + 20] for texte in lus(gabarit) for m in SEPARE.finditer(texte)]


def test_no_punctuation_of_a_template_leaves_its_word():
    fautes = {}
    for chemin in (c for c in GABARITS.rglob("*") if c.suffix in (".html", ".jinja", ".txt")):
        nom = str(chemin.relative_to(GABARITS))
        if not nom.startswith(AILLEURS) and (trouves := separes(chemin.read_text())):
            fautes[nom] = trouves

    assert fautes == {}, "an ordinary space where a no-break one (U+00A0) is due"


@cellules(
    ("gabarit", "combien"),
    [
        pytest.param("<p>Une question ?</p>", 1, id="text"),
        pytest.param("<p>Une question\u00a0?</p>", 0, id="bound"),
        pytest.param("<a href='#'>Voir</a> : {{ nom }}", 1, id="after a tag"),
        pytest.param('<a aria-label="Voir : {{ nom }}">Voir</a>', 1, id="read aloud"),
        pytest.param('{% include "vide.html" with phrase="Rien : tout va bien." %}', 1, id="handed over"),
        pytest.param("« Noter\u00a0»", 1, id="guillemet"),
        pytest.param('{# a : b #}{% if a != b %}{{ {"a" : 1} }}{% endif %}', 0, id="code"),
        pytest.param('<p style="color : red" data-x="a : b">Oui</p>', 0, id="attribute"),
    ],
)
def test_only_what_is_read_is_looked_at(gabarit, combien):
    assert len(separes(gabarit)) == combien
