"""What the structure sells: the list with its year and its totals, one service, its spreadsheet."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from insertion import tableur
from insertion.droits import Droit, droit_requis
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..forms.prestations import PrestationForm, PrestationUpdateForm
from ..models import Entreprise, Prestation
from ..prestations import ENTETES, chiffre_affaires, par_annee, tableau, total
from .choix import choisir

PAR_PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@droit_requis(Droit.VOIR_ENTREPRISES)
@require_safe
def prestation_list(request):
    """The services of a year, the total of each firm, the totals of the years."""
    visibles = Prestation.objects.visibles_par(request.user)
    chiffres = chiffre_affaires(visibles)
    annees = par_annee(chiffres)
    annee = _annee(request, [a for a, _ in annees])
    retenus = [c for c in chiffres if c.annee == annee] if annee else chiffres
    prestations = visibles.de_l_annee(annee).pour_liste()
    contexte = {
        "annee": annee,
        "annees": annees,
        "chiffres": retenus,
        "total": total(retenus),
        "page": Paginator(prestations, PAR_PAGE).get_page(request.GET.get("page")),
        "aujourdhui": timezone.localdate(),
    }
    return render(request, "entreprises/prestation_list.html", contexte)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@require_safe
def prestation_export(request):
    """The same year as a spreadsheet."""
    prestations, aujourdhui = Prestation.objects.visibles_par(request.user), timezone.localdate()
    annee = _annee(request, [])
    contenu = tableur.ecrire("Prestations", ENTETES, tableau(prestations.de_l_annee(annee), aujourdhui))
    response = HttpResponse(contenu, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="prestations-{annee or "toutes"}.xlsx"'
    return response


@droit_requis(Droit.VOIR_ENTREPRISES)
@require_safe
def entreprise_prestations(request, pk):
    """What one firm bought, a section of its page; without htmx, a page."""
    entreprise = get_object_or_404(Entreprise.objects.visibles_par(request.user), pk=pk)
    siennes = Prestation.objects.filter(entreprise=entreprise)
    contexte = {
        "entreprise": entreprise,
        "annees": par_annee(chiffre_affaires(siennes)),
        "page": Paginator(siennes.pour_liste(), PAR_PAGE).get_page(request.GET.get("page")),
        "aujourdhui": timezone.localdate(),
    }
    fragment = request.htmx
    gabarit = "entreprises/_prestations_entreprise.html" if fragment else "entreprises/entreprise_prestations.html"
    return render(request, gabarit, contexte)


@droit_requis(Droit.VOIR_ENTREPRISES)
@require_safe
def prestation_detail(request, pk):
    """One service sold; who works on it comes from the floor above."""
    prestation = get_object_or_404(Prestation.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    contexte = {"prestation": prestation, "etat": prestation.etat(timezone.localdate())}
    return render(request, "entreprises/prestation_detail.html", contexte)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@require_safe
def prestation_choix(request):
    """Pick the firm that a quote is for."""
    liste, creation = "entreprises:prestation_list", "entreprises:prestation_create"
    return choisir(request, "Noter un devis", liste=liste, creation=creation)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@une_seule_fois
def prestation_create(request, pk):
    """Write down a quote sent to a firm."""
    entreprise = get_object_or_404(Entreprise.objects.visibles_par(request.user), pk=pk)
    prestation = Prestation(entreprise=entreprise, structure_id=entreprise.structure_id, auteur=request.user)
    initial = {"devis_le": timezone.localdate()}
    form = PrestationForm(request.POST or None, instance=prestation, initial=initial, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Le devis est enregistré.")
        return redirect("entreprises:prestation_detail", prestation.pk)
    contexte = {"form": form, "entreprise": entreprise}
    return render(request, "entreprises/prestation_create.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@sans_ecraser
def prestation_update(request, pk):
    """Say what became of the quote, of the work, of the invoice."""
    prestation = get_object_or_404(Prestation.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    titre = str(prestation)
    form = PrestationUpdateForm(request.POST or None, instance=prestation, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("entreprises:prestation_detail", pk)
    contexte = {"form": form, "prestation": prestation, "intitule": titre}
    return render(request, "entreprises/prestation_update.html", contexte, status=422 if form.is_bound else 200)


def _annee(request, annees):
    """The year asked for (« toutes »: None); by default the latest in which something was sold."""
    demandee = request.GET.get("annee", "")
    if demandee.isdecimal() and 1900 <= int(demandee[:5]) <= 2200:
        return int(demandee)
    return annees[0] if annees and demandee != "toutes" else None
