"""Files entrusted to another colleague."""

from django import forms

from insertion.forms import FormulaireTremplin
from insertion.models import Utilisateur

from ..models import Reattribution


class ReattributionForm(FormulaireTremplin):
    """To whom, and why; `aujourdhui` is the day of the page."""

    fieldsets = (("", (("vers", "motif"),)),)

    class Meta:
        model = Reattribution
        fields = ("vers", "motif")
        widgets = {nom: forms.Select({"class": "form-select"}) for nom in ("vers", "motif")}

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        structure_id = self.utilisateur.appartenance.structure_id
        self.fields["vers"].queryset = Utilisateur.objects.de_la_structure(structure_id, aujourdhui)
        self.fields["vers"].empty_label = "Choisir un·e collègue"
