"""A plan put before who answers for the team; the answer is given on « Approbations » (pilotage)."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.gestes import proposer_annulation, refuser_annulation
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from parcours.forms.plan import ValidationPlanForm
from parcours.models import ValidationPlan

from . import appuis
from .plan import page


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def validation_plan_create(request, pk):
    """Ask that a plan be validated, with a word or without."""
    parcours = appuis.parcours_de(request, pk)
    demande = ValidationPlan(parcours=parcours, structure_id=parcours.structure_id)
    form = ValidationPlanForm(request.POST or None, instance=demande, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        retrait = reverse("parcours:validation_plan_retrait", args=[demande.pk])
        proposer_annulation(request, "La validation du plan est demandée.", retrait)
        return redirect("parcours:plan_detail", pk)
    return page(request, "parcours/validation_plan_create.html", parcours, form)


@droit_requis(Droit.ECRIRE_SUIVI)
@require_POST
def validation_plan_retrait(request, pk):
    """Take back what was asked and not answered yet."""
    demandes = ValidationPlan.objects.visibles_par(request.user).select_related("parcours")
    demande = get_object_or_404(demandes, pk=pk)
    consigner(request, "Plan d’action", demande.parcours.beneficiaire_id)
    if demande.retirer():
        messages.success(request, "La demande de validation est retirée.")
    else:
        refuser_annulation(request, "Votre responsable a déjà répondu.")
    return redirect("parcours:plan_detail", demande.parcours_id)
