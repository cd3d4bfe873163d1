from django.urls import path

from parcours.views import projet

urlpatterns = [
    path("beneficiaires/<int:pk>/projet/", projet.projet_detail, name="projet_detail"),
    path("beneficiaires/<int:pk>/projet/modification/", projet.projet_update, name="projet_update"),
    path("beneficiaires/<int:pk>/metiers-vises/nouveau/", projet.metier_vise_create, name="metier_vise_create"),
    path("metiers-vises/<int:pk>/modification/", projet.metier_vise_update, name="metier_vise_update"),
    path("metiers-vises/<int:pk>/etapes/nouvelle/", projet.etape_projet_create, name="etape_projet_create"),
    path("beneficiaires/<int:pk>/cv-et-lettres/nouveau/", projet.piece_create, name="piece_create"),
    path("cv-et-lettres/<int:pk>/modification/", projet.piece_update, name="piece_update"),
    path("cv-et-lettres/<int:pk>/statut/", projet.piece_statut, name="piece_statut"),
    path("beneficiaires/<int:pk>/recherche-emploi/", projet.point_recherche, name="point_recherche"),
    path("beneficiaires/<int:pk>/reussites/", projet.reussite_list, name="reussite_list"),
]
