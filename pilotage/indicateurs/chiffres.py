"""What an indicator answers: figures, each with who is behind it and who was left out."""

from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import lru_cache

from django.utils.formats import number_format
from django.utils.functional import SimpleLazyObject

from .references import REFERENCES

NBSP = "\u00a0"
#: Below this a count is hidden from a body not entitled to it (metier.md §5 « Common rules », §6.8).
PETIT_EFFECTIF = 5


class Unite(StrEnum):
    PERSONNES = "personnes"
    NOMBRE = "nombre"
    TAUX = "taux"  # a share, from 0 to 100
    HEURES = "heures"
    MINUTES = "minutes"
    JOURS = "jours"
    MOIS = "mois"
    EUROS = "euros"
    ETP = "etp"
    RAPPORT = "rapport"  # so many of one thing for one of another


class Nature(StrEnum):
    """What the ids behind a figure are the ids of; each is listed with the person it is about, when there is one."""

    PERSONNES = "personnes"
    PARCOURS = "parcours"
    FREINS = "freins"  # the evaluation of a domain at the entry
    ENTRETIENS = "entretiens"
    RENDEZ_VOUS = "rendez_vous"
    SEANCES = "seances"
    PARTICIPATIONS = "participations"
    FORMATIONS = "formations"
    IMMERSIONS = "immersions"
    AIDES = "aides"
    ENTREPRISES = "entreprises"
    OFFRES = "offres"
    MISES_EN_RELATION = "mises_en_relation"
    CONTRATS = "contrats"
    ACTIONS = "actions"
    POSTES = "postes"  # of the permanent team


DECIMALES = {
    Unite.TAUX: 1,
    Unite.HEURES: 1,
    Unite.JOURS: 1,
    Unite.MOIS: 1,
    Unite.EUROS: 2,
    Unite.ETP: 2,
    Unite.RAPPORT: 1,
}
SUFFIXES = {
    Unite.TAUX: "%",
    Unite.HEURES: "h",
    Unite.MINUTES: "min",
    Unite.JOURS: "j",
    Unite.MOIS: "mois",
    Unite.EUROS: "€",
    Unite.ETP: "ETP",
}


@dataclass(frozen=True)
class Exclusion:
    """Who was left out of a figure, and why (French)."""

    raison: str
    ids: frozenset[int]

    @property
    def nombre(self):
        return len(self.ids)


@dataclass(frozen=True)
class Chiffre:
    """One figure. `valeur` None: it cannot be computed (empty is not 0).

    `derriere` are the ids counted in the numerator, `base` those of the denominator (empty for a plain count); what
    they are the ids of is `nature`. `sensible` figures open for the roles that follow people only.
    """

    valeur: int | Decimal | None
    unite: Unite = Unite.PERSONNES
    numerateur: int | Decimal | None = None
    denominateur: int | Decimal | None = None
    nature: Nature = Nature.PERSONNES
    derriere: frozenset[int] = frozenset()
    base: frozenset[int] = frozenset()
    exclus: tuple[Exclusion, ...] = ()
    sensible: bool = False
    #: What each of `derriere` counts for in a sum, in words: « 152,5 h ». Never for a mean, whose facts tell it.
    montants: dict = field(default_factory=dict, repr=False, compare=False)

    @property
    def fraction(self):
        """« 12 / 40 » for a share or a mean, an empty text otherwise."""
        if self.denominateur is None:
            return ""
        return f"{nombre(self.numerateur)}{NBSP}/{NBSP}{nombre(self.denominateur)}"

    @property
    def en_mots(self):
        """The value as French reads it, with its unit; « non calculable » when there is nothing to divide."""
        if self.valeur is None:
            return "non calculable"
        return en_mots(self.valeur, self.unite)

    @property
    def petit(self):
        """Whether publishing it could name somebody: a count, or the base of a share, from 1 to 4 people."""
        effectif = len(self.base) if self.base else len(self.derriere)
        return 0 < effectif < PETIT_EFFECTIF


@dataclass(frozen=True)
class Ligne:
    """One line of an indicator: « Femmes », « Logement », « Emploi durable »; `code` names it for machines."""

    code: str
    libelle: str
    chiffre: Chiffre


@dataclass(frozen=True)
class Repere:
    """What a text gives as a reference for one line, in the unit of that line; `source` says which text.

    A default to read a figure by, negotiated in each agreement: a `Cible` of the agreement goes before it.
    """

    ligne: str
    valeur: int | Decimal
    source: str


