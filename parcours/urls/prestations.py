from django.urls import path

from parcours.views import evenements, prestations

urlpatterns = [
    path("evenements/<int:pk>/fiche/", evenements.evenement_fiche, name="evenement_fiche"),
    path("prestations/<int:pk>/personnes/", prestations.prestation_personnes, name="prestation_personnes"),
    path(
        "prestations/<int:pk>/personnes/nouvelle/",
        prestations.personne_prestation_create,
        name="personne_prestation_create",
    ),
    path(
        "prestations/personnes/<int:pk>/suppression/",
        prestations.personne_prestation_delete,
        name="personne_prestation_delete",
    ),
]
