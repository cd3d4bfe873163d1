from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from entreprises.enums import ResultatEchange
from entreprises.prospection import appels
from insertion.droits import Droit, droit_requis, peut
from insertion.journal import consigner

from ..models import Immersion
from ..prospection import des_immersions, qui_recrutent


@droit_requis(Droit.VOIR_ENTREPRISES)
@require_safe
def prospection_metiers(request):
    """Firms that hire in the jobs aimed at, a section of « À appeler »; how many people, for who may know it."""
    trouvees = qui_recrutent(timezone.localdate(), compter=peut(request.user, Droit.VOIR_PLACEMENTS))
    contexte = {"appels": appels(trouvees), "resultats": ResultatEchange.choices}
    gabarit = "parcours/_prospection_metiers.html" if request.htmx else "parcours/prospection_metiers.html"
    return render(request, gabarit, contexte)


@droit_requis(Droit.VOIR_PLACEMENTS)
@require_safe
def prospection_immersions(request):
    """Firms to call about an immersion, a section of « À appeler »: the mid-term call, then the bilan."""
    siennes = Immersion.objects.visibles_par(request.user)
    consigner(request, "Immersions à suivre")
    contexte = {"immersions": des_immersions(siennes, timezone.localdate())}
    gabarit = "parcours/_prospection_immersions.html" if request.htmx else "parcours/prospection_immersions.html"
    return render(request, gabarit, contexte)
