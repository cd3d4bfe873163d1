from django.db import models

from insertion.isolation.historique import historise
from insertion.isolation.models import ManagerIsole, ModeleIsole, QuerySetIsole


class PhraseTypeQuerySet(QuerySetIsole):
    def pour_liste(self):
        """One's own first (nobody sees those of a colleague), then the structure's, each by name."""
        return self.order_by(models.F("utilisateur").asc(nulls_last=True), "nom", "pk")

    def modifiables_par(self, utilisateur, *, toutes):
        """One's own; those of the structure too for whoever sets it up (`toutes`)."""
        siennes = models.Q(utilisateur=utilisateur)
        return self.filter(siennes | models.Q(utilisateur=None) if toutes else siennes)


@historise()
class PhraseType(ModeleIsole):
    """Words written often, put into a note by « / »: of one colleague, or of the structure without `utilisateur`.

    They are about nobody: the note that takes them over is.
    """

    utilisateur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.CASCADE, related_name="+", null=True, editable=False
    )
    nom = models.CharField("nom", max_length=40, help_text="Ce que vous tapez après « / » : deux lettres suffisent.")
    texte = models.TextField("texte", max_length=2000)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(PhraseTypeQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "phrase type"
        verbose_name_plural = "phrases types"
        ordering = ["nom", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "utilisateur", "nom"],
                nulls_distinct=False,
                name="phrase_type_nom_unique",
                violation_error_code="phrase_type_nom_unique",
                violation_error_message="Une phrase porte déjà ce nom.",
            ),
        ]

    def __str__(self):
        return self.nom
