"""Funders, agreements, targets: what is typed and why it is refused."""

from django import forms

from beneficiaires.pieces import EXTENSIONS, PieceRefusee, recevoir
from insertion.forms import FormulaireTremplin, FormulaireVersionne, SaisieDate
from parcours.models import Dispositif

from ..conventions import mesures
from ..enums import GenreFinanceur
from ..indicateurs.registre import RUBRIQUES
from ..models import Cible, Convention, Financeur, PieceConvention

DATES = ("debut", "fin", "bilan_le")
NOM_PRIS = "Un financeur porte déjà ce nom : choisissez-le dans la liste."


class FinanceurForm(FormulaireTremplin):
    fieldsets = (
        ("", (("nom", "genre"), "interlocuteur", ("email", "telephone"))),
        ("Ses bilans", ("voit_petits_effectifs", "actif")),
    )

    class Meta:
        model = Financeur
        fields = ("nom", "genre", "interlocuteur", "email", "telephone", "voit_petits_effectifs", "actif")
        widgets = {nom: forms.TextInput({"autocomplete": "off"}) for nom in ("nom", "interlocuteur", "telephone")} | {
            "email": forms.EmailInput({"autocomplete": "off"})
        }

    def _get_validation_exclusions(self):
        """Two funders of one structure have two names: checked although the structure is not typed."""
        return super()._get_validation_exclusions() - {"structure"}


class FinanceurUpdateForm(FormulaireVersionne, FinanceurForm):
    pass


