"""What is typed about a firm: forgiving about spaces, strict about keys."""

from django import forms
from django.db.models import Q
from django.utils import timezone

from insertion.forms import FormulaireSansDoublon, FormulaireTremplin, FormulaireVersionne, pks
from insertion.models import Utilisateur

from ..doublons import ressemblances
from ..enums import SecteurVert
from ..models import Entreprise, Etablissement
from ..models.partenaires import numero


class Chiffres(forms.CharField):
    """A number that people cut into groups (« 123 456 789 00012 »): kept without spaces or dots."""

    def to_python(self, value):
        return "".join(c for c in super().to_python(value) if not c.isspace() and c not in ".-")


class LieuForm(FormulaireTremplin):
    """What a firm and a site of it share: its SIRET, and where it is."""

    siret = Chiffres(label="SIRET", required=False, max_length=24, help_text="14 chiffres, avec ou sans espaces.")
    code_postal = Chiffres(label="Code postal", required=False, max_length=10)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for champ in self.fields.values():
            champ.widget.attrs["autocomplete"] = "off"
        for nom in ("siret", "code_postal"):
            self.fields[nom].widget.attrs["inputmode"] = "numeric"

    def _get_validation_exclusions(self):
        """A SIRET is unique in its structure: the form does not show it, the rule needs it."""
        return super()._get_validation_exclusions() - {"structure"}


class EntrepriseForm(LieuForm):
    """A firm, for creating and for correcting it."""

    naf = Chiffres(label="Code NAF", required=False, max_length=10, help_text="Par exemple 38.11Z.")
    site = forms.URLField(label="Site internet", required=False, assume_scheme="https", max_length=200)
    telephone = forms.CharField(label="Téléphone du standard", required=False, max_length=20, validators=[numero])
    secteurs_verts = forms.MultipleChoiceField(
        label="Secteurs verts", choices=SecteurVert, required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Entreprise
        fields = (
            *("raison_sociale", "siret", "naf", "secteur", "secteurs_verts", "effectif"),
            *("adresse", "code_postal", "commune", "telephone", "email", "site"),
            *("origine", "referent", "remarques"),
        )
        widgets = {"remarques": forms.Textarea({"rows": 3})}
        error_messages = {"raison_sociale": {"required": "La raison sociale est nécessaire."}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        structure = self.utilisateur.appartenance.structure_id
        collegues = Utilisateur.objects.de_la_structure(structure, timezone.localdate())
        choisi = Q(pk=self.instance.referent_id) if self.instance.referent_id else Q()
        connus = Utilisateur.objects.filter(Q(pk__in=collegues.order_by().values("pk")) | choisi)
        self.fields["referent"].queryset = connus.order_by("nom", "prenom", "pk")
        self.fields["referent"].empty_label = "Personne pour l’instant"
        for nom in ("secteur", "effectif", "origine"):
            self.fields[nom].choices = [("", "Non renseigné"), *self.fields[nom].choices[1:]]

    def clean_naf(self):
        """« 3811z » is « 38.11Z »."""
        code = self.cleaned_data["naf"].upper()
        return f"{code[:2]}.{code[2:]}" if len(code) == 5 else code


class EntrepriseCreateForm(FormulaireSansDoublon, EntrepriseForm):
    """Quick creation: the name is enough. Firms that look alike are shown once, proposed, never imposed."""

    ESSENTIEL = ("raison_sociale", "siret", "commune", "telephone", "secteur", "referent")
    doublon = "Cette entreprise est peut-être déjà dans le carnet."

    def ressemblances_a(self, donnees, ecartees):
        return ressemblances_a_montrer(donnees, ecartees)


class EntrepriseUpdateForm(FormulaireVersionne, EntrepriseForm):
    fieldsets = (
        ("Entreprise", ("raison_sociale", ("siret", "naf"), ("secteur", "effectif"), "secteurs_verts")),
        ("Où et comment la joindre", ("adresse", ("code_postal", "commune"), ("telephone", "email"), "site")),
        ("La relation", (("origine", "referent"), "remarques")),
    )


class ComparaisonForm(forms.Form):
    """What has been typed so far, to look for a firm already known; what is not valid yet is not compared."""

    raison_sociale = forms.CharField(required=False, max_length=160)
    siret = Chiffres(required=False, max_length=24)
    commune = forms.CharField(required=False, max_length=80)


def ressemblances_a_montrer(saisie, ecartees):
    """Return at most five firms that look like what is typed, but for those set aside (`ecartees`: texts of ids)."""
    champs = {nom: saisie[nom] for nom in ComparaisonForm.base_fields if saisie.get(nom)}
    return list(ressemblances(**champs).exclude(pk__in=pks(ecartees)).pour_fiche()[:5])


class EtablissementForm(LieuForm):
    fieldsets = (("", ("nom", "siret", "adresse", ("code_postal", "commune"))),)

    class Meta:
        model = Etablissement
        fields = ("nom", "siret", "adresse", "code_postal", "commune")
        error_messages = {"nom": {"required": "Donnez un nom à ce site : « Atelier de Lens », « Dépôt nord »."}}


class EtablissementUpdateForm(FormulaireVersionne, EtablissementForm):
    fieldsets = (("", ("nom", "siret", "adresse", ("code_postal", "commune"), "fermee_le")),)

    class Meta(EtablissementForm.Meta):
        fields = (*EtablissementForm.Meta.fields, "fermee_le")
        widgets = {"fermee_le": forms.DateInput({"type": "date"}, format="%Y-%m-%d")}
