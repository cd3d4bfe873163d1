from functools import cache, partial

from django.conf import settings

from .droits import DROITS, Droit
from .pastilles import PASTILLES, compter
from .vocabulaire import mots


@cache
def permissions(role):
    """`{% if peut.IMPORTER %}` in a template: the table of the view's `droit_requis`, {name of the right: bool}."""
    return {droit.name: droit in DROITS[role] for droit in Droit}


def tremplin(request):
    """What every page shows around itself: the structure worked in, and what may be offered."""
    utilisateur = getattr(request, "user", None)
    commun = {"second_facteur": settings.SECOND_FACTEUR, "openid": settings.OIDC_URL and settings.OIDC_NOM}
    if utilisateur is None or not utilisateur.is_authenticated or utilisateur.appartenance is None:
        return commun
    appartenance = utilisateur.appartenance
    return {
        **commun,
        **{nom: cache(partial(compter, request, nom)) for nom in PASTILLES},  # once, if a template asks
        "appartenance": appartenance,
        "peut": permissions(appartenance.role),
        "mots": mots(appartenance.structure),
    }
