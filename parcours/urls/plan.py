from django.urls import path

from parcours.views import plan

urlpatterns = [
    path("parcours/<int:pk>/plan/", plan.plan_detail, name="plan_detail"),
    path("parcours/<int:pk>/plan/version-a-remettre/", plan.plan_remis, name="plan_remis"),
    path("parcours/<int:pk>/objectifs/nouveau/", plan.objectif_create, name="objectif_create"),
    path("objectifs/<int:pk>/modification/", plan.objectif_update, name="objectif_update"),
    path("parcours/<int:pk>/actions/nouvelle/", plan.action_create, name="action_create"),
    path("actions/<int:pk>/modification/", plan.action_update, name="action_update"),
    path("actions/<int:pk>/etat/", plan.action_etat, name="action_etat"),
]
