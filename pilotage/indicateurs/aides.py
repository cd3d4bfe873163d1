"""Financial aids: asked, granted, how much, how long it took (metier.md §4.8, §5 « Aides financières »)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from parcours.enums import EtatAide
from parcours.models import AideFinanciere, EtapeAide
from parcours.models.aides import AVANT_ENVOI

from .chiffres import Ligne, Nature, Unite, compte, exclusions, moyenne, somme, taux
from .registre import indicateur

RUBRIQUE = "Aides financières"
DECIDEES = (EtatAide.ACCORDEE, EtatAide.REFUSEE)
ABANDONNEES = (EtatAide.ANNULEE, EtatAide.SANS_SUITE)


@dataclass(frozen=True, slots=True)
class Demande:
    pk: int
    parcours: int
    date: date
    montant: Decimal


@dataclass(frozen=True, slots=True)
class Etape:
    """Where a request stands at the end of the period."""

    aide: int
    etat: str
    date: date
    accorde: Decimal | None


def _demandes(donnees):
    lignes = donnees.table(
        "aides",
        lambda donnees: AideFinanciere.objects.filter(date__range=(donnees.du, donnees.au)).values_list(
            "pk", "parcours_id", "date", "montant_demande"
        ),
        Demande,
    )
    return {d.pk: d for d in lignes if d.parcours in donnees.suivis}


def _etapes(donnees):
    """{aid: `Etape`}: the latest step by the end of the period; what was granted, then cancelled, is not granted."""
    lignes = donnees.table(
        "etapes_aides",
        lambda donnees: (
            EtapeAide.objects.filter(date__lte=donnees.au)
            .order_by("date", "pk")
            .values_list("aide_id", "etat", "date", "montant_accorde")
        ),
        Etape,
    )
    return {etape.aide: etape for etape in lignes}


@indicateur(
    "aides",
    "Aides financières",
    rubrique=RUBRIQUE,
    definition="Aides demandées dans la période (sans celles qui attendent l’accord du responsable ou leur envoi), "
    "leur montant ; parmi elles, celles qui sont décidées à la fin de la "
    "période, celles qui sont accordées, le montant accordé, et le délai moyen entre la demande et la décision.",
    source="metier.md §4.8, §5 « Aides financières »",
)
def aides(donnees):
    etapes = _etapes(donnees)
    gardees = {pk for pk, etape in etapes.items() if etape.etat in AVANT_ENVOI}
    demandes = {pk: demande for pk, demande in _demandes(donnees).items() if pk not in gardees}
    options = {"nature": Nature.AIDES}
    yield Ligne("demandees", "Aides demandées", compte(demandes, **options))
    montants = {pk: d.montant for pk, d in demandes.items()}
    yield Ligne("montant_demande", "Montant demandé", somme(montants, Unite.EUROS, **options))
    connues = {pk: etapes[pk] for pk in demandes if pk in etapes}
    decidees = {pk: etape for pk, etape in connues.items() if etape.etat in DECIDEES}
    accordees = {pk for pk, decision in decidees.items() if decision.etat == EtatAide.ACCORDEE}
    abandonnees = {pk for pk, etape in connues.items() if etape.etat in ABANDONNEES}
    attente = demandes.keys() - decidees.keys() - abandonnees
    exclus = exclusions(("pas encore décidée", attente), ("annulée par la personne ou sans suite", abandonnees))
    yield Ligne("accordees", "Aides accordées", taux(accordees, decidees, exclus=exclus, **options))
    accordes = {pk: decidees[pk].accorde for pk in accordees if decidees[pk].accorde}
    yield Ligne("montant_accorde", "Montant accordé", somme(accordes, Unite.EUROS, **options))
    delais = {pk: Decimal((decision.date - demandes[pk].date).days) for pk, decision in decidees.items()}
    yield Ligne("delai", "Délai moyen de décision", moyenne(delais, Unite.JOURS, **options))
