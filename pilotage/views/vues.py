"""The list of the team as somebody likes to open it: kept, shared, opened first, forgotten."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.saisie_unique import une_seule_fois

from ..file_active.vues import adresse
from ..forms.file_active import VueForm
from ..models import VueEnregistree
from .file_active import requete


@droit_requis(Droit.VOIR_EQUIPE)
@require_POST
@une_seule_fois
def vue_create(request):
    """Keep the filters and the sort of the address under a name."""
    vue = VueEnregistree(
        structure_id=request.user.appartenance.structure_id, utilisateur=request.user, adresse=adresse(request.GET)
    )
    form = VueForm(request.POST, instance=vue, utilisateur=request.user)
    if form.is_valid():
        form.save(commit=False).ecrire()
        messages.success(request, f"Vue « {vue} » enregistrée.")
        return redirect(_ouvrir(vue))
    return render(request, "pilotage/vue_create.html", {"form": form, "requete": requete(request)}, status=422)


@droit_requis(Droit.VOIR_EQUIPE)
def vue_update(request, pk):
    """Another name, shared or not, opened first or not."""
    vue = _sienne(request, pk)
    form = VueForm(request.POST or None, instance=vue, utilisateur=request.user)
    if form.is_valid():
        form.save(commit=False).ecrire()
        return redirect(_ouvrir(vue))
    contexte = {"form": form, "vue": vue, "retour": _ouvrir(vue)}
    return render(request, "pilotage/vue_update.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.VOIR_EQUIPE)
@require_POST
def vue_suppression(request, pk):
    vue = _sienne(request, pk)
    vue.delete()
    messages.success(request, f"Vue « {vue} » supprimée.")
    return redirect("pilotage:file_active_list")


def _sienne(request, pk):
    """One of the reader's own: a view that a colleague shares is theirs to change."""
    return get_object_or_404(
        VueEnregistree.objects.visibles_par(request.user).filter(utilisateur=request.user), pk=pk
    )


def _ouvrir(vue):
    return f"{reverse('pilotage:file_active_list')}?{vue.adresse or 'tri=regard'}"
