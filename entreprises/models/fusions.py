from django.db import models

from insertion.annulation import DELAI
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from .entreprises import Entreprise


class FusionQuerySet(QuerySetIsole):
    def en_vigueur(self):
        """Merges that nobody undid."""
        return self.filter(annulee_at__isnull=True)

    def annulables(self, maintenant):
        """Merges that may still be undone, the latest first."""
        recentes = self.en_vigueur().filter(created_at__gte=maintenant - DELAI)
        return recentes.select_related("gardee", "auteur").order_by("-created_at", "-pk")


class FusionEntreprise(ModeleIsole):
    """Two firms were one: `gardee` took what hung on the other, which left (experience.md C6).

    The row keeps what the undo needs: `deplaces` is {"lignes": {"app.model": {field: [ids]}},
    "retirees": {"app.model": [ids]}, "brouillons": [ids]}, `changements` {field of the kept firm: [before, after]},
    `site_id` the site that kept the other's SIRET.
    """

    gardee = CleIsolee(Entreprise, related_name="fusions")
    absorbee_id = models.BigIntegerField()
    absorbee_nom = models.CharField(max_length=160)
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    deplaces = models.JSONField(default=dict)
    changements = models.JSONField(default=dict)
    site_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    annulee_at = models.DateTimeField(null=True)

    objects = ManagerIsole.from_queryset(FusionQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "fusion d’entreprises"
        verbose_name_plural = "fusions d’entreprises"
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["structure", "absorbee_id"], name="fusion_par_absorbee")]

    def __str__(self):
        return f"{self.absorbee_nom} dans {self.gardee}"
