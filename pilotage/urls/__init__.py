"""The addresses of this floor, one module per matter."""

from . import chiffres, conventions, rappels

app_name = "pilotage"

urlpatterns = [
    *rappels.urlpatterns,
    *chiffres.urlpatterns,
    *conventions.urlpatterns,
]
