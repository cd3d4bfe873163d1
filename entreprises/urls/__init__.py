"""The addresses of this floor, one module per matter."""

from . import partenaires

app_name = "entreprises"

urlpatterns = [
    *partenaires.urlpatterns,
]
