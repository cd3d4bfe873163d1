from django.urls import path

from parcours.views import axes, catalogue, plan, validations

urlpatterns = [
    path("parcours/<int:pk>/plan/", plan.plan_detail, name="plan_detail"),
    path("parcours/<int:pk>/plan/version-a-remettre/", plan.plan_remis, name="plan_remis"),
    path("parcours/<int:pk>/plan/version-a-remettre/pdf/", plan.plan_production, name="plan_production"),
    path("parcours/<int:pk>/plan/catalogue/", axes.plan_catalogue, name="plan_catalogue"),
    path("parcours/<int:pk>/plan/sortie-visee/", axes.sortie_visee_create, name="sortie_visee_create"),
    path("parcours/<int:pk>/plan/validation/", validations.validation_plan_create, name="validation_plan_create"),
    path("validations-plan/<int:pk>/retrait/", validations.validation_plan_retrait, name="validation_plan_retrait"),
    path("parcours/<int:pk>/axes/nouveau/", axes.axe_create, name="axe_create"),
    path("axes/<int:pk>/modification/", axes.axe_update, name="axe_update"),
    path("parcours/<int:pk>/objectifs/nouveau/", plan.objectif_create, name="objectif_create"),
    path("objectifs/<int:pk>/modification/", plan.objectif_update, name="objectif_update"),
    path("parcours/<int:pk>/actions/nouvelle/", plan.action_create, name="action_create"),
    path("actions/<int:pk>/modification/", plan.action_update, name="action_update"),
    path("actions/<int:pk>/etat/", plan.action_etat, name="action_etat"),
    path("reglages/catalogue/", catalogue.catalogue_list, name="catalogue_list"),
    path("reglages/catalogue/objectifs/nouveau/", catalogue.modele_objectif_create, name="modele_objectif_create"),
    path("reglages/catalogue/objectifs/<int:pk>/", catalogue.modele_objectif_update, name="modele_objectif_update"),
    path("reglages/catalogue/actions/nouvelle/", catalogue.modele_action_create, name="modele_action_create"),
    path("reglages/catalogue/actions/<int:pk>/", catalogue.modele_action_update, name="modele_action_update"),
]
