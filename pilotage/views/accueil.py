from django.shortcuts import render
from django.utils import timezone

from insertion.droits import Droit, droit_requis
from insertion.journal import consigner

from .. import journee


@droit_requis(Droit.OUVRIR)
def accueil(request):
    """« Ma journée », the landing page; `?jour=2026-11-24` shows another day."""
    maintenant = timezone.now()
    jour = journee.jour_demande(request.GET.get("jour"), timezone.localdate(maintenant))
    consigner(request, f"Ma journée du {jour:%d/%m/%Y}")
    return render(request, "pilotage/accueil.html", {"journee": journee.composer(request.user, jour, maintenant)})
