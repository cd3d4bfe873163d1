from django.db import models

from ..annulation import DELAI
from ..isolation.models import ManagerIsole, ModeleIsole
from .chiffres import ModeleChiffre, QuerySetChiffre, TexteChiffre


class GesteQuerySet(QuerySetChiffre):
    def recents(self, utilisateur, maintenant):
        """What `utilisateur` did here in the last 24 hours, the latest first."""
        siens = self.visibles_par(utilisateur).filter(utilisateur=utilisateur)
        return siens.filter(fait_at__gt=maintenant - DELAI).order_by("-fait_at", "-pk")


class Geste(ModeleChiffre):
    """Something that its author can undo for 24 hours: a line of « Activité récente ».

    Undone by a POST to `adresse`, or from the change history of `objets` ([label of a model, key, key of the last
    event, and of the first]) by whoever has still the right `droit`. The events also tell that somebody changed the
    same rows since.
    """

    utilisateur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.CASCADE, related_name="+", db_index=False
    )
    phrase = TexteChiffre()
    adresse = models.CharField(max_length=400, blank=True)
    objets = models.JSONField(default=list)
    droit = models.CharField(max_length=30, blank=True)
    retour = models.CharField(max_length=250, blank=True)
    fait_at = models.DateTimeField()
    annule_at = models.DateTimeField(null=True)
    refus = models.TextField(blank=True)

    objects = ManagerIsole.from_queryset(GesteQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "geste"
        verbose_name_plural = "gestes"
        ordering = ["-fait_at", "-pk"]
        indexes = [models.Index(fields=["structure", "utilisateur", "fait_at"], name="geste_par_auteur")]

    def __str__(self):
        return self.phrase

    @property
    def annulable_jusqu_a(self):
        return self.fait_at + DELAI

    @property
    def attend(self):
        """Whether nobody undid it, nor found that it could not be."""
        return self.annule_at is None and not self.refus
