"""What changed between the first diagnostic of a parcours and the last level known, domain by domain."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from math import inf

from insertion.enums import DOMAINES_SENSIBLES, Domaine

from .enums import Moment
from .grilles import GRILLES, Grille
from .models import Diagnostic, Evaluation
from .models.diagnostics import NON_ABORDE, difference

MOINS = "\u2212"


@dataclass(frozen=True)
class Etape:
    """One dated answer about one domain; `niveau` None is « non abordé » or « non évalué », never 0.

    `sans_niveau` says which of the two it is (metier.md §2 row 22).
    """

    date: date
    niveau: IntEnum | None
    personne: IntEnum | None = None
    paroles: str = ""
    remarque: str = ""
    sans_niveau: str = NON_ABORDE


@dataclass(frozen=True)
class EvolutionDomaine:
    """One domain from entry to now; higher is better. `depart` is the answer at the entry, `connue` that of now."""

    domaine: Domaine
    grille: Grille
    depart: Etape | None
    connue: Etape | None
    compare: bool
    etapes: tuple[Etape, ...]

    @property
    def nom(self):
        return self.grille.libelle(self.domaine)

    @property
    def court(self):
        return self.grille.court(self.domaine)

    @property
    def entree(self):
        return self.depart.niveau if self.depart else None

    @property
    def actuel(self):
        return self.connue.niveau if self.connue else None

    @property
    def actuel_le(self):
        return self.connue.date if self.connue and self.connue.niveau is not None else None

    @property
    def ecart(self):
        """By how many levels it rose since the entry; None when one of the two is unknown."""
        return _ecart(self.compare, self.entree, self.actuel)

    @property
    def ecart_personne(self):
        """The same from the person's own ratings (metier.md §1 row 16)."""
        departs, actuels = (e.personne if e else None for e in (self.depart, self.connue))
        return _ecart(self.compare, departs, actuels)

    @property
    def entree_en_mots(self):
        """« 1 · Frein fort », « Non abordé », « Non évalué »."""
        return _en_mots(self.depart)

    @property
    def actuel_en_mots(self):
        return _en_mots(self.connue)

    @property
    def difference(self):
        """Where the person's own rating differs from the level of now, in words."""
        return difference(self.actuel, self.connue.personne) if self.connue else ""

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
            return "non comparable" if self.actuel is not None else self.actuel_en_mots.lower()
        return _changement(self.ecart)

    @property
    def personne_en_mots(self):
        """How the person's own rating changed, as a sentence reads it; '' when it cannot be known."""
        return "" if self.ecart_personne is None else _changement(self.ecart_personne)

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
    """The diagnostics of one parcours on one grid, oldest first, and what became of each domain.

    `ecartes` are its diagnostics made with another grid: their levels mean something else, so they are named and left
    out.
    """

    passages: tuple[Passage, ...]
    domaines: tuple[EvolutionDomaine, ...]
    grille: Grille
    ecartes: tuple[Passage, ...] = ()

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
    def sans_niveau(self):
        """Domains about which no level is known, counted apart."""
        return tuple(domaine for domaine in self.domaines if domaine.actuel is None)

    @property
    def differents(self):
        """Domains that the person and the professional rate differently now."""
        return tuple(domaine for domaine in self.domaines if domaine.difference)

    @property
    def bilan(self):
        """How many domains rose, fell, stayed; those that cannot be compared are counted apart, in words."""
        ecarts = [domaine.ecart for domaine in self.domaines]
        comparables = [ecart for ecart in ecarts if ecart is not None]
        comptes = (
            (sum(e > 0 for e in comparables), "progresse", "progressent"),
            (sum(e < 0 for e in comparables), "recule", "reculent"),
            (sum(e == 0 for e in comparables), "ne change pas", "ne changent pas"),
            (len(ecarts) - len(comparables), "ne se compare pas", "ne se comparent pas"),
        )
        dits = [f"{nombre} {seul if nombre == 1 else tous}" for nombre, seul, tous in comptes if nombre]
        nom = "domaine" if len(ecarts) == 1 else "domaines"
        return f"Sur {len(ecarts)} {nom} : {', '.join(dits)}." if dits else ""


def mesurer(evaluations, parcours=None, grille=None):
    """Return the `Evolution` that `evaluations` tell (`Evaluation.objects.d_une_personne(beneficiaire)`).

    Somebody who comes back starts anew: only one parcours is measured, `parcours` or else that of the last
    diagnostic; and only one grid, the code `grille` or else that of its last diagnostic. Entry is the first
    diagnostic; a domain without a level that day has no change, whatever follows. Now is the last level known: a
    later « non abordé » or « non évalué » does not erase it (metier.md §2 row 22, §5).
    """
    evaluations = list(evaluations)
    dernier = evaluations[-1].diagnostic.parcours_id if evaluations else None
    suivi = parcours.pk if parcours is not None else dernier
    siennes = [e for e in evaluations if e.diagnostic.parcours_id == suivi]
    return _evolution(siennes, grille or (siennes[-1].diagnostic.grille if siennes else "tremplin"), _derniere_connue)


