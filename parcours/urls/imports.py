from django.urls import path

from ..views import imports

urlpatterns = [
    path("imports/", imports.import_list, name="import_list"),
    path("imports/nouveau/", imports.import_create, name="import_create"),
    path("imports/modele/", imports.import_modele, name="import_modele"),
    path("imports/<int:pk>/", imports.import_detail, name="import_detail"),
    path("imports/<int:pk>/correspondance/", imports.import_correspondance, name="import_correspondance"),
    path("imports/<int:pk>/lignes/", imports.import_lignes, name="import_lignes"),
    path("imports/<int:pk>/lignes/<int:numero>/", imports.import_ligne, name="import_ligne"),
    path("imports/<int:pk>/lancement/", imports.import_lancement, name="import_lancement"),
    path("imports/<int:pk>/annulation/", imports.import_annulation, name="import_annulation"),
    path("imports/<int:pk>/abandon/", imports.import_abandon, name="import_abandon"),
]
