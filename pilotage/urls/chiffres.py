from django.urls import path

from pilotage.views import chiffres

urlpatterns = [
    path("bilans/chiffres/", chiffres.chiffres, name="chiffres"),
    path("bilans/chiffres/<str:code>/<str:ligne>/", chiffres.chiffre, name="chiffre"),
]
