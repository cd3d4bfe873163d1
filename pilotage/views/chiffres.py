"""« Chiffres »: every indicator over a period, and who is behind each."""

from itertools import groupby

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from insertion.droits import Droit, droit_requis
from insertion.journal import consigner

from ..derriere import derriere, est_reserve
from ..forms.perimetre import PerimetreForm
from ..indicateurs import INDICATEURS, calculer
from ..periodes import annee_en_cours, raccourcis


@droit_requis(Droit.VOIR_BILANS)
@require_safe
def chiffres(request):
    """Every figure of the structure over the period asked for, each a link to who is behind it."""
    form = _perimetre(request)
    if not form.is_valid():
        return render(request, "pilotage/chiffres.html", {"form": form}, status=422)
    resultats = calculer(form.perimetre).values()
    contexte = {
        "form": form,
        "requete": form.requete(),
        "raccourcis": [(p, form.requete(p.du, p.au)) for p in raccourcis(timezone.localdate())],
        "rubriques": [(nom, list(siens)) for nom, siens in groupby(resultats, lambda r: r.definition.rubrique)],
    }
    return render(request, "pilotage/chiffres.html", contexte)


@droit_requis(Droit.VOIR_BILANS)
@require_safe
def chiffre(request, code, ligne):
    """One figure: its definition, and the people behind it (`part`: counted, of whom, or left out and why)."""
    form = _perimetre(request)
    if not form.is_valid():
        return redirect(f"{reverse('pilotage:chiffres')}?{request.GET.urlencode()}")
    definition = INDICATEURS.get(code)
    if definition is None:
        raise Http404("Cet indicateur n’existe pas.")
    lignes = {une.code: une for une in calculer(form.perimetre, [code])[code].lignes}
    if ligne not in lignes:
        raise Http404("Ce chiffre n’existe pas sur cette période.")
    trouve = lignes[ligne].chiffre
    parts = _parts(trouve)
    part = request.GET.get("part", "derriere")
    if part not in parts:
        raise Http404("Ce chiffre n’a pas cette partie.")
    consigner(request, f"Chiffre : {definition.libelle}"[:60])
    contexte = {
        "definition": definition,
        "ligne": lignes[ligne],
        "perimetre": form.perimetre,
        "dispositifs": form.cleaned_data["dispositif"],
        "requete": form.requete(),
        "parts": [(cle, titre, len(ids)) for cle, (titre, ids) in parts.items()],
        "part": part,
        "derriere": derriere(
            trouve.nature,
            parts[part][1],
            request.user,
            sensible=est_reserve(definition.rubrique, trouve.sensible),
            page=request.GET.get("page"),
        ),
    }
    return render(request, "pilotage/chiffre.html", contexte)


def _perimetre(request):
    aujourdhui = timezone.localdate()
    periode = annee_en_cours(aujourdhui)
    return PerimetreForm(request.GET, utilisateur=request.user, aujourdhui=aujourdhui, periode=periode)


def _parts(chiffre):
    """{key of the address: (title, ids)} of the lists that a figure opens."""
    parts = {"derriere": ("Comptés", chiffre.derriere)}
    if chiffre.base and chiffre.base != chiffre.derriere:
        parts["base"] = ("Sur un total de", chiffre.base)
        parts["autres"] = ("Les autres", chiffre.base - chiffre.derriere)
    for rang, exclusion in enumerate(chiffre.exclus, start=1):
        parts[f"exclus-{rang}"] = (f"Hors calcul : {exclusion.raison}", exclusion.ids)
    return parts
