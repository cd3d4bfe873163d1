from datetime import datetime, timedelta

from django import forms
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from beneficiaires.models import Beneficiaire
from insertion.enums import Domaine
from insertion.forms import FormulaireTremplin, FormulaireVersionne
from insertion.models import Utilisateur

from ..enums import PresenceSeance
from ..models import Atelier, Intervenant, MotParticipation, Seance
from .entretiens import SaisieDate

LONGUEUR_NOTE = 5_000
LONGUEUR_MOT = 1_000
NOMS_MAXIMUM = 10
#: How far from today a séance may be (years): further, it is a typing error.
ANNEES = 5


def _heure():
    return forms.TimeInput({"type": "time", "step": "300"}, format="%H:%M")


class AtelierForm(FormulaireTremplin):
    """One line of the catalogue; the themes are free (metier.md §1 row 12)."""

    fieldsets = (("", ("titre", ("theme", "capacite"), "description", "lie_insertion", "domaines")),)

    class Meta:
        model = Atelier
        fields = ("titre", "theme", "capacite", "description", "lie_insertion", "domaines")
        widgets = {
            "titre": forms.TextInput({"autocomplete": "off"}),
            "theme": forms.TextInput({"autocomplete": "off"}),
            "description": forms.Textarea({"rows": 4}),
        }
        help_texts = {
            "theme": "Dans vos mots : « recherche d’emploi », « philosophie », « cuisine »…",
            "capacite": "Proposé à chaque nouvelle séance. Laissez vide : sans limite.",
        }

    domaines = forms.MultipleChoiceField(
        label="Domaines",
        choices=Domaine,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Santé, handicap, addiction, justice : seule l’équipe de suivi voit l’atelier et ses présences.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        proposes = [*self.utilisateur.appartenance.structure.domaines, *self.instance.domaines]
        self.fields["domaines"].choices = [(d.value, d.label) for d in Domaine if d in proposes]

    def clean_titre(self):
        """The form does not show the structure, so Django leaves this rule of the table to us."""
        titre = self.cleaned_data["titre"]
        if Atelier.objects.visibles_par(self.utilisateur).filter(titre=titre).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError("Un atelier porte déjà ce titre.")
        return titre


class AtelierUpdateForm(FormulaireVersionne, AtelierForm):
    fieldsets = (("", ("titre", ("theme", "capacite"), "description", "lie_insertion", "actif", "domaines")),)

    class Meta(AtelierForm.Meta):
        fields = (*AtelierForm.Meta.fields, "actif")
        help_texts = AtelierForm.Meta.help_texts | {
            "actif": "Décochez pour le retirer du catalogue ; ses séances restent."
        }


class SeanceForm(FormulaireTremplin):
    """A date of an atelier: hours, place, seats, and who holds it (metier.md §1 row 13)."""

    fieldsets = (
        ("", (("jour", "heure_debut", "heure_fin"), ("lieu", "capacite"))),
        ("Qui anime", ("animateurs", "externes")),
    )

    class Meta:
        model = Seance
        fields = ("lieu", "capacite")
        widgets = {"lieu": forms.TextInput({"autocomplete": "off"})}
        help_texts = {"capacite": "Laissez vide : sans limite."}

    jour = forms.DateField(label="Jour", widget=SaisieDate)
    heure_debut = forms.TimeField(label="De", widget=_heure())
    heure_fin = forms.TimeField(label="À", widget=_heure())
    animateurs = forms.ModelMultipleChoiceField(
        None, label="Collègues", required=False, widget=forms.CheckboxSelectMultiple
    )
    externes = forms.CharField(
        label="Intervenants extérieurs",
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 2, "autocomplete": "off"}),
        help_text="Un par ligne : « Jean Vidal, professeur de philosophie ».",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        aujourdhui, intervenants = timezone.localdate(), self._intervenants()
        collegues = Utilisateur.objects.de_la_structure(self.utilisateur.appartenance.structure_id, aujourdhui)
        deja = Utilisateur.objects.filter(pk__in=[i.utilisateur_id for i in intervenants if i.utilisateur_id])
        self.fields["animateurs"].queryset = (collegues | deja.distinct()).distinct() if deja else collegues
        if self.instance.pk:
            debut, fin = timezone.localtime(self.instance.debut), timezone.localtime(self.instance.fin)
            self.initial |= {
                "jour": debut.date(),
                "heure_debut": debut.time(),
                "heure_fin": fin.time(),
                "animateurs": [i.utilisateur_id for i in intervenants if i.utilisateur_id],
                "externes": "\n".join(i.nom for i in intervenants if i.nom),
            }

    def _intervenants(self):
        return list(self.instance.intervenants.all()) if self.instance.pk else []

    def clean_jour(self):
        jour = self.cleaned_data["jour"]
        if abs(jour.year - timezone.localdate().year) > ANNEES:
            raise forms.ValidationError("Vérifiez l’année : cette date est trop loin d’aujourd’hui.")
        return jour

    def clean_externes(self):
        noms = list(dict.fromkeys(" ".join(ligne.split()) for ligne in self.cleaned_data["externes"].splitlines()))
        noms = [nom for nom in noms if nom]
        if len(noms) > NOMS_MAXIMUM or any(len(nom) > 120 for nom in noms):
            raise forms.ValidationError(f"Un nom par ligne, {NOMS_MAXIMUM} au plus, 120 caractères chacun.")
        return noms

    def clean_capacite(self):
        places = self.cleaned_data["capacite"]
        if self.instance.pk and places and "capacite" in self.changed_data:
            prises = self.instance.participations.avec_place().exclude(presence=PresenceSeance.EXCUSE).count()
            if places < prises:
                raise forms.ValidationError(f"{prises} personnes ont déjà une place : gardez-en au moins autant.")
        return places

    def clean(self):
        donnees = super().clean()
        jour, de, a = (donnees.get(nom) for nom in ("jour", "heure_debut", "heure_fin"))
        if de and a and a <= de:
            self.add_error("heure_fin", "La séance doit finir après avoir commencé.")
        elif jour and de and a:
            self.instance.debut = timezone.make_aware(datetime.combine(jour, de))
            self.instance.fin = timezone.make_aware(datetime.combine(jour, a))
        return donnees

    def save(self, commit=True):
        """Write the séance and who holds it; return the `Seance`."""
        with transaction.atomic():
            seance = super().save(commit)
            self._confier(seance)
        return seance

    def _confier(self, seance):
        voulus = {(u.pk, "") for u in self.cleaned_data["animateurs"]}
        voulus |= {(None, nom) for nom in self.cleaned_data["externes"]}
        actuels = {(i.utilisateur_id, i.nom): i.pk for i in seance.intervenants.all()}
        seance.intervenants.filter(pk__in=[pk for qui, pk in actuels.items() if qui not in voulus]).delete()
        Intervenant.objects.bulk_create(
            Intervenant(structure_id=seance.structure_id, seance=seance, utilisateur_id=pk, nom=nom)
            for pk, nom in sorted(voulus - set(actuels), key=str)
        )


