"""Two diagnostics of somebody side by side, and the printed one."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from beneficiaires.models import Beneficiaire
from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from parcours.enums import GenreProduction
from parcours.evolution import comparer
from parcours.forms.comparaisons import ComparaisonForm
from parcours.models import Diagnostic, Evaluation, Parcours
from parcours.productions import demander
from parcours.radar import radar
from parcours.tasks import produire


@droit_requis(Droit.VOIR_DIAGNOSTIC)
@require_safe
def diagnostic_comparer(request, pk):
    """The difference between two chosen dates, in words and in picture; the first and the last unless chosen."""
    personnes = Beneficiaire.objects.visibles_par(request.user).pour_fiche(timezone.localdate())
    beneficiaire = get_object_or_404(personnes, pk=pk)
    consigner(request, "Diagnostics", pk)
    diagnostics = list(Diagnostic.objects.d_une_personne(beneficiaire))
    form = ComparaisonForm(request.GET or None, diagnostics=diagnostics)
    contexte = {
        "beneficiaire": beneficiaire,
        "parcours": next(iter(Parcours.objects.d_une_personne(beneficiaire)), None),
        "aujourdhui": timezone.localdate(),
        "onglet": "diagnostic",
        "form": form,
        "assez": len(diagnostics) > 1,
    }
    choix = form.choix()
    if choix:
        avant, apres = choix
        evolution = comparer(Evaluation.objects.d_une_personne(beneficiaire), avant, apres)
        contexte |= {"avant": avant, "apres": apres, "evolution": evolution, "radar": radar(evolution)}
    return render(request, "parcours/diagnostic_comparer.html", contexte, status=422 if form.errors else 200)


@droit_requis(Droit.PRODUIRE_DOCUMENTS)
@require_POST
def diagnostic_impression(request, pk):
    """Ask for the PDF « Diagnostic partagé »; it holds the sensitive domains only when they are asked for."""
    diagnostic = get_object_or_404(Diagnostic.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    beneficiaire = diagnostic.parcours.beneficiaire
    production = demander(
        beneficiaire,
        genre=GenreProduction.DIAGNOSTIC,
        objet_id=diagnostic.pk,
        avec_confidentiel="sensibles" in request.POST,
        par=request.user,
        tache=produire,
    )
    consigner(request, "document demandé : diagnostic partagé", beneficiaire.pk)
    return redirect("parcours:production_detail", production.pk)
