from django import forms
from django.contrib.auth.hashers import check_password

from insertion.forms import FormulaireTremplin, SaisieDate

from ..models import Export


class ExportForm(FormulaireTremplin):
    """The list as its address narrows it; one without a page is narrowed here by a period."""

    fieldsets = (("", (("du", "au"),)),)

    du = forms.DateField(label="Du", required=False, widget=SaisieDate)
    au = forms.DateField(label="Au", required=False, widget=SaisieDate)

    class Meta:
        model = Export
        fields = ()

    def __init__(self, *args, liste, **kwargs):
        super().__init__(*args, **kwargs)
        if not liste.periode:
            del self.fields["du"], self.fields["au"]

    def clean(self):
        donnees = super().clean()
        du, au = donnees.get("du"), donnees.get("au")
        if du and au and au < du:
            self.add_error("au", "La période ne peut pas finir avant de commencer.")
        return donnees

    def parametres(self):
        """The period, as the address of a list says it."""
        return {nom: self.cleaned_data[nom].isoformat() for nom in ("du", "au") if self.cleaned_data.get(nom)}


class ExportCompletForm(FormulaireTremplin):
    """Everything leaves: whoever asks proves that they are who signed in."""

    fieldsets = (("", ("mot_de_passe",)),)

    mot_de_passe = forms.CharField(
        label="Votre mot de passe",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    class Meta:
        model = Export
        fields = ()

    def clean_mot_de_passe(self):
        if not check_password(self.cleaned_data["mot_de_passe"], self.utilisateur.password):
            raise forms.ValidationError("Ce n’est pas votre mot de passe.")
        return ""
