"""The people and the sites of a firm."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.gestes import proposer_annulation
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..forms.contacts import ContactForm, ContactUpdateForm
from ..forms.entreprises import EtablissementForm, EtablissementUpdateForm
from ..models import Contact, Entreprise, Etablissement


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@une_seule_fois
def contact_create(request, pk):
    """Somebody new at the firm."""
    return _ajouter(request, pk, Contact, ContactForm, "entreprises/contact_create.html")


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@une_seule_fois
def etablissement_create(request, pk):
    """Another site of the firm."""
    return _ajouter(request, pk, Etablissement, EtablissementForm, "entreprises/etablissement_create.html")


def _ajouter(request, pk, modele, formulaire, gabarit):
    entreprise = get_object_or_404(Entreprise.objects.visibles_par(request.user), pk=pk)
    objet = modele(entreprise=entreprise, structure_id=entreprise.structure_id)
    form = formulaire(request.POST or None, instance=objet, utilisateur=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, f"{objet} est sur la fiche.")
        return redirect(entreprise)
    contexte = {"form": form, "entreprise": entreprise}
    return render(request, gabarit, contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
def contact_update(request, pk):
    """Correct how to reach somebody."""
    return _corriger(request, pk, Contact, ContactUpdateForm, "entreprises/contact_update.html")


@droit_requis(Droit.ECRIRE_ENTREPRISES)
def etablissement_update(request, pk):
    """Correct a site, or say that it closed."""
    return _corriger(request, pk, Etablissement, EtablissementUpdateForm, "entreprises/etablissement_update.html")


@sans_ecraser
def _corriger(request, pk, modele, formulaire, gabarit):
    objet = get_object_or_404(modele.objects.visibles_par(request.user).select_related("entreprise"), pk=pk)
    nom, entreprise = str(objet), objet.entreprise
    form = formulaire(request.POST or None, instance=objet, utilisateur=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, f"{objet} : enregistré.")
        return redirect(entreprise)
    contexte = {"form": form, "entreprise": entreprise, "objet": objet, "nom": nom}
    return render(request, gabarit, contexte, status=422 if form.is_bound else 200)


@require_POST
@droit_requis(Droit.ECRIRE_ENTREPRISES)
def contact_depart(request, pk):
    """They left the firm: no longer proposed, still named where they were."""
    contact = _contact(request, pk)
    contact.partir(timezone.localdate())
    proposer_annulation(
        request, f"{contact} a quitté l’entreprise.", reverse("entreprises:contact_retour", args=[pk])
    )
    return redirect(contact.entreprise)


@require_POST
@droit_requis(Droit.ECRIRE_ENTREPRISES)
def contact_retour(request, pk):
    """Undo « a quitté l’entreprise »."""
    contact = _contact(request, pk)
    contact.revenir()
    return redirect(contact.entreprise)


def _contact(request, pk):
    return get_object_or_404(Contact.objects.visibles_par(request.user).select_related("entreprise"), pk=pk)
