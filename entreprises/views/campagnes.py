"""Campaigns: the firms that one wants to speak to about one thing, and how far it is."""

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

from ..campagnes import avec_avancement, cibles
from ..enums import ResultatEchange
from ..forms.campagnes import CampagneForm, CampagneUpdateForm, CiblesForm, FiltreCiblesForm
from ..models import Campagne, CibleCampagne, Entreprise
from ..prospection import appels

PAR_PAGE = 50
#: Firms offered at once while one aims.
PROPOSEES = 100


@droit_requis(Droit.VOIR_ENTREPRISES)
@require_safe
def campagne_list(request):
    """Campaigns that go on, or those that are over, with how far each is."""
    aujourdhui, terminees = timezone.localdate(), request.GET.get("quand") == "terminees"
    visibles = Campagne.objects.visibles_par(request.user)
    campagnes = visibles.terminees(aujourdhui) if terminees else visibles.en_cours(aujourdhui)
    page = Paginator(avec_avancement(campagnes), PAR_PAGE).get_page(request.GET.get("page"))
    return render(request, "entreprises/campagne_list.html", {"page": page, "terminees": terminees})


@droit_requis(Droit.VOIR_ENTREPRISES)
@require_safe
def campagne_detail(request, pk):
    """One campaign: what to say, the firms to call, what each said."""
    campagne = get_object_or_404(avec_avancement(Campagne.objects.visibles_par(request.user)), pk=pk)
    page = Paginator(cibles(campagne), PAR_PAGE).get_page(request.GET.get("page"))
    lignes = appels((cible.entreprise, "", None) for cible in page.object_list)
    contexte = {
        "campagne": campagne,
        "page": page,
        "lignes": list(zip(page.object_list, lignes, strict=True)),
        "resultats": ResultatEchange.choices,
    }
    return render(request, "entreprises/campagne_detail.html", contexte)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@une_seule_fois
def campagne_create(request):
    """Open a campaign, then choose its firms."""
    campagne = Campagne(structure_id=request.user.appartenance.structure_id, auteur=request.user)
    initial = {"debut": timezone.localdate()}
    form = CampagneForm(request.POST or None, instance=campagne, initial=initial, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        return redirect("entreprises:campagne_cibles", form.save().pk)
    return render(request, "entreprises/campagne_create.html", {"form": form}, status=422 if form.is_bound else 200)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@sans_ecraser
def campagne_update(request, pk):
    """Correct a campaign, or say that it is over."""
    campagne = get_object_or_404(Campagne.objects.visibles_par(request.user), pk=pk)
    form = CampagneUpdateForm(request.POST or None, instance=campagne, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("entreprises:campagne_detail", pk)
    contexte = {"form": form, "campagne": campagne}
    return render(request, "entreprises/campagne_update.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
def campagne_cibles(request, pk):
    """Tick the firms that the campaign aims at, narrowed by name, commune or sector."""
    campagne = get_object_or_404(Campagne.objects.visibles_par(request.user), pk=pk)
    form = CiblesForm(request.POST if request.method == "POST" else None, campagne=campagne, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        choisies = form.cleaned_data["entreprises"]
        _viser(campagne, choisies)
        messages.success(
            request, f"{len(choisies)} entreprise{'s' if len(choisies) > 1 else ''} de plus à contacter."
        )
        return redirect("entreprises:campagne_detail", pk)
    filtre = FiltreCiblesForm(request.GET)
    proposees = filtre.appliquer(form.fields["entreprises"].queryset)
    contexte = {"campagne": campagne, "form": form, "filtre": filtre, "proposees": proposees[:PROPOSEES]}
    contexte["cochees"] = form["entreprises"].value() or []
    return render(request, "entreprises/campagne_cibles.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@require_POST
def cible_suppression(request, pk):
    """Aim at a firm no more; what was said with it stays, and « Annuler » aims at it again."""
    visees = CibleCampagne.objects.visibles_par(request.user).select_related("entreprise")
    cible = get_object_or_404(visees, pk=pk)
    cible.delete()
    retour = reverse("entreprises:cible_create", args=[cible.campagne_id, cible.entreprise_id])
    proposer_annulation(request, f"{cible.entreprise} n’est plus visée.", retour)
    return redirect("entreprises:campagne_detail", cible.campagne_id)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@require_POST
def cible_create(request, pk, entreprise):
    """Aim at one firm."""
    campagne = get_object_or_404(Campagne.objects.visibles_par(request.user), pk=pk)
    _viser(campagne, [get_object_or_404(Entreprise.objects.visibles_par(request.user), pk=entreprise)])
    return redirect("entreprises:campagne_detail", pk)


def _viser(campagne, entreprises):
    """Aim at firms; one that is aimed at already stays so."""
    CibleCampagne.objects.bulk_create(
        [CibleCampagne(structure_id=campagne.structure_id, campagne=campagne, entreprise=e) for e in entreprises],
        ignore_conflicts=True,
    )
