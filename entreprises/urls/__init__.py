"""The addresses of this floor, one module per matter."""

from . import campagnes, evenements, offres, partenaires, prestations, prospection, reseau

app_name = "entreprises"

urlpatterns = [
    *partenaires.urlpatterns,
    *offres.urlpatterns,
    *prospection.urlpatterns,
    *campagnes.urlpatterns,
    *evenements.urlpatterns,
    *prestations.urlpatterns,
    *reseau.urlpatterns,
]
