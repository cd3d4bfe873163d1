from datetime import timedelta

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from beneficiaires.enums import GenreAppreciation
from beneficiaires.models import Beneficiaire
from insertion.droits import Droit, droit_requis
from insertion.gestes import proposer_retour
from insertion.isolation.historique import ecritures
from insertion.journal import consigner
from insertion.models import Lecture
from insertion.retours import suite
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser
from parcours.enums import Moment
from parcours.escaliers import escaliers
from parcours.evolution import avec_reponses, dernieres_reponses, marquer_confirmees, mesurer, remplacer
from parcours.forms.diagnostics import DiagnosticForm
from parcours.grilles import GRILLES
from parcours.models import Confirmation, Diagnostic, Evaluation, Parcours
from parcours.radar import radar


@droit_requis(Droit.VOIR_DIAGNOSTIC)
def diagnostic_evolution(request, pk):
    """What changed since the entry, domain by domain, then each diagnostic with the words of both."""
    beneficiaire = _beneficiaire(request, pk)
    consigner(request, "Diagnostics", pk)
    parcours = next(iter(Parcours.objects.d_une_personne(beneficiaire)), None)
    evaluations = list(Evaluation.objects.d_une_personne(beneficiaire))
    marquer_confirmees(evaluations, Confirmation.objects.d_une_personne(beneficiaire))
    evolution = mesurer(evaluations)
    contexte = _entete(beneficiaire, parcours) | {
        "evolution": evolution,
        "radar": radar(evolution),
        "escaliers": escaliers(evolution),
        "desaccords": beneficiaire.desaccords.filter(appreciation=GenreAppreciation.DIAGNOSTIC).order_by("le", "pk"),
        "diagnostics": avec_reponses(list(Diagnostic.objects.d_une_personne(beneficiaire)), evaluations),
    }
    return render(request, "parcours/diagnostic_evolution.html", contexte)


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def diagnostic_create(request, pk):
    """Take stock with the person: every domain on one page, one save."""
    parcours = get_object_or_404(Parcours.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    evaluations = list(Evaluation.objects.d_une_personne(parcours.beneficiaire))
    deja = any(e.diagnostic.parcours_id == parcours.pk for e in evaluations)
    grille = request.user.appartenance.structure.grille
    form = DiagnosticForm(
        request.POST or None,
        instance=Diagnostic(parcours=parcours, structure_id=parcours.structure_id, grille=grille),
        initial={"date": timezone.localdate(), "moment": Moment.BILAN if deja else Moment.ENTREE},
        utilisateur=request.user,
        domaines=_domaines(request, grille),
        dernieres=dernieres_reponses(evaluations, grille),
    )
    if request.method == "POST" and form.is_valid():
        with ecritures(Diagnostic, Evaluation) as ecrites:
            form.save()
        _annoncer(request, parcours, ecrites)
        return redirect(suite(request, "parcours:diagnostic_evolution", parcours.beneficiaire_id))
    return _page(request, "parcours/diagnostic_create.html", form, evaluations)


@droit_requis(Droit.ECRIRE_SUIVI)
@sans_ecraser
def diagnostic_update(request, pk):
    """Correct or complete a diagnostic; what a colleague saved meanwhile is never overwritten."""
    diagnostic = get_object_or_404(Diagnostic.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    evaluations = list(Evaluation.objects.d_une_personne(diagnostic.parcours.beneficiaire))
    reponses = {e.domaine: e for e in evaluations if e.diagnostic_id == diagnostic.pk}
    form = DiagnosticForm(
        request.POST or None,
        instance=diagnostic,
        utilisateur=request.user,
        domaines=_domaines(request, diagnostic.grille, reponses),
        reponses=reponses,
        dernieres=dernieres_reponses(evaluations, diagnostic.grille, avant=diagnostic),
    )
    if request.method == "POST" and form.is_valid():
        with ecritures(Diagnostic, Evaluation) as ecrites:
            form.save()
        _annoncer(request, diagnostic.parcours, ecrites)
        return redirect("parcours:diagnostic_evolution", diagnostic.parcours.beneficiaire_id)
    return _page(request, "parcours/diagnostic_update.html", form, evaluations)


@droit_requis(Droit.ECRIRE_SUIVI)
@require_POST
def diagnostic_confirmation(request, pk):
    """Say that the person agrees with a diagnostic taken from a file."""
    diagnostic = get_object_or_404(Diagnostic.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    diagnostic.confirmer()
    messages.success(request, "Diagnostic confirmé avec la personne.")
    return redirect("parcours:diagnostic_evolution", diagnostic.parcours.beneficiaire_id)


@droit_requis(Droit.ECRIRE_SUIVI)
@require_POST
def diagnostic_apercu(request, pk):
    """The radar as it would be with the answers being given; nothing is written but the trace of the read."""
    parcours = get_object_or_404(Parcours.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    _consigner_une_fois(request, parcours.beneficiaire_id)
    evaluations = list(Evaluation.objects.d_une_personne(parcours.beneficiaire))
    modifie = request.POST.get("diagnostic", "")
    diagnostic = next((e.diagnostic for e in evaluations if str(e.diagnostic_id) == modifie), None)
    essai = diagnostic or Diagnostic(parcours=parcours, grille=request.user.appartenance.structure.grille)
    reponses = [e.domaine for e in evaluations if str(e.diagnostic_id) == modifie]
    domaines = _domaines(request, essai.grille, reponses)
    form = DiagnosticForm(request.POST, instance=essai, utilisateur=request.user, domaines=domaines)
    form.is_valid()
    essai.date = form.cleaned_data.get("date") or timezone.localdate()
    essai.moment = form.cleaned_data.get("moment") or Moment.BILAN
    evolution = mesurer(remplacer(evaluations, essai, form.reponses()), parcours, essai.grille)
    contexte = {"form": form, "evolution": evolution, "radar": radar(evolution), "apercu": True}
    return render(request, "parcours/diagnostic_create.html#apercu", contexte)


def _annoncer(request, parcours, ecrites):
    """Say that a diagnostic of `parcours` is saved, and offer to undo it."""
    evolution = reverse("parcours:diagnostic_evolution", args=[parcours.beneficiaire_id])
    proposer_retour(request, f"Diagnostic de {parcours.beneficiaire} enregistré.", *ecrites, retour=evolution)


def _beneficiaire(request, pk):
    personnes = Beneficiaire.objects.visibles_par(request.user).pour_fiche(timezone.localdate())
    return get_object_or_404(personnes, pk=pk)


def _domaines(request, grille, reponses=()):
    """The domains of the grid that the structure asks about, and those already answered that it has left since."""
    return GRILLES[grille].domaines(request.user.appartenance.structure.domaines, reponses)


def _entete(beneficiaire, parcours):
    return {
        "beneficiaire": beneficiaire,
        "parcours": parcours,
        "aujourdhui": timezone.localdate(),
        "onglet": "diagnostic",
    }


def _page(request, template, form, evaluations):
    """The form of a diagnostic, with the radar of what was written before it."""
    parcours = form.instance.parcours
    if request.method == "GET":
        consigner(request, "Diagnostic", parcours.beneficiaire_id)
    evolution = mesurer(evaluations, parcours, form.instance.grille)
    contexte = _entete(_beneficiaire(request, parcours.beneficiaire_id), parcours)
    contexte |= {"form": form, "diagnostic": form.instance, "evolution": evolution, "radar": radar(evolution)}
    return render(request, template, contexte, status=422 if form.is_bound else 200)


def _consigner_une_fois(request, beneficiaire_id):
    """One trace an hour is enough for a drawing asked again at each answer."""
    depuis = timezone.now() - timedelta(hours=1)
    traces = Lecture.objects.filter(utilisateur_id=request.user.pk, beneficiaire_id=beneficiaire_id)
    if not traces.filter(quoi="Diagnostic", at__gte=depuis).exists():
        consigner(request, "Diagnostic", beneficiaire_id)
