from django import forms

from insertion.forms import FormulaireVersionne

from ..enums import Jour
from ..immersions import avertissements
from ..models import BilanImmersion, Immersion, MetierVise
from .entretiens import SaisieDate


class ImmersionForm(FormulaireVersionne):
    """An immersion in the firm of the instance. A limit that is passed asks for a motive, and nothing else."""

    fieldsets = (
        ("L’immersion", (("poste", "metier"), "objet", "taches")),
        ("Où et avec qui", (("etablissement", "tuteur"),)),
        ("Quand", (("debut", "fin"), "jours", ("horaires", "heures_hebdo"))),
        ("La convention", (("prescripteur", "numero_convention"), "signee_le", "derogation")),
    )
    jours = forms.TypedMultipleChoiceField(
        label="Jours", choices=Jour, coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Immersion
        fields = (
            *("poste", "metier", "objet", "taches", "etablissement", "tuteur", "debut", "fin", "jours", "horaires"),
            *("heures_hebdo", "prescripteur", "numero_convention", "signee_le", "derogation"),
        )
        widgets = {
            "debut": SaisieDate,
            "fin": SaisieDate,
            "signee_le": SaisieDate,
            "objet": forms.RadioSelect,
            "taches": forms.Textarea({"rows": 3, "autocomplete": "off"}),
            **{nom: forms.TextInput({"autocomplete": "off"}) for nom in ("poste", "horaires", "derogation")},
        }
        help_texts = {
            "objet": "Une convention a un seul objet.",
            "metier": "Le bilan dira s’il est confirmé.",
            "horaires": "9 h – 12 h et 13 h – 17 h, par exemple.",
            "derogation": "À remplir seulement si une limite est dépassée.",
        }

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.aujourdhui = aujourdhui
        entreprise, personne = self.instance.entreprise, self.instance.parcours.beneficiaire_id
        self.fields["etablissement"].queryset = entreprise.etablissements.filter(fermee_le__isnull=True)
        self.fields["etablissement"].empty_label = "Adresse principale"
        self.fields["tuteur"].queryset = entreprise.contacts.actuels()
        self.fields["tuteur"].empty_label = "Pas encore désigné"
        self.fields["metier"].queryset = MetierVise.objects.filter(beneficiaire=personne)
        self.fields["metier"].empty_label = "Aucun en particulier"
        self.fields["objet"].choices = self.fields["objet"].choices[-3:]
        if not self.fields["etablissement"].queryset.exists():
            del self.fields["etablissement"]

    def clean_fin(self):
        fin, interrompue_le = self.cleaned_data["fin"], self.instance.interrompue_le
        if interrompue_le and fin < interrompue_le:
            raise forms.ValidationError(f"La fin ne peut pas précéder l’interruption, le {interrompue_le:%d/%m/%Y}.")
        return fin

    def clean(self):
        donnees = super().clean()
        self.exiger_l_ordre()
        return donnees

    def _post_clean(self):
        """The limits read the whole immersion, so they come after the fields have been given to it."""
        super()._post_clean()
        if self.errors or self.cleaned_data.get("derogation"):
            return
        siennes = Immersion.objects.filter(parcours__beneficiaire=self.instance.parcours.beneficiaire_id)
        autres = list(siennes.exclude(pk=self.instance.pk).select_related("entreprise"))
        for avertissement in avertissements(self.instance, autres, self.aujourdhui):
            self.add_error("derogation", f"{avertissement.phrase} Corrigez, ou dites ici pourquoi vous passez outre.")


class InterruptionForm(FormulaireVersionne):
    """The immersion stopped before its end: when, and why."""

    fieldsets = (("", ("interrompue_le", "motif_interruption")),)

    class Meta:
        model = Immersion
        fields = ("interrompue_le", "motif_interruption")
        widgets = {"interrompue_le": SaisieDate, "motif_interruption": forms.TextInput({"autocomplete": "off"})}
        help_texts = {"interrompue_le": "Le dernier jour venu. Laissez vide si elle reprend."}

    def clean(self):
        donnees = super().clean()
        le, motif = donnees.get("interrompue_le"), donnees.get("motif_interruption")
        if le and not motif and "motif_interruption" not in self.errors:
            self.add_error("motif_interruption", "Dites pourquoi elle s’est arrêtée.")
        if motif and not le and "interrompue_le" not in self.errors:
            self.add_error("interrompue_le", "Dites quand elle s’est arrêtée.")
        if le and le > self.instance.fin:
            self.add_error("interrompue_le", "Une immersion ne s’interrompt pas après sa fin.")
        return donnees


class BilanImmersionForm(FormulaireVersionne):
    """The three voices, then what it means for the project."""

    fieldsets = (
        ("Ce qui s’est dit", ("le", "paroles", "avis_entreprise", "texte")),
        ("Pour la suite", ("conclusion", "embauche_possible")),
    )

    class Meta:
        model = BilanImmersion
        fields = ("le", "paroles", "avis_entreprise", "texte", "conclusion", "embauche_possible")
        widgets = {
            "le": SaisieDate,
            "conclusion": forms.RadioSelect,
            **{nom: forms.Textarea({"rows": 3}) for nom in ("paroles", "avis_entreprise", "texte")},
        }
        help_texts = {"paroles": "Ses mots, tels quels."}

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.aujourdhui = aujourdhui
        self.fields["le"].widget.attrs["max"] = aujourdhui.isoformat()
        self.fields["conclusion"].choices = self.fields["conclusion"].choices[-3:]
        metier = self.instance.immersion.metier
        if metier:
            self.fields[
                "conclusion"
            ].help_text = (
                f"« {metier} » sera validé par immersion si le projet est confirmé, abandonné s’il est infirmé."
            )

    def clean_le(self):
        le = self.cleaned_data["le"]
        if le > self.aujourdhui:
            raise forms.ValidationError("Le bilan ne peut pas être dans le futur.")
        if le < self.instance.immersion.debut:
            raise forms.ValidationError("Le bilan ne peut pas précéder l’immersion.")
        return le

    def save(self, commit=True):
        bilan = super().save(commit=False)
        bilan.enregistrer()
        return bilan
