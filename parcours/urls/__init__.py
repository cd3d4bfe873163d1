"""The addresses of this floor, one module per matter."""

from . import appuis, chantier, demarches, diagnostics, entretiens, imports, plan, productions, projet

app_name = "parcours"

urlpatterns = [
    *entretiens.urlpatterns,
    *demarches.urlpatterns,
    *diagnostics.urlpatterns,
    *plan.urlpatterns,
    *productions.urlpatterns,
    *appuis.urlpatterns,
    *projet.urlpatterns,
    *chantier.urlpatterns,
    *imports.urlpatterns,
]
