from django import forms

from insertion.forms import FormulaireVersionne

from ..models import Partenaire
from .fiches import TEXTES, FicheForm, lignes, zones


class PartenaireForm(FicheForm):
    """Who they are, what for, how to reach them and how to send them somebody."""

    fieldsets = (
        ("", ("nom", ("type", "commune"), "presentation", "public")),
        ("Joindre", ("interlocuteur", ("telephone", "email"), "site")),
        ("Où et quand", (("adresse", "territoire"), "horaires")),
        ("Orienter quelqu’un", ("demarche", "a_apporter")),
    )

    class Meta:
        model = Partenaire
        fields = (
            *("nom", "type", "commune", "presentation", "themes", "public", "interlocuteur", "telephone", "email"),
            *("site", "adresse", "territoire", "horaires", "demarche", "a_apporter"),
        )
        labels = {"demarche": "Comment orienter"}
        widgets = (
            lignes("nom", "commune", "public", "interlocuteur", "adresse", "territoire", "horaires")
            | zones(*TEXTES)
            | {"telephone": forms.TextInput({"autocomplete": "off", "inputmode": "tel"})}
        )
        help_texts = {
            "demarche": "Par téléphone, avec une fiche de liaison, sur place sans rendez-vous…",
            "a_apporter": "Un par ligne.",
            "territoire": "Jusqu’où ce partenaire reçoit : « Roubaix et Tourcoing », « le Département ».",
        }
        error_messages = {"nom": {"required": "Le nom est nécessaire."}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].widget.attrs["autocomplete"] = "off"


class PartenaireUpdateForm(FormulaireVersionne, PartenaireForm):
    fieldsets = (*PartenaireForm.fieldsets, ("", ("actif",)))

    class Meta(PartenaireForm.Meta):
        fields = (*PartenaireForm.Meta.fields, "actif")
