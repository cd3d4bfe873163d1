from django import forms

from insertion.forms import FormulaireTremplin, FormulaireVersionne, SaisieDate

from ..enums import Secteur
from ..models import Campagne, Entreprise


class CampagneForm(FormulaireTremplin):
    """What one wants to say, to whom comes after."""

    fieldsets = (("", ("nom", "objet", ("debut", "fin"), "texte")),)
    pres_de = {"campagne_fin_apres_debut": "fin"}

    class Meta:
        model = Campagne
        fields = ("nom", "objet", "debut", "fin", "texte")
        widgets = {
            "nom": forms.TextInput({"autocomplete": "off"}),
            "debut": SaisieDate,
            "fin": SaisieDate,
            "texte": forms.Textarea({"rows": 6, "autocomplete": "off"}),
        }
        help_texts = {"texte": "Ce que chacun dira au téléphone : il reste sous les yeux pendant les appels."}


class CampagneUpdateForm(FormulaireVersionne, CampagneForm):
    pass


class CiblesForm(forms.Form):
    """Firms ticked, to be aimed at; those that the campaign has already are not offered."""

    entreprises = forms.ModelMultipleChoiceField(
        None,
        label="Entreprises",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Cochez au moins une entreprise."},
    )

    def __init__(self, *args, campagne, utilisateur, **kwargs):
        super().__init__(*args, **kwargs)
        visibles = Entreprise.objects.visibles_par(utilisateur).actives()
        self.fields["entreprises"].queryset = visibles.exclude(campagnes_visees__campagne=campagne)


class FiltreCiblesForm(forms.Form):
    """What narrows the firms offered to a campaign; a wrong value narrows nothing."""

    q = forms.CharField(required=False, max_length=80)
    secteur = forms.ChoiceField(choices=[("", "Tous"), *Secteur.choices], required=False)

    def appliquer(self, entreprises):
        """Narrow a queryset of `Entreprise`, in the order of names."""
        donnees = self.cleaned_data if self.is_valid() else {}
        if donnees.get("secteur"):
            entreprises = entreprises.filter(secteur=donnees["secteur"])
        if mots := donnees.get("q", "").strip():
            return entreprises.cherche(mots)
        return entreprises.order_by("recherche", "pk")
