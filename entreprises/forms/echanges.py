"""An exchange logged in twenty seconds: how, with whom, what came of it, when to call again (metier.md §1 row 17)."""

from datetime import timedelta

from django import forms
from django.db.models import Q
from django.utils import timezone

from insertion.forms import FormulaireTremplin, FormulaireVersionne, SaisieDate, SaisieDateHeure

from ..enums import ResultatEchange
from ..models import Contact, Echange

#: « À rappeler » without a day: the colleague is told which one was taken.
RAPPEL_PAR_DEFAUT = timedelta(days=7)


class EchangeForm(FormulaireTremplin):
    """Everything has a default but what came of it: one tap on a result is enough."""

    class Meta:
        model = Echange
        fields = ("mode", "contact", "objet", "resultat", "texte", "rappeler_le", "date")
        widgets = {
            "mode": forms.RadioSelect,
            "resultat": forms.RadioSelect,
            "texte": forms.Textarea({"rows": 3, "autocomplete": "off"}),
            "rappeler_le": SaisieDate,
            "date": SaisieDateHeure,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        siens = Contact.objects.filter(entreprise=self.instance.entreprise)
        choisi = Q(pk=self.instance.contact_id) if self.instance.contact_id else Q()
        self.fields["contact"].queryset = siens.filter(Q(parti_le__isnull=True) | choisi)
        self.fields["contact"].empty_label = "Sans interlocuteur précis"
        self.fields["resultat"].choices = ResultatEchange.choices
        self.fields["mode"].choices = [choix for choix in self.fields["mode"].choices if choix[0]]
        self.fields["date"].initial = timezone.localtime().replace(second=0, microsecond=0)

    def clean_date(self):
        date = self.cleaned_data["date"]
        if date > timezone.now() + timedelta(minutes=15):
            raise forms.ValidationError("Un échange à venir se note dans « rappeler le ».")
        return date

    def clean(self):
        donnees = super().clean()
        promis = donnees.get("resultat") == ResultatEchange.RAPPELER and not donnees.get("rappeler_le")
        if promis and "rappeler_le" not in self.errors and donnees.get("date"):
            donnees["rappeler_le"] = timezone.localdate(donnees["date"]) + RAPPEL_PAR_DEFAUT
        return donnees


class EchangeUpdateForm(FormulaireVersionne, EchangeForm):
    """Correct one's own exchange."""