class SeanceCreateForm(SeanceForm):
    """A first séance, and as many after it, a week apart."""

    fieldsets = (
        ("", (("jour", "heure_debut", "heure_fin"), ("lieu", "capacite", "semaines"))),
        ("Qui anime", ("animateurs", "externes")),
    )

    semaines = forms.IntegerField(
        label="Séances",
        min_value=1,
        max_value=30,
        initial=1,
        help_text="Une par semaine, au même moment.",
    )

    def save(self, commit=True):
        """Write the séances, each on its own local hour whatever the change of clocks; return the first."""
        with transaction.atomic():
            premiere = super().save(commit)
            for rang in range(1, self.cleaned_data["semaines"]):
                self._confier(self._plus_tard(premiere, timedelta(weeks=rang)))
        return premiere

    def _plus_tard(self, premiere, ecart):
        debut, fin = (
            timezone.localtime(instant).replace(tzinfo=None) + ecart for instant in (premiere.debut, premiere.fin)
        )
        return Seance.objects.create(
            structure_id=premiere.structure_id,
            atelier=premiere.atelier,
            debut=timezone.make_aware(debut),
            fin=timezone.make_aware(fin),
            lieu=premiere.lieu,
            capacite=premiere.capacite,
        )


class SeanceUpdateForm(FormulaireVersionne, SeanceForm):
    reunis = ("animateurs", "externes")

    class Meta(SeanceForm.Meta):
        pass


