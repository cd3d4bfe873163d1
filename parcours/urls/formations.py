from django.urls import path

from parcours.views import formations

urlpatterns = [
    path("beneficiaires/<int:pk>/formations/nouvelle/", formations.formation_create, name="formation_create"),
    path("formations/<int:pk>/modification/", formations.formation_update, name="formation_update"),
    path("formations/<int:pk>/reponse/", formations.formation_reponse, name="formation_reponse"),
]
