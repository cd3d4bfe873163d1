from datetime import timedelta

from django import forms

from insertion.forms import FormulaireTremplin, FormulaireVersionne
from insertion.tableur import TAILLE_MAX

from ..heures import PLAFOND
from ..models import Competence, FaitChantier, Parcours, PersonneDuFait, PersonneMentionnee, ReunionEquipe
from .entretiens import SaisieDate, SaisieDateHeure

FORMATS = ".xlsx,.xls,.ods,.csv,.txt"


#: Whom one noted something about since then are one's own people, shown first.
VUES_DEPUIS = timedelta(days=60)


class ParVue(forms.models.ModelChoiceIterator):
    """The choices in two groups: those whom the user noted something about lately, then the others."""

    def __iter__(self):
        siennes, autres = [], []
        for parcours in self.queryset:
            (siennes if parcours.vue else autres).append(self.choice(parcours))
        if not siennes:
            yield from autres
            return
        yield "Vos personnes des deux derniers mois", siennes
        yield "Les autres", autres


class PersonnesPresentes(forms.ModelMultipleChoiceField):
    """People of the structure, by their open parcours."""

    widget = forms.CheckboxSelectMultiple
    iterator = ParVue

    def label_from_instance(self, parcours):
        return f"{parcours.beneficiaire} ({parcours.dispositif})"


class AvecPersonnes(FormulaireTremplin):
    """A text of the team that may concern people: `lien` is the row that says whom, `attache` its key to the text."""

    lien, attache = None, ""
    concernees = PersonnesPresentes(None, label="Personnes concernées", required=False)

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.aujourdhui = aujourdhui
        ouverts = Parcours.objects.visibles_par(self.utilisateur).en_cours(aujourdhui)
        if self.instance.pk:
            deja = self.lien.objects.filter(**{self.attache: self.instance}).values_list("parcours_id", flat=True)
            self.deja = list(deja)
            self.fields["concernees"].initial = self.deja
            ouverts |= Parcours.objects.visibles_par(self.utilisateur).filter(pk__in=self.deja)
        else:
            self.deja = []
        self.fields["concernees"].queryset = (
            ouverts.select_related("beneficiaire", "dispositif")
            .avec_vue_par(self.utilisateur, aujourdhui - VUES_DEPUIS)
            .order_by("-vue", "beneficiaire__tri", "pk")
        )

    def save(self, commit=True):
        """Save the text and whom it concerns."""
        texte = super().save(commit)
        choisies = [parcours.pk for parcours in self.cleaned_data["concernees"]]
        liens = self.lien.objects.filter(**{self.attache: texte})
        liens.exclude(parcours__in=choisies).delete()
        self.lien.objects.bulk_create(
            [self._lien(texte, pk) for pk in choisies if pk not in self.deja],
        )
        return texte

    def _lien(self, texte, pk):
        return self.lien(**{self.attache: texte}, parcours_id=pk, structure_id=texte.structure_id)


class FaitForm(AvecPersonnes):
    """What happened on the site, when, to whom if anybody."""

    lien, attache = PersonneDuFait, "fait"
    fieldsets = (("", ("texte", "date", "concernees")),)

    class Meta:
        model = FaitChantier
        fields = ("texte", "date")
        widgets = {"date": SaisieDateHeure, "texte": forms.Textarea({"rows": 4, "autocomplete": "off"})}
        help_texts = {"texte": "Panne, accident, retard, visite… Ni santé, ni justice, ni vie privée."}

    def clean_date(self):
        date = self.cleaned_data["date"]
        if date.date() > self.aujourdhui:
            raise forms.ValidationError("Un fait a déjà eu lieu : sa date ne peut pas être dans le futur.")
        return date


