from django.db import models
from django.db.models import F

from insertion.annulation import DELAI
from insertion.isolation.historique import historise
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


class PaireDistincteQuerySet(QuerySetIsole):
    def pour_liste(self):
        """With both firms and who said it, the latest first; not those that somebody merged after all."""
        siennes = self.exclude(premiere=F("seconde")).select_related("premiere", "seconde", "auteur")
        return siennes.order_by("-created_at", "-pk")


@historise()
class PaireDistincte(ModeleIsole):
    """« Ce sont deux entreprises »: somebody compared these two; the pair is not listed among the doubles again."""

    premiere = CleIsolee(Entreprise, related_name="+")
    seconde = CleIsolee(Entreprise, related_name="+")
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ManagerIsole.from_queryset(PaireDistincteQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "paire d’entreprises distinctes"
        verbose_name_plural = "paires d’entreprises distinctes"
        ordering = ["-created_at", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "premiere", "seconde"],
                name="paire_distincte_unique",
                violation_error_message="Ces deux entreprises sont déjà dites différentes.",
            ),
        ]

    def __str__(self):
        return f"{self.premiere} et {self.seconde}"

    @classmethod
    def noter(cls, entreprise, autre, par):
        """Remember that `entreprise` and `autre` are two firms, as `par` says; return the row, the same one twice."""
        premiere, seconde = sorted((entreprise, autre), key=lambda firme: firme.pk)
        structure_id = entreprise.structure_id
        return cls.objects.get_or_create(
            premiere=premiere, seconde=seconde, structure_id=structure_id, defaults={"auteur": par}
        )[0]
