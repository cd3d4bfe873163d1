from insertion.forms import FormulaireVersionne

from ..models import DispositifLocal
from .fiches import AIDE_CONDITIONS, CHAMPS_CONDITIONS, CONDITIONS, TEXTES, FicheAvecConditionsForm, lignes, zones


class DispositifForm(FicheAvecConditionsForm):
    """A scheme or an aid of the territory, what it asks and how to ask for it."""

    fieldsets = (
        ("", ("nom", ("nature", "organisme"), "presentation", ("paie", "montant"), "delai")),
        CONDITIONS,
        ("La demander", ("demarche", "a_apporter", ("territoire", "horaires"), ("adresse", "commune"), "site")),
    )

    class Meta:
        model = DispositifLocal
        fields = (
            *("nom", "nature", "organisme", "presentation", "paie", "montant", "delai", "themes", "public"),
            *("faits_tous", "faits_un", *CHAMPS_CONDITIONS),
            *("adresse", "commune", "territoire", "horaires", "demarche", "a_apporter", "site"),
        )
        labels = {"demarche": "Comment la demander"}
        widgets = lignes(
            *("nom", "paie", "montant", "delai", "public", "adresse", "commune", "territoire", "horaires")
        ) | zones(*TEXTES, "autres_conditions")
        help_texts = AIDE_CONDITIONS | {
            "montant": "« jusqu’à 1 200 € », « 9,40 € l’heure ».",
            "paie": "Repris tel quel dans la demande d’aide : « une partie du permis de conduire ».",
        }
        error_messages = {"nom": {"required": "Le nom est nécessaire."}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nature"].choices = [("", "Choisissez"), *self.fields["nature"].choices[1:]]


class DispositifUpdateForm(FormulaireVersionne, DispositifForm):
    fieldsets = (*DispositifForm.fieldsets, ("", ("actif",)))

    class Meta(DispositifForm.Meta):
        fields = (*DispositifForm.Meta.fields, "actif")
