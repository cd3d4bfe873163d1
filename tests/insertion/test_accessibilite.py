"""What is checked once and not page by page: colours, the statement, the words of what people are handed."""

import re
from datetime import date, timedelta
from pathlib import Path

from django.template.loader import render_to_string
from django.utils.dateparse import parse_date
from django.utils.html import strip_tags

from outillage.dossier import RACINE
from tests.accessibilite import LECTURES, fautes
from tests.cellules import cellules

CSS = (RACINE / "static" / "css" / "tremplin.css").read_text()
THEMES = {
    theme: dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", corps))
    for theme, corps in re.findall(r'\[data-bs-theme="(light|dark)"\] {\n(.*?)\n}', CSS, re.DOTALL)
}
FONDS = ("papier", "surface")
#: (text, what it is written on) and (line of a control or of a chart, what it is drawn on).
TEXTES = [
    *((texte, fond) for texte in ("encre", "encre2", "petrole", "brique", "titre") for fond in FONDS),
    *(("encre", fond) for fond in ("sable1", "note")),
    *(("encre2", "sable1"), ("sur-petrole", "petrole"), ("petrole", "petrole-pale")),
    *((ton, f"{ton}-pale") for ton in ("feuille", "miel", "brique", "prune", "ardoise")),
]
TRAITS = [(trait, fond) for trait in ("sable4", "petrole", *(f"graphe-{n}" for n in "123456")) for fond in FONDS]
#: Read by the people themselves (experience.md §2, principle 14).
REMIS = (
    *("parcours/_remise.html", "parcours/plan_remis.html", "pdf/plan.html", "entreprises/fiche_remise.html"),
    *("pilotage/empechement.html", "courriels/rendez_vous.txt", "courriels/rendez_vous_sms.txt"),
)
#: Known to whoever receives the paper.
CONNUS = {"PDF", "SMS", "CV"}
MAUVAISE = """<!doctype html><html lang="en"><title>Tremplin</title><body><header></header><main><h1>A</h1><h3>B</h3>
<form><input name="prenom" id="a" aria-invalid="true"><input type="radio" name="m">
<input type="radio" name="m"></form>
<table><tr><td>1</td></tr></table><svg></svg>
<p id="a"><a href="/x"></a><span hx-get="/y">plus</span>{# oubli #}</main></body>"""


def _lumiere(couleur):
    chiffres = couleur.lstrip("#")
    chiffres = "".join(c * 2 for c in chiffres) if len(chiffres) == 3 else chiffres
    rvb = [int(chiffres[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    r, v, b = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rvb]
    return 0.2126 * r + 0.7152 * v + 0.0722 * b


def _contraste(une, autre):
    claire, sombre = sorted((_lumiere(une), _lumiere(autre)), reverse=True)
    return (claire + 0.05) / (sombre + 0.05)


@cellules("theme", ["light", "dark"])
def test_colours_are_told_apart_in_both_themes(theme):
    jetons = THEMES["light"] | THEMES[theme]
    faibles = [
        (dessus, fond, round(rapport, 2))
        for paires, exige in ((TEXTES, 4.5), (TRAITS, 3))
        for dessus, fond in paires
        if (rapport := _contraste(jetons[dessus], jetons[fond])) < exige
    ]

    assert faibles == []


def test_each_reading_of_a_page_sees_its_fault():
    vues = {faute.partition(" : ")[0] for faute in fautes(MAUVAISE)}

    assert vues == set(LECTURES)


def test_the_statement_is_less_than_a_year_old():
    page = render_to_string("insertion/accessibilite.html")
    (jour,) = re.findall(r'<time datetime="([\d-]+)">', page)

    assert date.today() - timedelta(days=365) < parse_date(jour) <= date.today()


@cellules("gabarit", REMIS)
def test_what_people_are_handed_says_one_idea_a_sentence_in_known_words(gabarit):
    texte = Path(RACINE / "templates" / gabarit).read_text()
    texte = re.sub(r"{#.*?#}|{% block \w+ %}[^{]*{{.*?}}.*?{% endblock %}|{%.*?%}", " ", texte, flags=re.DOTALL)
    texte = re.sub(r"{{.*?}}", "mot", texte)
    texte = re.sub(r"</(p|h\d|li|a|span|button)>|<br>", ". ", texte)
    phrases = [phrase.split() for phrase in re.split(r"[.!?:;]+\s|\n\n", strip_tags(texte))]

    assert [" ".join(mots) for mots in phrases if len(mots) > 15] == []
    assert set(re.findall(r"\b[A-Z]{2,}\b", strip_tags(texte))) <= CONNUS


def test_nothing_asks_for_a_double_click():
    assert [s.name for s in (RACINE / "static" / "js").glob("*.js") if "dblclick" in s.read_text()] == []
