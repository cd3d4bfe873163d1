"""What changed between the first diagnostic of a parcours and the last level known, domain by domain."""

from dataclasses import dataclass
from datetime import date
from math import inf

from insertion.enums import DOMAINES_SENSIBLES, Domaine

from .enums import Moment, Niveau
from .models import Evaluation

#: What fits around the radar; a domain that is not here keeps its own label.
LIBELLES_COURTS = {
    Domaine.DROITS: "Droits",
    Domaine.SAVOIRS: "Lecture, calcul",
    Domaine.FAMILLE: "Famille",
    Domaine.FORMATION: "Formation",
    Domaine.PROJET: "Projet",
    Domaine.CONFIANCE: "Confiance",
}
MOINS = "\u2212"


@dataclass(frozen=True)
class Etape:
    """One dated answer about one domain; `niveau` None is « non abordé », never 0 (metier.md §2 row 22)."""

    date: date
    niveau: Niveau | None
    personne: Niveau | None = None
    paroles: str = ""
    remarque: str = ""


@dataclass(frozen=True)
class EvolutionDomaine:
    """One domain from entry to now; higher is better."""

    domaine: Domaine
    entree: Niveau | None
    actuel: Niveau | None
    actuel_le: date | None
    ecart: int | None
    etapes: tuple[Etape, ...]

    @property
    def court(self):
        return LIBELLES_COURTS.get(self.domaine, self.domaine.label)

    @property
    def signe(self):
        """The change with its sign (« +2 », « −1 »), empty when nothing changed or nothing can be compared."""
        if not self.ecart:
            return ""
        return f"+{self.ecart}" if self.ecart > 0 else f"{MOINS}{-self.ecart}"

    @property
    def libelle(self):
        """« Logement +2 », « Droits −1 », « Mobilité »."""
        return f"{self.court} {self.signe}".strip()

    @property
    def en_mots(self):
        """The change as a sentence reads it."""
        if self.ecart is None:
            return "non comparable" if self.actuel is not None else "non abordé"
        if self.ecart == 0:
            return "inchangé"
        niveaux = "niveau" if abs(self.ecart) == 1 else "niveaux"
        return f"{'gagne' if self.ecart > 0 else 'perd'} {abs(self.ecart)} {niveaux}"

    @property
    def est_sensible(self):
        return self.domaine in DOMAINES_SENSIBLES

    @property
    def paroles(self):
        """The person's last words about this domain."""
        return next((etape.paroles for etape in reversed(self.etapes) if etape.paroles), "")


@dataclass(frozen=True)
class Passage:
    """One diagnostic of the evolution, as its legend names it."""

    pk: int
    date: date
    moment: Moment
    a_confirmer: bool

    @property
    def nom(self):
        return {Moment.ENTREE: "Entrée", Moment.BILAN: "Bilan", Moment.SORTIE: "Sortie"}[self.moment]


@dataclass(frozen=True)
class Evolution:
    """The diagnostics of one parcours, oldest first, and what became of each domain."""

    passages: tuple[Passage, ...]
    domaines: tuple[EvolutionDomaine, ...]

    @property
    def premier(self):
        return self.passages[0] if self.passages else None

    @property
    def dernier(self):
        return self.passages[-1] if self.passages else None

    @property
    def compare(self):
        """Whether there are two dates to compare; with one diagnostic there is a state and no change."""
        return len(self.passages) > 1

    @property
    def format_dates(self):
        """How the legend writes its dates: the year only when it tells them apart."""
        return "j N" if len({passage.date.year for passage in self.passages}) == 1 else "j N Y"

    @property
    def a_confirmer(self):
        return any(passage.a_confirmer for passage in self.passages)

    @property
    def non_abordes(self):
        """Domains about which no level is known, counted apart."""
        return tuple(domaine for domaine in self.domaines if domaine.actuel is None)


def mesurer(evaluations, parcours=None):
    """Return the `Evolution` that `evaluations` tell (`Evaluation.objects.d_une_personne(beneficiaire)`).

    Somebody who comes back starts anew: only one parcours is measured, `parcours` or else that of the last
    diagnostic. Entry is the first diagnostic; a domain « non abordé » that day has no change, whatever follows.
    Now is the last level known: a later « non abordé » does not erase it (metier.md §2 row 22, §5).
    """
    evaluations = list(evaluations)
    dernier = evaluations[-1].diagnostic.parcours_id if evaluations else None
    suivi = parcours.pk if parcours is not None else dernier
    siennes = [e for e in evaluations if e.diagnostic.parcours_id == suivi]
    diagnostics = list({e.diagnostic_id: e.diagnostic for e in siennes}.values())
    passages = tuple(Passage(d.pk, d.date, Moment(d.moment), d.a_confirmer) for d in diagnostics)
    presents = {e.domaine for e in siennes}
    return Evolution(
        passages,
        tuple(_domaine(domaine, siennes, diagnostics) for domaine in Domaine if domaine in presents),
    )


def remplacer(evaluations, diagnostic, niveaux):
    """Return `evaluations` as if `diagnostic` (saved or not) answered `niveaux`, {domaine: level or None}."""
    autres = [e for e in evaluations if e.diagnostic_id != diagnostic.pk]
    essai = [Evaluation(diagnostic=diagnostic, domaine=domaine, niveau=n) for domaine, n in niveaux.items()]
    return sorted([*autres, *essai], key=lambda e: (e.diagnostic.date, e.diagnostic_id or inf))


def _domaine(domaine, evaluations, diagnostics):
    siennes = [e for e in evaluations if e.domaine == domaine]
    etapes = tuple(_etape(evaluation) for evaluation in siennes)
    entree = next((_niveau(e.niveau) for e in siennes if e.diagnostic_id == diagnostics[0].pk), None)
    connue = next((etape for etape in reversed(etapes) if etape.niveau is not None), None)
    actuel, actuel_le = (connue.niveau, connue.date) if connue else (None, None)
    comparable = entree is not None and len(diagnostics) > 1
    return EvolutionDomaine(domaine, entree, actuel, actuel_le, actuel - entree if comparable else None, etapes)


def _etape(evaluation):
    return Etape(
        evaluation.diagnostic.date,
        _niveau(evaluation.niveau),
        _niveau(evaluation.niveau_personne),
        evaluation.paroles,
        evaluation.remarque,
    )


def _niveau(valeur):
    return None if valeur is None else Niveau(valeur)


def dernieres_reponses(evaluations, avant=None):
    """Return the last answer given about each domain, {domaine: `Evaluation`}, « non abordé » left out.

    `avant` is a diagnostic: only what is older than it counts. `evaluations` are in the order of `d_une_personne`.
    """
    dernieres = {}
    for evaluation in evaluations:
        if avant is not None and evaluation.diagnostic_id == avant.pk:
            break
        if evaluation.niveau is not None:
            dernieres[evaluation.domaine] = evaluation
    return dernieres


def avec_reponses(diagnostics, evaluations):
    """Return (diagnostic, its evaluations that say something, the domains left out) for each of `diagnostics`."""
    rang = {domaine: n for n, domaine in enumerate(Domaine)}
    siennes = {diagnostic.pk: [] for diagnostic in diagnostics}
    for evaluation in sorted(evaluations, key=lambda e: rang[e.domaine]):
        siennes[evaluation.diagnostic_id].append(evaluation)
    return [
        (d, [e for e in siennes[d.pk] if not e.est_vide], [e for e in siennes[d.pk] if e.est_vide])
        for d in diagnostics
    ]
