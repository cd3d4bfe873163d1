from django.urls import path

from pilotage.views import journal

urlpatterns = [
    path("beneficiaires/<int:pk>/journal/", journal.personne_journal, name="personne_journal"),
    path("equipe/alertes/<int:pk>/vue/", journal.alerte_vue, name="alerte_vue"),
]
