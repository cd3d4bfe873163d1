"""Who is registered to a séance and who came (metier.md §1 row 45)."""

from django.db import models
from django.db.models import Case, F, Q, When

from beneficiaires.models import Beneficiaire
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import PresenceSeance


class ParticipationQuerySet(QuerySetIsole):
    def avec_place(self):
        return self.filter(place_at__isnull=False)

    def en_attente(self):
        """Those who wait for a seat, the first registered first."""
        return self.filter(place_at__isnull=True, presence="").order_by("inscrit_at", "pk")

    def presentes(self):
        return self.filter(presence=PresenceSeance.PRESENT)

    def a_noter(self):
        """Those who have a seat and of whom nobody wrote whether they came."""
        return self.avec_place().filter(presence="")

    def pour_feuille(self):
        """The attendance list in the order of names, those who wait last, in the order of their turn; two queries."""
        attend = Case(When(place_at__isnull=True, presence="", then=F("inscrit_at")))
        feuille = self.select_related("beneficiaire").prefetch_related("mots")
        return feuille.order_by(attend.asc(nulls_first=True), "beneficiaire__tri", "pk")

    def d_une_personne(self, beneficiaire):
        """Every séance of somebody, the latest first, in one query."""
        return (
            self.filter(beneficiaire=beneficiaire).select_related("seance__atelier").order_by("-seance__debut", "pk")
        )


@historise()
class Participation(ModeleIsole):
    """Somebody and a séance: when they registered, got a seat, and what was noted of their coming.

    Never registered (`inscrit_at` empty) is a walk-in; registered without a seat (`place_at` empty) is waiting.
    """

    seance = CleIsolee("parcours.Seance", related_name="participations")
    beneficiaire = CleIsolee(Beneficiaire, related_name="participations")
    inscrit_at = models.DateTimeField("inscription", null=True, editable=False)
    place_at = models.DateTimeField("place attribuée", null=True, editable=False)
    presence = models.CharField("présence", max_length=8, choices=PresenceSeance, blank=True)
    pointe_at = models.DateTimeField("présence notée", null=True, editable=False)
    pointe_par = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    sensible = models.BooleanField(default=False, editable=False)

    objects = ManagerIsole.from_queryset(ParticipationQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "participation"
        verbose_name_plural = "participations"
        ordering = ["seance", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "seance", "beneficiaire"],
                name="participation_unique",
                violation_error_message="Cette personne est déjà sur la liste de cette séance.",
            ),
            models.CheckConstraint(
                condition=Q(presence="", pointe_at__isnull=True) | ~Q(presence="") & Q(pointe_at__isnull=False),
                name="participation_presence_datee",
                violation_error_message="Une présence notée porte sa date.",
            ),
            models.CheckConstraint(
                condition=Q(inscrit_at__isnull=False) | Q(presence="present", place_at__isnull=True),
                name="participation_inscrite_ou_venue",
                violation_error_message="Sans inscription, la personne est venue.",
            ),
            models.CheckConstraint(
                condition=Q(place_at__isnull=False) | Q(presence__in=("", "present")),
                name="participation_absence_avec_place",
                violation_error_message="Une absence se note pour une personne qui avait une place.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "beneficiaire"], name="participation_par_personne")]

    def __str__(self):
        return f"{self.beneficiaire}, {self.seance}"

    @property
    def attend(self):
        return self.place_at is None and self.presence == ""

    @property
    def est_venue_sans_inscription(self):
        return self.inscrit_at is None

    @property
    def etat(self):
        """Where the person stands, in French."""
        if self.est_venue_sans_inscription:
            return "Venu sans inscription"
        if self.presence:
            return self.get_presence_display()
        return "Liste d’attente" if self.attend else "Inscrit"

    @property
    def mot_ecrit(self):
        """What was written about this person for this séance, if the role may read it; else ""."""
        return next((mot.texte for mot in self.mots.all()), "")


@historise()
class MotParticipation(ModeleIsole):
    """A word about one participant, beside the note common to all. The follow-up roles alone read it."""

    participation = CleIsolee(Participation, related_name="mots")
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    texte = models.TextField("un mot")

    class Meta(ModeleIsole.Meta):
        verbose_name = "mot sur une participation"
        verbose_name_plural = "mots sur les participations"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "participation"],
                name="mot_participation_unique",
                violation_error_message="Un mot est déjà écrit pour cette personne.",
            ),
        ]

    def __str__(self):
        return self.texte[:60]
