"""Two rows side by side: what each says, which one to keep (experience.md C6)."""

from django import forms

from .fusions import ABSORBEE, DEUX, GARDEE


class CoteACoteForm(forms.Form):
    """For each thing on which two rows differ, which one to keep; what only one says is kept without asking.

    `GROUPES` is {choice: columns that go together}, `LIBELLES` {choice: how it is called}, `CUMULABLES` the choices
    that may be kept from both. `versions` holds what was shown: a row that somebody changed meanwhile is shown again.
    """

    GROUPES, LIBELLES, CUMULABLES = {}, {}, ()
    PERIME = "Une des deux fiches a été modifiée entre-temps : relisez avant de fusionner."

    versions = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, gardee, absorbee, **kwargs):
        self.gardee, self.absorbee = gardee, absorbee
        super().__init__(*args, **kwargs)
        self.fields["versions"].initial = self.vues
        self.d_office = {}
        for groupe in self.GROUPES:
            self._proposer(groupe)

    def lisible(self, ligne, groupe):
        """What the row says of this group, as people read it; an empty text when it says nothing."""
        if hasattr(ligne, f"get_{groupe}_display"):
            return getattr(ligne, f"get_{groupe}_display")()
        valeur = getattr(ligne, groupe)
        return str(valeur) if valeur else ""

    def conseil(self, groupe):
        """(choice ticked beforehand, why in French) for a group on which both speak and differ."""
        return (DEUX if groupe in self.CUMULABLES else GARDEE), ""

    @property
    def vues(self):
        return f"{self.gardee.version}-{self.absorbee.version}"

    def _proposer(self, groupe):
        une, autre = self.lisible(self.gardee, groupe), self.lisible(self.absorbee, groupe)
        if une == autre or not autre:
            return
        if not une:
            self.d_office[groupe] = ABSORBEE
            return
        choix = [(GARDEE, une), (ABSORBEE, autre)]
        choix += [(DEUX, "Garder les deux")] if groupe in self.CUMULABLES else []
        initial, raison = self.conseil(groupe)
        self.fields[groupe] = forms.ChoiceField(
            label=self.LIBELLES[groupe], choices=choix, initial=initial, help_text=raison, widget=forms.RadioSelect
        )

    def choix(self):
        """The bound fields of the page."""
        return [self[nom] for nom in self.fields if nom != "versions"]

    def clean_versions(self):
        if self.cleaned_data["versions"] != self.vues:
            raise forms.ValidationError(self.PERIME, code="perime")
        return self.cleaned_data["versions"]

    @property
    def est_perime(self):
        return self.has_error("versions", "perime")

    @property
    def decisions(self):
        """{group: GARDEE, ABSORBEE or DEUX}: what `insertion/fusions.py` asks for."""
        return self.d_office | {nom: valeur for nom, valeur in self.cleaned_data.items() if nom != "versions"}
