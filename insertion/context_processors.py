from .droits import Droit, peut


class Peut:
    """`{% if peut.IMPORTER %}` in a template: the same question as the view's `droit_requis`."""

    def __init__(self, utilisateur):
        self.utilisateur = utilisateur

    def __getitem__(self, nom):
        return peut(self.utilisateur, Droit[nom])


def tremplin(request):
    """What every page shows around itself: the structure worked in, and what may be offered."""
    utilisateur = getattr(request, "user", None)
    if utilisateur is None or not utilisateur.is_authenticated or utilisateur.appartenance is None:
        return {}
    return {"appartenance": utilisateur.appartenance, "peut": Peut(utilisateur)}
