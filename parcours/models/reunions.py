from django.db import models

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from .parcours import Parcours


class ReunionEquipeQuerySet(QuerySetIsole):
    def pour_liste(self):
        """Meetings, the latest first, with the people whom they speak of and the words about each: three queries."""
        dites = PersonneMentionnee.objects.pour_liste()
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

    def evoquer(self, parcours):
        """Put somebody on the list of whom to talk about, once; their thread says so on the day of the meeting."""
        return self.personnes.get_or_create(
            parcours=parcours, defaults={"structure_id": self.structure_id, "date": self.date}
        )


class PersonneMentionneeQuerySet(QuerySetIsole):
    def pour_liste(self):
        """By name, with the word written about each: two queries."""
        siennes = self.select_related("parcours__beneficiaire").prefetch_related("mots")
        return siennes.order_by("parcours__beneficiaire__tri", "pk")


@historise()
class PersonneMentionnee(ModeleIsole):
    """Somebody of whom a meeting spoke. It has the date: the thread shows it to who may not read the minutes."""

    reunion = CleIsolee(ReunionEquipe, related_name="personnes")
    parcours = CleIsolee(Parcours, related_name="reunions")
    date = models.DateField("date")

    objects = ManagerIsole.from_queryset(PersonneMentionneeQuerySet)()

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

    @property
    def mot(self):
        """The `MotReunion` about them; None when nothing is written, or for who may not read it."""
        return next(iter(self.mots.all()), None)


@historise()
class MotReunion(ModeleIsole):
    """What a meeting said of one person, for their thread. The follow-up roles alone read it."""

    mention = CleIsolee(PersonneMentionnee, related_name="mots")
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    texte = models.TextField("ce qui a été dit", max_length=4000)
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta(ModeleIsole.Meta):
        verbose_name = "mot d’une réunion"
        verbose_name_plural = "mots d’une réunion"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "mention"],
                name="mot_reunion_unique",
                violation_error_message="Un mot est déjà écrit pour cette personne.",
            ),
        ]

    def __str__(self):
        return self.texte[:60]
