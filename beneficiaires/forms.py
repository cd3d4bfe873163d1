"""What is typed about somebody: cleaned, checked, and explained in French when it is refused."""

import unicodedata

from django import forms
from django.conf import settings
from phonenumber_field.formfields import PhoneNumberField
from phonenumber_field.phonenumber import to_python as lire_numero
from phonenumbers import is_possible_number

from insertion.droits import Droit, peut
from insertion.forms import FormulaireSansDoublon, FormulaireTremplin, FormulaireVersionne, SaisieDate, pks
from insertion.models import Utilisateur

from .doublons import ressemblances
from .enums import Canal, GenreDocument
from .filters import natures_par_famille
from .models import AccordEnvoi, Beneficiaire, Document, Proche, Referent, Situation
from .pieces import EXTENSIONS, PieceRefusee, recevoir

TELEPHONE_REFUSE = "Ce numéro de téléphone n’existe pas. Exemple : 06 12 34 56 78."


def nettoyer(texte):
    """Return `texte` as one line: composed accents, single spaces, no control or invisible direction character."""
    visibles = (" " if c.isspace() else c for c in unicodedata.normalize("NFC", texte))
    return " ".join("".join(c for c in visibles if unicodedata.category(c) not in ("Cc", "Cf")).split())


def nom_tape(texte):
    """What was typed to find somebody, as the first values of a file: « ouardia zemmouri » → Ouardia, Zemmouri."""
    mots = nettoyer(texte).split()
    mots = [mot.title() for mot in mots] if texte.islower() else mots
    return {"prenom": " ".join(mots[:-1][:1]), "nom": " ".join(mots[1:] or mots)[:80]}


class Langues(forms.CharField):
    """Languages separated by commas: the text « français, arabe » ↔ the list."""

    def prepare_value(self, value):
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        mots = [nettoyer(mot) for mot in super().to_python(value).replace(";", ",").split(",")]
        return list(dict.fromkeys(mot for mot in mots if mot))

    def validate(self, value):
        super().validate(value)
        if any(len(mot) > 40 for mot in value):
            raise forms.ValidationError("Séparez les langues par des virgules : français, arabe.")

    def has_changed(self, initial, data):
        return self.to_python(data) != (initial or [])


class Telephone(PhoneNumberField):
    """Any number that may exist: new ranges open faster than a library learns of them, and imports accept them."""

    default_validators = ()

    def to_python(self, value):
        numero = lire_numero(value, region=self.region)
        if numero in self.empty_values:
            return self.empty_value
        if not numero.country_code or not is_possible_number(numero):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        numero.raw_input = numero.as_e164  # what is kept of a number that the library does not know
        return numero


class IdentiteForm(FormulaireTremplin):
    """Who somebody is and how to reach them. The browser proposes nothing: it would be the agent's own data."""

    telephone = Telephone(
        label="Téléphone", region="FR", required=False, error_messages={"invalid": TELEPHONE_REFUSE}
    )
    code_postal = forms.CharField(label="Code postal", required=False, max_length=10)
    langues = Langues(label="Langues parlées", required=False, max_length=400, help_text="Séparées par des virgules.")

    class Meta:
        model = Beneficiaire
        fields = (
            *("civilite", "prenom", "nom", "nom_naissance", "date_naissance", "telephone", "email"),
            *("adresse", "code_postal", "commune", "langues", "niveau_francais", "niveau_formation"),
            "identifiant_france_travail",
        )
        widgets = {"date_naissance": forms.DateInput({"type": "date"}, format="%Y-%m-%d")}
        error_messages = {
            "nom": {"required": "Le nom est nécessaire."},
            "email": {"invalid": "Cette adresse e-mail n’est pas complète. Exemple : amina@exemple.fr."},
            "date_naissance": {"invalid": "Cette date n’existe pas. Exemple : 12/03/1992."},
        }

    def _get_validation_exclusions(self):
        """The form has judged the number; the model's validator would ask that the library knows its range."""
        return super()._get_validation_exclusions() | {"telephone"}

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.aujourdhui = aujourdhui
        for champ in self.fields.values():
            champ.widget.attrs["autocomplete"] = "off"
        for nom in ("civilite", "niveau_francais", "niveau_formation"):
            self.fields[nom].choices = [("", "Non renseigné"), *self.fields[nom].choices[1:]]
        self.fields["date_naissance"].widget.attrs |= {"min": "1900-01-01", "max": aujourdhui.isoformat()}
        self.fields["code_postal"].widget.attrs["inputmode"] = "numeric"

    def clean_date_naissance(self):
        naissance = self.cleaned_data["date_naissance"]
        if naissance and naissance > self.aujourdhui:
            raise forms.ValidationError("La date de naissance ne peut pas être dans le futur.")
        return naissance

    def clean_code_postal(self):
        code = self.cleaned_data["code_postal"].replace(" ", "")
        if code and not (len(code) == 5 and code.isdecimal()):
            raise forms.ValidationError("Un code postal compte 5 chiffres.")
        return code

    def clean(self):
        """One line of visible text in each text field; a name made of invisible characters is no name."""
        donnees = super().clean()
        for nom in ("nom", "prenom", "nom_naissance", "adresse", "commune", "identifiant_france_travail"):
            if nom in donnees:
                donnees[nom] = nettoyer(donnees[nom])
        if donnees.get("nom") == "":
            self.add_error("nom", "Le nom est nécessaire.")
        return donnees


