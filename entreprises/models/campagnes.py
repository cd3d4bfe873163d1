from django.db import models
from django.db.models import F, Q

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import ObjetEchange
from .entreprises import Entreprise


class CampagneQuerySet(QuerySetIsole):
    def en_cours(self, le):
        """Campaigns that nobody has ended on the day `le`, begun or not yet."""
        return self.filter(Q(fin__isnull=True) | Q(fin__gte=le))

    def terminees(self, le):
        return self.filter(fin__lt=le)


@historise()
class Campagne(ModeleIsole):
    """Firms that the team wants to speak to about one thing, and how far it is (metier.md §1 row 17).

    Progress is computed from the exchanges that name the campaign (`campagnes.py`), never typed.
    """

    nom = models.CharField("nom", max_length=120)
    objet = models.CharField("objet", max_length=26, choices=ObjetEchange, default=ObjetEchange.PROSPECTION)
    debut = models.DateField("à partir du")
    fin = models.DateField("jusqu’au", null=True, blank=True)
    texte = models.TextField("ce qu’on veut dire", max_length=8000, blank=True)
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(CampagneQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "campagne"
        verbose_name_plural = "campagnes"
        ordering = ["-debut", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(fin__isnull=True) | Q(fin__gte=F("debut")),
                name="campagne_fin_apres_debut",
                violation_error_code="campagne_fin_apres_debut",
                violation_error_message="La campagne ne peut pas finir avant de commencer.",
            ),
        ]

    def __str__(self):
        return self.nom


@historise()
class CibleCampagne(ModeleIsole):
    """A firm that a campaign wants to reach."""

    campagne = CleIsolee(Campagne, related_name="cibles")
    entreprise = CleIsolee(Entreprise, related_name="campagnes_visees")

    class Meta(ModeleIsole.Meta):
        verbose_name = "entreprise visée"
        verbose_name_plural = "entreprises visées"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "campagne", "entreprise"],
                name="cible_campagne_unique",
                violation_error_message="Cette entreprise est déjà visée par la campagne.",
            ),
        ]

    def __str__(self):
        return str(self.entreprise)
