"""Full-time posts made by the hours worked (metier.md §5 « ETP réalisés »)."""

from decimal import Decimal

from parcours.heures import HEURES_ANNUELLES

from .chiffres import Chiffre, Exclusion, Ligne, Nature, Unite, arrondi, somme
from .registre import indicateur

RUBRIQUE = "Effectifs et ETP"
SANS_SAISIE = "sous contrat un mois au moins, sans heures notées"


def heures_de_la_periode(donnees):
    """{parcours: hours} of the months of the period, of the parcours of the perimeter."""
    premier = donnees.du.replace(day=1)
    totaux = {}
    for parcours, mois in donnees.heures.items():
        siennes = [heures for le, heures in mois.items() if le >= premier]
        if parcours in donnees.suivis and siennes:
            totaux[parcours] = sum(siennes, Decimal(0))
    return totaux


def nombre_de_mois(donnees):
    return (donnees.au.year - donnees.du.year) * 12 + donnees.au.month - donnees.du.month + 1


@indicateur(
    "etp",
    "ETP réalisés",
    rubrique=RUBRIQUE,
    definition="Heures travaillées de la période, divisées par les heures payées d’un temps plein sur la même durée "
    "(1 820 h par an dans un ACI). Les heures de paie n’existent que dans une structure qui signe des contrats.",
    source="metier.md §5 « ETP réalisés » (suivi_etp_realises_v2)",
)
def etp(donnees):
    heures = heures_de_la_periode(donnees)
    sans = {pk for pk, contrats in donnees.contrats.items() if any(_recoupe(donnees, c) for c in contrats)}
    sans -= heures.keys()
    exclus = (Exclusion(SANS_SAISIE, frozenset(sans)),) if sans else ()
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
    qui = {"nature": Nature.PARCOURS, "derriere": frozenset(heures)}
    if denominateur is None:
        return Chiffre(None, Unite.ETP, **qui)
    return Chiffre(valeur, Unite.ETP, numerateur, arrondi(denominateur, 1), **qui)


def _recoupe(donnees, contrat):
    return donnees.perimetre.recoupe(contrat.debut, contrat.fin)
