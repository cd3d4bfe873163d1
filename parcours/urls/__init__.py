"""The addresses of this floor, one module per matter."""

from . import (
    appuis,
    chantier,
    contrats,
    demarches,
    diagnostics,
    entretiens,
    imports,
    logement,
    plan,
    productions,
    projet,
    sorties,
)

app_name = "parcours"

urlpatterns = [
    *entretiens.urlpatterns,
    *demarches.urlpatterns,
    *diagnostics.urlpatterns,
    *plan.urlpatterns,
    *contrats.urlpatterns,
    *productions.urlpatterns,
    *appuis.urlpatterns,
    *projet.urlpatterns,
    *chantier.urlpatterns,
    *imports.urlpatterns,
    *logement.urlpatterns,
    *sorties.urlpatterns,
]
