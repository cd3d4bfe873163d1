"""The support enters a structure for one hour, once two colleagues agree, and everything it reads is shown."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from .enums import Role
from .models import Appartenance, Lecture

DUREE = timedelta(hours=1)


def approuver(acces, par, quand):
    """Open the structure in reading to whoever intervenes, for one hour; who asked cannot agree for another.

    Somebody who works here reads with their own access: they need no other.
    """
    collegue = Appartenance.objects.filter(
        utilisateur=acces.intervenant, structure=acces.structure_id, expire_at=None
    )
    if acces.demande_par_id == par.pk or acces.approuve_at or collegue.pas_finies(timezone.localdate(quand)).exists():
        raise PermissionDenied
    acces.approuve_par, acces.approuve_at, acces.fin_at = par, quand, quand + DUREE
    acces.save(update_fields=["approuve_par", "approuve_at", "fin_at"])
    jours = {"debut": timezone.localdate(quand), "fin": timezone.localdate(acces.fin_at)}
    Appartenance.objects.update_or_create(
        utilisateur=acces.intervenant,
        structure_id=acces.structure_id,
        expire_at__isnull=False,
        defaults=jours | {"role": Role.LECTURE, "expire_at": acces.fin_at},
    )


def interrompre(acces, quand):
    """Close before the hour is over."""
    if acces.ouvert(quand):
        acces.fin_at = quand
        acces.save(update_fields=["fin_at"])
        siennes = Appartenance.objects.filter(utilisateur=acces.intervenant, structure=acces.structure_id)
        siennes.filter(expire_at__isnull=False).update(expire_at=quand)


def lectures(acces):
    """What was read during an access, in order."""
    siennes = Lecture.objects.filter(utilisateur_id=acces.intervenant_id).order_by("at")
    return siennes.filter(at__range=(acces.approuve_at, acces.fin_at)) if acces.approuve_at else siennes.none()
