"""Sending a dossier back to the team."""

from django import forms

from insertion.forms import FormulaireTremplin
from parcours.models import Renouvellement


class RenvoiForm(FormulaireTremplin):
    """What the team must look at again; `version` is that of the dossier that was read."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    fieldsets = (("", ("renvoi_motif",)),)

    class Meta:
        model = Renouvellement
        fields = ("renvoi_motif",)
        widgets = {"renvoi_motif": forms.Textarea({"rows": 3, "autocomplete": "off"})}
        help_texts = {"renvoi_motif": "Vos collègues le lisent en haut du dossier. Rien sur la santé."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["renvoi_motif"].required = True
        self.fields["version"].initial = self.instance.version
