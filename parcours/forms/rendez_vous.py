from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from insertion.forms import FormulaireTremplin
from parcours.enums import StatutRendezVous
from parcours.models import RendezVous

from .entretiens import SaisieDateHeure

ABSENCES = [(s.value, s.label) for s in (StatutRendezVous.EXCUSE, StatutRendezVous.ABSENT)]


class AbsenceForm(forms.Form):
    """The note box sent as an absence: its text is kept, whatever else it held is not needed."""

    statut = forms.ChoiceField(choices=ABSENCES)
    date = forms.DateTimeField(required=False)
    compte_rendu = forms.CharField(required=False, max_length=20_000)


class StatutForm(forms.Form):
    """What became of an appointment."""

    statut = forms.ChoiceField(choices=StatutRendezVous)
    commentaire = forms.CharField(required=False, max_length=2_000)

    def suite(self, request):
        """The page of ours that asked (field `suite`), or None."""
        suite = request.POST.get("suite", "")
        return suite if url_has_allowed_host_and_scheme(suite, {request.get_host()}) else None


class RendezVousForm(FormulaireTremplin):
    class Meta:
        model = RendezVous
        fields = ("debut", "duree_minutes", "lieu", "commentaire")
        widgets = {"debut": SaisieDateHeure, "commentaire": forms.Textarea({"rows": 2})}

    fieldsets = (("", (("debut", "duree_minutes"), "lieu", "commentaire")),)

    def clean_debut(self):
        debut = self.cleaned_data["debut"]
        if debut < timezone.now() - timedelta(minutes=15):
            raise forms.ValidationError(
                "Cette date est passée : pour un entretien qui a eu lieu, saisissez une note."
            )
        return debut
