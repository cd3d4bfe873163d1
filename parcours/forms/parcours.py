from django import forms
from django.utils import timezone

from beneficiaires.forms import confier_au_choisi, proposer_les_referents
from insertion.forms import FormulaireTremplin, FormulaireVersionne
from insertion.models import Utilisateur
from parcours.models import Candidature, Parcours

from .entretiens import SaisieDate

CHAMPS = (
    "dispositif",
    "date_entree",
    "date_fin_prevue",
    "heures_hebdo",
    "orienteur",
    "prescripteur",
    "projet",
    "rythme_entretiens",
    "pass_numero",
    "pass_debut",
    "pass_fin",
)
FIELDSETS = (
    (
        "Dispositif et dates",
        ("dispositif", ("date_entree", "date_fin_prevue"), ("heures_hebdo", "rythme_entretiens"), "referent"),
    ),
    ("Orientation", (("orienteur", "prescripteur"), "projet")),
    ("PASS IAE", ("pass_numero", ("pass_debut", "pass_fin"))),
)


class _Champs:
    class Meta:
        model = Parcours
        fields = CHAMPS
        widgets = dict.fromkeys(("date_entree", "date_fin_prevue", "pass_debut", "pass_fin"), SaisieDate)
        help_texts = {
            "pass_fin": "La fin d’origine : les suspensions et les prolongations s’ajoutent dans l’onglet Contrat."
        }


PASS = ("pass_numero", "pass_debut", "pass_fin")
#: What an application and a parcours both say.
REPRIS = ("dispositif", "orienteur", "prescripteur", *PASS)


class SansPass(FormulaireTremplin):
    """Structures that sign no work contract are asked nothing about a PASS IAE (metier.md §6.3)."""

    def __init__(self, *args, utilisateur, **kwargs):
        if not utilisateur.appartenance.structure.emploie:
            self.fieldsets = tuple(groupe for groupe in self.fieldsets if groupe[0] != "PASS IAE")
        super().__init__(*args, utilisateur=utilisateur, **kwargs)
        if not utilisateur.appartenance.structure.emploie:
            for nom in PASS:
                del self.fields[nom]


class ParcoursForm(SansPass):
    """Open a parcours, and say who is in charge from its first day."""

    class Meta(_Champs.Meta):
        pass

    fieldsets = FIELDSETS
    referent = forms.ModelChoiceField(Utilisateur.objects.none(), label="Référent", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        aujourdhui, personne = timezone.localdate(), self.instance.beneficiaire
        proposer_les_referents(self.fields["referent"], self.utilisateur, aujourdhui, personne)
        self.fields["dispositif"].queryset = self.fields["dispositif"].queryset.filter(actif=True)
        self.initial |= self._deja_dit() | {"date_entree": aujourdhui}

    def _deja_dit(self):
        """What the person's open application says already: it is not asked for again (WCAG 3.3.7)."""
        demandes = Candidature.objects.visibles_par(self.utilisateur).ouvertes()
        demande = demandes.filter(beneficiaire=self.instance.beneficiaire).order_by("-date", "-pk").first()
        return {nom: getattr(demande, nom) for nom in REPRIS} if demande else {}

    def _get_validation_exclusions(self):
        """One open parcours per person and dispositif: checked although neither person nor structure is typed."""
        return super()._get_validation_exclusions() - {"structure", "beneficiaire", "date_sortie"}

    def save(self, commit=True):
        parcours = super().save(commit)
        confier_au_choisi(parcours.beneficiaire, self.cleaned_data["referent"], parcours.date_entree)
        return parcours


class ParcoursUpdateForm(SansPass, FormulaireVersionne):
    class Meta(_Champs.Meta):
        pass

    fieldsets = (
        (
            "Dispositif et dates",
            ("dispositif", ("date_entree", "date_fin_prevue"), ("heures_hebdo", "rythme_entretiens")),
        ),
        *FIELDSETS[1:],
    )

    def clean_dispositif(self):
        """Said beside the field; the database holds that there is one open parcours in each dispositif too."""
        dispositif, parcours = self.cleaned_data["dispositif"], self.instance
        if "dispositif" in self.changed_data and parcours.date_sortie is None:
            autres = parcours.beneficiaire.parcours.filter(dispositif=dispositif, date_sortie=None)
            if autres.exclude(pk=parcours.pk).exists():
                raise forms.ValidationError("Cette personne a déjà un parcours ouvert dans ce dispositif.")
        return dispositif

    def clean_date_entree(self):
        entree, sortie = self.cleaned_data["date_entree"], self.instance.date_sortie
        if sortie and entree > sortie:
            raise forms.ValidationError(f"L’entrée ne peut pas suivre la sortie, le {sortie:%d/%m/%Y}.")
        return entree
