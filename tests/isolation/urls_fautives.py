"""Views as a careless developer writes them: no filter, raw SQL, another's id. For the attack tests only."""

import json

from django.db import connection
from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.urls import include, path

from beneficiaires.models import Beneficiaire
from entreprises.models import Echange, Entreprise
from parcours.models import Entretien, Evaluation

TOUS = Beneficiaire._base_manager


def _structures(valeurs):
    return sorted(set(valeurs))


def liste(request):
    lignes = list(TOUS.values_list("structure_id", flat=True))
    return JsonResponse({"structures": _structures(lignes), "nombre": len(lignes)})


def fiche(request, pk):
    return HttpResponse(str(get_object_or_404(TOUS, pk=pk)))


def sql(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT structure_id FROM beneficiaires_beneficiaire WHERE nom = '' OR 1=1")
        lignes = [ligne[0] for ligne in cursor.fetchall()]
    return JsonResponse({"structures": _structures(lignes), "nombre": len(lignes)})


def changement(request, pk):
    return JsonResponse({"lignes": TOUS.filter(pk=pk).update(commune="Ailleurs")})


def suppression(request, pk):
    return JsonResponse(
        {"lignes": Entretien._base_manager.filter(parcours__beneficiaire_id=pk)._raw_delete("default")}
    )


def insertion(request, structure):
    TOUS.create(structure_id=structure, nom="Intrus")
    return HttpResponse("créé")


def demenagement(request, pk, structure):
    TOUS.filter(pk=pk).update(structure_id=structure)
    return HttpResponse("déplacé")


def entretien(request, parcours):
    Entretien._base_manager.create(
        structure_id=request.user.appartenance.structure_id,
        parcours_id=parcours,
        date="2026-11-17T09:00Z",
        compte_rendu="Sur le parcours d’un autre.",
    )
    connection.check_constraints()
    return HttpResponse("créé")


def echange(request, entreprise):
    Echange._base_manager.create(
        structure_id=request.user.appartenance.structure_id,
        entreprise_id=entreprise,
        texte="Chez l’entreprise d’un autre.",
    )
    connection.check_constraints()
    return HttpResponse("créé")


def entreprises(request):
    firmes = Entreprise._base_manager.all()
    return JsonResponse({"noms": sorted(firmes.values_list("raison_sociale", flat=True))})


def flux(request):
    lignes = (f"{json.dumps(pk)}\n" for pk in TOUS.values_list("structure_id", flat=True).iterator())
    return StreamingHttpResponse(lignes)


def sante(request):
    return JsonResponse({"nombre": Evaluation._base_manager.filter(domaine="sante").count()})


urlpatterns = [
    path("faute/liste/", liste),
    path("faute/fiche/<int:pk>/", fiche),
    path("faute/sql/", sql),
    path("faute/changement/<int:pk>/", changement),
    path("faute/suppression/<int:pk>/", suppression),
    path("faute/insertion/<int:structure>/", insertion),
    path("faute/demenagement/<int:pk>/<int:structure>/", demenagement),
    path("faute/entretien/<int:parcours>/", entretien),
    path("faute/echange/<int:entreprise>/", echange),
    path("faute/entreprises/", entreprises),
    path("faute/flux/", flux),
    path("faute/sante/", sante),
    path("", include("insertion.urls")),
]
