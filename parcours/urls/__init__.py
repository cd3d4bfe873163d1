"""The addresses of this floor, one module per matter."""

from . import (
    appuis,
    ateliers,
    candidatures,
    chantier,
    contrats,
    demarches,
    diagnostics,
    entretiens,
    formations,
    imports,
    logement,
    plan,
    prestations,
    productions,
    projet,
    prospection,
    reglages,
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
    *prestations.urlpatterns,
    *appuis.urlpatterns,
    *projet.urlpatterns,
    *prospection.urlpatterns,
    *chantier.urlpatterns,
    *imports.urlpatterns,
    *logement.urlpatterns,
    *sorties.urlpatterns,
    *ateliers.urlpatterns,
    *formations.urlpatterns,
    *candidatures.urlpatterns,
    *reglages.urlpatterns,
]
