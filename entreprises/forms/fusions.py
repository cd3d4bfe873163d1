from django import forms

from ..fusions import ABSORBEE, DEUX, GARDEE, GROUPES

LIBELLES = {
    "raison_sociale": "Raison sociale",
    "siret": "SIRET",
    "naf": "Code NAF",
    "secteur": "Secteur",
    "secteurs_verts": "Secteurs verts",
    "effectif": "Effectif",
    "adresse": "Adresse",
    "telephone": "Téléphone",
    "email": "E-mail",
    "site": "Site internet",
    "origine": "Connue par",
    "referent": "Suivie par",
    "remarques": "À savoir",
}
#: What may be kept from both.
CUMULABLES = ("secteurs_verts", "remarques")


class FusionForm(forms.Form):
    """For each thing on which two firms differ, which one to keep; what only one says is kept without asking.

    `versions` holds what was shown: a firm that somebody changed meanwhile is shown again.
    """

    versions = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, gardee, absorbee, **kwargs):
        self.gardee, self.absorbee = gardee, absorbee
        super().__init__(*args, **kwargs)
        self.fields["versions"].initial = self.vues
        self.d_office = {}
        for groupe in GROUPES:
            self._proposer(groupe)

    @property
    def vues(self):
        return f"{self.gardee.version}-{self.absorbee.version}"

    def _proposer(self, groupe):
        une, autre = _lisible(self.gardee, groupe), _lisible(self.absorbee, groupe)
        if une == autre or not autre:
            return
        if not une:
            self.d_office[groupe] = ABSORBEE
            return
        choix = [(GARDEE, une), (ABSORBEE, autre)]
        choix += [(DEUX, "Garder les deux")] if groupe in CUMULABLES else []
        initial = DEUX if groupe in CUMULABLES else GARDEE
        self.fields[groupe] = forms.ChoiceField(
            label=LIBELLES[groupe], choices=choix, initial=initial, widget=forms.RadioSelect
        )

    def choix(self):
        """The bound fields of the page."""
        return [self[nom] for nom in self.fields if nom != "versions"]

    def clean_versions(self):
        if self.cleaned_data["versions"] != self.vues:
            raise forms.ValidationError(
                "Une des deux fiches a été modifiée entre-temps : relisez avant de fusionner.", code="perime"
            )
        return self.cleaned_data["versions"]

    @property
    def est_perime(self):
        return self.has_error("versions", "perime")

    @property
    def decisions(self):
        """What `fusionner` asks for."""
        return self.d_office | {nom: valeur for nom, valeur in self.cleaned_data.items() if nom != "versions"}


def _lisible(entreprise, groupe):
    """What the firm says of this group, as people read it; an empty text when it says nothing."""
    if groupe == "secteurs_verts":
        return ", ".join(entreprise.libelles_verts)
    if groupe == "adresse":
        ville = f"{entreprise.code_postal} {entreprise.commune}".strip()
        return ", ".join(filter(None, (entreprise.adresse, ville)))
    if hasattr(entreprise, f"get_{groupe}_display"):
        return getattr(entreprise, f"get_{groupe}_display")()
    valeur = getattr(entreprise, groupe)
    return str(valeur) if valeur else ""
