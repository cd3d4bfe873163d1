from django.db import models
from django.db.models import F, Q

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import Lien
from .beneficiaire import Beneficiaire


class ProcheQuerySet(QuerySetIsole):
    def pour_fiche(self):
        """Somebody's household: who lives with them first, then by kind and age, in one query."""
        return self.order_by("-vit_avec", "lien", F("annee_naissance").asc(nulls_last=True), "pk")


@historise()
class Proche(ModeleIsole):
    """A relative who matters to the accompaniment. As little as possible: they did not ask to be in a file."""

    beneficiaire = CleIsolee(Beneficiaire, related_name="proches")
    lien = models.CharField("lien", max_length=10, choices=Lien)
    prenom = models.CharField("prénom", max_length=60, blank=True)
    annee_naissance = models.PositiveSmallIntegerField("année de naissance", null=True, blank=True)
    a_charge = models.BooleanField("à charge", default=False)
    vit_avec = models.BooleanField("vit avec la personne", default=False)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(ProcheQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "proche"
        verbose_name_plural = "proches"
        ordering = ["pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(annee_naissance__isnull=True) | Q(annee_naissance__gte=1900, annee_naissance__lte=2100),
                name="proche_annee_naissance",
                violation_error_message="Une année de naissance s’écrit en quatre chiffres : 2014.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "beneficiaire"], name="proche_par_personne")]

    def __str__(self):
        return self.prenom or self.get_lien_display()

    def age(self, le):
        """Age in years reached during the year of the day `le`; None when the year of birth is unknown."""
        return None if self.annee_naissance is None else le.year - self.annee_naissance
