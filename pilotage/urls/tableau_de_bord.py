from django.urls import path

from pilotage.views import tableau_de_bord

urlpatterns = [
    path("tableau-de-bord/", tableau_de_bord.tableau_de_bord, name="tableau_de_bord"),
    path("tableau-de-bord/places/<int:pk>/", tableau_de_bord.tableau_places, name="tableau_places"),
    path("tableau-de-bord/saisie/", tableau_de_bord.tableau_saisie, name="tableau_saisie"),
    path("tableau-de-bord/attente/<str:motif>/", tableau_de_bord.tableau_attente, name="tableau_attente"),
]
