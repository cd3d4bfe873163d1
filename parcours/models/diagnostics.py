from django.core.validators import MaxValueValidator
from django.db import models, transaction
from django.db.models import F, Q

from insertion.enums import DOMAINES_SENSIBLES, Domaine
from insertion.isolation.historique import historise
from insertion.isolation.models import (
    CleIsolee,
    ManagerIsole,
    ModeleIsole,
    QuerySetIsole,
)

from ..echelles import PHRASES
from ..enums import Moment, Niveau
from .parcours import Parcours


class DiagnosticQuerySet(QuerySetIsole):
    def pour_fiche(self):
        """A diagnostic with its parcours and its person, in one query."""
        return self.select_related("parcours__beneficiaire", "parcours__dispositif", "auteur")

    def d_une_personne(self, beneficiaire):
        """Every diagnostic of somebody, the newest first, with who wrote it, in one query."""
        siens = self.filter(parcours__beneficiaire=beneficiaire).select_related("auteur", "parcours__dispositif")
        return siens.order_by("-date", "-pk")


@historise()
class Diagnostic(ModeleIsole):
    """A diagnostic partagé: dated, of one parcours, written with the person."""

    parcours = CleIsolee(Parcours, related_name="diagnostics")
    date = models.DateField("date")
    moment = models.CharField("moment", max_length=8, choices=Moment, default=Moment.BILAN)
    auteur = models.ForeignKey(
        "insertion.Utilisateur",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
    )
    a_confirmer = models.BooleanField("à confirmer avec la personne", default=False)
    atouts = models.TextField("atouts, motivations, compétences", blank=True)
    paroles = models.TextField("avec ses mots", blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(DiagnosticQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "diagnostic partagé"
        verbose_name_plural = "diagnostics partagés"
        ordering = ["date", "pk"]
        indexes = [models.Index(fields=["structure", "parcours", "date"], name="diagnostic_par_parcours")]

    def __str__(self):
        return f"{self.get_moment_display()} du {self.date:%d/%m/%Y}"

    def confirmer(self):
        """The person agreed with what a file said of them (metier.md §1 row 8)."""
        type(self).objects.filter(pk=self.pk, a_confirmer=True).update(a_confirmer=False, version=F("version") + 1)

    @transaction.atomic
    def repondre(self, reponses):
        """Write one `Evaluation` per domain of `reponses`, {domaine: {field: value}}, in three queries at most.

        Answers that did not change are not written again: the history keeps real changes only.
        """
        connues = {evaluation.domaine: evaluation for evaluation in self.evaluations.all()}
        nouvelles = [
            Evaluation(structure_id=self.structure_id, diagnostic=self, domaine=domaine, **champs)
            for domaine, champs in reponses.items()
            if domaine not in connues
        ]
        modifiees = [connues[d] for d, champs in reponses.items() if d in connues and connues[d].changer(champs)]
        Evaluation.objects.bulk_create(nouvelles)
        Evaluation.objects.bulk_update(modifiees, CHAMPS_REPONSE)


#: What is answered about one domain.
CHAMPS_REPONSE = ("niveau", "niveau_personne", "paroles", "remarque")


class EvaluationQuerySet(QuerySetIsole):
    def freins(self):
        """Evaluations that name a frein: a level from bloquant to moyen; « non abordé » is not one."""
        return self.filter(niveau__lte=Niveau.MOYEN)

    def d_une_personne(self, beneficiaire):
        """Every evaluation of somebody, oldest diagnostic first, with its diagnostic: the radar in one query."""
        return (
            self.filter(diagnostic__parcours__beneficiaire=beneficiaire)
            .select_related("diagnostic")
            .order_by("diagnostic__date", "diagnostic_id", "pk")
        )


@historise()
class Evaluation(ModeleIsole):
    """One domain of a diagnostic: the professional's level beside the person's, each with their own words.

    An empty level is « non abordé »: counted apart, never taken for 0 (metier.md §2 row 22).
    """

    diagnostic = CleIsolee(Diagnostic, related_name="evaluations")
    domaine = models.CharField("domaine", max_length=20, choices=Domaine)
    niveau = models.PositiveSmallIntegerField(
        "niveau",
        choices=Niveau,
        null=True,
        blank=True,
        validators=[MaxValueValidator(4)],
    )
    niveau_personne = models.PositiveSmallIntegerField(
        "ce qu’en dit la personne",
        choices=Niveau,
        null=True,
        blank=True,
        validators=[MaxValueValidator(4)],
    )
    paroles = models.TextField("avec ses mots", blank=True)
    remarque = models.TextField("remarque du professionnel", blank=True)

    objects = ManagerIsole.from_queryset(EvaluationQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "évaluation"
        verbose_name_plural = "évaluations"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(fields=["structure", "diagnostic", "domaine"], name="evaluation_unique"),
            models.CheckConstraint(
                condition=(Q(niveau__isnull=True) | Q(niveau__lte=4))
                & (Q(niveau_personne__isnull=True) | Q(niveau_personne__lte=4)),
                name="evaluation_niveaux",
                violation_error_message="Un niveau va de 0 à 4.",
            ),
        ]

    def __str__(self):
        return self.get_domaine_display()

    @property
    def phrase(self):
        """What the level means in this domain; empty for « non abordé »."""
        return "" if self.niveau is None else PHRASES[self.domaine][self.niveau]

    @property
    def est_sensible(self):
        return self.domaine in DOMAINES_SENSIBLES

    @property
    def est_vide(self):
        """Whether nothing was said of this domain, by anybody."""
        return self.niveau is None and self.niveau_personne is None and not self.paroles and not self.remarque

    def changer(self, champs):
        """Set `champs` in memory; return whether anything changed."""
        avant = [getattr(self, nom) for nom in champs]
        for nom, valeur in champs.items():
            setattr(self, nom, valeur)
        return avant != list(champs.values())
