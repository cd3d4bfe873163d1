"""The base of every form: narrowed choices, a layout declared once, and the lock against silent overwriting."""

import uuid
from functools import cache
from typing import NamedTuple

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Field, Fieldset, Layout
from django import forms
from django.db import models
from django.forms.utils import pretty_name
from django.utils.functional import cached_property


class Perime(Exception):
    """Somebody else saved the record after this form was opened; `actuel` is what they saved."""

    def __init__(self, actuel):
        super().__init__("Cette fiche a été modifiée entre-temps.")
        self.actuel = actuel


class FormulaireTremplin(forms.ModelForm):
    """Takes `utilisateur` (keyword only), narrows each choice to what they may see, lays out `fieldsets`.

    `fieldsets` is a tuple of (legend or "", (field names)); a name may be a tuple for fields on one line.
    `soumission` is the key that makes it happen once (insertion/saisie_unique.py).
    """

    fieldsets = ()
    soumission = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)

    def __init__(self, *args, utilisateur, **kwargs):
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.utilisateur = utilisateur
        for champ in self.fields.values():
            if isinstance(champ, forms.ModelChoiceField) and hasattr(champ.queryset, "visibles_par"):
                champ.queryset = champ.queryset.visibles_par(utilisateur)

    @cached_property
    def helper(self):
        """What crispy lays out; a form whose template places its own fields never asks."""
        helper = FormHelper()
        helper.form_tag = False
        helper.layout = Layout(*(self._groupe(*fieldset) for fieldset in self.fieldsets), *self._caches())
        return helper

    def _groupe(self, legende, noms):
        """The fields of one group; those that the form took away are not laid out."""
        lignes = [
            Div(*(Div(n, css_class="col-md") for n in nom if n in self.fields), css_class="row g-3")
            if isinstance(nom, tuple)
            else Field(nom)
            for nom in noms
            if isinstance(nom, tuple) or nom in self.fields
        ]
        return Fieldset(legende, *lignes, css_class="groupe") if legende else Div(*lignes, css_class="groupe")

    def _caches(self):
        return [nom for nom, champ in self.fields.items() if champ.widget.is_hidden]


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


class FormulaireVersionne(FormulaireTremplin):
    """A form that refuses to overwrite what somebody else saved meanwhile: raises `Perime` when saved too late."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = self.instance.version

    def save(self, commit=True):
        if self.instance.pk:
            self._verrouiller()
        return super().save(commit)

    def _verrouiller(self):
        """Take the row at the version that was shown, and count one more; no row means that we are late."""
        modele, lue = type(self.instance), self.cleaned_data["version"]
        prises = modele.objects.filter(pk=self.instance.pk, version=lue).update(version=models.F("version") + 1)
        if not prises:
            raise Perime(modele.objects.get(pk=self.instance.pk))
        self.instance.version = lue + 1
