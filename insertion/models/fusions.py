from django.db import models
from django.db.models import F

from ..annulation import DELAI
from ..isolation.models import ModeleIsole, QuerySetIsole


class FusionQuerySet(QuerySetIsole):
    def en_vigueur(self):
        """Merges that nobody undid."""
        return self.filter(annulee_at__isnull=True)

    def annulables(self, maintenant):
        """Merges that may still be undone, the latest first."""
        recentes = self.en_vigueur().filter(created_at__gte=maintenant - DELAI)
        return recentes.select_related("gardee", "auteur").order_by("-created_at", "-pk")


class Fusion(ModeleIsole):
    """Two rows were one: `gardee`, a key of each kind of merge, took what hung on the other, which left.

    `deplaces` is what the undo needs: {"lignes": {"app.model": {field: [ids]}}, "retirees": {"app.model": [ids]},
    "brouillons": [ids]} (insertion/fusions.py).
    """

    absorbee_id = models.BigIntegerField()
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    deplaces = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    annulee_at = models.DateTimeField(null=True)

    class Meta(ModeleIsole.Meta):
        abstract = True
        ordering = ["-created_at", "-pk"]


class PaireQuerySet(QuerySetIsole):
    def pour_liste(self):
        """With both and who said it, the latest first; not those that somebody merged after all."""
        siennes = self.exclude(premiere=F("seconde")).select_related("premiere", "seconde", "auteur")
        return siennes.order_by("-created_at", "-pk")


class Paire(ModeleIsole):
    """« Ce ne sont pas les mêmes »: somebody compared `premiere` and `seconde`; they are not proposed again."""

    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(ModeleIsole.Meta):
        abstract = True
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return f"{self.premiere} et {self.seconde}"

    @classmethod
    def noter(cls, une, autre, par):
        """Remember that `une` and `autre` are two, as `par` says; return the row, the same one twice."""
        premiere, seconde = sorted((une, autre), key=lambda ligne: ligne.pk)
        return cls.objects.get_or_create(
            premiere=premiere, seconde=seconde, structure_id=une.structure_id, defaults={"auteur": par}
        )[0]
