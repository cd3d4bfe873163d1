from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.gestes import proposer_retour, refuser_annulation
from insertion.isolation.historique import ecritures
from insertion.journal import consigner
from insertion.retours import suite
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..enums import GenreEntretien
from ..forms.sorties import SortieForm, SortieUpdateForm, SuiviPostSortieForm, SuiviPostSortieUpdateForm
from ..models import MotifSortie, Parcours, Sortie, SuiviPostSortie
from ..placements import sortie_proposee
from ..sorties import echeances, est_dynamique
from . import appuis

PAR_PAGE = 50


@droit_requis(Droit.VOIR_SUIVI)
def sortie_list(request):
    """« Sorties à documenter »: parcours that ended without a motive, the oldest last."""
    aujourdhui = timezone.localdate()
    parcours = Parcours.objects.visibles_par(request.user).sans_motif_de_sortie(aujourdhui).pour_fiche()
    page = Paginator(parcours.order_by("-date_sortie", "pk"), PAR_PAGE).get_page(request.GET.get("page"))
    consigner(request, "sorties à documenter")
    return render(request, "parcours/sortie_list.html", {"page": page, "aujourdhui": aujourdhui})


@droit_requis(Droit.VOIR_SUIVI)
def sortie_detail(request, pk):
    """How a parcours ended, and what became of the person since."""
    parcours = appuis.parcours_de(request, pk)
    consigner(request, "Sortie", parcours.beneficiaire_id)
    sortie = parcours.sorties.pour_fiche().first()
    suivis = list(parcours.suivis_sortie.pour_fiche())
    contexte = _entete(request, parcours) | {"sortie": sortie, "suivis": suivis}
    contexte["entretiens"] = parcours.entretiens.filter(genre=GenreEntretien.SORTIE)
    if parcours.date_sortie:
        contexte["contrat_ouvert"] = parcours.contrats.en_vigueur(parcours.date_sortie + timedelta(days=1)).first()
        contexte["echeances"] = echeances(parcours.date_sortie, suivis)
    if sortie:
        contexte["dynamique"] = est_dynamique(sortie.categorie)
        contexte["a_verifier"] = MotifSortie.objects.filter(code=sortie.motif_code, sourcee=False).exists()
    return render(request, "parcours/sortie_detail.html", contexte)


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def sortie_create(request, pk):
    """End a parcours, or say why one that ended did; undone in one click."""
    parcours = appuis.parcours_de(request, pk)
    if parcours.sorties.exists():
        return redirect("parcours:sortie_detail", pk)
    aujourdhui = timezone.localdate()
    form = SortieForm(
        request.POST or None,
        instance=Sortie(parcours=parcours, structure_id=parcours.structure_id),
        initial={"date": parcours.date_sortie or aujourdhui} | sortie_proposee(parcours),
        utilisateur=request.user,
        aujourdhui=aujourdhui,
    )
    if form.is_valid():
        with ecritures(Parcours, SuiviPostSortie, Sortie) as ecrites:
            sortie = form.save()
        phrase = f"Sortie de {parcours.beneficiaire} enregistrée\u00a0: {sortie.get_categorie_display().lower()}."
        proposer_retour(request, phrase, *ecrites, retour=reverse("parcours:sortie_detail", args=[pk]))
        return redirect(suite(request, "parcours:sortie_detail", pk))
    return _page(request, "parcours/sortie_create.html", parcours, form)


@droit_requis(Droit.ECRIRE_SUIVI)
@sans_ecraser
def sortie_update(request, pk):
    """Correct an exit; two versions side by side when a colleague saved meanwhile."""
    parcours = appuis.parcours_de(request, pk)
    sortie = get_object_or_404(parcours.sorties.pour_fiche())
    form = SortieUpdateForm(
        request.POST or None, instance=sortie, utilisateur=request.user, aujourdhui=timezone.localdate()
    )
    if form.is_valid():
        form.save()
        messages.success(request, "Sortie corrigée.")
        return redirect("parcours:sortie_detail", pk)
    return _page(request, "parcours/sortie_update.html", parcours, form)


@droit_requis(Droit.ECRIRE_SUIVI)
@require_POST
def sortie_annuler(request, pk):
    """« Annuler la sortie »: the parcours is as it was before, open or ended without a motive."""
    parcours = appuis.parcours_de(request, pk)
    sortie = get_object_or_404(parcours.sorties.all())
    if refus := sortie.empechement():
        refuser_annulation(request, refus)
    elif fin := sortie.annuler():
        messages.success(request, f"La sortie du {fin:%d/%m/%Y} est de nouveau sans motif.")
    else:
        messages.success(request, "La sortie est annulée : le parcours est de nouveau ouvert.")
    return redirect("parcours:sortie_detail", pk)


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def suivi_sortie_create(request, pk):
    """News of somebody after the exit, for a due date or not (a closed file takes contacts at any time)."""
    parcours = appuis.parcours_de(request, pk)
    if parcours.date_sortie is None:
        return redirect("parcours:sortie_detail", pk)
    suivi = SuiviPostSortie(
        parcours=parcours, structure_id=parcours.structure_id, sortie_le=parcours.date_sortie, auteur=request.user
    )
    initial = {"date": timezone.localdate(), "echeance": request.GET.get("echeance")}
    form = SuiviPostSortieForm(
        request.POST or None,
        instance=suivi,
        initial=initial,
        utilisateur=request.user,
        aujourdhui=timezone.localdate(),
    )
    if form.is_valid():
        form.save()
        messages.success(request, "Nouvelles enregistrées.")
        return redirect(suite(request, "parcours:sortie_detail", pk))
    return _page(request, "parcours/suivi_sortie_create.html", parcours, form)


@droit_requis(Droit.ECRIRE_SUIVI)
@sans_ecraser
def suivi_sortie_update(request, pk):
    """Correct news taken after an exit."""
    suivi = get_object_or_404(SuiviPostSortie.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    form = SuiviPostSortieUpdateForm(
        request.POST or None, instance=suivi, utilisateur=request.user, aujourdhui=timezone.localdate()
    )
    if form.is_valid():
        form.save()
        return redirect("parcours:sortie_detail", suivi.parcours_id)
    return _page(request, "parcours/suivi_sortie_update.html", suivi.parcours, form)


def _entete(request, parcours):
    beneficiaire = appuis.personne(request, parcours.beneficiaire_id)
    return appuis.entete(beneficiaire, parcours) | {"onglet": "parcours"}


def _page(request, gabarit, parcours, form):
    if request.method == "GET":
        consigner(request, "Sortie", parcours.beneficiaire_id)
    contexte = _entete(request, parcours) | {"form": form}
    return render(request, gabarit, contexte, status=422 if form.is_bound else 200)
