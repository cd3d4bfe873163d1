from django import forms

from insertion.droits import Droit, peut
from insertion.forms import FormulaireTremplin, FormulaireVersionne

from ..enums import EtatAide
from ..models import AideFinanciere, EtapeAide
from ..models.aides import AVANT_ENVOI
from .entretiens import SaisieDate

#: What an agreement is given to: changed afterwards, the request waits for a new one.
CE_QUI_EST_ACCORDE = {"motif", "dispositif", "objet", "montant_demande", "organisme"}
#: The partners that a browser proposes as the organism.
LISTE = "organismes"


def euros(*noms):
    """Widgets of amounts typed with a comma or a point."""
    return {nom: forms.TextInput({"inputmode": "decimal", "autocomplete": "off"}) for nom in noms}


class AideForm(FormulaireTremplin):
    """What is asked, to whom, for how much, and the words of the letter. `aujourdhui` is the day of the page."""

    fieldsets = (
        ("La demande", (("motif", "dispositif"), "objet", ("montant_demande", "organisme", "date"))),
        ("Pour le courrier", ("situation", "paroles")),
    )

    class Meta:
        model = AideFinanciere
        fields = ("motif", "dispositif", "objet", "montant_demande", "organisme", "date", "situation", "paroles")
        localized_fields = ("montant_demande",)
        widgets = {
            "date": SaisieDate,
            "objet": forms.TextInput({"autocomplete": "off"}),
            "organisme": forms.TextInput({"list": LISTE, "autocomplete": "off"}),
            "situation": forms.Textarea({"rows": 5, "autocomplete": "off"}),
            "paroles": forms.Textarea({"rows": 3, "autocomplete": "off"}),
            **euros("montant_demande"),
        }
        help_texts = {
            "objet": "Par exemple : « la facture d’électricité de septembre ».",
            "situation": "Ressources, charges, reste à vivre, ce qui a été tenté. Ni santé, ni justice : le courrier"
            " sort de la structure.",
            "paroles": "Imprimé tel quel dans le courrier, entre guillemets.",
        }
        error_messages = {"montant_demande": {"invalid": "Écrivez un montant en euros, par exemple 450,50."}}

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.aujourdhui = aujourdhui
        self.fields["date"].widget.attrs["max"] = aujourdhui.isoformat()

    def clean_date(self):
        if self.cleaned_data["date"] > self.aujourdhui:
            raise forms.ValidationError("La demande ne peut pas être dans le futur.")
        return self.cleaned_data["date"]


class AideCreateForm(AideForm):
    pieces = forms.CharField(
        label="Pièces manquantes",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3, "autocomplete": "off"}),
        help_text="Une par ligne. Laissez vide si le dossier est complet : la demande part en instruction.",
    )

    avec_accord = forms.BooleanField(
        label="Demander d’abord l’accord de votre responsable",
        required=False,
        help_text="La demande attend sa réponse avant d’être envoyée. Un rappel vous la dira.",
    )

    fieldsets = (AideForm.fieldsets[0], ("", ("pieces", "avec_accord")), AideForm.fieldsets[1])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if peut(self.utilisateur, Droit.APPROUVER):
            del self.fields["avec_accord"]

    def save(self, commit=True):
        """Save the request and its first step."""
        aide = super().save(commit=False)
        aide.demander(self.cleaned_data["pieces"], avec_accord=self.cleaned_data.get("avec_accord", False))
        return aide


class AideUpdateForm(FormulaireVersionne, AideForm):
    class Meta(AideForm.Meta):
        pass

    def clean_date(self):
        date = super().clean_date()
        premiere = self.instance.etapes.order_by("date").values_list("date", flat=True).first()
        if premiere and date > premiere:
            raise forms.ValidationError(f"La première étape est du {premiere:%d/%m/%Y}  : la demande la précède.")
        return date

    def save(self, commit=True):
        """What was agreed to and is no more the same waits for the agreement again."""
        aide = super().save(commit)
        change = CE_QUI_EST_ACCORDE & set(self.changed_data)
        if change and aide.etat_actuel == EtatAide.A_ENVOYER and not peut(self.utilisateur, Droit.APPROUVER):
            aide.soumettre(self.utilisateur, self.aujourdhui)
        return aide


class EtapeAideForm(FormulaireTremplin):
    """What became of a request on one day. `aujourdhui` is the day of the page."""

    fieldsets = (
        ("", (("etat", "date"),)),
        ("Si des pièces manquent", ("pieces",)),
        ("Si l’aide est accordée", (("montant_accorde", "mode_paiement", "paye_le"),)),
        ("Si elle est refusée", ("motif_refus",)),
        ("", ("commentaire",)),
    )

    class Meta:
        model = EtapeAide
        fields = (
            *("etat", "date", "pieces", "montant_accorde", "mode_paiement", "paye_le"),
            *("motif_refus", "commentaire"),
        )
        localized_fields = ("montant_accorde",)
        widgets = {
            "date": SaisieDate,
            "paye_le": SaisieDate,
            "pieces": forms.Textarea({"rows": 3, "autocomplete": "off"}),
            "motif_refus": forms.TextInput({"autocomplete": "off"}),
            "commentaire": forms.Textarea({"rows": 3, "autocomplete": "off"}),
            **euros("montant_accorde"),
        }
        help_texts = {"pieces": "Une par ligne."}
        error_messages = {"montant_accorde": {"invalid": "Écrivez un montant en euros, par exemple 450,50."}}

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.aujourdhui = aujourdhui
        self.fields["date"].widget.attrs["max"] = aujourdhui.isoformat()
        suites = self.instance.aide.suites_possibles
        self.fields["etat"].choices = [(etat.value, etat.label) for etat in suites]
        self.fields["mode_paiement"].choices = [("", "Pas encore payée"), *self.fields["mode_paiement"].choices[1:]]

    def clean_date(self):
        date, demande = self.cleaned_data["date"], self.instance.aide.date
        if date > self.aujourdhui:
            raise forms.ValidationError("Cette étape ne peut pas être dans le futur.")
        if date < demande:
            raise forms.ValidationError(f"La demande est du {demande:%d/%m/%Y} : rien ne la précède.")
        return date

    def clean(self):
        """Each state asks for its own facts; the list of pieces typed for another state is left out."""
        donnees = super().clean()
        etat = donnees.get("etat")
        if etat != EtatAide.INCOMPLETE:
            donnees["pieces"] = ""
        if etat == EtatAide.ACCORDEE and donnees.get("montant_accorde") is None:
            self._reclamer("montant_accorde", "Combien a été accordé ?")
        if etat == EtatAide.ACCORDEE and donnees.get("paye_le") and not donnees.get("mode_paiement"):
            self._reclamer("mode_paiement", "Comment l’aide a-t-elle été payée ?")
        if etat == EtatAide.REFUSEE and not donnees.get("motif_refus"):
            self._reclamer("motif_refus", "Un refus porte sa raison.")
        return donnees

    def _reclamer(self, nom, phrase):
        if nom not in self.errors:
            self.add_error(nom, phrase)


class EtapeAideUpdateForm(FormulaireVersionne, EtapeAideForm):
    class Meta(EtapeAideForm.Meta):
        pass

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["etat"].choices = [(e.value, e.label) for e in EtatAide if e not in AVANT_ENVOI]
