from django.db import models

from beneficiaires.models import Beneficiaire
from insertion.isolation.models import CleIsolee, ModeleIsole
from insertion.models.imports import CorrespondanceDeFichier, ImportDeFichier, LigneDeFichier, chemin_import

__all__ = ["CorrespondanceMemorisee", "Import", "LigneImport", "chemin_import"]


class Import(ImportDeFichier):
    """A file brought by the structure, on its way to becoming people."""

    class Meta(ImportDeFichier.Meta):
        indexes = [models.Index(fields=["structure", "-created_at"], name="import_recents")]


class LigneImport(LigneDeFichier):
    """One line: somebody."""

    CONNU = "beneficiaire"

    importation = CleIsolee(Import, related_name="lignes")
    beneficiaire = CleIsolee(
        Beneficiaire,
        on_delete=models.SET_NULL,
        related_name="lignes_import",
        null=True,
        blank=True,
    )

    class Meta(LigneDeFichier.Meta):
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(fields=["structure", "importation", "numero"], name="ligne_import_unique"),
        ]


class CorrespondanceMemorisee(CorrespondanceDeFichier):
    """The columns of a caseload that a structure mapped once."""

    class Meta(CorrespondanceDeFichier.Meta):
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(fields=["structure", "entetes"], name="correspondance_unique"),
        ]
