from django.urls import path

from pilotage.views import sante

urlpatterns = [
    path("sante/", sante.sante, name="sante"),
    path("pret/", sante.pret, name="pret"),
    path("metriques/", sante.metriques, name="metriques"),
    path("reglages/etat-du-service/", sante.etat_service, name="etat_service"),
]
