"""Somebody proposed to a firm: the proposal, its steps, the hire."""

from urllib.parse import quote

from django import forms
from django.urls import reverse
from django.utils.html import format_html

from entreprises.models import Entreprise
from insertion.forms import FormulaireTremplin, FormulaireVersionne
from insertion.retours import de_chez_nous
from insertion.texte import sans_accents

from ..enums import AccordPersonne, EtapePlacement, FormeEmploi
from ..models import Embauche, EtapeMiseEnRelation, MiseEnRelation
from .entretiens import SaisieDate

#: A firm that nobody wrote down: added in another tab, this page kept.
INCONNUE = (
    "Cette entreprise n’est pas dans le carnet d’adresses : "
    '<a href="{}?nom={}" target="_blank" rel="noopener">ajoutez-la (nouvel onglet)</a>, puis enregistrez ici.'
)
REFUS = (EtapePlacement.REFUS_ENTREPRISE, EtapePlacement.REFUS_PERSONNE)
#: Steps that may be planned: their day may still come.
A_VENIR = (EtapePlacement.ENTRETIEN, EtapePlacement.ESSAI)
#: Steps that ask for the person's agreement before.
AVEC_ACCORD = (EtapePlacement.ENVOYEE, *A_VENIR)


class PropositionForm(forms.Form):
    """« Proposer »: what somebody answers for an offer, in one click.

    `reponse` is the button pressed, « offre-personne-accord »: one form serves a whole list. `suite` is the page to
    come back to. Once valid, `cleaned_data` has `offre`, `personne` and `accord` too.
    """

    reponse = forms.RegexField(rf"^[1-9]\d{{0,17}}-[1-9]\d{{0,17}}-({'|'.join(AccordPersonne.values)})$")
    suite = forms.CharField(required=False)

    def clean_reponse(self):
        offre, personne, accord = self.cleaned_data["reponse"].split("-")
        self.cleaned_data |= {"offre": int(offre), "personne": int(personne), "accord": accord}
        return self.cleaned_data["reponse"]

    def clean_suite(self):
        return de_chez_nous(self.cleaned_data["suite"])


class _Proposition(FormulaireTremplin):
    """The fields that proposing and correcting share. `aujourdhui` is the day of the page."""

    class Meta:
        model = MiseEnRelation
        fields = ("poste", "proposee_le", "accord", "accord_le", "remarque")
        widgets = {
            "proposee_le": SaisieDate,
            "accord_le": SaisieDate,
            "accord": forms.RadioSelect,
            "poste": forms.TextInput({"autocomplete": "off"}),
            "remarque": forms.Textarea({"rows": 3, "autocomplete": "off"}),
        }
        help_texts = {"accord": "Rien n’est envoyé à une entreprise sans l’accord de la personne."}

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.aujourdhui = aujourdhui
        self.fields["accord"].choices = AccordPersonne.choices
        for nom in ("proposee_le", "accord_le"):
            self.fields[nom].widget.attrs["max"] = aujourdhui.isoformat()

    def clean_proposee_le(self):
        return self._pas_apres("proposee_le", "On note une proposition le jour où on la fait, ou après.")

    def clean_accord_le(self):
        return self._pas_apres("accord_le", "La réponse ne peut pas être dans le futur.")

    def _pas_apres(self, nom, phrase):
        jour = self.cleaned_data[nom]
        if jour and jour > self.aujourdhui:
            raise forms.ValidationError(phrase)
        return jour


class MiseEnRelationForm(_Proposition):
    """Propose somebody to a firm without any offer: the firm is typed, and found in the address book."""

    fieldsets = (("", ("firme", "poste", "proposee_le")), ("La personne", (("accord", "accord_le"), "remarque")))
    firme = forms.CharField(
        label="Entreprise",
        max_length=160,
        widget=forms.TextInput({"list": "entreprises", "autocomplete": "off"}),
        help_text="Son nom dans le carnet d’adresses.",
        error_messages={"required": "Dites à quelle entreprise."},
    )

    def firmes(self):
        """Names that a browser offers while typing."""
        actives = Entreprise.objects.visibles_par(self.utilisateur).actives()
        return actives.values_list("raison_sociale", flat=True)

    def clean_firme(self):
        """The firm of that name, accents and case aside."""
        saisi = self.cleaned_data["firme"]
        cherche = sans_accents(saisi)
        proches = Entreprise.objects.visibles_par(self.utilisateur).cherche(saisi)
        trouvees = [firme for firme in proches[:50] if sans_accents(firme.raison_sociale) == cherche]
        if not trouvees:
            raise forms.ValidationError(format_html(INCONNUE, reverse("entreprises:entreprise_create"), quote(saisi)))
        if len(trouvees) > 1:
            raise forms.ValidationError("Plusieurs entreprises portent ce nom : partez de la page de la bonne.")
        self.instance.entreprise = trouvees[0]
        return saisi


