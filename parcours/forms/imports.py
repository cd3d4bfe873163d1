from django import forms

from insertion.imports import formulaires

from ..imports.depot import ouvre_des_parcours
from ..imports.niveaux import choix_de_niveaux, mots_lus
from ..imports.valeurs import en_clef
from ..models import Dispositif


def _choix(label, *choix):
    """A question of two answers, « oui » or ''."""
    return forms.TypedChoiceField(
        label=label, choices=choix, coerce=bool, empty_value=False, required=False, widget=forms.RadioSelect
    )


class CorrespondanceForm(formulaires.CorrespondanceForm):
    """What each column is, where the parcours open, and what to do of somebody already known."""

    REGLAGES = ("ouvrir", "dispositif", "date_entree_defaut", "clore", "adoucir", "remplacer")
    SUJET = "une personne déjà connue"

    dispositif = forms.ModelChoiceField(None, label="Ouvrir les parcours dans", required=False, empty_label=None)
    date_entree_defaut = forms.DateField(
        label="Date d’entrée quand le fichier n’en donne pas",
        help_text="Laissez vide pour prendre le jour de l’import.",
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )

    ouvrir = _choix(
        "Ouvrir un parcours",
        ("oui", "Pour chaque personne qui n’en a pas"),
        ("", "Pour aucune : les identités seules"),
    )
    clore = _choix(
        "Fin de contrat déjà passée", ("", "Laisser le parcours ouvert"), ("oui", "Le terminer ce jour-là")
    )
    adoucir = _choix(
        "Noms et communes en capitales", ("oui", "Écrire «\u00a0Dupont\u00a0»"), ("", "Garder «\u00a0DUPONT\u00a0»")
    )

    def preparer(self, utilisateur):
        ouvrir, adoucir = ouvre_des_parcours(self.correspondance), self.correspondance.get("adoucir", True)
        for nom, valeur in (("ouvrir", ouvrir), ("clore", self.correspondance.get("clore")), ("adoucir", adoucir)):
            self.initial.setdefault(nom, "oui" if valeur else "")
        self.initial.setdefault("date_entree_defaut", self.correspondance.get("date_entree_defaut"))
        champ = self.fields["dispositif"]
        champ.queryset = Dispositif.objects.visibles_par(utilisateur).filter(actif=True)
        if champ.queryset:
            self.initial.setdefault("dispositif", self.correspondance.get("dispositif_id") or champ.queryset[0].pk)
        else:
            del self.fields["dispositif"]

        niveaux = choix_de_niveaux(self.importation)
        for rang, (mot, niveau) in enumerate(mots_lus(self.importation)):
            self.fields[f"mot_{rang}"] = forms.ChoiceField(label=mot, choices=niveaux, initial=niveau, required=False)

    def mots(self):
        """The words of the columns of freins, with the level that each takes."""
        return [self[nom] for nom in self.fields if nom.startswith("mot_")]

    def enregistrer(self):
        super().enregistrer()
        choisis = {en_clef(champ.label): self.cleaned_data[champ.name] for champ in self.mots()}
        self.correspondance["mots"] = {mot: niveau for mot, niveau in choisis.items() if niveau}
        entree, dispositif = self.cleaned_data["date_entree_defaut"], self.cleaned_data.get("dispositif")
        choisis = (nom for nom in ("ouvrir", "clore", "adoucir") if nom in self.data)
        self.correspondance |= {nom: self.cleaned_data[nom] for nom in choisis}
        self.correspondance |= {
            "date_entree_defaut": entree.isoformat() if entree else None,
            "dispositif_id": dispositif.pk if dispositif else None,
        }
