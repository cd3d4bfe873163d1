"""The periods that reports are asked for, on a day: years, the semesters of Convergence, quarters."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ..periodes import Periode

#: The month from which people prepare the report of the year under way rather than finish that of the last one: an
#: annual report is due in the first months of the next year (metier.md §5, `Convention.bilan_le`).
PREMIER_MOIS = 7


def annee_a_rendre(le):
    """The year proposed on the day `le`: the last one until the end of June, then the one under way."""
    en_cours, derniere = periodes(le)[:2]
    return en_cours if le.month >= PREMIER_MOIS else derniere


def periodes(le):
    """The periods offered on the day `le`: two years, three semesters (April to September, October to March), the
    quarter that has just ended."""
    annees = [Periode(f"Année {an}", date(an, 1, 1), date(an, 12, 31)) for an in (le.year, le.year - 1)]
    return annees + _semestres(le) + [_trimestre(le)]


def _semestres(le):
    """The one under way and the two before, the latest first."""
    debut = date(le.year, 4 if 4 <= le.month < 10 else 10, 1) if le.month >= 4 else date(le.year - 1, 10, 1)
    debuts = [debut - relativedelta(months=6 * rang) for rang in range(3)]
    return [Periode(_nom(jour), jour, jour + relativedelta(months=6, days=-1)) for jour in debuts]


def _nom(debut):
    if debut.month == 4:
        return f"Semestre avril – septembre {debut.year}"
    return f"Semestre octobre {debut.year} – mars {debut.year + 1}"


def _trimestre(le):
    fin = date(le.year, 3 * ((le.month - 1) // 3) + 1, 1) - timedelta(days=1)
    rang = fin.month // 3
    nom = f"{rang}{'er' if rang == 1 else 'e'} trimestre {fin.year}"
    return Periode(nom, date(fin.year, fin.month - 2, 1), fin)
