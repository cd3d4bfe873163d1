from django import forms

from insertion.forms import FormulaireVersionne

from ..models import ModeleAction, ModeleObjectif


class _LigneForm(FormulaireVersionne):
    def _get_validation_exclusions(self):
        """The structure is not a field of the form, yet « the same line twice » is said by it."""
        return super()._get_validation_exclusions() - {"structure"}


class ModeleObjectifForm(_LigneForm):
    fieldsets = (("", ("domaine", "intitule", "critere", "actif")),)

    class Meta:
        model = ModeleObjectif
        fields = ("domaine", "intitule", "critere", "actif")
        widgets = {
            "intitule": forms.TextInput({"autocomplete": "off"}),
            "critere": forms.TextInput({"autocomplete": "off"}),
        }
        help_texts = {"intitule": "Avec les mots de la personne : « Passer le code de la route »."}


class ModeleActionForm(_LigneForm):
    fieldsets = (("", ("domaine", "intitule", "acteur", "actif")),)

    class Meta:
        model = ModeleAction
        fields = ("domaine", "intitule", "acteur", "actif")
        widgets = {"intitule": forms.TextInput({"autocomplete": "off"})}
