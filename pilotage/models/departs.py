from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from beneficiaires.models import Beneficiaire
from insertion.annulation import DELAI
from insertion.droits import Droit, peut
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole
from insertion.texte import de


class DepartQuerySet(QuerySetIsole):
    def visibles_par(self, utilisateur):
        """All of them for who answers for the team; one's own for who leaves, so that they write their notes."""
        departs = super().visibles_par(utilisateur)
        return departs if peut(utilisateur, Droit.VOIR_EQUIPE) else departs.filter(utilisateur=utilisateur)

    def prepares(self):
        return self.filter(transmis_at=None)

    def pour_liste(self):
        """With the names, those in preparation first, then the latest."""
        siens = self.select_related("utilisateur", "prepare_par", "transmis_par")
        return siens.order_by(models.F("transmis_at").desc(nulls_first=True), "dernier_jour", "pk")


@historise()
class Depart(ModeleIsole):
    """A colleague leaves: what they carry is shared out at leisure, then handed over all at once.

    Handing over is an act, not a date: it is done the day it is decided, for a `Referent` runs from today or does not
    run. Until `dernier_jour` the colleague stays in the team, keeps the appointments of their last days, and their
    membership ends that day. `trace` is what the undo needs.
    """

    utilisateur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", verbose_name="qui part"
    )
    dernier_jour = models.DateField("dernier jour dans l’équipe")
    reste_a = models.ForeignKey(
        "insertion.Utilisateur",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="qui reprend les ateliers, les entreprises et les projets",
    )
    a_reprendre = ArrayField(models.BigIntegerField(), default=list, editable=False)
    trace = models.JSONField(default=dict, editable=False)
    prepare_par = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)
    transmis_at = models.DateTimeField("transmis le", null=True, editable=False)
    transmis_par = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(DepartQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "départ"
        verbose_name_plural = "départs"
        ordering = ["dernier_jour", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "utilisateur"],
                condition=Q(transmis_at=None),
                name="depart_un_a_la_fois",
                violation_error_code="depart_un_a_la_fois",
                violation_error_message="Le départ de ce collègue est déjà en préparation.",
            ),
            models.CheckConstraint(
                condition=Q(transmis_at__isnull=True, transmis_par__isnull=True)
                | Q(transmis_at__isnull=False, transmis_par__isnull=False),
                name="depart_transmis_par_quelqu_un",
                violation_error_message="Une transmission a sa date et son auteur.",
            ),
        ]

    def __str__(self):
        return f"Départ {de(self.utilisateur)}"

    @property
    def est_transmis(self):
        return self.transmis_at is not None

    def annulable(self, maintenant):
        """Whether what was handed over can still come back at the instant `maintenant`."""
        return self.est_transmis and self.transmis_at >= maintenant - DELAI

    def en_retard(self, le):
        """Whether the last day is over and nothing was handed over."""
        return not self.est_transmis and self.dernier_jour < le


class PassationQuerySet(QuerySetIsole):
    def pour_liste(self):
        return self.select_related("beneficiaire", "vers").order_by("beneficiaire__tri", "pk")


@historise()
class Passation(ModeleIsole):
    """One person of a departure: who takes over, and the continuity note that the new référent reads first.

    It enters the person's thread when it is handed over (`remise_at`). An empty `note` is proposed from the file.
    """

    depart = CleIsolee(Depart, related_name="passations")
    beneficiaire = CleIsolee(Beneficiaire, related_name="passations")
    vers = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, verbose_name="confiée à"
    )
    note = models.TextField("note de continuité", max_length=6000, blank=True)
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    remise_at = models.DateTimeField("remise le", null=True, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(PassationQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "passation"
        verbose_name_plural = "passations"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "depart", "beneficiaire"],
                name="passation_une_par_personne",
                violation_error_message="Cette personne est déjà dans ce départ.",
            ),
            models.CheckConstraint(
                condition=Q(remise_at__isnull=True) | Q(vers__isnull=False) & ~Q(note=""),
                name="passation_remise_a_quelqu_un",
                violation_error_message="Une passation se remet à quelqu’un, avec sa note.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "beneficiaire"], name="passation_par_personne")]

    def __str__(self):
        return f"Passation {de(self.beneficiaire)}"
