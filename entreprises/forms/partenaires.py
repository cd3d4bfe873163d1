from django import forms

from insertion.forms import FormulaireTremplin, FormulaireVersionne

from ..models import Partenaire


class PartenaireForm(FormulaireTremplin):
    """Who they are and how to reach them."""

    fieldsets = (("", ("nom", ("type", "commune"), "interlocuteur", ("telephone", "email"))),)

    class Meta:
        model = Partenaire
        fields = ("nom", "type", "commune", "interlocuteur", "telephone", "email")
        widgets = {nom: forms.TextInput({"autocomplete": "off"}) for nom in ("nom", "commune", "interlocuteur")}
        error_messages = {"nom": {"required": "Le nom est nécessaire."}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].widget.attrs["autocomplete"] = "off"
        self.fields["telephone"].widget.attrs |= {"autocomplete": "off", "inputmode": "tel"}

    def _get_validation_exclusions(self):
        """The name is unique in its structure: the form does not show it, the rule needs it."""
        return super()._get_validation_exclusions() - {"structure"}


class PartenaireUpdateForm(FormulaireVersionne, PartenaireForm):
    fieldsets = (("", ("nom", ("type", "commune"), "interlocuteur", ("telephone", "email"), "actif")),)

    class Meta(PartenaireForm.Meta):
        fields = (*PartenaireForm.Meta.fields, "actif")