class AnonymesForm(forms.Form):
    """How many people came without giving their name."""

    anonymes = forms.IntegerField(
        label="Venus sans donner leur nom",
        min_value=0,
        max_value=500,
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )


class PersonnesForm(forms.Form):
    """Several people at once, among those that the user may see."""

    personnes = forms.ModelMultipleChoiceField(
        None, error_messages={"required": "Cochez au moins une personne."}, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, utilisateur, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["personnes"].queryset = Beneficiaire.objects.visibles_par(utilisateur)


class InscriptionForm(forms.Form):
    """The séance that somebody is registered to, from their own page."""

    seance = forms.ModelChoiceField(None, label="Séance", empty_label=None)

    def __init__(self, *args, utilisateur, beneficiaire, maintenant, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        ouvertes = Seance.objects.visibles_par(utilisateur).maintenues().a_venir(maintenant)
        sans_elle = ouvertes.filter(~Q(participations__beneficiaire=beneficiaire))
        self.fields["seance"].queryset = sans_elle.select_related("atelier")
        self.fields["seance"].label_from_instance = lambda s: (
            f"{timezone.localtime(s.debut):%d/%m à %H h %M} · {s.atelier}{f' · {s.lieu}' if s.lieu else ''}"
        )


class PointageForm(forms.Form):
    """One tap: what became of one or several participations; « tous » stands for those not noted yet."""

    presence = forms.ChoiceField(choices=[("", "Pas encore noté"), *PresenceSeance.choices], required=False)
    participation = forms.ModelMultipleChoiceField(None, required=False)
    tous = forms.BooleanField(required=False)

    def __init__(self, *args, seance, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["participation"].queryset = seance.participations.all()

    def visees(self, seance):
        """The participations that the tap is about."""
        return seance.participations.a_noter() if self.cleaned_data["tous"] else self.cleaned_data["participation"]


class NoteSeanceForm(FormulaireVersionne):
    """One note for all those present, and a word for some of them: nothing is typed twice (experience.md A8)."""

    fieldsets = (("", ("note",)),)

    class Meta:
        model = Seance
        fields = ("note",)
        widgets = {
            "note": forms.Textarea(
                {"rows": 6, "autocomplete": "off", "placeholder": "Ce que le groupe a fait, ce qui en ressort…"}
            )
        }
        labels = {"note": "Note commune"}
        help_texts = {
            "note": "Elle s’ajoute au fil de chaque personne présente : ni nom, ni santé, ni justice, ni vie privée."
        }

    def __init__(self, *args, participations, **kwargs):
        super().__init__(*args, **kwargs)
        self.participations = participations
        for participation in participations:
            self.fields[self.nom(participation)] = forms.CharField(
                label=f"Un mot sur {participation.beneficiaire}",
                required=False,
                max_length=LONGUEUR_MOT,
                initial=participation.mot_ecrit,
                widget=forms.Textarea({"rows": 1, "autocomplete": "off"}),
            )

    @staticmethod
    def nom(participation):
        return f"mot_{participation.pk}"

    @property
    def mots(self):
        """The fields of the words, in the order of the list."""
        return [self[self.nom(participation)] for participation in self.participations]

    def clean_note(self):
        note = self.cleaned_data["note"]
        if len(note) > LONGUEUR_NOTE:
            raise forms.ValidationError(f"Cette note dépasse {LONGUEUR_NOTE} caractères : allez à l’essentiel.")
        return note

    def sur(self, actuel, **plus):
        """With the words about the same people as they are saved now."""
        pks = {participation.pk for participation in self.participations}
        relues = [p for p in actuel.participations.pour_feuille() if p.pk in pks]
        return super().sur(actuel, participations=relues, **plus)

    def save(self, commit=True):
        with transaction.atomic():
            seance = super().save(commit)
            for participation in self.participations:
                self._ecrire(participation, self.cleaned_data[self.nom(participation)].strip())
        return seance

    def _ecrire(self, participation, texte):
        if texte == participation.mot_ecrit:
            return
        if texte:
            MotParticipation.objects.update_or_create(
                structure_id=participation.structure_id,
                participation=participation,
                defaults={"texte": texte, "auteur": self.utilisateur},
            )
        else:
            MotParticipation.objects.filter(participation=participation).delete()
