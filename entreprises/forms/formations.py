from django import forms

from insertion.forms import FormulaireTremplin, FormulaireVersionne, SaisieDate
from insertion.rome import ChampRome

from ..models import Formation, SessionFormation
from .fiches import AIDE_CONDITIONS, CHAMPS_CONDITIONS, CONDITIONS, TEXTES, FicheAvecConditionsForm, lignes, zones


class FormationForm(FicheAvecConditionsForm):
    """A training that one may propose, and what it asks."""

    code_rome = ChampRome(label="Métier (ROME)")
    fieldsets = (
        (
            "",
            (
                *("nom", ("domaine", "organisme"), "presentation", ("heures", "financement")),
                *(("niveau", "certification"), "code_rome"),
            ),
        ),
        CONDITIONS,
        ("Où et quand", (("adresse", "commune"), ("territoire", "horaires"))),
        ("S’inscrire", ("demarche", "a_apporter", "site")),
    )

    class Meta:
        model = Formation
        fields = (
            *("nom", "domaine", "organisme", "presentation", "heures", "financement", "niveau", "certification"),
            *("themes", "public", "faits_tous", "faits_un", *CHAMPS_CONDITIONS),
            *("adresse", "commune", "territoire", "horaires", "demarche", "a_apporter", "site"),
        )
        labels = {"demarche": "Comment s’inscrire", "autres_conditions": "Autres prérequis"}
        widgets = lignes(
            *("nom", "financement", "certification", "public", "adresse", "commune", "territoire", "horaires")
        ) | zones(*TEXTES, "autres_conditions")
        help_texts = AIDE_CONDITIONS
        error_messages = {"nom": {"required": "L’intitulé est nécessaire."}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["domaine"].choices = [("", "Choisissez"), *self.fields["domaine"].choices[1:]]
        self.fields["niveau"].choices = [("", "Non précisé"), *self.fields["niveau"].choices[1:]]
        self.fields["code_rome"].initial = self.instance.rome

    def clean_code_rome(self):
        self.instance.rome = self.cleaned_data["code_rome"]
        return self.instance.rome


class FormationUpdateForm(FormulaireVersionne, FormationForm):
    fieldsets = (*FormationForm.fieldsets, ("", ("actif",)))

    class Meta(FormationForm.Meta):
        fields = (*FormationForm.Meta.fields, "actif")


class SessionForm(FormulaireTremplin):
    """When the training is given next."""

    fieldsets = (("", (("debut", "fin"), "precision")),)
    pres_de = {"session_fin": "fin"}

    class Meta:
        model = SessionFormation
        fields = ("debut", "fin", "precision")
        widgets = {"debut": SaisieDate, "fin": SaisieDate, "precision": forms.TextInput({"autocomplete": "off"})}
        help_texts = {"precision": "Facultatif : le nombre de places, la réunion d’information, la date limite…"}
        error_messages = {"debut": {"required": "Quel jour commence la session ?"}}

    def _get_validation_exclusions(self):
        """One session of a training a day: the form does not show the training, the rule needs it."""
        return super()._get_validation_exclusions() - {"structure", "formation"}


class SessionUpdateForm(FormulaireVersionne, SessionForm):
    class Meta(SessionForm.Meta):
        pass
