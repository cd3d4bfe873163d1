"""The addresses of this floor, one module per matter."""

from . import bilans, rappels

app_name = "pilotage"

urlpatterns = [
    *rappels.urlpatterns,
    *bilans.urlpatterns,
]
