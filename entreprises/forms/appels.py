from django import forms
from django.utils import timezone

from insertion.forms import FormulaireTremplin, SaisieDate

from ..enums import ModeEchange, ResultatEchange
from ..models import Contact, Echange
from .echanges import RAPPEL_PAR_DEFAUT


class AppelForm(FormulaireTremplin):
    """A call logged in two taps: one result is enough, everything else is known (metier.md §1 row 17)."""

    fieldsets = (("", ("contact", "resultat", "texte", "rappeler_le", "objet")),)
    pres_de = {
        "echange_rappel_apres": "rappeler_le",
        "echange_refus_sans_rappel": "rappeler_le",
        "echange_texte_ou_resultat": "resultat",
    }

    class Meta:
        model = Echange
        fields = ("contact", "mode", "objet", "resultat", "texte", "rappeler_le", "campagne", "evenement")
        widgets = {
            "resultat": forms.RadioSelect,
            "texte": forms.Textarea({"rows": 3, "autocomplete": "off"}),
            "rappeler_le": SaisieDate,
            **dict.fromkeys(("mode", "campagne", "evenement"), forms.HiddenInput),
        }
        error_messages = {"resultat": {"required": "Dites en un mot ce qui s’est passé."}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["contact"].queryset = Contact.objects.filter(entreprise=self.instance.entreprise).actuels()
        self.fields["contact"].empty_label = "Le standard"
        self.fields["resultat"].choices = ResultatEchange.choices
        self.fields["resultat"].required = True
        for nom in ("mode", "objet"):
            self.fields[nom].required = False

    def _get_validation_exclusions(self):
        """The instant is not a field of the form (it is now), yet a call promised before it is refused."""
        return super()._get_validation_exclusions() - {"date"}

    def clean_mode(self):
        return self.cleaned_data["mode"] or ModeEchange.APPEL

    def clean_objet(self):
        return self.cleaned_data["objet"] or self.instance.objet

    def clean(self):
        donnees = super().clean()
        if donnees.get("resultat") == ResultatEchange.RAPPELER and not donnees.get("rappeler_le"):
            donnees["rappeler_le"] = timezone.localdate() + RAPPEL_PAR_DEFAUT
        return donnees
