from datetime import timedelta

from django import forms
from django.utils import timezone

from insertion.forms import FormulaireTremplin, FormulaireVersionne
from insertion.isolation.operations import SUIVI
from insertion.models import Appartenance, Utilisateur
from parcours.enums import INTERLOCUTEURS_SENSIBLES, Interlocuteur, StatutRendezVous
from parcours.models import RendezVous

from .entretiens import EntretienForm, SaisieDateHeure

ABSENCES = [(s.value, s.label) for s in (StatutRendezVous.EXCUSE, StatutRendezVous.ABSENT)]


class AbsenceForm(EntretienForm):
    """The note box sent as an absence, of which nothing is required but `statut`.

    What follows is written as the note would write it, its texts become the comment of the appointment. Its mode, its
    length and its themes are of an entretien that did not take place.
    """

    statut = forms.ChoiceField(choices=ABSENCES)

    def __init__(self, data, **kwargs):
        data = data.copy()
        for compte in ("TOTAL_FORMS", "INITIAL_FORMS"):  # no line at all is no action
            data.setdefault(f"action-{compte}", "0")
        super().__init__(data, **kwargs)
        for nom, champ in self.fields.items():
            champ.required = nom == "statut"
        self.fields["rendez_vous"].queryset = self.fields["rendez_vous"].queryset.prevus()

    def clean_date(self):
        """Whoever excuses themselves beforehand is absent at an hour to come."""
        return self.cleaned_data["date"] or timezone.now()

    def clean(self):
        if not self.ouverts:
            self.add_error(None, "Cette personne n’a pas de parcours ouvert : ouvrez-en un pour noter son absence.")
        return super().clean()

    def save(self, commit=True):
        """Write the absence and what follows; return the `RendezVous`."""
        donnees = self.cleaned_data
        parcours = donnees.get("parcours") or self.ouverts[0]
        return parcours.noter_absence(
            donnees["statut"],
            donnees["date"],
            self.utilisateur,
            self._commentaire(),
            rendez_vous=donnees["rendez_vous"],
            **self._suite(),
        )

    def _commentaire(self):
        textes = [(self[nom].label, self.cleaned_data[nom]) for nom in ("paroles", "convenu", "lieu")]
        textes.append(("Personnes présentes", ", ".join(nom for nom, _ in self.presences.noms())))
        dits = [f"{label}\N{NO-BREAK SPACE}: {dit}" for label, dit in textes if dit]
        return "\n".join(filter(None, (self.cleaned_data["compte_rendu"], *dits)))

    def fait(self):
        return f"Absence de {self.beneficiaire} notée."

    def recit(self):
        dit = super().recit()
        return dit if self._prochain() else f"{dit} Proposez un nouveau rendez-vous dès que possible."


class StatutForm(forms.Form):
    """What became of an appointment."""

    statut = forms.ChoiceField(choices=StatutRendezVous)
    commentaire = forms.CharField(required=False, max_length=2_000)


class CreneauForm(forms.Form):
    """A free slot of the agenda, as an address names it; what is wrong in it is not there."""

    debut = forms.DateTimeField(required=False)
    avec = forms.IntegerField(required=False, min_value=1, max_value=2**31)

    def prevu(self):
        """What the slot fills of the form of an appointment."""
        self.full_clean()
        prevu = {"debut": self.cleaned_data.get("debut"), "utilisateur": self.cleaned_data.get("avec")}
        return {nom: valeur for nom, valeur in prevu.items() if valeur}


class RendezVousForm(FormulaireTremplin):
    """An appointment here, with the colleague who signs in unless another is named."""

    class Meta:
        model = RendezVous
        fields = ("debut", "duree_minutes", "lieu", "utilisateur", "commentaire")
        widgets = {"debut": SaisieDateHeure, "commentaire": forms.Textarea({"rows": 2})}
        labels = {"utilisateur": "Avec qui, dans l’équipe"}

    fieldsets = (("", (("debut", "duree_minutes"), ("lieu", "utilisateur"), "commentaire")),)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        structure = self.utilisateur.appartenance.structure_id
        collegues = Utilisateur.objects.de_la_structure(structure, timezone.localdate())
        siens = Utilisateur.objects.filter(pk=self.instance.utilisateur_id).distinct()
        self.fields["utilisateur"].queryset = (collegues | siens).distinct() if self.instance.pk else collegues
        self.fields["utilisateur"].required = False
        self.fields["utilisateur"].empty_label = None

    def clean_utilisateur(self):
        return self.cleaned_data["utilisateur"] or self.instance.utilisateur

    def clean_debut(self):
        debut = self.cleaned_data["debut"]
        if debut != self.instance.debut and debut < timezone.now() - timedelta(minutes=15):
            raise forms.ValidationError(
                "Cette date est passée : pour un entretien qui a eu lieu, saisissez une note."
            )
        return debut


