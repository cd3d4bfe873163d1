"""In employment 3, 6 and 12 months after the exit (metier.md §5 « Maintien post-sortie »)."""

from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from parcours.enums import SITUATIONS_EN_EMPLOI, CategorieSortie, EcheanceSuivi, SituationApres
from parcours.models import Sortie, SuiviPostSortie

from .chiffres import Ligne, Nature, exclusions, taux
from .registre import indicateur

RUBRIQUE = "Après la sortie"
SANS_NOUVELLES = "sans nouvelles notées"


@dataclass(frozen=True, slots=True)
class Nouvelle:
    parcours: int
    echeance: int
    situation: str


def _sorties(donnees):
    """{parcours: date} of the documented exits whose news may fall due in the period, withdrawn motives left out."""
    recul = relativedelta(months=max(EcheanceSuivi))
    lignes = donnees.table(
        "sorties_a_suivre",
        lambda donnees: (
            Sortie.objects.filter(date__range=(donnees.du - recul, donnees.au))
            .exclude(categorie=CategorieSortie.RETRAIT)
            .values_list("parcours_id", "date")
        ),
        lambda parcours, le: (parcours, le),
    )
    return {parcours: le for parcours, le in lignes if parcours in donnees.gardes}


def nouvelles(donnees):
    """{(parcours, months): situation} of the news noted by the end of the period."""
    lignes = donnees.table(
        "nouvelles",
        lambda donnees: SuiviPostSortie.objects.filter(date__lte=donnees.au, echeance__isnull=False).values_list(
            "parcours_id", "echeance", "situation"
        ),
        Nouvelle,
    )
    return {(n.parcours, n.echeance): n.situation for n in lignes}


@indicateur(
    "maintien",
    "En emploi après la sortie",
    rubrique=RUBRIQUE,
    definition="Parmi les sorties documentées (hors retraits) dont l’échéance tombe dans la période, celles dont les "
    "nouvelles notées disent que la personne est en emploi. Celles dont personne n’a eu de nouvelles restent au "
    "dénominateur et sont nommées.",
    source="metier.md §5 « Maintien post-sortie » (mois_apres_sortie)",
    lignes="Échéance",
)
def maintien(donnees):
    sorties, dites = _sorties(donnees), nouvelles(donnees)
    for echeance in EcheanceSuivi:
        mois = relativedelta(months=echeance)
        dues = {pk for pk, le in sorties.items() if donnees.perimetre.contient(le + mois)}
        en_emploi = {pk for pk in dues if dites.get((pk, echeance)) in SITUATIONS_EN_EMPLOI}
        perdues = frozenset(
            pk for pk in dues if dites.get((pk, echeance), SituationApres.INJOIGNABLE) == SituationApres.INJOIGNABLE
        )
        exclus = exclusions((SANS_NOUVELLES, perdues))
        yield Ligne(f"m{echeance}", echeance.label, taux(en_emploi, dues, nature=Nature.PARCOURS, exclus=exclus))
