"""Addresses of the ground floor: drafts, session, choice of the structure, help."""

from django.urls import path

from . import views

app_name = "insertion"

urlpatterns = [
    path("structure/", views.structure_choisir, name="structure_choisir"),
    path("brouillons/<str:cle>/", views.brouillon, name="brouillon"),
    path("brouillons/<str:cle>/suppression/", views.brouillon_suppression, name="brouillon_suppression"),
    path("session/jeton/", views.session_jeton, name="session_jeton"),
    path("aide/", views.aide, name="aide"),
    path("accessibilite/", views.accessibilite, name="accessibilite"),
]
