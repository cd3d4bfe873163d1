from copy import copy

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ModeleIsole

from .contrats import Contrat, en_mots


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

    def empechement(self):
        """Why an avenant written by mistake cannot be taken back, in French; an empty text when it can.

        Only the last one can: each keeps what was before it. The contract is judged as it would become again.
        """
        contrat, dernier = self.contrat, self.contrat.dernier_avenant
        if dernier != self:
            return f"Un autre avenant a suivi, à partir du {en_mots(dernier.date_effet)} : retirez-le d’abord."
        if self.heures not in (None, contrat.heures) or self.date_fin not in (None, contrat.date_fin):
            return "Ce contrat a été corrigé depuis cet avenant : modifiez le contrat."
        if self.date_fin and (suivant := contrat.renouvellements.first()):
            return f"Ce contrat a été renouvelé par celui du {en_mots(suivant.date_debut)} : retirez-le d’abord."
        try:
            self._contrat_d_avant().clean()
        except ValidationError as refus:
            return f"Sans cet avenant, le contrat sort de la règle. {' '.join(refus.messages)}"
        return ""

    def _contrat_d_avant(self):
        avant = copy(self.contrat)
        if self.heures is not None:
            avant.heures = self.heures_avant
        if self.date_fin is not None:
            avant.date_fin = self.date_fin_avant
        return avant

    @transaction.atomic
    def retirer(self):
        """Give the contract back what it was before; return it."""
        contrat = self._contrat_d_avant()
        contrat.version += 1
        contrat.save()
        self.delete()
        return contrat
