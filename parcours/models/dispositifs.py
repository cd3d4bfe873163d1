from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from insertion.isolation.historique import historise
from insertion.isolation.models import ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import GenreDispositif, UniteHeures

PLAFOND_SEMAINE = 48
PLAFOND_MOIS = 208


class DispositifQuerySet(QuerySetIsole):
    def ouverts(self):
        """Those that people may enter."""
        return self.filter(actif=True)

    def pour_liste(self):
        """Those that people may enter first, by name."""
        return self.order_by("-actif", "nom", "pk")

    def avec_occupation(self, le):
        """Annotate `occupees`: how many parcours are open in it on the day `le`."""
        ouverts = Q(parcours__date_entree__lte=le) & (
            Q(parcours__date_sortie__isnull=True) | Q(parcours__date_sortie__gte=le)
        )
        return self.annotate(occupees=models.Count("parcours", filter=ouverts))


@historise()
class Dispositif(ModeleIsole):
    """A programme of the structure, with its own hours, contract and length (metier.md §1 rows 80 to 82, §4.4).

    What is empty is not bounded: no hours, no contract, no longest stay. The limits are read by the contracts.
    """

    nom = models.CharField("nom", max_length=80)
    genre = models.CharField("genre", max_length=20, choices=GenreDispositif, default=GenreDispositif.AUTRE)
    heures_min = models.DecimalField("heures, au moins", max_digits=5, decimal_places=2, null=True, blank=True)
    heures_max = models.DecimalField("heures, au plus", max_digits=5, decimal_places=2, null=True, blank=True)
    unite_heures = models.CharField("heures comptées", max_length=8, choices=UniteHeures, default=UniteHeures.SEMAINE)
    duree_contrat_mois = models.PositiveSmallIntegerField(
        "durée du contrat (mois)", null=True, blank=True, validators=[MinValueValidator(1)]
    )
    renouvellements_max = models.PositiveSmallIntegerField("renouvellements possibles", null=True, blank=True)
    duree_max_mois = models.PositiveSmallIntegerField(
        "durée maximale du parcours (mois)", null=True, blank=True, default=24, validators=[MinValueValidator(1)]
    )
    certification = models.CharField("certification visée", max_length=160, blank=True)
    places = models.PositiveSmallIntegerField("places", null=True, blank=True)
    actif = models.BooleanField("ouvert aux entrées", default=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(DispositifQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "dispositif"
        verbose_name_plural = "dispositifs"
        ordering = ["nom"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "nom"],
                name="dispositif_nom_unique",
                violation_error_message="Un dispositif porte déjà ce nom.",
            ),
            models.CheckConstraint(
                condition=Q(heures_min__isnull=True)
                | Q(heures_max__isnull=True)
                | Q(heures_max__gte=F("heures_min")),
                name="dispositif_heures_plancher_plafond",
                violation_error_message="Le plafond d’heures ne peut pas être inférieur au plancher.",
            ),
            models.CheckConstraint(
                condition=(Q(heures_min__isnull=True) | Q(heures_min__gte=0))
                & (
                    Q(heures_max__isnull=True)
                    | Q(heures_max__gt=0, unite_heures="semaine", heures_max__lte=PLAFOND_SEMAINE)
                    | Q(heures_max__gt=0, unite_heures="mois", heures_max__lte=PLAFOND_MOIS)
                ),
                name="dispositif_heures_possibles",
                violation_error_message=(
                    f"Le plafond va jusqu’à {PLAFOND_SEMAINE} heures par semaine, ou {PLAFOND_MOIS} heures par mois."
                ),
            ),
            models.CheckConstraint(
                condition=(Q(duree_contrat_mois__isnull=True) | Q(duree_contrat_mois__gte=1))
                & (Q(duree_max_mois__isnull=True) | Q(duree_max_mois__gte=1)),
                name="dispositif_durees_positives",
                violation_error_message="Une durée se compte en mois, à partir d’un mois.",
            ),
            models.CheckConstraint(
                condition=Q(duree_contrat_mois__isnull=True)
                | Q(duree_max_mois__isnull=True)
                | Q(duree_max_mois__gte=F("duree_contrat_mois")),
                name="dispositif_contrat_dans_le_parcours",
                violation_error_message="Un contrat ne peut pas durer plus longtemps que le parcours.",
            ),
        ]

    def __str__(self):
        return self.nom

    @property
    def heures(self):
        """« 1 à 72 h par mois », « 35 h par semaine au plus »; an empty text without bounds."""
        unite = self.get_unite_heures_display()
        if self.heures_min and self.heures_max:
            return f"{_nombre(self.heures_min)} à {_nombre(self.heures_max)} h {unite}"
        if self.heures_max:
            return f"{_nombre(self.heures_max)} h {unite} au plus"
        return f"{_nombre(self.heures_min)} h {unite} au moins" if self.heures_min else ""

    @property
    def contrat(self):
        """« 6 mois, renouvelable », « 12 mois, renouvelable 1 fois »; an empty text when nothing is settled."""
        if self.duree_contrat_mois is None:
            return ""
        fois = self.renouvellements_max
        suite = "renouvelable" if fois is None else f"renouvelable {fois} fois" if fois else "non renouvelable"
        return f"{self.duree_contrat_mois} mois, {suite}"


def _nombre(heures):
    """« 72 », « 17,5 »: no useless zero."""
    return f"{heures:.2f}".rstrip("0").rstrip(".").replace(".", ",")
