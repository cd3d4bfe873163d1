from insertion.forms import FormulaireTremplin, SaisieDate

from ..models import PersonnePrestation


class PersonnePrestationForm(FormulaireTremplin):
    """Somebody who works on a service sold, from a day to another when they are known."""

    fieldsets = (("", ("parcours", ("debut", "fin"))),)
    pres_de = {"personne_prestation_dates": "fin"}

    class Meta:
        model = PersonnePrestation
        fields = ("parcours", "debut", "fin")
        widgets = {"debut": SaisieDate, "fin": SaisieDate}
        labels = {"parcours": "Qui ?"}
        error_messages = {"parcours": {"required": "Choisissez une personne."}}

    def __init__(self, *args, proposes, **kwargs):
        super().__init__(*args, **kwargs)
        champ = self.fields["parcours"]
        champ.queryset, champ.empty_label = proposes, None if proposes else "Personne à proposer"
        champ.label_from_instance = lambda parcours: f"{parcours.beneficiaire} · {parcours.dispositif}"

    def _get_validation_exclusions(self):
        """The service is not a field of the form, yet « the same person twice » is said."""
        return super()._get_validation_exclusions() - {"prestation", "structure"}
