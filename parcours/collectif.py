"""Figures of the collective work, kept apart from the individual one (metier.md §1 row 78, §5 « Ateliers »)."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Exists, F, OuterRef, Q, Sum

from beneficiaires.models import Beneficiaire

from .enums import PresenceSeance
from .models import Participation

RIEN = timedelta()


@dataclass(frozen=True)
class Activite:
    """What some séances amount to. `presents` and `venus` count comings, `participants` distinct people.

    `presents` are those who had a seat and came, out of `inscrits`; `venus` adds the walk-ins. The people who gave no
    name (`anonymes`) are in none of the three. `a_noter`: seats of which nobody wrote whether the person came.
    """

    seances: int
    participants: int
    inscrits: int
    presents: int
    venus: int
    a_noter: int
    anonymes: int
    duree: timedelta
    duree_personnes: timedelta

    @property
    def heures(self):
        """Hours of atelier held, whatever the number of people."""
        return self.duree / timedelta(hours=1)

    @property
    def heures_personnes(self):
        """Hours received: each séance counted once for each named person who came."""
        return self.duree_personnes / timedelta(hours=1)

    @property
    def assiduite(self):
        """Attendance in %, present / registered; None when nobody was registered (empty is not 0)."""
        return round(100 * self.presents / self.inscrits) if self.inscrits else None


def mesurer(seances, maintenant):
    """Return the `Activite` of the queryset `seances`: those held at the instant `maintenant`; two queries.

    Source of the figures: metier.md §5, « sessions, participants distinct, attendance = present / registered », and
    « heures d’accompagnement » for the collective part. Cancelled and coming séances count for nothing.
    """
    tenues = seances.tenues(maintenant).order_by()
    present, place = Q(presence=PresenceSeance.PRESENT), Q(place_at__isnull=False)
    totaux = tenues.aggregate(
        seances=Count("pk"), duree=Sum(F("fin") - F("debut"), default=RIEN), anonymes=Sum("anonymes", default=0)
    )
    venues = Participation.objects.filter(seance__in=tenues.values("pk")).aggregate(
        participants=Count("beneficiaire", filter=present, distinct=True),
        inscrits=Count("pk", filter=place),
        presents=Count("pk", filter=place & present),
        venus=Count("pk", filter=present),
        a_noter=Count("pk", filter=place & Q(presence="")),
        duree_personnes=Sum(F("seance__fin") - F("seance__debut"), filter=present, default=RIEN),
    )
    return Activite(**totaux, **venues)


def participants(seances, maintenant):
    """Return the `Beneficiaire`s behind `Activite.participants`: named, and present at one séance at least."""
    presences = Participation.objects.presentes().filter(
        seance__in=seances.tenues(maintenant).order_by().values("pk")
    )
    return Beneficiaire.objects.filter(Exists(presences.filter(beneficiaire=OuterRef("pk"))))
