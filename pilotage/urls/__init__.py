"""The addresses of this floor, one module per matter."""

from . import chiffres, completude, conventions, rappels

app_name = "pilotage"

urlpatterns = [
    *rappels.urlpatterns,
    *chiffres.urlpatterns,
    *conventions.urlpatterns,
    *completude.urlpatterns,
]
