from django.urls import path

from ..views import partenaires

urlpatterns = [
    path("partenaires/", partenaires.partenaire_list, name="partenaire_list"),
    path("partenaires/nouveau/", partenaires.partenaire_create, name="partenaire_create"),
    path("partenaires/<int:pk>/", partenaires.partenaire_detail, name="partenaire_detail"),
    path("partenaires/<int:pk>/modification/", partenaires.partenaire_update, name="partenaire_update"),
]
