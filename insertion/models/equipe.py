from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from ..isolation.historique import historise
from ..isolation.models import ManagerIsole, ModeleIsole, QuerySetIsole

ZERO = Value(Decimal(0), models.DecimalField(max_digits=4, decimal_places=2))
POSITIF = MinValueValidator(Decimal(0), "Un nombre d’ETP ne peut pas être négatif.")


class PosteEquipeQuerySet(QuerySetIsole):
    def pour_liste(self):
        """Those who are still there first, by name, in one query."""
        return self.order_by(F("fin").desc(nulls_first=True), "nom", "pk")

    def en_poste(self, le):
        """Those of the team on the day `le`."""
        return self.filter(Q(fin__isnull=True) | Q(fin__gte=le), debut__lte=le)


def _etp(libelle):
    return models.DecimalField(libelle, max_digits=4, decimal_places=2, null=True, blank=True, validators=[POSITIF])


@historise()
class PosteEquipe(ModeleIsole):
    """Somebody of the permanent team between two dates, and how much of a full time they give (metier.md §5
    « CVG/PHC sheet », part 2). They need no account here."""

    nom = models.CharField("prénom et nom", max_length=120)
    fonction = models.CharField("fonction", max_length=120)
    debut = models.DateField("depuis le")
    fin = models.DateField("jusqu’au", null=True, blank=True)
    etp = _etp("ETP en tout")
    etp_accompagnement = _etp("dont accompagnement")
    etp_encadrement = _etp("dont encadrement technique")
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(PosteEquipeQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "poste de l’équipe"
        verbose_name_plural = "postes de l’équipe"
        ordering = ["nom", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(fin__isnull=True) | Q(fin__gte=F("debut")),
                name="poste_equipe_fin_apres_debut",
                violation_error_code="poste_equipe_fin_apres_debut",
                violation_error_message="La fin ne peut pas précéder le début.",
            ),
            models.CheckConstraint(
                condition=(Q(etp__isnull=True) | Q(etp__gte=0))
                & (Q(etp_accompagnement__isnull=True) | Q(etp_accompagnement__gte=0))
                & (Q(etp_encadrement__isnull=True) | Q(etp_encadrement__gte=0)),
                name="poste_equipe_etp_positif",
                violation_error_message="Un nombre d’ETP ne peut pas être négatif.",
            ),
            models.CheckConstraint(
                condition=Q(etp__isnull=True)
                | Q(etp__gte=Coalesce("etp_accompagnement", ZERO) + Coalesce("etp_encadrement", ZERO)),
                name="poste_equipe_parts_dans_le_tout",
                violation_error_code="poste_equipe_parts_dans_le_tout",
                violation_error_message="L’accompagnement et l’encadrement ne peuvent pas dépasser le total.",
            ),
        ]

    def __str__(self):
        return f"{self.nom}, {self.fonction}"
