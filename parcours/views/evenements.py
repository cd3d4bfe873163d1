from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from entreprises.models import Evenement
from insertion.droits import Droit, droit_requis
from insertion.saisie_unique import une_seule_fois

from ..enums import GenreProduction
from ..productions import demander
from ..tasks import produire


@droit_requis(Droit.PRODUIRE_DOCUMENTS)
@require_POST
@une_seule_fois
def evenement_fiche(request, pk):
    """Ask for the sheet to hand over; it is about nobody in particular."""
    evenement = get_object_or_404(Evenement.objects.visibles_par(request.user), pk=pk)
    production = demander(
        None, genre=GenreProduction.EVENEMENT, objet_id=evenement.pk, par=request.user, tache=produire
    )
    return redirect("parcours:production_detail", production.pk)
