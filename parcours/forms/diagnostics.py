"""The diagnostic partagé: one row per domain, none of them required, all saved together."""

from dataclasses import dataclass

from django import forms
from django.forms import BoundField
from django.utils import timezone

from insertion import domaines
from insertion.enums import DOMAINES_SENSIBLES, Domaine
from insertion.forms import FormulaireVersionne

from ..enums import Impact, Niveau, Priorite
from ..models import Diagnostic, Evaluation
from ..models import diagnostics as modele
from .entretiens import SaisieDate

#: The two answers that are not a level, as the page sends them.
NON_ABORDE, NON_EVALUE = ("", modele.NON_ABORDE), ("ne", modele.NON_EVALUE)
LONGUEUR_TEXTE = 2000
CHAMPS_LIGNE = ("niveau", "niveau_personne", "paroles", "remarque", "impact", "priorite")


@dataclass(frozen=True)
class Carte:
    """One of the answers of a domain; `derniere` when it is the one of the last time."""

    valeur: int
    niveau: str
    phrase: str
    cochee: bool
    derniere: bool


@dataclass(frozen=True)
class Ligne:
    """One domain on the page: its cards, the fields beside them, and the answer of the last time."""

    domaine: Domaine
    grille: object
    niveau: BoundField
    niveau_personne: BoundField
    paroles: BoundField
    remarque: BoundField
    impact: BoundField
    priorite: BoundField
    derniere: object

    @property
    def nom(self):
        return self.grille.libelle(self.domaine)

    @property
    def famille(self):
        return domaines.famille(self.domaine)

    @property
    def est_sensible(self):
        return self.domaine in DOMAINES_SENSIBLES

    @property
    def est_non_evaluee(self):
        return _valeur(self.niveau) == NON_EVALUE[0]

    @property
    def est_abordee(self):
        return _valeur(self.niveau) != ""

    @property
    def cartes(self):
        choisie, derniere = _valeur(self.niveau), self.derniere.niveau if self.derniere else None
        return [
            Carte(valeur, self.grille.niveau(valeur).en_mots, phrase, choisie == str(valeur), derniere == valeur)
            for valeur, phrase in self.grille.cartes(self.domaine).items()
        ]

    @property
    def avis(self):
        """The person's own rating: (value, label, checked) of each small button."""
        choisie = _valeur(self.niveau_personne)
        cartes = self.grille.cartes(self.domaine)
        return [(str(n), self.grille.niveau(n).en_mots, choisie == str(n)) for n in cartes]

    @property
    def difference(self):
        """Where the two ratings being given differ, in words."""
        return modele.difference(_nombre(self.niveau), _nombre(self.niveau_personne))


class ListeCourte(forms.CharField):
    """One strength per line; gives a list of texts, without the empty ones and without doubles."""

    widget = forms.Textarea

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        lignes = (ligne.strip(" \t-•*") for ligne in super().to_python(value).splitlines())
        return list(dict.fromkeys(ligne for ligne in lignes if ligne))

    def validate(self, value):
        if len(value) > modele.POINTS_MAXIMUM:
            raise forms.ValidationError(
                f"{modele.POINTS_MAXIMUM} lignes au plus : gardez ce qui compte pour la suite."
            )
        if any(len(ligne) > modele.LONGUEUR_POINT for ligne in value):
            raise forms.ValidationError(f"{modele.LONGUEUR_POINT} caractères au plus par ligne.")

    def run_validators(self, value):
        """Each line was checked; those of a text do not apply to a list."""


