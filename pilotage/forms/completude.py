"""What is asked of « ce qui manque », and the few fields that are filled in the cell itself.

A cell is the form of the whole record with the other fields taken away: same cleaning, same rules, same lock.
"""

from django import forms
from django.utils.functional import cached_property

from beneficiaires.forms import BeneficiaireUpdateForm, SituationForm
from insertion.forms import SaisieDate
from insertion.models import Utilisateur
from parcours.forms.parcours import ParcoursUpdateForm

from ..conventions import perimetre
from ..enums import GenreFinanceur
from ..exigences import SITUATIONS, champs_exiges
from ..indicateurs import Perimetre
from ..models import Convention
from ..periodes import annee_en_cours
from .perimetre import DATE_REFUSEE, PREMIER_JOUR

#: The fields of an identity that each cell asks for.
IDENTITE = {
    "civilite": ("civilite",),
    "date_naissance": ("date_naissance",),
    "coordonnees": ("telephone", "email"),
    "commune": ("code_postal", "commune"),
    "niveau_formation": ("niveau_formation",),
}
#: Those that may stay empty (a telephone or an address is enough).
FACULTATIFS = ("telephone", "email", "prescripteur")
ORIENTEUR = ("orienteur", "prescripteur")
TOUJOURS = ("version", "soumission")


class CompletudeForm(forms.Form):
    """For which agreement (or kind of funder), over which period, whose people; read from the address."""

    convention = forms.ModelChoiceField(
        None,
        label="Convention",
        required=False,
        empty_label="Sans convention",
        error_messages={"invalid_choice": "Cette convention n’existe pas."},
    )
    genre = forms.ChoiceField(label="Financeur", choices=[("", "Tous"), *GenreFinanceur.choices], required=False)
    du = forms.DateField(label="Du", required=False, widget=SaisieDate, error_messages={"invalid": DATE_REFUSEE})
    au = forms.DateField(label="Au", required=False, widget=SaisieDate, error_messages={"invalid": DATE_REFUSEE})
    referent = forms.ChoiceField(label="Référent", required=False)
    tous = forms.BooleanField(label="Montrer aussi les dossiers complets", required=False)
    champ = forms.CharField(required=False, widget=forms.HiddenInput)
    personne = forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=1, max_value=2**62)

    def __init__(self, demande, *, utilisateur, aujourdhui):
        donnees = demande.copy()
        self.structure, self.aujourdhui = utilisateur.appartenance.structure, aujourdhui
        visibles = Convention.objects.visibles_par(utilisateur).pour_fiche().order_by("-fin", "intitule", "pk")
        if "convention" not in donnees and not donnees.get("genre"):
            donnees["convention"] = _la_plus_pressante(visibles, aujourdhui)
        super().__init__(donnees, label_suffix="")
        self.fields["convention"].queryset = visibles
        collegues = Utilisateur.objects.de_la_structure(self.structure.pk, aujourdhui)
        self.fields["referent"].choices = [
            ("", "Tout le monde"),
            ("moi", "Moi"),
            ("personne", "Sans référent"),
            *((str(c.pk), str(c)) for c in collegues if c.pk != utilisateur.pk),
        ]

    def clean(self):
        donnees = super().clean()
        du, au = donnees.get("du"), donnees.get("au")
        for nom, jour in (("du", du), ("au", au)):
            if jour and not PREMIER_JOUR <= jour <= self.aujourdhui:
                self.add_error(nom, f"Choisissez une date entre le {PREMIER_JOUR:%d/%m/%Y} et aujourd’hui.")
        if not self.errors and self._zone(donnees) is None:
            self.add_error("au", "La période ne peut pas finir avant d’avoir commencé.")
        return donnees

    def _zone(self, donnees):
        """The `Perimetre` asked for; None when it would end before it begins."""
        convention, periode = donnees.get("convention"), annee_en_cours(self.aujourdhui)
        dispositifs = frozenset()
        if convention:
            dispositifs = frozenset(couvert.dispositif_id for couvert in convention.couverts.all())
            periode = perimetre(convention, dispositifs, max(self.aujourdhui, convention.debut))
        du, au = donnees.get("du") or periode.du, donnees.get("au") or periode.au
        return Perimetre(self.structure, du, au, dispositifs) if du <= au else None

    @cached_property
    def zone(self):
        """The `Perimetre` of a valid form."""
        return self._zone(self.cleaned_data)

    @property
    def accord(self):
        """The agreement asked for, or None."""
        return self.cleaned_data["convention"]

    @cached_property
    def champs(self):
        """What the funder of the agreement, or of the kind, asks for."""
        if self.accord:
            return champs_exiges(self.structure, self.accord.financeur.genre, self.accord.cofinance_ue)
        return champs_exiges(self.structure, self.cleaned_data["genre"])

    @cached_property
    def seul_champ(self):
        """The field to which the list is narrowed, or None."""
        return next((champ for champ in self.champs if champ.code == self.cleaned_data["champ"]), None)


def _la_plus_pressante(conventions, le):
    """The id of the agreement under way whose report is due first; an empty text without any."""
    en_cours = [c for c in conventions if c.debut <= le and (c.fin >= le or (c.bilan_le and c.bilan_le >= le))]
    return min(en_cours, key=lambda c: (c.bilan_le is None, c.bilan_le or c.fin, c.pk)).pk if en_cours else ""


class _UneCellule:
    """A form of a whole record, of which `noms` alone are shown, and asked for."""

    def __init__(self, *args, noms, **kwargs):
        super().__init__(*args, **kwargs)
        for nom in set(self.fields) - {*noms, *TOUJOURS}:
            del self.fields[nom]
        for nom in noms:
            self.fields[nom].required = nom not in FACULTATIFS
        self.fields[noms[0]].widget.attrs["autofocus"] = True  # the cell has just opened under the keyboard


class IdentiteCelluleForm(_UneCellule, BeneficiaireUpdateForm):
    def clean(self):
        donnees = super().clean()
        moyens = {"telephone", "email"} & self.fields.keys()
        if moyens and not self.errors and not any(donnees.get(nom) for nom in moyens):
            self.add_error("telephone", "Notez un numéro de téléphone ou une adresse e-mail.")
        return donnees


class OrienteurCelluleForm(_UneCellule, ParcoursUpdateForm):
    pass


class SituationCelluleForm(_UneCellule, SituationForm):
    """One situation of the family that the cell is about, true on the day of the entry."""

    def __init__(self, *args, famille, entree, **kwargs):
        super().__init__(*args, noms=("nature", "debut"), **kwargs)
        self.entree = entree
        offertes = dict(choix for _, groupe in self.fields["nature"].choices[1:] for choix in groupe)
        self.fields["nature"].choices = [
            ("", "Choisir…"),
            *((nature, offertes[nature]) for nature in map(str, SITUATIONS[famille]) if nature in offertes),
        ]
        self.fields["debut"].required = False
        self.fields["debut"].help_text = "Laissez vide si vous ne savez pas."

    def clean_debut(self):
        debut = self.cleaned_data["debut"]
        if debut and debut > self.entree:
            raise forms.ValidationError(f"C’est la situation à l’entrée qui manque, le {self.entree:%d/%m/%Y}.")
        return debut
