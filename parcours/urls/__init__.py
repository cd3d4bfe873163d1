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
    immersions,
    imports,
    logement,
    placements,
    plan,
    productions,
    projet,
    reglages,
    reseau,
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
    *placements.urlpatterns,
    *chantier.urlpatterns,
    *immersions.urlpatterns,
    *imports.urlpatterns,
    *logement.urlpatterns,
    *sorties.urlpatterns,
    *ateliers.urlpatterns,
    *formations.urlpatterns,
    *reseau.urlpatterns,
    *candidatures.urlpatterns,
    *reglages.urlpatterns,
]
