from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone

from insertion.droits import Droit, droit_requis
from insertion.enums import Domaine

from ..forms.reseau import RechercheForm
from ..fraicheur import fraicheur, limite
from ..recherche import charger, chercher

PAR_PAGE = 50


@droit_requis(Droit.VOIR_ENTREPRISES)
def reseau_list(request):
    """Partners, trainings and schemes by need; entered from a frein, for somebody (metier.md §1 rows 10 and 20)."""
    le, form = timezone.localdate(), RechercheForm(request.GET)
    page = Paginator(chercher(request.user, form.besoin(limite(le))), PAR_PAGE).get_page(request.GET.get("page"))
    domaine = form.lu("domaine") or ""
    contexte = {
        "form": form,
        "page": page,
        "lignes": [(fiche, fraicheur(fiche.verifie_le, le)) for fiche in charger(page)],
        "personne": form.lu("personne"),
        "domaine": domaine,
        "frein": Domaine(domaine).label if domaine else "",
        "onglet": "reseau",
    }
    return render(request, "entreprises/reseau_list.html", contexte)
