"""The addresses of this floor, one module per matter."""

from . import (
    campagnes,
    carnet,
    evenements,
    fusions,
    imports,
    offres,
    partenaires,
    prestations,
    prospection,
    reseau,
)

app_name = "entreprises"

urlpatterns = [
    *imports.urlpatterns,
    *fusions.urlpatterns,
    *carnet.urlpatterns,
    *partenaires.urlpatterns,
    *offres.urlpatterns,
    *prospection.urlpatterns,
    *campagnes.urlpatterns,
    *evenements.urlpatterns,
    *prestations.urlpatterns,
    *reseau.urlpatterns,
]
