import uuid
from datetime import timedelta

from django.db import models
from django.db.models import Exists, OuterRef

from beneficiaires.models import Beneficiaire
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole
from parcours.models import Entretien

#: How long it is asked; after that the list alone says how long nobody saw the person.
RELANCE_JOURS = 90


class RelanceQuerySet(QuerySetIsole):
    def en_attente(self, le):
        """Those of the day `le` that nothing followed: nobody met or called the person since."""
        depuis = Entretien.objects.filter(
            parcours__beneficiaire=OuterRef("beneficiaire_id"), date__gte=OuterRef("created_at")
        )
        recentes = self.filter(created_at__date__gte=le - timedelta(days=RELANCE_JOURS), created_at__date__lte=le)
        return recentes.filter(~Exists(depuis))


@historise()
class Relance(ModeleIsole):
    """Whoever answers for the team asks the référents of somebody to contact them. A contact since answers it.

    `lot` is what was asked in one go, which one click undoes. `mot` is read here only, never in an e-mail.
    """

    beneficiaire = CleIsolee(Beneficiaire, related_name="relances")
    mot = models.CharField("mot pour le référent", max_length=200, blank=True)
    par = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", editable=False)
    lot = models.UUIDField(default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField("demandée le", auto_now_add=True)

    objects = ManagerIsole.from_queryset(RelanceQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "relance"
        verbose_name_plural = "relances"
        ordering = ["-created_at", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(fields=["structure", "lot", "beneficiaire"], name="relance_une_fois_par_lot"),
        ]
        indexes = [models.Index(fields=["structure", "beneficiaire"], name="relance_par_personne")]

    def __str__(self):
        return f"Relance de {self.beneficiaire}"
