from django.urls import path

from pilotage.views import reunions

urlpatterns = [
    path("reunions/<int:pk>/personnes/", reunions.reunion_personnes, name="reunion_personnes"),
    path("reunions/<int:pk>/personnes/<int:parcours>/ajout/", reunions.reunion_ajout, name="reunion_ajout"),
    path("reunions/mentions/<int:pk>/retrait/", reunions.reunion_retrait, name="reunion_retrait"),
]
