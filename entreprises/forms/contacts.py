from insertion.forms import FormulaireTremplin, FormulaireVersionne

from ..models import Contact


class ContactForm(FormulaireTremplin):
    """Somebody of a firm, and how they like to be reached."""

    fieldsets = (("", (("prenom", "nom"), ("role", "fonction"), ("telephone", "email"), "preference")),)

    class Meta:
        model = Contact
        fields = ("prenom", "nom", "role", "fonction", "telephone", "email", "preference")
        error_messages = {"nom": {"required": "Le nom est nécessaire."}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for champ in self.fields.values():
            champ.widget.attrs["autocomplete"] = "off"
        self.fields["telephone"].widget.attrs["inputmode"] = "tel"
        for nom in ("role", "preference"):
            self.fields[nom].choices = [("", "Non renseigné"), *self.fields[nom].choices[1:]]


class ContactUpdateForm(FormulaireVersionne, ContactForm):
    pass
