from django import forms

from insertion.enums import Domaine
from insertion.forms import FormulaireTremplin, FormulaireVersionne

from ..models import Orientation
from .entretiens import SaisieDate


class OrientationForm(FormulaireTremplin):
    """Whom somebody is sent to, for what, and what they say of it. `aujourdhui` is the day of the page."""

    fieldsets = (
        ("", (("partenaire", "domaine"), "motif", "date")),
        ("La personne", (("accord", "accord_le"),)),
        ("La suite", ("relance_le",)),
    )

    class Meta:
        model = Orientation
        fields = ("partenaire", "domaine", "motif", "date", "accord", "accord_le", "relance_le")
        widgets = {
            "date": SaisieDate,
            "accord_le": SaisieDate,
            "relance_le": SaisieDate,
            "accord": forms.RadioSelect,
            "motif": forms.Textarea({"rows": 3, "autocomplete": "off"}),
        }
        help_texts = {
            "motif": "Le strict nécessaire : ce que vous écrivez ici peut être transmis au partenaire.",
            "relance_le": "Sans réponse du partenaire à cette date, l’orientation apparaît « à relancer ».",
        }

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.aujourdhui = aujourdhui
        self.fields["date"].widget.attrs["max"] = aujourdhui.isoformat()
        self.fields["domaine"].choices = [("", "Aucun en particulier"), *Domaine.choices]
        partenaires = self.fields["partenaire"].queryset
        self.fields["partenaire"].queryset = partenaires.actifs() | partenaires.filter(pk=self.instance.partenaire_id)
        self.fields["accord"].choices = self.fields["accord"].choices[-3:]

    def clean_date(self):
        if self.cleaned_data["date"] > self.aujourdhui:
            raise forms.ValidationError("L’orientation ne peut pas être dans le futur.")
        return self.cleaned_data["date"]


class OrientationUpdateForm(FormulaireVersionne, OrientationForm):
    class Meta(OrientationForm.Meta):
        pass

    def clean_date(self):
        date, retour_le = super().clean_date(), self.instance.retour_le
        if retour_le and date > retour_le:
            raise forms.ValidationError(
                f"L’orientation ne peut pas suivre la réponse du partenaire, le {retour_le:%d/%m/%Y}."
            )
        return date


class RetourForm(FormulaireVersionne):
    """What the partner answered, and when."""

    fieldsets = (("", ("retour", "retour_le", "retour_texte")),)

    class Meta:
        model = Orientation
        fields = ("retour", "retour_le", "retour_texte")
        widgets = {
            "retour": forms.RadioSelect,
            "retour_le": SaisieDate,
            "retour_texte": forms.Textarea({"rows": 3, "autocomplete": "off"}),
        }

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.aujourdhui = aujourdhui
        self.fields["retour"].choices = [("", "Pas encore de réponse"), *self.fields["retour"].choices[1:]]
        self.fields["retour_le"].widget.attrs["max"] = aujourdhui.isoformat()

    def clean_retour_le(self):
        date = self.cleaned_data["retour_le"]
        if date and date > self.aujourdhui:
            raise forms.ValidationError("La réponse ne peut pas être dans le futur.")
        if date and date < self.instance.date:
            raise forms.ValidationError("La réponse ne peut pas précéder l’orientation.")
        return date

    def clean(self):
        donnees = super().clean()
        if donnees.get("retour") and not donnees.get("retour_le") and "retour_le" not in self.errors:
            self.add_error("retour_le", "La réponse du partenaire porte sa date.")
        if not donnees.get("retour") and "retour" not in self.errors:
            donnees["retour_le"] = None
        return donnees
