from functools import cache

from .models import Rappel


def rappels(request):
    """`rappels_non_lus` for the badge of the rail: counted when a template asks, once, and never elsewhere."""
    utilisateur = getattr(request, "user", None)
    if utilisateur is None or not utilisateur.is_authenticated or utilisateur.appartenance is None:
        return {}
    non_lus = Rappel.objects.visibles_par(utilisateur).non_lus()
    return {"rappels_non_lus": cache(non_lus.count)}
