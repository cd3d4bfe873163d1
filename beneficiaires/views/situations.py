"""What is true of somebody between two dates: their situations, and who follows them."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from insertion.droits import Droit, droit_requis
from insertion.gestes import proposer_retour
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..forms import ReferentForm, SituationForm, SituationUpdateForm
from ..models import Situation
from .personnes import contexte_de_fiche, fiche


@droit_requis(Droit.MODIFIER_PERSONNES)
@une_seule_fois
def situation_create(request, pk):
    beneficiaire = fiche(request, pk)
    nouvelle = Situation(structure_id=beneficiaire.structure_id, beneficiaire=beneficiaire)
    return _editer(request, beneficiaire, SituationForm, nouvelle, "beneficiaires/situation_create.html")


@droit_requis(Droit.MODIFIER_PERSONNES)
def situation_update(request, pk):
    """Correct or end a situation; two versions side by side when a colleague saved meanwhile."""
    situation = get_object_or_404(Situation.objects.visibles_par(request.user), pk=pk)
    beneficiaire = fiche(request, situation.beneficiaire_id)
    return _editer(request, beneficiaire, SituationUpdateForm, situation, "beneficiaires/situation_update.html")


@sans_ecraser
def _editer(request, beneficiaire, formulaire, situation, gabarit):
    consigner(request, "situations", beneficiaire.pk)
    form = formulaire(request.POST or None, instance=situation, utilisateur=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, "Situation enregistrée.")
        return redirect("beneficiaires:beneficiaire_detail", pk=beneficiaire.pk)
    contexte = contexte_de_fiche(beneficiaire) | {"form": form, "situation": situation}
    return render(request, gabarit, contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.MODIFIER_PERSONNES)
@une_seule_fois
def referent_create(request, pk):
    """Entrust somebody to a colleague from today; whoever followed them until now stays in the history."""
    beneficiaire, aujourdhui = fiche(request, pk), timezone.localdate()
    consigner(request, "référents", beneficiaire.pk)
    form = ReferentForm(request.POST or None, utilisateur=request.user, aujourdhui=aujourdhui)
    if form.is_valid():
        faits = beneficiaire.confier_a(form.cleaned_data["utilisateur"], aujourdhui)
        suite = reverse("beneficiaires:beneficiaire_detail", args=[pk])
        proposer_retour(request, "Le changement de référent est enregistré.", *faits, retour=suite)
        return redirect(suite)
    contexte = contexte_de_fiche(beneficiaire) | {"form": form}
    status = 422 if form.is_bound else 200
    return render(request, "beneficiaires/referent_create.html", contexte, status=status)
