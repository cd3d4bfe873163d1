"""Is it alive, is it ready: for the machines that watch it, and in words for whoever answers for the structure."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4

from insertion import mesures
from insertion.droits import Droit, droit_requis
from insertion.transport import en_https_seulement

from ..mesures import EtatDuService
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


@login_not_required
@require_safe
@never_cache
@en_https_seulement
def metriques(request):
    """For Prometheus, which brings `JETON_METRIQUES`; for anybody else there is nothing here."""
    attendu, donne = f"Bearer {settings.JETON_METRIQUES}", request.headers.get("Authorization", "")
    if not settings.JETON_METRIQUES or not constant_time_compare(donne, attendu):
        raise Http404
    return HttpResponse(mesures.exposer(EtatDuService(timezone.now())), content_type=CONTENT_TYPE_PLAIN_0_0_4)


@droit_requis(Droit.REGLER)
@require_safe
def etat_service(request):
    sondes = sonder(timezone.now())
    return render(request, "pilotage/etat_service.html", {"sondes": sondes, "bien": all(s.bien for s in sondes)})
