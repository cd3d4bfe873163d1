from django import forms
from django.db.models import Q

from insertion.forms import FormulaireTremplin, FormulaireVersionne, SaisieDate

from ..models import Contact, Prestation

DATES = ("devis_le", "acceptee_le", "refusee_le", "debut", "fin", "facturee_le")


class PrestationForm(FormulaireTremplin):
    """A quote; what becomes of it is its dates (metier.md §1 row 46)."""

    fieldsets = (
        ("", ("intitule", ("type", "contact"), "description")),
        ("Le devis", (("devis_le", "montant_ht"), ("acceptee_le", "refusee_le"))),
        ("Le travail", (("debut", "fin"),)),
        ("La facture", (("facture", "facturee_le"),)),
    )
    pres_de = {
        "prestation_montant": "montant_ht",
        "prestation_une_reponse": "refusee_le",
        "prestation_reponse_apres_devis": "acceptee_le",
        "prestation_fin_apres_debut": "fin",
        "prestation_facture_datee": "facture",
        "prestation_facture_apres_accord": "facturee_le",
    }

    class Meta:
        model = Prestation
        fields = (
            *("intitule", "type", "contact", "description", "devis_le", "montant_ht", "acceptee_le", "refusee_le"),
            *("debut", "fin", "facture", "facturee_le"),
        )
        widgets = dict.fromkeys(DATES, SaisieDate) | {
            "intitule": forms.TextInput({"autocomplete": "off"}),
            "facture": forms.TextInput({"autocomplete": "off"}),
            "description": forms.Textarea({"rows": 3, "autocomplete": "off"}),
        }
        help_texts = {
            "montant_ht": "Hors taxes.",
            "facture": "La facture se fait dans votre logiciel de comptabilité : notez ici sa référence.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        ici = Q(pk=self.instance.contact_id) if self.instance.contact_id else Q(pk=None)
        self.fields["contact"].queryset = Contact.objects.filter(
            Q(parti_le__isnull=True) | ici, entreprise_id=self.instance.entreprise_id
        )
        self.fields["contact"].empty_label = "Pas encore connu"


class PrestationUpdateForm(FormulaireVersionne, PrestationForm):
    pass
