"""The addresses of this floor, one module per matter."""

from . import partenaires, reseau

app_name = "entreprises"

urlpatterns = [
    *partenaires.urlpatterns,
    *reseau.urlpatterns,
]
