from django.urls import path

from parcours.views import logement

urlpatterns = [
    path("beneficiaires/<int:pk>/logement/", logement.logement_detail, name="logement_detail"),
    path("beneficiaires/<int:pk>/logement/nouvelle/", logement.etape_logement_create, name="etape_logement_create"),
    path("logement/<int:pk>/modification/", logement.etape_logement_update, name="etape_logement_update"),
    path("logement/<int:pk>/suppression/", logement.etape_logement_delete, name="etape_logement_delete"),
]
