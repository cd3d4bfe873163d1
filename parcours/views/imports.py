"""The import of people: the common wizard, with what is particular to a caseload."""

from insertion.imports.assistant import Assistant

from ..forms.imports import CorrespondanceForm
from ..imports import annulation, depot
from ..tasks import executer_import


def _empechement(utilisateur):
    if utilisateur.appartenance.structure.exemple_at is None:
        return ""
    return "Retirez d’abord l’exemple, en haut de la page\u00a0: vos vrais dossiers ne doivent pas s’y mêler."


assistant = Assistant(
    espace="parcours",
    filiere=depot.FILIERE,
    annulation=annulation.annulation,
    tache=executer_import,
    correspondance=CorrespondanceForm,
    fichier_modele="modele-tremplin.xlsx",
    empechement=_empechement,
)
