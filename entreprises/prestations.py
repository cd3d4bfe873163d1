"""What the structure sells to firms, in euros before tax; no accounting (metier.md §1 rows 37 and 46)."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, DecimalField, Q, Sum, Value
from django.db.models.functions import Coalesce

COLONNES = ("annee", "nombre", "devis", "accepte", "facture")
ENTETES = (
    *("Entreprise", "Prestation", "Type", "Devis du", "Montant HT (€)", "État", "Du", "Au"),
    *("Facture", "Facturée le"),
)


@dataclass(frozen=True)
class Chiffre:
    """What one firm (or all of them: `entreprise` empty) bought in one year; amounts in euros before tax.

    `devis` waits for an answer, `accepte` is not invoiced yet, `facture` is.
    """

    entreprise_id: int | None
    entreprise: str
    annee: int | None
    nombre: int
    devis: Decimal
    accepte: Decimal
    facture: Decimal

    @property
    def total(self):
        """What was agreed: accepted and invoiced."""
        return self.accepte + self.facture


def chiffre_affaires(prestations):
    """Return a `Chiffre` per firm and per year of a queryset of `Prestation`, the latest year first; one query.

    The year is that of the invoice, else of the acceptance, else of the quote.
    """
    lignes = prestations.avec_annee().order_by().values("annee", "entreprise_id", "entreprise__raison_sociale")
    refusee, facturee = Q(refusee_le__isnull=False), Q(facturee_le__isnull=False)
    lignes = lignes.annotate(
        nombre=Count("pk", filter=~refusee),
        devis=_somme(Q(acceptee_le__isnull=True) & ~refusee),
        accepte=_somme(Q(acceptee_le__isnull=False) & ~facturee),
        facture=_somme(facturee),
    ).order_by("-annee", "entreprise__recherche", "entreprise_id")
    return [
        Chiffre(x["entreprise_id"], x["entreprise__raison_sociale"], *(x[nom] for nom in COLONNES)) for x in lignes
    ]


def _somme(condition):
    montants = Sum("montant_ht", filter=condition)
    return Coalesce(montants, Value(Decimal(0)), output_field=DecimalField(max_digits=14, decimal_places=2))


def total(chiffres):
    """Return the `Chiffre` of all of them together."""
    sommes = (sum((getattr(c, nom) for c in chiffres), Decimal(0)) for nom in ("devis", "accepte", "facture"))
    return Chiffre(None, "", None, sum(c.nombre for c in chiffres), *sommes)


def par_annee(chiffres):
    """Return the total of each year, the latest first."""
    annees = {}
    for chiffre in chiffres:
        annees.setdefault(chiffre.annee, []).append(chiffre)
    return [(annee, total(siens)) for annee, siens in sorted(annees.items(), reverse=True)]


def tableau(prestations, le):
    """Return the lines of the spreadsheet of a queryset of `Prestation`, under `ENTETES`, as of the day `le`."""
    return [
        (
            *(str(p.entreprise), p.intitule, p.get_type_display(), p.devis_le, p.montant_ht, p.etat(le).label),
            *(p.debut, p.fin, p.facture, p.facturee_le),
        )
        for p in prestations.pour_liste()
    ]
