"""What a PLIE asks: exits to a lasting solution, a meeting each month (metier.md §4.3, §5 « PLIE »)."""

from insertion.enums import TypeStructure
from parcours.enums import CategorieSortie, Orienteur, RubriqueConvergence

from .accompagnement import un_entretien_par
from .chiffres import Ligne, Nature, exclusions, taux
from .registre import indicateur
from .sorties import ENCORE_LA, RETRAIT, SANS_MOTIF, encore_la, rubriques

RUBRIQUE = "PLIE"
#: The exit motives of the PLIE carry this prefix in the published list.
PREFIXE = "PLIE-"


def participants(donnees):
    """The `Suivi`s of the participants of a PLIE: everybody in a PLIE, elsewhere who was sent by one."""
    tous = donnees.suivis.values()
    if donnees.structure.type == TypeStructure.PLIE:
        return list(tous)
    return [s for s in tous if s.orienteur == Orienteur.PLIE]


def est_positive(depart):
    """Employment of 6 months or more, or a validated training, by the motive noted (metier.md §4.3, last rule).

    In the list of the PLIE the category says it; in that of the ASP « durable » is 6 months and more.
    """
    if depart.motif.startswith(PREFIXE):
        return depart.categorie == CategorieSortie.POSITIVE
    return depart.categorie == CategorieSortie.DURABLE


@indicateur(
    "plie_sorties",
    "Sorties positives du PLIE",
    rubrique=RUBRIQUE,
    definition="Sorties des participants en emploi de 6 mois et plus (périodes cumulées), en saisonnier d’au moins 8 "
    "mois sur 12, en création d’activité ou en formation qualifiante validée, sur leurs sorties de la période, "
    "retraits à part. Une sortie sans motif noté reste au dénominateur et est nommée. Hors d’un PLIE, les "
    "participants sont les personnes orientées par un PLIE.",
    source="metier.md §4.3 (règle PLIE), §5 « PLIE »",
    lignes="Sortie",
)
def sorties(donnees):
    partis = {s.pk: s for s in participants(donnees) if donnees.perimetre.contient(s.sortie)}
    departs = {pk: donnees.departs[pk] for pk in partis if pk in donnees.departs}
    retraits = {pk for pk, d in departs.items() if d.categorie == CategorieSortie.RETRAIT}
    encore = {pk for pk, s in partis.items() if pk not in departs and encore_la(donnees, s)}
    base = partis.keys() - retraits - encore
    exclus = exclusions((RETRAIT, retraits), (ENCORE_LA, encore), (SANS_MOTIF, base - departs.keys()))
    options = {"nature": Nature.PARCOURS, "exclus": exclus}
    positives = {pk for pk in base & departs.keys() if est_positive(departs[pk])}
    yield Ligne("positives", "Sorties positives", taux(positives, base, **options))
    cvg = rubriques(donnees)
    for code, libelle, rubrique in (
        ("emploi", "dont emploi ou activité de 6 mois et plus", RubriqueConvergence.EMPLOI),
        ("formation", "dont formation validée", RubriqueConvergence.FORMATION),
    ):
        dedans = {pk for pk in positives if cvg.get(departs[pk].motif) == rubrique}
        yield Ligne(code, libelle, taux(dedans, base, **options))


@indicateur(
    "plie_entretiens",
    "Un entretien par mois (PLIE)",
    rubrique=RUBRIQUE,
    definition="Parcours de participants qui ont eu au moins un entretien dans chacun des mois civils passés en "
    "entier dans le parcours et dans la période, sur ceux qui ont au moins un tel mois.",
    source="metier.md §5 « PLIE » (rencontre mensuelle avec le référent)",
)
def mensuels(donnees):
    chiffre = taux(*un_entretien_par(donnees, 1, participants(donnees)), nature=Nature.PARCOURS)
    yield Ligne("total", "Un entretien par mois", chiffre)
