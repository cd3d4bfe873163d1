from django.urls import path

from ..views import chantier, reunions

urlpatterns = [
    path("chantier/", chantier.fait_list, name="fait_list"),
    path("chantier/faits/nouveau/", chantier.fait_create, name="fait_create"),
    path("chantier/heures/", chantier.heures_mois, name="heures_mois"),
    path("chantier/heures/import/", chantier.heures_import, name="heures_import"),
    path("chantier/competences/", chantier.competence_list, name="competence_list"),
    path("chantier/competences/nouvelle/", chantier.competence_create, name="competence_create"),
    path("chantier/competences/<int:pk>/modification/", chantier.competence_update, name="competence_update"),
    path("reunions/", reunions.reunion_list, name="reunion_list"),
    path("reunions/nouvelle/", reunions.reunion_create, name="reunion_create"),
    path("reunions/<int:pk>/", reunions.reunion_detail, name="reunion_detail"),
    path("reunions/<int:pk>/modification/", reunions.reunion_update, name="reunion_update"),
    path("reunions/mentions/<int:pk>/mot/", reunions.reunion_mot, name="reunion_mot"),
]
