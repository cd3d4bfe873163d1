from django.urls import path

from pilotage.views import departs, passations

urlpatterns = [
    path("equipe/departs/", departs.depart_list, name="depart_list"),
    path("equipe/departs/nouveau/", departs.depart_create, name="depart_create"),
    path("equipe/departs/<int:pk>/", departs.depart_detail, name="depart_detail"),
    path("equipe/departs/<int:pk>/modifier/", departs.depart_update, name="depart_update"),
    path("equipe/departs/<int:pk>/partage/", departs.depart_partage, name="depart_partage"),
    path("equipe/departs/<int:pk>/abandon/", departs.depart_abandon, name="depart_abandon"),
    path("equipe/departs/<int:pk>/reprise/", departs.depart_reprise, name="depart_reprise"),
    path("equipe/departs/<int:pk>/annulation/", departs.depart_annulation, name="depart_annulation"),
    path("equipe/departs/<int:pk>/notes/<int:personne>/", passations.passation_update, name="passation_update"),
]