class ReunionForm(AvecPersonnes):
    """A team meeting: who was there, what was to be said, what was."""

    lien, attache = PersonneMentionnee, "reunion"
    fieldsets = (("", (("date", "presents"), "ordre_du_jour", "compte_rendu", "concernees")),)

    class Meta:
        model = ReunionEquipe
        fields = ("date", "presents", "ordre_du_jour", "compte_rendu")
        widgets = {
            "date": SaisieDate,
            "presents": forms.TextInput({"autocomplete": "off"}),
            "ordre_du_jour": forms.Textarea({"rows": 3, "autocomplete": "off"}),
            "compte_rendu": forms.Textarea({"rows": 10, "autocomplete": "off"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["concernees"].label = "Personnes dont on a parlé"
        self.fields["concernees"].help_text = "Leur fil dira qu’on a parlé d’elles, sans le compte rendu."

    def clean_concernees(self):
        """Somebody of whom something is written stays: their thread holds it."""
        choisies = self.cleaned_data["concernees"]
        ecrites = PersonneMentionnee.objects.filter(reunion=self.instance.pk, mots__isnull=False)
        if otees := ecrites.exclude(parcours__in=choisies).select_related("parcours__beneficiaire"):
            noms = ", ".join(str(mention) for mention in otees)
            raise forms.ValidationError(f"Ce qui a été dit est écrit : gardez dans la réunion {noms}.")
        return choisies

    def _lien(self, texte, pk):
        lien = super()._lien(texte, pk)
        lien.date = texte.date
        return lien

    def save(self, commit=True):
        """A meeting whose day is corrected moves in the thread of those already mentioned."""
        reunion = super().save(commit)
        self.lien.objects.filter(reunion=reunion).exclude(date=reunion.date).update(date=reunion.date)
        return reunion


class ReunionUpdateForm(FormulaireVersionne, ReunionForm):
    reunis = ("concernees",)

    class Meta(ReunionForm.Meta):
        pass


class CompetenceForm(FormulaireTremplin):
    """A skill of the workplace, common to all or of one dispositif."""

    fieldsets = (("", ("intitule", ("poste", "dispositif"))),)

    class Meta:
        model = Competence
        fields = ("intitule", "poste", "dispositif")
        widgets = {nom: forms.TextInput({"autocomplete": "off"}) for nom in ("intitule", "poste")}
        help_texts = {
            "intitule": "Un verbe et un geste : « Doser les produits ».",
            "poste": "Sert de titre dans l’attestation. Vide : commune à tous les postes.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["dispositif"].empty_label = "Tous les dispositifs"

    def _get_validation_exclusions(self):
        """The skill is unique in its structure: the form does not show it, the rule needs it."""
        return super()._get_validation_exclusions() - {"structure"}


class CompetenceUpdateForm(FormulaireVersionne, CompetenceForm):
    fieldsets = (("", ("intitule", ("poste", "dispositif"), "active")),)

    class Meta(CompetenceForm.Meta):
        fields = (*CompetenceForm.Meta.fields, "active")


class GrilleHeures(forms.Form):
    """Two fields for each parcours of the month. What was shown travels with it, so that nobody's hours are lost."""

    def __init__(self, *args, parcours, connues, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.parcours, self.connues = list(parcours), connues
        for un in self.parcours:
            heures, absence = connues.get(un.pk, (None, None))
            self.fields[f"h{un.pk}"] = _champ_heures(f"Heures travaillées, {un.beneficiaire}", heures)
            self.fields[f"a{un.pk}"] = _champ_heures(f"Heures d’absence, {un.beneficiaire}", absence)

    def lignes(self):
        """(parcours, its two fields) for the table."""
        return [(un, self[f"h{un.pk}"], self[f"a{un.pk}"]) for un in self.parcours]

    def clean(self):
        """Only what this page changed is written; what a colleague wrote meanwhile is said, never covered."""
        donnees = super().clean()
        for nom in self.changed_data:
            pk = int(nom[1:])
            maintenant = self.connues.get(pk, (None, None))["ha".index(nom[0])]
            vue = self.fields[nom].clean(self.data.get(self.add_initial_prefix(nom)) or "")
            if nom not in self.errors and vue != maintenant and donnees.get(nom) != maintenant:
                ecrit = "effacé ces heures" if maintenant is None else f"noté {_lisible(maintenant)} h"
                self.add_error(nom, f"Quelqu’un a {ecrit} entre-temps. Rechargez la page avant de corriger.")
        return donnees

    def saisies(self):
        """{parcours_id: (worked, missed)} of the rows that this page changed."""
        touches = sorted({int(nom[1:]) for nom in self.changed_data})
        return {pk: tuple(self._valeur(f"{lettre}{pk}") for lettre in "ha") for pk in touches}

    def _valeur(self, nom):
        """What was typed; for a field left as it was, what the database says now."""
        if nom in self.changed_data:
            return self.cleaned_data[nom]
        return self.connues.get(int(nom[1:]), (None, None))["ha".index(nom[0])]


def _champ_heures(libelle, initial):
    champ = forms.DecimalField(
        label=libelle,
        required=False,
        min_value=0,
        max_value=PLAFOND,
        decimal_places=2,
        localize=True,
        initial=initial,
        show_hidden_initial=True,
        widget=forms.TextInput({"inputmode": "decimal", "autocomplete": "off", "class": "form-control"}),
        error_messages={"invalid": "Écrivez un nombre d’heures, par exemple 104,5."},
    )
    champ.error_messages |= {"max_value": "Un mois compte 744 heures au plus."}
    return champ


def _lisible(heures):
    return f"{heures.normalize():f}".replace(".", ",")


class FichierHeuresForm(forms.Form):
    """The file of the payroll."""

    fichier = forms.FileField(
        label="Fichier des heures",
        help_text="Colonnes « Nom », « Prénom », « Heures » et, si vous l’avez, « Absence ». .xlsx, .ods ou .csv.",
        widget=forms.ClearableFileInput({"accept": FORMATS, "class": "form-control"}),
        error_messages={"required": "Choisissez un fichier.", "empty": "Ce fichier est vide."},
    )

    def clean_fichier(self):
        fichier = self.cleaned_data["fichier"]
        if fichier.size > TAILLE_MAX:
            raise forms.ValidationError(
                "Ce fichier dépasse 5 Mo. Gardez une seule feuille, sans image, et réessayez."
            )
        return fichier
