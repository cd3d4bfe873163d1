from urllib.parse import urlencode

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from beneficiaires.models import Beneficiaire
from insertion.droits import Droit, droit_requis
from insertion.gestes import proposer_annulation, proposer_retour
from insertion.isolation.historique import ecritures
from insertion.journal import consigner
from insertion.retours import de_chez_nous
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser
from insertion.texte import en_mots
from parcours.disponibilites import avertissements
from parcours.enums import StatutRendezVous
from parcours.forms.rendez_vous import (
    AbsenceForm,
    CreneauForm,
    RendezVousExterieurForm,
    RendezVousExterieurUpdateForm,
    RendezVousForm,
    RendezVousUpdateForm,
    StatutForm,
)
from parcours.models import Action, NoteConfidentielle, Parcours, RendezVous

from .appuis import personne
from .entretiens import page_de_la_note
from .sans_parcours import ouvrir_d_abord


@require_POST
@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def absence_create(request, pk):
    """Absence in two clicks, from the note box, with all that was typed there; refused, it is shown as it was."""
    beneficiaire = get_object_or_404(
        Beneficiaire.objects.visibles_par(request.user).pour_fiche(timezone.localdate()), pk=pk
    )
    ouverts = list(Parcours.objects.d_une_personne(beneficiaire).filter(date_sortie__isnull=True))
    form = AbsenceForm(request.POST, utilisateur=request.user, beneficiaire=beneficiaire, ouverts=ouverts)
    if not form.is_valid():
        page = reverse("parcours:entretien_create", args=[pk])
        return page_de_la_note(request, beneficiaire, ouverts, form, page_du_brouillon=page)
    with ecritures(Action, RendezVous, NoteConfidentielle) as ecrites:
        form.save()
    suite = de_chez_nous(request.GET.get("retour")) or f"{beneficiaire.get_absolute_url()}#fil"
    proposer_retour(request, form.recit(), *ecrites, retour=suite)
    return redirect(suite)


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def rendez_vous_create(request, pk):
    """Plan an appointment with somebody."""
    beneficiaire = get_object_or_404(
        Beneficiaire.objects.visibles_par(request.user).pour_fiche(timezone.localdate()), pk=pk
    )
    parcours = Parcours.objects.d_une_personne(beneficiaire).filter(date_sortie__isnull=True).first()
    if parcours is None:
        return ouvrir_d_abord(request, pk, "un rendez-vous")
    parcours.beneficiaire = beneficiaire
    rendez_vous = RendezVous(parcours=parcours, utilisateur=request.user, structure_id=parcours.structure_id)
    prevu = CreneauForm(request.GET).prevu()
    form = RendezVousForm(request.POST or None, instance=rendez_vous, utilisateur=request.user, initial=prevu)
    if request.method == "POST" and form.is_valid():
        _enregistrer(request, form)
        return redirect(beneficiaire)
    consigner(request, "Rendez-vous", pk)
    return _page(request, "parcours/rendez_vous_create.html", parcours, form, onglet="parcours")


