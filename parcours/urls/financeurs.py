from django.urls import path

from parcours.views import financeurs

urlpatterns = [
    path("beneficiaires/<int:pk>/financeurs/", financeurs.financeurs_detail, name="financeurs_detail"),
    path("parcours/<int:pk>/engagements/nouveau/", financeurs.engagement_create, name="engagement_create"),
    path("engagements/<int:pk>/modification/", financeurs.engagement_update, name="engagement_update"),
    path("engagements/<int:pk>/suppression/", financeurs.engagement_delete, name="engagement_delete"),
    path(
        "parcours/<int:pk>/fse/<slug:moment>/", financeurs.questionnaire_fse_update, name="questionnaire_fse_update"
    ),
]
