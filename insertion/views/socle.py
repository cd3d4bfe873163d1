"""Pages and small answers of the ground floor: drafts, session, choice of the structure, accessibility."""

import json

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from .. import brouillons, sessions
from ..droits import Droit, droit_requis
from ..isolation.middleware import CLE_STRUCTURE
from ..models import Appartenance


@require_http_methods(["GET", "POST"])
@droit_requis(Droit.OUVRIR)
def brouillon(request, cle):
    if request.method == "GET":
        return _montrer(brouillons.lire(request.user, cle))
    if len(request.body) > brouillons.LIMITE:
        return _refuser("Ce texte est trop long pour être gardé en brouillon : enregistrez-le maintenant.", 413)
    try:
        garde = brouillons.enregistrer(request.user, cle, json.loads(request.body))
    except ValueError:
        return _refuser("Ce brouillon est illisible.", 400)
    except brouillons.BrouillonRefuse as refus:
        return _refuser(str(refus), 400)
    except brouillons.SaisieDejaEnvoyee as deja:
        return JsonResponse({"message": str(deja), "soumission": deja.soumission}, status=410)
    except brouillons.BrouillonDepasse as depasse:
        return _montrer(depasse.garde, 409)
    return _montrer(garde)


@require_POST
@droit_requis(Droit.OUVRIR)
def brouillon_suppression(request, cle):
    par_script = request.headers.get("X-Requested-With") == "XMLHttpRequest"
    try:
        saisie = json.loads(request.body) if request.content_type == "application/json" else None
        brouillons.effacer(request.user, cle, saisie)
    except ValueError:
        return _refuser("Ce brouillon est illisible.", 400)
    except brouillons.BrouillonDepasse as depasse:
        return _montrer(depasse.garde, 409)
    return HttpResponse(status=204) if par_script else redirect("/")


def _montrer(garde, status=200):
    if garde is None:
        return JsonResponse({"champs": None})
    heure, le = f"{timezone.localtime(garde.updated_at):%H:%M}", garde.updated_at.isoformat()
    return JsonResponse({"champs": garde.champs, "heure": heure, "le": le}, status=status)


def _refuser(message, status):
    return JsonResponse({"message": message}, status=status)


@require_http_methods(["GET", "POST"])
@droit_requis(Droit.OUVRIR)
def session_jeton(request):
    """Who is signed in, where, for how long, and a fresh CSRF token; POST says that somebody is there."""
    if request.method == "POST":
        sessions.toucher(request)
    return JsonResponse(
        {
            "jeton": get_token(request),
            "utilisateur": request.user.pk,
            "structure": request.user.appartenance.structure_id,
            "secondes": sessions.reste(request.session),
            "secondes_en_tout": sessions.reste_en_tout(request.session),
        }
    )


@require_POST
@droit_requis(Droit.OUVRIR)
def structure_choisir(request):
    siennes = Appartenance.objects.actives().filter(utilisateur=request.user)
    choisie = get_object_or_404(siennes, structure_id=_entier(request.POST.get("structure")))
    request.session[CLE_STRUCTURE] = choisie.structure_id
    return redirect("/")


def _entier(texte):
    return int(texte) if texte and texte.isascii() and texte.isdigit() and len(texte) < 10 else None


@require_GET
@login_not_required
def manifeste(request):
    """What a telephone asks for to install the application; it holds no data."""
    return render(request, "insertion/manifeste.json", content_type="application/manifest+json")


@require_GET
@login_not_required
def accessibilite(request):
    return render(request, "insertion/accessibilite.html")