@droit_requis(Droit.ECRIRE_SUIVI)
@sans_ecraser
def rendez_vous_update(request, pk):
    """Move an appointment that is still planned, then come back to the page that asked (`?suite=`)."""
    planifies = RendezVous.objects.visibles_par(request.user).avec_nous().prevus()
    rendez_vous = get_object_or_404(planifies.pour_fiche().select_related("utilisateur"), pk=pk)
    rendez_vous.parcours.beneficiaire = personne(request, rendez_vous.parcours.beneficiaire_id)
    suite = de_chez_nous(request.GET.get("suite")) or rendez_vous.parcours.beneficiaire.get_absolute_url()
    form = RendezVousUpdateForm(request.POST or None, instance=rendez_vous, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        _enregistrer(request, form)
        return redirect(suite)
    if request.method == "GET":
        consigner(request, "Rendez-vous", rendez_vous.parcours.beneficiaire_id)
    return _page(
        request, "parcours/rendez_vous_update.html", rendez_vous.parcours, form, onglet="parcours", annuler_url=suite
    )


def _enregistrer(request, form):
    """Save, then say what the hours meet: a colleague's absence, a public holiday, something else at once."""
    rendez_vous = form.save()
    messages.success(request, "Rendez-vous enregistré.")
    for phrase in avertissements(rendez_vous, request.user):
        messages.warning(request, phrase)


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def rendez_vous_exterieur_create(request, pk):
    """Note an appointment of the person outside, with a doctor, the CAF, an employer…"""
    beneficiaire = get_object_or_404(
        Beneficiaire.objects.visibles_par(request.user).pour_fiche(timezone.localdate()), pk=pk
    )
    parcours = Parcours.objects.d_une_personne(beneficiaire).first()
    if parcours is None:
        return ouvrir_d_abord(request, pk, "un rendez-vous")
    parcours.beneficiaire = beneficiaire
    rendez_vous = RendezVous(parcours=parcours, utilisateur=request.user, structure_id=parcours.structure_id)
    form = RendezVousExterieurForm(request.POST or None, instance=rendez_vous, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        _enregistrer(request, form)
        return redirect("parcours:demarche_list", pk)
    consigner(request, "Rendez-vous à l’extérieur", pk)
    return _page(request, "parcours/rendez_vous_exterieur_create.html", parcours, form)


@droit_requis(Droit.ECRIRE_SUIVI)
@sans_ecraser
def rendez_vous_exterieur_update(request, pk):
    """Correct an appointment outside, or write what came of it."""
    rendez_vous = get_object_or_404(
        RendezVous.objects.visibles_par(request.user).exterieurs().pour_fiche().select_related("utilisateur"), pk=pk
    )
    rendez_vous.parcours.beneficiaire = personne(request, rendez_vous.parcours.beneficiaire_id)
    form = RendezVousExterieurUpdateForm(request.POST or None, instance=rendez_vous, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        _enregistrer(request, form)
        return redirect("parcours:demarche_list", rendez_vous.parcours.beneficiaire_id)
    if request.method == "GET":
        consigner(request, "Rendez-vous à l’extérieur", rendez_vous.parcours.beneficiaire_id)
    return _page(request, "parcours/rendez_vous_exterieur_update.html", rendez_vous.parcours, form)


def _page(request, gabarit, parcours, form, onglet="demarches", **contexte):
    contexte |= {"beneficiaire": parcours.beneficiaire, "parcours": parcours, "form": form, "onglet": onglet}
    contexte["aujourdhui"] = timezone.localdate()
    return render(request, gabarit, contexte, status=422 if form.is_bound else 200)


@require_POST
@droit_requis(Droit.ECRIRE_SUIVI)
def rendez_vous_statut(request, pk):
    """Say what became of an appointment: excused, absent, cancelled by the structure; undone in one click."""
    rendez_vous = get_object_or_404(RendezVous.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    form = StatutForm(request.GET.dict() | request.POST.dict())
    suite = de_chez_nous(form.data.get("suite")) or rendez_vous.parcours.beneficiaire.get_absolute_url()
    if form.is_valid():
        avant = rendez_vous.statut
        rendez_vous.passer_a(**form.cleaned_data)
        phrase = _dit(rendez_vous, avant)
        proposer_annulation(request, phrase, _vers_statut(rendez_vous, avant, suite), objet=rendez_vous)
    return redirect(suite)


@require_POST
@droit_requis(Droit.ECRIRE_SUIVI)
def rendez_vous_report(request, pk):
    """Plan again, at the slot proposed (`debut`), an appointment to which the person did not come."""
    manques = RendezVous.objects.visibles_par(request.user).avec_nous().manques().filter(parcours__date_sortie=None)
    manque = get_object_or_404(manques.pour_fiche().select_related("utilisateur"), pk=pk)
    suite = de_chez_nous(request.POST.get("suite")) or manque.parcours.beneficiaire.get_absolute_url()
    debut = CreneauForm(request.POST).prevu().get("debut")
    if debut is None or debut <= timezone.now():
        messages.error(request, "Choisissez une heure à venir.")
        return redirect(suite)
    repris = manque.reporter(debut)
    quand = en_mots(timezone.localtime(debut), "l j F à G h i")
    phrase = f"Rendez-vous pris avec {manque.parcours.beneficiaire}, {quand}."
    proposer_annulation(request, phrase, _vers_statut(repris, StatutRendezVous.ANNULE, suite), objet=repris)
    for phrase in avertissements(repris, request.user):
        messages.warning(request, phrase)
    return redirect(suite)


def _dit(rendez_vous, avant):
    """What was just noted of an appointment that was `avant`; taken back, it says what was."""
    if rendez_vous.statut == StatutRendezVous.PREVU and avant != StatutRendezVous.PREVU:
        quoi = "Annulation reprise" if avant == StatutRendezVous.ANNULE else "Absence annulée"
        return f"{quoi}\u00a0: {rendez_vous.parcours.beneficiaire}, le rendez-vous est de nouveau prévu."
    return f"{rendez_vous.parcours.beneficiaire}, {rendez_vous.get_statut_display().lower()}\u00a0: c’est noté."


def _vers_statut(rendez_vous, statut, suite):
    """The address that gives an appointment this `statut`, then comes back to the page `suite`."""
    adresse = reverse("parcours:rendez_vous_statut", args=[rendez_vous.pk])
    return f"{adresse}?{urlencode({'statut': statut, 'suite': suite})}"
