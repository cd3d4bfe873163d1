from django.db import models

from insertion.isolation.models import ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import MotifReattribution


class ReattributionQuerySet(QuerySetIsole):
    def depuis(self, instant):
        """Those done since `instant`, undone or not, the latest first."""
        siennes = self.filter(created_at__gte=instant).select_related("vers", "par", "annulee_par")
        return siennes.order_by("-created_at", "-pk")


class Reattribution(ModeleIsole):
    """Files that went together to another colleague: who did it, when, from whom to whom, why.

    `dossiers` is what the undo needs: {person: {"ouvert": the `Referent` made, "fermes": those that it ended}}; none
    was made where the colleague was one of several. `de` names whoever had them, as they were called then.
    """

    vers = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", verbose_name="confier à"
    )
    motif = models.CharField(
        "raison", max_length=12, choices=MotifReattribution, default=MotifReattribution.EQUILIBRE
    )
    de = models.TextField("de", blank=True, editable=False)
    selection = models.TextField("filtre", blank=True, editable=False)
    dossiers = models.JSONField(default=dict, editable=False)
    par = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField("faite le", auto_now_add=True)
    annulee_at = models.DateTimeField("annulée le", null=True, editable=False)
    annulee_par = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )

    objects = ManagerIsole.from_queryset(ReattributionQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "réattribution"
        verbose_name_plural = "réattributions"
        ordering = ["-created_at", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(annulee_at__isnull=True, annulee_par__isnull=True)
                | models.Q(annulee_at__isnull=False, annulee_par__isnull=False),
                name="reattribution_annulee_par_quelqu_un",
                violation_error_message="Une annulation a sa date et son auteur.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "-created_at"], name="reattribution_recentes")]

    def __str__(self):
        return f"{self.nombre} dossier{'s' if self.nombre > 1 else ''} vers {self.vers}"

    @property
    def nombre(self):
        return len(self.dossiers)
