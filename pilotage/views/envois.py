from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.journal import consigner

from ..models import Envoi

PAR_PAGE = 50


@droit_requis(Droit.VOIR_SUIVI)
def envoi_list(request):
    """What was sent to people before their appointments: what went wrong, or all of it (`?tous=1`)."""
    tous = request.GET.get("tous") == "1"
    envois = Envoi.objects.visibles_par(request.user)
    a_regarder = envois.a_signaler()
    consigner(request, "Messages aux personnes")
    contexte = {
        "tous": tous,
        "page": Paginator((envois if tous else a_regarder).pour_liste(), PAR_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "pilotage/envoi_list.html", contexte)


@require_POST
@droit_requis(Droit.ECRIRE_SUIVI)
def envoi_renvoi(request, pk):
    """Somebody knows that it did not come: their word, not a machine's guess, sends it again."""
    envoi = get_object_or_404(Envoi.objects.visibles_par(request.user), pk=pk)
    envoi.renvoyer()
    messages.success(request, "Le message repartira dans quelques minutes, si le rendez-vous est encore à venir.")
    return redirect("pilotage:envoi_list")
