"""Nothing is asked about somebody for a while: they are in hospital, in prison, away."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from beneficiaires.models import Beneficiaire
from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois

from ..forms.rappels import SourdineForm
from ..models import Sourdine
from ..rappels import recalculer


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def sourdine_create(request, pk):
    """Mute the reminders about somebody; those that wait are withdrawn at once."""
    beneficiaire = get_object_or_404(Beneficiaire.objects.visibles_par(request.user), pk=pk)
    consigner(request, "Pause des rappels", pk)
    pause = Sourdine(structure_id=beneficiaire.structure_id, beneficiaire=beneficiaire, auteur=request.user)
    form = SourdineForm(
        request.POST or None, instance=pause, initial={"debut": timezone.localdate()}, utilisateur=request.user
    )
    if form.is_valid():
        form.save()
        recalculer(beneficiaire.structure_id, timezone.localdate())
        messages.success(request, f"Les rappels sur {beneficiaire} sont en pause.")
        return redirect("pilotage:rappel_list")
    contexte = {"form": form, "beneficiaire": beneficiaire}
    return render(request, "pilotage/sourdine_create.html", contexte, status=422 if form.is_bound else 200)


@require_POST
@droit_requis(Droit.ECRIRE_SUIVI)
def sourdine_fin(request, pk):
    """End a pause today; what is due asks again."""
    pause = get_object_or_404(Sourdine.objects.visibles_par(request.user).pour_liste(), pk=pk)
    pause.finir(timezone.localdate())
    recalculer(pause.structure_id, timezone.localdate())
    messages.success(request, f"Les rappels sur {pause.beneficiaire} reprennent.")
    return redirect("pilotage:rappel_list")
