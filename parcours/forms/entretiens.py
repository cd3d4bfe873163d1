"""The one-screen note: what was said, what was agreed, the actions ticked or added, the next rendez-vous."""

from datetime import datetime, timedelta

from django import forms
from django.utils import timezone

from insertion.enums import Domaine
from insertion.forms import TROP_LONG, FormulaireTremplin, FormulaireVersionne, SaisieDate, SaisieDateHeure
from insertion.formulaire_vierge import FormulaireVierge
from insertion.texte import en_mots
from parcours.enums import Accompagnement, Acteur, GenreEntretien
from parcours.models import Action, Dispositif, Entretien, Parcours, RendezVous

from .presences import Presences, preparer_presences

DUREES = [(minutes, f"{minutes} min") for minutes in (10, 15, 20, 30, 45, 60, 90, 120)]
LONGUEUR_MAXIMALE = 20_000
#: Of a compte rendu: the transcription of an hour that is pasted is three times as short.
LONGUEUR_COMPTE_RENDU = 150_000
#: Minutes that one entretien may last, beside those of the list.
DUREE_MAXIMALE = 480
CHAMPS_NOTE = (
    "mode",
    "genre",
    "date",
    "duree_minutes",
    "lieu",
    "trajet_minutes",
    "imprevu",
    "themes",
    "accompagnements",
    "compte_rendu",
    "paroles",
    "convenu",
)


#: Kinds of entretien that only an employer holds.
GENRES_D_EMPLOYEUR = (GenreEntretien.RECRUTEMENT, GenreEntretien.RENOUVELLEMENT)


