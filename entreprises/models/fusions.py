from django.db import models

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole
from insertion.models.fusions import Fusion, FusionQuerySet, Paire, PaireQuerySet

from .entreprises import Entreprise


class FusionEntreprise(Fusion):
    """Two firms were one (experience.md C6).

    Beside what every merge keeps: `changements` {field of the kept firm: [before, after]}, `site_id` the site that
    kept the other's SIRET.
    """

    gardee = CleIsolee(Entreprise, related_name="fusions")
    absorbee_nom = models.CharField(max_length=160)
    changements = models.JSONField(default=dict)
    site_id = models.BigIntegerField(null=True)

    objects = ManagerIsole.from_queryset(FusionQuerySet)()

    class Meta(Fusion.Meta):
        verbose_name = "fusion d’entreprises"
        verbose_name_plural = "fusions d’entreprises"
        indexes = [models.Index(fields=["structure", "absorbee_id"], name="fusion_par_absorbee")]

    def __str__(self):
        return f"{self.absorbee_nom} dans {self.gardee}"


@historise()
class PaireDistincte(Paire):
    """« Ce sont deux entreprises »."""

    premiere = CleIsolee(Entreprise, related_name="+")
    seconde = CleIsolee(Entreprise, related_name="+")

    objects = ManagerIsole.from_queryset(PaireQuerySet)()

    class Meta(Paire.Meta):
        verbose_name = "paire d’entreprises distinctes"
        verbose_name_plural = "paires d’entreprises distinctes"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "premiere", "seconde"],
                name="paire_distincte_unique",
                violation_error_message="Ces deux entreprises sont déjà dites différentes.",
            ),
        ]