class RendezVousUpdateForm(FormulaireVersionne, RendezVousForm):
    """Move an appointment: another day, another hour, another place, another colleague."""


SEULE, AVEC_COLLEGUE, AVEC_AUTRE = "seule", "collegue", "autre"
ACCOMPAGNEMENTS = [
    (SEULE, "Elle y va seule"),
    (AVEC_COLLEGUE, "Une personne de l’équipe l’accompagne"),
    (AVEC_AUTRE, "Quelqu’un d’autre l’accompagne"),
]


class RendezVousExterieurForm(FormulaireTremplin):
    """An appointment of the person elsewhere, alone or accompanied (metier.md §1 row 60)."""

    fieldsets = (
        ("", (("avec", "aupres"), ("debut", "duree_minutes"), "lieu")),
        ("Accompagnement", ("accompagnement", ("utilisateur", "accompagnant"), "trajet_minutes")),
        ("", ("commentaire",)),
    )

    accompagnement = forms.ChoiceField(
        label="La personne y va", choices=ACCOMPAGNEMENTS, widget=forms.RadioSelect, initial=SEULE
    )

    class Meta:
        model = RendezVous
        fields = (
            "avec",
            "aupres",
            "debut",
            "duree_minutes",
            "lieu",
            "utilisateur",
            "accompagnant",
            "trajet_minutes",
            "commentaire",
        )
        widgets = {
            "debut": SaisieDateHeure,
            "commentaire": forms.Textarea({"rows": 3}),
            "aupres": forms.TextInput({"autocomplete": "off"}),
            "accompagnant": forms.TextInput({"autocomplete": "off"}),
        }
        labels = {
            "utilisateur": "Qui, dans l’équipe",
            "accompagnant": "Ou qui d’autre",
            "commentaire": "À savoir, ou résultat",
        }
        help_texts = {
            "avec": "Médecin et justice ne sont lus que par l’équipe d’insertion.",
            "utilisateur": "Ce rendez-vous prendra place dans sa journée.",
            "accompagnant": "Par exemple : une bénévole, une éducatrice.",
            "trajet_minutes": "Facultatif. Aller et retour, pour la personne de l’équipe.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        structure = self.utilisateur.appartenance.structure_id
        self.fields["avec"].choices = [("", "Choisissez…"), *Interlocuteur.choices]
        self.fields["avec"].required = True
        self.fields["utilisateur"].queryset = Utilisateur.objects.de_la_structure(structure, timezone.localdate())
        self.fields["utilisateur"].required = False
        if self.instance.pk and self.instance.accompagne:
            self.fields["accompagnement"].initial = AVEC_AUTRE if self.instance.accompagnant else AVEC_COLLEGUE

    def clean(self):
        donnees = super().clean()
        choix = donnees.get("accompagnement")
        collegue = donnees.get("utilisateur") or self.utilisateur
        if choix == AVEC_AUTRE and not donnees.get("accompagnant"):
            self.add_error("accompagnant", "Dites qui accompagne la personne.")
        if choix != AVEC_AUTRE:
            donnees["accompagnant"] = ""
        if choix != AVEC_COLLEGUE:
            collegue = self.instance.utilisateur if self.instance.pk else self.utilisateur
        if choix == SEULE:
            donnees["trajet_minutes"] = None
        donnees["utilisateur"] = collegue
        self.instance.accompagne = choix in (AVEC_COLLEGUE, AVEC_AUTRE)
        if choix == AVEC_COLLEGUE and donnees.get("avec") in INTERLOCUTEURS_SENSIBLES and not self._suit(collegue):
            self.add_error(
                "utilisateur", "Ce rendez-vous n’est lu que par l’équipe d’insertion : choisissez quelqu’un d’elle."
            )
        return donnees

    def _suit(self, collegue):
        """Whether a colleague follows people here, so that the database shows them health and justice."""
        structure = self.utilisateur.appartenance.structure_id
        siennes = Appartenance.objects.actives().filter(utilisateur=collegue, structure_id=structure)
        return siennes.filter(role__in=SUIVI).exists()


class RendezVousExterieurUpdateForm(FormulaireVersionne, RendezVousExterieurForm):
    """Correct an appointment outside, or say what became of it."""

    fieldsets = (*RendezVousExterieurForm.fieldsets[:2], ("Ce qui s’est passé", ("statut", "commentaire")))

    class Meta(RendezVousExterieurForm.Meta):
        fields = (*RendezVousExterieurForm.Meta.fields, "statut")
