from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from beneficiaires.models import Beneficiaire
from entreprises.models import Entreprise
from insertion.isolation.models import (
    CleIsolee,
    ManagerIsole,
    ModeleIsole,
    QuerySetIsole,
)

from ..enums import EtatEnvoi, MotifRappel
from .conventions import Convention
from .envoi_unique import EnvoiUnique, EnvoiUniqueQuerySet

#: What a reminder may be about: each row is about one of them.
SUJETS = ("beneficiaire", "entreprise", "convention")


def _un_sujet():
    """Exactly one of `SUJETS`."""
    un = Q()
    for sujet in SUJETS:
        un |= Q(**{f"{nom}__isnull": nom != sujet for nom in SUJETS})
    return un


def motifs_rappel():
    """A function, so that one more reason is no change of the schema."""
    return MotifRappel.choices


class SienQuerySet(QuerySetIsole):
    """Rows that concern one colleague and nobody else: the database policy says the same."""

    def visibles_par(self, utilisateur):
        return super().visibles_par(utilisateur).pour(utilisateur)

    def pour(self, utilisateur):
        return self.filter(utilisateur=utilisateur)


class RappelQuerySet(SienQuerySet):
    def actifs(self):
        """Reminders that ask for something now: neither done, nor withdrawn, nor postponed."""
        return self.filter(fait_at__isnull=True, retire_at__isnull=True, reporte_au__isnull=True)

    def reportes(self):
        """Those that were put off, the soonest to come back first; done or withdrawn meanwhile, they are gone."""
        return self.filter(fait_at__isnull=True, retire_at__isnull=True, reporte_au__isnull=False).order_by(
            "reporte_au", "pk"
        )

    def a_reveiller(self, le):
        """Those whose postponement is over on the day `le`."""
        return self.filter(reporte_au__lte=le)

    def non_lus(self):
        return self.actifs().filter(lu_at__isnull=True)

    def pour_liste(self):
        """What the list and the e-mail show, what is due first first, in one query."""
        return self.select_related("beneficiaire", "entreprise", "convention__financeur").order_by(
            Coalesce("terme", "echeance"), "motif", "pk"
        )


class Rappel(ModeleIsole):
    """One thing not to forget: one row per reason, object and due date, recomputed from facts.

    `echeance` is the day on which it comes, `terme` the last day for what it announces, where that is another one.
    `objet_id` is the id of the fact (a RendezVous, a Parcours, an Action, an Immersion, a Convention…, as `motif`
    tells); a fact that vanishes withdraws its reminder (`retire_at`).
    """

    utilisateur = models.ForeignKey("insertion.Utilisateur", on_delete=models.CASCADE, related_name="+")
    beneficiaire = CleIsolee(Beneficiaire, related_name="rappels", null=True)
    entreprise = CleIsolee(Entreprise, related_name="rappels", null=True)
    convention = CleIsolee(Convention, related_name="rappels", null=True)
    motif = models.CharField("motif", max_length=24, choices=motifs_rappel)
    objet_id = models.BigIntegerField()
    echeance = models.DateField("échéance")
    terme = models.DateField("date limite", null=True)
    texte = models.CharField("ce qu’il y a à faire", max_length=200)
    url = models.CharField(max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)
    lu_at = models.DateTimeField("lu le", null=True)
    fait_at = models.DateTimeField("fait le", null=True)
    retire_at = models.DateTimeField("retiré le", null=True)
    reporte_au = models.DateField("reporté au", null=True)
    report_motif = models.CharField("pourquoi", max_length=160, blank=True)

    objects = ManagerIsole.from_queryset(RappelQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "rappel"
        verbose_name_plural = "rappels"
        ordering = ["echeance", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "utilisateur", "motif", "objet_id", "echeance"],
                name="rappel_unique",
            ),
            models.CheckConstraint(
                condition=_un_sujet(),
                name="rappel_un_sujet",
                violation_error_message="Un rappel concerne une personne, une entreprise, ou une convention.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["structure", "utilisateur", "echeance"],
                name="rappel_par_utilisateur",
            ),
            models.Index(
                fields=["structure", "utilisateur"],
                condition=Q(lu_at__isnull=True, fait_at__isnull=True, retire_at__isnull=True),
                name="rappel_non_lus",
            ),
        ]

    def __str__(self):
        return self.texte

    @property
    def pour_le(self):
        """The day by which it is to be done."""
        return self.terme or self.echeance

    @property
    def sujet(self):
        """Whom or what it is about: a person, a firm, an agreement."""
        return self.beneficiaire or self.entreprise or self.convention

    @property
    def cle(self):
        """What makes it the same reminder from one computation to the next."""
        return (self.utilisateur_id, self.motif, self.objet_id, self.echeance)

    def faire(self, maintenant):
        """Mark as done, and read, at the instant `maintenant`; done already, it keeps its first date."""
        self.fait_at = self.fait_at or maintenant
        self.lu_at = self.lu_at or maintenant
        self.save(update_fields=["fait_at", "lu_at"])

    def reporter(self, au, motif, maintenant):
        """Put it off until the day `au`, for the reason `motif`; read at the instant `maintenant`."""
        self.reporte_au, self.report_motif = au, motif
        self.lu_at = self.lu_at or maintenant
        self.save(update_fields=["reporte_au", "report_motif", "lu_at"])

    def reprendre(self):
        """Undo « fait » and « reporté »: the reminder asks again."""
        self.fait_at = self.reporte_au = None
        self.save(update_fields=["fait_at", "reporte_au"])


class CourrielRappelsQuerySet(EnvoiUniqueQuerySet, SienQuerySet):
    def fermer(self, jour, maintenant):
        """Give up what was not sent: its day is over (the next one says it all again), or every try failed."""
        perimes = self.filter(etat__in=(EtatEnvoi.A_ENVOYER, EtatEnvoi.PRIS), jour__lt=jour)
        perimes.update(etat=EtatEnvoi.ECHEC, message="La journée s’est terminée avant l’envoi.")
        self.fermer_les_epuises(maintenant)

    def a_signaler(self, jour):
        """E-mails of the day `jour` that did not arrive, or of which nobody knows."""
        return self.filter(jour=jour, etat__in=(EtatEnvoi.INCERTAIN, EtatEnvoi.ECHEC))


class CourrielRappels(EnvoiUnique):
    """The one e-mail of the day to one colleague. The row is claimed before the sending: never sent twice."""

    utilisateur = models.ForeignKey("insertion.Utilisateur", on_delete=models.CASCADE, related_name="+")
    jour = models.DateField("jour")

    objects = ManagerIsole.from_queryset(CourrielRappelsQuerySet)()

    class Meta(EnvoiUnique.Meta):
        verbose_name = "courriel de rappels"
        verbose_name_plural = "courriels de rappels"
        constraints = [
            *EnvoiUnique.Meta.constraints,
            models.UniqueConstraint(fields=["structure", "utilisateur", "jour"], name="courriel_un_par_jour"),
        ]

    def __str__(self):
        return f"Rappels du {self.jour:%d/%m/%Y}"

    def renvoyer(self):
        """Ask for it to be sent again, by somebody who saw that it did not come; the Message-ID stays the same."""
        signale = type(self).objects.filter(pk=self.pk).a_signaler(self.jour)
        signale.rearmer()
