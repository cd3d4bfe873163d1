from django.urls import path

from ..views import campagnes

urlpatterns = [
    path("campagnes/", campagnes.campagne_list, name="campagne_list"),
    path("campagnes/nouvelle/", campagnes.campagne_create, name="campagne_create"),
    path("campagnes/<int:pk>/", campagnes.campagne_detail, name="campagne_detail"),
    path("campagnes/<int:pk>/modification/", campagnes.campagne_update, name="campagne_update"),
    path("campagnes/<int:pk>/entreprises/", campagnes.campagne_cibles, name="campagne_cibles"),
    path("campagnes/<int:pk>/entreprises/<int:entreprise>/", campagnes.cible_create, name="cible_create"),
    path("campagnes/entreprises/<int:pk>/suppression/", campagnes.cible_suppression, name="cible_suppression"),
]
