from django import forms

from insertion.models import Utilisateur


class JournalForm(forms.Form):
    """What to keep of a journal: by whom, what, between which days. What is not understood restricts nothing."""

    auteur = forms.ModelChoiceField(label="Collègue", queryset=Utilisateur.objects.none(), required=False)
    quoi = forms.ChoiceField(
        label="Quoi",
        choices=[("", "Tout"), ("lectures", "Consultations"), ("modifications", "Modifications")],
        required=False,
    )
    du = forms.DateField(label="Du", required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    au = forms.DateField(label="Au", required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, *args, structure_id, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        collegues = Utilisateur.objects.filter(appartenances__structure_id=structure_id)  # those who left too
        self.fields["auteur"].queryset = collegues.distinct().order_by("nom", "prenom", "pk")
        self.fields["auteur"].empty_label = "Toute l’équipe"
        for champ in self.fields.values():
            champ.widget.attrs["class"] = "form-select" if isinstance(champ, forms.ChoiceField) else "form-control"

    def criteres(self):
        """Keyword arguments of `journal()`."""
        self.is_valid()
        saisies = self.cleaned_data
        auteur = saisies.get("auteur")
        return {"auteur": auteur.pk if auteur else None, "quoi": saisies.get("quoi", "")} | {
            borne: saisies.get(borne) for borne in ("du", "au")
        }