@dataclass(frozen=True)
class Definition:
    """What an indicator is, whatever the period. `rubrique` groups them in the reports and on screen."""

    code: str
    libelle: str
    rubrique: str
    definition: str
    source: str
    calcul: object = field(repr=False, compare=False)
    libelle_lignes: str = ""
    reperes: tuple[Repere, ...] = ()

    @property
    def reference(self):
        """Where the rule comes from, as its readers, here and at the funder's, can name it."""
        return REFERENCES[self.code]

    def repere(self, ligne):
        """The `Repere` of the line of that code; None when no text gives one."""
        return next((repere for repere in self.reperes if repere.ligne == ligne), None)

    def calculer(self, donnees):
        """Return the `Resultat` over `donnees`; of a sensitive cohort, every list is one of people in it."""
        lignes = tuple(self.calcul(donnees))
        if donnees.perimetre.cohorte.est_sensible:
            lignes = tuple(replace(ligne, chiffre=replace(ligne.chiffre, sensible=True)) for ligne in lignes)
        return Resultat(self, lignes)


@dataclass(frozen=True)
class Resultat:
    """The lines of one indicator over one perimeter."""

    definition: Definition
    lignes: tuple[Ligne, ...]

    @property
    def chiffre(self):
        """The figure of an indicator that has only one line (the first otherwise)."""
        return self.lignes[0].chiffre

    def ligne(self, code):
        """The line of that code; raises `KeyError` when there is none."""
        for ligne in self.lignes:
            if ligne.code == code:
                return ligne
        raise KeyError(code)


def exclusions(*groupes):
    """The `Exclusion`s of (reason, ids) pairs; a reason that left nobody out is not said."""
    toutes = (Exclusion(raison, frozenset(ids)) for raison, ids in groupes)
    return tuple(exclusion for exclusion in toutes if exclusion.ids)


def compte(ids, *, exclus=(), **options):
    """A count of `ids`."""
    ids = frozenset(ids)
    return Chiffre(len(ids), derriere=ids, exclus=tuple(exclus), **options)


def taux(dedans, base, *, exclus=(), **options):
    """The share of `dedans` in `base` (sets of ids, the first within the second); None over an empty base."""
    base = frozenset(base)
    dedans = frozenset(dedans) & base
    valeur = arrondi(Decimal(100 * len(dedans)) / len(base), 1) if base else None
    return Chiffre(
        valeur, Unite.TAUX, len(dedans), len(base), derriere=dedans, base=base, exclus=tuple(exclus), **options
    )


def moyenne(valeurs, unite, *, exclus=(), **options):
    """The mean of `valeurs` ({id: amount}); None when there is none. The fraction shows total / number."""
    total = sum(valeurs.values(), Decimal(0))
    ids = frozenset(valeurs)
    valeur = arrondi(total / len(ids), DECIMALES.get(unite, 2)) if ids else None
    total = arrondi(total, DECIMALES.get(unite, 2))
    return Chiffre(valeur, unite, total, len(ids), derriere=ids, base=ids, exclus=tuple(exclus), **options)


def somme(valeurs, unite, *, exclus=(), **options):
    """The sum of `valeurs` ({id: amount}); 0 when there is none."""
    total = sum(valeurs.values(), Decimal(0))
    return Chiffre(
        arrondi(total, DECIMALES.get(unite, 2)),
        unite,
        derriere=frozenset(valeurs),
        exclus=tuple(exclus),
        montants=montants(valeurs, unite),
        **options,
    )


def montants(valeurs, unite):
    """{id: what it counts for, in words} of the `valeurs` of a sum; written when somebody opens the figure."""
    decimales = DECIMALES.get(unite, 2)
    return SimpleLazyObject(
        lambda: {pk: en_mots(arrondi(valeur, decimales), unite) for pk, valeur in valeurs.items()}
    )


def en_mots(valeur, unite):
    """« 66,7 % », « 12 » : a number of that unit as French reads it."""
    suffixe = SUFFIXES.get(unite)
    texte = nombre(valeur, DECIMALES.get(unite, 0))
    return f"{texte}{NBSP}{suffixe}" if suffixe else texte


def arrondi(valeur, decimales):
    """Half up, as people round by hand."""
    return Decimal(valeur).quantize(Decimal(1).scaleb(-decimales), ROUND_HALF_UP)


@lru_cache(maxsize=4096)
def nombre(valeur, decimales=None):
    """« 1 234,5 »: no useless zero unless `decimales` asks for a fixed number of them."""
    if decimales is None:
        valeur = Decimal(valeur)
        decimales = max(0, -valeur.normalize().as_tuple().exponent)
    return number_format(valeur, decimales, use_l10n=True, force_grouping=True)
