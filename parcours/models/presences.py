from django.db import models
from django.db.models import Q

from beneficiaires.models import Beneficiaire
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import Qualite
from .entretiens import Entretien


class ParticipantQuerySet(QuerySetIsole):
    def pour_liste(self):
        """With the names of the colleagues, in the order in which they were written."""
        return self.select_related("utilisateur").order_by("pk")


@historise()
class Participant(ModeleIsole):
    """Somebody else who was there: a colleague, or a name and what brings them (metier.md §1 rows 2, 66).

    The database lets an encadrant read an entretien of the team where this table names them.
    """

    entretien = CleIsolee(Entretien, related_name="participants")
    utilisateur = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True)
    nom = models.CharField("nom", max_length=120, blank=True)
    qualite = models.CharField("qualité", max_length=14, choices=Qualite, blank=True)

    objects = ManagerIsole.from_queryset(ParticipantQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "participant"
        verbose_name_plural = "participants"
        ordering = ["pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(utilisateur__isnull=False, nom="") | Q(utilisateur__isnull=True) & ~Q(nom=""),
                name="participant_collegue_ou_nom",
                violation_error_message="Nommez cette personne.",
            ),
            models.UniqueConstraint(
                fields=["structure", "entretien", "utilisateur"],
                name="participant_collegue_une_fois",
                violation_error_message="Ce collègue est déjà parmi les personnes présentes.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "entretien"], name="participant_par_entretien")]

    def __str__(self):
        return str(self.utilisateur) if self.utilisateur_id else self.nom


class PassageQuerySet(QuerySetIsole):
    def du_jour(self, le):
        """Who came by on the day `le`, the latest first, with the names."""
        return self.filter(date=le).select_related("beneficiaire").order_by("-created_at", "-pk")


@historise()
class Passage(ModeleIsole):
    """Somebody came by the accueil de jour: a day and nothing else (metier.md §1 row 3).

    No reason is asked and nothing about health is kept; without a person it only counts.
    """

    beneficiaire = CleIsolee(Beneficiaire, related_name="passages", null=True, blank=True)
    date = models.DateField("date")
    note_par = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ManagerIsole.from_queryset(PassageQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "passage"
        verbose_name_plural = "passages"
        ordering = ["-created_at"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "beneficiaire", "date"],
                name="passage_une_fois_par_jour",
                violation_error_message="Cette personne est déjà notée aujourd’hui.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "date"], name="passage_par_jour")]

    def __str__(self):
        return f"Passage du {self.date:%d/%m/%Y}"
