"""The household: relatives where they matter."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.gestes import supprimer
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..forms import ProcheForm, ProcheUpdateForm
from ..models import Proche
from .personnes import contexte_de_fiche, fiche


@droit_requis(Droit.MODIFIER_PERSONNES)
@une_seule_fois
def proche_create(request, pk):
    beneficiaire = fiche(request, pk)
    nouveau = Proche(structure_id=beneficiaire.structure_id, beneficiaire=beneficiaire)
    return _editer(request, beneficiaire, ProcheForm, nouveau, "beneficiaires/proche_create.html")


@droit_requis(Droit.MODIFIER_PERSONNES)
def proche_update(request, pk):
    proche = get_object_or_404(Proche.objects.visibles_par(request.user), pk=pk)
    beneficiaire = fiche(request, proche.beneficiaire_id)
    return _editer(request, beneficiaire, ProcheUpdateForm, proche, "beneficiaires/proche_update.html")


@droit_requis(Droit.MODIFIER_PERSONNES)
@require_POST
def proche_delete(request, pk):
    """A relative who no longer matters leaves the file: nobody's data is kept without a need."""
    proche = get_object_or_404(Proche.objects.visibles_par(request.user), pk=pk)
    suite = reverse("beneficiaires:beneficiaire_detail", args=[proche.beneficiaire_id])
    supprimer(request, proche, "Ce proche est retiré du dossier.", suite)
    return redirect(suite)


@sans_ecraser
def _editer(request, beneficiaire, formulaire, proche, gabarit):
    consigner(request, "proches", beneficiaire.pk)
    form = formulaire(
        request.POST or None, instance=proche, utilisateur=request.user, aujourdhui=timezone.localdate()
    )
    if form.is_valid():
        form.save()
        messages.success(request, "Proche enregistré.")
        return redirect("beneficiaires:beneficiaire_detail", pk=beneficiaire.pk)
    contexte = contexte_de_fiche(beneficiaire) | {"form": form, "proche": proche}
    return render(request, gabarit, contexte, status=422 if form.is_bound else 200)
