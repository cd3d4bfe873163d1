from django.urls import path

from parcours.views import entretiens, notes, personnes, rendez_vous

urlpatterns = [
    path("beneficiaires/<int:pk>/parcours/", personnes.personne_detail, name="personne_detail"),
    path("beneficiaires/<int:pk>/parcours/nouveau/", personnes.parcours_create, name="parcours_create"),
    path("parcours/<int:pk>/modification/", personnes.parcours_update, name="parcours_update"),
    path("beneficiaires/<int:pk>/entretiens/nouveau/", entretiens.entretien_create, name="entretien_create"),
    path("entretiens/<int:pk>/modification/", entretiens.entretien_update, name="entretien_update"),
    path("beneficiaires/<int:pk>/absences/nouvelle/", rendez_vous.absence_create, name="absence_create"),
    path("beneficiaires/<int:pk>/rendez-vous/nouveau/", rendez_vous.rendez_vous_create, name="rendez_vous_create"),
    path("rendez-vous/<int:pk>/modification/", rendez_vous.rendez_vous_update, name="rendez_vous_update"),
    path("rendez-vous/<int:pk>/statut/", rendez_vous.rendez_vous_statut, name="rendez_vous_statut"),
    path("rendez-vous/<int:pk>/report/", rendez_vous.rendez_vous_report, name="rendez_vous_report"),
    path("beneficiaires/<int:pk>/observations/nouvelle/", notes.observation_create, name="observation_create"),
    path(
        "beneficiaires/<int:pk>/notes-confidentielles/nouvelle/",
        notes.note_confidentielle_create,
        name="note_confidentielle_create",
    ),
    path("notes-confidentielles/<int:pk>/", notes.note_confidentielle_detail, name="note_confidentielle_detail"),
]
