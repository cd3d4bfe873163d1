from django.db import models
from django.db.models import F, Q

from insertion.enums import Domaine
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import Accord, ButSortie, EtatAxe
from .parcours import Parcours
from .plan import Objectif


class AxeEvolutionQuerySet(QuerySetIsole):
    def pour_plan(self):
        """The axes of a plan: those under way first, then what has ended, the latest first."""
        return self.order_by(F("date_fin").desc(nulls_first=True), "pose_le", "pk")

    def pour_fiche(self):
        return self.select_related("parcours__beneficiaire")


@historise()
class AxeEvolution(ModeleIsole):
    """What the person wants to grow in, beside the steps: autonomy, rhythm, speaking up (metier.md §1 row 76)."""

    parcours = CleIsolee(Parcours, related_name="axes")
    domaine = models.CharField("domaine", max_length=20, choices=Domaine, blank=True)
    intitule = models.CharField("axe d’évolution", max_length=200)
    constat = models.TextField("où elle ou il en est", max_length=2000, blank=True)
    pose_le = models.DateField("posé le")
    etat = models.CharField("état", max_length=10, choices=EtatAxe, default=EtatAxe.EN_COURS)
    date_fin = models.DateField("acquis ou abandonné le", null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(AxeEvolutionQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "axe d’évolution"
        verbose_name_plural = "axes d’évolution"
        ordering = ["pose_le", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(etat__in=("acquis", "abandonne"), date_fin__isnull=False)
                | Q(etat="en_cours", date_fin__isnull=True),
                name="axe_date_fin",
                violation_error_message="Un axe acquis ou abandonné porte sa date, un axe en cours n’en a pas.",
            ),
            models.CheckConstraint(
                condition=Q(date_fin__isnull=True) | Q(date_fin__gte=F("pose_le")),
                name="axe_fin_apres_pose",
                violation_error_message="Un axe ne peut pas se terminer avant d’être posé.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "parcours"], name="axe_par_parcours")]

    def __str__(self):
        return self.intitule

    def dater_la_fin(self, le):
        """Say on the day `le` that it has ended, or that it goes on again; what is already dated keeps its day."""
        if self.etat == EtatAxe.EN_COURS:
            self.date_fin = None
        else:
            self.date_fin = max(self.date_fin or le, self.pose_le)


class DernierDabordQuerySet(QuerySetIsole):
    def dernier_dabord(self):
        """The row in force first: the latest day, and on one day the last one written."""
        return self.order_by("-le", "-pk")


@historise()
class AccordObjectif(ModeleIsole):
    """What the person said of an objectif, on a day; the last row counts, no row is « pas encore discuté »."""

    objectif = CleIsolee(Objectif, related_name="accords")
    accord = models.CharField("accord de la personne", max_length=4, choices=Accord)
    le = models.DateField("dit le")
    paroles = models.CharField("avec ses mots", max_length=300, blank=True)
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )

    objects = ManagerIsole.from_queryset(DernierDabordQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "accord sur un objectif"
        verbose_name_plural = "accords sur les objectifs"
        ordering = ["-le", "-pk"]
        indexes = [models.Index(fields=["structure", "objectif", "-le"], name="accord_par_objectif")]

    def __str__(self):
        return f"{self.get_accord_display()}, le {self.le:%d/%m/%Y}"


@historise()
class SortieVisee(ModeleIsole):
    """What the parcours aims at, on a day: the last row counts, the others tell how it changed (row 42).

    « Se soigner » or « milieu protégé » say something of health: only the roles that follow people read it.
    """

    parcours = CleIsolee(Parcours, related_name="sorties_visees")
    but = models.CharField("sortie visée", max_length=18, choices=ButSortie)
    precision = models.CharField("précision", max_length=160, blank=True)
    le = models.DateField("décidé le")
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )

    objects = ManagerIsole.from_queryset(DernierDabordQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "sortie visée"
        verbose_name_plural = "sorties visées"
        ordering = ["-le", "-pk"]
        indexes = [models.Index(fields=["structure", "parcours", "-le"], name="sortie_visee_par_parcours")]

    def __str__(self):
        return self.get_but_display()
