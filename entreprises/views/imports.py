"""The import of firms: the common wizard. No person accompanied is in such a file: the read journal stays silent."""

from insertion.imports.assistant import Assistant

from ..forms.imports import CorrespondanceForm
from ..imports import depot
from ..imports.annulation import annulation
from ..tasks import executer_import

assistant = Assistant(
    espace="entreprises",
    filiere=depot.FILIERE,
    annulation=annulation,
    tache=executer_import,
    correspondance=CorrespondanceForm,
    fichier_modele="modele-entreprises.xlsx",
    journal=False,
)
