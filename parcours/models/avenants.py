from django.db import models
from django.db.models import Q

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ModeleIsole

from .contrats import Contrat


@historise()
class Avenant(ModeleIsole):
    """A dated change of a contract: its hours, its end, or both, with what they were before (metier.md §1 row 27)."""

    contrat = CleIsolee(Contrat, related_name="avenants")
    date_effet = models.DateField("à partir du")
    heures = models.DecimalField("nouvelles heures", max_digits=5, decimal_places=2, null=True, blank=True)
    heures_avant = models.DecimalField(max_digits=5, decimal_places=2, null=True, editable=False)
    date_fin = models.DateField("nouvelle date de fin", null=True, blank=True)
    date_fin_avant = models.DateField(null=True, editable=False)
    objet = models.CharField("objet", max_length=200, blank=True)

    class Meta(ModeleIsole.Meta):
        verbose_name = "avenant"
        verbose_name_plural = "avenants"
        ordering = ["date_effet", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(heures__isnull=False) | Q(date_fin__isnull=False),
                name="avenant_change_quelque_chose",
                violation_error_message="Un avenant change les heures, la date de fin, ou les deux.",
            ),
        ]

    def __str__(self):
        return f"Avenant du {self.date_effet:%d/%m/%Y}"
