"""The quick contact: how, and one line. Nothing else is asked (metier.md §1 rows 24, 64)."""

from django import forms
from django.utils import timezone

from insertion.forms import FormulaireTremplin
from parcours.enums import GenreEntretien, Mode
from parcours.models import Dispositif, Entretien, Parcours

from .entretiens import dispositifs_a_ouvrir

MODES = (Mode.TELEPHONE, Mode.SPONTANE, Mode.SUR_PLACE, Mode.MESSAGE, Mode.EXTERIEUR)


class ContactForm(FormulaireTremplin):
    """Log an unplanned exchange with `beneficiaire`, on their latest parcours, ended or not (metier.md §1 row 22).

    Somebody who never had a parcours gets one, in the `dispositif` chosen, as with a note.
    """

    dispositif = forms.ModelChoiceField(None, label="Ce contact ouvre son parcours dans")

    class Meta:
        model = Entretien
        fields = ("mode", "compte_rendu")
        widgets = {
            "mode": forms.RadioSelect,
            "compte_rendu": forms.Textarea({"rows": 2, "autocomplete": "off"}),
        }
        labels = {"mode": "Comment", "compte_rendu": "En une ligne"}
        error_messages = {"compte_rendu": {"required": "Écrivez quelques mots sur cet échange."}}

    def __init__(self, *args, beneficiaire, parcours, **kwargs):
        super().__init__(*args, **kwargs)
        self.beneficiaire, self.parcours = beneficiaire, parcours
        self.fields["mode"].choices = [(mode.value, mode.label) for mode in MODES]
        self.fields["mode"].initial = Mode.TELEPHONE
        if parcours is None:
            self.fields["dispositif"].queryset = Dispositif.objects.filter(actif=True)
            self.fields["dispositif"].choices = dispositifs_a_ouvrir()
        else:
            del self.fields["dispositif"]

    def clean_compte_rendu(self):
        texte = self.cleaned_data["compte_rendu"]
        if len(texte) > 2_000:
            raise forms.ValidationError("C’est long pour un contact rapide : saisissez plutôt un entretien.")
        return texte

    def save(self, commit=True):
        """Write the exchange, now; return the `Entretien`."""
        contact = super().save(commit=False)
        contact.parcours = self.parcours or Parcours.objects.create(
            beneficiaire=self.beneficiaire,
            dispositif=self.cleaned_data["dispositif"],
            date_entree=timezone.localdate(),
        )
        contact.auteur, contact.date = self.utilisateur, timezone.now()
        contact.genre, contact.imprevu = GenreEntretien.CONTACT, True
        contact.save()
        return contact
