from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from insertion.droits import Droit, droit_requis
from insertion.saisie_unique import une_seule_fois
from parcours.forms.pass_iae import ProlongationForm, SuspensionForm, SuspensionUpdateForm
from parcours.models import Prolongation, Suspension
from parcours.models.pass_iae import fin_effective

from .contrats import parcours_employeur, saisir


@droit_requis(Droit.ECRIRE_CONTRATS)
@une_seule_fois
def suspension_create(request, pk):
    """Suspend the PASS between two dates; its end moves by as much."""
    parcours = parcours_employeur(request, pk)
    suspension = Suspension(parcours=parcours, structure_id=parcours.structure_id, saisie_le=timezone.localdate())
    form = SuspensionForm(request.POST or None, instance=suspension, utilisateur=request.user)
    return saisir(request, form, parcours, "parcours/suspension_create.html", "Suspension enregistrée.")


@droit_requis(Droit.ECRIRE_CONTRATS)
def suspension_update(request, pk):
    """Correct a suspension, or end it earlier because the person is back."""
    lignes = Suspension.objects.visibles_par(request.user).select_related(
        "parcours__beneficiaire", "parcours__dispositif", "parcours__structure"
    )
    suspension = get_object_or_404(lignes, pk=pk)
    if not suspension.parcours.structure.emploie:
        raise Http404
    form = SuspensionUpdateForm(request.POST or None, instance=suspension, utilisateur=request.user)
    return saisir(request, form, suspension.parcours, "parcours/suspension_update.html", "Suspension enregistrée.")


@droit_requis(Droit.ECRIRE_CONTRATS)
@une_seule_fois
def prolongation_create(request, pk):
    """Give the PASS more time, from its end on."""
    parcours = parcours_employeur(request, pk)
    fin = fin_effective(
        parcours, Suspension.objects.du_parcours(parcours), Prolongation.objects.du_parcours(parcours)
    )
    form = ProlongationForm(
        request.POST or None,
        instance=Prolongation(parcours=parcours, structure_id=parcours.structure_id),
        utilisateur=request.user,
        fin_du_pass=fin,
        aujourdhui=timezone.localdate(),
    )
    return saisir(request, form, parcours, "parcours/prolongation_create.html", "Prolongation enregistrée.")
