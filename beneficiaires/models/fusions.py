from django.db import models
from django.urls import reverse

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole
from insertion.models.fusions import Fusion, FusionQuerySet, Paire, PaireQuerySet

from .beneficiaire import Beneficiaire


class FusionDossiersQuerySet(FusionQuerySet):
    def vers(self, pk):
        """The merge in force that took the file `pk` away, with the file that has all of it now; None without any."""
        return self.en_vigueur().filter(absorbee_id=pk).first()

    def deja_faite(self, pk, autre):
        """Whether the file `autre` is in the file `pk` by now."""
        return self.en_vigueur().filter(gardee=pk, absorbee_id=autre).exists()

    def numeros_de(self, pk):
        """[`pk`, then the numbers of the files that it took]: all that the journals knew the person by."""
        return [pk, *self.en_vigueur().filter(gardee=pk).order_by("pk").values_list("absorbee_id", flat=True)]


@historise("deplaces")
class FusionDossiers(Fusion):
    """Two files were of one person: `gardee` took what hung on the other, whose number leads here from then on.

    It names nobody. What the undo needs of the identities is in their history: that of the file that left, and the
    event `evenement_id` of the kept one, the last before the merge. `choix` is {group of fields: what was kept}.
    """

    gardee = CleIsolee(Beneficiaire, related_name="fusions")
    choix = models.JSONField(default=dict)
    evenement_id = models.BigIntegerField(null=True)

    objects = ManagerIsole.from_queryset(FusionDossiersQuerySet)()

    class Meta(Fusion.Meta):
        verbose_name = "fusion de dossiers"
        verbose_name_plural = "fusions de dossiers"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(absorbee_id=models.F("gardee")) | models.Q(annulee_at__isnull=False),
                name="fusion_dossiers_deux",
                violation_error_message="Un dossier ne se réunit pas à lui-même.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "absorbee_id"], name="fusion_dossiers_absorbee")]

    def __str__(self):
        return f"Dossier {self.absorbee_id} réuni au dossier {self.gardee_id}"

    def get_absolute_url(self):
        return reverse("parcours:personne_detail", args=[self.gardee_id])


@historise()
class PersonnesDistinctes(Paire):
    """« Ce sont deux personnes »."""

    premiere = CleIsolee(Beneficiaire, related_name="+")
    seconde = CleIsolee(Beneficiaire, related_name="+")

    objects = ManagerIsole.from_queryset(PaireQuerySet)()

    class Meta(Paire.Meta):
        verbose_name = "paire de personnes distinctes"
        verbose_name_plural = "paires de personnes distinctes"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "premiere", "seconde"],
                name="personnes_distinctes_unique",
                violation_error_message="Ces deux personnes sont déjà dites différentes.",
            ),
        ]
