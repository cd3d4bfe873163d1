from django.urls import path

from ..views import evenements

urlpatterns = [
    path("evenements/", evenements.evenement_list, name="evenement_list"),
    path("evenements/nouveau/", evenements.evenement_create, name="evenement_create"),
    path("evenements/<int:pk>/", evenements.evenement_detail, name="evenement_detail"),
    path("evenements/<int:pk>/modification/", evenements.evenement_update, name="evenement_update"),
    path("evenements/<int:pk>/annulation/", evenements.evenement_annulation, name="evenement_annulation"),
]
