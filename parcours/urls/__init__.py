"""The addresses of this floor, one module per matter."""

from . import appuis, chantier, contrats, demarches, diagnostics, entretiens, imports, plan, productions, projet

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
]
