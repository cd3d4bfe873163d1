"""« Justifier »: why no news of somebody are expected until a day."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from beneficiaires.models import Beneficiaire
from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.retours import suite
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser
from parcours.models import SilenceAttendu

from ..forms.silences import SilenceForm
from ..rappels import recalculer


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
@sans_ecraser
def silence_create(request, pk):
    """Say why, and until when; the one of today is changed rather than doubled. What was late is quiet at once."""
    beneficiaire = get_object_or_404(Beneficiaire.objects.visibles_par(request.user), pk=pk)
    consigner(request, "silence attendu", pk)
    le = timezone.localdate()
    silence = SilenceAttendu.objects.en_cours(le).filter(beneficiaire=beneficiaire).first() or SilenceAttendu(
        structure_id=beneficiaire.structure_id, beneficiaire=beneficiaire, debut=le, auteur=request.user
    )
    form = SilenceForm(request.POST or None, instance=silence, utilisateur=request.user, aujourdhui=le)
    if form.is_valid():
        form.save()
        recalculer(beneficiaire.structure_id, le)
        messages.success(
            request, f"{beneficiaire} : pas de nouvelles attendues avant le {silence.jusqu_au:%d/%m/%Y}."
        )
        return redirect(suite(request, beneficiaire))
    contexte = {"form": form, "beneficiaire": beneficiaire, "silence": silence}
    return render(request, "pilotage/silence_create.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.ECRIRE_SUIVI)
@require_POST
def silence_fin(request, pk):
    """News are expected again from today."""
    silences = SilenceAttendu.objects.visibles_par(request.user).select_related("beneficiaire")
    silence = get_object_or_404(silences, pk=pk)
    silence.finir(timezone.localdate())
    recalculer(silence.structure_id, timezone.localdate())
    messages.success(request, f"Des nouvelles de {silence.beneficiaire} sont de nouveau attendues.")
    return redirect(silence.beneficiaire)
