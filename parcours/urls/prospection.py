from django.urls import path

from parcours.views import prospection

urlpatterns = [
    path("prospection/metiers-vises/", prospection.prospection_metiers, name="prospection_metiers"),
    path("prospection/immersions/", prospection.prospection_immersions, name="prospection_immersions"),
]
