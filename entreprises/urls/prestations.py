from django.urls import path

from ..views import prestations

urlpatterns = [
    path("prestations/", prestations.prestation_list, name="prestation_list"),
    path("prestations/tableau/", prestations.prestation_export, name="prestation_export"),
    path("prestations/nouvelle/", prestations.prestation_choix, name="prestation_choix"),
    path("prestations/<int:pk>/", prestations.prestation_detail, name="prestation_detail"),
    path("prestations/<int:pk>/modification/", prestations.prestation_update, name="prestation_update"),
    path("entreprises/<int:pk>/prestations/", prestations.entreprise_prestations, name="entreprise_prestations"),
    path("entreprises/<int:pk>/prestations/nouvelle/", prestations.prestation_create, name="prestation_create"),
]
