from django.db import models

from insertion.isolation.models import CleIsolee, ModeleIsole

from .parcours import Parcours


class DernierContact(ModeleIsole):
    """The day of the last entretien of one parcours: that of `Entretien.objects.dernier_du_parcours`, kept.

    For a whole team at once, where asking each parcours costs more than all the rest. Triggers of the table of the
    entretiens write it, whatever writes there; the application may only read it (migration 0013).
    """

    # Hidden: nothing that walks along the keys of a parcours has to do with what the database keeps by itself.
    parcours = CleIsolee(
        Parcours, models.DO_NOTHING, related_name="+", related_query_name="dernier_contact", db_index=False
    )
    jour = models.DateField()

    class Meta(ModeleIsole.Meta):
        verbose_name = "dernier contact"
        verbose_name_plural = "derniers contacts"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(fields=["structure", "parcours"], name="dernier_contact_du_parcours"),
        ]

    def __str__(self):
        return f"{self.jour:%d/%m/%Y}"