class MiseEnRelationUpdateForm(FormulaireVersionne, _Proposition):
    """Correct a proposal, say whom one speaks to, write what the person answered at last."""

    fieldsets = (
        ("", ("poste", "contact", "proposee_le")),
        ("La personne", (("accord", "accord_le"), "remarque")),
    )

    class Meta(_Proposition.Meta):
        fields = ("poste", "contact", "proposee_le", "accord", "accord_le", "remarque")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        contacts = self.fields["contact"]
        contacts.queryset = contacts.queryset.filter(entreprise_id=self.instance.entreprise_id)
        contacts.empty_label = "Aucun en particulier"


class EtapePlacementForm(FormulaireTremplin):
    """What happened, on its day; a refusal says by whom and why."""

    fieldsets = (("", (("etape", "le"), ("motif", "precision"))),)

    class Meta:
        model = EtapeMiseEnRelation
        fields = ("etape", "le", "motif", "precision")
        widgets = {"le": SaisieDate, "precision": forms.TextInput({"autocomplete": "off"})}
        labels = {"motif": "Motif du refus"}

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.aujourdhui = aujourdhui
        self.fields["etape"].choices = [("", "Choisir…"), *EtapePlacement.choices]
        self.fields["motif"].choices = [("", "Sans objet"), *self.fields["motif"].choices[1:]]

    def clean_etape(self):
        etape, mise = self.cleaned_data["etape"], self.instance.mise_en_relation
        if etape in AVEC_ACCORD and mise.accord != AccordPersonne.OUI:
            raise forms.ValidationError("La personne n’a pas dit oui : notez d’abord son accord.")
        return etape

    def clean(self):
        donnees = super().clean()
        etape, le = donnees.get("etape"), donnees.get("le")
        if le and le < self.instance.mise_en_relation.proposee_le:
            jour = self.instance.mise_en_relation.proposee_le
            self.add_error("le", f"Une étape vient après la proposition, le {jour:%d/%m/%Y}.")
        elif le and le > self.aujourdhui and etape not in A_VENIR:
            self.add_error("le", "Ce jour n’est pas encore venu.")
        if etape in REFUS and not donnees.get("motif"):
            self.add_error("motif", "Dites pourquoi : le motif aide à mieux proposer la prochaine fois.")
        elif etape and etape not in REFUS:
            donnees["motif"] = ""
        return donnees


class EmbaucheForm(FormulaireTremplin):
    """The job that the person is hired for."""

    fieldsets = (("", (("poste", "forme"), ("debut", "fin"), "heures_hebdo")),)

    class Meta:
        model = Embauche
        fields = ("poste", "forme", "debut", "fin", "heures_hebdo")
        widgets = {"debut": SaisieDate, "fin": SaisieDate, "poste": forms.TextInput({"autocomplete": "off"})}
        help_texts = {"fin": "Vide pour un emploi sans terme."}

    def clean(self):
        """The database says the order of the dates; a CDI has no end."""
        donnees = super().clean()
        if donnees.get("forme") == FormeEmploi.CDI and donnees.get("fin"):
            self.add_error("fin", "Un CDI n’a pas de date de fin.")
        elif donnees.get("debut") and donnees.get("fin") and donnees["fin"] < donnees["debut"]:
            self.add_error("fin", "La fin ne peut pas précéder le début.")
        return donnees


class EmbaucheUpdateForm(FormulaireVersionne, EmbaucheForm):
    class Meta(EmbaucheForm.Meta):
        pass
