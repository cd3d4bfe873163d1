"""Exits: what is counted, what they were, how long people stayed (metier.md §4.2, §4.3, §5)."""

from datetime import timedelta
from decimal import Decimal
from itertools import groupby

from parcours.enums import CategorieSortie, RubriqueConvergence
from parcours.models import MotifSortie
from parcours.sorties import est_dynamique

from .chiffres import Ligne, Nature, Repere, Unite, compte, exclusions, moyenne, taux
from .registre import indicateur, une_fois

RUBRIQUE = "Sorties"
#: Mean length of a month in days (365,25 / 12), to count months between two dates.
JOURS_PAR_MOIS = Decimal("30.4375")
RETRAIT, PRESENCE, SANS_MOTIF = "motif de retrait", "présence minimale non atteinte", "sortie sans motif noté"
ENCORE_LA = "sans motif noté, encore en parcours dans la structure"
#: Reference values of 2008, negotiated since in each annexe financière (metier.md §5 « Reference targets »).
REFERENCE = "référence de 2008 (circulaire DGEFP 2008-21), négociée dans chaque annexe financière"
DYNAMIQUES_VISEES, DURABLE_VISE = 60, 25
EN_EMPLOI = (CategorieSortie.DURABLE, CategorieSortie.TRANSITION, CategorieSortie.EMPLOI)


@une_fois
def examinees(donnees):
    """Return (documented, undocumented, exclusions): ids of the parcours that enter the denominators.

    Method B counts both, method A the first only (metier.md §5 « Method A / B »).
    """
    documentees, sans_motif, exclues = set(), set(), {RETRAIT: set(), PRESENCE: set(), ENCORE_LA: set()}
    for suivi in donnees.sortis:
        depart = donnees.departs.get(suivi.pk)
        if depart is None and encore_la(donnees, suivi):
            exclues[ENCORE_LA].add(suivi.pk)
        elif depart is None:
            (sans_motif if donnees.presence(suivi).examinee else exclues[PRESENCE]).add(suivi.pk)
        elif depart.examinee:
            documentees.add(suivi.pk)
        else:
            exclues[RETRAIT if depart.categorie == CategorieSortie.RETRAIT else PRESENCE].add(suivi.pk)
    return frozenset(documentees), frozenset(sans_motif), exclusions(*exclues.items())


def encore_la(donnees, suivi):
    """Whether the person goes on in another parcours: who has not left is not a « sortant » (metier.md §4.3)."""
    lendemain = suivi.sortie + timedelta(days=1)
    return any(
        autre.entree <= lendemain and (autre.sortie is None or autre.sortie > suivi.sortie)
        for autre in donnees.suivis_par_personne[suivi.personne]
        if autre.pk != suivi.pk
    )


def _de_categorie(donnees, ids, *categories):
    return {pk for pk in ids if pk in donnees.departs and donnees.departs[pk].categorie in categories}


@indicateur(
    "sorties_constatees",
    "Sorties constatées",
    rubrique=RUBRIQUE,
    definition="Parcours qui ont pris fin dans la période, documentés ou non.",
    source="metier.md §4.3",
)
def constatees(donnees):
    yield Ligne("total", "Sorties constatées", compte((s.pk for s in donnees.sortis), nature=Nature.PARCOURS))
    sans_motif = [s.pk for s in donnees.sortis if s.pk not in donnees.departs]
    yield Ligne("sans_motif", "dont sans motif noté", compte(sans_motif, nature=Nature.PARCOURS))


@indicateur(
    "sorties_examinees",
    "Sorties examinées",
    rubrique=RUBRIQUE,
    definition="Sorties de la période, moins celles dont la présence minimale n’est pas atteinte et moins les motifs "
    "de retrait. Une sortie sans motif noté est comptée.",
    source="metier.md §4.3, §5 « Sorties examinées »",
)
def sorties_examinees(donnees):
    documentees, sans_motif, exclus = examinees(donnees)
    yield Ligne("total", "Sorties examinées", compte(documentees | sans_motif, nature=Nature.PARCOURS, exclus=exclus))


def _taux(donnees, retenir):
    """The two lines of a share of the exits: B (for the funder) then A (documented exits only)."""
    documentees, sans_motif, exclus = examinees(donnees)
    dedans = {pk for pk in documentees if retenir(donnees.departs[pk].categorie)}
    toutes = documentees | sans_motif
    yield Ligne(
        "b",
        "Sur toutes les sorties examinées (méthode B)",
        taux(dedans, toutes, nature=Nature.PARCOURS, exclus=exclus),
    )
    absents = exclusions((SANS_MOTIF, sans_motif))
    yield Ligne(
        "a",
        "Sur les seules sorties documentées (méthode A)",
        taux(dedans, documentees, nature=Nature.PARCOURS, exclus=(*exclus, *absents)),
    )


