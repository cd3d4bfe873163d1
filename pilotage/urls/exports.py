from django.urls import path

from pilotage.views import exports

urlpatterns = [
    path("exports/", exports.export_list, name="export_list"),
    path("exports/complet/", exports.export_complet_create, name="export_complet_create"),
    path("exports/listes/<slug:liste>/", exports.export_create, name="export_create"),
    path("exports/<int:pk>/", exports.export_detail, name="export_detail"),
    path("exports/<int:pk>/fichier/", exports.export_fichier, name="export_fichier"),
]
