"""What a meeting said of one person."""

from django import forms

from insertion.forms import FormulaireVersionne

from ..models import MotReunion


class MotReunionForm(FormulaireVersionne):
    """A few lines for the thread of one person."""

    fieldsets = (("", ("texte",)),)

    class Meta:
        model = MotReunion
        fields = ("texte",)
        widgets = {"texte": forms.Textarea({"rows": 5, "autocomplete": "off"})}
        help_texts = {"texte": "Son fil le montre aux collègues qui accompagnent, et à eux seuls."}
