from django.urls import path

from pilotage.views import empechement

urlpatterns = [
    path("r/<str:jeton>/", empechement.empechement, name="empechement"),
]
