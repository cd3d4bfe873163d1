"""Where the relation with a firm stands, computed from facts (metier.md §1 row 19)."""

from dateutil.relativedelta import relativedelta
from django.db.models import Case, DateField, Exists, F, Max, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Greatest, TruncDate

from .enums import MODES_RENCONTRE, RESULTATS_SANS_PERSONNE, EtatRelation, ResultatEchange
from .models import Collaboration, Echange

#: After this silence a relation sleeps; a collaboration counts for this long (usage, not a rule: no source says).
SOMMEIL = relativedelta(months=12)
MEMOIRE = relativedelta(months=24)
#: How each state shows: (class of the chip, icon); its word always stands beside.
ASPECTS = {
    EtatRelation.A_PROSPECTER: ("", "search"),
    EtatRelation.PROSPECTEE: ("info", "phone"),
    EtatRelation.RENCONTREE: ("ok", "users"),
    EtatRelation.PARTENAIRE: ("fait", "circle-check"),
    EtatRelation.EN_SOMMEIL: ("warn", "moon"),
}


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


def avec_promesse(entreprises, le):
    """Annotate firms with their last exchange up to the day `le`: the call that it promised (`rappeler_le`), its id
    `promesse_id`, its author `promise_par`."""
    dernier = Echange.objects.filter(entreprise=OuterRef("pk"), date__date__lte=le).order_by("-date", "-pk")
    return entreprises.annotate(
        rappeler_le=Subquery(dernier.values("rappeler_le")[:1]),
        promesse_id=Subquery(dernier.values("pk")[:1]),
        promise_par=Subquery(dernier.values("auteur")[:1]),
    )


def a_charge_de(entreprises, utilisateur_id):
    """Firms annotated by `avec_promesse` that somebody answers for: theirs, or nobody's and they promised."""
    siennes = Q(referent=utilisateur_id) | Q(referent__isnull=True, promise_par=utilisateur_id)
    return entreprises.filter(siennes)


def a_appeler(entreprises, le):
    """Firms annotated with `rappeler_le` whose promised call is due on the day `le`, the oldest promise first."""
    dues = entreprises.filter(rappeler_le__lte=le, fermee_le__isnull=True)
    return dues.order_by(F("rappeler_le"), "recherche", "pk")


def dormantes(entreprises):
    """Firms annotated by `avec_relation` that sleep and never asked to be left alone, the latest sign first."""
    en_sommeil = entreprises.filter(etat_relation=EtatRelation.EN_SOMMEIL, fermee_le__isnull=True)
    return en_sommeil.exclude(ne_plus_contacter=True).order_by(F("dernier_signe_le").desc(), "pk")
