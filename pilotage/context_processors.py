from functools import cache, partial

from insertion.isolation.preparees import RequetePreparee

from .models import Rappel

#: The badge counts no further.
BEAUCOUP = 99
_non_lus = RequetePreparee(
    lambda utilisateur: Rappel.objects.pour(utilisateur).non_lus().order_by().values_list("pk")[: BEAUCOUP + 1]
)


def rappels(request):
    """`rappels_non_lus` for the badge of the rail, « 99+ » at most: counted when a template asks, once."""
    utilisateur = getattr(request, "user", None)
    if utilisateur is None or not utilisateur.is_authenticated or utilisateur.appartenance is None:
        return {}
    return {"rappels_non_lus": cache(partial(_compter, utilisateur.pk))}


def _compter(utilisateur_id):
    nombre = len(_non_lus(utilisateur=utilisateur_id))
    return f"{BEAUCOUP}+" if nombre > BEAUCOUP else nombre
