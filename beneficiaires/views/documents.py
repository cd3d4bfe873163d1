"""Files that people bring: received, sent and erased under the rights of the file, never by a public address."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from insertion.droits import Droit, droit_requis
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
def document_delete(request, pk):
    """Erase a file for good, once its name has been read again: this is the one thing that cannot be undone."""
    document = get_object_or_404(Document.objects.visibles_par(request.user), pk=pk)
    beneficiaire = fiche(request, document.beneficiaire_id)
    consigner(request, "documents", beneficiaire.pk)
    if request.method == "POST":
        document.effacer()
        messages.success(request, "Document supprimé.")
        return redirect("beneficiaires:beneficiaire_detail", pk=beneficiaire.pk)
    contexte = contexte_de_fiche(beneficiaire) | {"document": document}
    return render(request, "beneficiaires/document_delete.html", contexte)
