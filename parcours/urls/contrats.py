from django.urls import path

from parcours.views import contrats, pass_iae, renouvellements

urlpatterns = [
    path("parcours/<int:pk>/contrats/", contrats.contrat_list, name="contrat_list"),
    path("parcours/<int:pk>/contrats/nouveau/", contrats.contrat_create, name="contrat_create"),
    path("contrats/<int:pk>/modification/", contrats.contrat_update, name="contrat_update"),
    path("contrats/<int:pk>/avenants/nouveau/", contrats.avenant_create, name="avenant_create"),
    path("parcours/<int:pk>/suspensions/nouvelle/", pass_iae.suspension_create, name="suspension_create"),
    path("suspensions/<int:pk>/modification/", pass_iae.suspension_update, name="suspension_update"),
    path("parcours/<int:pk>/prolongations/nouvelle/", pass_iae.prolongation_create, name="prolongation_create"),
    path("contrats/<int:pk>/renouvellement/", renouvellements.renouvellement_create, name="renouvellement_create"),
    path(
        "renouvellements/<int:pk>/modification/",
        renouvellements.renouvellement_update,
        name="renouvellement_update",
    ),
    path(
        "renouvellements/<int:pk>/impression/",
        renouvellements.renouvellement_impression,
        name="renouvellement_impression",
    ),
]
