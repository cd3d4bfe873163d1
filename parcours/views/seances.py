from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..enums import GenreProduction
from ..forms.ateliers import SeanceCreateForm, SeanceUpdateForm
from ..models import Atelier, Seance
from ..productions import demander
from ..tasks import produire
from .ateliers import PAR_PAGE


@droit_requis(Droit.VOIR_PARCOURS)
def seance_list(request):
    """The séances to come, the next one first; those that are over, the latest first."""
    maintenant, passees = timezone.now(), request.GET.get("quand") == "passees"
    visibles = Seance.objects.visibles_par(request.user)
    seances = visibles.passees(maintenant) if passees else visibles.a_venir(maintenant)
    contexte = {
        "page": Paginator(seances.pour_liste(), PAR_PAGE).get_page(request.GET.get("page")),
        "volet": "passees" if passees else "a_venir",
        "maintenant": maintenant,
    }
    return render(request, "parcours/seance_list.html", contexte)


@droit_requis(Droit.VOIR_PARCOURS)
def seance_detail(request, pk):
    """One séance: who is expected, who came, the note common to all."""
    seance = get_object_or_404(Seance.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    consigner(request, "séance d’atelier")
    return render(request, "parcours/seance_detail.html", contexte_de_seance(request, seance))


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def seance_create(request, pk):
    """Add a séance to an atelier, or several a week apart."""
    atelier = get_object_or_404(Atelier.objects.visibles_par(request.user), pk=pk)
    seance = Seance(atelier=atelier, structure_id=atelier.structure_id)
    initial = {"capacite": atelier.capacite, "animateurs": [request.user.pk]}
    form = SeanceCreateForm(request.POST or None, instance=seance, initial=initial, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        return redirect("parcours:seance_detail", form.save().pk)
    contexte = {"form": form, "atelier": atelier}
    return render(request, "parcours/seance_create.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.ECRIRE_SUIVI)
@sans_ecraser
def seance_update(request, pk):
    """Correct a séance; more seats go at once to those who wait."""
    seance = get_object_or_404(Seance.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    form = SeanceUpdateForm(request.POST or None, instance=seance, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        annoncer_places(request, seance.appeler_les_suivants(timezone.now()))
        return redirect("parcours:seance_detail", pk)
    contexte = {"form": form, "seance": seance}
    return render(request, "parcours/seance_update.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.ECRIRE_SUIVI)
@require_POST
def seance_annulation(request, pk):
    """Cancel a séance, or put it back (`retablir`); the list of those registered stays, to call them."""
    seance = get_object_or_404(Seance.objects.visibles_par(request.user), pk=pk)
    seance.annuler(None if "retablir" in request.POST else timezone.localdate())
    messages.success(
        request, "La séance est annulée : prévenez les inscrits." if seance.est_annulee else "La séance est rétablie."
    )
    return redirect("parcours:seance_detail", pk)


@droit_requis(Droit.COURRIERS)
@require_POST
@une_seule_fois
def seance_emargement(request, pk):
    """Ask for the sheet to sign; it is about nobody in particular."""
    seance = get_object_or_404(Seance.objects.visibles_par(request.user), pk=pk)
    consigner(request, "document demandé : feuille d’émargement")
    production = demander(
        None, genre=GenreProduction.EMARGEMENT, objet_id=seance.pk, par=request.user, tache=produire
    )
    return redirect("parcours:production_detail", production.pk)


def contexte_de_seance(request, seance):
    """What the page of a séance and its fragments show; two queries more, whatever the number of people."""
    aujourdhui, participations = timezone.localdate(), list(seance.participations.pour_feuille())
    attente = [p for p in participations if p.attend]
    liste = [p for p in participations if not p.attend]
    return {
        "seance": seance,
        "liste": liste,
        "attente": attente,
        "presents": sum(p.presence == "present" for p in liste),
        "a_noter": sum(p.presence == "" for p in liste),
        "places_prises": sum(p.place_at is not None and p.presence != "excuse" for p in liste),
        "pointable": timezone.localdate(seance.debut) <= aujourdhui and not seance.est_annulee,
        "corriger": "corriger" in request.GET,
    }


def annoncer_places(request, appeles):
    """Say whom to call: those who waited and have a seat now."""
    for participation in appeles:
        messages.info(request, f"Une place se libère : {participation.beneficiaire} est maintenant inscrit·e.")
