"""The addresses of this floor, one module per matter."""

from . import (
    agenda,
    approbations,
    atelier_graphique,
    bilans,
    chiffres,
    completude,
    conventions,
    departs,
    envois,
    exports,
    file_active,
    journal,
    premiers_pas,
    rappels,
    recherche,
    reunions,
    sante,
    tableau_de_bord,
    vie_privee,
)

app_name = "pilotage"

urlpatterns = [
    *agenda.urlpatterns,
    *rappels.urlpatterns,
    *premiers_pas.urlpatterns,
    *approbations.urlpatterns,
    *reunions.urlpatterns,
    *tableau_de_bord.urlpatterns,
    *bilans.urlpatterns,
    *chiffres.urlpatterns,
    *conventions.urlpatterns,
    *completude.urlpatterns,
    *exports.urlpatterns,
    *envois.urlpatterns,
    *recherche.urlpatterns,
    *file_active.urlpatterns,
    *sante.urlpatterns,
    *departs.urlpatterns,
    *journal.urlpatterns,
    *vie_privee.urlpatterns,
    *atelier_graphique.urlpatterns,
]
