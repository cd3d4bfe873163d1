import uuid
from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.text import slugify

from insertion.enums import EtatTravail
from insertion.isolation.models import ManagerIsole, ModeleIsole, QuerySetIsole

#: How long a worker keeps an export to itself; longer than the hard time limit of its task.
BAIL = timedelta(minutes=20)
#: How long its file can be downloaded (experience.md, job C4).
VALIDITE = timedelta(hours=48)
#: The export of everything; any other `genre` is a list of `exports/listes.py`.
COMPLET = "complet"
EN_TRAVAIL = (EtatTravail.EN_FILE, EtatTravail.EN_COURS)


def chemin_export(export, nom):
    return f"{export.structure_id}/exports/{uuid.uuid4().hex}.{export.extension}"


class ExportQuerySet(QuerySetIsole):
    def telechargeables_par(self, utilisateur):
        """What they asked for themselves, hence may download: each holds what *they* may read."""
        return self.visibles_par(utilisateur).filter(demande_par=utilisateur)

    def a_prendre(self, le):
        """What a worker may take at the instant `le`: waiting, or left by a worker whose lease is over."""
        return self.filter(Q(etat=EtatTravail.EN_FILE) | Q(etat=EtatTravail.EN_COURS, bail_at__lt=le))

    def tenus(self, export):
        """The row of `export` as long as the worker that took it still holds its lease."""
        return self.filter(pk=export.pk, etat=EtatTravail.EN_COURS, bail_at=export.bail_at)

    def expires(self, le):
        """Those whose file may no longer be kept at the instant `le`."""
        return self.filter(termine_at__lt=le - VALIDITE, purge_at=None)

    def pour_liste(self):
        """The journal: who had what made, the latest first, in one query."""
        return self.select_related("demande_par")


class Export(ModeleIsole):
    """Something that left, or is about to: who asked, what, how narrowed, how many lines, until when.

    The rows are the journal of exports: their file goes after 48 hours (`VALIDITE`), they stay.
    """

    genre = models.CharField("données", max_length=40)
    intitule = models.CharField("intitulé", max_length=120)
    filtres = models.TextField("filtres", blank=True)
    parametres = models.JSONField(default=dict, editable=False)
    lignes = models.PositiveIntegerField("lignes", null=True)
    demande_par = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="+")
    role_demandeur = models.CharField(max_length=20, editable=False)
    etat = models.CharField("état", max_length=10, choices=EtatTravail, default=EtatTravail.EN_FILE)
    progression = models.PositiveSmallIntegerField("avancement (%)", default=0)
    message = models.TextField(blank=True)
    essais = models.PositiveSmallIntegerField(default=0, editable=False)
    fichier = models.FileField(upload_to=chemin_export, blank=True)
    empreinte = models.CharField("empreinte SHA-256", max_length=64, blank=True)
    bail_at = models.DateTimeField("pris par un travailleur jusqu’à", null=True)
    created_at = models.DateTimeField("demandé le", auto_now_add=True)
    termine_at = models.DateTimeField("terminé le", null=True)
    purge_at = models.DateTimeField("fichier effacé le", null=True)

    objects = ManagerIsole.from_queryset(ExportQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "export"
        verbose_name_plural = "exports"
        ordering = ["-created_at", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(etat="termine")
                | Q(termine_at__isnull=False, lignes__isnull=False)
                & ~Q(empreinte="")
                & (~Q(fichier="") | Q(purge_at__isnull=False)),
                name="export_termine_avec_fichier",
                violation_error_message="Un export terminé a son fichier, tant qu’il n’est pas effacé.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "-created_at"], name="export_recents")]

    def __str__(self):
        return self.intitule

    @property
    def est_complet(self):
        return self.genre == COMPLET

    @property
    def extension(self):
        return "zip" if self.est_complet else "xlsx"

    @property
    def nom_fichier(self):
        """What the downloaded file is called: nobody's name shows in it."""
        debut = slugify(self.intitule.replace("’", " "))
        return f"{debut}-{timezone.localdate(self.created_at):%Y-%m-%d}.{self.extension}"

    @property
    def est_pret(self):
        return self.etat == EtatTravail.TERMINE and self.purge_at is None

    @property
    def est_en_travail(self):
        return self.etat in EN_TRAVAIL

    @property
    def expire_at(self):
        """When the file goes; None as long as there is none."""
        return self.termine_at + VALIDITE if self.termine_at else None

    @property
    def repere(self):
        """What a page shows, so that a poll answers only when something moved."""
        return f"{self.etat}-{self.progression}"

    def prendre(self, le):
        """Take the lease at the instant `le`; False when another worker has it or the export is done.

        The path of the file is written before the file: a worker killed midway leaves no file that no row knows.
        """
        chemin = self.fichier.name or chemin_export(self, "")
        pris = {"etat": EtatTravail.EN_COURS, "bail_at": le + BAIL, "fichier": chemin, "progression": 0}
        if not type(self).objects.filter(pk=self.pk).a_prendre(le).update(**pris, essais=models.F("essais") + 1):
            return False
        self.bail_at, self.fichier.name = le + BAIL, chemin
        return True
