"""Where the relation with a firm stands, computed from facts (metier.md §1 row 19)."""

from dateutil.relativedelta import relativedelta
from django.db.models import Case, DateField, Exists, F, Max, OuterRef, Subquery, Value, When
from django.db.models.functions import Greatest, TruncDate

from .enums import MODES_RENCONTRE, RESULTATS_SANS_PERSONNE, EtatRelation, ResultatEchange
from .models import Collaboration, Echange

#: After this silence a relation sleeps; a collaboration counts for this long (usage, not a rule: no source says).
SOMMEIL = relativedelta(months=12)
MEMOIRE = relativedelta(months=24)


def avec_relation(entreprises, le):
    """Annotate a queryset of `Entreprise` with what its relation is made of on the day `le`.

    `dernier_echange_le` and `derniere_collaboration_le` (dates or None), `dernier_signe_le` (the later of the two),
    `rappeler_le` (the call promised by the last exchange), `ne_plus_contacter` (it said so last) and
    `etat_relation` (an `EtatRelation` value). One query whatever the number of firms.
    """
    echanges = Echange.objects.filter(entreprise=OuterRef("pk"), date__date__lte=le).order_by("-date", "-pk")
    ensemble = Collaboration.objects.filter(entreprise_id=OuterRef("pk"), le__lte=le).order_by()
    derniere = ensemble.values("entreprise_id").annotate(dernier=Max("le")).values("dernier")
    entreprises = entreprises.annotate(
        dernier_echange_le=TruncDate(Subquery(echanges.values("date")[:1])),
        dernier_resultat=Subquery(echanges.values("resultat")[:1]),
        rappeler_le=Subquery(echanges.values("rappeler_le")[:1]),
        derniere_collaboration_le=Subquery(derniere, output_field=DateField()),
        jointe=Exists(echanges.exclude(resultat__in=RESULTATS_SANS_PERSONNE)),
        rencontree=Exists(echanges.filter(mode__in=MODES_RENCONTRE)),
    )
    return entreprises.annotate(
        dernier_signe_le=Greatest("dernier_echange_le", "derniere_collaboration_le"),
        ne_plus_contacter=Case(When(dernier_resultat=ResultatEchange.REFUS, then=True), default=False),
        etat_relation=Case(
            When(dernier_signe_le__lt=le - SOMMEIL, then=Value(EtatRelation.EN_SOMMEIL)),
            When(derniere_collaboration_le__gte=le - MEMOIRE, then=Value(EtatRelation.PARTENAIRE)),
            When(rencontree=True, then=Value(EtatRelation.RENCONTREE)),
            When(jointe=True, then=Value(EtatRelation.PROSPECTEE)),
            default=Value(EtatRelation.A_PROSPECTER),
        ),
    )


def a_appeler(entreprises, le):
    """Firms annotated by `avec_relation` whose promised call is due on the day `le`, the oldest promise first."""
    dues = entreprises.filter(rappeler_le__lte=le, fermee_le__isnull=True)
    return dues.order_by(F("rappeler_le"), "recherche", "pk")


def dormantes(entreprises):
    """Firms annotated by `avec_relation` that sleep and never asked to be left alone, the latest sign first."""
    en_sommeil = entreprises.filter(etat_relation=EtatRelation.EN_SOMMEIL, fermee_le__isnull=True)
    return en_sommeil.exclude(ne_plus_contacter=True).order_by(F("dernier_signe_le").desc(), "pk")
