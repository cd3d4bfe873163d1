from django import forms

from insertion.forms import FormulaireTremplin
from insertion.models import Structure


class GrilleForm(FormulaireTremplin):
    """Which of the two grids the next diagnostics are made with; those already made keep theirs."""

    fieldsets = (("", ("grille",)),)

    class Meta:
        model = Structure
        fields = ("grille",)
        widgets = {"grille": forms.RadioSelect}
        labels = {"grille": "Les prochains diagnostics se font avec"}
        help_texts = {
            "grille": "Les diagnostics déjà faits gardent leur grille, et ne sont jamais comparés à ceux de l’autre."
        }

    def save(self, commit=True):
        """Write this setting alone: the others may be changed by a colleague meanwhile."""
        Structure.objects.filter(pk=self.instance.pk).update(grille=self.cleaned_data["grille"])
        return self.instance
