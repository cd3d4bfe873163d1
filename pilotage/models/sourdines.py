from datetime import timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q

from beneficiaires.models import Beneficiaire
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole
from insertion.models.structures import Periode

from ..enums import MotifSourdine


class SourdineQuerySet(QuerySetIsole):
    def en_cours(self, le):
        """Those of the day `le`, its first and last days included."""
        return self.filter(Q(fin__isnull=True) | Q(fin__gte=le), debut__lte=le)

    def du_referent(self, utilisateur):
        """Those of the people whose référent is `utilisateur` now."""
        return self.filter(
            beneficiaire__referents__utilisateur=utilisateur, beneficiaire__referents__fin__isnull=True
        ).distinct()

    def pour_liste(self):
        return self.select_related("beneficiaire", "auteur").order_by("fin", "pk")


@historise()
class Sourdine(ModeleIsole):
    """A time during which nothing is asked about somebody: they are in hospital, in prison, away.

    Why is read by those who follow people only; the policy of the table says the same.
    """

    beneficiaire = CleIsolee(Beneficiaire, related_name="sourdines")
    motif = models.CharField("raison", max_length=16, choices=MotifSourdine)
    debut = models.DateField("du")
    fin = models.DateField("au", null=True, blank=True)
    auteur = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ManagerIsole.from_queryset(SourdineQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "pause des rappels"
        verbose_name_plural = "pauses des rappels"
        ordering = ["-debut", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(fin__isnull=True) | Q(fin__gte=F("debut")),
                name="sourdine_fin_apres_debut",
                violation_error_message="La pause ne peut pas finir avant de commencer.",
            ),
            ExclusionConstraint(
                name="sourdine_sans_chevauchement",
                expressions=[
                    ("structure", RangeOperators.EQUAL),
                    ("beneficiaire", RangeOperators.EQUAL),
                    (
                        Periode("debut", "fin", RangeBoundary(inclusive_lower=True, inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message="Les rappels de cette personne sont déjà en pause à ces dates.",
            ),
        ]

    def __str__(self):
        return f"Rappels en pause du {self.debut:%d/%m/%Y}"

    def finir(self, le):
        """End it on the eve of the day `le`; one that begins then never was."""
        if self.debut >= le:
            self.delete()
        else:
            self.fin = le - timedelta(days=1)
            self.save(update_fields=["fin"])
