"""The base of every form: narrowed choices, a layout declared once, and the lock against silent overwriting."""

import uuid

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Field, Fieldset, Layout
from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.db import models
from django.db.models.fields import BLANK_CHOICE_DASH
from django.utils.functional import cached_property

from .conflits import comparer
from .texte import sans_guillemets

#: What a form is given for one request only; the rest says whose form it is, and of when.
LIES_A_L_ENVOI = ("data", "files", "initial", "instance")


#: Years of birth, of the end of what is signed today: one digit too many, and a sum of days leaves the calendar.
ANNEES = range(1800, 3000)


#: Instead of Django's « Saisissez une URL valide. ».
SITE_INCOMPLET = "Cette adresse n’est pas complète. Exemple : www.exemple.fr."
#: Instead of Django's « Assurez-vous que cette valeur comporte… ».
TROP_LONG = "Ce texte est trop long : %(limit_value)d caractères au plus, il en a %(show_value)d."


def exiger_une_annee_vraisemblable(jour):
    """Refuse a date (or an instant) whose year nobody means."""
    if jour.year not in ANNEES:
        raise forms.ValidationError(
            f"Vérifiez l’année : elle est comprise entre {ANNEES[0]} et {ANNEES[-1]}.", code="annee"
        )


class Perime(Exception):
    """Somebody else saved the record after this `form` was opened; `actuel` is what they saved."""

    def __init__(self, form, actuel):
        super().__init__("Cette fiche a été modifiée entre-temps.")
        self.form, self.actuel = form, actuel


class FormulaireTremplin(forms.ModelForm):
    """Takes `utilisateur` (keyword only), narrows each choice to what they may see, lays out `fieldsets`.

    `fieldsets` is a tuple of (legend or "", (field names)); a name may be a tuple for fields on one line.
    `pres_de` says beside which field a broken rule of the table is told: violation_error_code → name of the field.
    `soumission` is the key that makes it happen once (insertion/saisie_unique.py).
    """

    fieldsets = ()
    pres_de = {}
    soumission = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)

    def __init__(self, *args, utilisateur, **kwargs):
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.utilisateur = utilisateur
        for champ in self.fields.values():
            if isinstance(champ, forms.ModelChoiceField) and hasattr(champ.queryset, "visibles_par"):
                champ.queryset = champ.queryset.visibles_par(utilisateur)
            if isinstance(champ, forms.DateField | forms.DateTimeField):
                champ.validators = [*champ.validators, exiger_une_annee_vraisemblable]
            if isinstance(champ, forms.CharField):
                champ.error_messages = {"max_length": TROP_LONG} | champ.error_messages
            if isinstance(champ, forms.URLField):
                champ.error_messages["invalid"] = SITE_INCOMPLET
            _dire_le_vide(champ)

    def __iter__(self):
        """The fields in the order of the page, which the summary of what is wrong follows."""
        lignes = (ligne for _, noms in self.fieldsets for ligne in noms)
        poses = [nom for ligne in lignes for nom in ([ligne] if isinstance(ligne, str) else ligne)]
        return (self[nom] for nom in sorted(self.fields, key=lambda n: poses.index(n) if n in poses else len(poses)))

    def _clean_fields(self):
        """Somebody's words are shown between guillemets: those that were typed around them are taken off."""
        super()._clean_fields()
        for nom, valeur in self.cleaned_data.items():
            if "paroles" in nom and isinstance(valeur, str):
                self.cleaned_data[nom] = sans_guillemets(valeur)

    def _update_errors(self, errors):
        """Say each broken rule beside the field to correct; a field already refused hears no more."""
        par_champ = getattr(errors, "error_dict", {})
        for champ in self.errors:
            par_champ.pop(champ, None)
        for erreur in par_champ.pop(NON_FIELD_ERRORS, ()):
            champ = self.pres_de.get(erreur.code) if self.pres_de.get(erreur.code) in self.fields else None
            if champ not in self.errors:
                self.add_error(champ, erreur)
        super()._update_errors(errors)

    def exiger_l_ordre(self, debut="debut", fin="fin", phrase="La fin ne peut pas précéder le début."):
        """Say beside `fin` that it comes before `debut` (names of fields), as far as both are known."""
        premier, dernier = self.cleaned_data.get(debut), self.cleaned_data.get(fin)
        if premier and dernier and dernier < premier:
            self.add_error(fin, phrase)

    @cached_property
    def helper(self):
        """What crispy lays out; a form whose template places its own fields never asks."""
        helper = FormHelper()
        helper.form_tag = False
        helper.layout = Layout(*(self._groupe(*fieldset) for fieldset in self.fieldsets), *self._caches())
        return helper

    def _groupe(self, legende, noms):
        """The fields of one group; those that the form took away are not laid out."""
        lignes = [
            Div(*(Div(n, css_class="col-md") for n in nom if n in self.fields), css_class="row g-3")
            if isinstance(nom, tuple)
            else Field(nom)
            for nom in noms
            if isinstance(nom, tuple) or nom in self.fields
        ]
        return Fieldset(legende, *lignes, css_class="groupe") if legende else Div(*lignes, css_class="groupe")

    def _caches(self):
        return [nom for nom, champ in self.fields.items() if champ.widget.is_hidden]


