"""« Dépannage »: letting the support in for one hour, and reading what it read."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from .. import depannage
from ..droits import Droit, droit_requis
from ..forms_comptes import AccesSupportForm
from ..models import AccesSupport
from ..saisie_unique import une_seule_fois


@droit_requis(Droit.COMPTES)
@une_seule_fois
def acces_support_list(request):
    """The accesses asked for, in force and past; the form that asks."""
    nouveau = AccesSupport(structure_id=request.user.appartenance.structure_id, demande_par=request.user)
    form = AccesSupportForm(request.POST or None, instance=nouveau, utilisateur=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, "Demande notée : un autre responsable de la structure doit l’approuver.")
        return redirect("insertion:acces_support_list")
    quand = timezone.now()
    lignes = list(AccesSupport.objects.visibles_par(request.user).pour_liste()[:50])
    for ligne in lignes:
        ligne.en_cours = ligne.ouvert(quand)
    statut = 422 if form.is_bound else 200
    return render(request, "insertion/acces_support_list.html", {"form": form, "lignes": lignes}, status=statut)


@droit_requis(Droit.COMPTES)
def acces_support_detail(request, pk):
    acces = _acces(request, pk)
    contexte = {"acces": acces, "en_cours": acces.ouvert(timezone.now()), "lectures": depannage.lectures(acces)}
    return render(request, "insertion/acces_support_detail.html", contexte)


@require_POST
@droit_requis(Droit.COMPTES)
def acces_support_approbation(request, pk):
    depannage.approuver(_acces(request, pk), request.user, timezone.now())
    messages.success(request, "Accès ouvert pour une heure, en lecture.")
    return redirect("insertion:acces_support_list")


@require_POST
@droit_requis(Droit.COMPTES)
def acces_support_fin(request, pk):
    depannage.interrompre(_acces(request, pk), timezone.now())
    messages.success(request, "Accès de dépannage fermé.")
    return redirect("insertion:acces_support_list")


def _acces(request, pk):
    return get_object_or_404(AccesSupport.objects.visibles_par(request.user).pour_liste(), pk=pk)
