"""Addresses of the ground floor: drafts, session, choice of the structure, help."""

from django.urls import path

from .views import socle

app_name = "insertion"

urlpatterns = [
    path("structure/", socle.structure_choisir, name="structure_choisir"),
    path("brouillons/<str:cle>/", socle.brouillon, name="brouillon"),
    path("brouillons/<str:cle>/suppression/", socle.brouillon_suppression, name="brouillon_suppression"),
    path("session/jeton/", socle.session_jeton, name="session_jeton"),
    path("aide/", socle.aide, name="aide"),
    path("accessibilite/", socle.accessibilite, name="accessibilite"),
]