class DiagnosticForm(FormulaireVersionne):
    """`domaines` are those asked about; `reponses` the evaluations already written; `dernieres` the last known ones.

    Both map a domain to an `Evaluation`. Nothing is required but the date, and that something be said: a domain left
    alone is « non abordé ». The grid is that of the instance.
    """

    fieldsets = (("", (("moment", "date"), "points_forts", "atouts", "paroles", "emploi")),)
    points_forts = ListeCourte(
        label="Atouts et compétences",
        required=False,
        help_text="Un par ligne : un savoir-faire, une expérience, une qualité, un appui dans l’entourage.",
        widget=forms.Textarea({"rows": 4, "autocomplete": "off"}),
    )

    class Meta:
        model = Diagnostic
        fields = ("moment", "date", "points_forts", "atouts", "paroles", "emploi")
        labels = {"date": "Date du diagnostic", "atouts": "Motivations, et le reste de ce qui aide"}
        widgets = {
            "date": SaisieDate,
            "atouts": forms.Textarea({"rows": 3, "autocomplete": "off"}),
            "paroles": forms.Textarea({"rows": 3, "autocomplete": "off"}),
            "emploi": forms.RadioSelect,
        }
        help_texts = {
            "paroles": "Comment la personne voit sa situation, et ce qu’elle veut changer en premier.",
        }

    def __init__(self, *args, domaines, reponses=None, dernieres=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.domaines = list(domaines)
        self.dernieres = dernieres or {}
        self.grille = self.instance.bareme
        self.fields["emploi"].choices = [("", "On n’en a pas parlé"), *self.fields["emploi"].choices[1:]]
        for domaine in self.domaines:
            self._ajouter(domaine, (reponses or {}).get(domaine))

    def _ajouter(self, domaine, reponse):
        nom = self.grille.libelle(domaine).lower()
        niveaux = [(n, f"{n} · {self.grille.niveau(n).en_mots}") for n in self.grille.cartes(domaine)]
        self.fields |= {
            f"niveau_{domaine}": _choix(f"Niveau : {nom}", [NON_ABORDE, NON_EVALUE, *niveaux]),
            f"niveau_personne_{domaine}": _choix(f"Avis de la personne : {nom}", [("", "Sans avis"), *niveaux]),
            f"paroles_{domaine}": _texte(f"Avec ses mots : {nom}"),
            f"remarque_{domaine}": _texte(f"Remarque du professionnel : {nom}"),
            f"impact_{domaine}": _liste(f"Effet sur l’emploi : {nom}", Impact),
            f"priorite_{domaine}": _liste(f"Priorité : {nom}", Priorite),
        }
        for champ in CHAMPS_LIGNE if reponse else ():
            self.fields[f"{champ}_{domaine}"].initial = getattr(reponse, champ)
        if reponse and reponse.non_evalue:
            self.fields[f"niveau_{domaine}"].initial = NON_EVALUE[0]

    def clean_date(self):
        date = self.cleaned_data["date"]
        if date > timezone.localdate():
            raise forms.ValidationError("Un diagnostic se date du jour où il a été fait, au plus tard aujourd’hui.")
        return date

    def clean(self):
        """A diagnostic that says nothing would become the last one, and hide what the one before says."""
        donnees = super().clean()
        ensemble = any(donnees.get(nom) for nom in ("points_forts", "atouts", "paroles", "emploi"))
        if not (self.errors or ensemble) and all(Evaluation(**dits).est_vide for dits in self.reponses().values()):
            raise forms.ValidationError(
                "Rien n’est encore noté. Répondez à un domaine au moins, ou écrivez quelques mots."
            )
        return donnees

    @property
    def lignes(self):
        """One `Ligne` per domain, in their order."""
        return [
            Ligne(d, self.grille, *(self[f"{champ}_{d}"] for champ in CHAMPS_LIGNE), self.dernieres.get(d))
            for d in self.domaines
        ]

    @property
    def abordes(self):
        """How many domains were talked about so far."""
        return sum(ligne.est_abordee for ligne in self.lignes)

    @property
    def non_evalues(self):
        """How many of them have no level."""
        return sum(ligne.est_non_evaluee for ligne in self.lignes)

    @property
    def differences(self):
        """The domains on which the two ratings being given differ."""
        return [ligne for ligne in self.lignes if ligne.difference]

    def reponses(self):
        """What was answered, {domaine: {field: value}}, of a form that may still be incomplete."""
        return {d: self._reponse(d) for d in self.domaines}

    def _reponse(self, domaine):
        """What only a frein says is dropped when there is none."""
        dits = {champ: self.cleaned_data.get(f"{champ}_{domaine}") for champ in CHAMPS_LIGNE}
        dits = {champ: "" if valeur is None and "niveau" not in champ else valeur for champ, valeur in dits.items()}
        non_evalue = dits["niveau"] == NON_EVALUE[0]
        niveau = None if non_evalue else dits["niveau"]
        frein = niveau is not None and niveau <= Niveau.MOYEN
        garde = {} if frein else {"impact": "", "priorite": ""}
        return dits | garde | {"niveau": niveau, "non_evalue": non_evalue}

    def save(self, commit=True):
        """Write the diagnostic and every answer; whoever saves one taken from a file has confirmed it."""
        self.instance.a_confirmer = False
        if self.instance.pk is None:
            self.instance.auteur = self.utilisateur
        diagnostic = super().save(commit)
        diagnostic.repondre(self.reponses())
        return diagnostic

    def sur(self, actuel, **plus):
        """With the answers of `actuel` as they are saved now."""
        return super().sur(actuel, reponses={e.domaine: e for e in actuel.evaluations.all()}, **plus)


def _choix(libelle, choix):
    return forms.TypedChoiceField(
        label=libelle,
        choices=choix,
        coerce=lambda valeur: valeur if valeur == NON_EVALUE[0] else int(valeur),
        empty_value=None,
        required=False,
    )


def _liste(libelle, choix):
    return forms.ChoiceField(
        label=libelle,
        choices=[("", "Non précisé"), *choix.choices],
        required=False,
        widget=forms.Select({"class": "form-select", "autocomplete": "off"}),
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


def _nombre(champ):
    """The level that a bound field holds now, None for any other answer."""
    valeur = _valeur(champ)
    return int(valeur) if valeur in ("0", "1", "2", "3", "4") else None
