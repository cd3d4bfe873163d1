from django import forms

from insertion.droits import Droit, peut
from insertion.forms import FormulaireTremplin

from ..enums import GenreProduction
from ..models import Production

#: What is asked for from the person's page; the other documents are asked for where their matter is.
A_LA_DEMANDE = (GenreProduction.COMPTE_RENDU, GenreProduction.DOSSIER)


class ProductionForm(FormulaireTremplin):
    """Which document about `beneficiaire`; the confidential box shows only to who may read such notes."""

    fieldsets = (("", ("genre", "entretien", "avec_confidentiel")),)

    class Meta:
        model = Production
        fields = ["genre", "entretien", "avec_confidentiel"]
        widgets = {"genre": forms.RadioSelect}
        help_texts = {
            "entretien": "Pour un compte rendu seulement.",
            "avec_confidentiel": "Pour un dossier seulement : celles que vous pouvez lire, avec la mention"
            " « Confidentiel » sur chaque page.",
        }

    def __init__(self, *args, beneficiaire, **kwargs):
        super().__init__(*args, **kwargs)
        entretien = self.fields["entretien"]
        entretien.queryset = entretien.queryset.filter(parcours__beneficiaire=beneficiaire)
        entretien.empty_label = "Choisissez l’entretien"
        self.fields["genre"].choices = [(genre.value, genre.label) for genre in A_LA_DEMANDE]
        if not peut(self.utilisateur, Droit.VOIR_CONFIDENTIEL):
            del self.fields["avec_confidentiel"]

    def clean(self):
        """An entretien goes with its compte rendu only; notes are joined to a dossier only."""
        donnees = super().clean()
        if donnees.get("genre") == GenreProduction.COMPTE_RENDU:
            donnees["avec_confidentiel"] = False
            if not donnees.get("entretien") and "entretien" not in self.errors:
                self.add_error("entretien", "Choisissez l’entretien dont vous voulez le compte rendu.")
        else:
            donnees["entretien"] = None
        return donnees

    def demande(self):
        """Return what `parcours.productions.demander` needs to know of the document."""
        noms = ("genre", "entretien", "avec_confidentiel")
        return {nom: self.cleaned_data[nom] for nom in noms if nom in self.cleaned_data}
