from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole
from insertion.models import Rome

from ..enums import DomaineFormation, GenreFiche, NiveauVise
from .fiches import FicheAvecConditions, FicheReseauQuerySet
from .partenaires import Partenaire


class FormationQuerySet(FicheReseauQuerySet):
    def pour_liste(self):
        """What a list shows of trainings: who gives them, in one query."""
        return self.select_related("organisme")

    def pour_fiche(self):
        return self.select_related("organisme", "rome", "verifie_par")


@historise()
class Formation(FicheAvecConditions):
    """A training that one may propose; what somebody followed is one floor up (metier.md §1 row 20)."""

    genre = GenreFiche.FORMATION

    nom = models.CharField("intitulé", max_length=160)
    organisme = CleIsolee(
        Partenaire,
        on_delete=models.SET_NULL,
        related_name="formations",
        null=True,
        blank=True,
        verbose_name="organisme",
    )
    domaine = models.CharField("domaine", max_length=12, choices=DomaineFormation)
    rome = models.ForeignKey(
        Rome, on_delete=models.PROTECT, related_name="+", null=True, blank=True, verbose_name="code ROME du métier"
    )
    niveau = models.CharField("niveau visé", max_length=10, choices=NiveauVise, blank=True)
    certification = models.CharField("certification", max_length=160, blank=True)
    heures = models.PositiveSmallIntegerField(
        "durée (heures)",
        null=True,
        blank=True,
        validators=[MinValueValidator(1, "Une formation dure au moins une heure.")],
    )
    financement = models.CharField("financée par", max_length=120, blank=True)

    objects = ManagerIsole.from_queryset(FormationQuerySet)()

    class Meta(FicheAvecConditions.Meta):
        verbose_name = "formation du catalogue"
        verbose_name_plural = "formations du catalogue"
        ordering = ["nom", "pk"]
        constraints = [
            *FicheAvecConditions.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "nom", "organisme"],
                name="formation_nom_unique",
                violation_error_message="Cette formation de cet organisme est déjà dans le catalogue.",
            ),
            models.CheckConstraint(
                condition=Q(heures__isnull=True) | Q(heures__gt=0),
                name="formation_duree",
                violation_error_message="Une formation dure au moins une heure.",
            ),
        ]

    def __str__(self):
        return self.nom


class SessionQuerySet(QuerySetIsole):
    def a_venir(self, le):
        """Sessions that begin on the day `le` or later, the nearest first."""
        return self.filter(debut__gte=le).order_by("debut", "pk")


@historise()
class SessionFormation(ModeleIsole):
    """One time when a training of the catalogue is given."""

    formation = CleIsolee(Formation, related_name="sessions")
    debut = models.DateField("du")
    fin = models.DateField("au", null=True, blank=True)
    precision = models.CharField("à savoir", max_length=160, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(SessionQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "session"
        verbose_name_plural = "sessions"
        ordering = ["debut", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "formation", "debut"],
                name="session_formation_unique",
                violation_error_message="Une session de cette formation commence déjà ce jour-là.",
            ),
            models.CheckConstraint(
                condition=Q(fin__isnull=True) | Q(fin__gte=F("debut")),
                name="session_formation_fin",
                violation_error_code="session_fin",
                violation_error_message="La session ne peut pas finir avant d’avoir commencé.",
            ),
        ]

    def __str__(self):
        return f"{self.formation}, {self.debut:%d/%m/%Y}"
