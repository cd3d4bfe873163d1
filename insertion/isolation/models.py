from django.db import models
from django.forms import ModelChoiceField

from .contexte import contexte_exige


class QuerySetIsole(models.QuerySet):
    def visibles_par(self, utilisateur):
        """Rows that `utilisateur` may see, in the structure that they work in now."""
        return self.filter(structure_id=utilisateur.appartenance.structure_id)


class ManagerIsole(models.Manager.from_queryset(QuerySetIsole)):
    """Filters on the open context and raises `HorsContexte` without one; row-level security is the net under it."""

    def get_queryset(self):
        return super().get_queryset().filter(structure_id__in=contexte_exige().structures)


class CleIsolee(models.ForeignKey):
    """A foreign key between two rows of one structure.

    The constraint is the composite one, (structure_id, x_id) → (structure_id, id), that `Isoler` adds:
    PostgreSQL checks foreign keys with row security off, so a simple one could point to a stranger's row.
    """

    def __init__(self, to, on_delete=models.CASCADE, **kwargs):
        kwargs.setdefault("db_constraint", False)
        super().__init__(to, on_delete, **kwargs)

    def formfield(self, **kwargs):
        """A choice whose rows are fetched in the context of the form, not in the one (none) of its class."""
        modele = self.remote_field.model
        choix = {"form_class": ModelChoiceField, "blank": self.blank}
        # ForeignKey.formfield would ask the manager for its rows at once, and there is no context at import.
        return models.Field.formfield(
            self, **choix, **{"queryset": modele._default_manager._queryset_class(modele), **kwargs}
        )


class ModeleIsole(models.Model):
    """A row of one structure. A model that adds constraints or indexes spreads those of `ModeleIsole.Meta`."""

    structure = models.ForeignKey(
        "insertion.Structure",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        editable=False,
    )

    objects = ManagerIsole()

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["structure", "id"], name="%(app_label)s_%(class)s_structure_id"),
        ]

    def save(self, **kwargs):
        """A new row belongs to the structure of the open context unless it says otherwise (the policy checks)."""
        if self.structure_id is None:
            self.structure_id = contexte_exige().structures[0]
        super().save(**kwargs)
