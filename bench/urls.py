from django.urls import path

from insertion.urls import urlpatterns as application

from . import vues

urlpatterns = [
    path("bench/plancher/<slug:page>/", vues.plancher),
    path("bench/plancher-note/", vues.plancher_note),
    path("bench/pdf/<int:pk>/", vues.pdf),
    *application,
]
