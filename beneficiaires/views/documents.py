"""Files that people bring: received, sent and erased under the rights of the file, never by a public address."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.gestes import supprimer
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.stockage import ranger
from insertion.tasks import analyser_les_depots
from insertion.telechargements import envoyer
from insertion.travaux import sonner_apres_commit

from ..forms import DocumentForm
from ..models import Document
from .personnes import contexte_de_fiche, fiche


@droit_requis(Droit.MODIFIER_PERSONNES)
@une_seule_fois
def document_create(request, pk):
    beneficiaire = fiche(request, pk)
    consigner(request, "documents", beneficiaire.pk)
    depot = Document(structure_id=beneficiaire.structure_id, beneficiaire=beneficiaire, depose_par=request.user)
    form = DocumentForm(request.POST or None, request.FILES or None, instance=depot, utilisateur=request.user)
    if form.is_valid() and ranger(form):
        sonner_apres_commit(analyser_les_depots)
        messages.success(request, "Document déposé.")
        return redirect("beneficiaires:beneficiaire_detail", pk=pk)
    contexte = contexte_de_fiche(beneficiaire) | {"form": form}
    status = 422 if form.is_bound else 200
    return render(request, "beneficiaires/document_create.html", contexte, status=status)


@droit_requis(Droit.VOIR_PERSONNES)
def document_fichier(request, pk):
    """Send the file, once the antivirus let it go; the policy of its table hides it from the other roles."""
    document = get_object_or_404(Document.objects.visibles_par(request.user), pk=pk)
    beneficiaire = fiche(request, document.beneficiaire_id)
    consigner(request, "document", beneficiaire.pk)
    return envoyer(request, document, retour=reverse("beneficiaires:beneficiaire_detail", args=[beneficiaire.pk]))


@droit_requis(Droit.MODIFIER_PERSONNES)
@require_POST
def document_delete(request, pk):
    """Take a file away at once; it leaves the disk when that can no longer be undone."""
    document = get_object_or_404(Document.objects.visibles_par(request.user), pk=pk)
    beneficiaire = fiche(request, document.beneficiaire_id)
    consigner(request, "documents", beneficiaire.pk)
    suite = reverse("beneficiaires:beneficiaire_detail", args=[beneficiaire.pk])
    supprimer(request, document, f"« {document} » est supprimé : le fichier est effacé dans 24 heures.", suite)
    return redirect(suite)
