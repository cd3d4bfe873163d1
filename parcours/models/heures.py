from django.db import models
from django.db.models import Q

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from .parcours import Parcours


class HeuresMoisQuerySet(QuerySetIsole):
    def entre(self, du, au):
        """The months that begin from the day `du` to the day `au`, both included."""
        return self.filter(mois__gte=du, mois__lte=au)


@historise()
class HeuresMois(ModeleIsole):
    """Hours of one month of one parcours, worked and missed, for the ETP and the payroll."""

    parcours = CleIsolee(Parcours, related_name="heures_mois")
    mois = models.DateField("mois")
    heures = models.DecimalField("heures travaillées", max_digits=5, decimal_places=2)
    heures_absence = models.DecimalField("heures d’absence", max_digits=5, decimal_places=2, default=0)

    objects = ManagerIsole.from_queryset(HeuresMoisQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "heures du mois"
        verbose_name_plural = "heures du mois"
        ordering = ["-mois", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "parcours", "mois"],
                name="heures_mois_unique",
                violation_error_message="Les heures de ce mois sont déjà notées.",
            ),
            models.CheckConstraint(
                condition=Q(heures__gte=0, heures__lte=744, heures_absence__gte=0, heures_absence__lte=744),
                name="heures_mois_plafond",
                violation_error_message="Un mois compte de 0 à 744 heures.",
            ),
            models.CheckConstraint(
                condition=Q(mois__day=1),
                name="heures_mois_premier_jour",
                violation_error_message="Un mois est noté par son premier jour.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "mois"], name="heures_par_mois")]

    def __str__(self):
        return f"{self.heures} h, {self.mois:%m/%Y}"
