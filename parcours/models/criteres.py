from django.db import models
from django.db.models import F, Q

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole
from insertion.models import Referentiel

from .candidatures import Candidature


class CritereIae(Referentiel):
    """One administrative criterion of the IAE and the proof that it asks for (metier.md §4.5).

    `age_max_mois` is how old the proof may be (None: any age); `a_terme` says that the proof has an end and must be
    valid still; `honneur_seul` that the age limits a statement on honour only, not a diploma.
    """

    niveau = models.PositiveSmallIntegerField("niveau")
    rang = models.PositiveSmallIntegerField("rang")
    preuve = models.CharField("justificatif", max_length=255)
    age_max_mois = models.PositiveSmallIntegerField("âge maximal du justificatif (mois)", null=True, blank=True)
    a_terme = models.BooleanField("valable jusqu’à une date", default=False)
    honneur_seul = models.BooleanField("âge limité pour l’attestation sur l’honneur seulement", default=False)

    class Meta(Referentiel.Meta):
        verbose_name = "critère d’éligibilité à l’IAE"
        verbose_name_plural = "critères d’éligibilité à l’IAE"
        ordering = ["niveau", "rang"]


class CritereRetenuQuerySet(QuerySetIsole):
    def pour_candidature(self):
        """With the published criterion, level 1 first, in one query."""
        return self.select_related("critere").order_by("critere__niveau", "critere__rang")


@historise()
class CritereRetenu(ModeleIsole):
    """A criterion that the person meets, with the date of its proof.

    The key is the published code itself: the policy of the table hides the sensitive ones by it.
    """

    candidature = CleIsolee(Candidature, related_name="criteres")
    critere = models.ForeignKey(CritereIae, on_delete=models.PROTECT, related_name="+", verbose_name="critère")
    preuve_le = models.DateField("justificatif du", null=True, blank=True)
    preuve_fin = models.DateField("valable jusqu’au", null=True, blank=True)
    sur_l_honneur = models.BooleanField("attestation sur l’honneur", default=False)

    objects = ManagerIsole.from_queryset(CritereRetenuQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "critère retenu"
        verbose_name_plural = "critères retenus"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "candidature", "critere"],
                name="critere_retenu_une_fois",
                violation_error_message="Ce critère est déjà retenu.",
            ),
            models.CheckConstraint(
                condition=Q(preuve_le__isnull=True) | Q(preuve_fin__isnull=True) | Q(preuve_fin__gte=F("preuve_le")),
                name="critere_retenu_fin_apres_debut",
                violation_error_message="La fin de validité ne peut pas précéder la date du justificatif.",
            ),
        ]

    def __str__(self):
        return str(self.critere)
