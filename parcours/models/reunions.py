from django.db import models

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from .parcours import Parcours


class ReunionEquipeQuerySet(QuerySetIsole):
    def pour_liste(self):
        """Meetings, the latest first, with the people whom they speak of: two queries."""
        dites = PersonneMentionnee.objects.select_related("parcours__beneficiaire")
        return (
            self.select_related("auteur")
            .prefetch_related(models.Prefetch("personnes", dites))
            .order_by("-date", "-pk")
        )


@historise()
class ReunionEquipe(ModeleIsole):
    """A team meeting: what was to be said, what was (metier.md §1 row 67)."""

    date = models.DateField("date")
    presents = models.CharField("présents", max_length=300, blank=True)
    ordre_du_jour = models.TextField("ordre du jour", blank=True)
    compte_rendu = models.TextField("compte rendu", blank=True)
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(ReunionEquipeQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "réunion d’équipe"
        verbose_name_plural = "réunions d’équipe"
        ordering = ["-date", "-pk"]
        indexes = [models.Index(fields=["structure", "-date"], name="reunion_par_date")]

    def __str__(self):
        return f"Réunion du {self.date:%d/%m/%Y}"


@historise()
class PersonneMentionnee(ModeleIsole):
    """Somebody of whom a meeting spoke. It has the date: the thread shows it to who may not read the minutes."""

    reunion = CleIsolee(ReunionEquipe, related_name="personnes")
    parcours = CleIsolee(Parcours, related_name="reunions")
    date = models.DateField("date")

    class Meta(ModeleIsole.Meta):
        verbose_name = "personne mentionnée"
        verbose_name_plural = "personnes mentionnées"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(fields=["structure", "reunion", "parcours"], name="mention_unique"),
        ]
        indexes = [models.Index(fields=["structure", "parcours"], name="mention_par_parcours")]

    def __str__(self):
        return str(self.parcours.beneficiaire)
