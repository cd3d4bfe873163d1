from django.urls import path

from pilotage.approbations import FILES
from pilotage.views import approbations as vues


def _de(file):
    """The pages of one queue; that of the renewals has the bare address."""
    debut = "approbations/" if file.noms == "approbation" else f"approbations/{file.code}/"
    options = {"file": file.code}
    return [
        path(debut, vues.approbation_list, options, name=f"{file.noms}_list"),
        path(f"{debut}<int:pk>/", vues.approbation, options, name=file.noms),
        path(f"{debut}<int:pk>/renvoi/", vues.approbation_renvoi, options, name=f"{file.noms}_renvoi"),
        path(f"{debut}<int:pk>/reprise/", vues.approbation_reprise, options, name=f"{file.noms}_reprise"),
    ]


urlpatterns = [adresse for file in FILES.values() for adresse in _de(file)]
