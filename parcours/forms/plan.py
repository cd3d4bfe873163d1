from django import forms

from insertion.enums import Domaine
from insertion.forms import FormulaireTremplin, FormulaireVersionne

from ..enums import EtatAction
from ..models import Action, Objectif
from ..suggestions import OBJECTIFS
from .entretiens import SaisieDate

#: The list of suggestions that a browser without JavaScript offers: those of every domain.
LISTE = "suggestions"


class ObjectifForm(FormulaireTremplin):
    """What is aimed at, by when, and how one will know."""

    fieldsets = (("", ("domaine", "intitule", "critere", "echeance")),)

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
            "domaine": "Sans domaine, ou dans un domaine sensible, l’encadrement technique ne voit pas l’objectif.",
            "critere": "Facultatif. Par exemple : « le dossier est déposé ».",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["domaine"].choices = [("", "Aucun en particulier"), *Domaine.choices]

    def suggestions(self):
        """(domain, its suggestions) for the datalists."""
        return list(OBJECTIFS.items())


class ObjectifUpdateForm(FormulaireVersionne, ObjectifForm):
    fieldsets = (("", ("domaine", "intitule", "critere", ("echeance", "etat"))),)

    class Meta(ObjectifForm.Meta):
        fields = (*ObjectifForm.Meta.fields, "etat")


class ActionForm(FormulaireTremplin):
    """One step: what, who, by when; its domain is that of its objectif when it has one."""

    fieldsets = (("", ("intitule", ("acteur", "echeance"), "objectif", "domaine")),)

    class Meta:
        model = Action
        fields = ("intitule", "acteur", "echeance", "objectif", "domaine")
        widgets = {"intitule": forms.TextInput({"autocomplete": "off"}), "echeance": SaisieDate}
        labels = {"objectif": "Pour quel objectif", "domaine": "Domaine"}
        help_texts = {"domaine": "Utile seulement sans objectif : sinon, l’action prend le domaine de son objectif."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        du_plan = self.fields["objectif"].queryset.filter(parcours=self.instance.parcours)
        self.fields["objectif"].queryset = du_plan.pour_plan()
        self.fields["objectif"].empty_label = "Sans objectif"
        self.fields["domaine"].choices = [("", "Aucun en particulier"), *Domaine.choices]


class ActionUpdateForm(FormulaireVersionne, ActionForm):
    class Meta(ActionForm.Meta):
        pass


class EtatActionForm(forms.Form):
    """The state asked for, and the page to come back to."""

    etat = forms.ChoiceField(choices=EtatAction)
    suite = forms.CharField(required=False)
