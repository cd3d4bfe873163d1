from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from insertion.droits import Droit, droit_requis
from insertion.journal import consigner

from ..recopie import blocs
from .appuis import entete, personne


@droit_requis(Droit.VOIR_CONTRATS)
@require_safe
def recopie_detail(request, pk):
    """What each state platform asks about somebody, to copy field by field (metier.md §2 row 3)."""
    beneficiaire = personne(request, pk)
    consigner(request, "À recopier", pk)
    structure = request.user.appartenance.structure
    contexte = entete(beneficiaire) | {"blocs": blocs(beneficiaire, structure, timezone.localdate()), "onglet": ""}
    return render(request, "parcours/recopie_detail.html", contexte)
