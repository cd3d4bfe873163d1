from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from insertion.isolation.historique import historise
from insertion.isolation.models import ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import TypePartenaire

#: Short numbers too: 3949 is France Travail, 3646 the CPAM.
numero = RegexValidator(
    r"^\+?[\d .()-]{2,20}$", "Un numéro de téléphone compte des chiffres : 03 20 12 34 56 ou 3949."
)


class PartenaireQuerySet(QuerySetIsole):
    def actifs(self):
        """Partners whom one may still send somebody to."""
        return self.filter(actif=True)

    def cherche(self, texte):
        """Partners whose name or commune holds `texte`."""
        return self.filter(Q(nom__icontains=texte) | Q(commune__icontains=texte)) if texte else self


@historise()
class Partenaire(ModeleIsole):
    """Somebody outside who helps the people of the structure (metier.md §1 row 79)."""

    nom = models.CharField("nom", max_length=120)
    type = models.CharField("type", max_length=20, choices=TypePartenaire)
    interlocuteur = models.CharField("interlocuteur", max_length=120, blank=True)
    telephone = models.CharField("téléphone", max_length=20, blank=True, validators=[numero])
    email = models.EmailField("e-mail", blank=True)
    commune = models.CharField("commune", max_length=80, blank=True)
    actif = models.BooleanField("proposé dans les orientations", default=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(PartenaireQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "partenaire"
        verbose_name_plural = "partenaires"
        ordering = ["nom", "commune", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "nom", "commune"],
                name="partenaire_nom_unique",
                violation_error_message="Ce partenaire est déjà dans l’annuaire, dans cette commune.",
            ),
        ]

    def __str__(self):
        return f"{self.nom} ({self.commune})" if self.commune else self.nom
