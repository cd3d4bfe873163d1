from django import forms

from insertion.forms import FormulaireTremplin, FormulaireVersionne

from ..models import EtapeLogement
from .entretiens import SaisieDate


class EtapeLogementForm(FormulaireTremplin):
    """One step of the path towards a home."""

    fieldsets = (("", ("habitat", "lieu", ("debut", "fin"), "adapte", "remarque")),)

    class Meta:
        model = EtapeLogement
        fields = ("habitat", "lieu", "debut", "fin", "adapte", "remarque")
        widgets = {
            "debut": SaisieDate,
            "fin": SaisieDate,
            "lieu": forms.TextInput({"autocomplete": "off"}),
            "remarque": forms.TextInput({"autocomplete": "off"}),
        }
        help_texts = {
            "fin": "Laissez vide tant que l’étape dure.",
            "lieu": "Commune, foyer, chambre…",
            "adapte": "Adapté à la situation de la personne : rez-de-chaussée, pension de famille, accompagnement…",
        }

    def clean(self):
        """Said before the database looks for an overlap: it cannot read a period that ends before it begins."""
        donnees = super().clean()
        self.exiger_l_ordre()
        return donnees

    def _get_validation_exclusions(self):
        """The steps of one person must not overlap: check it although person and structure are not typed."""
        return super()._get_validation_exclusions() - {"beneficiaire", "structure"}


class EtapeLogementUpdateForm(FormulaireVersionne, EtapeLogementForm):
    class Meta(EtapeLogementForm.Meta):
        pass
