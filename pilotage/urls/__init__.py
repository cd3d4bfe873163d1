"""The addresses of this floor, one module per matter."""

from . import agenda, bilans, chiffres, completude, conventions, exports, file_active, rappels

app_name = "pilotage"

urlpatterns = [
    *agenda.urlpatterns,
    *rappels.urlpatterns,
    *bilans.urlpatterns,
    *chiffres.urlpatterns,
    *conventions.urlpatterns,
    *completude.urlpatterns,
    *exports.urlpatterns,
    *file_active.urlpatterns,
]
