from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q

from beneficiaires.models import Beneficiaire
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole
from insertion.models.structures import Periode

from ..enums import Habitat


class EtapeLogementQuerySet(QuerySetIsole):
    def en_cours(self, le):
        """Where people lived on the day `le`."""
        return self.filter(Q(fin__isnull=True) | Q(fin__gte=le), debut__lte=le)

    def pour_fiche(self):
        return self.select_related("beneficiaire")


@historise()
class EtapeLogement(ModeleIsole):
    """One step of somebody's path towards a home, between two dates (metier.md §1 row 72)."""

    beneficiaire = CleIsolee(Beneficiaire, related_name="etapes_logement")
    habitat = models.CharField("habitat", max_length=12, choices=Habitat)
    lieu = models.CharField("où", max_length=120, blank=True)
    adapte = models.BooleanField("logement adapté", default=False)
    debut = models.DateField("depuis le")
    fin = models.DateField("jusqu’au", null=True, blank=True)
    remarque = models.CharField("remarque", max_length=300, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(EtapeLogementQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "étape de logement"
        verbose_name_plural = "étapes de logement"
        ordering = ["debut", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(fin__isnull=True) | Q(fin__gte=F("debut")),
                name="etape_logement_fin_apres_debut",
                violation_error_message="La fin ne peut pas précéder le début.",
            ),
            ExclusionConstraint(
                name="etape_logement_sans_chevauchement",
                expressions=[
                    ("structure", RangeOperators.EQUAL),
                    ("beneficiaire", RangeOperators.EQUAL),
                    (
                        Periode("debut", "fin", RangeBoundary(inclusive_lower=True, inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message="Une autre étape est déjà notée à ces dates : terminez-la d’abord.",
            ),
        ]

    def __str__(self):
        return self.get_habitat_display()
