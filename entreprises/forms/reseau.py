from urllib.parse import urlencode

from django import forms

from insertion.enums import Domaine
from insertion.models import Utilisateur
from insertion.thematiques import CATEGORIES, LIBELLES, levier, sous

from .. import pour_qui
from ..enums import GenreFiche
from ..recherche import Besoin


def _themes():
    """Each category whole, then its thématiques."""
    groupes = [
        (LIBELLES[c], [(c, f"Tout : {LIBELLES[c]}"), *((code, LIBELLES[code]) for code in sous(c))])
        for c in CATEGORIES
    ]
    return [("", "Tous les besoins"), *groupes]


class RechercheForm(forms.Form):
    """What is looked for in the local network, read from the address; a wrong value asks nothing.

    `domaine` is a frein of the diagnostic: it stands for the thématiques that may lift it. Beside a person it is
    never in the address, which says `pour` instead (`pour_qui.py`).
    """

    q = forms.CharField(label="Mots", required=False, max_length=80)
    theme = forms.ChoiceField(label="Besoin", choices=_themes, required=False)
    territoire = forms.CharField(label="Commune ou territoire", required=False, max_length=80)
    genre = forms.ChoiceField(label="Quoi", choices=[("", "Tout le réseau"), *GenreFiche.choices], required=False)
    perimees = forms.BooleanField(label="À revérifier seulement", required=False)
    domaine = forms.ChoiceField(choices=Domaine, required=False, widget=forms.HiddenInput)
    personne = forms.IntegerField(min_value=1, max_value=2**63 - 1, required=False, widget=forms.HiddenInput)
    pour = forms.CharField(max_length=20, required=False, widget=forms.HiddenInput)

    def __init__(self, donnees, session):
        donnees = donnees.dict()
        donnees |= pour_qui.lire(session, donnees.get("pour"))
        if donnees.get("domaine") in Domaine.values and "theme" not in donnees:
            donnees["theme"] = levier(Domaine(donnees["domaine"]))
        super().__init__(donnees, label_suffix="")
        for champ in self.fields.values():
            classe = "form-select" if isinstance(champ.widget, forms.Select) else "form-control"
            champ.widget.attrs |= {"class": classe, "autocomplete": "off"}
        self.fields["perimees"].widget.attrs["class"] = "form-check-input"
        self.is_valid()

    def lu(self, nom):
        """What the address asks of `nom`; None or an empty text when it asks nothing that makes sense."""
        return self.cleaned_data.get(nom)

    @property
    def pour_qui(self):
        """What an address says of the person one looks for: « pour=… », « personne=7 », an empty text."""
        nom = next((nom for nom in ("pour", "personne") if self.lu(nom)), None)
        return urlencode({nom: self.lu(nom)}) if nom else ""

    @property
    def est_vide(self):
        return not any(self.lu(nom) for nom in ("q", "theme", "territoire", "genre", "perimees"))

    def besoin(self, limite):
        """The `Besoin` to look for; `limite` is the day before which a confirmation is too old."""
        return Besoin(
            texte=self.lu("q") or "",
            themes=tuple(sous(self.lu("theme") or "")),
            territoire=self.lu("territoire") or "",
            genre=self.lu("genre") or "",
            avant=limite if self.lu("perimees") else None,
        )


class RetourVerificationForm(forms.Form):
    """What a confirmation taken back gives again: the one before, or none."""

    le = forms.DateField(required=False)
    par = forms.ModelChoiceField(Utilisateur.objects.none(), required=False)

    def __init__(self, *args, structure_id, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["par"].queryset = Utilisateur.objects.filter(appartenances__structure_id=structure_id).distinct()
