from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.core.validators import MinValueValidator
from django.db import models

from ..enums import GenreConventionnement
from ..isolation.historique import historise
from ..isolation.models import ManagerIsole, ModeleIsole, QuerySetIsole
from .structures import Periode


class ConventionnementQuerySet(QuerySetIsole):
    def pour_liste(self):
        """The latest first, in one query."""
        return self.order_by("-debut", "genre", "pk")

    def en_vigueur(self, le):
        """Those that hold on the day `le`."""
        return self.filter(models.Q(fin__isnull=True) | models.Q(fin__gte=le), debut__lte=le)


@historise()
class Conventionnement(ModeleIsole):
    """What allows the structure to work, and between which dates (metier.md §1 row 55)."""

    genre = models.CharField(
        "nature", max_length=12, choices=GenreConventionnement, default=GenreConventionnement.CONVENTION
    )
    numero = models.CharField("numéro", max_length=40)
    debut = models.DateField("du")
    fin = models.DateField("au", null=True, blank=True, help_text="Laissez vide si aucune fin n’est fixée.")
    etp = models.DecimalField(
        "ETP conventionnés",
        max_digits=6,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0, "Un nombre d’ETP ne peut pas être négatif.")],
    )
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(ConventionnementQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "conventionnement"
        verbose_name_plural = "conventionnements"
        ordering = ["-debut"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(fin__isnull=True) | models.Q(fin__gte=models.F("debut")),
                name="conventionnement_fin_apres_debut",
                violation_error_message="La fin ne peut pas précéder le début.",
            ),
            models.CheckConstraint(
                condition=models.Q(etp__isnull=True) | models.Q(etp__gte=0),
                name="conventionnement_etp_positif",
                violation_error_message="Un nombre d’ETP ne peut pas être négatif.",
            ),
            ExclusionConstraint(
                name="conventionnement_sans_chevauchement",
                expressions=[
                    ("structure", RangeOperators.EQUAL),
                    ("genre", RangeOperators.EQUAL),
                    ("numero", RangeOperators.EQUAL),
                    (
                        Periode("debut", "fin", RangeBoundary(inclusive_lower=True, inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message="Ce numéro est déjà noté à ces dates.",
            ),
        ]

    def __str__(self):
        return f"{self.get_genre_display()} n° {self.numero}"

    def etat(self, le):
        """« a_venir », « en_vigueur » or « termine » on the day `le`."""
        if self.debut > le:
            return "a_venir"
        return "termine" if self.fin and self.fin < le else "en_vigueur"
