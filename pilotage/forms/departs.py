"""A colleague who leaves: who and when, and the note written of one person."""

from datetime import timedelta

from django import forms
from django.db.models import Q

from beneficiaires.models import Referent
from insertion.forms import FormulaireTremplin, FormulaireVersionne, SaisieDate
from insertion.models import Appartenance, Utilisateur

from ..models import Depart, Passation

#: How far ahead or behind a last day may be.
UN_AN = timedelta(days=366)


class DepartForm(FormulaireTremplin):
    """Who leaves and on which day; whoever is gone while people are still theirs can be chosen too."""

    fieldsets = (("", (("utilisateur", "dernier_jour"),)),)
    pres_de = {"depart_un_a_la_fois": "utilisateur"}

    class Meta:
        model = Depart
        fields = ("utilisateur", "dernier_jour")
        widgets = {"dernier_jour": SaisieDate}
        help_texts = {
            "dernier_jour": "Ses rendez-vous restent à son nom jusqu’à ce jour ; son accès s’arrête le soir même."
        }

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.aujourdhui = aujourdhui
        if "utilisateur" in self.fields:
            structure = self.utilisateur.appartenance.structure_id
            ici = Appartenance.objects.en_poste(structure, aujourdhui).values("utilisateur")
            partis = Referent.objects.filter(fin=None).values("utilisateur")
            collegues = Utilisateur.objects.filter(Q(pk__in=ici) | Q(pk__in=partis))
            self.fields["utilisateur"].queryset = collegues.order_by("nom", "prenom", "pk")
            self.fields["utilisateur"].empty_label = "Choisir un·e collègue"

    def clean_dernier_jour(self):
        jour = self.cleaned_data["dernier_jour"]
        if abs(jour - self.aujourdhui) > UN_AN:
            raise forms.ValidationError("Ce jour est à plus d’un an : vérifiez l’année.")
        return jour

    def _get_validation_exclusions(self):
        """One departure at a time for a colleague: check it although not all of it is typed."""
        return super()._get_validation_exclusions() - {"structure", "utilisateur", "transmis_at"}


class DepartUpdateForm(FormulaireVersionne, DepartForm):
    """Another last day."""

    fieldsets = (("", ("dernier_jour",)),)

    class Meta(DepartForm.Meta):
        fields = ("dernier_jour",)


class PassationForm(FormulaireVersionne):
    """The continuity note of one person."""

    fieldsets = (("", ("note",)),)

    class Meta:
        model = Passation
        fields = ("note",)
        widgets = {"note": forms.Textarea({"rows": 14})}
        help_texts = {
            "note": "Des faits, ce qui est en cours, ce qui compte pour la personne. Elle peut demander à la lire."
        }
        error_messages = {
            "note": {"required": "Écrivez quelques lignes : le nouveau référent lira d’abord cette note."}
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"].required = True
