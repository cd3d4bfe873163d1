"""Geometry of the small multiples: one domain over time, as steps; `diagnostic_evolution.html` draws it."""

from dataclasses import dataclass

from .evolution import EvolutionDomaine
from .radar import Point

LARGEUR, HAUTEUR, MARGE = 240, 76, 8
NIVEAUX = 4


@dataclass(frozen=True)
class Escalier:
    """The steps of one domain: a line, a mark per known level, a sentence for who does not see them."""

    domaine: EvolutionDomaine
    trait: str
    points: tuple[Point, ...]
    description: str


def escaliers(evolution):
    """Return one `Escalier` per domain of an `Evolution`, all on the same time scale.

    A level lasts until the next one known; « non abordé » leaves no mark and does not break the line.
    """
    if not evolution.passages:
        return []
    return [_escalier(domaine, evolution.premier.date, evolution.dernier.date) for domaine in evolution.domaines]


def _escalier(domaine, debut, fin):
    connues = [etape for etape in domaine.etapes if etape.niveau is not None]
    points = [Point(_x(etape.date, debut, fin), _y(etape.niveau)) for etape in connues]
    phrases = [f"{etape.niveau} le {etape.date:%d/%m/%Y}" for etape in connues]
    return Escalier(domaine, _marches(points), tuple(points), ", ".join(phrases) or "non abordé")


def _marches(points):
    """Horizontal then vertical, and on to the right edge: the last level known is the one of today."""
    if not points:
        return ""
    suite = "".join(f" H{point.x} V{point.y}" for point in points[1:])
    return f"M{points[0].x} {points[0].y}{suite} H{LARGEUR - MARGE:.1f}"


def _x(le, debut, fin):
    duree = (fin - debut).days
    part = (le - debut).days / duree if duree else 0
    return f"{MARGE + part * (LARGEUR - 2 * MARGE):.1f}"


def _y(niveau):
    return f"{HAUTEUR - MARGE - niveau / NIVEAUX * (HAUTEUR - 2 * MARGE):.1f}"
