"""Every component in every state, on one page: for whoever develops, never in production."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from insertion.droits import Droit, droit_requis
from pilotage.atelier_graphique import ANNONCES, exemples


@require_GET
@droit_requis(Droit.OUVRIR)
def atelier_graphique(request):
    if not settings.ATELIER_GRAPHIQUE:
        raise Http404
    for niveau, phrase, suite in ANNONCES:
        messages.add_message(request, niveau, phrase, extra_tags=suite)
    return render(request, "pilotage/atelier_graphique.html", exemples(request.user, timezone.localtime()))
