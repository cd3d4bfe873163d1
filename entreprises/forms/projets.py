from django import forms
from django.db.models import Q
from django.utils import timezone

from insertion.forms import FormulaireTremplin, FormulaireVersionne, SaisieDate
from insertion.models import Utilisateur

from ..models import Partenaire, ProjetPartenarial
from .fiches import lignes, zones


class ProjetPartenarialForm(FormulaireTremplin):
    """What is built, with whom, by whom here, and what comes next."""

    partenaires = forms.ModelMultipleChoiceField(
        None, label="Avec quels partenaires", required=False, widget=forms.CheckboxSelectMultiple
    )
    fieldsets = (
        ("", ("nom", "objet", ("debut", "fin", "responsable"), "partenaires")),
        ("La suite", (("prochaine_etape", "prochaine_etape_le"), "notes")),
    )
    pres_de = {"projet_fin": "fin", "projet_etape": "prochaine_etape"}

    class Meta:
        model = ProjetPartenarial
        fields = ("nom", "objet", "debut", "fin", "responsable", "prochaine_etape", "prochaine_etape_le", "notes")
        widgets = (
            dict.fromkeys(("debut", "fin", "prochaine_etape_le"), SaisieDate)
            | lignes("nom", "prochaine_etape")
            | zones("objet", "notes")
        )
        help_texts = {"notes": "Aucun nom de personne accompagnée : toute l’équipe lit cette page."}
        error_messages = {
            "nom": {"required": "Le nom du projet est nécessaire."},
            "debut": {"required": "Quand le projet commence-t-il ?"},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        structure = self.utilisateur.appartenance.structure_id
        collegues = Utilisateur.objects.de_la_structure(structure, timezone.localdate())
        actuel = Utilisateur.objects.filter(pk=self.instance.responsable_id).distinct()
        self.fields["responsable"].queryset = collegues | actuel if self.instance.responsable_id else collegues
        self.fields["responsable"].empty_label = "Personne pour le moment"
        siens = list(self.instance.liens.values_list("partenaire_id", flat=True)) if self.instance.pk else []
        proposes = Partenaire.objects.visibles_par(self.utilisateur).filter(Q(actif=True) | Q(pk__in=siens))
        self.fields["partenaires"].queryset = proposes
        self.initial.setdefault("partenaires", siens)
        if not proposes.exists():
            del self.fields["partenaires"]

    def _get_validation_exclusions(self):
        """The name is unique in its structure: the form does not show it, the rule needs it."""
        return super()._get_validation_exclusions() - {"structure"}

    def save(self, commit=True):
        """Save the project, then those who take part in it."""
        projet = super().save(commit)
        projet.associer(list(self.cleaned_data.get("partenaires", ())))
        return projet


class ProjetPartenarialUpdateForm(FormulaireVersionne, ProjetPartenarialForm):
    fieldsets = (*ProjetPartenarialForm.fieldsets, ("Ce qu’il en reste", ("bilan",)))

    class Meta(ProjetPartenarialForm.Meta):
        fields = (*ProjetPartenarialForm.Meta.fields, "bilan")
        widgets = ProjetPartenarialForm.Meta.widgets | zones("bilan")
