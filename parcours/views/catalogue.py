"""The catalogue of objectifs and actions of a structure (metier.md §1 row 29); plans copy its words."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from insertion.droits import Droit, droit_requis
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..catalogue import garnir, rayons
from ..forms.catalogue import ModeleActionForm, ModeleObjectifForm
from ..models import ModeleAction, ModeleObjectif


@droit_requis(Droit.ECRIRE_SUIVI)
@require_safe
def catalogue_list(request):
    """Every line of the catalogue, domain by domain, those put aside included."""
    garnir(request.user.appartenance.structure_id)
    objectifs = ModeleObjectif.objects.visibles_par(request.user)
    actions = ModeleAction.objects.visibles_par(request.user)
    return render(request, "parcours/catalogue_list.html", {"rayons": rayons(objectifs, actions)})


@droit_requis(Droit.REGLER)
@une_seule_fois
def modele_objectif_create(request):
    return _ajouter(request, ModeleObjectif, ModeleObjectifForm, "parcours/modele_objectif_create.html")


@droit_requis(Droit.REGLER)
def modele_objectif_update(request, pk):
    return _modifier(request, pk, ModeleObjectif, ModeleObjectifForm, "parcours/modele_objectif_update.html")


@droit_requis(Droit.REGLER)
@une_seule_fois
def modele_action_create(request):
    return _ajouter(request, ModeleAction, ModeleActionForm, "parcours/modele_action_create.html")


@droit_requis(Droit.REGLER)
def modele_action_update(request, pk):
    return _modifier(request, pk, ModeleAction, ModeleActionForm, "parcours/modele_action_update.html")


def _ajouter(request, modele, formulaire, template):
    garnir(request.user.appartenance.structure_id)  # a first line of one's own must not stand for the whole list
    ligne = modele(structure_id=request.user.appartenance.structure_id)
    initial = {"domaine": request.GET.get("domaine")}
    form = formulaire(request.POST or None, instance=ligne, initial=initial, utilisateur=request.user)
    return _enregistrer(request, form, template)


def _modifier(request, pk, modele, formulaire, template):
    ligne = get_object_or_404(modele.objects.visibles_par(request.user), pk=pk)
    return _enregistrer(request, formulaire(request.POST or None, instance=ligne, utilisateur=request.user), template)


@sans_ecraser
def _enregistrer(request, form, template):
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Catalogue enregistré.")
        return redirect("parcours:catalogue_list")
    return render(request, template, {"form": form}, status=422 if form.is_bound else 200)
