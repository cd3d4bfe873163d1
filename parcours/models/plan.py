from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Concat

from insertion.enums import Domaine
from insertion.isolation.historique import historise
from insertion.isolation.models import (
    CleIsolee,
    ManagerIsole,
    ModeleIsole,
    QuerySetIsole,
)
from insertion.texte import SansAccents

from ..enums import Acteur, EtatAction, EtatObjectif
from .parcours import Parcours


class ObjectifQuerySet(QuerySetIsole):
    def pour_plan(self):
        """The objectifs of a plan, those under way first, then by date."""
        ouverts = models.Case(models.When(etat=EtatObjectif.EN_COURS, then=0), default=1)
        return self.order_by(ouverts, F("echeance").asc(nulls_last=True), "pk")

    def pour_fiche(self):
        return self.select_related("parcours__beneficiaire")


@historise()
class Objectif(ModeleIsole):
    """A goal agreed with the person: what, by when, and how one will know (metier.md §1 row 6)."""

    parcours = CleIsolee(Parcours, related_name="objectifs")
    domaine = models.CharField("domaine", max_length=20, choices=Domaine, blank=True)
    intitule = models.CharField("objectif", max_length=200)
    critere = models.CharField("on saura que c’est atteint quand…", max_length=200, blank=True)
    echeance = models.DateField("pour le", null=True, blank=True)
    etat = models.CharField("état", max_length=10, choices=EtatObjectif, default=EtatObjectif.EN_COURS)
    date_fin = models.DateField("atteint ou abandonné le", null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(ObjectifQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "objectif"
        verbose_name_plural = "objectifs"
        ordering = ["echeance", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(etat="en_cours") | Q(date_fin__isnull=True),
                name="objectif_en_cours_sans_fin",
                violation_error_message="Un objectif en cours n’a pas de date de fin.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "parcours"], name="objectif_par_parcours")]

    def __str__(self):
        return self.intitule

    def save(self, *args, **kwargs):
        """Its actions follow its domain: the database hides a sensitive domain by the row's own column."""
        modifie = self.pk is not None
        super().save(*args, **kwargs)
        if modifie:
            self.actions.exclude(domaine=self.domaine).update(domaine=self.domaine)

    def dater_la_fin(self, le):
        """Say on the day `le` that it has ended, or that it goes on again; what is already dated keeps its day."""
        if self.etat == EtatObjectif.EN_COURS:
            self.date_fin = None
        else:
            self.date_fin = self.date_fin or le


class ActionQuerySet(QuerySetIsole):
    def ouvertes(self):
        return self.filter(etat__in=(EtatAction.A_FAIRE, EtatAction.EN_COURS))

    def en_retard(self, le):
        """Open actions whose date has passed on the day `le`."""
        return self.ouvertes().filter(echeance__lt=le)

    def pour_plan(self):
        """The actions of a plan: those to do first, by date, then what has ended, the latest first."""
        return self.order_by(
            F("date_fin").desc(nulls_first=True), F("echeance").asc(nulls_last=True), "created_at", "pk"
        )

    def pour_fiche(self):
        return self.select_related("parcours__beneficiaire", "objectif")

    def de_parcours_ouverts(self, le):
        """Actions of the parcours that have not ended on the day `le`."""
        return self.filter(Q(parcours__date_sortie__isnull=True) | Q(parcours__date_sortie__gte=le))

    def suivies_par(self, utilisateur):
        """Actions of the people whose référent is `utilisateur` now."""
        return self.filter(
            parcours__beneficiaire__referents__utilisateur=utilisateur,
            parcours__beneficiaire__referents__fin__isnull=True,
        )

    def pour_journee(self, utilisateur, le):
        """What `utilisateur` has to follow on the day `le`, late first, undated last, with the people: one query."""
        ouvertes = self.ouvertes().de_parcours_ouverts(le).suivies_par(utilisateur)
        return ouvertes.select_related("parcours__beneficiaire")


@historise("recherche")
class Action(ModeleIsole):
    """One step of the plan: who does it, by when. It may serve an objectif or stand alone."""

    parcours = CleIsolee(Parcours, related_name="actions")
    objectif = CleIsolee(
        Objectif,
        on_delete=models.SET_NULL,
        related_name="actions",
        null=True,
        blank=True,
    )
    entretien = CleIsolee(
        "parcours.Entretien",
        on_delete=models.SET_NULL,
        related_name="actions",
        null=True,
        blank=True,
        editable=False,
    )
    domaine = models.CharField("domaine", max_length=20, choices=Domaine, blank=True)
    intitule = models.CharField("action", max_length=200)
    acteur = models.CharField("qui", max_length=14, choices=Acteur, default=Acteur.PERSONNE)
    partenaire = models.CharField("avec quel partenaire", max_length=120, blank=True)
    echeance = models.DateField("pour le", null=True, blank=True)
    etat = models.CharField("état", max_length=10, choices=EtatAction, default=EtatAction.A_FAIRE)
    date_fin = models.DateField("terminée le", null=True, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=0, editable=False)
    recherche = models.GeneratedField(
        expression=SansAccents(Concat("intitule", models.Value(" "), "partenaire")),
        output_field=models.TextField(),
        db_persist=True,
    )

    objects = ManagerIsole.from_queryset(ActionQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "action"
        verbose_name_plural = "actions"
        ordering = [F("echeance").asc(nulls_last=True), "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(etat__in=("fait", "abandonne"), date_fin__isnull=False)
                | Q(etat__in=("a_faire", "en_cours"), date_fin__isnull=True),
                name="action_date_fin",
                violation_error_message="Une action terminée porte sa date, une action ouverte n’en a pas.",
            ),
        ]
        indexes = [
            models.Index(fields=["structure", "parcours", "etat"], name="action_par_parcours"),
            models.Index(fields=["structure", "etat", "echeance"], name="action_par_echeance"),
        ]

    def __str__(self):
        return self.intitule

    def save(self, *args, **kwargs):
        """An action that serves an objectif has its domain: the database policy reads the row's own column."""
        if self.objectif is not None:
            self.domaine = self.objectif.domaine
        super().save(*args, **kwargs)

    @property
    def est_terminee(self):
        return self.date_fin is not None

    def est_en_retard(self, le):
        """Whether it is still open after its date, on the day `le`."""
        return not self.est_terminee and self.echeance is not None and self.echeance < le

    def passer_a(self, etat, le):
        """Change the state on the day `le`; an ended action carries its date, a reopened one loses it.

        Saying twice the same thing changes nothing, not even the day on which it was first said.
        """
        if etat == self.etat:
            return
        self.etat = etat
        self.date_fin = le if etat in (EtatAction.FAIT, EtatAction.ABANDONNE) else None
        self.version += 1
        type(self).objects.filter(pk=self.pk).update(etat=etat, date_fin=self.date_fin, version=F("version") + 1)
