"""What funders ask besides: the contrat d’engagement of the RSA, the FSE+ questionnaires."""

from django import forms

from insertion.forms import FormulaireTremplin, FormulaireVersionne, SaisieDate

from ..enums import MomentFse
from ..models import ContratEngagement, QuestionnaireFse
from ..models.fse import FENETRE_SORTIE


class EngagementForm(FormulaireTremplin):
    """A CER: with whom, until when, for how many hours a week."""

    fieldsets = (("", ("organisme", ("debut", "fin"), "heures_hebdo")),)
    pres_de = {"engagement_fin_apres_debut": "fin"}

    class Meta:
        model = ContratEngagement
        fields = ("organisme", "debut", "fin", "heures_hebdo")
        widgets = {
            "debut": SaisieDate,
            "fin": SaisieDate,
            "organisme": forms.TextInput({"autocomplete": "off"}),
        }
        help_texts = {
            "organisme": "Le Département, France Travail, votre structure…",
            "fin": "De 6 à 12 mois le plus souvent.",
            "heures_hebdo": "De 15 à 20 heures le plus souvent. Laissez vide si le contrat n’en dit rien.",
        }

    def _get_validation_exclusions(self):
        """Two contracts of one parcours have two dates: checked although parcours and structure are not typed."""
        return super()._get_validation_exclusions() - {"parcours", "structure"}


class EngagementUpdateForm(FormulaireVersionne, EngagementForm):
    class Meta(EngagementForm.Meta):
        pass


class QuestionnaireFseForm(FormulaireVersionne):
    """The questionnaire of one moment: the other one's questions are taken away."""

    class Meta:
        model = QuestionnaireFse
        fields = ("date", "statut", *QuestionnaireFse.ENTREE, "qualification")
        widgets = {"date": SaisieDate}
        help_texts = {"longue_duree": "Ne se demande qu’à une personne sans emploi."}

    def __init__(self, *args, **kwargs):
        self.entree = kwargs["instance"].moment == MomentFse.ENTREE
        questions = QuestionnaireFse.ENTREE if self.entree else ("qualification",)
        self.fieldsets = (("", ("date", "statut", *questions)),)
        super().__init__(*args, **kwargs)
        for nom in (*QuestionnaireFse.ENTREE, "qualification"):
            if nom not in questions:
                del self.fields[nom]
        self.fields["statut"].label = "Situation à l’entrée" if self.entree else "Situation à la sortie"
        if not self.entree:
            self.fields[
                "date"
            ].help_text = (
                f"Dans les {FENETRE_SORTIE.days} jours qui suivent la sortie. Après, la réponse n’est plus comptée."
            )

    def clean_date(self):
        """An answer of the exit is given from the exit on."""
        date, sortie = self.cleaned_data["date"], self.instance.parcours.date_sortie
        if not self.entree and sortie and date < sortie:
            raise forms.ValidationError(
                f"Le parcours a pris fin le {sortie:%d/%m/%Y} : la réponse ne peut pas précéder."
            )
        return date

    def _get_validation_exclusions(self):
        """One questionnaire a moment: checked although parcours, moment and structure are not typed."""
        return super()._get_validation_exclusions() - {"parcours", "moment", "structure"}
