"""The page of the components, in development."""

from django.urls import path

from pilotage.views import atelier_graphique as views

urlpatterns = [path("atelier-graphique/", views.atelier_graphique, name="atelier_graphique")]
