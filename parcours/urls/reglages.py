from django.urls import path

from parcours.views import reglages

urlpatterns = [
    path("reglages/", reglages.structure_detail, name="structure_detail"),
    path("reglages/structure/", reglages.structure_update, name="structure_update"),
    path("reglages/conventionnements/nouveau/", reglages.conventionnement_create, name="conventionnement_create"),
    path("reglages/conventionnements/<int:pk>/", reglages.conventionnement_update, name="conventionnement_update"),
    path("reglages/equipe/nouveau/", reglages.poste_equipe_create, name="poste_equipe_create"),
    path("reglages/equipe/<int:pk>/", reglages.poste_equipe_update, name="poste_equipe_update"),
    path("reglages/dispositifs/nouveau/", reglages.dispositif_create, name="dispositif_create"),
    path("reglages/dispositifs/<int:pk>/", reglages.dispositif_update, name="dispositif_update"),
]
