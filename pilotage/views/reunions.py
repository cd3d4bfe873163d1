"""The list of whom a team meeting talks about: proposed from what is late, added to and taken out of by the team."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from insertion.droits import Droit, droit_requis
from insertion.gestes import supprimer
from insertion.journal import consigner
from parcours.models import Parcours, PersonneMentionnee, ReunionEquipe

from ..reunions import propositions

PAR_PAGE = 50


@droit_requis(Droit.ECRIRE_SUIVI)
@require_safe
def reunion_personnes(request, pk):
    """Who is on the list of a meeting, and who could be, with the reasons."""
    reunion = _reunion(request, pk)
    consigner(request, "Réunion d’équipe : liste")
    proposees = propositions(reunion, request.user, timezone.localdate())
    page = Paginator(proposees, PAR_PAGE).get_page(request.GET.get("page"))
    return render(request, "pilotage/reunion_personnes.html", {"reunion": reunion, "page": page})


@droit_requis(Droit.ECRIRE_SUIVI)
@require_POST
def reunion_ajout(request, pk, parcours):
    """Put somebody on the list; twice is once."""
    reunion = _reunion(request, pk)
    reunion.evoquer(get_object_or_404(Parcours.objects.visibles_par(request.user), pk=parcours))
    return redirect("pilotage:reunion_personnes", pk)


@droit_requis(Droit.ECRIRE_SUIVI)
@require_POST
def reunion_retrait(request, pk):
    """Take somebody out of the list; not once something is written of them."""
    mentions = PersonneMentionnee.objects.visibles_par(request.user).pour_liste()
    mention = get_object_or_404(mentions, pk=pk)
    suite = reverse("pilotage:reunion_personnes", args=[mention.reunion_id])
    if mention.mot:
        messages.error(request, f"Ce qui a été dit de {mention} est écrit : la personne reste dans la réunion.")
    else:
        supprimer(request, mention, f"{mention} n’est plus dans la liste.", suite)
    return redirect(suite)


def _reunion(request, pk):
    reunions = ReunionEquipe.objects.visibles_par(request.user).pour_liste().select_related("structure")
    return get_object_or_404(reunions, pk=pk)
