from django.urls import path

from ..views import premiers_pas

urlpatterns = [
    path("premiers-pas/fermeture/", premiers_pas.premiers_pas_fermeture, name="premiers_pas_fermeture"),
    path("premiers-pas/reprise/", premiers_pas.premiers_pas_reprise, name="premiers_pas_reprise"),
    path("exemple/chargement/", premiers_pas.exemple_chargement, name="exemple_chargement"),
    path("exemple/retrait/", premiers_pas.exemple_retrait, name="exemple_retrait"),
]
