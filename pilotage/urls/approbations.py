from django.urls import path

from pilotage.views import approbations

urlpatterns = [
    path("approbations/", approbations.approbation_list, name="approbation_list"),
    path("approbations/<int:pk>/", approbations.approbation, name="approbation"),
    path("approbations/<int:pk>/renvoi/", approbations.approbation_renvoi, name="approbation_renvoi"),
    path("approbations/<int:pk>/reprise/", approbations.approbation_reprise, name="approbation_reprise"),
]
