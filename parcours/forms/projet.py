from django import forms
from django.utils import timezone

from beneficiaires.enums import GenreDocument
from beneficiaires.forms import DocumentForm
from insertion.enums import Horaire, OuiNon
from insertion.forms import FormulaireTremplin, FormulaireVersionne
from insertion.rome import ChampRome

from ..enums import EtapeMetier, OutilRecherche, StatutPiece
from ..models import EtapeProjet, MetierVise, Projet, VersionPiece
from .entretiens import SaisieDate

#: The version of a CV of which nobody had said anything when the form was opened: no saved row has it.
JAMAIS_DITE = -1


class ProjetForm(FormulaireVersionne):
    """What somebody wants of work, and within which limits."""

    fieldsets = (
        ("", ("paroles", "metier_avant")),
        (
            "Dans quelles conditions",
            (
                ("rayon_km", "heures_souhaitees"),
                "horaires_possibles",
                ("disponible_le", "port_charges"),
                "contraintes",
            ),
        ),
    )
    horaires_possibles = forms.MultipleChoiceField(
        label="Horaires possibles",
        choices=Horaire,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Aucune case cochée : non renseigné.",
    )

    class Meta:
        model = Projet
        fields = (
            *("paroles", "metier_avant", "rayon_km", "heures_souhaitees"),
            *("horaires_possibles", "disponible_le", "port_charges", "contraintes"),
        )
        widgets = {
            "paroles": forms.Textarea({"rows": 4, "autocomplete": "off"}),
            "metier_avant": forms.TextInput({"autocomplete": "off"}),
            "contraintes": forms.Textarea({"rows": 3, "autocomplete": "off"}),
            "disponible_le": SaisieDate,
        }
        labels = {"paroles": "Avec ses mots", "metier_avant": "Métier d’avant"}
        help_texts = {
            "paroles": "Ce que la personne dit de ce qu’elle veut faire, tel qu’elle le dit.",
            "contraintes": "Garde d’enfants, dernier bus, santé… L’encadrement technique ne les lit pas.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["port_charges"].choices = [("", "Non renseigné"), *OuiNon.choices]


class _Jour:
    """A form with a day `le` that is today unless said, and never later."""

    def clean_le(self):
        le = self.cleaned_data["le"]
        if le and le > timezone.localdate():
            raise forms.ValidationError("Ce jour n’est pas encore venu.")
        return le


class MetierViseForm(FormulaireVersionne):
    """A target job: the words of the person, and its ROME code when it is known."""

    fieldsets = (("", ("intitule", "code_rome")),)
    code_rome = ChampRome(label="Code ROME")

    class Meta:
        model = MetierVise
        fields = ("intitule",)
        widgets = {"intitule": forms.TextInput({"autocomplete": "off"})}
        labels = {"intitule": "Métier visé"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code_rome"].initial = self.instance.rome

    def _get_validation_exclusions(self):
        """The person is not a field of the form, yet « the same job twice » is said beside the field."""
        return super()._get_validation_exclusions() - {"beneficiaire", "structure"}

    def clean_code_rome(self):
        self.instance.rome = self.cleaned_data["code_rome"]
        return self.instance.rome


class MetierViseCreateForm(_Jour, MetierViseForm):
    """A new target job stands somewhere from its first day."""

    fieldsets = (("", ("intitule", "code_rome")), ("Où en est ce métier", (("etape", "le"), "constat")))
    etape = forms.ChoiceField(label="Étape", choices=EtapeMetier, initial=EtapeMetier.EXPLORE)
    le = forms.DateField(label="Le", widget=SaisieDate)
    constat = forms.CharField(
        label="Ce qui le montre",
        max_length=400,
        required=False,
        help_text="Une enquête métier, un stage, un bilan d’immersion…",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["le"].initial = timezone.localdate

    def clean(self):
        donnees = super().clean()
        if donnees.get("etape") == EtapeMetier.VALIDE and not donnees.get("constat"):
            self.add_error("constat", "Dites ce qui valide ce métier : l’immersion, son lieu, son bilan.")
        return donnees

    def save(self, commit=True):
        metier = super().save(commit)
        donnees = self.cleaned_data
        metier.passer_a(donnees["etape"], le=donnees["le"], constat=donnees["constat"], auteur=self.utilisateur)
        return metier


class EtapeProjetForm(_Jour, FormulaireTremplin):
    fieldsets = (("", (("etape", "le"), "constat")),)

    class Meta:
        model = EtapeProjet
        fields = ("etape", "le", "constat")
        widgets = {"le": SaisieDate, "constat": forms.TextInput({"autocomplete": "off"})}
        labels = {"etape": "Où en est ce métier", "le": "Le"}
        help_texts = {"constat": "Le lieu et le bilan de l’immersion, une enquête métier, la raison d’un abandon…"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["le"] = timezone.localdate()


class PieceForm(DocumentForm):
    """A new version of a CV or of a letter: the same checks as any file received."""

    fieldsets = (("", ("fichier", ("genre", "metier"))),)
    metier = forms.ModelChoiceField(
        None, label="Pour quel métier", required=False, empty_label="Sans métier en particulier"
    )

    class Meta(DocumentForm.Meta):
        fields = ("fichier", "genre")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["genre"].choices = [(g.value, g.label) for g in (GenreDocument.CV, GenreDocument.LETTRE)]
        self.fields["metier"].queryset = MetierVise.objects.filter(beneficiaire=self.instance.beneficiaire)

    def save(self, commit=True):
        document = super().save(commit)
        VersionPiece.objects.create(
            structure_id=document.structure_id, document=document, metier=self.cleaned_data["metier"]
        )
        return document


class VersionPieceForm(FormulaireVersionne):
    """For which job a version is, and what one must not forget about it; nobody may have said anything of it yet."""

    fieldsets = (("", ("metier", ("relu_le", "pret_le"), "remarque")),)

    class Meta:
        model = VersionPiece
        fields = ("metier", "relu_le", "pret_le", "remarque")
        widgets = {"relu_le": SaisieDate, "pret_le": SaisieDate, "remarque": forms.TextInput({"autocomplete": "off"})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.fields["version"].initial = JAMAIS_DITE
        personne = self.instance.document.beneficiaire_id
        self.fields["metier"].queryset = self.fields["metier"].queryset.filter(beneficiaire_id=personne)
        self.fields["metier"].empty_label = "Sans métier en particulier"


class StatutPieceForm(forms.Form):
    statut = forms.ChoiceField(choices=StatutPiece)


class PointRechercheForm(forms.Form):
    """One line of the checklist: ticked (`fait`) or not."""

    outil = forms.ChoiceField(choices=OutilRecherche)
    fait = forms.BooleanField(required=False)
