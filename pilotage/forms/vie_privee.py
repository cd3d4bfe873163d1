"""What somebody is told, agrees to, asks for and contests; what is decided about their file."""

from django import forms

from beneficiaires.enums import ReponseDroit
from beneficiaires.models import (
    Archivage,
    Consentement,
    DemandeDroit,
    Desaccord,
    GelSuppression,
    InformationDonnee,
    Limitation,
    Notice,
)
from insertion.forms import FormulaireTremplin, SaisieDate


class FormulaireDuJour(FormulaireTremplin):
    """A fact that happened on the day of the page or before: `jour` names its field."""

    jour = ""

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.aujourdhui = aujourdhui
        if not self.initial.get(self.jour):
            self.initial[self.jour] = aujourdhui

    def clean(self):
        donnees = super().clean()
        if (le := donnees.get(self.jour)) and le > self.aujourdhui:
            self.add_error(self.jour, "Cette date n’est pas encore là.")
        return donnees

    def _get_validation_exclusions(self):
        """Rules about the person are checked although who they are is not typed."""
        return super()._get_validation_exclusions() - {"beneficiaire", "structure", "notice", "levee_le"}


class InformationForm(FormulaireDuJour):
    jour = "le"
    fieldsets = (("", ("canal", "le")),)

    class Meta:
        model = InformationDonnee
        fields = ("canal", "le")
        widgets = {"canal": forms.RadioSelect, "le": SaisieDate}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["canal"].choices = self.fields["canal"].choices[-5:]


