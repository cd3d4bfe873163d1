"""What becomes of an application: a place on the waiting list, no, or a parcours."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.gestes import proposer_annulation, refuser_annulation
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser
from parcours.eligibilite import manques
from parcours.forms.candidatures import DEJA_DECIDEE, AcceptationForm, DecisionForm
from parcours.models import Candidature

from .candidatures import contexte_de_fiche, entete, trouver


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def candidature_acceptation(request, pk):
    """Accept: the parcours opens in the same click. What is missing is forced with a reason only."""
    candidature = _a_decider(request, pk)
    if not candidature.est_ouverte:
        messages.error(request, DEJA_DECIDEE)
    if request.method != "POST" or not candidature.est_ouverte:
        return redirect(candidature)
    aujourdhui = timezone.localdate()
    form = AcceptationForm(
        request.POST,
        utilisateur=request.user,
        candidature=candidature,
        aujourdhui=aujourdhui,
        bloquants=[manque for manque in manques(candidature, aujourdhui) if manque.bloquant],
    )
    if form.is_valid():
        parcours = form.save()
        messages.success(request, f"Le parcours de {candidature.beneficiaire} est ouvert.")
        return redirect(parcours.beneficiaire)
    contexte = contexte_de_fiche(request, candidature, form)
    return render(request, "parcours/candidature_detail.html", contexte, status=422)


@droit_requis(Droit.ECRIRE_SUIVI)
@sans_ecraser
def candidature_decision(request, pk):
    """Decline, or note that it falls through."""
    candidature = _a_decider(request, pk)
    aujourdhui = timezone.localdate()
    form = DecisionForm(request.POST or None, instance=candidature, utilisateur=request.user, aujourdhui=aujourdhui)
    if request.method == "POST" and form.is_valid():
        form.save()
        proposer_annulation(
            request,
            f"{candidature.beneficiaire}\u00a0: décision enregistrée.",
            reverse("parcours:candidature_etude", args=[pk]),
        )
        return redirect(candidature)
    if request.method == "GET":
        consigner(request, "candidature", candidature.beneficiaire_id)
    contexte = entete(request, candidature) | {"form": form}
    return render(request, "parcours/candidature_decision.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.ECRIRE_SUIVI)
@require_POST
def candidature_mise_en_attente(request, pk):
    """At the end of the waiting list."""
    candidature = _a_decider(request, pk)
    if not candidature.est_ouverte:
        messages.error(request, DEJA_DECIDEE)
        return redirect(candidature)
    candidature.mettre_en_attente(timezone.localdate())
    retour = reverse("parcours:candidature_etude", args=[pk])
    phrase = f"{candidature.beneficiaire}\u00a0: en liste d’attente, au rang {candidature.rang}."
    proposer_annulation(request, phrase, retour)
    return redirect(candidature)


@droit_requis(Droit.ECRIRE_SUIVI)
@require_POST
def candidature_etude(request, pk):
    """Take it up, again if need be; a parcours already opened is not undone here."""
    candidature = _a_decider(request, pk)
    if candidature.parcours_id:
        refuser_annulation(request, "Le parcours est déjà ouvert : la demande reste acceptée.")
    else:
        candidature.etudier()
        messages.success(request, "La demande est à l’étude.")
    return redirect(candidature)


@droit_requis(Droit.ECRIRE_SUIVI)
@require_POST
def candidature_rang(request, pk):
    """One place up or down on its waiting list."""
    candidature = _a_decider(request, pk)
    candidature.deplacer(vers_le_haut=request.POST.get("sens") == "monter")
    return redirect(f"{reverse('parcours:candidature_attente')}#candidature-{pk}")


def _a_decider(request, pk):
    """The application, held until the answer when it is about to change: two decisions never cross."""
    if request.method == "POST":
        list(Candidature.objects.visibles_par(request.user).filter(pk=pk).select_for_update())
    return trouver(request, pk)
