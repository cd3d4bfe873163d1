from django.db import models

from insertion.isolation.models import CleIsolee, ModeleIsole
from insertion.models.imports import CorrespondanceDeFichier, ImportDeFichier, LigneDeFichier

from .entreprises import Entreprise


class Import(ImportDeFichier):
    """A file brought by the structure, on its way to becoming firms."""

    class Meta(ImportDeFichier.Meta):
        indexes = [models.Index(fields=["structure", "-created_at"], name="import_carnet_recents")]


class LigneImport(LigneDeFichier):
    """One line: a firm."""

    CONNU = "entreprise"

    importation = CleIsolee(Import, related_name="lignes")
    entreprise = CleIsolee(Entreprise, on_delete=models.SET_NULL, related_name="lignes_import", null=True, blank=True)

    class Meta(LigneDeFichier.Meta):
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(fields=["structure", "importation", "numero"], name="ligne_carnet_unique"),
        ]


class CorrespondanceMemorisee(CorrespondanceDeFichier):
    """The columns of a file of firms that a structure mapped once."""

    class Meta(CorrespondanceDeFichier.Meta):
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(fields=["structure", "entetes"], name="correspondance_carnet_unique"),
        ]
