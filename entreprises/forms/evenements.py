from django import forms

from insertion.forms import FormulaireTremplin, FormulaireVersionne, SaisieDate
from insertion.recherche import FAUTE

from ..models import Entreprise, Evenement


def _heure():
    return forms.TimeInput({"type": "time", "step": "300"}, format="%H:%M")


class EvenementForm(FormulaireTremplin):
    """When, where, what for; and the words of the sheet that the public is given (metier.md §1 row 21)."""

    fieldsets = (
        ("", ("nom", "type", ("jour", "heure_debut", "heure_fin"), ("lieu", "entreprise"), "remarques")),
        ("La fiche à remettre", ("presentation", "inscription", "venir", "apporter")),
    )
    pres_de = {"evenement_heures": "heure_fin"}

    class Meta:
        model = Evenement
        fields = (
            *("nom", "type", "jour", "heure_debut", "heure_fin", "lieu", "entreprise", "remarques"),
            *("presentation", "inscription", "venir", "apporter"),
        )
        widgets = {
            "nom": forms.TextInput({"autocomplete": "off"}),
            "lieu": forms.TextInput({"autocomplete": "off"}),
            "jour": SaisieDate,
            "heure_debut": _heure(),
            "heure_fin": _heure(),
            "remarques": forms.Textarea({"rows": 3, "autocomplete": "off"}),
            **{
                nom: forms.Textarea({"rows": 3, "autocomplete": "off"})
                for nom in ("presentation", "inscription", "venir", "apporter")
            },
        }
        help_texts = {
            "remarques": "Ne figure pas sur la fiche.",
            "presentation": "Des phrases courtes, une idée par phrase, sans sigle.",
            "apporter": "Une chose par ligne : un CV, une pièce d’identité…",
        }

    entreprise = forms.CharField(
        label="Chez quelle entreprise",
        required=False,
        max_length=160,
        widget=forms.TextInput({"autocomplete": "off"}),
        help_text="Pour une visite ou une enquête métier : son nom, tel qu’il est dans le carnet d’adresses.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["entreprise"] = str(self.instance.entreprise) if self.instance.entreprise_id else ""

    def clean_entreprise(self):
        """The firm whose name is typed, or the only one that these words find; None when nothing is typed.

        The name that the form showed is that of its firm, however many bear it.
        """
        saisi = self.cleaned_data["entreprise"].strip()
        if not saisi:
            return None
        if saisi == self.initial["entreprise"]:
            return self.instance.entreprise
        firmes = Entreprise.objects.visibles_par(self.utilisateur)
        proches = firmes.cherche(saisi)
        # a namesake of another commune only looks like « Lenoir Roubaix »
        tels_quels = firmes.filter(raison_sociale__iexact=saisi)[:2] or proches.filter(rang__lt=FAUTE)[:2]
        trouvees = tels_quels or proches[:2]
        if len(trouvees) != 1:
            raise forms.ValidationError(
                "Plusieurs entreprises portent ce nom : précisez la commune."
                if trouvees
                else "Cette entreprise n’est pas dans le carnet d’adresses : ajoutez-la d’abord."
            )
        return trouvees[0]


class EvenementUpdateForm(FormulaireVersionne, EvenementForm):
    pass
