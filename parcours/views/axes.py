"""The other half of a plan: axes d'évolution and the exit aimed at; and the catalogue that it is written from."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois

from ..catalogue import freins, garnir, rayons
from ..forms.plan import AxeForm, AxeUpdateForm, SortieViseeForm
from ..models import AxeEvolution, ModeleAction, ModeleObjectif, SortieVisee
from .appuis import parcours_de
from .plan import entete, modifier, page


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def axe_create(request, pk):
    """Name what the person wants to grow in."""
    parcours = parcours_de(request, pk)
    axe = AxeEvolution(parcours=parcours, structure_id=parcours.structure_id)
    form = AxeForm(request.POST or None, instance=axe, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("parcours:plan_detail", pk)
    return page(request, "parcours/axe_create.html", parcours, form)


@droit_requis(Droit.ECRIRE_SUIVI)
def axe_update(request, pk):
    """Correct an axe, or say that it is reached."""
    axe = get_object_or_404(AxeEvolution.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    form = AxeUpdateForm(request.POST or None, instance=axe, utilisateur=request.user)
    return modifier(request, "parcours/axe_update.html", axe, form)


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def sortie_visee_create(request, pk):
    """Say what the parcours aims at now; what was aimed at before stays."""
    parcours = parcours_de(request, pk)
    anterieures = SortieVisee.objects.filter(parcours=parcours).dernier_dabord().select_related("auteur")
    visee = SortieVisee(parcours=parcours, structure_id=parcours.structure_id, auteur=request.user)
    derniere = anterieures.first()
    initial = {"but": derniere.but, "precision": derniere.precision} if derniere else {}
    form = SortieViseeForm(request.POST or None, instance=visee, initial=initial, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("parcours:plan_detail", pk)
    return page(request, "parcours/sortie_visee_create.html", parcours, form, anterieures=anterieures)


@droit_requis(Droit.ECRIRE_SUIVI)
@require_safe
def plan_catalogue(request, pk):
    """« Choisir dans le catalogue »: the person's freins first."""
    parcours = parcours_de(request, pk)
    consigner(request, "Plan d’action", parcours.beneficiaire_id)
    garnir(parcours.structure_id)
    lignes = rayons(ModeleObjectif.objects.proposes(), ModeleAction.objects.proposes(), freins(parcours))
    objectif = request.GET.get("objectif", "")
    contexte = {"rayons": lignes, "objectif": objectif if objectif.isdecimal() else ""}
    return render(request, "parcours/plan_catalogue.html", entete(request, parcours) | contexte)
