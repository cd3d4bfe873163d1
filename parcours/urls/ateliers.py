from django.urls import path

from parcours.views import ateliers, participations, seances

urlpatterns = [
    path("ateliers/", seances.seance_list, name="seance_list"),
    path("ateliers/catalogue/", ateliers.atelier_list, name="atelier_list"),
    path("ateliers/nouveau/", ateliers.atelier_create, name="atelier_create"),
    path("ateliers/<int:pk>/", ateliers.atelier_detail, name="atelier_detail"),
    path("ateliers/<int:pk>/participants/", ateliers.atelier_participants, name="atelier_participants"),
    path("ateliers/<int:pk>/modification/", ateliers.atelier_update, name="atelier_update"),
    path("ateliers/<int:pk>/seances/nouvelle/", seances.seance_create, name="seance_create"),
    path("seances/<int:pk>/", seances.seance_detail, name="seance_detail"),
    path("seances/<int:pk>/modification/", seances.seance_update, name="seance_update"),
    path("seances/<int:pk>/annulation/", seances.seance_annulation, name="seance_annulation"),
    path("seances/<int:pk>/emargement/", seances.seance_emargement, name="seance_emargement"),
    path("seances/<int:pk>/pointage/", participations.seance_pointage, name="seance_pointage"),
    path("seances/<int:pk>/anonymes/", participations.seance_anonymes, name="seance_anonymes"),
    path("seances/<int:pk>/note/", participations.seance_note, name="seance_note"),
    path("seances/<int:pk>/inscriptions/nouvelle/", participations.inscription_create, name="inscription_create"),
    path("seances/<int:pk>/venues/nouvelle/", participations.venue_create, name="venue_create"),
    path("inscriptions/<int:pk>/suppression/", participations.inscription_delete, name="inscription_delete"),
    path("beneficiaires/<int:pk>/seances/", participations.participation_create, name="participation_create"),
]
