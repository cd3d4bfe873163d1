"""The addresses of this floor, one module per matter."""

from . import bilans, chiffres, rappels

app_name = "pilotage"

urlpatterns = [
    *rappels.urlpatterns,
    *bilans.urlpatterns,
    *chiffres.urlpatterns,
]
