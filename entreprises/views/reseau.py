from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.enums import Domaine

from .. import pour_qui
from ..forms.reseau import RechercheForm
from ..fraicheur import fraicheur, limite
from ..recherche import charger, chercher

PAR_PAGE = 50


@droit_requis(Droit.VOIR_ENTREPRISES)
def reseau_list(request):
    """Partners, trainings and schemes by need; entered from a frein, for somebody (metier.md §1 rows 10 and 20)."""
    le, form = timezone.localdate(), RechercheForm(request.GET, request.session)
    page = Paginator(chercher(request.user, form.besoin(limite(le))), PAR_PAGE).get_page(request.GET.get("page"))
    domaine = form.lu("domaine") or ""
    contexte = {
        "form": form,
        "page": page,
        "lignes": [(fiche, fraicheur(fiche.verifie_le, le)) for fiche in charger(page)],
        "personne": form.lu("personne"),
        "pour": form.pour_qui,
        "frein": Domaine(domaine).label if domaine else "",
        "onglet": "reseau",
    }
    return render(request, "entreprises/reseau_list.html", contexte)


@require_POST
@droit_requis(Droit.VOIR_ENTREPRISES)
def reseau_recherche(request):
    """Open the network for somebody, from one of their freins: neither is in the address that follows."""
    form = RechercheForm(request.POST, request.session)
    mot = pour_qui.retenir(request.session, personne=form.lu("personne"), domaine=form.lu("domaine") or "")
    return redirect(f"{reverse('entreprises:reseau_list')}?{urlencode({'pour': mot})}")
