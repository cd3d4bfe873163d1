"""Which period, which dispositifs, which people: asked in the address, so that a figure is a link one can send."""

from datetime import date

from dateutil.relativedelta import relativedelta
from django import forms
from django.http import QueryDict

from insertion.forms import SaisieDate
from parcours.models import Dispositif

from ..indicateurs import Cohorte, Perimetre
from .publics import RESERVE, publics_offerts

#: Nothing of a structure is older; dates after this many years are typing errors.
PREMIER_JOUR, ANNEES_A_VENIR = date(1990, 1, 1), 5
TOUT_LE_MONDE = Cohorte()
DATE_REFUSEE = "Cette date n’existe pas. Exemple : 31/12/2026."


class PerimetreForm(forms.Form):
    """The period (both days included), the dispositifs and the cohort of a figure; nothing chosen: all of them."""

    du = forms.DateField(label="Du", widget=SaisieDate, error_messages={"invalid": DATE_REFUSEE})
    au = forms.DateField(label="Au", widget=SaisieDate, error_messages={"invalid": DATE_REFUSEE})
    dispositif = forms.ModelMultipleChoiceField(
        None,
        label="Dispositifs",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": "Ce dispositif n’est pas de votre structure.",
            "invalid_pk_value": "Ce dispositif n’est pas de votre structure.",
        },
    )

    entres_du = forms.DateField(
        label="Entrés à partir du", required=False, widget=SaisieDate, error_messages={"invalid": DATE_REFUSEE}
    )
    entres_au = forms.DateField(
        label="Entrés jusqu’au", required=False, widget=SaisieDate, error_messages={"invalid": DATE_REFUSEE}
    )
    public = forms.MultipleChoiceField(
        label="Publics",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": RESERVE},
    )

    def __init__(self, demande, *, utilisateur, aujourdhui, periode):
        """`demande` is the GET of the page; without dates, `periode` (a `Periode`) is shown."""
        donnees = demande.copy()
        if not donnees.get("du") and not donnees.get("au"):
            donnees["du"], donnees["au"] = periode.du.isoformat(), periode.au.isoformat()
        super().__init__(donnees, label_suffix="")
        self.structure = utilisateur.appartenance.structure
        self.limite = aujourdhui + relativedelta(years=ANNEES_A_VENIR)
        self.fields["public"].choices = publics_offerts(utilisateur)
        self.fields["dispositif"].queryset = Dispositif.objects.visibles_par(utilisateur).order_by("nom", "pk")

    def clean_du(self):
        return self._plausible(self.cleaned_data["du"])

    def clean_au(self):
        return self._plausible(self.cleaned_data["au"])

    def _plausible(self, jour):
        if not PREMIER_JOUR <= jour <= self.limite:
            raise forms.ValidationError(
                f"Choisissez une date entre le {PREMIER_JOUR:%d/%m/%Y} et le {self.limite:%d/%m/%Y}."
            )
        return jour

    def clean(self):
        donnees = super().clean()
        du, au = donnees.get("du"), donnees.get("au")
        if du and au and au < du:
            self.add_error("au", "La période ne peut pas finir avant d’avoir commencé.")
        entres_du, entres_au = donnees.get("entres_du"), donnees.get("entres_au")
        if entres_du and entres_au and entres_au < entres_du:
            self.add_error("entres_au", "Les entrées ne peuvent pas finir avant de commencer.")
        return donnees

    @property
    def perimetre(self):
        """The `Perimetre` of a valid form."""
        ids = frozenset(dispositif.pk for dispositif in self.cleaned_data["dispositif"])
        return Perimetre(self.structure, self.cleaned_data["du"], self.cleaned_data["au"], ids, self.cohorte)

    @property
    def cohorte(self):
        """The `Cohorte` of a valid form."""
        donnees = self.cleaned_data
        return Cohorte(donnees["entres_du"], donnees["entres_au"], frozenset(donnees["public"]))

    @property
    def a_une_cohorte(self):
        """Whether the address narrows the people, well or not."""
        return any(self[nom].data for nom in ("entres_du", "entres_au", "public"))

    def champs_de_periode(self):
        return [self["du"], self["au"]]

    def champs_d_entree(self):
        return [self["entres_du"], self["entres_au"]]

    def requete(self, du=None, au=None):
        """What the address of the same figures holds after « ? »; other dates when they are given."""
        donnees = self.cleaned_data
        dispositifs = [d.pk for d in donnees.get("dispositif", ())]
        return requete(du or donnees["du"], au or donnees["au"], dispositifs, self.cohorte)


def requete(du, au, dispositifs=(), cohorte=TOUT_LE_MONDE):
    """Return « du=2026-01-01&au=2026-12-31&dispositif=3 »: what the address of a figure holds after « ? »."""
    parametres = QueryDict(mutable=True)
    parametres["du"], parametres["au"] = du.isoformat(), au.isoformat()
    parametres.setlist("dispositif", [str(pk) for pk in dispositifs])
    for borne in ("entres_du", "entres_au"):
        if jour := getattr(cohorte, borne):
            parametres[borne] = jour.isoformat()
    parametres.setlist("public", sorted(cohorte.publics))
    return parametres.urlencode()
