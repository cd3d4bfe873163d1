from django.urls import path

from pilotage.views import accueil, rappels

urlpatterns = [
    path("", accueil.accueil, name="accueil"),
    path("rappels/", rappels.rappel_list, name="rappel_list"),
    path("rappels/lecture/", rappels.rappels_lus, name="rappels_lus"),
    path("rappels/<int:pk>/fait/", rappels.rappel_fait, name="rappel_fait"),
    path("rappels/<int:pk>/reprise/", rappels.rappel_reprise, name="rappel_reprise"),
    path("rappels/courriels/<int:pk>/renvoi/", rappels.courriel_renvoi, name="courriel_renvoi"),
]