class ConventionForm(FormulaireTremplin):
    """An agreement, the dispositifs that it pays for, and its funder: chosen, or written here for the first time."""

    fieldsets = (
        ("", ("intitule", "financeur", ("nouveau_financeur", "genre_financeur"), ("numero", "montant"))),
        ("Période et dispositifs", (("debut", "fin"), "dispositifs")),
        ("Le bilan", (("modele", "bilan_le"), "sections", "cofinance_ue", "remarques")),
    )

    nouveau_financeur = forms.CharField(
        label="Nouveau financeur",
        max_length=120,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
        help_text="S’il n’est pas encore dans la liste.",
    )
    genre_financeur = forms.ChoiceField(
        label="Qui est-ce ?", choices=[("", "Choisir…"), *GenreFinanceur.choices], required=False
    )
    dispositifs = forms.ModelMultipleChoiceField(
        Dispositif._default_manager._queryset_class(Dispositif),
        label="Dispositifs financés",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Aucune case cochée : toute la structure.",
    )
    sections = forms.MultipleChoiceField(
        label="Parties demandées dans le bilan",
        choices=[(nom, nom) for nom in RUBRIQUES],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Aucune case cochée : toutes.",
    )

    class Meta:
        model = Convention
        fields = (
            *("financeur", "intitule", "numero", "debut", "fin", "montant", "cofinance_ue", "modele", "bilan_le"),
            *("sections", "remarques"),
        )
        widgets = dict.fromkeys(DATES, SaisieDate) | {
            "intitule": forms.TextInput({"autocomplete": "off"}),
            "numero": forms.TextInput({"autocomplete": "off"}),
            "remarques": forms.Textarea({"rows": 3, "autocomplete": "off"}),
        }
        help_texts = {
            "intitule": "Par exemple : annexe financière 2026.",
            "cofinance_ue": "Le logo de l’Union européenne sera sur ses bilans.",
            "bilan_le": "Les champs qui manquent sont rappelés avant cette date.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        financeurs = self.fields["financeur"]
        financeurs.required, financeurs.empty_label = False, "Choisir…"
        financeurs.queryset = financeurs.queryset.order_by("-actif", "nom", "pk")
        self.fields["dispositifs"].queryset = self.fields["dispositifs"].queryset.order_by("-actif", "nom", "pk")
        if self.instance.pk:
            self.fields["dispositifs"].initial = list(self.instance.couverts.values_list("dispositif_id", flat=True))

    def clean(self):
        donnees = super().clean()
        self.exiger_l_ordre()
        self._un_financeur(donnees)
        return donnees

    def _un_financeur(self, donnees):
        """One funder, not two, not none; a new one has a kind and a name that nobody has."""
        nom = " ".join(donnees.get("nouveau_financeur", "").split())
        if nom and donnees.get("financeur"):
            self.add_error("nouveau_financeur", "Choisissez un financeur de la liste ou écrivez-en un nouveau.")
        elif nom and Financeur.objects.visibles_par(self.utilisateur).filter(nom__iexact=nom).exists():
            self.add_error("nouveau_financeur", NOM_PRIS)
        elif nom and not donnees.get("genre_financeur"):
            self.add_error("genre_financeur", "Dites qui est ce financeur.")
        elif not nom and not donnees.get("financeur") and "financeur" not in self.errors:
            self.add_error("financeur", "Choisissez un financeur, ou écrivez-en un nouveau.")
        donnees["nouveau_financeur"] = nom

    def save(self, commit=True):
        """Write the agreement, its funder when it is a new one, and what it covers."""
        if nom := self.cleaned_data["nouveau_financeur"]:
            self.instance.financeur = Financeur.objects.create(nom=nom, genre=self.cleaned_data["genre_financeur"])
        convention = super().save(commit)
        convention.couvrir(self.cleaned_data["dispositifs"])
        return convention


class ConventionUpdateForm(FormulaireVersionne, ConventionForm):
    pass


class CibleForm(FormulaireTremplin):
    """What is expected of one line of one indicator, in the unit that the list tells."""

    fieldsets = (("", ("mesure", "valeur")),)
    mesure = forms.ChoiceField(label="Ce qui est visé", error_messages={"required": "Choisissez ce qui est visé."})

    class Meta:
        model = Cible
        fields = ("valeur",)
        labels = {"valeur": "Valeur visée"}
        help_texts = {"valeur": "Dans l’unité dite entre parenthèses. Pour un taux : 60 signifie 60 %."}

    def __init__(self, *args, resultats, **kwargs):
        """`resultats` are the `Resultat`s whose lines may be aimed at."""
        super().__init__(*args, **kwargs)
        cible = self.instance
        actuelle = f"{cible.indicateur}/{cible.ligne}" if cible.indicateur else ""
        self.fields["mesure"].choices = [("", "Choisir…"), *mesures(resultats, actuelle)]
        self.fields["mesure"].initial = actuelle

    def clean_mesure(self):
        mesure = self.cleaned_data["mesure"]
        self.instance.indicateur, _, self.instance.ligne = mesure.partition("/")
        return mesure

    def clean(self):
        donnees = super().clean()
        autres = Cible.objects.filter(
            convention=self.instance.convention_id, indicateur=self.instance.indicateur, ligne=self.instance.ligne
        )
        if donnees.get("mesure") and autres.exclude(pk=self.instance.pk).exists():
            self.add_error("mesure", "Cette convention vise déjà une valeur pour cet indicateur.")
        return donnees


class CibleUpdateForm(FormulaireVersionne, CibleForm):
    pass


class PieceForm(FormulaireTremplin):
    """A file of an agreement, judged and made harmless before anything is stored."""

    fieldsets = (("", ("fichier",)),)

    class Meta:
        model = PieceConvention
        fields = ("fichier",)
        widgets = {"fichier": forms.FileInput({"accept": ",".join(f".{extension}" for extension in EXTENSIONS)})}
        help_texts = {"fichier": "PDF, image (JPEG ou PNG), Word, Excel ou OpenDocument ; 10 Mo au plus."}
        error_messages = {"fichier": {"required": "Choisissez un fichier.", "empty": "Ce fichier est vide."}}

    def clean_fichier(self):
        try:
            piece = recevoir(self.cleaned_data["fichier"])
        except PieceRefusee as refus:
            raise forms.ValidationError(str(refus)) from refus
        self.instance.decrire(piece)
        return piece
