"""What a GEIQ reports: breaches, exits, qualifications, aids for short contracts (metier.md §5 « GEIQ »)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from insertion.enums import OuiNon
from parcours.enums import CategorieSortie, ReponseFormation, Rupture
from parcours.models import FormationSuivie

from .chiffres import Ligne, Nature, compte, exclusions, taux
from .emploi import OBTENUES
from .registre import indicateur
from .sorties import EN_EMPLOI, examinees

RUBRIQUE = "GEIQ"
#: Exit motives that say a breach of the trial (metier.md §4.2).
MOTIFS_ESSAI = ("21", "22")
#: Below so many days of contract in the year, an aid asked for needs a justification (metier.md §5 « GEIQ »).
JOURS_MINIMUM = 90
SANS_PRECISION, TERME = "inconnu", "terme"
RESULTAT_TU, RIEN_DE_VISE = "résultat non renseigné", "aucune certification visée notée"


@dataclass(frozen=True, slots=True)
class Visee:
    """A certification aimed at in a parcours, and its result by the end of the period (« » : not known)."""

    parcours: int
    resultat: str
    resultat_le: date | None


def fins(donnees):
    """{id: `Rupture` or TERME or SANS_PRECISION} of the contracts whose last real day falls in the period."""
    trouvees = {}
    for contrats in donnees.contrats.values():
        for contrat in contrats:
            if donnees.perimetre.contient(contrat.fin):
                trouvees[contrat.pk] = _fin(donnees, contrat)
    return trouvees


def _fin(donnees, contrat):
    """How a contract stopped: what was noted, else what the exit says, else « inconnu » before its term."""
    if contrat.rupture:
        return TERME if contrat.rupture == Rupture.SANS else contrat.rupture
    if contrat.terme is not None and contrat.fin >= contrat.terme:
        return TERME
    depart = donnees.departs.get(contrat.parcours)
    return Rupture.ESSAI if depart and depart.motif in MOTIFS_ESSAI else SANS_PRECISION


@indicateur(
    "geiq_ruptures",
    "Ruptures de contrat (GEIQ)",
    rubrique=RUBRIQUE,
    definition="Contrats qui ont pris fin dans la période : rompus pendant la période d’essai, après elle, allés à "
    "leur terme (ou suivis d’un autre contrat sans rupture). Une fin avant le terme sans précision est « non "
    "renseignée ».",
    source="metier.md §5 « GEIQ » (rupture en période d’essai, hors essai)",
    lignes="Fin du contrat",
)
def ruptures(donnees):
    finis, options = fins(donnees), {"nature": Nature.CONTRATS}
    yield Ligne("total", "Contrats terminés", compte(finis, **options))
    for code, libelle in (
        (Rupture.ESSAI, "Rompus pendant la période d’essai"),
        (Rupture.HORS_ESSAI, "Rompus après la période d’essai"),
        (TERME, "À leur terme, ou sans rupture"),
        (SANS_PRECISION, "Avant leur terme, non renseigné"),
    ):
        yield Ligne(str(code), libelle, taux({pk for pk, fin in finis.items() if fin == code}, finis, **options))


@indicateur(
    "geiq_sorties",
    "Sorties en emploi (GEIQ)",
    rubrique=RUBRIQUE,
    definition="Sorties en emploi durable, puis dans tout emploi (durable, de transition), sur les sorties examinées "
    "de la période. Une sortie sans motif noté est comptée au dénominateur.",
    source="metier.md §5 « GEIQ » (sortie durable, sortie en emploi)",
    lignes="Sortie",
)
def sorties(donnees):
    documentees, sans_motif, exclus = examinees(donnees)
    base = documentees | sans_motif
    options = {"nature": Nature.PARCOURS, "exclus": exclus}
    for code, libelle, categories in (
        ("durable", "En emploi durable", (CategorieSortie.DURABLE,)),
        ("emploi", "En emploi", EN_EMPLOI),
    ):
        dedans = {pk for pk in documentees if donnees.departs[pk].categorie in categories}
        yield Ligne(code, libelle, taux(dedans, base, **options))


@indicateur(
    "geiq_qualifications",
    "Qualifications obtenues (GEIQ)",
    rubrique=RUBRIQUE,
    definition="Parcours terminés dans la période pendant lesquels une certification a été obtenue, en tout ou en "
    "partie, sur ceux qui en visaient une. Un résultat pas encore noté reste au dénominateur et est nommé ; un "
    "parcours sans certification visée est à part.",
    source="metier.md §5 « GEIQ » (qualification obtenue)",
)
def qualifications(donnees):
    lignes = donnees.table(
        "certifications",
        lambda _: (
            FormationSuivie.objects.exclude(certification="")
            .exclude(reponse=ReponseFormation.REFUSEE)
            .values_list("parcours_id", "resultat", "resultat_le")
        ),
        Visee,
    )
    visees = defaultdict(list)
    for visee in lignes:
        connu = visee.resultat_le is not None and visee.resultat_le <= donnees.au
        visees[visee.parcours].append(visee.resultat if connu else "")
    partis = {s.pk for s in donnees.sortis}
    base = partis & visees.keys()
    obtenues = {pk for pk in base if any(resultat in OBTENUES for resultat in visees[pk])}
    tus = {pk for pk in base - obtenues if not all(visees[pk])}
    exclus = exclusions((RESULTAT_TU, tus), (RIEN_DE_VISE, partis - base))
    chiffre = taux(obtenues, base, nature=Nature.PARCOURS, exclus=exclus)
    yield Ligne("total", "Qualifications obtenues", chiffre)


@indicateur(
    "geiq_aides",
    "Aides demandées (GEIQ)",
    rubrique=RUBRIQUE,
    definition="Contrats de la période pour lesquels l’aide est demandée ; parmi eux, ceux de moins de "
    f"{JOURS_MINIMUM} jours dans la période, dont la demande se justifie, et la part justifiée. Un contrat dont "
    "personne n’a dit si l’aide est demandée est compté à part.",
    source="metier.md §5 « GEIQ » (90 jours dans l’année)",
)
def aides(donnees):
    contrats = {
        c.pk: c for siens in donnees.contrats.values() for c in siens if donnees.perimetre.recoupe(c.debut, c.fin)
    }
    demandees = {pk: c for pk, c in contrats.items() if c.aide == OuiNon.OUI}
    tues = {pk for pk, c in contrats.items() if not c.aide}
    options = {"nature": Nature.CONTRATS}
    exclus = exclusions(("demande d’aide non renseignée", tues))
    yield Ligne("demandees", "Aides demandées", compte(demandees, exclus=exclus, **options))
    courts = {pk for pk, c in demandees.items() if _jours(donnees, c) < JOURS_MINIMUM}
    yield Ligne("courts", f"dont moins de {JOURS_MINIMUM} jours, à justifier", compte(courts, **options))
    justifies = {pk for pk in courts if demandees[pk].justification}
    yield Ligne("justifies", "Justifiées", taux(justifies, courts, **options))


def _jours(donnees, contrat):
    """Days of the contract within the period."""
    debut, fin = max(contrat.debut, donnees.du), min(contrat.fin or donnees.au, donnees.au)
    return (fin - debut).days + 1
