from django.urls import path

from ..views import reseau

urlpatterns = [
    path("beneficiaires/<int:pk>/reseau/", reseau.reseau_personne, name="reseau_personne"),
    path("beneficiaires/<int:pk>/dispositifs-locaux/", reseau.conditions_list, name="conditions_list"),
    path("reseau/<slug:genre>/<int:pk>/proposition/", reseau.proposition, name="proposition"),
]
