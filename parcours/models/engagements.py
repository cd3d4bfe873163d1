from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from .parcours import Parcours

#: A week of activity never asks for more than this.
HEURES_MAX = 40


class ContratEngagementQuerySet(QuerySetIsole):
    def d_une_personne(self, beneficiaire):
        """Every CER of somebody, the latest first, with its parcours, in one query."""
        siens = self.filter(parcours__beneficiaire=beneficiaire).select_related("parcours__dispositif")
        return siens.order_by("-debut", "-pk")

    def pour_fiche(self):
        return self.select_related("parcours__beneficiaire", "parcours__dispositif")


@historise()
class ContratEngagement(ModeleIsole):
    """A contrat d’engagement (CER) of somebody who receives the RSA: with whom, for how long, how many hours a week.

    metier.md §4.4 (6 to 12 months, 15 to 20 hours of activity a week), §5 « Conseil départemental ».
    """

    parcours = CleIsolee(Parcours, related_name="engagements")
    organisme = models.CharField("signé avec", max_length=120, blank=True)
    debut = models.DateField("signé le")
    fin = models.DateField("jusqu’au", null=True, blank=True)
    heures_hebdo = models.PositiveSmallIntegerField(
        "heures d’activité par semaine",
        null=True,
        blank=True,
        validators=[MaxValueValidator(HEURES_MAX, f"{HEURES_MAX} heures par semaine au plus.")],
    )
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(ContratEngagementQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "contrat d’engagement"
        verbose_name_plural = "contrats d’engagement"
        ordering = ["-debut", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(fin__isnull=True) | Q(fin__gte=F("debut")),
                name="engagement_fin_apres_debut",
                violation_error_code="engagement_fin_apres_debut",
                violation_error_message="La fin ne peut pas précéder la signature.",
            ),
            models.CheckConstraint(
                condition=Q(heures_hebdo__isnull=True) | Q(heures_hebdo__lte=HEURES_MAX),
                name="engagement_heures",
                violation_error_message=f"{HEURES_MAX} heures par semaine au plus.",
            ),
            models.UniqueConstraint(
                fields=["structure", "parcours", "debut"],
                name="engagement_un_par_jour",
                violation_error_message="Un contrat d’engagement est déjà noté à cette date.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "parcours", "-debut"], name="engagement_par_parcours")]

    def __str__(self):
        return f"Contrat d’engagement du {self.debut:%d/%m/%Y}"
