"""Doubles of the address book: which firms look like one, side by side, merged, undone."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from insertion.annulation import AnnulationImpossible
from insertion.droits import Droit, droit_requis
from insertion.gestes import proposer_annulation, refuser_annulation

from ..doublons import paires_probables
from ..forms.fusions import FusionForm
from ..fusions import annuler, fusionner
from ..models import Entreprise, FusionEntreprise, PaireDistincte

PAR_PAGE = 50
#: Pairs told apart that the page shows, the latest: what one may want to take back.
DISTINCTES = 20


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@require_safe
def doublon_list(request):
    """Firms that may be one, the merges that may still be undone, the pairs told apart lately."""
    contexte = {
        "page": Paginator(paires_probables(), PAR_PAGE).get_page(request.GET.get("page")),
        "fusions": FusionEntreprise.objects.visibles_par(request.user).annulables(timezone.now()),
        "distinctes": PaireDistincte.objects.visibles_par(request.user).pour_liste()[:DISTINCTES],
    }
    return render(request, "entreprises/doublon_list.html", contexte)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
def fusion_create(request, pk, autre):
    """Both firms side by side: `autre` goes into `pk`, field by field."""
    if pk == autre:
        raise Http404
    visibles = Entreprise.objects.visibles_par(request.user).pour_fiche()
    gardee, absorbee = get_object_or_404(visibles, pk=pk), get_object_or_404(visibles, pk=autre)
    form = FusionForm(request.POST or None, gardee=gardee, absorbee=absorbee)
    if form.is_valid():
        fusion = fusionner(gardee, absorbee, form.decisions, request.user)
        adresse = reverse("entreprises:fusion_annulation", args=[fusion.pk])
        proposer_annulation(request, f"« {fusion.absorbee_nom} » est fusionnée ici.", adresse)
        return redirect(gardee)
    status = 409 if form.est_perime else 422 if form.is_bound else 200
    if form.est_perime:
        form = FusionForm(gardee=gardee, absorbee=absorbee)
    contexte = {"form": form, "gardee": gardee, "absorbee": absorbee, "perime": status == 409}
    return render(request, "entreprises/fusion_create.html", contexte, status=status)


@require_POST
@droit_requis(Droit.ECRIRE_ENTREPRISES)
def fusion_annulation(request, pk):
    """Undo a merge of less than 24 hours."""
    fusion = get_object_or_404(FusionEntreprise.objects.visibles_par(request.user), pk=pk)
    try:
        absorbee = annuler(fusion, timezone.now(), request.user)
    except AnnulationImpossible as impossible:
        refuser_annulation(request, impossible)
        return redirect("entreprises:doublon_list")
    messages.success(request, f"Fusion annulée : « {absorbee} » est de retour.")
    return redirect(absorbee)


@require_POST
@droit_requis(Droit.ECRIRE_ENTREPRISES)
def distinction_create(request, pk, autre):
    """« Ce sont deux entreprises »: the pair leaves the list, for everybody."""
    if pk == autre:
        raise Http404
    visibles = Entreprise.objects.visibles_par(request.user)
    entreprise, autre = get_object_or_404(visibles, pk=pk), get_object_or_404(visibles, pk=autre)
    paire = PaireDistincte.noter(entreprise, autre, request.user)
    retour = reverse("entreprises:distinction_delete", args=[paire.pk])
    proposer_annulation(request, f"« {entreprise} » et « {autre} » sont deux entreprises : c’est noté.", retour)
    return redirect("entreprises:doublon_list")


@require_POST
@droit_requis(Droit.ECRIRE_ENTREPRISES)
def distinction_delete(request, pk):
    """Take it back: the pair is to be compared again."""
    paire = get_object_or_404(PaireDistincte.objects.visibles_par(request.user), pk=pk)
    messages.success(request, f"« {paire.premiere} » et « {paire.seconde} » sont de nouveau à comparer.")
    paire.delete()
    return redirect("entreprises:doublon_list")
