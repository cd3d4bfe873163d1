from django.urls import path

from pilotage.views import empechement, envois

urlpatterns = [
    path("messages/", envois.envoi_list, name="envoi_list"),
    path("messages/<int:pk>/renvoi/", envois.envoi_renvoi, name="envoi_renvoi"),
    path("r/<str:jeton>/", empechement.empechement, name="empechement"),
]
