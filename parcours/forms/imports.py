import uuid

from django import forms
from django.utils.functional import cached_property

from insertion.enums import Choix
from insertion.saisie_unique import CHAMP
from insertion.tableur import TAILLE_MAX

from ..imports import champs, formats, lecture
from ..models import Dispositif, LigneImport

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
    """What each column is, where the parcours open, and what to do of somebody already known."""

    dispositif = forms.ModelChoiceField(None, label="Ouvrir les parcours dans", required=False, empty_label=None)
    date_entree_defaut = forms.DateField(
        label="Date d’entrée quand le fichier n’en donne pas",
        help_text="Laissez vide pour prendre le jour de l’import.",
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
    remplacer = forms.TypedChoiceField(
        label="Pour une personne déjà connue",
        choices=[("", "Compléter ce qui manque dans sa fiche"), ("oui", "Remplacer aussi ce qui diffère")],
        coerce=bool,
        empty_value=False,
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, importation, utilisateur, **kwargs):
        self.importation, self.correspondance = importation, importation.correspondance
        super().__init__(*args, **kwargs)
        self._preparer_le_dispositif(utilisateur)
        self.initial.setdefault("date_entree_defaut", self.correspondance.get("date_entree_defaut"))
        self.initial.setdefault("remplacer", "oui" if self.correspondance.get("remplacer") else "")
        for rang, entete in enumerate(self.correspondance["entetes"]):
            self.fields[f"colonne_{rang}"] = forms.ChoiceField(
                label=entete,
                choices=_choix_de_champs,
                initial=self.correspondance["colonnes"].get(str(rang), champs.IGNORER),
            )

    def _preparer_le_dispositif(self, utilisateur):
        champ = self.fields["dispositif"]
        champ.queryset = Dispositif.objects.visibles_par(utilisateur).filter(actif=True)
        if champ.queryset:
            self.initial.setdefault("dispositif", self.correspondance.get("dispositif_id") or champ.queryset[0].pk)
        else:
            del self.fields["dispositif"]

    def colonnes(self):
        """The columns that hold something: their field of the form, up to three values, and how they were guessed."""
        return [
            {"champ": self[f"colonne_{rang}"], "exemples": self._exemples[rang]}
            for rang in range(len(self.correspondance["entetes"]))
            if self._exemples[rang]
        ]

    def reglages(self):
        """The fields that concern the whole file."""
        return [self[nom] for nom in ("dispositif", "date_entree_defaut", "remplacer") if nom in self.fields]

    @cached_property
    def _exemples(self):
        exemples = [[] for _ in self.correspondance["entetes"]]
        lignes = LigneImport.objects.filter(importation=self.importation, nature=lecture.DONNEE).order_by("numero")
        for donnees in lignes.values_list("donnees", flat=True):
            for rang, cellule in enumerate(donnees["cellules"][: len(exemples)]):
                if cellule and len(exemples[rang]) < EXEMPLES and cellule not in exemples[rang]:
                    exemples[rang].append(cellule)
        return exemples

    def clean(self):
        donnees = super().clean()
        choisies = {}
        for nom, cle in donnees.items():
            if nom.startswith("colonne_") and cle not in (champs.IGNORER, champs.CONSERVER, "commentaire"):
                choisies.setdefault(cle, []).append(nom)
        for cle, noms in choisies.items():
            for nom in noms[1:]:
                premier = self.fields[noms[0]].label
                self.add_error(
                    nom, f"« {champs.CHAMPS[cle].libelle} » vient déjà de la colonne « {premier} » : choisissez."
                )
        if not self.errors and not {"nom", "nom_complet"} & choisies.keys():
            raise forms.ValidationError("Indiquez quelle colonne contient le nom.")
        return donnees

    def enregistrer(self):
        """Keep the choices on the import, and remember the columns for the next file with these headings."""
        donnees = self.cleaned_data
        colonnes = {nom.removeprefix("colonne_"): cle for nom, cle in donnees.items() if nom.startswith("colonne_")}
        entree, dispositif = donnees["date_entree_defaut"], donnees.get("dispositif")
        self.correspondance |= {
            "colonnes": colonnes,
            "remplacer": donnees["remplacer"],
            "date_entree_defaut": entree.isoformat() if entree else None,
            "dispositif_id": dispositif.pk if dispositif else None,
        }
        formats.memoriser(self.importation.structure_id, self.correspondance["entetes"], colonnes)


def _choix_de_champs():
    return [
        ("", [(champs.IGNORER, "Ignorer cette colonne"), (champs.CONSERVER, "Garder telle quelle, en note")]),
        *((groupe, [(champ.cle, champ.libelle) for champ in liste]) for groupe, liste in champs.par_groupe()),
    ]


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
            if colonnes.get(str(rang)) != champs.IGNORER:
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
