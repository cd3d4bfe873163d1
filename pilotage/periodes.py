"""The periods that people ask for in one click; today is an argument."""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta


@dataclass(frozen=True)
class Periode:
    """From the day `du` to the day `au`, both included, as `libelle` names it."""

    libelle: str
    du: date
    au: date


def annee_en_cours(le):
    """The civil year of the day `le`, up to it: what has not happened yet is not a figure."""
    return Periode("Cette année, à ce jour", le.replace(month=1, day=1), le)


def douze_mois(le):
    """The twelve months that end on the day `le`."""
    return Periode("12 derniers mois", le - relativedelta(years=1) + relativedelta(days=1), le)


def raccourcis(le):
    """Return the `Periode`s offered on the day `le`: this year, last one, twelve months, last half, last quarter."""
    debut = le.replace(month=1, day=1)
    mois = le.replace(day=1)
    return [
        annee_en_cours(le),
        Periode(f"Année {le.year - 1}", debut - relativedelta(years=1), debut - relativedelta(days=1)),
        douze_mois(le),
        _revolu("Dernier semestre", mois, 6),
        _revolu("Dernier trimestre", mois, 3),
    ]


def _revolu(libelle, mois, duree):
    """The last civil period of `duree` months that was over when the month `mois` began."""
    suivant = mois - relativedelta(months=(mois.month - 1) % duree)
    return Periode(libelle, suivant - relativedelta(months=duree), suivant - relativedelta(days=1))
