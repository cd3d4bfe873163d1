"""Why no news of somebody are expected, and until when."""

from django import forms

from insertion.forms import FormulaireVersionne, SaisieDate
from parcours.models import SilenceAttendu


class SilenceForm(FormulaireVersionne):
    """`aujourdhui` is the day of the page."""

    fieldsets = (("", ("raison", "jusqu_au")),)
    pres_de = {"silence_fin": "jusqu_au"}

    class Meta:
        model = SilenceAttendu
        fields = ("raison", "jusqu_au")
        widgets = {"raison": forms.TextInput({"autocomplete": "off"}), "jusqu_au": SaisieDate}
        help_texts = {
            "raison": "Quelques mots : « travaille à Lyon jusqu’à Noël ». Rien sur la santé.",
            "jusqu_au": "D’ici là, l’entretien en retard n’est plus signalé ; tout le reste continue.",
        }

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.aujourdhui = aujourdhui

    def clean_jusqu_au(self):
        if self.cleaned_data["jusqu_au"] < self.aujourdhui:
            raise forms.ValidationError("Choisissez un jour à venir.")
        return self.cleaned_data["jusqu_au"]

    def _get_validation_exclusions(self):
        """A silence of a year at most, not two at once: check it although the first day is not typed."""
        return super()._get_validation_exclusions() - {"debut", "beneficiaire", "structure"}
