from django import forms
from django.utils import timezone

from insertion.forms import FormulaireTremplin, FormulaireVersionne

from ..enums import ReponseFormation
from ..models import FormationSuivie
from .entretiens import SaisieDate

#: Beside which field each rule of the table is said.
DATES = ("proposee_le", "reponse_le", "debut", "fin", "interrompue_le", "resultat_le")


class FormationForm(FormulaireTremplin):
    """A training proposed to somebody and what they answered; dates come when they are known."""

    fieldsets = (
        ("", ("intitule", ("domaine", "organisme"), ("heures", "financeur"), "interne")),
        ("Proposition et réponse", (("proposee_le", "reponse", "reponse_le"), "paroles")),
        ("Dates", (("debut", "fin"),)),
        ("Certification", ("certification",)),
    )
    pres_de = {
        "formation_reponse_apres_proposition": "reponse_le",
        "formation_fin_apres_debut": "fin",
        "formation_interrompue_pendant": "interrompue_le",
        "formation_resultat_d_une_certification": "resultat",
        "formation_resultat_apres_debut": "resultat_le",
        "formation_heures": "heures",
    }

    class Meta:
        model = FormationSuivie
        fields = (
            "formation",
            "intitule",
            "domaine",
            "organisme",
            "heures",
            "financeur",
            "interne",
            "proposee_le",
            "reponse",
            "reponse_le",
            "paroles",
            "debut",
            "fin",
            "certification",
        )
        widgets = dict.fromkeys(DATES, SaisieDate) | {
            nom: forms.TextInput({"autocomplete": "off"})
            for nom in ("intitule", "organisme", "financeur", "paroles", "certification")
        }
        widgets["formation"] = forms.HiddenInput
        help_texts = {
            "interne": "Sur le poste ou en atelier, sans organisme extérieur.",
            "paroles": "Pourquoi elle accepte ou refuse, si elle le dit.",
            "certification": "« Titre professionnel agent de restauration ». Laissez vide s’il n’y en a pas.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reponse"].choices = [("", "Pas encore de réponse"), *ReponseFormation.choices]

    def clean_proposee_le(self):
        le = self.cleaned_data["proposee_le"]
        if le > timezone.localdate():
            raise forms.ValidationError("Une formation se note proposée le jour où elle l’est, ou après.")
        return le

    def clean(self):
        donnees = super().clean()
        if donnees.get("reponse") and not donnees.get("reponse_le") and "reponse_le" not in self.errors:
            self.add_error("reponse_le", "Donnez la date de la réponse.")
        if donnees.get("reponse_le") and not donnees.get("reponse"):
            self.add_error("reponse", "Dites ce que la personne a répondu.")
        if donnees.get("fin") and not donnees.get("debut") and "debut" not in self.errors:
            self.add_error("debut", "Donnez aussi la date de début.")
        return donnees


class FormationUpdateForm(FormulaireVersionne, FormationForm):
    """Correct a training, say that it stopped, or what came of the certification (metier.md §1 row 82)."""

    fieldsets = (
        *FormationForm.fieldsets[:2],
        ("Dates", (("debut", "fin", "interrompue_le"),)),
        ("Certification", ("certification", ("resultat", "resultat_le"))),
    )

    class Meta(FormationForm.Meta):
        fields = (*FormationForm.Meta.fields, "interrompue_le", "resultat", "resultat_le")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["resultat"].choices = [("", "Pas encore connu"), *self.fields["resultat"].choices[1:]]

    def clean(self):
        donnees = super().clean()
        if donnees.get("resultat") and not donnees.get("resultat_le") and "resultat_le" not in self.errors:
            self.add_error("resultat_le", "Donnez la date du résultat.")
        if donnees.get("resultat_le") and not donnees.get("resultat"):
            self.add_error("resultat", "Dites quel est le résultat.")
        return donnees


class ReponseForm(forms.Form):
    """The answer in one click, with the person's words if they gave some."""

    reponse = forms.ChoiceField(choices=ReponseFormation)
    paroles = forms.CharField(max_length=300, required=False)
