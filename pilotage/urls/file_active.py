from django.urls import path

from pilotage.views import file_active

urlpatterns = [
    path("equipe/", file_active.file_active_list, name="file_active_list"),
]
