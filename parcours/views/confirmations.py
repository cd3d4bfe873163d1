"""« Toujours exact »: one click says that an answer of the last diagnostic still holds (metier.md §2 row 17)."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.gestes import proposer_annulation
from parcours.models import Confirmation, Evaluation

DEPASSEE = "Un diagnostic plus récent a été fait : c’est lui que vous pouvez confirmer."
SANS_NIVEAU = "Ce domaine n’a pas de niveau : il n’y a rien à confirmer."


@droit_requis(Droit.ECRIRE_SUIVI)
@require_POST
def evaluation_confirmation(request, pk):
    """Write who confirmed the answer and when; twice the same day is once."""
    evaluation = get_object_or_404(Evaluation.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    if evaluation.niveau is None:
        messages.error(request, SANS_NIVEAU)
    elif not evaluation.diagnostic.est_le_dernier:
        messages.error(request, DEPASSEE)
    else:
        confirmation = evaluation.confirmer(timezone.localdate(), request.user)
        url = reverse("parcours:confirmation_annulation", args=[confirmation.pk])
        proposer_annulation(request, f"{evaluation.libelle} : toujours exact aujourd’hui.", url)
    return _retour(evaluation)


@droit_requis(Droit.ECRIRE_SUIVI)
@require_POST
def confirmation_annulation(request, pk):
    """Take back one's own click of today."""
    siennes = Confirmation.objects.visibles_par(request.user).annulables(request.user, timezone.localdate())
    confirmation = get_object_or_404(siennes, pk=pk)
    confirmation.delete()
    messages.success(request, "Confirmation annulée.")
    return _retour(confirmation.evaluation)


def _retour(evaluation):
    """The page of the diagnostics, at the row that was clicked."""
    page = reverse("parcours:diagnostic_evolution", args=[evaluation.diagnostic.parcours.beneficiaire_id])
    return redirect(f"{page}#evaluation-{evaluation.pk}")
