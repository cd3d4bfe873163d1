from django.urls import path

from parcours.views import candidatures, decisions

urlpatterns = [
    path("candidatures/", candidatures.candidature_list, name="candidature_list"),
    path("candidatures/attente/", candidatures.candidature_attente, name="candidature_attente"),
    path("candidatures/nouvelle/", candidatures.candidat_create, name="candidat_create"),
    path("beneficiaires/<int:pk>/candidatures/nouvelle/", candidatures.candidature_create, name="candidature_create"),
    path("candidatures/<int:pk>/", candidatures.candidature_detail, name="candidature_detail"),
    path("candidatures/<int:pk>/modification/", candidatures.candidature_update, name="candidature_update"),
    path("candidatures/<int:pk>/eligibilite/", candidatures.candidature_eligibilite, name="candidature_eligibilite"),
    path("candidatures/<int:pk>/entretiens/nouveau/", candidatures.admission_create, name="admission_create"),
    path("admissions/<int:pk>/modification/", candidatures.admission_update, name="admission_update"),
    path("candidatures/<int:pk>/acceptation/", decisions.candidature_acceptation, name="candidature_acceptation"),
    path("candidatures/<int:pk>/decision/", decisions.candidature_decision, name="candidature_decision"),
    path(
        "candidatures/<int:pk>/mise-en-attente/",
        decisions.candidature_mise_en_attente,
        name="candidature_mise_en_attente",
    ),
    path("candidatures/<int:pk>/etude/", decisions.candidature_etude, name="candidature_etude"),
    path("candidatures/<int:pk>/rang/", decisions.candidature_rang, name="candidature_rang"),
]
