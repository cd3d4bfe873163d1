from django import forms
from django.utils import timezone

from entreprises.models import Partenaire
from insertion.enums import Domaine
from insertion.forms import FormulaireTremplin, FormulaireVersionne

from ..catalogue import suggestions
from ..enums import Accord, ButSortie, EtatAction, EtatObjectif
from ..models import AccordObjectif, Action, AxeEvolution, Objectif, SortieVisee, ValidationPlan
from ..models.validations import empreinte
from .entretiens import SaisieDate

#: The list of suggestions that a browser without JavaScript offers: those of every domain.
LISTE = "suggestions"
LISTE_PARTENAIRES = "partenaires"
TU_A_L_ENCADREMENT = "L’encadrement technique ne voit pas {} sans domaine, ni de santé, justice, droits ou budget."


class _AccordPersonne(FormulaireTremplin):
    """What the person says of the objectif: a dated row, written only when it changes (metier.md §1 row 6)."""

    accord = forms.ChoiceField(
        label="La personne est d’accord ?",
        choices=[("", "Pas encore discuté"), *Accord.choices],
        required=False,
        widget=forms.RadioSelect,
    )
    accord_le = forms.DateField(label="Dit le", required=False, widget=SaisieDate)
    accord_paroles = forms.CharField(
        label="Avec ses mots", max_length=300, required=False, widget=forms.TextInput({"autocomplete": "off"})
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dernier = self.instance.accords.dernier_dabord().first() if self.instance.pk else None
        self.dernier_accord = dernier
        if dernier:
            self.fields["accord"].choices = Accord.choices
            self.fields["accord"].initial = dernier.accord
            self.fields["accord_paroles"].initial = dernier.paroles
        self.fields["accord_le"].initial = dernier.le if dernier else timezone.localdate()

    def clean_accord_le(self):
        le = self.cleaned_data["accord_le"]
        if le and le > timezone.localdate():
            raise forms.ValidationError("Ce jour n’est pas encore venu.")
        return le

    def clean(self):
        donnees, avant = super().clean(), self.dernier_accord
        if avant and self._a_change(donnees) and donnees.get("accord_le") and donnees["accord_le"] < avant.le:
            self.add_error("accord_le", f"La personne en a parlé plus tard, le {avant.le:%d/%m/%Y}.")
        return donnees

    def save(self, commit=True):
        objectif = super().save(commit)
        if self._a_change(self.cleaned_data):
            self._garder_l_accord(objectif, self.cleaned_data)
        return objectif

    def _a_change(self, donnees):
        avant = self.dernier_accord
        dit = donnees.get("accord"), donnees.get("accord_paroles", "")
        return bool(dit[0]) and (avant is None or dit != (avant.accord, avant.paroles))

    def _garder_l_accord(self, objectif, donnees):
        """The day is the one said; today when the answer changed and the day was left as it was."""
        le, avant = donnees.get("accord_le"), self.dernier_accord
        AccordObjectif.objects.create(
            structure_id=objectif.structure_id,
            objectif=objectif,
            accord=donnees["accord"],
            paroles=donnees["accord_paroles"],
            le=timezone.localdate() if le is None or avant and le == avant.le else le,
            auteur=self.utilisateur,
        )


class ObjectifForm(_AccordPersonne):
    """What is aimed at, by when, how one will know, and whether the person agrees."""

    fieldsets = (
        ("", ("domaine", "intitule", "critere", "echeance")),
        ("Ce que la personne en dit", ("accord", ("accord_le", "accord_paroles"))),
    )

    class Meta:
        model = Objectif
        fields = ("domaine", "intitule", "critere", "echeance")
        widgets = {
            "intitule": forms.TextInput({"list": LISTE, "autocomplete": "off"}),
            "critere": forms.TextInput({"autocomplete": "off"}),
            "echeance": SaisieDate,
        }
        labels = {"domaine": "Domaine"}
        help_texts = {
            "domaine": TU_A_L_ENCADREMENT.format("l’objectif"),
            "critere": "Facultatif. Par exemple : « le dossier est déposé ».",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["domaine"].choices = [("", "Aucun en particulier"), *Domaine.choices]

    def suggestions(self):
        """(domain, its objectifs in the catalogue of the structure) for the datalists."""
        return list(suggestions(self.instance.structure_id).items())


class ObjectifUpdateForm(FormulaireVersionne, ObjectifForm):
    fieldsets = (("", ("domaine", "intitule", "critere", ("echeance", "etat"))), ObjectifForm.fieldsets[1])

    class Meta(ObjectifForm.Meta):
        fields = (*ObjectifForm.Meta.fields, "etat")

    def save(self, commit=True):
        self.instance.dater_la_fin(le=timezone.localdate())
        return super().save(commit)


class ActionForm(FormulaireTremplin):
    """One step: what, who, by when; its domain is that of its objectif when it has one."""

    fieldsets = (("", ("intitule", ("acteur", "partenaire"), "echeance", "objectif", "domaine")),)

    class Meta:
        model = Action
        fields = ("intitule", "acteur", "partenaire", "echeance", "objectif", "domaine")
        widgets = {
            "intitule": forms.TextInput({"autocomplete": "off"}),
            "partenaire": forms.TextInput({"list": LISTE_PARTENAIRES, "autocomplete": "off"}),
            "echeance": SaisieDate,
        }
        labels = {"objectif": "Pour quel objectif", "domaine": "Quel frein elle lève"}
        help_texts = {
            "partenaire": "Facultatif : le nom du service ou de l’association, de l’annuaire ou non.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        du_plan = self.fields["objectif"].queryset.filter(parcours=self.instance.parcours)
        self.fields["objectif"].queryset = du_plan.pour_plan()
        self.fields["objectif"].empty_label = "Sans objectif"
        self.fields["domaine"].choices = [("", "Aucun en particulier"), *Domaine.choices]

    def frein(self):
        """The frein that the step lifts, as far as the page knows: its own, or that of its objectif; else empty."""
        objectif = self["objectif"].value()
        choisi = self.fields["objectif"].queryset.filter(pk=objectif).first() if str(objectif).isdecimal() else None
        return choisi.domaine if choisi else self["domaine"].value() or ""

    def partenaires(self):
        """The directory of the structure, offered while typing (metier.md §1 row 10)."""
        return Partenaire.objects.visibles_par(self.utilisateur).actifs()


class ActionUpdateForm(FormulaireVersionne, ActionForm):
    class Meta(ActionForm.Meta):
        pass


class AxeForm(FormulaireTremplin):
    """What the person wants to grow in, beside the steps (metier.md §1 row 76)."""

    fieldsets = (("", ("intitule", "constat", ("domaine", "pose_le"))),)

    class Meta:
        model = AxeEvolution
        fields = ("intitule", "constat", "domaine", "pose_le")
        widgets = {
            "intitule": forms.TextInput({"autocomplete": "off"}),
            "constat": forms.Textarea({"rows": 3, "autocomplete": "off"}),
            "pose_le": SaisieDate,
        }
        labels = {"constat": "Où la personne en est aujourd’hui", "domaine": "Domaine"}
        help_texts = {
            "intitule": "Par exemple : « prendre la parole en groupe », « tenir le rythme d’une journée ».",
            "domaine": TU_A_L_ENCADREMENT.format("l’axe"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["domaine"].choices = [("", "Aucun en particulier"), *Domaine.choices]
        self.initial["pose_le"] = self.instance.pose_le or timezone.localdate()

    def clean_pose_le(self):
        le = self.cleaned_data["pose_le"]
        if le > timezone.localdate():
            raise forms.ValidationError("Ce jour n’est pas encore venu.")
        return le


class AxeUpdateForm(FormulaireVersionne, AxeForm):
    fieldsets = (("", ("intitule", "constat", ("domaine", "pose_le"), "etat")),)

    class Meta(AxeForm.Meta):
        fields = (*AxeForm.Meta.fields, "etat")

    def save(self, commit=True):
        self.instance.dater_la_fin(le=timezone.localdate())
        return super().save(commit)


class SortieViseeForm(FormulaireTremplin):
    """What the parcours aims at; each change is kept with its day."""

    fieldsets = (("", ("but", "precision", "le")),)

    class Meta:
        model = SortieVisee
        fields = ("but", "precision", "le")
        widgets = {
            "but": forms.RadioSelect,
            "precision": forms.TextInput({"autocomplete": "off"}),
            "le": SaisieDate,
        }
        labels = {"but": "À la sortie, que vise la personne ?", "le": "Décidé le"}
        help_texts = {"precision": "Facultatif : le métier, la formation, le type de logement."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["but"].choices = ButSortie.choices
        self.initial["le"] = timezone.localdate()

    def clean_le(self):
        le = self.cleaned_data["le"]
        if le > timezone.localdate():
            raise forms.ValidationError("Ce jour n’est pas encore venu.")
        return le


class ValidationPlanForm(FormulaireTremplin):
    """The plan is put before who answers for the team, with a word if there is one to say."""

    fieldsets = (("", ("mot",)),)

    class Meta:
        model = ValidationPlan
        fields = ("mot",)
        widgets = {"mot": forms.Textarea({"rows": 3, "autocomplete": "off"})}
        labels = {"mot": "Un mot pour votre responsable"}
        help_texts = {"mot": "Facultatif : ce qui est à regarder de près. Rien sur la santé."}

    def clean(self):
        donnees = super().clean()
        parcours = self.instance.parcours
        if not parcours.objectifs.filter(etat=EtatObjectif.EN_COURS).exists():
            raise forms.ValidationError("Ce plan n’a pas d’objectif en cours : ajoutez-en un d’abord.")
        if parcours.validations.en_attente().exists():
            raise forms.ValidationError("La validation de ce plan est déjà demandée.")
        return donnees

    def save(self, commit=True):
        self.instance.demandee_par, self.instance.demandee_at = self.utilisateur, timezone.now()
        self.instance.empreinte = empreinte(self.instance.parcours)
        return super().save(commit)


class EtatActionForm(forms.Form):
    """The state asked for, and the page to come back to."""

    etat = forms.ChoiceField(choices=EtatAction)
    suite = forms.CharField(required=False)
