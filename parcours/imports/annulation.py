"""Undoing an import of people (insertion/imports/annulation.py)."""

from beneficiaires.models import Beneficiaire
from insertion.annulation import AnnulationImpossible
from insertion.imports.annulation import ECRIT_DEPUIS, MODIFIE_DEPUIS, Annulation

from ..models import Diagnostic, Dispositif, Parcours
from .execution import execution

__all__ = ["ECRIT_DEPUIS", "MODIFIE_DEPUIS", "AnnulationImpossible", "annuler"]


def _defaire_le_dispositif(importation):
    pk = importation.bilan.get("dispositif")
    if pk and not Parcours.objects.filter(dispositif_id=pk).exists():
        Dispositif.objects.filter(pk=pk).delete()


annulation = Annulation(
    execution,
    tenus=(Beneficiaire, Parcours, Diagnostic),
    machine=frozenset({"parcours.ligneimport", "pilotage.rappel"}),
    dossiers={"beneficiaires": Beneficiaire, "parcours": Parcours},
    finir=_defaire_le_dispositif,
)
annuler = annulation.annuler
