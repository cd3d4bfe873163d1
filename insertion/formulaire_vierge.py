"""A form shown before anybody fills it, without making it: Django copies every field of a form that it makes."""

from functools import cache
from typing import NamedTuple

from django import forms
from django.forms.utils import pretty_name


class ChampVierge(NamedTuple):
    """A field that nobody has answered, as a template reads it: the field and its place in the form in one."""

    html_name: str
    id_for_label: str
    label: str
    choices: list | None
    widget: forms.Widget
    initial: object

    errors = ()

    @property
    def field(self):
        return self

    def value(self):
        return self.initial() if callable(self.initial) else self.initial


class FormulaireVierge:
    """The form of class `formulaire` before anybody fills it, for a template that places the fields by itself.

    What is only shown checks nothing: the fields are read where they were declared, a form copies them all each time.
    `initial` and `choix` are {name: first value} and {name: choices}; the fields named in `sans` are not there.
    """

    is_bound, errors = False, {}

    def __init__(self, formulaire, initial, choix, sans=()):
        self.fields = {nom: champ for nom, champ in _champs_vierges(formulaire).items() if nom not in sans}
        for nom, valeur in initial.items():
            self.fields[nom] = self.fields[nom]._replace(initial=valeur)
        for nom, possibles in choix.items():
            self.fields[nom] = self.fields[nom]._replace(choices=possibles)

    def __getitem__(self, nom):
        return self.fields[nom]


@cache
def _champs_vierges(formulaire):
    return {
        nom: ChampVierge(
            nom,
            f"id_{nom}",
            pretty_name(nom) if champ.label is None else champ.label,
            getattr(champ, "choices", None),
            champ.widget,
            champ.initial,
        )
        for nom, champ in formulaire.base_fields.items()
    }
