from django.urls import path

from ..views import prospection

urlpatterns = [
    path("prospection/", prospection.prospection, name="prospection"),
    path("entreprises/<int:pk>/appels/nouveau/", prospection.appel_create, name="appel_create"),
    path("appels/<int:pk>/annulation/", prospection.appel_annulation, name="appel_annulation"),
]
