from django.db import models

from insertion.enums import Domaine
from insertion.isolation.historique import historise
from insertion.isolation.models import ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import Acteur


class CatalogueQuerySet(QuerySetIsole):
    def proposes(self):
        """What is offered when a plan is written: the rows that the structure has not put aside."""
        return self.filter(actif=True)


class _Modele(ModeleIsole):
    """A wording of the structure, offered when a plan is written; the plan copies its words (metier.md §1 row 29)."""

    domaine = models.CharField("domaine", max_length=20, choices=Domaine)
    actif = models.BooleanField("proposé quand on écrit un plan", default=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(CatalogueQuerySet)()

    class Meta(ModeleIsole.Meta):
        abstract = True
        ordering = ["domaine", "intitule"]

    def __str__(self):
        return self.intitule


@historise()
class ModeleObjectif(_Modele):
    intitule = models.CharField("objectif", max_length=200)
    critere = models.CharField("on saura que c’est atteint quand…", max_length=200, blank=True)

    class Meta(_Modele.Meta):
        abstract = False
        verbose_name = "objectif du catalogue"
        verbose_name_plural = "objectifs du catalogue"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "domaine", "intitule"],
                name="modele_objectif_unique",
                violation_error_message="Cet objectif est déjà dans le catalogue.",
            ),
        ]


@historise()
class ModeleAction(_Modele):
    intitule = models.CharField("action", max_length=200)
    acteur = models.CharField("qui", max_length=14, choices=Acteur, default=Acteur.PERSONNE)

    class Meta(_Modele.Meta):
        abstract = False
        verbose_name = "action du catalogue"
        verbose_name_plural = "actions du catalogue"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "domaine", "intitule"],
                name="modele_action_unique",
                violation_error_message="Cette action est déjà dans le catalogue.",
            ),
        ]
