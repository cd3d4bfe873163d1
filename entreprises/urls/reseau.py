from django.urls import path

from ..views import dispositifs, fiches, formations, projets, reseau

urlpatterns = [
    path("reseau/", reseau.reseau_list, name="reseau_list"),
    path("reseau/recherche/", reseau.reseau_recherche, name="reseau_recherche"),
    path("reseau/<slug:genre>/<int:pk>/verification/", fiches.fiche_verification, name="fiche_verification"),
    path(
        "reseau/<slug:genre>/<int:pk>/verification/retour/",
        fiches.fiche_verification_retour,
        name="fiche_verification_retour",
    ),
    path("reseau/<slug:genre>/<int:pk>/remise/", fiches.fiche_remise, name="fiche_remise"),
    path("reseau/formations/nouvelle/", formations.formation_create, name="formation_create"),
    path("reseau/formations/<int:pk>/", formations.formation_detail, name="formation_detail"),
    path("reseau/formations/<int:pk>/modification/", formations.formation_update, name="formation_update"),
    path("reseau/formations/<int:pk>/sessions/nouvelle/", formations.session_create, name="session_create"),
    path("reseau/sessions/<int:pk>/modification/", formations.session_update, name="session_update"),
    path("reseau/sessions/<int:pk>/suppression/", formations.session_delete, name="session_delete"),
    path("reseau/dispositifs/nouveau/", dispositifs.dispositif_create, name="dispositif_create"),
    path("reseau/dispositifs/<int:pk>/", dispositifs.dispositif_detail, name="dispositif_detail"),
    path("reseau/dispositifs/<int:pk>/modification/", dispositifs.dispositif_update, name="dispositif_update"),
    path("projets-partenariaux/", projets.projet_list, name="projet_list"),
    path("projets-partenariaux/nouveau/", projets.projet_create, name="projet_create"),
    path("projets-partenariaux/<int:pk>/", projets.projet_detail, name="projet_detail"),
    path("projets-partenariaux/<int:pk>/modification/", projets.projet_update, name="projet_update"),
]
