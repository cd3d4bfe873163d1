"""The day sheet: today's appointments, to read, that a telephone may keep while there is no network."""

from datetime import timedelta

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from insertion import sessions
from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.jours import bornes
from parcours.models import RendezVous


@droit_requis(Droit.OUVRIR)
@require_safe
def feuille(request):
    """Where the structure does not allow it, and for the application that starts (`depart`), this is Ma journée."""
    if "depart" in request.GET or not request.user.appartenance.structure.feuille_hors_connexion:
        return redirect("pilotage:accueil")
    maintenant = timezone.localtime()
    fin = maintenant + timedelta(seconds=sessions.reste_en_tout(request.session))
    contexte = {
        "jour": maintenant.date(),
        "maintenant": maintenant,
        "fin": fin,
        "rendez_vous": RendezVous.objects.pour_journee(request.user, *bornes(maintenant.date())),
    }
    consigner(request, "Feuille du jour")
    reponse = render(request, "pilotage/feuille.html", contexte)
    reponse["X-Feuille-Fin"] = str(int(fin.timestamp()))
    return reponse


@require_safe
@login_not_required
def feuille_sw(request):
    """The script that opens the sheet without a network; it holds no data."""
    return render(request, "pilotage/feuille_sw.js", content_type="text/javascript")
