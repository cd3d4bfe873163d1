from django.urls import path

from pilotage.views import conventions, pieces

urlpatterns = [
    path("bilans/conventions/", conventions.convention_list, name="convention_list"),
    path("bilans/conventions/nouvelle/", conventions.convention_create, name="convention_create"),
    path("bilans/conventions/<int:pk>/", conventions.convention_detail, name="convention_detail"),
    path("bilans/conventions/<int:pk>/modification/", conventions.convention_update, name="convention_update"),
    path("bilans/conventions/<int:pk>/cibles/nouvelle/", conventions.cible_create, name="cible_create"),
    path(
        "bilans/conventions/<int:pk>/cibles/<str:indicateur>/<str:ligne>/<str:valeur>/reprise/",
        conventions.cible_reprise,
        name="cible_reprise",
    ),
    path("bilans/conventions/<int:pk>/documents/nouveau/", pieces.piece_create, name="piece_create"),
    path("bilans/conventions/documents/<int:pk>/", pieces.piece_fichier, name="piece_fichier"),
    path("bilans/conventions/documents/<int:pk>/suppression/", pieces.piece_delete, name="piece_delete"),
    path("bilans/cibles/<int:pk>/modification/", conventions.cible_update, name="cible_update"),
    path("bilans/cibles/<int:pk>/suppression/", conventions.cible_suppression, name="cible_suppression"),
    path("bilans/financeurs/nouveau/", conventions.financeur_create, name="financeur_create"),
    path("bilans/financeurs/<int:pk>/modification/", conventions.financeur_update, name="financeur_update"),
]
