"""Funders and agreements: what each pays for and expects, and how far it is all year."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from insertion.droits import Droit, droit_requis
from insertion.gestes import proposer_annulation, refuser_annulation
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..conventions import avancements, etendue, perimetre, temps
from ..forms.conventions import (
    CibleForm,
    CibleUpdateForm,
    ConventionForm,
    ConventionUpdateForm,
    FinanceurForm,
    FinanceurUpdateForm,
)
from ..forms.perimetre import requete
from ..indicateurs import Perimetre, calculer
from ..models import Cible, Convention, Financeur
from ..periodes import douze_mois

PAR_PAGE = 50


@droit_requis(Droit.VOIR_BILANS)
@require_safe
def convention_list(request):
    """Agreements, those that end last first, and the funders."""
    aujourdhui = timezone.localdate()
    visibles = Convention.objects.visibles_par(request.user).pour_liste()
    page = Paginator(visibles, PAR_PAGE).get_page(request.GET.get("page"))
    contexte = {
        "page": page,
        "lignes": [(c, temps(c.debut, c.fin, aujourdhui)) for c in page.object_list],
        "financeurs": Financeur.objects.visibles_par(request.user).order_by("-actif", "nom", "pk"),
        "aujourdhui": aujourdhui,
    }
    return render(request, "pilotage/convention_list.html", contexte)


@droit_requis(Droit.VOIR_BILANS)
@require_safe
def convention_detail(request, pk):
    """One agreement and its targets: what is done, what is expected by now, what that means."""
    convention, aujourdhui = _convention(request, pk), timezone.localdate()
    couverts = [couvert.dispositif for couvert in convention.couverts.all()]
    jusqu_au = max(min(aujourdhui, convention.fin), convention.debut)
    contexte = {
        "convention": convention,
        "couverts": couverts,
        "temps": temps(convention.debut, convention.fin, aujourdhui),
        "avancements": avancements(convention, aujourdhui),
        "etendue": etendue(convention, perimetre(convention, [d.pk for d in couverts], jusqu_au)),
        "requete": requete(convention.debut, jusqu_au, [d.pk for d in couverts]),
        "aujourdhui": aujourdhui,
    }
    return render(request, "pilotage/convention_detail.html", contexte)


@droit_requis(Droit.ECRIRE_BILANS)
@une_seule_fois
def convention_create(request):
    """Write an agreement down; its targets come next."""
    nouvelle = Convention(structure_id=request.user.appartenance.structure_id)
    form = ConventionForm(request.POST or None, instance=nouvelle, utilisateur=request.user)
    return _editer(request, "pilotage/convention_create.html", form, {})


@droit_requis(Droit.ECRIRE_BILANS)
def convention_update(request, pk):
    convention = _convention(request, pk)
    form = ConventionUpdateForm(request.POST or None, instance=convention, utilisateur=request.user)
    contexte = {"convention": convention, "intitule": convention.intitule}
    return _editer(request, "pilotage/convention_update.html", form, contexte)


@droit_requis(Droit.ECRIRE_BILANS)
@une_seule_fois
def financeur_create(request):
    nouveau = Financeur(structure_id=request.user.appartenance.structure_id)
    form = FinanceurForm(request.POST or None, instance=nouveau, utilisateur=request.user)
    return _editer(request, "pilotage/financeur_create.html", form, {}, reverse("pilotage:convention_list"))


@droit_requis(Droit.ECRIRE_BILANS)
def financeur_update(request, pk):
    financeur = get_object_or_404(Financeur.objects.visibles_par(request.user), pk=pk)
    form = FinanceurUpdateForm(request.POST or None, instance=financeur, utilisateur=request.user)
    contexte = {"nom": financeur.nom}
    return _editer(request, "pilotage/financeur_update.html", form, contexte, reverse("pilotage:convention_list"))


@droit_requis(Droit.ECRIRE_BILANS)
@une_seule_fois
def cible_create(request, pk):
    """Aim at a value of any line of any indicator."""
    convention = _convention(request, pk)
    cible = Cible(structure_id=convention.structure_id, convention=convention)
    form = CibleForm(request.POST or None, instance=cible, utilisateur=request.user, resultats=_mesurables(request))
    contexte = {"convention": convention}
    return _editer(request, "pilotage/cible_create.html", form, contexte, convention.get_absolute_url())


@droit_requis(Droit.ECRIRE_BILANS)
def cible_update(request, pk):
    cible = _cible(request, pk)
    form = CibleUpdateForm(
        request.POST or None, instance=cible, utilisateur=request.user, resultats=_mesurables(request)
    )
    contexte = {"convention": cible.convention}
    return _editer(request, "pilotage/cible_update.html", form, contexte, cible.convention.get_absolute_url())


@droit_requis(Droit.ECRIRE_BILANS)
@require_POST
def cible_suppression(request, pk):
    """Aim at it no more; « Annuler » aims at it again."""
    cible = _cible(request, pk)
    arguments = [cible.convention_id, cible.indicateur, cible.ligne, str(cible.valeur)]
    cible.delete()
    proposer_annulation(request, "Cible retirée.", reverse("pilotage:cible_reprise", args=arguments))
    return redirect(cible.convention)


@droit_requis(Droit.ECRIRE_BILANS)
@require_POST
def cible_reprise(request, pk, indicateur, ligne, valeur):
    """Undo: the same target, unless somebody aimed at the same line meanwhile."""
    convention = _convention(request, pk)
    cible = Cible(convention=convention, structure_id=convention.structure_id, indicateur=indicateur, ligne=ligne)
    cible.valeur = valeur
    try:
        cible.full_clean(exclude=["structure"])
    except ValidationError as erreur:
        refuser_annulation(request, " ".join(erreur.messages))
    else:
        cible.save()
    return redirect(convention)


def _convention(request, pk):
    return get_object_or_404(Convention.objects.visibles_par(request.user).pour_fiche(), pk=pk)


def _cible(request, pk):
    visibles = Cible.objects.visibles_par(request.user).select_related("convention__financeur")
    return get_object_or_404(visibles, pk=pk)


def _mesurables(request):
    """Every line that had something to say over the last twelve months."""
    periode = douze_mois(timezone.localdate())
    return calculer(Perimetre(request.user.appartenance.structure, periode.du, periode.au)).values()


@sans_ecraser
def _editer(request, gabarit, form, contexte, retour=None):
    """Save, or show again what was typed; 409 when a colleague saved meanwhile."""
    if form.is_valid():
        enregistre = form.save()
        messages.success(request, "Enregistré.")
        return redirect(retour or enregistre)
    return render(request, gabarit, {"form": form} | contexte, status=422 if form.is_bound else 200)
