"""Exchanges with a firm: logged by anybody of the team, corrected and withdrawn by who wrote them."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.gestes import proposer_annulation
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser
from insertion.texte import en_mots

from ..forms.echanges import EchangeForm, EchangeUpdateForm
from ..models import Echange
from .entreprises import contexte_de_fiche, fiche


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@une_seule_fois
def echange_create(request, pk):
    """Log an exchange: one screen, one save; from the box of the firm's page as well."""
    entreprise = fiche(request, pk)
    echange = Echange(entreprise=entreprise, structure_id=entreprise.structure_id, auteur=request.user)
    form = EchangeForm(request.POST or None, instance=echange, utilisateur=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, _dire(echange))
        return redirect(f"{entreprise.get_absolute_url()}#fil")
    contexte = contexte_de_fiche(entreprise) | {"form": form}
    return render(request, "entreprises/echange_create.html", contexte, status=422 if form.is_bound else 200)


def _dire(echange):
    rappel = echange.rappeler_le
    return f"Échange noté. À rappeler le {en_mots(rappel, 'l j F')}." if rappel else "Échange noté."


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@sans_ecraser
def echange_update(request, pk):
    """Correct one's own exchange; what it said before stays in its history."""
    echange = _sien(request, pk)
    form = EchangeUpdateForm(request.POST or None, instance=echange, utilisateur=request.user)
    if form.is_valid():
        form.save()
        return redirect(f"{echange.entreprise.get_absolute_url()}#fil")
    contexte = contexte_de_fiche(fiche(request, echange.entreprise_id)) | {"form": form, "echange": echange}
    return render(request, "entreprises/echange_update.html", contexte, status=422 if form.is_bound else 200)


@require_POST
@droit_requis(Droit.ECRIRE_ENTREPRISES)
def echange_suppression(request, pk):
    """Withdraw one's own exchange, at once; « Annuler » brings it back."""
    echange = _sien(request, pk)
    entreprise = echange.entreprise
    echange.delete()
    retour = reverse("entreprises:echange_retablissement", args=[pk])
    proposer_annulation(request, f"Échange avec {entreprise} supprimé.", retour)
    return redirect(f"{entreprise.get_absolute_url()}#fil")


@require_POST
@droit_requis(Droit.ECRIRE_ENTREPRISES)
def echange_retablissement(request, pk):
    """Undo the deletion of one's own exchange, from its history."""
    echange = Echange.objects.retablir(pk, request.user)
    if echange is None:
        raise Http404
    messages.success(request, "Échange rétabli.")
    return redirect(f"{echange.entreprise.get_absolute_url()}#fil")


def _sien(request, pk):
    """An exchange that the user wrote; anybody else's is not found."""
    siens = Echange.objects.visibles_par(request.user).pour_fiche().filter(auteur=request.user)
    return get_object_or_404(siens, pk=pk)
