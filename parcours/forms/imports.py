from django import forms

from insertion.imports import formulaires

from ..models import Dispositif


class CorrespondanceForm(formulaires.CorrespondanceForm):
    """What each column is, where the parcours open, and what to do of somebody already known."""

    REGLAGES = ("dispositif", "date_entree_defaut", "remplacer")
    SUJET = "une personne déjà connue"

    dispositif = forms.ModelChoiceField(None, label="Ouvrir les parcours dans", required=False, empty_label=None)
    date_entree_defaut = forms.DateField(
        label="Date d’entrée quand le fichier n’en donne pas",
        help_text="Laissez vide pour prendre le jour de l’import.",
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )

    def preparer(self, utilisateur):
        self.initial.setdefault("date_entree_defaut", self.correspondance.get("date_entree_defaut"))
        champ = self.fields["dispositif"]
        champ.queryset = Dispositif.objects.visibles_par(utilisateur).filter(actif=True)
        if champ.queryset:
            self.initial.setdefault("dispositif", self.correspondance.get("dispositif_id") or champ.queryset[0].pk)
        else:
            del self.fields["dispositif"]

    def enregistrer(self):
        super().enregistrer()
        entree, dispositif = self.cleaned_data["date_entree_defaut"], self.cleaned_data.get("dispositif")
        self.correspondance |= {
            "date_entree_defaut": entree.isoformat() if entree else None,
            "dispositif_id": dispositif.pk if dispositif else None,
        }
