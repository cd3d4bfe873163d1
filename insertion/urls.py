"""The table of contents of the application: the only file that names every floor."""

from allauth.account.urls import urlpatterns as compte
from django.urls import include, path

handler500 = "insertion.views.pannes.panne"
#: Pages of the library that we do not open: there, a session left open would be enough to take the account elsewhere.
FERMEES = {"account_email"}

urlpatterns = [
    path("", include("pilotage.urls")),
    path("", include("insertion.pages")),
    path("beneficiaires/", include("beneficiaires.urls")),
    path("", include("entreprises.urls")),
    path("", include("parcours.urls")),
    path("compte/", include([page for page in compte if page.name not in FERMEES])),
    path("compte/2fa/", include("allauth.mfa.urls")),
]
