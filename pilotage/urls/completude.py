from django.urls import path

from pilotage.views import completude

urlpatterns = [
    path("bilans/completude/", completude.completude_list, name="completude"),
    path("bilans/completude/confier/", completude.completude_confier, name="completude_confier"),
    path("bilans/completude/<int:pk>/reprise/", completude.completude_reprise, name="completude_reprise"),
    path("bilans/completude/<int:pk>/<str:code>/", completude.completude_champ, name="completude_champ"),
]
