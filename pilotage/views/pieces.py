"""The files of an agreement: received, sent and erased under the rights of its page."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.gestes import supprimer
from insertion.saisie_unique import une_seule_fois
from insertion.stockage import ranger
from insertion.tasks import analyser_les_depots
from insertion.telechargements import envoyer
from insertion.travaux import sonner_apres_commit

from ..forms.conventions import PieceForm
from ..models import Convention, PieceConvention


@droit_requis(Droit.ECRIRE_BILANS)
@une_seule_fois
def piece_create(request, pk):
    convention = get_object_or_404(Convention.objects.visibles_par(request.user).select_related("financeur"), pk=pk)
    piece = PieceConvention(structure_id=convention.structure_id, convention=convention, depose_par=request.user)
    form = PieceForm(request.POST or None, request.FILES or None, instance=piece, utilisateur=request.user)
    if form.is_valid() and ranger(form):
        sonner_apres_commit(analyser_les_depots)
        messages.success(request, "Document déposé.")
        return redirect(convention)
    contexte = {"form": form, "convention": convention}
    return render(request, "pilotage/piece_create.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.VOIR_BILANS)
def piece_fichier(request, pk):
    """Send the file, once the antivirus let it go."""
    piece = get_object_or_404(PieceConvention.objects.visibles_par(request.user).select_related("convention"), pk=pk)
    return envoyer(request, piece, retour=piece.convention.get_absolute_url())


@droit_requis(Droit.ECRIRE_BILANS)
@require_POST
def piece_delete(request, pk):
    """Take a file away at once; it leaves the disk when that can no longer be undone."""
    visibles = PieceConvention.objects.visibles_par(request.user).select_related("convention__financeur")
    piece = get_object_or_404(visibles, pk=pk)
    suite = piece.convention.get_absolute_url()
    supprimer(request, piece, f"« {piece} » est supprimé : le fichier est effacé dans 24 heures.", suite)
    return redirect(suite)
