from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from insertion import domaines
from insertion.enums import DOMAINES_SENSIBLES, Domaine, GrilleDiagnostic
from insertion.isolation.historique import historise
from insertion.isolation.models import (
    CleIsolee,
    ManagerIsole,
    ModeleIsole,
    QuerySetIsole,
)

from ..enums import Impact, Moment, Niveau, Priorite, RechercheEmploi
from ..grilles import GRILLES
from .parcours import Parcours

#: A strength is a few words; a list longer than this is a text, and there is a place for it.
LONGUEUR_POINT, POINTS_MAXIMUM = 120, 12


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
    """A diagnostic partagé: dated, of one parcours, written with the person, on the grid of that day.

    Strengths stand beside the freins, in a list and in words (metier.md §1 row 7).
    """

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
    grille = models.CharField(
        "grille",
        max_length=10,
        choices=GrilleDiagnostic,
        default=GrilleDiagnostic.TREMPLIN,
        editable=False,
    )
    points_forts = ArrayField(
        models.CharField(max_length=LONGUEUR_POINT),
        verbose_name="atouts et compétences",
        size=POINTS_MAXIMUM,
        default=list,
        blank=True,
    )
    atouts = models.TextField("atouts, motivations, compétences", blank=True)
    paroles = models.TextField("avec ses mots", blank=True)
    emploi = models.CharField("chercher un emploi", max_length=12, choices=RechercheEmploi, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(DiagnosticQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "diagnostic partagé"
        verbose_name_plural = "diagnostics partagés"
        ordering = ["date", "pk"]
        indexes = [models.Index(fields=["structure", "parcours", "date"], name="diagnostic_par_parcours")]

    def __str__(self):
        return f"{self.get_moment_display()} du {self.date:%d/%m/%Y}"

    @property
    def bareme(self):
        """The `Grille` that it was made with."""
        return GRILLES[self.grille]

    @property
    def est_le_dernier(self):
        """Whether its parcours has none after it: only the last one can still be exact."""
        apres = Q(date__gt=self.date) | Q(date=self.date, pk__gt=self.pk)
        return not type(self).objects.filter(apres, parcours_id=self.parcours_id).exists()

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
CHAMPS_REPONSE = ("niveau", "non_evalue", "niveau_personne", "paroles", "remarque", "impact", "priorite")
NON_ABORDE, NON_EVALUE = "Non abordé", "Non évalué"


class EvaluationQuerySet(QuerySetIsole):
    def pour_fiche(self):
        return self.select_related("diagnostic__parcours")

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

    An empty level is « non abordé » (not talked about) or, with `non_evalue`, « non évalué » (talked about, not
    rated): two answers, counted apart, never taken for 0 (metier.md §2 row 22). A frein also says what it changes
    for work and when it is worked on (§1 row 28).
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
    non_evalue = models.BooleanField("abordé, non évalué", default=False)
    niveau_personne = models.PositiveSmallIntegerField(
        "ce qu’en dit la personne",
        choices=Niveau,
        null=True,
        blank=True,
        validators=[MaxValueValidator(4)],
    )
    paroles = models.TextField("avec ses mots", blank=True)
    remarque = models.TextField("remarque du professionnel", blank=True)
    impact = models.CharField("effet sur l’emploi", max_length=8, choices=Impact, blank=True)
    priorite = models.CharField("priorité", max_length=10, choices=Priorite, blank=True)

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
            models.CheckConstraint(
                condition=Q(non_evalue=False) | Q(niveau__isnull=True),
                name="evaluation_non_evalue",
                violation_error_message="Un domaine « non évalué » n’a pas de niveau.",
            ),
            models.CheckConstraint(
                condition=Q(impact="", priorite="") | Q(niveau__isnull=False, niveau__lte=2),
                name="evaluation_impact_d_un_frein",
                violation_error_message="L’effet sur l’emploi et la priorité se disent d’un frein : 0, 1 ou 2.",
            ),
        ]

    def __str__(self):
        return self.get_domaine_display()

    @property
    def bareme(self):
        return self.diagnostic.bareme

    @property
    def libelle(self):
        """What the grid of its diagnostic calls this domain."""
        return self.bareme.libelle(self.domaine)

    @property
    def famille(self):
        return domaines.famille(self.domaine)

    @property
    def phrase(self):
        """What the level means in this domain; empty without a level."""
        return self.bareme.phrase(self.domaine, self.niveau)

    @property
    def sans_niveau(self):
        """« Non abordé » or « Non évalué »; empty when there is a level."""
        if self.niveau is not None:
            return ""
        return NON_EVALUE if self.non_evalue else NON_ABORDE

    @property
    def est_frein(self):
        return self.niveau is not None and self.niveau <= Niveau.MOYEN

    @property
    def est_sensible(self):
        return self.domaine in DOMAINES_SENSIBLES

    @property
    def est_vide(self):
        """Whether nothing was said of this domain, by anybody."""
        dits = (self.niveau, self.niveau_personne)
        return dits == (None, None) and not (self.non_evalue or self.paroles or self.remarque)

    @property
    def difference(self):
        """How the person's own rating differs from the professional's, in words (metier.md §1 row 8)."""
        return difference(self.niveau, self.niveau_personne)

    def changer(self, champs):
        """Set `champs` in memory; return whether anything changed."""
        avant = [getattr(self, nom) for nom in champs]
        for nom, valeur in champs.items():
            setattr(self, nom, valeur)
        return avant != list(champs.values())

    def confirmer(self, le, par):
        """« Toujours exact » on the day `le`, said by the user `par` (metier.md §2 row 17); once a day is enough."""
        confirmation, _ = Confirmation.objects.get_or_create(
            structure_id=self.structure_id,
            evaluation=self,
            date=le,
            defaults={"domaine": self.domaine, "auteur": par},
        )
        return confirmation


def difference(niveau, niveau_personne):
    """Return in words by how much the person's rating is above or below the professional's; '' below one level."""
    if niveau is None or niveau_personne is None or niveau == niveau_personne:
        return ""
    ecart = niveau_personne - niveau
    niveaux = "niveau" if abs(ecart) == 1 else "niveaux"
    return f"La personne se situe {abs(ecart)} {niveaux} plus {'haut' if ecart > 0 else 'bas'}"


class ConfirmationQuerySet(QuerySetIsole):
    def d_une_personne(self, beneficiaire):
        """Every confirmation of somebody's answers, oldest first, with who gave it, in one query."""
        siennes = self.filter(evaluation__diagnostic__parcours__beneficiaire=beneficiaire)
        return siennes.select_related("auteur").order_by("date", "pk")

    def annulables(self, par, le):
        """Those that the user `par` gave on the day `le`, and may take back."""
        return self.filter(auteur=par, date=le).select_related("evaluation__diagnostic__parcours")


@historise()
class Confirmation(ModeleIsole):
    """« Toujours exact »: on that day somebody checked that an answer still holds; nothing is typed again.

    `domaine` repeats that of the evaluation: the database policy of sensitive domains reads the row's own column.
    """

    evaluation = CleIsolee(Evaluation, related_name="confirmations")
    domaine = models.CharField("domaine", max_length=20, choices=Domaine, editable=False)
    date = models.DateField("confirmé le", default=timezone.localdate)
    auteur = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="+")

    objects = ManagerIsole.from_queryset(ConfirmationQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "confirmation"
        verbose_name_plural = "confirmations"
        ordering = ["date", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(fields=["structure", "evaluation", "date"], name="confirmation_une_par_jour"),
        ]

    def __str__(self):
        return f"confirmé le {self.date:%d/%m/%Y}"
