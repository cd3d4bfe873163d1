"""The table of contents of the application: the only file that names every floor."""

from django.urls import include, path

handler500 = "insertion.views.pannes.panne"
urlpatterns = [
    path("", include("pilotage.urls")),
    path("", include("insertion.pages")),
    path("beneficiaires/", include("beneficiaires.urls")),
    path("", include("entreprises.urls")),
    path("", include("parcours.urls")),
    path("compte/", include("allauth.account.urls")),
    path("compte/2fa/", include("allauth.mfa.urls")),
]