class BeneficiaireCreateForm(FormulaireSansDoublon, IdentiteForm):
    """Quick creation. People who look like this one are shown once; the box says which ones were set aside."""

    ESSENTIEL = ("prenom", "nom", "date_naissance", "telephone", "email", "commune", "referent")
    doublon = "Cette personne est peut-être déjà connue."

    referent = forms.ModelChoiceField(Utilisateur.objects.none(), label="Référent·e")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        proposer_les_referents(self.fields["referent"], self.utilisateur, self.aujourdhui)

    def ressemblances_a(self, donnees, ecartees):
        return ressemblances_a_montrer(donnees, ecartees)

    def save(self, commit=True):
        beneficiaire = super().save(commit)
        beneficiaire.confier_a(self.cleaned_data["referent"], self.aujourdhui)
        return beneficiaire


class ComparaisonForm(forms.Form):
    """What has been typed so far, to look for somebody already known; what is not valid yet is not compared."""

    nom = forms.CharField(required=False, max_length=80)
    prenom = forms.CharField(required=False, max_length=80)
    date_naissance = forms.DateField(required=False)
    telephone = forms.CharField(required=False, max_length=30)
    email = forms.EmailField(required=False)


def ressemblances_a_montrer(saisie, ecartees):
    """Return at most five people who look like what is typed, but for those set aside (`ecartees`: texts of ids)."""
    champs = {nom: saisie[nom] for nom in ComparaisonForm.base_fields if saisie.get(nom)}
    return list(ressemblances(**champs).exclude(pk__in=pks(ecartees)).pour_choix()[:5])


class BeneficiaireUpdateForm(IdentiteForm, FormulaireVersionne):
    fieldsets = (
        ("Identité", (("civilite", "prenom", "nom"), ("nom_naissance", "date_naissance"))),
        ("Contact", (("telephone", "email"), "adresse", ("code_postal", "commune"))),
        (
            "Langues et niveaux",
            (("langues", "niveau_francais"), ("niveau_formation", "identifiant_france_travail")),
        ),
    )