def _dire_le_vide(champ):
    """Instead of Django's dashes, say what the empty choice of a list means."""
    vide = "Choisir…" if champ.required else "Non renseigné"
    if isinstance(champ, forms.ModelChoiceField):
        if champ.empty_label == BLANK_CHOICE_DASH[0][1]:
            champ.empty_label = vide
    elif isinstance(champ, forms.ChoiceField) and champ.choices and champ.choices[0] == BLANK_CHOICE_DASH[0]:
        champ.choices = [("", vide), *champ.choices[1:]]


class FormulaireSansDoublon(FormulaireTremplin):
    """Quick creation. Rows that look like this one are shown once; the box `ecartees` says which were set aside.

    `doublon` is the sentence; a floor says in `ressemblances_a(donnees, ecartees)` what looks alike. `ESSENTIEL`
    names the fields in sight; the others of `Meta.fields` wait under « Plus de détails ».
    """

    doublon = ""
    ESSENTIEL = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.ressemblantes = []

    @property
    def ecartees(self):
        """Ids (texts) of the rows said to be something else."""
        return self.data.getlist("ecartees") if self.is_bound else []

    def champs_essentiels(self):
        """The bound fields in sight, whoever is in charge apart."""
        return [self[nom] for nom in self.ESSENTIEL if nom != "referent"]

    def champs_en_plus(self):
        """The bound fields under « Plus de détails »."""
        return [self[nom] for nom in self.Meta.fields if nom not in self.ESSENTIEL]

    @property
    def details_en_erreur(self):
        """Whether a refused field hides under « Plus de détails »."""
        return any(champ.errors for champ in self.champs_en_plus())

    @property
    def saisie_refusee(self):
        """Whether something typed is wrong; a possible double is a question, not a mistake."""
        return any(erreur.code != "doublon" for erreurs in self.errors.as_data().values() for erreur in erreurs)

    def ressemblances_a(self, donnees, ecartees):
        """The rows that look like what is typed, a few at most."""
        raise NotImplementedError

    def clean(self):
        donnees = super().clean()
        self.ressemblantes = self.ressemblances_a(donnees, self.ecartees)
        if self.ressemblantes and not self.errors:
            self.add_error(None, forms.ValidationError(self.doublon, code="doublon"))
        return donnees


def pks(textes):
    """The ids among texts that anybody may have sent."""
    return [int(texte) for texte in textes if texte.isdecimal() and len(texte) < 19]


class SaisieDate(forms.DateInput):
    """A day, by the browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class SaisieDateHeure(forms.DateTimeInput):
    """A day and an hour, by the browser's own calendar."""

    input_type = "datetime-local"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


PAS_ENCORE = -1  # the version of what nobody has saved


class FormulaireVersionne(FormulaireTremplin):
    """A form that refuses to overwrite what somebody else saved meanwhile: raises `Perime` when saved too late.

    `reunis` names the fields that list people: whichever version is chosen then, the people of both are kept.
    """

    reunis = ()
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __new__(cls, *args, **kwargs):
        form = super().__new__(cls)
        form.arguments = {nom: valeur for nom, valeur in kwargs.items() if nom not in LIES_A_L_ENVOI}
        return form

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Shown before the one row of something was there, a page is late once a colleague made it.
        self.fields["version"].initial = self.instance.version if self.instance.pk else PAS_ENCORE

    def sur(self, actuel, **plus):
        """The same form, blank, about `actuel`: what it shows is what somebody else saved."""
        return type(self)(**self.arguments | {"instance": actuel} | plus)

    def reunions(self, autre):
        """The `Reunion` (insertion/conflits.py) of each list of people that is no field; `autre` comes from `sur`."""
        return []

    def save(self, commit=True):
        if self.instance.pk:
            self._verrouiller()
        return super().save(commit)

    def _verrouiller(self):
        """Take the row at the version that was shown, and count one more; no row means that we are late.

        Late with what is saved already, word for word (an answer that the network lost, sent again), is not late.
        """
        if self._prendre(self.cleaned_data["version"]):
            return
        actuel = type(self.instance).objects.get(pk=self.instance.pk)
        if comparer(self, actuel).ecarts or not self._prendre(actuel.version):
            raise Perime(self, actuel)

    def _prendre(self, lue):
        """Whether the row was still at the version `lue`; it is then at the next one."""
        dite = type(self.instance).objects.filter(pk=self.instance.pk, version=lue)
        self.instance.version = lue + 1
        return bool(dite.update(version=models.F("version") + 1))
