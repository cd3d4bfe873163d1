from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from entreprises.models import Partenaire
from insertion.enums import Domaine
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import AccordPersonne, RetourPartenaire
from .parcours import Parcours

#: How long a partner is given to answer before they are asked again (a default of ours: no rule says).
DELAI_RELANCE = timedelta(days=15)


class OrientationQuerySet(QuerySetIsole):
    def attendues(self):
        """Orientations that wait for the partner: the person did not say no, nobody has answered."""
        return self.filter(retour="").exclude(accord=AccordPersonne.NON)

    def a_relancer(self, le):
        """Orientations whose partner is to be asked again on the day `le`, the oldest first."""
        return self.attendues().filter(relance_le__lte=le).order_by("relance_le", "pk")

    def d_une_personne(self, beneficiaire):
        """The orientations of somebody, the latest first, with their partners: one query."""
        siennes = self.filter(parcours__beneficiaire=beneficiaire)
        return siennes.select_related("partenaire", "auteur").order_by("-date", "-pk")

    def pour_fiche(self):
        return self.select_related("parcours__beneficiaire", "partenaire")


@historise()
class Orientation(ModeleIsole):
    """Somebody sent to a partner: what for, what they said of it, what came back (metier.md §1 rows 8, 32, 75)."""

    parcours = CleIsolee(Parcours, related_name="orientations")
    partenaire = CleIsolee(Partenaire, on_delete=models.PROTECT, related_name="orientations")
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    date = models.DateField("proposée le")
    domaine = models.CharField("pour lever un frein", max_length=20, choices=Domaine, blank=True)
    motif = models.TextField("ce qui est demandé au partenaire")
    accord = models.CharField("réponse de la personne", max_length=10, choices=AccordPersonne)
    accord_le = models.DateField("répondu le", null=True, blank=True)
    relance_le = models.DateField("relancer le partenaire le", null=True, blank=True)
    relances = ArrayField(models.DateField(), verbose_name="relances faites", default=list, editable=False)
    retour = models.CharField("réponse du partenaire", max_length=10, choices=RetourPartenaire, blank=True)
    retour_le = models.DateField("reçue le", null=True, blank=True)
    retour_texte = models.TextField("ce qu’il dit", blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(OrientationQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "orientation"
        verbose_name_plural = "orientations"
        ordering = ["-date", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(retour="", retour_le__isnull=True) | ~Q(retour="") & Q(retour_le__isnull=False),
                name="orientation_retour_date",
                violation_error_message="La réponse du partenaire porte sa date.",
            ),
            models.CheckConstraint(
                condition=Q(retour_le__isnull=True) | Q(retour_le__gte=F("date")),
                name="orientation_retour_apres",
                violation_error_message="La réponse ne peut pas précéder l’orientation.",
            ),
            models.CheckConstraint(
                condition=Q(accord_le__isnull=True) | Q(accord_le__gte=F("date")),
                name="orientation_accord_apres",
                violation_error_message="La personne ne peut pas répondre avant qu’on lui propose.",
            ),
            models.CheckConstraint(
                condition=Q(relance_le__isnull=True) | Q(relance_le__gte=F("date")),
                name="orientation_relance_apres",
                violation_error_message="La relance ne peut pas précéder l’orientation.",
            ),
        ]
        indexes = [
            models.Index(fields=["structure", "parcours", "-date"], name="orientation_par_parcours"),
            models.Index(fields=["structure", "relance_le"], name="orientation_a_relancer", condition=Q(retour="")),
        ]

    def __str__(self):
        return f"Orientation vers {self.partenaire}"

    @property
    def est_attendue(self):
        """Whether somebody waits for the partner."""
        return not self.retour and self.accord != AccordPersonne.NON

    def est_a_relancer(self, le):
        """Whether the partner is to be asked again on the day `le`."""
        return self.est_attendue and self.relance_le is not None and self.relance_le <= le

    def relancer(self, le):
        """The partner was asked again on the day `le`: the next time is fifteen days later."""
        if le not in self.relances:
            self.relances = [*self.relances, le]
        self.relance_le = le + DELAI_RELANCE
        self.version = F("version") + 1
        self.save(update_fields=["relances", "relance_le", "version"])
