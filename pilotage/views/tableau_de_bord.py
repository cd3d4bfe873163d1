"""« Tableau de bord »: the structure at a glance, for who answers for it."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from parcours.models import Dispositif, Parcours

from ..derriere import derriere
from ..enums import MotifRappel
from ..file_active.motifs import SANS_REFERENT
from ..indicateurs.chiffres import Nature
from ..periodes import raccourcis
from ..qualite_saisie import graphique, mesurer
from ..tableau_de_bord import attentes, blocs, places, qui_attend, sans_referent, suivis
from .chiffres import perimetre_demande


@droit_requis(Droit.VOIR_EQUIPE)
@require_safe
def tableau_de_bord(request):
    """Places, figures of the period asked for (the year so far), agreements, and what waits today."""
    form, le = perimetre_demande(request), timezone.localdate()
    if not form.is_valid():
        return render(request, "pilotage/tableau_de_bord.html", {"form": form}, status=422)
    consigner(request, "Tableau de bord")
    contexte = {
        "form": form,
        "requete": form.requete(),
        "raccourcis": [(p, form.requete(p.du, p.au)) for p in raccourcis(le)],
        "places": places(request.user, le),
        "sans_referent": sans_referent(request.user, le),
        "SANS_REFERENT": SANS_REFERENT,
        "blocs": blocs(form.perimetre),
        "suivis": suivis(request.user, le),
        "attentes": attentes(form.structure, le),
        "aujourdhui": le,
    }
    return render(request, "pilotage/tableau_de_bord.html", contexte)


@droit_requis(Droit.VOIR_EQUIPE)
@require_safe
def tableau_places(request, pk):
    """Who is in a dispositif today."""
    dispositif = get_object_or_404(Dispositif.objects.visibles_par(request.user), pk=pk)
    le = timezone.localdate()
    la = Parcours.objects.en_cours(le).filter(dispositif=dispositif)
    ids = la.values_list("pk", flat=True)
    trouves = derriere(Nature.PARCOURS, ids, request.user, sensible=False, le=le, page=request.GET.get("page"))
    return _liste(request, f"Places occupées : {dispositif}", trouves)


@droit_requis(Droit.VOIR_EQUIPE)
@require_safe
def tableau_attente(request, motif):
    """Whom one reason is about, with what is due in words."""
    if motif not in MotifRappel:
        raise Http404("Ce motif n’existe pas.")
    trouves = qui_attend(motif, request.user, timezone.localdate(), request.GET.get("page"))
    return _liste(request, MotifRappel(motif).label, trouves)


@droit_requis(Droit.VOIR_EQUIPE)
@require_safe
def tableau_saisie(request):
    """How entry goes: four figures of the structure, month by month."""
    mesures = [(mesure, suite, graphique(mesure, suite)) for mesure, suite in mesurer(timezone.localdate())]
    return render(request, "pilotage/tableau_saisie.html", {"mesures": mesures})


def _liste(request, titre, trouves):
    consigner(request, f"Tableau de bord : {titre}"[:60])
    return render(request, "pilotage/tableau_liste.html", {"titre": titre, "derriere": trouves})