def comparer(evaluations, avant, apres):
    """Return the `Evolution` between two diagnostics of somebody, each taken as it was answered that day.

    A domain without a level on one of the two days is not compared; with two grids nothing is: `apres` stands alone
    and `avant` is in `ecartes`.
    """
    siennes = [e for e in evaluations if e.diagnostic_id in (avant.pk, apres.pk)]
    dernieres = {e.domaine: e for e in siennes if e.diagnostic_id == apres.pk}
    return _evolution(siennes, apres.grille, lambda etapes, domaine: _reponse(dernieres.get(domaine)))


def _evolution(siennes, grille, actuelle):
    """`actuelle(etapes, domaine)` picks the answer that counts as the one of now."""
    retenues = [e for e in siennes if e.diagnostic.grille == grille]
    diagnostics = _diagnostics(retenues)
    ecartes = _diagnostics(e for e in siennes if e.diagnostic.grille != grille)
    bareme, presents = GRILLES[grille], {e.domaine for e in retenues}
    return Evolution(
        tuple(_passage(d) for d in diagnostics),
        tuple(
            _domaine(domaine, bareme, retenues, diagnostics, actuelle)
            for domaine in [*bareme.phrases]
            if domaine in presents
        ),
        bareme,
        tuple(_passage(d) for d in ecartes),
    )


def _diagnostics(evaluations):
    return list({e.diagnostic_id: e.diagnostic for e in evaluations}.values())


def _passage(diagnostic):
    return Passage(diagnostic.pk, diagnostic.date, Moment(diagnostic.moment), diagnostic.a_confirmer)


def remplacer(evaluations, diagnostic, reponses):
    """Return `evaluations` as if `diagnostic` (saved or not) answered `reponses`, {domaine: {field: value}}."""
    autres = [e for e in evaluations if e.diagnostic_id != diagnostic.pk]
    essai = [Evaluation(diagnostic=diagnostic, domaine=domaine, **champs) for domaine, champs in reponses.items()]
    return sorted([*autres, *essai], key=lambda e: (e.diagnostic.date, e.diagnostic_id or inf))


def _domaine(domaine, bareme, evaluations, diagnostics, actuelle):
    siennes = [e for e in evaluations if e.domaine == domaine]
    etapes = tuple(_reponse(evaluation) for evaluation in siennes)
    depart = next((_reponse(e) for e in siennes if e.diagnostic_id == diagnostics[0].pk), None)
    return EvolutionDomaine(domaine, bareme, depart, actuelle(etapes, domaine), len(diagnostics) > 1, etapes)


def _derniere_connue(etapes, domaine):
    """The last answer with a level, else the last answer."""
    connue = next((etape for etape in reversed(etapes) if etape.niveau is not None), None)
    return connue or etapes[-1]


def _reponse(evaluation):
    if evaluation is None:
        return None
    bareme = evaluation.bareme
    return Etape(
        evaluation.diagnostic.date,
        bareme.niveau(evaluation.niveau),
        bareme.niveau(evaluation.niveau_personne),
        evaluation.paroles,
        evaluation.remarque,
        evaluation.sans_niveau,
    )


def _en_mots(etape):
    if etape is None:
        return NON_ABORDE
    return etape.sans_niveau or f"{etape.niveau} · {etape.niveau.en_mots}"


def _ecart(compare, avant, apres):
    return apres - avant if compare and avant is not None and apres is not None else None


def _changement(ecart):
    if ecart == 0:
        return "inchangé"
    niveaux = "niveau" if abs(ecart) == 1 else "niveaux"
    return f"{'gagne' if ecart > 0 else 'perd'} {abs(ecart)} {niveaux}"


def dernieres_reponses(evaluations, grille, avant=None):
    """Return the last answer with a level about each domain on one grid, {domaine: `Evaluation`}.

    `avant` is a diagnostic: only what is older than it counts. `evaluations` are in the order of `d_une_personne`.
    """
    dernieres = {}
    for evaluation in evaluations:
        if avant is not None and evaluation.diagnostic_id == avant.pk:
            break
        if evaluation.niveau is not None and evaluation.diagnostic.grille == grille:
            dernieres[evaluation.domaine] = evaluation
    return dernieres


@dataclass(frozen=True)
class Lu:
    """One diagnostic as a page shows it: its answers that say something, and the domains left out."""

    diagnostic: Diagnostic
    reponses: list[Evaluation]
    non_abordes: list[Evaluation]

    @property
    def a_des_sensibles(self):
        return any(evaluation.est_sensible for evaluation in self.reponses)


def avec_reponses(diagnostics, evaluations):
    """Return the `Lu` of each of `diagnostics`, with its own among `evaluations`, in the order of its grid."""
    siennes = {diagnostic.pk: [] for diagnostic in diagnostics}
    for evaluation in evaluations:
        siennes[evaluation.diagnostic_id].append(evaluation)
    return [_lu(diagnostic, siennes[diagnostic.pk]) for diagnostic in diagnostics]


def _lu(diagnostic, evaluations):
    rang = {domaine: n for n, domaine in enumerate(diagnostic.bareme.phrases)}
    rangees = sorted(evaluations, key=lambda e: rang.get(e.domaine, len(rang)))
    return Lu(diagnostic, [e for e in rangees if not e.est_vide], [e for e in rangees if e.est_vide])


def marquer_confirmees(evaluations, confirmations):
    """Give each of `evaluations` its `confirmee`: the last of `confirmations` about it, or None."""
    dernieres = {confirmation.evaluation_id: confirmation for confirmation in confirmations}
    for evaluation in evaluations:
        evaluation.confirmee = dernieres.get(evaluation.pk)