class NoteForm(FormulaireTremplin):
    """The fields that logging and correcting an entretien share."""

    class Meta:
        model = Entretien
        fields = CHAMPS_NOTE
        widgets = {
            "mode": forms.RadioSelect,
            "genre": forms.Select,
            "date": SaisieDateHeure,
            "compte_rendu": forms.Textarea(
                {"rows": 5, "autocomplete": "off", "placeholder": "Ce qui s’est dit aujourd’hui…"}
            ),
            "paroles": forms.Textarea({"rows": 2, "autocomplete": "off"}),
            "convenu": forms.Textarea({"rows": 2, "autocomplete": "off"}),
        }
        error_messages = {
            "compte_rendu": {"required": "Écrivez quelques mots sur l’entretien, ou notez une absence."},
        }

    themes = forms.MultipleChoiceField(
        label="Thèmes", choices=Domaine, required=False, widget=forms.CheckboxSelectMultiple
    )
    accompagnements = forms.MultipleChoiceField(
        label="Accompagnement", choices=Accompagnement, required=False, widget=forms.CheckboxSelectMultiple
    )
    duree_minutes = forms.TypedChoiceField(
        label="Durée", choices=DUREES, coerce=int, required=False, empty_value=None
    )
    trajet_minutes = forms.IntegerField(label="Trajet (minutes)", min_value=0, max_value=600, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.presences = preparer_presences(self.data if self.is_bound else None, self.instance, self.utilisateur)
        self.fields["duree_minutes"].choices = self._durees()
        for nom, choix in choix_de(self.utilisateur.appartenance.structure, self.instance.themes).items():
            self.fields[nom].choices = choix

    def _durees(self):
        """Those of the list, that of the entretien, and the usual one that was chosen."""
        choisie = str(self.data.get("duree_minutes", ""))
        choisie = int(choisie) if choisie.isdecimal() and len(choisie) <= 3 else 0
        duree = self.instance.duree_minutes
        plus = {
            minutes for minutes in (choisie, duree) if minutes and (minutes == duree or minutes <= DUREE_MAXIMALE)
        }
        return sorted({*DUREES, *((minutes, f"{minutes} min") for minutes in plus)})

    def _get_validation_exclusions(self):
        """The rules of the table (a text, a bounded travel) are asked above: no question to the database."""
        return super()._get_validation_exclusions() | {"compte_rendu", "trajet_minutes"}

    def is_valid(self):
        return super().is_valid() & self.presences.is_valid()

    def clean_compte_rendu(self):
        texte = self.cleaned_data["compte_rendu"]
        if len(texte) > LONGUEUR_COMPTE_RENDU:
            raise forms.ValidationError(
                f"Ce texte dépasse {LONGUEUR_COMPTE_RENDU} caractères : coupez-le en deux entretiens."
            )
        return texte

    def clean_date(self):
        date = self.cleaned_data["date"]
        if date > timezone.now() + timedelta(minutes=15):
            raise forms.ValidationError("Un entretien à venir est un rendez-vous : notez-le plus bas.")
        return date


def choix_de(structure, themes=()):
    """The choices that depend on the structure, by field: its domains and those already noted, its kinds."""
    domaines = [*structure.domaines, *themes]
    return {
        "themes": [choix for choix in Domaine.choices if choix[0] in domaines],
        "genre": [c for c in GenreEntretien.choices if structure.emploie or c[0] not in GENRES_D_EMPLOYEUR],
    }


class EntretienUpdateForm(FormulaireVersionne, NoteForm):
    """Correct a note already logged; somebody else's later version is never overwritten."""

    class Meta(NoteForm.Meta):
        pass

    def save(self, commit=True):
        entretien = super().save(commit)
        self.presences.enregistrer(entretien)
        return entretien

    def reunions(self, autre):
        return [self.presences.reunir(autre.presences)] if self.presences.is_bound else []


class NouvelleActionForm(forms.Form):
    """One line of « Suite à donner »; an empty line is no action."""

    intitule = forms.CharField(
        label="Action", max_length=200, required=False, error_messages={"max_length": TROP_LONG}
    )
    acteur = forms.ChoiceField(label="Qui", choices=Acteur, required=False, initial=Acteur.PERSONNE)
    echeance = forms.DateField(label="Pour le", required=False, widget=SaisieDate)

    def clean(self):
        donnees = super().clean()
        if donnees.get("echeance") and not donnees.get("intitule"):
            self.add_error("intitule", "Dites ce qu’il y a à faire pour cette date.")
        return donnees

    def pour_avant(self, jour):
        echeance = self.cleaned_data.get("echeance")
        return echeance is not None and echeance < jour


NouvellesActions = forms.formset_factory(NouvelleActionForm, extra=1, max_num=10, absolute_max=10)


class EntretienForm(NoteForm):
    """Log an entretien of `beneficiaire` and all that follows from it, in one go.

    Somebody without an open parcours gets one, in the `dispositif` chosen: the note is never refused for it.
    """

    parcours = forms.ModelChoiceField(None, label="Parcours", required=False)
    dispositif = forms.ModelChoiceField(
        None,
        label="Cet entretien ouvre son parcours dans",
        required=False,
        error_messages={"required": "Choisissez le dispositif : l’entretien ouvre le parcours de la personne."},
    )
    actions_faites = forms.ModelMultipleChoiceField(
        None, label="Actions terminées", required=False, widget=forms.CheckboxSelectMultiple
    )
    rendez_vous = forms.ModelChoiceField(
        None,
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": "Ce rendez-vous n’est plus prévu : ce qu’il est devenu est déjà noté."},
    )
    prochain_date = forms.DateField(label="Jour", required=False, widget=SaisieDate)
    prochain_heure = forms.TimeField(
        label="Heure", required=False, widget=forms.TimeInput({"type": "time", "step": "300"}, format="%H:%M")
    )
    prochain_lieu = forms.CharField(label="Lieu", max_length=120, required=False)
    note_privee = forms.CharField(
        label="Note de travail, à part",
        required=False,
        max_length=LONGUEUR_MAXIMALE,
        widget=forms.Textarea({"rows": 3, "autocomplete": "off"}),
    )

    def __init__(self, *args, beneficiaire, ouverts, **kwargs):
        super().__init__(*args, **kwargs)
        self.ouverts = ouverts
        pks = [parcours.pk for parcours in ouverts]
        self.fields["actions_faites"].queryset = Action.objects.ouvertes().filter(parcours__in=pks)
        self.fields["rendez_vous"].queryset = RendezVous.objects.filter(parcours__in=pks)
        if ouverts:
            del self.fields["dispositif"]
        else:
            self.fields["dispositif"].queryset = Dispositif.objects.filter(actif=True)
            self.fields["dispositif"].required = True
            self.fields["dispositif"].choices = dispositifs_a_ouvrir()
        if len(ouverts) < 2:
            del self.fields["parcours"]
        else:
            self.fields["parcours"].queryset = Parcours.objects.filter(pk__in=pks).select_related("dispositif")
            self.fields["parcours"].initial = pks[0]
        self.beneficiaire = beneficiaire
        self.nouvelles = NouvellesActions(
            self.data if self.is_bound else None, prefix="action", form_kwargs={"label_suffix": ""}
        )

    def clean(self):
        donnees = super().clean()
        if donnees.get("prochain_heure") and not donnees.get("prochain_date"):
            self.add_error("prochain_date", "Choisissez aussi le jour du rendez-vous.")
        if donnees.get("prochain_date") and not donnees.get("prochain_heure"):
            self.add_error("prochain_heure", "Choisissez aussi l’heure du rendez-vous.")
        entretien, prochain = donnees.get("date"), donnees.get("prochain_date")
        if entretien and prochain and prochain < timezone.localdate(entretien):
            self.add_error("prochain_date", "Le prochain rendez-vous vient après l’entretien : vérifiez le jour.")
        return donnees

    def is_valid(self):
        return super().is_valid() & self._nouvelles_valides()

    def _nouvelles_valides(self):
        """No action is due before the day of the entretien: a month or a year was mistyped."""
        if not self.nouvelles.is_valid():
            return False
        entretien = self.cleaned_data.get("date")
        avant = [ligne for ligne in self.nouvelles if entretien and ligne.pour_avant(timezone.localdate(entretien))]
        for ligne in avant:
            ligne.add_error("echeance", "Cette date précède l’entretien : vérifiez-la.")
        return not avant

    def save(self, commit=True):
        """Write the entretien, what it ends and what it starts; return the `Entretien`."""
        donnees, entretien = self.cleaned_data, super().save(commit=False)
        entretien.parcours = self._parcours(entretien)
        entretien.auteur = self.utilisateur
        entretien.consigner(rendez_vous=donnees.get("rendez_vous"), **self._suite())
        self.presences.enregistrer(entretien)
        return entretien

    def _suite(self):
        """What follows, as `Parcours.donner_suite` takes it."""
        return {
            "faites": self.cleaned_data["actions_faites"],
            "nouvelles": [ligne for ligne in self.nouvelles.cleaned_data if ligne.get("intitule")],
            "prochain": self._prochain(),
            "note_privee": self.cleaned_data["note_privee"],
        }

    def fait(self):
        return f"Entretien avec {self.beneficiaire} enregistré."

    def recit(self):
        """All that was written, in one sentence or two: « Entretien avec … enregistré. Rendez-vous le … »."""
        donnees = self.cleaned_data
        suites = []
        if prochain := self._prochain():
            le = en_mots(timezone.localtime(prochain["debut"]), r"l j F à G \h i")
            suites.append(f"rendez-vous le {le}")
        nouvelles = [ligne["intitule"] for ligne in self.nouvelles.cleaned_data if ligne.get("intitule")]
        suites += _compter(nouvelles, "action à faire « {} »", "{} actions à faire")
        suites += _compter(donnees["actions_faites"], "action « {} » terminée", "{} actions terminées")
        if donnees["note_privee"]:
            suites.append("note de travail, à part")
        if donnees.get("dispositif"):
            suites.append(f"parcours ouvert : {donnees['dispositif']}")
        suite = ", ".join(suites)
        return f"{self.fait()} {suite[0].upper()}{suite[1:]}." if suite else self.fait()

    def _parcours(self, entretien):
        choisi = self.cleaned_data.get("parcours") or next(iter(self.ouverts), None)
        if choisi is None:
            choisi = Parcours.objects.create(
                beneficiaire=self.beneficiaire,
                dispositif=self.cleaned_data["dispositif"],
                date_entree=timezone.localdate(entretien.date),
            )
        return choisi

    def _prochain(self):
        """The fields of the next `RendezVous`, or None."""
        jour = self.cleaned_data["prochain_date"]
        if jour is None:
            return None
        debut = timezone.make_aware(datetime.combine(jour, self.cleaned_data["prochain_heure"]))
        return {"debut": debut, "lieu": self.cleaned_data["prochain_lieu"], "utilisateur": self.utilisateur}


def dispositifs_a_ouvrir():
    """The choices of the dispositif of somebody who has no parcours: the only one, else none before one chooses."""
    choix = [(d.pk, str(d)) for d in Dispositif.objects.filter(actif=True)]
    return choix if len(choix) == 1 else [("", "Choisir…"), *choix]


def _compter(choses, une, plusieurs):
    """What is said of a list of things: the one by its name, several by their number, nothing of none."""
    choses = list(choses)
    if len(choses) == 1:
        return [une.format(choses[0])]
    return [plusieurs.format(len(choses))] if choses else []


#: Lines that nobody has filled are the same for everyone: `note_vierge` shows these.
NOUVELLES_VIERGES, PRESENCES_VIERGES = (
    formset(prefix=prefixe, form_kwargs={"label_suffix": ""})
    for formset, prefixe in ((NouvellesActions, "action"), (Presences, "present"))
)


def note_vierge(utilisateur, ouverts, initial):
    """Return the note box of somebody whose open parcours are `ouverts`, before anything is written in it.

    `parcours/_note.jinja` reads it as it reads an `EntretienForm`, which takes what comes back.
    """
    choix, sans = choix_de(utilisateur.appartenance.structure), {"parcours", "dispositif"}
    if not ouverts:
        choix["dispositif"] = dispositifs_a_ouvrir()
    if len(ouverts) > 1:
        choix["parcours"] = [("", "---------"), *((p.pk, str(p)) for p in ouverts)]
        initial = {"parcours": ouverts[0].pk, **initial}
    vierge = FormulaireVierge(EntretienForm, initial, choix, sans - choix.keys())
    vierge.nouvelles, vierge.presences = NOUVELLES_VIERGES, PRESENCES_VIERGES
    return vierge
