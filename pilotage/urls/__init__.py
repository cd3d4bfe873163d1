"""The addresses of this floor, one module per matter."""

from . import agenda, rappels

app_name = "pilotage"

urlpatterns = [
    *agenda.urlpatterns,
    *rappels.urlpatterns,
]
