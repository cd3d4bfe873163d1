"""The forms of the wizard: the file, its columns, one of its lines."""

import uuid

from django import forms
from django.utils.functional import cached_property

from insertion.enums import Choix
from insertion.saisie_unique import CHAMP
from insertion.tableur import TAILLE_MAX

from . import formats, lecture
from .champs import CONSERVER, IGNORER

FORMATS = ".xlsx,.xls,.ods,.csv,.txt"
EXEMPLES = 3


class FichierForm(forms.Form):
    """The file that the structure has today."""

    fichier = forms.FileField(
        label="Fichier de suivi",
        help_text="Un tableau .xlsx, .xls, .ods ou .csv, de 5 Mo et 5 000 lignes au plus.",
        widget=forms.ClearableFileInput({"accept": FORMATS, "class": "depot-champ"}),
        error_messages={"required": "Choisissez un fichier.", "empty": "Ce fichier est vide."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields[CHAMP] = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)

    def clean_fichier(self):
        fichier = self.cleaned_data["fichier"]
        if fichier.size > TAILLE_MAX:
            raise forms.ValidationError(
                "Ce fichier dépasse 5 Mo. Gardez une seule feuille, sans image, et réessayez."
            )
        return fichier


class CorrespondanceForm(forms.Form):
    """What each column is, and what to do of what is known already; a floor may ask more about the whole file."""

    #: The fields that concern the whole file, in their order.
    REGLAGES = ("remplacer",)
    #: About whom the file is, in the question on what is known already.
    SUJET = "ce qui est déjà connu"

    remplacer = forms.TypedChoiceField(
        label="Pour ce qui est déjà connu",
        choices=[("", "Compléter ce qui manque dans sa fiche"), ("oui", "Remplacer aussi ce qui diffère")],
        coerce=bool,
        empty_value=False,
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, filiere, importation, utilisateur, **kwargs):
        self.filiere, self.importation = filiere, importation
        self.correspondance = importation.correspondance
        super().__init__(*args, **kwargs)
        self.fields["remplacer"].label = f"Pour {self.SUJET}"
        self.preparer(utilisateur)
        self.initial.setdefault("remplacer", "oui" if self.correspondance.get("remplacer") else "")
        choix = self._choix_de_champs()
        for rang in self._rangs_remplis:
            self.fields[f"colonne_{rang}"] = forms.ChoiceField(
                label=self.correspondance["entetes"][rang],
                choices=choix,
                initial=self.correspondance["colonnes"].get(str(rang), IGNORER),
            )

    def preparer(self, utilisateur):
        """Fill the choices of the fields that concern the whole file."""

    def _choix_de_champs(self):
        return [
            ("", [(IGNORER, "Ignorer cette colonne"), (CONSERVER, "Garder telle quelle, en note")]),
            *(
                (groupe, [(champ.cle, champ.libelle) for champ in liste])
                for groupe, liste in self.filiere.catalogue.par_groupe()
            ),
        ]

    def colonnes(self):
        """The columns that hold something: their field of the form, up to three values, and how they were guessed."""
        return [{"champ": self[f"colonne_{rang}"], "exemples": self._exemples[rang]} for rang in self._rangs_remplis]

    def reglages(self):
        """The fields that concern the whole file."""
        return [self[nom] for nom in self.REGLAGES if nom in self.fields]

    @property
    def _rangs_remplis(self):
        """The columns worth a question: one that is empty in the whole file is not shown, nor asked."""
        return [rang for rang, exemples in enumerate(self._exemples) if exemples]

    @cached_property
    def _exemples(self):
        exemples = [[] for _ in self.correspondance["entetes"]]
        lignes = self.importation.lignes.filter(nature=lecture.DONNEE).order_by("numero")
        for donnees in lignes.values_list("donnees", flat=True):
            for rang, cellule in enumerate(donnees["cellules"][: len(exemples)]):
                if cellule and len(exemples[rang]) < EXEMPLES and cellule not in exemples[rang]:
                    exemples[rang].append(cellule)
        return exemples

    def clean(self):
        donnees, catalogue = super().clean(), self.filiere.catalogue
        choisies = {}
        for nom, cle in donnees.items():
            if nom.startswith("colonne_") and cle not in (IGNORER, CONSERVER, *catalogue.plusieurs):
                choisies.setdefault(cle, []).append(nom)
        for cle, noms in choisies.items():
            for nom in noms[1:]:
                premier = self.fields[noms[0]].label
                self.add_error(
                    nom, f"« {catalogue[cle].libelle} » vient déjà de la colonne « {premier} » : choisissez."
                )
        if not self.errors and not catalogue.essentiels & choisies.keys():
            raise forms.ValidationError(catalogue.manque)
        return donnees

    def enregistrer(self):
        """Keep the choices on the import, and remember the columns for the next file with these headings."""
        donnees = self.cleaned_data
        colonnes = {nom.removeprefix("colonne_"): cle for nom, cle in donnees.items() if nom.startswith("colonne_")}
        vides = self.correspondance["colonnes"].items() - colonnes.items()
        colonnes |= {rang: cle for rang, cle in vides if rang not in colonnes and cle not in colonnes.values()}
        self.correspondance |= {"colonnes": colonnes, "remplacer": donnees["remplacer"]}
        entetes = self.correspondance["entetes"]
        formats.memoriser(self.filiere, self.importation.structure_id, entetes, colonnes)


class LigneForm(forms.Form):
    """One line: its cells, all of them or only the one that was corrected, and what to do with it."""

    choix = forms.ChoiceField(label="Que faire de cette ligne", choices=Choix, required=False)

    def __init__(self, *args, ligne, entetes, colonnes, **kwargs):
        super().__init__(*args, **kwargs)
        self.ligne = ligne
        possibles = ligne.donnees.get("possibles", list(Choix.values))
        self.fields["choix"].choices = [choix for choix in Choix.choices if choix[0] in possibles]
        self.initial.setdefault("choix", ligne.choix)
        for rang, entete in enumerate(entetes):
            if colonnes.get(str(rang)) != IGNORER:
                texte = ligne.donnees["cellules"][rang]
                zone = forms.Textarea({"rows": 2}) if "\n" in texte or len(texte) > 60 else forms.TextInput
                self.fields[f"cellule_{rang}"] = forms.CharField(
                    label=entete, initial=texte, required=False, max_length=5_000, widget=zone
                )

    def clean(self):
        donnees = super().clean()
        for nom, texte in list(donnees.items()):
            if nom.startswith("cellule_") and lecture.est_un_nir(texte):
                self.add_error(nom, "Tremplin ne garde jamais de numéro de sécurité sociale.")
        return donnees

    def enregistrer(self):
        """Put what was sent on the line; a cell that was not sent stays as it is."""
        cellules = list(self.ligne.donnees["cellules"])
        for nom, texte in self.cleaned_data.items():
            if nom.startswith("cellule_") and nom in self.data:
                cellules[int(nom.removeprefix("cellule_"))] = texte.replace("\r\n", "\n")
        self.ligne.donnees["cellules"] = cellules
        if self.cleaned_data["choix"] and self.cleaned_data["choix"] != self.ligne.choix:
            self.ligne.donnees["voulu"] = self.cleaned_data["choix"]
        self.ligne.save(update_fields=["donnees"])
