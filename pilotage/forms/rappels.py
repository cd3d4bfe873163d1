"""Putting off a reminder, or all those about somebody."""

from django import forms

from insertion.forms import FormulaireTremplin
from insertion.models import Utilisateur
from parcours.forms.entretiens import SaisieDate

from ..models import Rappel, Sourdine


class ReportForm(FormulaireTremplin):
    """Until when a reminder is put off, and why; `aujourdhui` is the day of the page."""

    fieldsets = (("", ("reporte_au", "report_motif")),)

    class Meta:
        model = Rappel
        fields = ("reporte_au", "report_motif")
        labels = {"reporte_au": "Me le rappeler le", "report_motif": "Pourquoi"}
        widgets = {"reporte_au": SaisieDate, "report_motif": forms.TextInput({"autocomplete": "off"})}
        help_texts = {"report_motif": "Quelques mots : « attend la réponse de la préfecture ». Rien sur la santé."}

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.aujourdhui = aujourdhui
        for champ in self.fields.values():
            champ.required = champ is not self.fields["soumission"]

    def clean_reporte_au(self):
        if self.cleaned_data["reporte_au"] <= self.aujourdhui:
            raise forms.ValidationError("Choisissez un jour à venir.")
        return self.cleaned_data["reporte_au"]


class SourdineForm(FormulaireTremplin):
    """Nothing is asked about somebody for a while."""

    fieldsets = (("", ("motif", ("debut", "fin"))),)

    class Meta:
        model = Sourdine
        fields = ("motif", "debut", "fin")
        widgets = {"motif": forms.RadioSelect, "debut": SaisieDate, "fin": SaisieDate}
        help_texts = {"fin": "Laissez vide si vous ne savez pas : vous arrêterez la pause vous-même."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["motif"].choices = self.fields["motif"].choices[-4:]

    def clean(self):
        """Said before the database looks for an overlap: it cannot read a period that ends before it begins."""
        donnees = super().clean()
        self.exiger_l_ordre()
        return donnees

    def _get_validation_exclusions(self):
        """Two pauses of one person must not overlap: check it although person and structure are not typed."""
        return super()._get_validation_exclusions() - {"beneficiaire", "structure"}


class CourrielReglageForm(FormulaireTremplin):
    """Whether, and at what time of the day, one receives one's reminders by e-mail."""

    fieldsets = (("", ("courriel_rappels", "heure_courriel")),)

    class Meta:
        model = Utilisateur
        fields = ("courriel_rappels", "heure_courriel")
        widgets = {"heure_courriel": forms.TimeInput({"type": "time"}, format="%H:%M")}
        labels = {"courriel_rappels": "Recevoir mes rappels par e-mail", "heure_courriel": "À partir de"}
        help_texts = {
            "courriel_rappels": "Un seul message par jour, aucun s’il n’y a rien à dire. Tout reste lisible ici.",
        }
