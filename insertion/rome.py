"""Choosing a job of the ROME in a form: typed by word or by code, the browser offers the list."""

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from .models import Rome

LISTE = "fiches-rome"


class SaisieRome(forms.TextInput):
    """The text field and the jobs that the browser offers under it; none when nobody loaded the ROME."""

    def render(self, name, value, attrs=None, renderer=None):
        champ = super().render(name, value, (attrs or {}) | {"list": LISTE, "autocomplete": "off"}, renderer)
        fiches = Rome.objects.en_vigueur(timezone.localdate())
        options = format_html_join("", '<option value="{}"></option>', ((fiche,) for fiche in fiches))
        return format_html('{}<datalist id="{}">{}</datalist>', champ, LISTE, options)


class ChampRome(forms.CharField):
    """A job of the ROME or none; cleaned to a `Rome` or None."""

    widget = SaisieRome

    def __init__(self, **kwargs):
        aide = "Facultatif. Tapez un mot du métier ou son code, par exemple K2204."
        super().__init__(**{"required": False, "max_length": 260, "help_text": aide, **kwargs})

    def prepare_value(self, value):
        return "" if value is None else str(value)

    def clean(self, value):
        """Return the job whose code or exact name was typed; raise `ValidationError` for another."""
        saisi = super().clean(value).strip()
        if not saisi:
            return None
        fiche = Rome.objects.filter(Q(code__iexact=saisi[:5]) | Q(libelle__iexact=saisi)).first()
        if fiche is None:
            raise forms.ValidationError(
                "Ce code n’est pas dans la liste du ROME : laissez vide, ou choisissez-en un."
            )
        return fiche
