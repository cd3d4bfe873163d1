"""What is handed to people in another language: every phrase is translated, and nothing is lost on the way."""

import re
from dataclasses import astuple
from gettext import GNUTranslations

import pytest
from django.conf import settings

from insertion.langues import Langue, dire
from parcours.remise import D_AUTRES, DES_REFERENTS, TITRES, UN_AUTRE, UN_REFERENT

AUTRES = [langue for langue in Langue if langue != Langue.FRANCAIS]
PAIRE = re.compile(r'^msgid "(.+)"\nmsgstr "(.*)"$', re.MULTILINE)
GABARITS = settings.BASE_DIR / "templates"


def phrases():
    """The French of every paper handed over."""
    dites = re.compile(r'deux_fois _\("(.+?)"\)')
    return {dite for page in GABARITS.rglob("*.html") for dite in dites.findall(page.read_text())} | {
        *TITRES.values(),
        *(UN_AUTRE, D_AUTRES),
        *astuple(UN_REFERENT),
        *astuple(DES_REFERENTS),
    }


@pytest.mark.parametrize("langue", AUTRES)
def test_every_phrase_is_translated_with_its_values_and_the_catalogue_is_compiled(langue):
    dossier = settings.LOCALE_PATHS[0] / langue / "LC_MESSAGES"
    ecrites = dict(PAIRE.findall((dossier / "django.po").read_text()))
    with (dossier / "django.mo").open("rb") as fichier:
        compilees = GNUTranslations(fichier)

    assert phrases() <= set(ecrites)
    assert [fr for fr, autre in ecrites.items() if compilees.gettext(fr) != autre or not autre] == []
    valeurs = re.compile(r"{\w+}")
    assert [fr for fr, autre in ecrites.items() if valeurs.findall(fr) != valeurs.findall(autre)] == []
    assert dire("Votre signature", langue) == ecrites["Votre signature"]


@pytest.mark.parametrize("langue", AUTRES)
def test_translated_notice_has_the_paragraphs_and_the_values_of_the_french_one(langue):
    francais, autre = ((GABARITS / f"pilotage/notices/{une}.txt").read_text() for une in (Langue.FRANCAIS, langue))
    balises = re.compile(r"{[{%].*?[%}]}")

    assert balises.findall(autre) == balises.findall(francais)
    assert autre.count("\n\n") == francais.count("\n\n")
