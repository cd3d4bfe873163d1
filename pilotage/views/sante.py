"""Is it alive, is it ready: for the machines that watch it, and in words for whoever answers for the structure."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from insertion.droits import Droit, droit_requis

from ..sante import sonder


@login_not_required
@require_safe
@never_cache
def sante(request):
    """The process answers; it asks nobody else."""
    return HttpResponse("bien\n", content_type="text/plain; charset=utf-8")


@login_not_required
@require_safe
@never_cache
def pret(request):
    """Each probe in a word, and 503 as soon as one is red: neither a name nor a figure."""
    sondes = sonder(timezone.now())
    etats = {sonde.nom: "bien" if sonde.bien else "mal" for sonde in sondes}
    return JsonResponse(etats, status=200 if all(sonde.bien for sonde in sondes) else 503)


@droit_requis(Droit.REGLER)
@require_safe
def etat_service(request):
    sondes = sonder(timezone.now())
    return render(request, "pilotage/etat_service.html", {"sondes": sondes, "bien": all(s.bien for s in sondes)})
