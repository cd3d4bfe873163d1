from django.urls import path

from ..views import productions

urlpatterns = [
    path(
        "beneficiaires/<int:pk>/documents-produits/nouveau/",
        productions.production_create,
        name="production_create",
    ),
    path("beneficiaires/<int:pk>/documents-produits/", productions.production_list, name="production_list"),
    path("documents-produits/<int:pk>/", productions.production_detail, name="production_detail"),
    path("documents-produits/<int:pk>/fichier/", productions.production_fichier, name="production_fichier"),
]
