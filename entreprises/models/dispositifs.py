from django.db import models

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole

from ..enums import GenreDispositif, GenreFiche
from .fiches import FicheAvecConditions, FicheReseauQuerySet
from .partenaires import Partenaire


class DispositifLocalQuerySet(FicheReseauQuerySet):
    def pour_liste(self):
        """What a list shows of schemes: who runs them, in one query."""
        return self.select_related("organisme")

    def pour_fiche(self):
        return self.select_related("organisme", "verifie_par")


@historise()
class DispositifLocal(FicheAvecConditions):
    """A scheme or an aid of the territory, with what it asks (metier.md §1 rows 20 and 48, §4.8).

    The amount is a text: « jusqu’à 1 200 € », « 9,40 € l’heure ». What somebody asked for is one floor up.
    """

    genre = GenreFiche.DISPOSITIF

    nature = models.CharField("ce que c’est", max_length=16, choices=GenreDispositif)
    organisme = CleIsolee(
        Partenaire,
        on_delete=models.SET_NULL,
        related_name="dispositifs",
        null=True,
        blank=True,
        verbose_name="à qui le demander",
    )
    paie = models.CharField("ce que l’aide paie", max_length=200, blank=True)
    montant = models.CharField("montant (€)", max_length=120, blank=True)
    delai = models.CharField("délai de réponse", max_length=120, blank=True)

    objects = ManagerIsole.from_queryset(DispositifLocalQuerySet)()

    class Meta(FicheAvecConditions.Meta):
        verbose_name = "dispositif local"
        verbose_name_plural = "dispositifs locaux"
        ordering = ["nom", "pk"]
        constraints = [
            *FicheAvecConditions.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "nom", "commune"],
                name="dispositif_local_nom_unique",
                violation_error_message="Ce dispositif est déjà noté, dans cette commune.",
            ),
        ]

    def __str__(self):
        return self.nom
