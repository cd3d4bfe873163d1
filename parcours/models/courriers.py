from django.db import models

from insertion.isolation.historique import historise
from insertion.isolation.models import ManagerIsole, ModeleIsole, QuerySetIsole


class ModeleCourrierQuerySet(QuerySetIsole):
    def proposes(self):
        """What is offered when letters are printed: the templates that the structure has not put aside."""
        return self.filter(actif=True)


@historise()
class ModeleCourrier(ModeleIsole):
    """A letter sent to many people: its words, with fields such as {prenom} (`courriers_types.py`)."""

    titre = models.CharField("titre", max_length=120, help_text="C’est aussi l’objet du courrier.")
    corps = models.TextField("texte du courrier", max_length=6000)
    actif = models.BooleanField("proposé à l’équipe", default=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(ModeleCourrierQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "courrier type"
        verbose_name_plural = "courriers types"
        ordering = ["titre", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "titre"],
                name="modele_courrier_titre_unique",
                violation_error_message="Un courrier type porte déjà ce titre.",
            ),
        ]

    def __str__(self):
        return self.titre
