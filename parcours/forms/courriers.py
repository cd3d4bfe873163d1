from django import forms

from insertion.forms import FormulaireVersionne

from ..courriers_types import valider
from ..models import ModeleCourrier


class ModeleCourrierForm(FormulaireVersionne):
    """A letter by template; a field that does not exist is refused beside the text that names it."""

    fieldsets = (("", ("titre", "corps", "actif")),)

    class Meta:
        model = ModeleCourrier
        fields = ("titre", "corps", "actif")
        widgets = {"corps": forms.Textarea(attrs={"rows": 14, "data-champs-cible": ""})}
        help_texts = {"corps": "Le nom, l’adresse, la date et l’objet sont déjà en haut de la page."}

    def clean_titre(self):
        valider(self.cleaned_data["titre"])
        return self.cleaned_data["titre"]

    def clean_corps(self):
        valider(self.cleaned_data["corps"])
        return self.cleaned_data["corps"]

    def _get_validation_exclusions(self):
        """The structure counts: a title is used once in it."""
        return super()._get_validation_exclusions() - {"structure"}