class ConsentementForm(FormulaireDuJour):
    jour = "donne_le"
    fieldsets = (("", ("objet", "question", ("canal", "donne_le"))),)

    class Meta:
        model = Consentement
        fields = ("objet", "question", "canal", "donne_le")
        labels = {"question": "Question posée"}
        widgets = {"objet": forms.RadioSelect, "question": forms.Textarea({"rows": 2}), "donne_le": SaisieDate}
        help_texts = {
            "question": "Avec le nom de qui recevra : « Acceptez-vous que nous donnions votre CV à Emmaüs Défi ? »"
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["objet"].choices = self.fields["objet"].choices[-3:]


class DemandeDroitForm(FormulaireDuJour):
    jour = "recue_le"
    fieldsets = (("", ("genre", "recue_le", "precision")),)

    class Meta:
        model = DemandeDroit
        fields = ("genre", "recue_le", "precision")
        widgets = {"genre": forms.RadioSelect, "recue_le": SaisieDate, "precision": forms.Textarea({"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["genre"].choices = self.fields["genre"].choices[-5:]


class RaisonForm(FormulaireTremplin):
    """One written reason: why something is lifted, or delayed."""

    fieldsets = (("", ("motif",)),)

    motif = forms.CharField(label="Pourquoi", max_length=300, widget=forms.Textarea({"rows": 2}))

    class Meta:
        model = DemandeDroit
        fields = ()


class ReponseForm(FormulaireTremplin):
    """What was answered; a refusal says why (art. 12.4)."""

    fieldsets = (("", ("choix", "motif")),)

    choix = forms.ChoiceField(label="Réponse", choices=ReponseDroit, widget=forms.RadioSelect)
    motif = forms.CharField(
        label="Ce qui a été répondu, et pourquoi",
        max_length=500,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=(
            "Nécessaire pour un refus : mission d’intérêt public en cours, obligation légale, demande excessive…"
        ),
    )

    class Meta:
        model = DemandeDroit
        fields = ()

    def clean(self):
        donnees = super().clean()
        if donnees.get("choix") == ReponseDroit.REFUSEE and not donnees.get("motif"):
            self.add_error("motif", "Un refus se motive : la personne peut le contester auprès de la CNIL.")
        return donnees


class DecisionForm(FormulaireTremplin):
    fieldsets = (("", ("motif",)),)

    def _get_validation_exclusions(self):
        """One decision at a time for each person: checked although person and structure are not typed."""
        return super()._get_validation_exclusions() - {"beneficiaire", "structure", "levee_le"}


class LimitationForm(DecisionForm):
    class Meta:
        model = Limitation
        fields = ("motif",)
        widgets = {"motif": forms.Textarea({"rows": 2})}


class GelForm(DecisionForm):
    class Meta:
        model = GelSuppression
        fields = ("motif",)
        widgets = {"motif": forms.Textarea({"rows": 2})}
        help_texts = {"motif": "Procès, contrôle d’un financeur, obligation légale…"}


class ArchivageForm(DecisionForm):
    fieldsets = (("", ("motif", "jusqu_au")),)

    class Meta:
        model = Archivage
        fields = ("motif", "jusqu_au")
        widgets = {"motif": forms.Textarea({"rows": 2}), "jusqu_au": SaisieDate}
        help_texts = {"jusqu_au": "Le dossier est effacé ensuite."}

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.aujourdhui = aujourdhui

    def clean_jusqu_au(self):
        if self.cleaned_data["jusqu_au"] <= self.aujourdhui:
            raise forms.ValidationError("Choisissez un jour à venir.")
        return self.cleaned_data["jusqu_au"]


class EffacementForm(FormulaireTremplin):
    """Erasing cannot be undone: whoever decides types the name of the person again."""

    fieldsets = (("", ("nom",)),)

    nom = forms.CharField(label="Pour confirmer, écrivez son nom d’usage", max_length=80)

    class Meta:
        model = DemandeDroit
        fields = ()

    def __init__(self, *args, beneficiaire, **kwargs):
        super().__init__(*args, **kwargs)
        self.beneficiaire = beneficiaire
        self.fields["nom"].widget.attrs["autocomplete"] = "off"

    def clean_nom(self):
        if self.cleaned_data["nom"].strip().casefold() != self.beneficiaire.nom.casefold():
            raise forms.ValidationError("Ce n’est pas son nom d’usage : écrivez le nom seul, sans le prénom.")
        return self.cleaned_data["nom"]


class DesaccordForm(FormulaireDuJour):
    """What the person contests, among what was written about them."""

    jour = "le"
    fieldsets = (("", ("sur", "texte", "le")),)

    sur = forms.ChoiceField(label="Sur quoi")

    class Meta:
        model = Desaccord
        fields = ("texte", "le")
        widgets = {"texte": forms.Textarea({"rows": 4}), "le": SaisieDate}

    def __init__(self, *args, appreciations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sur"].choices = [("", "Choisir…"), *appreciations]
        self.order_fields(("sur", "texte", "le"))

    def clean(self):
        donnees = super().clean()
        self.instance.appreciation, _, objet_id = donnees.get("sur", "").partition(":")
        self.instance.objet_id = int(objet_id or 0)
        return donnees


class NoticeForm(FormulaireTremplin):
    fieldsets = (("", ("texte",)),)

    class Meta:
        model = Notice
        fields = ("texte",)
        widgets = {"texte": forms.Textarea({"rows": 22})}


class RevueForm(FormulaireTremplin):
    """The review before a copy: which names and which documents do not leave."""

    mots = forms.MultipleChoiceField(label="À masquer", required=False, widget=forms.CheckboxSelectMultiple)
    autres = forms.CharField(
        label="Autres mots à masquer, un par ligne", required=False, widget=forms.Textarea({"rows": 2})
    )
    gardes = forms.MultipleChoiceField(
        label="Documents à joindre", required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = DemandeDroit
        fields = ()

    def __init__(self, *args, tiers, documents, **kwargs):
        super().__init__(*args, **kwargs)
        self.documents = [document.pk for document in documents]
        self.fields["mots"].choices = [(un.nom, f"{un.nom} ({un.ou})") for un in tiers]
        self.fields["autres"].widget.attrs["class"] = "form-control"
        for nom in ("mots", "gardes"):
            self.fields[nom].widget.attrs["class"] = "form-check-input"
        self.fields["gardes"].choices = [(str(d.pk), d.nom) for d in documents]
        self.initial |= {
            "mots": [un.nom for un in tiers if un.prive],
            "gardes": [str(pk) for pk in self.documents],
        }

    def masques(self):
        """What `ExtraitDossier.masques` keeps of the review."""
        autres = [mot.strip() for mot in self.cleaned_data["autres"].splitlines()]
        gardes = set(self.cleaned_data["gardes"])
        return {
            "mots": [*self.cleaned_data["mots"], *filter(None, autres)],
            "documents": [pk for pk in self.documents if str(pk) not in gardes],
        }
