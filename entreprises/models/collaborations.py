from django.db import models

from insertion.isolation.models import ModeleIsole


class Collaboration(ModeleIsole):
    """A firm and the structure did something together, on a day: a read-only view over the facts, no table.

    Each floor adds its kinds by a migration (`GenreCollaboration`): offers and services sold here, immersions and
    hires one floor up. No person is named.
    """

    cle = models.CharField(primary_key=True, max_length=40)
    entreprise_id = models.BigIntegerField()
    genre = models.CharField(max_length=12)
    le = models.DateField()

    class Meta:
        managed = False
        db_table = "entreprises_collaborations"
        verbose_name = "collaboration"
        verbose_name_plural = "collaborations"

    def __str__(self):
        return f"{self.genre}, le {self.le:%d/%m/%Y}"
