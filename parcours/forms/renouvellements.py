"""The renewal dossier on one page: the grid, the three voices, the decision last."""

from django import forms

from insertion.forms import FormulaireVersionne
from parcours.models import Renouvellement
from parcours.models.renouvellements import CRITERES

from .entretiens import LONGUEUR_MAXIMALE, SaisieDate

DATES = ("date", "annonce_le", "decision_le", "signe_le")
TEXTES = ("observations", "paroles", "avis_motif")


class RenouvellementForm(FormulaireVersionne):
    """Nothing is due before the decision; an empty line of the grid is « non évalué »."""

    fieldsets = (
        ("", ("date",)),
        ("La grille, remplie à trois", tuple((critere, f"{critere}_commentaire") for critere in CRITERES)),
        ("Ce que dit l’encadrement technique", ("encadrant", "observations")),
        ("Ce que dit la personne", ("paroles",)),
        ("L’avis", (("avis", "duree_proposee_mois"), "avis_motif")),
        ("La personne d’abord, la décision ensuite", ("annonce_le", ("decision", "decision_le"), "signe_le")),
    )

    class Meta:
        model = Renouvellement
        fields = (
            "date",
            *(nom for critere in CRITERES for nom in (critere, f"{critere}_commentaire")),
            "encadrant",
            "observations",
            "paroles",
            "avis",
            "duree_proposee_mois",
            "avis_motif",
            "annonce_le",
            "decision",
            "decision_le",
            "signe_le",
        )
        widgets = dict.fromkeys(DATES, SaisieDate) | {nom: forms.Textarea({"rows": 3}) for nom in TEXTES}
        help_texts = {
            "paroles": "Ses mots, tels quels : ce qu’elle retient de ce contrat, ce qu’elle veut pour la suite.",
            "observations": "Le travail et le poste, sans rien de la santé.",
            "annonce_le": "Elle ne doit pas découvrir la décision : dites-lui ce qui est envisagé avant de décider.",
            "decision": "À remplir à la fin.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for critere in CRITERES:
            self.fields[critere].choices = [("", "Non évalué"), *self.fields[critere].choices[1:]]
            self.fields[f"{critere}_commentaire"].label = f"{CRITERES[critere]} : ce qui le montre"
        self.fields["avis"].choices = [("", "Pas encore d’avis"), *self.fields["avis"].choices[1:]]
        self.fields["decision"].choices = [("", "Pas encore de décision"), *self.fields["decision"].choices[1:]]
        for nom in TEXTES:
            self.fields[nom].max_length = LONGUEUR_MAXIMALE
            self.fields[nom].validators.append(_pas_trop_long)

    def save(self, commit=True):
        """A dossier that was sent back waits for the decision again once the team has gone over it; who writes the
        decision is who decided."""
        if "decision" in self.changed_data:
            self.instance.decide_par = self.utilisateur if self.cleaned_data["decision"] else None
        self.instance.renvoye_le, self.instance.renvoi_motif = None, ""
        return super().save(commit)


def _pas_trop_long(texte):
    if len(texte) > LONGUEUR_MAXIMALE:
        raise forms.ValidationError(f"Ce texte dépasse {LONGUEUR_MAXIMALE} caractères : raccourcissez-le.")
