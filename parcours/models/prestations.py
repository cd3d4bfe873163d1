from django.db import models
from django.db.models import F, Q

from entreprises.models import Prestation
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from .parcours import Parcours


class PersonnePrestationQuerySet(QuerySetIsole):
    def pour_liste(self):
        """Who takes part, in the order of names, in one query."""
        return self.select_related("parcours__beneficiaire").order_by("parcours__beneficiaire__tri", "pk")


@historise()
class PersonnePrestation(ModeleIsole):
    """Somebody who works on a service sold to a firm (metier.md §1 row 46). Read by whoever sees who is placed."""

    prestation = CleIsolee(Prestation, related_name="personnes")
    parcours = CleIsolee(Parcours, related_name="prestations")
    debut = models.DateField("à partir du", null=True, blank=True)
    fin = models.DateField("jusqu’au", null=True, blank=True)

    objects = ManagerIsole.from_queryset(PersonnePrestationQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "personne d’une prestation"
        verbose_name_plural = "personnes d’une prestation"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "prestation", "parcours"],
                name="personne_prestation_unique",
                violation_error_message="Cette personne est déjà notée pour cette prestation.",
            ),
            models.CheckConstraint(
                condition=Q(debut__isnull=True) | Q(fin__isnull=True) | Q(fin__gte=F("debut")),
                name="personne_prestation_dates",
                violation_error_code="personne_prestation_dates",
                violation_error_message="La fin ne peut pas précéder le début.",
            ),
        ]

    def __str__(self):
        return str(self.parcours.beneficiaire)
