from django.urls import path

from parcours.views import contrats, pass_iae, renouvellements, retraits

urlpatterns = [
    path("parcours/<int:pk>/contrats/", contrats.contrat_list, name="contrat_list"),
    path("parcours/<int:pk>/contrats/nouveau/", contrats.contrat_create, name="contrat_create"),
    path("contrats/<int:pk>/modification/", contrats.contrat_update, name="contrat_update"),
    path("contrats/<int:pk>/suppression/", retraits.contrat_delete, name="contrat_delete"),
    path("contrats/<int:pk>/avenants/nouveau/", contrats.avenant_create, name="avenant_create"),
    path("avenants/<int:pk>/suppression/", retraits.avenant_delete, name="avenant_delete"),
    path("parcours/<int:pk>/suspensions/nouvelle/", pass_iae.suspension_create, name="suspension_create"),
    path("suspensions/<int:pk>/modification/", pass_iae.suspension_update, name="suspension_update"),
    path("suspensions/<int:pk>/suppression/", retraits.suspension_delete, name="suspension_delete"),
    path("parcours/<int:pk>/prolongations/nouvelle/", pass_iae.prolongation_create, name="prolongation_create"),
    path("prolongations/<int:pk>/suppression/", retraits.prolongation_delete, name="prolongation_delete"),
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
