"""What the figures of a report are about: its period as far as it has gone, its dispositifs, its people."""

from ..indicateurs import Cohorte, Perimetre


def perimetre(bilan, le):
    """What the figures of `bilan` are about on the day `le`: of a period under way, what has happened."""
    au = compte_jusqu_au(bilan, le)
    return Perimetre(bilan.structure, bilan.du, au, frozenset(bilan.dispositifs), cohorte(bilan))


def compte_jusqu_au(bilan, le):
    """The last day that figures are counted: that of the period, or the day `le` if it comes first.

    A day to come has nobody « présent », and the hours of a year that is not over are not a year's (metier.md §5
    « Common rules »: what is not known is not 0).
    """
    return max(bilan.du, min(bilan.au, le))


def cohorte(bilan):
    """Whom the figures of `bilan` keep."""
    return Cohorte(bilan.entres_du, bilan.entres_au, frozenset(bilan.publics))
