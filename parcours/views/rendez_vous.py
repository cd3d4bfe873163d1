from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from beneficiaires.models import Beneficiaire
from insertion import brouillons
from insertion.droits import Droit, droit_requis
from insertion.saisie_unique import une_seule_fois
from parcours.forms.rendez_vous import AbsenceForm, RendezVousForm, StatutForm
from parcours.models import Parcours, RendezVous


@require_POST
@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def absence_create(request, pk):
    """Absence in two clicks, from the note box: what was typed there becomes its comment."""
    beneficiaire = get_object_or_404(Beneficiaire.objects.visibles_par(request.user), pk=pk)
    parcours = Parcours.objects.d_une_personne(beneficiaire).filter(date_sortie__isnull=True).first()
    form = AbsenceForm(request.POST)
    if parcours is None or not form.is_valid():
        messages.error(request, "Cette personne n’a pas de parcours ouvert : ouvrez-en un pour noter son absence.")
        return redirect(beneficiaire)
    donnees = form.cleaned_data
    parcours.noter_absence(
        donnees["statut"], donnees["date"] or timezone.now(), request.user, donnees["compte_rendu"]
    )
    brouillons.effacer(request, f"entretien:{pk}")
    messages.success(request, "Absence notée. Proposez un nouveau rendez-vous dès que possible.")
    return redirect(f"{beneficiaire.get_absolute_url()}#fil")


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def rendez_vous_create(request, pk):
    """Plan an appointment with somebody."""
    beneficiaire = get_object_or_404(
        Beneficiaire.objects.visibles_par(request.user).pour_fiche(timezone.localdate()), pk=pk
    )
    parcours = Parcours.objects.d_une_personne(beneficiaire).filter(date_sortie__isnull=True).first()
    if parcours is None:
        return redirect("parcours:parcours_create", pk=pk)
    rendez_vous = RendezVous(parcours=parcours, utilisateur=request.user, structure_id=parcours.structure_id)
    form = RendezVousForm(request.POST or None, instance=rendez_vous, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Rendez-vous enregistré.")
        return redirect(beneficiaire)
    contexte = {"beneficiaire": beneficiaire, "parcours": parcours, "form": form, "onglet": "parcours"}
    contexte["aujourdhui"] = timezone.localdate()
    return render(request, "parcours/rendez_vous_create.html", contexte, status=422 if form.is_bound else 200)


@require_POST
@droit_requis(Droit.ECRIRE_SUIVI)
def rendez_vous_statut(request, pk):
    """Say what became of an appointment: excused, absent, cancelled by the structure."""
    rendez_vous = get_object_or_404(RendezVous.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    form = StatutForm(request.POST)
    if form.is_valid():
        rendez_vous.passer_a(**form.cleaned_data)
        messages.success(request, f"{rendez_vous.get_statut_display()} : c’est noté.")
    return redirect(form.suite(request) or rendez_vous.parcours.beneficiaire)
