"""The first steps put aside and taken up again; the example loaded and removed."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.enums import EtatPas
from insertion.retours import de_chez_nous
from insertion.travaux import sonner_apres_commit

from ..exemple import ExempleRefuse, charger, retirer
from ..premiers_pas import ranger
from ..tasks import recalculer_les_rappels


@droit_requis(Droit.OUVRIR)
@require_POST
def premiers_pas_fermeture(request):
    """Put the steps aside; the menu of the account takes them up again."""
    ranger(request.user.appartenance, EtatPas.FERMES)
    messages.info(request, "Vos premiers pas sont rangés\u00a0: ils se reprennent dans le menu qui porte votre nom.")
    return redirect("pilotage:accueil")


@droit_requis(Droit.OUVRIR)
@require_POST
def premiers_pas_reprise(request):
    ranger(request.user.appartenance, EtatPas.OUVERTS)
    return redirect("pilotage:accueil")


@droit_requis(Droit.MODIFIER_PERSONNES)
@require_POST
def exemple_chargement(request):
    """Load the invented people; a second click finds them there."""
    try:
        charger(request.user, timezone.now())
    except ExempleRefuse as refus:
        messages.error(request, str(refus))
    else:
        sonner_apres_commit(recalculer_les_rappels, structure_id=request.user.appartenance.structure_id)
        messages.success(request, "Trois personnes d’exemple sont là. Essayez tout\u00a0: rien ne compte.")
    return redirect(de_chez_nous(request.POST.get("suite")) or "beneficiaires:beneficiaire_list")


@droit_requis(Droit.MODIFIER_PERSONNES)
@require_POST
def exemple_retrait(request):
    """Take the invented people away, with all that was tried on them."""
    retirer(request.user)
    sonner_apres_commit(recalculer_les_rappels, structure_id=request.user.appartenance.structure_id)
    messages.success(request, "L’exemple est retiré\u00a0: il n’en reste rien.")
    return redirect("beneficiaires:beneficiaire_list")
