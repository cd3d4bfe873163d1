from django.urls import path

from parcours.views import phrases

urlpatterns = [
    path("phrases/", phrases.phrase_list, name="phrase_list"),
    path("phrases/nouvelle/", phrases.phrase_create, name="phrase_create"),
    path("phrases/<int:pk>/modification/", phrases.phrase_update, name="phrase_update"),
    path("phrases/<int:pk>/suppression/", phrases.phrase_delete, name="phrase_delete"),
    path("beneficiaires/<int:pk>/entretiens/habitudes/", phrases.entretien_habitudes, name="entretien_habitudes"),
]
