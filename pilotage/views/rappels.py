from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from insertion.annulation import proposer_annulation
from insertion.droits import Droit, droit_requis
from insertion.journal import consigner

from ..models import CourrielRappels, Rappel
from ..rappels import avec_intitules, grouper


@droit_requis(Droit.OUVRIR)
def rappel_list(request):
    """What asks for something, by due date, and the e-mail of today if it did not arrive."""
    aujourdhui = timezone.localdate()
    actifs = Rappel.objects.visibles_par(request.user).actifs().pour_liste()
    page = Paginator(actifs, 50).get_page(request.GET.get("page"))
    consigner(request, "Rappels")
    contexte = {
        "page": page,
        "groupes": grouper(avec_intitules(page.object_list, request.user), aujourdhui),
        "courriel": CourrielRappels.objects.visibles_par(request.user).a_signaler(aujourdhui).first(),
    }
    return render(request, "pilotage/rappel_list.html", contexte)


@require_POST
@droit_requis(Droit.OUVRIR)
def rappel_fait(request, pk):
    rappel = get_object_or_404(Rappel.objects.visibles_par(request.user), pk=pk)
    rappel.faire(timezone.now())
    proposer_annulation(request, "Rappel fait.", reverse("pilotage:rappel_reprise", args=[pk]))
    return redirect("pilotage:rappel_list")


@require_POST
@droit_requis(Droit.OUVRIR)
def rappel_reprise(request, pk):
    """Undo « Fait »."""
    get_object_or_404(Rappel.objects.visibles_par(request.user), pk=pk).reprendre()
    return redirect("pilotage:rappel_list")


@require_POST
@droit_requis(Droit.OUVRIR)
def rappels_lus(request):
    Rappel.objects.visibles_par(request.user).non_lus().update(lu_at=timezone.now())
    return redirect("pilotage:rappel_list")


@require_POST
@droit_requis(Droit.OUVRIR)
def courriel_renvoi(request, pk):
    """Somebody looked in their mailbox and it is not there: their word, not a machine's guess, sends it again."""
    courriel = get_object_or_404(CourrielRappels.objects.visibles_par(request.user), pk=pk)
    courriel.renvoyer()
    messages.success(request, "Le courriel repartira dans quelques minutes.")
    return redirect("pilotage:rappel_list")
