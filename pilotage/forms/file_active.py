"""What is done from the list of the team: files entrusted to another colleague, reminders asked for, views kept."""

from django import forms

from insertion.forms import FormulaireTremplin
from insertion.models import Utilisateur

from ..models import Reattribution, Relance, VueEnregistree


class ReattributionForm(FormulaireTremplin):
    """To whom, of those who may follow people, and why; `aujourdhui` is the day of the page."""

    fieldsets = (("", (("vers", "motif"),)),)

    class Meta:
        model = Reattribution
        fields = ("vers", "motif")
        widgets = {nom: forms.Select({"class": "form-select"}) for nom in ("vers", "motif")}

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        structure_id = self.utilisateur.appartenance.structure_id
        self.fields["vers"].queryset = Utilisateur.objects.referents_possibles(structure_id, aujourdhui)
        self.fields["vers"].empty_label = "Choisir un·e collègue"


class RelanceForm(FormulaireTremplin):
    """What is said to the référents, if anything."""

    fieldsets = (("", ("mot",)),)

    class Meta:
        model = Relance
        fields = ("mot",)
        widgets = {"mot": forms.TextInput({"class": "form-control", "autocomplete": "off"})}
        help_texts = {"mot": "Facultatif, lu dans Tremplin seulement. Rien sur la santé."}


class VueForm(FormulaireTremplin):
    """How a view is called, who else finds it, whether it opens first."""

    fieldsets = (("", ("nom", "partagee", "par_defaut")),)

    class Meta:
        model = VueEnregistree
        fields = ("nom", "partagee", "par_defaut")
        widgets = {"nom": forms.TextInput({"autocomplete": "off"})}

    def clean_nom(self):
        siennes = VueEnregistree.objects.filter(utilisateur=self.utilisateur).exclude(pk=self.instance.pk)
        if siennes.filter(nom=self.cleaned_data["nom"]).exists():
            raise forms.ValidationError("Une de vos vues porte déjà ce nom.")
        return self.cleaned_data["nom"]
