from django import forms

IDENTIQUES = "Choisissez deux diagnostics différents."


class ComparaisonForm(forms.Form):
    """Two of `diagnostics` (newest first): the older and the newer, whatever the order in which they were chosen."""

    avant = forms.TypedChoiceField(label="Entre", coerce=int)
    apres = forms.TypedChoiceField(label="et", coerce=int)

    def __init__(self, data=None, *, diagnostics):
        self.diagnostics = diagnostics
        initial = {"avant": self._premier(), "apres": diagnostics[0].pk} if diagnostics else {}
        super().__init__(data, initial=initial, label_suffix="")
        for champ in self.fields.values():
            champ.choices = [(d.pk, f"{d}, {d.parcours.dispositif}") for d in reversed(diagnostics)]
            champ.widget.attrs = {"class": "form-select"}

    def _premier(self):
        """The first diagnostic of the same parcours as the last one: what one most often compares with."""
        siens = [d for d in self.diagnostics if d.parcours_id == self.diagnostics[0].parcours_id]
        return (siens if len(siens) > 1 else self.diagnostics)[-1].pk

    def clean(self):
        donnees = super().clean()
        if "avant" in donnees and donnees["avant"] == donnees.get("apres"):
            self.add_error("apres", IDENTIQUES)
        return donnees

    def choix(self):
        """Return (the older, the newer), or None when there is nothing to compare."""
        if self.is_bound and not self.is_valid() or len(self.diagnostics) < 2:
            return None
        voulus = self.cleaned_data.values() if self.is_bound else self.initial.values()
        return [d for d in reversed(self.diagnostics) if d.pk in voulus]
