"""The languages of what is handed to people: French, which is what counts, and beside it the one that they read."""

from django.db import models
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import get_language_info, gettext, override

from .texte import en_mots


class Langue(models.TextChoices):
    """Each under its own name, as its readers look for it."""

    FRANCAIS = "fr", "Français"
    ANGLAIS = "en", "English"
    ARABE = "ar", "العربية"
    UKRAINIEN = "uk", "Українська"

    @classmethod
    def lue(cls, code):
        """The language that an address or a form names; French for any other word."""
        return cls(code) if code in cls.values else cls.FRANCAIS

    @property
    def sens(self):
        return "rtl" if get_language_info(self.value)["bidi"] else "ltr"


def dire(phrase, langue, **valeurs):
    """A French `phrase` of the catalogues (`locale/`) in `langue`; a date among `valeurs` is said in it too."""
    with override(langue):
        return gettext(phrase).format(**{nom: _dite(valeur, langue) for nom, valeur in valeurs.items()})


def deux_fois(phrase, langue, **valeurs):
    """HTML: the phrase in French, then in `langue` when it is another one, marked to be read aloud as such."""
    francais = dire(phrase, Langue.FRANCAIS, **valeurs)
    if langue == Langue.FRANCAIS:
        return format_html("{}", francais)
    autre = dire(phrase, langue, **valeurs)
    return format_html('{} <span class="autre" lang="{}" dir="{}">{}</span>', francais, langue, langue.sens, autre)


def _dite(valeur, langue):
    if not hasattr(valeur, "strftime"):
        return valeur
    return en_mots(valeur) if langue == Langue.FRANCAIS else date_format(valeur, "j E Y")
