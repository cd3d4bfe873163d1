from django import forms
from django.utils import timezone

from insertion.enums import DemiJournee
from insertion.forms import FormulaireTremplin, FormulaireVersionne, SaisieDate
from insertion.models import AbsenceCollegue, Utilisateur

from ..models import AbonnementAgenda
from ..models.agenda import ABONNEMENTS_MAX

MATIN, APRES_MIDI = DemiJournee.MATIN, DemiJournee.APRES_MIDI


class AbsenceForm(FormulaireTremplin):
    """An absence by half-days: one's own, or that of a colleague for who manages the team (`equipe`)."""

    fieldsets = (("", ("utilisateur", "genre", ("du", "du_demi"), ("au", "au_demi"))),)
    pres_de = {"absence_fin": "au", "absence_chevauche": "du"}

    du = forms.DateField(label="Premier jour", widget=SaisieDate)
    du_demi = forms.ChoiceField(label="Début", choices=[(MATIN, "le matin"), (APRES_MIDI, "à midi")], initial=MATIN)
    au = forms.DateField(label="Dernier jour", widget=SaisieDate)
    au_demi = forms.ChoiceField(label="Fin", choices=[(APRES_MIDI, "le soir"), (MATIN, "à midi")], initial=APRES_MIDI)

    class Meta:
        model = AbsenceCollegue
        fields = ("utilisateur", "genre")
        widgets = {"genre": forms.RadioSelect}
        help_texts = {
            "genre": "Maladie, enfant malade, motif personnel : choisissez « Absence », rien d’autre n’est gardé. "
            "Vos collègues lisent toujours « Absence », quelle que soit la nature."
        }

    def __init__(self, *args, equipe, **kwargs):
        super().__init__(*args, **kwargs)
        if equipe:
            self._choisir_parmi_l_equipe()
        else:
            del self.fields["utilisateur"]
        if self.instance.pk:
            (self.initial["du"], self.initial["du_demi"]) = self.instance.du
            (self.initial["au"], self.initial["au_demi"]) = self.instance.au

    def _choisir_parmi_l_equipe(self):
        structure = self.utilisateur.appartenance.structure_id
        collegues = Utilisateur.objects.de_la_structure(structure, timezone.localdate())
        siens = Utilisateur.objects.filter(pk=self.instance.utilisateur_id).distinct()
        self.fields["utilisateur"].queryset = (collegues | siens).distinct()
        self.fields["utilisateur"].empty_label = None

    def clean(self):
        donnees = super().clean()
        self.exiger_l_ordre("du", "au", "Le dernier jour ne peut pas précéder le premier.")
        if not self.errors:
            self._borner(donnees)
        return donnees

    def _borner(self, donnees):
        """Write the two instants on the row, so that the rules of its table are asked."""
        bornes = AbsenceCollegue.bornes(*(donnees[nom] for nom in ("du", "du_demi", "au", "au_demi")))
        self.instance.debut, self.instance.fin = bornes

    def _get_validation_exclusions(self):
        """The two instants come from the four fields: their rules are asked with the others, once these are right."""
        exclus = super()._get_validation_exclusions()
        if self.errors:
            return exclus | {"debut", "fin"}
        return exclus - {"debut", "fin", "structure", "utilisateur"}


class AbsenceUpdateForm(FormulaireVersionne, AbsenceForm):
    """Correct the dates or the kind of an absence."""


class AbonnementForm(FormulaireTremplin):
    """One more agenda to feed."""

    fieldsets = (("", ("libelle",)),)

    class Meta:
        model = AbonnementAgenda
        fields = ("libelle",)
        widgets = {"libelle": forms.TextInput({"autocomplete": "off"})}

    def clean(self):
        donnees = super().clean()
        if AbonnementAgenda.objects.visibles_par(self.utilisateur).count() >= ABONNEMENTS_MAX:
            raise forms.ValidationError(
                f"Vous avez déjà {ABONNEMENTS_MAX} adresses : supprimez celle que vous n’utilisez plus."
            )
        return donnees