@indicateur(
    "taux_dynamiques",
    "Taux de sorties dynamiques",
    rubrique=RUBRIQUE,
    definition="Sorties en emploi durable, en emploi de transition et sorties positives, sur les sorties examinées. "
    "La méthode B compte aussi les sorties sans motif noté : c’est elle qui fait foi. La méthode A les laisse "
    "de côté.",
    source="metier.md §5 « Taux de sorties dynamiques » (circulaire DGEFP 2008-21)",
    lignes="Méthode",
    reperes=[Repere(methode, DYNAMIQUES_VISEES, REFERENCE) for methode in "ba"],
)
def taux_dynamiques(donnees):
    return _taux(donnees, est_dynamique)


@indicateur(
    "taux_durable",
    "Taux d’emploi durable",
    rubrique=RUBRIQUE,
    definition="Sorties en emploi durable (CDI, CDD ou intérim de 6 mois et plus, fonction publique, création "
    "d’entreprise) sur les sorties examinées.",
    source="metier.md §4.3, §5 « Taux d’emploi durable »",
    lignes="Méthode",
    reperes=[Repere(methode, DURABLE_VISE, REFERENCE) for methode in "ba"],
)
def taux_durable(donnees):
    return _taux(donnees, lambda categorie: categorie == CategorieSortie.DURABLE)


@indicateur(
    "sorties_categories",
    "Sorties examinées par catégorie",
    rubrique=RUBRIQUE,
    definition="Part de chaque catégorie dans les sorties examinées, celle du jour de la sortie. Une sortie sans "
    "motif noté forme sa propre ligne.",
    source="metier.md §4.2, §4.3",
    lignes="Catégorie",
)
def par_categorie(donnees):
    documentees, sans_motif, exclus = examinees(donnees)
    toutes = documentees | sans_motif
    for categorie in CategorieSortie:
        siennes = _de_categorie(donnees, documentees, categorie)
        if siennes or categorie in (CategorieSortie.DURABLE, CategorieSortie.TRANSITION, CategorieSortie.POSITIVE):
            yield Ligne(str(categorie), categorie.label, taux(siennes, toutes, nature=Nature.PARCOURS, exclus=exclus))
    if sans_motif:
        yield Ligne("sans_motif", "Sans motif noté", taux(sans_motif, toutes, nature=Nature.PARCOURS, exclus=exclus))


@indicateur(
    "sorties_motifs",
    "Sorties par motif",
    rubrique=RUBRIQUE,
    definition="Toutes les sorties documentées de la période, par motif tel qu’il se lisait ce jour-là, retraits "
    "compris.",
    source="metier.md §4.2",
    lignes="Motif",
)
def par_motif(donnees):
    return _lignes_par_motif(donnees.departs.values())


def _lignes_par_motif(departs, **options):
    """A line per motive, under the label that its latest exit kept."""
    for code, siens in groupby(sorted(departs, key=lambda d: (d.motif, d.date, d.parcours)), key=lambda d: d.motif):
        siens = list(siens)
        yield Ligne(code, siens[-1].libelle, compte((d.parcours for d in siens), nature=Nature.PARCOURS, **options))


@indicateur(
    "sorties_hors_emploi",
    "Sorties hors emploi par motif",
    rubrique=RUBRIQUE,
    definition="Sorties documentées de la période dont le motif n’est pas un emploi, par motif. Les motifs de "
    "retrait sont comptés à part.",
    source="metier.md §5 « Sorties hors emploi par motif » (fiche CVG)",
    lignes="Motif",
)
def hors_emploi(donnees):
    cvg = rubriques(donnees)
    retires = frozenset(_de_categorie(donnees, donnees.departs, CategorieSortie.RETRAIT))
    autres = [
        d
        for d in donnees.departs.values()
        if d.parcours not in retires
        and d.categorie not in EN_EMPLOI
        and cvg.get(d.motif) != RubriqueConvergence.EMPLOI
    ]
    return _lignes_par_motif(autres, exclus=exclusions((RETRAIT, retires)))


def rubriques(donnees):
    """{code of a motive: its heading on the Convergence sheet, "" for none} (metier.md §4.2)."""
    return dict(
        donnees.table(
            "rubriques",
            lambda _: MotifSortie.objects.values_list("code", "cvg"),
            lambda code, cvg: (code, cvg),
        )
    )


@indicateur(
    "duree_moyenne",
    "Durée moyenne des parcours terminés",
    rubrique=RUBRIQUE,
    definition="Mois entre l’entrée et la sortie des parcours qui ont pris fin dans la période (jours présents, "
    "premier et dernier compris, divisés par 30,4375).",
    source="metier.md §5 « durée moyenne de parcours » (fiche CVG)",
)
def duree_moyenne(donnees):
    durees = {s.pk: Decimal((s.sortie - s.entree).days + 1) / JOURS_PAR_MOIS for s in donnees.sortis}
    yield Ligne("total", "Durée moyenne", moyenne(durees, Unite.MOIS, nature=Nature.PARCOURS))
