"""The addresses of this floor, one module per matter."""

from . import exports, rappels

app_name = "pilotage"

urlpatterns = [
    *rappels.urlpatterns,
    *exports.urlpatterns,
]
