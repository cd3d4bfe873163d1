"""What people read: « : », « ; », « ? », « ! » and guillemets never stand alone at the end or the start of a line."""

import ast
import re
from pathlib import Path

import pytest

from tests.cellules import cellules

RACINE = Path(__file__).parent.parent
GABARITS = RACINE / "templates"
ETAGES = ("insertion", "beneficiaires", "entreprises", "parcours", "pilotage")
#: A text message is written in the alphabet of telephones, which has no such space; a notice is kept word for word.
AILLEURS = ("courriels/rendez_vous_sms.txt", "pilotage/notices/")
#: A terminal has no such lines; invented people type as anybody; the journal knows its old rows by their first words.
SANS_PAGE = re.compile(r"/(migrations|management|demonstration)/|^insertion/(checks|journal)\.py$")
JOURNAUX = {"logger", "journal"}
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
DUE = "an ordinary space where a no-break one (U+00A0) is due"
SEPARE = re.compile(r"\S? [:;?!»](?=[\s<)\"'.,…]|$)|« \S?", re.MULTILINE)


def lus(gabarit):
    """The texts that a template shows: between tags, in the attributes that are read, in the words it hands over."""
    texte = NON_LUS.sub("", gabarit)
    for code in CODE.findall(texte):
        yield from PHRASES.findall(code)
    for balise in BALISE.findall(texte):
        yield from (CODE.sub("x", montre) for montre in MONTRES.findall(balise))
    yield CODE.sub("x", BALISE.sub("<>", texte))


def dits(source):
    """The texts that a module of ours may show: all but its docstrings and what goes to a log."""
    for noeud in ast.walk(arbre := ast.parse(source)):
        noeud.tu = getattr(noeud, "tu", False) or _est_tu(noeud)
        for enfant in ast.iter_child_nodes(noeud):
            enfant.tu = noeud.tu
    return [n.value for n in ast.walk(arbre) if isinstance(n, ast.Constant) and isinstance(n.value, str) and not n.tu]


def _est_tu(noeud):
    if isinstance(noeud, ast.Expr):
        return isinstance(noeud.value, ast.Constant)
    appele = noeud.func if isinstance(noeud, ast.Call) else None
    return isinstance(appele, ast.Attribute) and getattr(appele.value, "id", "") in JOURNAUX


def separes(textes):
    """Where an ordinary space parts a sign from its word, with what stands around."""
    return [texte[max(0, m.start() - 20) : m.end() + 20] for texte in textes for m in SEPARE.finditer(texte)]


def test_no_punctuation_of_a_template_leaves_its_word():
    fautes = {}
    for chemin in (c for c in GABARITS.rglob("*") if c.suffix in (".html", ".jinja", ".txt")):
        nom = str(chemin.relative_to(GABARITS))
        if not nom.startswith(AILLEURS) and (trouves := separes(lus(chemin.read_text()))):
            fautes[nom] = trouves

    assert fautes == {}, DUE


def test_no_punctuation_of_a_module_leaves_its_word():
    modules = [c for etage in ETAGES for c in (RACINE / etage).rglob("*.py")]
    lisibles = [c for c in modules if not SANS_PAGE.search(str(c.relative_to(RACINE)))]
    fautes = {str(c.relative_to(RACINE)): trouves for c in lisibles if (trouves := separes(dits(c.read_text())))}

    assert fautes == {}, DUE


def test_no_punctuation_of_the_guide_leaves_its_word():
    pages = {c.name: separes([c.read_text().split("---\n", 2)[2]]) for c in (RACINE / "docs" / "guide").glob("*.md")}

    assert {nom: trouves for nom, trouves in pages.items() if trouves} == {}, DUE


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
    assert len(separes(lus(gabarit))) == combien


@cellules(
    ("source", "combien"),
    [
        pytest.param('texte = "Une question ?"', 1, id="text"),
        pytest.param('texte = "Une question\u00a0?"', 0, id="bound"),
        pytest.param('texte = f"Reste : {combien} ; {fait}"', 2, id="around a value"),
        pytest.param('messages.error(request, "Non : rien.")', 1, id="message"),
        pytest.param('logger.error("Non : %s", f"rien : {x}")', 0, id="log"),
        pytest.param('def f():\n    """What « f » is: ok ?"""', 0, id="docstring"),
    ],
)
def test_only_what_a_module_shows_is_looked_at(source, combien):
    assert len(separes(dits(source))) == combien
