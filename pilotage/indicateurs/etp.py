"""Full-time posts made by the hours worked (metier.md §5 « ETP réalisés »)."""

from collections import defaultdict
from decimal import Decimal

from dateutil.relativedelta import relativedelta

from parcours.heures import HEURES_ANNUELLES

from .chiffres import Chiffre, Ligne, Nature, Unite, arrondi, exclusions, montants, somme
from .registre import indicateur

RUBRIQUE = "Effectifs et ETP"
SANS_SAISIE = "un mois au moins sous contrat, sans heures notées"


def heures_de_la_periode(donnees):
    """{parcours: hours} of the months that the period touches, each whole, whoever has left since."""
    totaux = defaultdict(Decimal)
    for travail in _travaux(donnees):
        totaux[travail.parcours] += travail.heures
    return totaux


def _travaux(donnees):
    premier = donnees.du.replace(day=1)
    return [t for t in donnees.heures if t.mois >= premier and t.parcours in donnees.gardes]


def _sans_saisie(donnees):
    """The parcours with a month under contract in the period whose hours nobody noted."""
    notes = {(t.parcours, t.mois) for t in _travaux(donnees)}
    return frozenset(
        pk
        for pk, contrats in donnees.contrats.items()
        if any((pk, mois) not in notes for contrat in contrats for mois in _mois(donnees, contrat))
    )


def _mois(donnees, contrat):
    """The first days of the months of the period in which `contrat` runs one day at least."""
    debut, fin = max(contrat.debut, donnees.du), min(contrat.fin or donnees.au, donnees.au)
    mois = debut.replace(day=1)
    while debut <= fin and mois <= fin:
        yield mois
        mois += relativedelta(months=1)


def nombre_de_mois(donnees):
    return (donnees.au.year - donnees.du.year) * 12 + donnees.au.month - donnees.du.month + 1


@indicateur(
    "etp",
    "ETP réalisés",
    rubrique=RUBRIQUE,
    definition="Heures travaillées de la période, divisées par les heures payées d’un temps plein sur la même durée "
    "(1\u00a0820\u00a0h par an dans un ACI). Un mois que la période touche compte en entier. Les heures de paie "
    "n’existent que dans une structure qui signe des contrats ; les ETP conventionnés le sont pour tous ses "
    "dispositifs à la fois.",
    source="metier.md §5 « ETP réalisés » (suivi_etp_realises_v2)",
)
def etp(donnees):
    heures = heures_de_la_periode(donnees)
    sans = _sans_saisie(donnees)
    exclus = exclusions((SANS_SAISIE, sans))
    yield Ligne("heures", "Heures travaillées", somme(heures, Unite.HEURES, nature=Nature.PARCOURS, exclus=exclus))
    total = sum(heures.values(), Decimal(0))
    annuelles = HEURES_ANNUELLES.get(donnees.structure.type)
    attendues = Decimal(annuelles * nombre_de_mois(donnees)) / 12 if annuelles else None
    realises = arrondi(total / attendues, 2) if attendues else None
    yield Ligne("realises", "ETP réalisés", _chiffre(realises, total, attendues, heures))
    conventionnes = donnees.etp_conventionnes
    yield Ligne("conventionnes", "ETP conventionnés", Chiffre(conventionnes, Unite.ETP))
    part = arrondi(100 * realises / conventionnes, 1) if realises is not None and conventionnes else None
    fraction = {"numerateur": realises, "denominateur": conventionnes} if part is not None else {}
    yield Ligne("taux", "Réalisés sur conventionnés", Chiffre(part, Unite.TAUX, **fraction))


def _chiffre(valeur, numerateur, denominateur, heures):
    qui = {"nature": Nature.PARCOURS, "derriere": frozenset(heures), "montants": montants(heures, Unite.HEURES)}
    if denominateur is None:
        return Chiffre(None, Unite.ETP, **qui)
    return Chiffre(valeur, Unite.ETP, numerateur, arrondi(denominateur, 1), **qui)
