"""The import of people: the common wizard, with what is particular to a caseload."""

from insertion.imports.assistant import Assistant

from ..forms.imports import CorrespondanceForm
from ..imports import annulation, depot
from ..imports.niveaux import niveaux_en_mots
from ..tasks import executer_import

assistant = Assistant(
    espace="parcours",
    filiere=depot.FILIERE,
    annulation=annulation.annulation,
    tache=executer_import,
    correspondance=CorrespondanceForm,
    fichier_modele="modele-tremplin.xlsx",
    en_plus=lambda importation: {"niveaux_lus": niveaux_en_mots(importation)},
)
