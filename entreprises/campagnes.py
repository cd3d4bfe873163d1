"""How far a campaign is, computed from the exchanges that name it (metier.md §1 row 17)."""

from django.db.models import Count, Exists, OuterRef, Subquery

from .enums import MODES_RENCONTRE, RESULTATS_SANS_PERSONNE, ResultatEchange
from .models import CibleCampagne, Echange

#: Results that say that a firm is interested.
RESULTATS_INTERESSES = (ResultatEchange.INTERESSE, ResultatEchange.OFFRE, ResultatEchange.RENDEZ_VOUS)


def avec_avancement(campagnes):
    """Annotate a queryset of `Campagne` with its numbers of `visees`, `contactees`, `rencontrees`, `interessees`.

    Only firms that the campaign aims at are counted. One query whatever the number of campaigns.
    """
    toutes = CibleCampagne.objects.filter(campagne=OuterRef("pk")).order_by().values("campagne")
    comptes = {f"{nom}s": Exists(fait) for nom, fait in _etapes().items()}
    return campagnes.annotate(
        visees=_nombre(toutes),
        **{nom: _nombre(toutes.filter(fait)) for nom, fait in comptes.items()},
    )


def cibles(campagne):
    """The firms of a campaign with `contactee`, `rencontree`, `interessee` (yes or no) and `dernier_resultat`.

    In the order of names, in one query.
    """
    derniers = _echanges().order_by("-date", "-pk")
    visees = CibleCampagne.objects.filter(campagne=campagne).select_related("entreprise")
    return visees.annotate(
        **{nom: Exists(fait) for nom, fait in _etapes().items()},
        dernier_resultat=Subquery(derniers.values("resultat")[:1]),
    ).order_by("entreprise__recherche", "pk")


def _nombre(visees):
    return Subquery(visees.annotate(n=Count("pk")).values("n"))


def _echanges():
    """The exchanges of a campaign with one of its firms, seen from a `CibleCampagne`."""
    return Echange.objects.filter(entreprise=OuterRef("entreprise"), campagne=OuterRef("campagne"))


def _etapes():
    """Name of each step → the exchanges that make it true, seen from a `CibleCampagne`."""
    return {
        "contactee": _echanges().exclude(resultat__in=RESULTATS_SANS_PERSONNE),
        "rencontree": _echanges().filter(mode__in=MODES_RENCONTRE),
        "interessee": _echanges().filter(resultat__in=RESULTATS_INTERESSES),
    }
