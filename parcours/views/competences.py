from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois

from ..enums import GenreProduction
from ..productions import demander
from ..tasks import produire
from .appuis import parcours_de


@droit_requis(Droit.COURRIERS)
@require_POST
@une_seule_fois
def attestation_create(request, pk):
    """Have the attestation of the skills of a parcours made."""
    parcours = parcours_de(request, pk)
    production = demander(
        parcours.beneficiaire,
        genre=GenreProduction.ATTESTATION,
        objet_id=parcours.pk,
        par=request.user,
        tache=produire,
    )
    consigner(request, "document demandé : attestation de compétences", parcours.beneficiaire_id)
    return redirect("parcours:production_detail", production.pk)
