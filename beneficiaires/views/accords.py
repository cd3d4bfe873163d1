"""What somebody agreed to receive: asked face to face, noted by the worker, withdrawn in one click."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois

from ..forms import AccordEnvoiForm
from ..models import AccordEnvoi
from .personnes import contexte_de_fiche, fiche


@droit_requis(Droit.MODIFIER_PERSONNES)
@une_seule_fois
def accord_create(request, pk):
    beneficiaire = fiche(request, pk)
    consigner(request, "accords pour des messages", beneficiaire.pk)
    accord = AccordEnvoi(
        structure_id=beneficiaire.structure_id, beneficiaire=beneficiaire, recueilli_par=request.user
    )
    form = AccordEnvoiForm(
        request.POST or None, instance=accord, utilisateur=request.user, aujourdhui=timezone.localdate()
    )
    if form.is_valid():
        form.save()
        messages.success(request, "Accord noté. Le prochain message partira deux jours avant le rendez-vous.")
        return redirect("beneficiaires:beneficiaire_detail", pk=pk)
    contexte = contexte_de_fiche(beneficiaire) | {"form": form, "accord": accord}
    return render(request, "beneficiaires/accord_create.html", contexte, status=422 if form.is_bound else 200)


@require_POST
@droit_requis(Droit.MODIFIER_PERSONNES)
def accord_retrait(request, pk):
    """The person changed their mind: from this instant nothing more is sent to them by this channel."""
    accord = get_object_or_404(AccordEnvoi.objects.visibles_par(request.user), pk=pk)
    beneficiaire = fiche(request, accord.beneficiaire_id)
    accord.retirer(timezone.localdate())
    messages.success(request, "Accord retiré : plus aucun message ne partira par ce moyen.")
    return redirect("beneficiaires:beneficiaire_detail", pk=beneficiaire.pk)