class SituationForm(FormulaireTremplin):
    fieldsets = (("", ("nature", ("debut", "fin"), "precision")),)

    class Meta:
        model = Situation
        fields = ("nature", "debut", "fin", "precision")
        widgets = {nom: forms.DateInput({"type": "date"}, format="%Y-%m-%d") for nom in ("debut", "fin")}
        help_texts = {"fin": "Laissez vide tant que la situation dure."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nature"].choices = [("", "Choisir…"), *natures_par_famille(self.utilisateur)]

    def clean_precision(self):
        return nettoyer(self.cleaned_data["precision"])

    def clean(self):
        """Said before the database looks for an overlap: it cannot read a period that ends before it begins."""
        donnees = super().clean()
        self.exiger_l_ordre()
        return donnees

    def _get_validation_exclusions(self):
        """The dates of one person must not overlap: check it although person and structure are not typed."""
        return super()._get_validation_exclusions() - {"beneficiaire", "structure"}


class SituationUpdateForm(FormulaireVersionne, SituationForm):
    class Meta(SituationForm.Meta):
        pass


class ProcheForm(FormulaireTremplin):
    """A relative: what helps the accompaniment and nothing more."""

    fieldsets = (("", (("lien", "prenom"), "annee_naissance", ("a_charge", "vit_avec"))),)

    class Meta:
        model = Proche
        fields = ("lien", "prenom", "annee_naissance", "a_charge", "vit_avec")
        widgets = {
            "prenom": forms.TextInput({"autocomplete": "off"}),
            "annee_naissance": forms.NumberInput({"inputmode": "numeric", "autocomplete": "off"}),
        }
        help_texts = {"annee_naissance": "Facultative. Le jour n’est pas demandé."}

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.aujourdhui = aujourdhui

    def clean_prenom(self):
        return nettoyer(self.cleaned_data["prenom"])

    def clean_annee_naissance(self):
        annee = self.cleaned_data["annee_naissance"]
        if annee and annee > self.aujourdhui.year + 1:
            raise forms.ValidationError("Cette année est trop lointaine.")
        return annee


class ProcheUpdateForm(FormulaireVersionne, ProcheForm):
    class Meta(ProcheForm.Meta):
        pass


class AccordEnvoiForm(FormulaireTremplin):
    """What the person answered, that day or before; an agreement goes with somewhere to write to."""

    fieldsets = (("", ("canal", "donne_le")),)

    class Meta:
        model = AccordEnvoi
        fields = ("canal", "donne_le")
        widgets = {"canal": forms.RadioSelect, "donne_le": SaisieDate}

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.aujourdhui = aujourdhui
        self.initial["donne_le"] = aujourdhui
        self.fields["canal"].choices = [c for c in Canal.choices if c[0] != Canal.SMS or settings.SMS_URL]

    def clean_donne_le(self):
        donne_le = self.cleaned_data["donne_le"]
        if donne_le > self.aujourdhui:
            raise forms.ValidationError("Un accord se note le jour où il est donné, ou après.")
        return donne_le

    def clean(self):
        donnees = super().clean()
        self.instance.canal = donnees.get("canal", "")
        if self.instance.canal and not self.instance.adresse:
            manque = "son adresse e-mail" if self.instance.canal == Canal.COURRIEL else "son téléphone"
            self.add_error("canal", f"Notez d’abord {manque} dans son identité.")
        return donnees

    def _get_validation_exclusions(self):
        """One agreement in force by channel: checked although person and structure are not typed."""
        return super()._get_validation_exclusions() - {"beneficiaire", "structure", "retire_le"}


class ReferentForm(FormulaireTremplin):
    fieldsets = (("", ("utilisateur",)),)

    class Meta:
        model = Referent
        fields = ("utilisateur",)
        labels = {"utilisateur": "Confier à"}

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["utilisateur"].queryset = _collegues(self.utilisateur, aujourdhui)


class DocumentForm(FormulaireTremplin):
    """A file received: judged and made harmless by `pieces.py` before anything is stored."""

    fieldsets = (("", ("fichier", ("genre", "expire_le"))),)

    class Meta:
        model = Document
        fields = ("fichier", "genre", "expire_le")
        widgets = {
            "fichier": forms.FileInput({"accept": ",".join(f".{extension}" for extension in EXTENSIONS)}),
            "expire_le": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        }
        help_texts = {"fichier": "PDF, image (JPEG ou PNG), Word, Excel ou OpenDocument ; 10 Mo au plus."}
        error_messages = {"fichier": {"required": "Choisissez un fichier.", "empty": "Ce fichier est vide."}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.utilisateur.appartenance.structure.emploie:
            genres = self.fields["genre"].choices
            self.fields["genre"].choices = [choix for choix in genres if choix[0] != GenreDocument.CONTRAT]

    def clean_fichier(self):
        try:
            piece = recevoir(self.cleaned_data["fichier"])
        except PieceRefusee as refus:
            raise forms.ValidationError(str(refus)) from refus
        self.instance.decrire(piece)
        return piece


def proposer_les_referents(champ, utilisateur, le, beneficiaire=None):
    """Offer in `champ` the colleagues who follow people; the référent is chosen, else whoever types when they do."""
    structure_id = utilisateur.appartenance.structure_id
    champ.queryset = Utilisateur.objects.referents_possibles(structure_id, le)
    if actuel := beneficiaire and beneficiaire.referents.a_joindre(le).first():
        champ.initial = actuel.utilisateur_id
    elif peut(utilisateur, Droit.ECRIRE_SUIVI):
        champ.initial = utilisateur.pk
        if champ.required:
            champ.empty_label = None


def confier_au_choisi(beneficiaire, referent, le):
    """Entrust somebody to who was chosen among `proposer_les_referents`; a référent left there ends nobody's row."""
    if referent and not beneficiaire.referents.filter(utilisateur=referent, fin=None).exists():
        beneficiaire.confier_a(referent, le)


def _collegues(utilisateur, aujourdhui):
    return Utilisateur.objects.de_la_structure(utilisateur.appartenance.structure_id, aujourdhui)
