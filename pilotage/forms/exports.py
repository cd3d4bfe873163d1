from django import forms
from django.contrib.auth.hashers import check_password

from insertion.forms import FormulaireTremplin, SaisieDate

from ..models import Export
from ..models.exports import COLONNES


class ExportForm(FormulaireTremplin):
    """The list as its address narrows it; one without a page is narrowed here by a period.

    The columns kept are those of the last time; all of them at first, or when the form does not ask.
    """

    fieldsets = (("", (("du", "au"), "colonnes")),)

    du = forms.DateField(label="Du", required=False, widget=SaisieDate)
    au = forms.DateField(label="Au", required=False, widget=SaisieDate)

    colonnes = forms.MultipleChoiceField(
        label="Colonnes du tableur",
        help_text="Ne gardez que ce qui sert\u00a0: vos choix sont retenus pour la prochaine fois.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    demandees = forms.BooleanField(required=False, initial=True, widget=forms.HiddenInput)

    class Meta:
        model = Export
        fields = ()

    def __init__(self, *args, liste, genre, **kwargs):
        super().__init__(*args, **kwargs)
        self.titres = [colonne.titre for colonne in liste.colonnes_de(self.utilisateur)]
        self.fields["colonnes"].choices = [(titre, titre) for titre in self.titres]
        gardees = Export.objects.dernieres_colonnes(self.utilisateur, genre)
        self.initial["colonnes"] = [titre for titre in self.titres if gardees is None or titre in gardees]
        if not liste.periode:
            del self.fields["du"], self.fields["au"]

    def clean(self):
        donnees = super().clean()
        du, au = donnees.get("du"), donnees.get("au")
        if du and au and au < du:
            self.add_error("au", "La période ne peut pas finir avant de commencer.")
        if donnees.get("demandees") and not donnees.get("colonnes") and "colonnes" not in self.errors:
            self.add_error("colonnes", "Gardez au moins une colonne.")
        return donnees

    def parametres(self):
        """The period, as the address of a list says it, and the columns kept unless all of them are."""
        periode = {nom: self.cleaned_data[nom].isoformat() for nom in ("du", "au") if self.cleaned_data.get(nom)}
        gardees = [titre for titre in self.titres if titre in self.cleaned_data["colonnes"]]
        return periode | ({COLONNES: gardees} if gardees and gardees != self.titres else {})


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
