from django.db import models
from django.db.models import F, Q

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import TypeEvenement
from .entreprises import Entreprise

LONGUEUR_FICHE = 600


class EvenementQuerySet(QuerySetIsole):
    def a_venir(self, le):
        """From the day `le` on, the next first."""
        return self.filter(jour__gte=le).order_by("jour", F("heure_debut").asc(nulls_first=True), "pk")

    def passes(self, le):
        """Before the day `le`, the latest first."""
        return self.filter(jour__lt=le).order_by("-jour", "-pk")

    def pour_liste(self):
        """What an agenda shows, in one query."""
        return self.select_related("entreprise").annotate(
            rencontrees=models.Count("echanges__entreprise", distinct=True)
        )


@historise()
class Evenement(ModeleIsole):
    """A forum, a job dating, a visit of a firm…: when, where, whom one met there (metier.md §1 rows 21 and 31).

    The last four texts are read by the public: they make the sheet to hand over.
    """

    nom = models.CharField("nom", max_length=120)
    type = models.CharField("type", max_length=16, choices=TypeEvenement, default=TypeEvenement.FORUM)
    jour = models.DateField("jour")
    heure_debut = models.TimeField("de", null=True, blank=True)
    heure_fin = models.TimeField("à", null=True, blank=True)
    lieu = models.CharField("lieu", max_length=200, blank=True)
    entreprise = CleIsolee(
        Entreprise,
        on_delete=models.SET_NULL,
        related_name="evenements",
        null=True,
        blank=True,
        verbose_name="chez quelle entreprise",
    )
    remarques = models.TextField("pour l’équipe", max_length=4000, blank=True)
    annule_le = models.DateField("annulé le", null=True, editable=False)
    presentation = models.TextField("de quoi il s’agit", max_length=LONGUEUR_FICHE, blank=True)
    venir = models.TextField("comment venir", max_length=LONGUEUR_FICHE, blank=True)
    apporter = models.TextField("à apporter", max_length=LONGUEUR_FICHE, blank=True)
    inscription = models.TextField("comment participer", max_length=LONGUEUR_FICHE, blank=True)
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(EvenementQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "événement"
        verbose_name_plural = "événements"
        ordering = ["-jour", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(heure_fin__isnull=True) | Q(heure_debut__isnull=False, heure_fin__gt=F("heure_debut")),
                name="evenement_heures",
                violation_error_code="evenement_heures",
                violation_error_message="L’heure de fin vient après l’heure de début.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "jour"], name="evenement_par_jour")]

    def __str__(self):
        return self.nom

    def annuler(self, le):
        """Cancel on the day `le`; None puts it back."""
        self.annule_le, self.version = le, F("version") + 1
        self.save(update_fields=["annule_le", "version"])
