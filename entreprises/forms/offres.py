from datetime import timedelta

from django import forms
from django.db.models import Q
from django.utils import timezone

from insertion.enums import Horaire
from insertion.forms import FormulaireTremplin, FormulaireVersionne, SaisieDate
from insertion.rome import ChampRome

from ..enums import MotifCloture
from ..models import Contact, Etablissement, Offre

DATES = ("debut", "fin", "recue_le", "expire_le")
#: How far from today a day may be (years): further, it is a typing error.
ANNEES = 5


class OffreForm(FormulaireTremplin):
    """A post, an immersion or a training place; what is not asked stays empty (metier.md §1 rows 18 and 52)."""

    fieldsets = (
        ("", ("nature", "intitule", ("code_rome", "postes"), ("contact", "etablissement"))),
        ("Le contrat", (("contrat", "heures_hebdo"), ("debut", "fin"))),
        (
            "Ce qu’il faut pour y aller",
            ("horaires", ("permis", "francais"), ("distance_max_km", "port_charges")),
        ),
        ("Pour en parler", ("description", ("recue_le", "expire_le"))),
    )
    pres_de = {
        "offre_fin_apres_debut": "fin",
        "offre_expire_apres": "expire_le",
        "offre_postes": "postes",
        "offre_heures": "heures_hebdo",
        "offre_distance": "distance_max_km",
        "offre_horaires": "horaires",
    }
    code_rome = ChampRome(label="Métier (ROME)")
    horaires = forms.MultipleChoiceField(
        label="Horaires", choices=Horaire, required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Offre
        fields = (
            *("nature", "intitule", "postes", "contact", "etablissement", "contrat", "heures_hebdo", "horaires"),
            *("debut", "fin", "permis", "francais", "distance_max_km", "port_charges", "description"),
            *("recue_le", "expire_le"),
        )
        widgets = dict.fromkeys(DATES, SaisieDate) | {
            "nature": forms.RadioSelect,
            "intitule": forms.TextInput({"autocomplete": "off"}),
            "description": forms.Textarea({"rows": 4, "autocomplete": "off"}),
        }
        help_texts = {
            "distance_max_km": "Laissez vide si rien n’est demandé.",
            "expire_le": "Sans date, l’offre reste ouverte jusqu’à ce que vous la fermiez.",
            "description": "Aucun nom de personne accompagnée : toute l’équipe lit cette page.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        firme = {"entreprise_id": self.instance.entreprise_id}
        ici = Q(pk=self.instance.contact_id) if self.instance.contact_id else Q(pk=None)
        self.fields["contact"].queryset = Contact.objects.filter(Q(parti_le__isnull=True) | ici, **firme)
        self.fields["etablissement"].queryset = Etablissement.objects.filter(**firme)
        self.fields["etablissement"].empty_label = "Au siège"
        self.fields["contact"].empty_label = "Pas encore connu"
        for nom, vide in (("contrat", "Non précisé"), ("permis", "Rien de demandé"), ("francais", "Rien de demandé")):
            self.fields[nom].choices = [("", vide), *self.fields[nom].choices[1:]]
        self.fields["code_rome"].initial = self.initial.get("rome") or self.instance.rome

    def clean_code_rome(self):
        self.instance.rome = self.cleaned_data["code_rome"]
        return self.instance.rome

    def clean_recue_le(self):
        recue = self.cleaned_data["recue_le"]
        if recue > timezone.localdate():
            raise forms.ValidationError("Ce jour n’est pas encore venu.")
        return recue

    def clean(self):
        donnees, borne = super().clean(), timedelta(days=365 * ANNEES)
        for nom in DATES:
            if donnees.get(nom) and abs(donnees[nom] - timezone.localdate()) > borne:
                self.add_error(nom, "Vérifiez l’année : cette date est trop loin d’aujourd’hui.")
        return donnees


class OffreUpdateForm(FormulaireVersionne, OffreForm):
    """Correct an offer, or give it more time."""


class ClotureForm(forms.Form):
    """Why an offer closes."""

    motif = forms.ChoiceField(label="Pourquoi ?", choices=MotifCloture, widget=forms.RadioSelect)
