"""How long a file is kept, and what stops it: limitation, hold, archive, notice, and the trace of an erasure."""

from django.db import models
from django.db.models import F, Q

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import CauseEffacement
from .beneficiaire import Beneficiaire


class DecisionQuerySet(QuerySetIsole):
    def en_cours(self):
        """Decisions that nobody lifted."""
        return self.filter(levee_le=None)


class Decision(ModeleIsole):
    """Something decided about a file on a day, for a reason, until somebody lifts it."""

    motif = models.CharField("pourquoi", max_length=300)
    prise_le = models.DateField("depuis le", editable=False)
    prise_par = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", editable=False)
    levee_le = models.DateField("levée le", null=True, editable=False)
    levee_motif = models.CharField("pourquoi elle est levée", max_length=300, blank=True, editable=False)

    objects = ManagerIsole.from_queryset(DecisionQuerySet)()

    class Meta(ModeleIsole.Meta):
        abstract = True
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "beneficiaire"],
                condition=Q(levee_le__isnull=True),
                name="%(class)s_une_en_cours",
                violation_error_message="C’est déjà décidé.",
            ),
            models.CheckConstraint(
                condition=Q(levee_le=None) | Q(levee_le__gte=F("prise_le")),
                name="%(class)s_levee_apres",
                violation_error_message="Une décision ne peut pas être levée avant d’être prise.",
            ),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} depuis le {self.prise_le:%d/%m/%Y}"

    def lever(self, le, motif):
        """End it on the day `le`; the first end stands."""
        return bool(type(self).objects.filter(pk=self.pk).en_cours().update(levee_le=le, levee_motif=motif))


@historise()
class Limitation(Decision):
    """The file is frozen: it is read, nothing more is written in it (art. 18). A trigger of the database holds it."""

    beneficiaire = CleIsolee(Beneficiaire, related_name="limitations")

    class Meta(Decision.Meta):
        verbose_name = "limitation du traitement"
        verbose_name_plural = "limitations du traitement"


@historise()
class GelSuppression(Decision):
    """The file may not be erased for now: litigation, control, inspection."""

    beneficiaire = CleIsolee(Beneficiaire, related_name="gels")

    class Meta(Decision.Meta):
        verbose_name = "conservation imposée"
        verbose_name_plural = "conservations imposées"


@historise()
class Archivage(Decision):
    """The file left the active base, for a written reason (CNIL 2023-095): `Beneficiaire.archive_le` hides it."""

    beneficiaire = CleIsolee(Beneficiaire, related_name="archivages")
    jusqu_au = models.DateField("à garder jusqu’au")

    class Meta(Decision.Meta):
        verbose_name = "archivage"
        verbose_name_plural = "archivages"


@historise()
class PreavisEffacement(ModeleIsole):
    """The référent was told, on a day, that a file reaches the end of its time; gone with a new contact."""

    beneficiaire = CleIsolee(Beneficiaire, related_name="preavis_effacement")
    donne_le = models.DateField("donné le")
    dernier_contact = models.DateField("dernier contact")

    class Meta(ModeleIsole.Meta):
        verbose_name = "préavis d’effacement"
        verbose_name_plural = "préavis d’effacement"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(fields=["structure", "beneficiaire"], name="preavis_effacement_unique"),
        ]

    def __str__(self):
        return f"Préavis du {self.donne_le:%d/%m/%Y}"


class Effacement(ModeleIsole):
    """Somebody was erased: which number, when, why, by whom, and nothing that says who they were.

    Written before the erasure, in its transaction: the function of the database refuses to erase without it, and
    `rejouer_effacements` erases again in a backup that was restored.
    """

    beneficiaire_id = models.BigIntegerField("numéro du dossier")
    le = models.DateField("effacé le")
    cause = models.CharField("pourquoi", max_length=12, choices=CauseEffacement)
    par_id = models.BigIntegerField("décidé par", null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(ModeleIsole.Meta):
        verbose_name = "effacement"
        verbose_name_plural = "effacements"
        constraints = [
            models.UniqueConstraint(fields=["structure", "beneficiaire_id"], name="effacement_une_fois"),
        ]

    def __str__(self):
        return f"Dossier {self.beneficiaire_id}, effacé le {self.le:%d/%m/%Y}"
