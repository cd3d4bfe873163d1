"""The addresses of this floor, one module per matter."""

from . import carnet, fusions, imports, partenaires, reseau

app_name = "entreprises"

urlpatterns = [
    *imports.urlpatterns,
    *fusions.urlpatterns,
    *carnet.urlpatterns,
    *partenaires.urlpatterns,
    *reseau.urlpatterns,
]
