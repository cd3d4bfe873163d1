"""The diagnostic partagé: one row per domain, none of them required, all saved together."""

from dataclasses import dataclass

from django import forms
from django.forms import BoundField
from django.utils import timezone

from insertion.enums import DOMAINES_SENSIBLES, Domaine
from insertion.forms import FormulaireVersionne, Perime

from ..echelles import PHRASES
from ..enums import Niveau
from ..models import Diagnostic
from ..models.diagnostics import CHAMPS_REPONSE
from .entretiens import SaisieDate

NON_ABORDE = ("", "Non abordé")
NIVEAUX = {niveau.value: f"{niveau.value} · {niveau.label}" for niveau in Niveau}
LONGUEUR_TEXTE = 2000


@dataclass(frozen=True)
class Carte:
    """One of the five answers of a domain; `derniere` when it is the one of the last time."""

    valeur: int
    niveau: str
    phrase: str
    cochee: bool
    derniere: bool


@dataclass(frozen=True)
class Ligne:
    """One domain on the page: its cards, the fields beside them, and the answer of the last time."""

    domaine: Domaine
    niveau: BoundField
    niveau_personne: BoundField
    paroles: BoundField
    remarque: BoundField
    derniere: object

    @property
    def est_sensible(self):
        return self.domaine in DOMAINES_SENSIBLES

    @property
    def est_abordee(self):
        return _valeur(self.niveau) != ""

    @property
    def cartes(self):
        choisie, derniere = _valeur(self.niveau), self.derniere.niveau if self.derniere else None
        return [
            Carte(niveau.value, niveau.label, phrase, choisie == str(niveau.value), derniere == niveau)
            for niveau, phrase in zip(Niveau, PHRASES[self.domaine], strict=True)
        ]

    @property
    def avis(self):
        """The person's own rating: (value, label, checked) of each small button."""
        choisie = _valeur(self.niveau_personne)
        return [(str(n.value), n.label, choisie == str(n.value)) for n in Niveau]


class DiagnosticForm(FormulaireVersionne):
    """`domaines` are those asked about; `reponses` the evaluations already written; `dernieres` the last known ones.

    Both map a domain to an `Evaluation`. Nothing is required but the date: a domain left alone is « non abordé ».
    """

    fieldsets = (("", (("moment", "date"), "atouts", "paroles")),)

    class Meta:
        model = Diagnostic
        fields = ("moment", "date", "atouts", "paroles")
        labels = {"date": "Date du diagnostic"}
        widgets = {
            "date": SaisieDate,
            "atouts": forms.Textarea({"rows": 3, "autocomplete": "off"}),
            "paroles": forms.Textarea({"rows": 3, "autocomplete": "off"}),
        }
        help_texts = {
            "atouts": "Ce qui aide : compétences, envies, entourage, expériences.",
            "paroles": "Comment la personne voit sa situation, et ce qu’elle veut changer en premier.",
        }

    def __init__(self, *args, domaines, reponses=None, dernieres=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.domaines = list(domaines)
        self.dernieres = dernieres or {}
        for domaine in self.domaines:
            self._ajouter(domaine, (reponses or {}).get(domaine))

    def _ajouter(self, domaine, reponse):
        nom = domaine.label.lower()
        self.fields |= {
            f"niveau_{domaine}": _choix(f"Niveau : {nom}"),
            f"niveau_personne_{domaine}": _choix(f"Avis de la personne : {nom}"),
            f"paroles_{domaine}": _texte(f"Avec ses mots : {nom}"),
            f"remarque_{domaine}": _texte(f"Remarque du professionnel : {nom}"),
        }
        for champ in CHAMPS_REPONSE if reponse else ():
            self.fields[f"{champ}_{domaine}"].initial = getattr(reponse, champ)

    def clean_date(self):
        date = self.cleaned_data["date"]
        if date > timezone.localdate():
            raise forms.ValidationError("Un diagnostic se date du jour où il a été fait, au plus tard aujourd’hui.")
        return date

    @property
    def lignes(self):
        """One `Ligne` per domain, in their order."""
        return [
            Ligne(d, *(self[f"{champ}_{d}"] for champ in CHAMPS_REPONSE), self.dernieres.get(d))
            for d in self.domaines
        ]

    @property
    def abordes(self):
        """How many domains have a level so far."""
        return sum(ligne.est_abordee for ligne in self.lignes)

    def reponses(self):
        """What was answered, {domaine: {field: value}}; a level left out is None."""
        return {d: {champ: self.cleaned_data[f"{champ}_{d}"] for champ in CHAMPS_REPONSE} for d in self.domaines}

    def niveaux(self):
        """The levels alone, {domaine: level or None}, of a form that may still be incomplete."""
        return {d: self.cleaned_data.get(f"niveau_{d}") for d in self.domaines}

    def save(self, commit=True):
        """Write the diagnostic and every answer; whoever saves one taken from a file has confirmed it."""
        self.instance.a_confirmer = False
        if self.instance.pk is None:
            self.instance.auteur = self.utilisateur
        try:
            diagnostic = super().save(commit)
        except Perime as perime:
            self._dire(self.instance, self.reponses())
            self._dire(perime.actuel, {e.domaine: e.__dict__ for e in perime.actuel.evaluations.all()})
            raise
        diagnostic.repondre(self.reponses())
        return diagnostic

    def _dire(self, diagnostic, reponses):
        """Lay the answers on `diagnostic` as they are read on screen, for the page that compares two versions."""
        for domaine in self.domaines:
            for champ in CHAMPS_REPONSE:
                valeur = reponses.get(domaine, {}).get(champ)
                texte = NIVEAUX.get(valeur, NON_ABORDE[1]) if champ.startswith("niveau") else valeur or ""
                setattr(diagnostic, f"{champ}_{domaine}", texte)


def _choix(libelle):
    return forms.TypedChoiceField(
        label=libelle,
        choices=[NON_ABORDE, *Niveau.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )


def _texte(libelle):
    return forms.CharField(
        label=libelle,
        required=False,
        max_length=LONGUEUR_TEXTE,
        widget=forms.Textarea({"rows": 2, "autocomplete": "off", "class": "form-control"}),
    )


def _valeur(champ):
    """The value of a bound field as a text, '' for nothing: the form's own data first, then what was written."""
    valeur = champ.value()
    return "" if valeur is None else str(int(valeur) if isinstance(valeur, int) else valeur)
