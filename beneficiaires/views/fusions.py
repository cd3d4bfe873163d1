"""Two files of one person: which ones look alike, side by side, made one, undone."""

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
from insertion.journal import consigner

from ..doublons import paires_probables
from ..formulaire_fusion import FusionForm
from ..fusions import (
    FusionImpossible,
    annuler,
    ce_qui_passe,
    conflits,
    derniers_changements,
    ecrits,
    empechements,
    fusionner,
    proposer,
)
from ..models import Beneficiaire, FusionDossiers, PersonnesDistinctes

PAR_PAGE = 50
#: Pairs told apart that the page shows, the latest: what one may want to take back.
DISTINCTES = 20


@droit_requis(Droit.FUSIONNER_PERSONNES)
@require_safe
def doublon_list(request):
    """People who may be one, the merges that may still be undone, the pairs told apart lately."""
    page = Paginator(paires_probables(request.user), PAR_PAGE).get_page(request.GET.get("page"))
    citees = {pk for paire in page for pk in (paire.ancienne, paire.recente)}
    fiches = Beneficiaire.objects.visibles_par(request.user).avec_referents().in_bulk(citees)
    combien = ecrits(*citees)
    consigner(request, "doublons possibles")
    contexte = {
        "page": page,
        "paires": [
            (*proposer(fiches[paire.ancienne], fiches[paire.recente], combien), paire.raison) for paire in page
        ],
        "fusions": FusionDossiers.objects.visibles_par(request.user).annulables(timezone.now()),
        "distinctes": PersonnesDistinctes.objects.visibles_par(request.user).pour_liste()[:DISTINCTES],
    }
    return render(request, "beneficiaires/doublon_list.html", contexte)


@droit_requis(Droit.FUSIONNER_PERSONNES)
def fusion_create(request, pk, autre_dossier):
    """Both files side by side: `autre_dossier` goes into `pk`, field by field."""
    if request.method == "POST" and FusionDossiers.objects.visibles_par(request.user).deja_faite(pk, autre_dossier):
        return redirect("parcours:personne_detail", pk)  # a second click
    gardee, absorbee = _les_deux(request, pk, autre_dossier)
    depuis = derniers_changements(gardee, absorbee)
    form = FusionForm(request.POST or None, gardee=gardee, absorbee=absorbee, depuis=depuis)
    refus, status = None, 409 if form.is_bound and form.est_perime else 422 if form.is_bound else 200
    if form.is_valid():
        try:
            return _reunir(request, gardee, absorbee, form.decisions)
        except FusionImpossible as impossible:
            refus, status = impossible, 409
    perime = form.is_bound and form.est_perime
    proposee, _, pourquoi = proposer(gardee, absorbee, ecrits(gardee.pk, absorbee.pk))
    contexte = {
        "form": FusionForm(gardee=gardee, absorbee=absorbee, depuis=depuis) if perime else form,
        "gardee": gardee,
        "absorbee": absorbee,
        "proposee": proposee,
        "pourquoi": pourquoi,
        "perime": perime,
        "raisons": refus.raisons if refus else empechements(gardee, absorbee),
        "conflits": refus.conflits if refus else conflits(gardee, absorbee),
        "passent": ce_qui_passe(absorbee),
    }
    return render(request, "beneficiaires/fusion_create.html", contexte, status=status)


def _les_deux(request, pk, autre):
    """Both people, whose page this is: reading them is written in the journal of each; 404 unless both are seen."""
    if pk == autre:
        raise Http404
    visibles = Beneficiaire.objects.visibles_par(request.user).avec_referents()
    trouvees = [get_object_or_404(visibles, pk=numero) for numero in (pk, autre)]
    for numero in (pk, autre):
        consigner(request, "comparaison de deux dossiers", numero)
    return trouvees


def _reunir(request, gardee, absorbee, decisions):
    fusion = fusionner(gardee, absorbee, decisions, request.user)
    adresse = reverse("beneficiaires:fusion_annulation", args=[fusion.pk])
    proposer_annulation(request, f"Les deux dossiers de {absorbee} sont réunis ici.", adresse)
    return redirect(gardee)


@require_POST
@droit_requis(Droit.FUSIONNER_PERSONNES)
def fusion_annulation(request, pk):
    """Undo a merge of less than 24 hours."""
    fusion = get_object_or_404(FusionDossiers.objects.visibles_par(request.user), pk=pk)
    get_object_or_404(Beneficiaire.objects.visibles_par(request.user), pk=fusion.gardee_id)
    try:
        absorbee = annuler(fusion, timezone.now(), request.user)
    except AnnulationImpossible as impossible:
        refuser_annulation(request, impossible)
        return redirect("beneficiaires:doublon_list")
    messages.success(request, f"Réunion annulée : les deux dossiers de {absorbee} sont de retour.")
    return redirect(absorbee)


@require_POST
@droit_requis(Droit.FUSIONNER_PERSONNES)
def distinction_create(request, pk, autre_dossier):
    """« Ce sont deux personnes »: the pair leaves the list, for everybody."""
    une, autre = _les_deux(request, pk, autre_dossier)
    paire = PersonnesDistinctes.noter(une, autre, request.user)
    retour = reverse("beneficiaires:distinction_delete", args=[paire.pk])
    proposer_annulation(request, f"{une} et {autre} sont deux personnes : c’est noté.", retour)
    return redirect("beneficiaires:doublon_list")


@require_POST
@droit_requis(Droit.FUSIONNER_PERSONNES)
def distinction_delete(request, pk):
    """Take it back: the pair is to be compared again."""
    paire = get_object_or_404(PersonnesDistinctes.objects.visibles_par(request.user), pk=pk)
    messages.success(request, f"{paire.premiere} et {paire.seconde} sont de nouveau à comparer.")
    paire.delete()
    return redirect("beneficiaires:doublon_list")
