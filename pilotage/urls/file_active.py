from django.urls import path

from pilotage.views import file_active, reattributions, relances, vues

urlpatterns = [
    path("equipe/", file_active.file_active_list, name="file_active_list"),
    path("equipe/<int:pk>/", file_active.file_active_detail, name="file_active_detail"),
    path("equipe/collegues/<int:pk>/", file_active.file_active_collegue, name="file_active_collegue"),
    path("equipe/choix/", file_active.file_active_choix, name="file_active_choix"),
    path("equipe/completude/", file_active.file_active_completude, name="file_active_completude"),
    path("equipe/relances/nouvelle/", relances.relance_create, name="relance_create"),
    path("equipe/relances/<uuid:lot>/annulation/", relances.relance_annulation, name="relance_annulation"),
    path("equipe/vues/nouvelle/", vues.vue_create, name="vue_create"),
    path("equipe/vues/<int:pk>/", vues.vue_update, name="vue_update"),
    path("equipe/vues/<int:pk>/suppression/", vues.vue_suppression, name="vue_suppression"),
    path("equipe/impression/", reattributions.file_active_impression, name="file_active_impression"),
    path("equipe/reattributions/nouvelle/", reattributions.reattribution_create, name="reattribution_create"),
    path(
        "equipe/reattributions/<int:pk>/annulation/",
        reattributions.reattribution_annulation,
        name="reattribution_annulation",
    ),
]
