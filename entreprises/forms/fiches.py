from django import forms

from insertion.forms import FormulaireTremplin
from insertion.thematiques import CATEGORIES, LIBELLES, categorie, choix

from ..enums import FaitDemande
from ..models import Partenaire

TEXTES = ("presentation", "demarche", "a_apporter")


def zones(*noms):
    """Widgets of the fields where a few lines are written."""
    return {nom: forms.Textarea({"rows": 3, "autocomplete": "off"}) for nom in noms}


def lignes(*noms):
    """Widgets of the fields that a browser must not fill in with what somebody typed elsewhere."""
    return {nom: forms.TextInput({"autocomplete": "off"}) for nom in noms}


def _cases(libelle, choices, **plus):
    return forms.MultipleChoiceField(
        label=libelle, choices=choices, required=False, widget=forms.CheckboxSelectMultiple, **plus
    )


class FicheForm(FormulaireTremplin):
    """What the entries of the local network share; the page lays the thématiques out by category."""

    themes = _cases("Ce qu’on y trouve", choix)
    site = forms.URLField(label="Site internet", required=False, assume_scheme="https", max_length=200)

    def _get_validation_exclusions(self):
        """The name is unique in its structure: the form does not show it, the rule needs it."""
        return super()._get_validation_exclusions() - {"structure"}

    def categories(self):
        """The thématiques by category: (name, boxes, how many are ticked)."""
        cases = {code: [] for code in CATEGORIES}
        for case in self["themes"].subwidgets:
            cases[categorie(case.data["value"])].append(case)
        return [
            (LIBELLES[code], siennes, sum(case.data["selected"] for case in siennes))
            for code, siennes in cases.items()
        ]


class FicheAvecConditionsForm(FicheForm):
    """With what is asked of the person, and the partner behind."""

    faits_tous = _cases("Il faut, à la fois", FaitDemande)
    faits_un = _cases(
        "Ou au moins une de ces situations", FaitDemande, help_text="Une seule suffit : RSA ou ASS, par exemple."
    )
    pres_de = {"ages": "age_max"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        organismes = Partenaire.objects.visibles_par(self.utilisateur)
        self.fields["organisme"].queryset = organismes.actifs() | organismes.filter(pk=self.instance.organisme_id)
        self.fields["organisme"].empty_label = "Pas dans l’annuaire"
        self.fields["francais"].choices = [("", "Rien de demandé"), *self.fields["francais"].choices[1:]]


#: The conditions, as both forms lay them out.
CONDITIONS = (
    "Pour qui, à quelles conditions",
    ("public", ("age_min", "age_max", "francais"), "faits_tous", "faits_un", "autres_conditions"),
)
CHAMPS_CONDITIONS = ("age_min", "age_max", "francais", "autres_conditions")
AIDE_CONDITIONS = {
    "autres_conditions": "Une par ligne. Tremplin ne sait pas les vérifier : il les rappelle au moment de proposer.",
    "a_apporter": "Un par ligne.",
}
