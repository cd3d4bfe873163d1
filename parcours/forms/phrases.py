from django import forms

from insertion.droits import Droit, peut
from insertion.forms import FormulaireVersionne

from ..models import PhraseType


class PhraseTypeForm(FormulaireVersionne):
    """A phrase of one's own; whoever sets the structure up may make it everybody's."""

    a_tous = forms.BooleanField(label="La proposer à toute l’équipe", required=False)
    fieldsets = (("", ("nom", "texte", "a_tous")),)
    pres_de = {"phrase_type_nom_unique": "nom"}

    class Meta:
        model = PhraseType
        fields = ("nom", "texte")
        widgets = {"texte": forms.Textarea({"rows": 5, "autocomplete": "off"})}
        help_texts = {"texte": "Sans nom ni donnée d’une personne : la phrase ira dans le compte rendu de plusieurs."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if peut(self.utilisateur, Droit.REGLER):
            self.fields["a_tous"].initial = bool(self.instance.pk) and self.instance.utilisateur_id is None
        else:
            del self.fields["a_tous"]

    def _post_clean(self):
        """Whose it is, known before the rules of the table are asked: a name is used once by each."""
        self.instance.utilisateur = None if self.cleaned_data.get("a_tous") else self.utilisateur
        super()._post_clean()

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"structure", "utilisateur"}
