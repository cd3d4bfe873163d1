"""Sending back what was put before who answers for the structure."""

from crispy_forms.helper import FormHelper
from django import forms


class RenvoiForm(forms.Form):
    """What is to be looked at again; `vue` is what was read of it, as a queue writes it (`Attente`)."""

    motif = forms.CharField(
        label="Ce qu’il faut revoir",
        max_length=300,
        widget=forms.Textarea({"rows": 3, "autocomplete": "off", "autofocus": True}),
        help_text="Vos collègues le lisent en haut du dossier. Rien sur la santé.",
    )
    vue = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.helper = FormHelper()
        self.helper.form_tag = False
