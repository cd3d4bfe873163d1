from functools import cache, partial

from django.utils import timezone

from insertion.droits import Droit, peut
from insertion.isolation.preparees import RequetePreparee

from .models import Rappel
from .responsable import ATTENDENT

#: The badge counts no further.
BEAUCOUP = 99
_non_lus = RequetePreparee(
    lambda utilisateur: Rappel.objects.pour(utilisateur).non_lus().order_by().values_list("pk")[: BEAUCOUP + 1]
)


def rappels(request):
    """`rappels_non_lus` and `nombre_a_decider` for the badges of the rail, « 99+ » at most: each is counted when a
    template asks, once; nothing is to decide for whoever may not."""
    utilisateur = getattr(request, "user", None)
    if utilisateur is None or not utilisateur.is_authenticated or utilisateur.appartenance is None:
        return {}
    return {
        "rappels_non_lus": cache(partial(_compter, utilisateur.pk)),
        "nombre_a_decider": cache(partial(_a_decider, utilisateur)),
    }


def _compter(utilisateur_id):
    return _en_bref(_non_lus(utilisateur=utilisateur_id))


def _a_decider(utilisateur):
    return _en_bref(ATTENDENT(le=timezone.localdate())) if peut(utilisateur, Droit.APPROUVER) else 0


def _en_bref(lignes):
    return f"{BEAUCOUP}+" if len(lignes) > BEAUCOUP else len(lignes)
