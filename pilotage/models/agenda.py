from django.db import models

from insertion import jetons
from insertion.isolation.historique import historise
from insertion.isolation.models import ManagerIsole, ModeleIsole

from .rappels import SienQuerySet

#: How many agendas of theirs a worker may feed at once.
ABONNEMENTS_MAX = 5


class AbonnementAgendaQuerySet(SienQuerySet):
    def pour_liste(self):
        return self.order_by("created_at", "pk")


@historise("empreinte", "lu_at")
class AbonnementAgenda(ModeleIsole):
    """A secret address at which the agenda of one worker, in one structure, can be read; to revoke is to delete.

    The address holds the number of the structure, whose rows alone can then be read, and the secret.
    """

    utilisateur = models.ForeignKey("insertion.Utilisateur", on_delete=models.CASCADE, related_name="+")
    libelle = models.CharField(
        "pour quel agenda", max_length=60, help_text="Par exemple : Outlook du bureau, mon téléphone."
    )
    empreinte = models.CharField(max_length=64, editable=False)
    created_at = models.DateTimeField("créé le", auto_now_add=True)
    lu_at = models.DateTimeField("lu pour la dernière fois le", null=True, editable=False)

    objects = ManagerIsole.from_queryset(AbonnementAgendaQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "abonnement à l’agenda"
        verbose_name_plural = "abonnements à l’agenda"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(fields=["structure", "empreinte"], name="abonnement_empreinte_unique"),
        ]
        indexes = [models.Index(fields=["structure", "utilisateur"], name="abonnement_par_utilisateur")]

    def __str__(self):
        return self.libelle

    def ouvrir(self):
        """Save with a new secret; return the token of its address, that nobody can read again afterwards."""
        jeton, self.empreinte = jetons.nouveau(self.structure_id)
        self.save()
        return jeton
