import uuid

from django.db import models
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.text import slugify

from insertion.enums import EtatTravail
from insertion.isolation.models import ManagerIsole, ModeleIsole
from insertion.models import FichierPassager, PassagerQuerySet

from ..enums import FormeLot
from .productions import Production, genres_production

EN_TRAVAIL = (EtatTravail.EN_FILE, EtatTravail.EN_COURS)


def chemin_lot(lot, nom):
    return f"{lot.structure_id}/lots/{uuid.uuid4().hex}.{lot.forme}"


class LotQuerySet(PassagerQuerySet):
    def visibles_par(self, utilisateur):
        """The batches that they asked for themselves: each holds what *they* may read (the policy agrees)."""
        return super().visibles_par(utilisateur).filter(demande_par=utilisateur)

    def en_travail(self):
        return self.filter(etat__in=EN_TRAVAIL)

    def delaisses(self, le, depuis):
        """Those that no worker gave a sign of since `depuis` (a duration) at the instant `le`."""
        return self.en_travail().filter(signe_at__lt=le - depuis)

    def a_assembler(self, le):
        """Those whose documents are all ended, that no worker is putting together at the instant `le`."""
        restants = Count("productions", filter=Q(productions__etat__in=EN_TRAVAIL))
        libres = self.filter(etat=EtatTravail.EN_COURS).filter(Q(bail_at=None) | Q(bail_at__lt=le))
        return libres.annotate(a_faire=restants).filter(a_faire=0)

    def tenus(self, lot):
        """The row of `lot` as long as the worker that puts it together still holds its lease."""
        return self.filter(pk=lot.pk, etat=EtatTravail.EN_COURS, bail_at=lot.bail_at)

    def avec_avancement(self):
        """Annotate how many documents are made (`produits`) and how many could not be (`ecartes`)."""
        return self.annotate(
            produits=Count("productions", filter=Q(productions__etat=EtatTravail.TERMINE)),
            ecartes=Count("productions", filter=Q(productions__etat=EtatTravail.ECHEC)),
        )


class Lot(FichierPassager, ModeleIsole):
    """One document for each person of a list, asked for at once: the row is the truth, as for a `Production`.

    Its documents are `Production`s, in the order `rang`, that the workers take one by one; the last worker puts them
    together. The row stays and says who had what made.
    """

    genre = models.CharField("document", max_length=24, choices=genres_production)
    intitule = models.CharField("intitulé", max_length=120)
    forme = models.CharField("présentation", max_length=4, choices=FormeLot, default=FormeLot.PDF)
    selection = models.TextField("personnes choisies", blank=True)
    total = models.PositiveIntegerField("personnes", default=0)
    non_visibles = models.PositiveIntegerField("personnes hors de portée", default=0)
    etat = models.CharField("état", max_length=10, choices=EtatTravail, default=EtatTravail.EN_FILE)
    message = models.TextField(blank=True)
    fichier = models.FileField(upload_to=chemin_lot, blank=True)
    bail_at = models.DateTimeField("assemblé par un travailleur jusqu’à", null=True)
    signe_at = models.DateTimeField("dernier signe d’un travailleur", default=timezone.now)
    created_at = models.DateTimeField("demandé le", auto_now_add=True)
    termine_at = models.DateTimeField("terminé le", null=True)

    objects = ManagerIsole.from_queryset(LotQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "lot de documents"
        verbose_name_plural = "lots de documents"
        ordering = ["-created_at", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(etat="termine")
                | Q(termine_at__isnull=False) & ~Q(empreinte="") & (~Q(fichier="") | Q(purge_at__isnull=False)),
                name="lot_termine_avec_fichier",
                violation_error_message="Un lot terminé a son fichier, tant qu’il n’est pas effacé.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "demande_par", "-created_at"], name="lot_par_demandeur")]

    def __str__(self):
        return self.intitule

    @property
    def nom_fichier(self):
        """What the downloaded file is called: nobody's name shows in a folder or in an e-mail."""
        debut = slugify(self.intitule.replace("’", " "))
        return f"{debut}-{timezone.localdate(self.created_at):%Y-%m-%d}.{self.forme}"

    @property
    def est_en_travail(self):
        """Whether there is something to wait for."""
        return self.etat in EN_TRAVAIL

    @property
    def faits(self):
        """How many documents need no more work, as `avec_avancement` counted them."""
        return self.produits + self.ecartes

    @property
    def repere(self):
        """What a page shows, so that a poll answers only when something moved."""
        return f"{self.etat}-{self.faits}"

    def prendre(self, le):
        """Take the lease of putting it together at the instant `le`; False unless all its documents are ended."""
        self.bail_at, self.fichier.name = le + Production.BAIL, self.fichier.name or chemin_lot(self, "")
        pret = type(self).objects.a_assembler(le).filter(pk=self.pk).values("pk")
        pris = (
            type(self)
            .objects.filter(pk__in=pret, etat=EtatTravail.EN_COURS)
            .filter(Q(bail_at=None) | Q(bail_at__lt=le))
        )
        return bool(pris.update(bail_at=self.bail_at, fichier=self.fichier.name, signe_at=le))
