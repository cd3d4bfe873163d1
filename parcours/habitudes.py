"""What somebody writes most often in a note: how long, where. Said to them alone, and never as a figure."""

from collections import Counter
from dataclasses import dataclass

#: How many of their last entretiens are looked at, and how many answers are offered.
REGARDES, DUREES, LIEUX = 60, 3, 5


@dataclass(frozen=True)
class Habitudes:
    """`durees` in minutes, the shortest first; `lieux`, the most frequent first."""

    durees: list[int]
    lieux: list[str]


def habitudes(entretiens):
    """What comes back in `entretiens`, (minutes, place) of each, the latest first."""
    durees = Counter(duree for duree, _ in entretiens if duree)
    lieux = Counter(lieu for _, lieu in entretiens if lieu)
    return Habitudes(sorted(_premiers(durees, DUREES)), _premiers(lieux, LIEUX))


def _premiers(comptes, nombre):
    return [valeur for valeur, fois in comptes.most_common(nombre) if fois > 1]
