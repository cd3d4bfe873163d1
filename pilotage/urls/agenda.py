from django.urls import path

from pilotage.views import abonnements, absences, agenda

urlpatterns = [
    path("agenda/", agenda.agenda, name="agenda"),
    path("agenda/rendez-vous/nouveau/", agenda.agenda_rendez_vous, name="agenda_rendez_vous"),
    path("agenda/absences/", absences.absence_list, name="absence_list"),
    path("agenda/absences/nouvelle/", absences.absence_create, name="absence_create"),
    path("agenda/absences/<int:pk>/modification/", absences.absence_update, name="absence_update"),
    path("agenda/absences/<int:pk>/suppression/", absences.absence_suppression, name="absence_suppression"),
    path("agenda/absences/<int:pk>/reprise/", absences.absence_reprise, name="absence_reprise"),
    path("agenda/abonnement/", abonnements.abonnement_agenda, name="abonnement_agenda"),
    path(
        "agenda/abonnement/<int:pk>/suppression/", abonnements.abonnement_suppression, name="abonnement_suppression"
    ),
    path("agenda/flux/<str:jeton>.ics", agenda.agenda_flux, name="agenda_flux"),
]
