from django.urls import path

from pilotage.views import file_active, reattributions

urlpatterns = [
    path("equipe/", file_active.file_active_list, name="file_active_list"),
    path("equipe/<int:pk>/", file_active.file_active_detail, name="file_active_detail"),
    path("equipe/collegues/<int:pk>/", file_active.file_active_collegue, name="file_active_collegue"),
    path("equipe/impression/", reattributions.file_active_impression, name="file_active_impression"),
    path("equipe/reattributions/nouvelle/", reattributions.reattribution_create, name="reattribution_create"),
    path(
        "equipe/reattributions/<int:pk>/annulation/",
        reattributions.reattribution_annulation,
        name="reattribution_annulation",
    ),
]
