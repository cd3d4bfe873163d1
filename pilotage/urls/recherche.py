from django.urls import path

from pilotage.views import recherche

urlpatterns = [path("recherche/", recherche.recherche, name="recherche")]
