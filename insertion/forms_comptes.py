"""Forms of the accounts: inviting, changing an access, answering an invitation."""

from django import forms
from django.contrib.auth.password_validation import validate_password

from .comptes import roles_proposes
from .enums import ROLES_EN_UNE_PHRASE
from .forms import FormulaireTremplin, SaisieDate
from .models import AccesSupport, Appartenance, Invitation, Utilisateur


class _Acces(FormulaireTremplin):
    """A role among those that one may give, and dates."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        proposes = roles_proposes(self.utilisateur)
        self.fields["role"].choices = [(role, f"{nom}\u00a0: {ROLES_EN_UNE_PHRASE[role]}") for role, nom in proposes]

    def clean(self):
        donnees = super().clean()
        debut, fin = donnees.get("debut") or self.instance.debut, donnees.get("fin")
        if debut and fin and fin < debut:
            self.add_error("fin", "La fin ne peut pas précéder le début.")
        return donnees


class InvitationForm(_Acces):
    class Meta:
        model = Invitation
        fields = ("email", "role", "debut", "fin")
        widgets = {
            "email": forms.EmailInput({"autocomplete": "off"}),
            "role": forms.RadioSelect,
            "debut": SaisieDate,
            "fin": SaisieDate,
        }
        help_texts = {
            "email": "Une adresse professionnelle, à cette seule personne.",
            "fin": "Laissez vide pour quelqu’un qui reste ; mettez la date pour un stage ou un remplacement.",
        }

    fieldsets = (("", ("email", "role", ("debut", "fin"))),)

    def clean_email(self):
        email = self.cleaned_data["email"].lower()
        deja = Appartenance.objects.filter(structure=self.instance.structure_id, utilisateur__email__iexact=email)
        if deja.pas_finies(self.instance.debut).exists():
            raise forms.ValidationError("Cette personne a déjà un accès : retrouvez-la dans la liste.")
        if Invitation.objects.filter(structure=self.instance.structure_id, email=email).en_attente().exists():
            raise forms.ValidationError("Une invitation attend déjà une réponse à cette adresse : renvoyez-la.")
        return email


class AccesForm(_Acces):
    class Meta:
        model = Appartenance
        fields = ("role", "fin")
        widgets = {"role": forms.RadioSelect, "fin": SaisieDate}
        help_texts = {"fin": "Dernier jour de travail. Laissez vide pour quelqu’un qui reste."}

    fieldsets = (("", ("role", "fin")),)


class AccesSupportForm(FormulaireTremplin):
    class Meta:
        model = AccesSupport
        fields = ("intervenant", "motif")
        help_texts = {"motif": "Ce qui ne marche pas, et ce que la personne doit regarder. Sans nom de bénéficiaire."}

    fieldsets = (("", ("intervenant", "motif")),)


class ReponseForm(forms.Form):
    """What the owner of a new account chooses; `compte` is the account to come."""

    prenom = forms.CharField(label="Prénom", max_length=80, widget=forms.TextInput({"autocomplete": "given-name"}))
    nom = forms.CharField(label="Nom", max_length=80, widget=forms.TextInput({"autocomplete": "family-name"}))
    password = forms.CharField(
        label="Mot de passe",
        max_length=1024,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        help_text="Quinze caractères au moins. Une phrase, ou quatre mots sans rapport entre eux.",
    )

    def __init__(self, *args, invitation, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.invitation = invitation

    def clean(self):
        donnees = super().clean()
        if donnees.get("password"):
            compte = Utilisateur(
                email=self.invitation.email, prenom=donnees.get("prenom", ""), nom=donnees.get("nom", "")
            )
            compte.appartenance = Appartenance(structure=self.invitation.structure)
            try:
                validate_password(donnees["password"], compte)
            except forms.ValidationError as erreur:
                self.add_error("password", erreur)
        return donnees


class PreferencesForm(FormulaireTremplin):
    class Meta:
        model = Utilisateur
        fields = ("touches",)
        widgets = {"touches": forms.RadioSelect}
        help_texts = {
            "touches": "Une touche seule agit sans Ctrl. Si vous dictez ou si vos mains tremblent, laissez-les "
            "désactivées : elles partiraient sans vous."
        }

    fieldsets = (("", ("touches",)),)
