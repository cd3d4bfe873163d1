from django.urls import path

from parcours.views import sorties

urlpatterns = [
    path("sorties/a-documenter/", sorties.sortie_list, name="sortie_list"),
    path("parcours/<int:pk>/sortie/", sorties.sortie_detail, name="sortie_detail"),
    path("parcours/<int:pk>/sortie/nouvelle/", sorties.sortie_create, name="sortie_create"),
    path("parcours/<int:pk>/sortie/modification/", sorties.sortie_update, name="sortie_update"),
    path("parcours/<int:pk>/sortie/annulation/", sorties.sortie_annuler, name="sortie_annuler"),
    path("parcours/<int:pk>/nouvelles/ajout/", sorties.suivi_sortie_create, name="suivi_sortie_create"),
    path("nouvelles/<int:pk>/modification/", sorties.suivi_sortie_update, name="suivi_sortie_update"),
]
