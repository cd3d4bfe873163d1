from django.core.validators import RegexValidator
from django.db import models

from insertion.isolation.historique import historise
from insertion.isolation.models import ManagerIsole

from ..enums import GenreFiche, TypePartenaire
from .fiches import FicheReseau, FicheReseauQuerySet

#: Short numbers too: 3949 is France Travail, 3646 the CPAM.
numero = RegexValidator(
    r"^\+?[\d .()-]{2,20}$", "Un numéro de téléphone compte des chiffres : 03 20 12 34 56 ou 3949."
)


class PartenaireQuerySet(FicheReseauQuerySet):
    def pour_liste(self):
        """What a list shows of partners, in one query."""
        return self

    def pour_fiche(self):
        return self.select_related("verifie_par")


@historise()
class Partenaire(FicheReseau):
    """Somebody outside who helps the people of the structure (metier.md §1 row 79)."""

    genre = GenreFiche.PARTENAIRE

    type = models.CharField("type", max_length=20, choices=TypePartenaire)
    interlocuteur = models.CharField("interlocuteur", max_length=120, blank=True)
    telephone = models.CharField("téléphone", max_length=20, blank=True, validators=[numero])
    email = models.EmailField("e-mail", blank=True)
    actif = models.BooleanField("proposé dans les orientations", default=True)

    objects = ManagerIsole.from_queryset(PartenaireQuerySet)()

    class Meta(FicheReseau.Meta):
        verbose_name = "partenaire"
        verbose_name_plural = "partenaires"
        ordering = ["nom", "commune", "pk"]
        constraints = [
            *FicheReseau.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "nom", "commune"],
                name="partenaire_nom_unique",
                violation_error_message="Ce partenaire est déjà dans l’annuaire, dans cette commune.",
            ),
        ]

    def __str__(self):
        return f"{self.nom} ({self.commune})" if self.commune else self.nom
