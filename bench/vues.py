"""What only the bench asks for: the floors, and the compte rendu made while one waits."""

import os
from functools import cache
from pathlib import Path

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils import timezone

from beneficiaires.models import Beneficiaire
from insertion.droits import Droit, droit_requis
from insertion.pdf import rendre
from parcours import contenus
from parcours.enums import GenreProduction
from parcours.models import Entretien, Production


@cache
def _octets(page):
    return (Path(os.environ["BENCH_PLANCHERS"]) / page).read_bytes()


@droit_requis(Droit.OUVRIR)
def plancher(request, page):
    """The bytes of a page already made, for the same user behind the same middleware."""
    return HttpResponse(_octets(page))


@droit_requis(Droit.ECRIRE_SUIVI)
def plancher_note(request):
    """The form is received and nothing is written."""
    return HttpResponseRedirect(request.POST["vers"])


@droit_requis(Droit.PRODUIRE_DOCUMENTS)
def pdf(request, pk):
    """The compte rendu of an entretien, by the functions that the worker calls."""
    entretien = get_object_or_404(Entretien.objects.visibles_par(request.user).select_related("parcours"), pk=pk)
    personnes = Beneficiaire.objects.visibles_par(request.user).pour_fiche(timezone.localdate())
    beneficiaire = get_object_or_404(personnes, pk=entretien.parcours.beneficiaire_id)
    production = Production(beneficiaire=beneficiaire, entretien=entretien, genre=GenreProduction.COMPTE_RENDU)
    contenu = contenus.compte_rendu(beneficiaire, pk) | {
        "structure": request.user.appartenance.structure,
        "demandeur": request.user,
        "edite_at": timezone.now(),
        "production": production,
    }
    document = rendre("pdf/compte_rendu.html", contenu, titre=f"Compte rendu, {beneficiaire}")
    return HttpResponse(document, content_type="application/pdf")
