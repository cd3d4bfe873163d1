"""A fragment that answers while somebody types: do we know them already?"""

from django.shortcuts import render
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.journal import consigner

from ..forms import ComparaisonForm, ressemblances_a_montrer


@droit_requis(Droit.MODIFIER_PERSONNES)
@require_POST
def doublons(request):
    """People who look like what is typed so far. POST, so that nothing typed reaches an address or a log."""
    form = ComparaisonForm(request.POST)
    form.is_valid()
    ressemblantes = ressemblances_a_montrer(form.cleaned_data, request.POST.getlist("ecartees"))
    if ressemblantes:
        consigner(request, "recherche de doublons")
    contexte = {
        "ressemblantes": ressemblantes,
        "ecartees": request.POST.getlist("ecartees"),
        "suite": request.POST.get("suite"),
    }
    return render(request, "beneficiaires/doublons.html", contexte)
