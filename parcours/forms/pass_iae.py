"""Suspensions and prolongations of the PASS IAE: every ceiling and window is judged by the model, in sentences."""

from insertion.forms import FormulaireTremplin, FormulaireVersionne
from parcours.enums import MotifSuspension
from parcours.models import Prolongation, Suspension
from parcours.models.pass_iae import en_mots

from .entretiens import SaisieDate

MOTIFS_PROPOSES = [(motif.value, motif.label) for motif in MotifSuspension]


class SuspensionForm(FormulaireTremplin):
    """A time during which the PASS does not run."""

    fieldsets = (("", ("motif", ("date_debut", "date_fin"))),)

    class Meta:
        model = Suspension
        fields = ("motif", "date_debut", "date_fin")
        widgets = dict.fromkeys(("date_debut", "date_fin"), SaisieDate)
        help_texts = {
            "date_fin": "36 mois au plus. Vous pourrez raccourcir la suspension si la personne revient plus tôt."
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["motif"].choices = [("", "Choisissez le motif"), *MOTIFS_PROPOSES]


class SuspensionUpdateForm(FormulaireVersionne, SuspensionForm):
    class Meta(SuspensionForm.Meta):
        pass


class ProlongationForm(FormulaireTremplin):
    """More time, from the end of the PASS on: only its last day is typed."""

    fieldsets = (
        ("", ("motif", ("date_fin", "demandee_le"))),
        ("L’avis demandé pour certains motifs", (("prescripteur", "avis_le"),)),
    )

    class Meta:
        model = Prolongation
        fields = ("motif", "date_fin", "demandee_le", "prescripteur", "avis_le")
        widgets = dict.fromkeys(("date_fin", "demandee_le", "avis_le"), SaisieDate)
        help_texts = {
            "demandee_le": "De 12 mois avant à 6 mois après la fin du PASS.",
            "avis_le": "Inutile pour un CDI senior ou une fin de formation.",
        }

    def __init__(self, *args, fin_du_pass, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["demandee_le"] = self.instance.demandee_le or aujourdhui
        if fin_du_pass:
            self.fields["date_fin"].help_text = f"Sans prolongation, le PASS finit le {en_mots(fin_du_pass)}."
