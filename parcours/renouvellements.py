"""What the printed renewal dossier holds."""

from . import horloge
from .models import Renouvellement


def contenu(beneficiaire, dossier_id, le):
    """The context of `pdf/renouvellement.html`; raises `DoesNotExist` for whoever may not read it."""
    dossier = Renouvellement.objects.pour_fiche().get(pk=dossier_id, contrat__parcours__beneficiaire=beneficiaire)
    parcours = dossier.contrat.parcours
    temps, contrats, _, _ = horloge.ouvrir(parcours, le)
    return {
        "beneficiaire": beneficiaire,
        "dossier": dossier,
        "contrat": dossier.contrat,
        "parcours": parcours,
        "contrats": contrats,
        "horloge": temps,
        "grille": list(dossier.grille),
    }
