"""The addresses of this floor, one module per matter."""

from . import rappels

app_name = "pilotage"

urlpatterns = [
    *rappels.urlpatterns,
]
