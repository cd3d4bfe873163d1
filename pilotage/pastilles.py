"""The badges of the rail (insertion/pastilles.py): reminders not read, and what waits for a decision."""

from django.utils import timezone

from insertion.droits import Droit, peut
from insertion.isolation.preparees import RequetePreparee
from insertion.pastilles import BEAUCOUP

from .models import Rappel
from .responsable import ATTENDENT

_non_lus = RequetePreparee(
    lambda utilisateur: Rappel.objects.pour(utilisateur).non_lus().order_by().values_list("pk")[: BEAUCOUP + 1]
)


def rappels_non_lus(utilisateur):
    return _non_lus.demander(utilisateur=utilisateur.pk)


def nombre_a_decider(utilisateur):
    """Nothing is to decide for whoever may not."""
    return ATTENDENT.demander(le=timezone.localdate()) if peut(utilisateur, Droit.APPROUVER) else None
