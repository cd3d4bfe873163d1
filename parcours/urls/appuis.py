from django.urls import path

from ..views import aides, appuis, competences, orientations

urlpatterns = [
    path("beneficiaires/<int:pk>/appuis/", appuis.appuis_list, name="appuis_list"),
    path("parcours/<int:pk>/aides/nouvelle/", aides.aide_create, name="aide_create"),
    path("aides/<int:pk>/", aides.aide_detail, name="aide_detail"),
    path("aides/<int:pk>/modification/", aides.aide_update, name="aide_update"),
    path("aides/<int:pk>/accord/", aides.aide_accord, name="aide_accord"),
    path("aides/<int:pk>/courrier/", aides.aide_courrier, name="aide_courrier"),
    path("aides/<int:pk>/etapes/nouvelle/", aides.etape_aide_create, name="etape_aide_create"),
    path("aides/etapes/<int:pk>/modification/", aides.etape_aide_update, name="etape_aide_update"),
    path("parcours/<int:pk>/attestation/", competences.attestation_create, name="attestation_create"),
    path("orientations/", orientations.orientation_list, name="orientation_list"),
    path("parcours/<int:pk>/orientations/nouvelle/", orientations.orientation_create, name="orientation_create"),
    path("orientations/<int:pk>/modification/", orientations.orientation_update, name="orientation_update"),
    path("orientations/<int:pk>/retour/", orientations.orientation_retour, name="orientation_retour"),
    path("orientations/<int:pk>/relance/", orientations.orientation_relance, name="orientation_relance"),
]
