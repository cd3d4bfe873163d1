"""What somebody else saved meanwhile is never written over: both versions are shown, one chooses."""

from functools import wraps

from django.shortcuts import render

from .forms import Perime


def sans_ecraser(vue):
    """Decorate what saves a `FormulaireVersionne` for a `request`: saved too late, it answers with both versions."""

    @wraps(vue)
    def enregistrer(request, *args, **kwargs):
        try:
            return vue(request, *args, **kwargs)
        except Perime as perime:
            contexte = {"form": perime.form, "actuel": perime.actuel}
            return render(request, "composants/conflit.html", contexte, status=409)

    return enregistrer
