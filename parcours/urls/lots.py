from django.urls import path

from ..views import courriers, lots

urlpatterns = [
    path("lots/", lots.lot_list, name="lot_list"),
    path("lots/nouveau/", lots.lot_create, name="lot_create"),
    path("lots/<int:pk>/", lots.lot_detail, name="lot_detail"),
    path("lots/<int:pk>/fichier/", lots.lot_fichier, name="lot_fichier"),
    path("courriers/", courriers.courrier_list, name="courrier_list"),
    path("courriers/nouveau/", courriers.courrier_create, name="courrier_create"),
    path("courriers/<int:pk>/", courriers.courrier_update, name="courrier_update"),
    path("courriers/<int:pk>/envoi/", courriers.courrier_envoi, name="courrier_envoi"),
]
