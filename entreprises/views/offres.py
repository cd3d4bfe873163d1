"""Offers: the list, the page of one, how they open, close and come back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from insertion.droits import Droit, droit_requis
from insertion.gestes import proposer_annulation
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..enums import NatureOffre, Secteur
from ..filters_offres import OffresFilter
from ..forms.offres import ClotureForm, OffreForm, OffreUpdateForm
from ..models import Entreprise, Offre
from ..offres import a_reprendre, conditions, expiration
from .choix import choisir

PAR_PAGE = 50


@droit_requis(Droit.VOIR_ENTREPRISES)
@require_safe
def offre_list(request):
    """The offers of every firm, by state, narrowed by what they are and where."""
    aujourdhui = timezone.localdate()
    visibles = Offre.objects.visibles_par(request.user)
    filtre = OffresFilter(request.GET, queryset=visibles, request=request, aujourdhui=aujourdhui)
    contexte = {
        "filtre": filtre,
        "page": Paginator(filtre.offres, PAR_PAGE).get_page(request.GET.get("page")),
        "onglets": filtre.onglets(),
        "natures": NatureOffre.choices,
        "secteurs": Secteur.choices,
        "aujourdhui": aujourdhui,
    }
    return render(request, "entreprises/offre_list.html", contexte)


@droit_requis(Droit.VOIR_ENTREPRISES)
@require_safe
def entreprise_offres(request, pk):
    """The offers of one firm, a section of its page; without htmx, the list."""
    entreprise = get_object_or_404(Entreprise.objects.visibles_par(request.user), pk=pk)
    offres = Offre.objects.filter(entreprise=entreprise).pour_liste()
    contexte = {
        "entreprise": entreprise,
        "page": Paginator(offres, PAR_PAGE).get_page(request.GET.get("page")),
        "aujourdhui": timezone.localdate(),
    }
    gabarit = "entreprises/_offres_entreprise.html" if request.htmx else "entreprises/entreprise_offres.html"
    return render(request, gabarit, contexte)


@droit_requis(Droit.VOIR_ENTREPRISES)
@require_safe
def offre_detail(request, pk):
    """One offer: what it asks in words, its posts, its state; the people who fit come from the floor above."""
    offre = get_object_or_404(Offre.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    return render(request, "entreprises/offre_detail.html", _contexte(offre) | {"form": ClotureForm()})


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@require_safe
def offre_choix(request):
    """Pick the firm that an offer comes from."""
    return choisir(request, "Noter une offre", liste="entreprises:offre_list", creation="entreprises:offre_create")


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@une_seule_fois
def offre_create(request, pk):
    """Write down an offer of a firm; `?reprise=` fills it from another one of theirs."""
    entreprise = get_object_or_404(Entreprise.objects.visibles_par(request.user), pk=pk)
    commun = {"entreprise": entreprise, "structure_id": entreprise.structure_id, "auteur": request.user}
    offre = Offre(recue_le=timezone.localdate(), **commun)
    modele = _a_reprendre(request, entreprise)
    initial = a_reprendre(modele) if modele else {}
    form = OffreForm(request.POST or None, instance=offre, initial=initial, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "L’offre est enregistrée.")
        return redirect(offre)
    contexte = {"form": form, "entreprise": entreprise, "modele": modele}
    return render(request, "entreprises/offre_create.html", contexte, status=422 if form.is_bound else 200)


def _a_reprendre(request, entreprise):
    pk = request.GET.get("reprise", "")
    siennes = Offre.objects.visibles_par(request.user).filter(entreprise=entreprise).select_related("rome")
    return siennes.filter(pk=int(pk)).first() if pk.isdecimal() and len(pk) < 19 else None


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@sans_ecraser
def offre_update(request, pk):
    """Correct an offer."""
    offre = get_object_or_404(Offre.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    titre = str(offre)
    form = OffreUpdateForm(request.POST or None, instance=offre, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect(offre)
    contexte = {"form": form, "offre": offre, "intitule": titre}
    return render(request, "entreprises/offre_update.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@require_POST
def offre_cloture(request, pk):
    """Close an offer with its motive; « Annuler » opens it again."""
    offre = get_object_or_404(Offre.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    form = ClotureForm(request.POST)
    if not form.is_valid():
        return render(request, "entreprises/offre_detail.html", _contexte(offre) | {"form": form}, status=422)
    if not offre.cloturee_le:
        offre.clore(form.cleaned_data["motif"], timezone.localdate())
        retour = reverse("entreprises:offre_reouverture", args=[pk])
        proposer_annulation(request, f"L’offre «\u00a0{offre}\u00a0» est close.", retour)
    return redirect("entreprises:offre_detail", pk)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@require_POST
def offre_reouverture(request, pk):
    """Open again an offer closed by mistake."""
    offre = get_object_or_404(Offre.objects.visibles_par(request.user), pk=pk)
    offre.rouvrir()
    messages.success(request, "L’offre est de nouveau ouverte.")
    return redirect("entreprises:offre_detail", pk)


def _contexte(offre):
    aujourdhui = timezone.localdate()
    return {
        "offre": offre,
        "conditions": conditions(offre),
        "expiration": expiration(offre, aujourdhui),
        "etat": offre.etat(aujourdhui),
        "aujourdhui": aujourdhui,
    }
