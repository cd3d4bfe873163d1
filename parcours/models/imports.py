import uuid
from datetime import timedelta
from functools import partial

from django.db import models, transaction
from django.urls import reverse

from beneficiaires.models import Beneficiaire
from insertion.enums import Choix, EtatTravail
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole


def chemin_import(importation, nom):
    return f"{importation.structure_id}/imports/{uuid.uuid4().hex}"


class ImportQuerySet(QuerySetIsole):
    def a_reprendre(self, maintenant):
        """Imports that no worker holds any more: waiting, or begun by one whose lease has run out."""
        return self.filter(
            models.Q(etat=EtatTravail.EN_FILE) | models.Q(etat=EtatTravail.EN_COURS, bail_at__lt=maintenant)
        )

    def pour_liste(self):
        """What the list of imports shows, in one query."""
        return self.select_related("demande_par")


class Import(ModeleIsole):
    """A file brought by the structure, on its way to becoming people: read, checked, run, undone for 24 h.

    `correspondance` maps each column of the file to a field; `bilan` holds the counts once it ran.
    """

    demande_par = models.ForeignKey(
        "insertion.Utilisateur",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
    )
    nom_fichier = models.CharField("fichier", max_length=160)
    fichier = models.FileField(upload_to=chemin_import)
    empreinte = models.CharField("empreinte SHA-256", max_length=64)
    format = models.CharField("format reconnu", max_length=40, blank=True)
    correspondance = models.JSONField(default=dict)
    etat = models.CharField("état", max_length=10, choices=EtatTravail, default=EtatTravail.A_VERIFIER)
    lignes_faites = models.PositiveIntegerField(default=0)
    lignes_total = models.PositiveIntegerField(default=0)
    bilan = models.JSONField(default=dict)
    message = models.TextField("message", blank=True)
    bail_at = models.DateTimeField("pris par un travailleur jusqu’à", null=True)
    created_at = models.DateTimeField("déposé le", auto_now_add=True)
    termine_at = models.DateTimeField("terminé le", null=True)
    annule_at = models.DateTimeField("annulé le", null=True)

    #: How long an import can be undone.
    DELAI_ANNULATION = timedelta(hours=24)

    objects = ManagerIsole.from_queryset(ImportQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "import"
        verbose_name_plural = "imports"
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["structure", "-created_at"], name="import_recents")]

    def __str__(self):
        return self.nom_fichier

    def get_absolute_url(self):
        return reverse("parcours:import_detail", args=[self.pk])

    @property
    def modifiable(self):
        """Whether columns and lines can still be corrected: before it runs, or after a failure."""
        return self.etat in (EtatTravail.A_VERIFIER, EtatTravail.ECHEC)

    @property
    def en_travail(self):
        return self.etat in (EtatTravail.EN_FILE, EtatTravail.EN_COURS)

    @property
    def annulable_jusqu_a(self):
        """The moment until which it can be undone; None when there is nothing to undo."""
        return self.termine_at + self.DELAI_ANNULATION if self.etat == EtatTravail.TERMINE else None

    def est_annulable(self, maintenant):
        return self.etat == EtatTravail.TERMINE and maintenant <= self.annulable_jusqu_a

    def abandonner(self):
        """Forget a file that was never run: its row, its lines, and the file itself once that is sure."""
        fichier, stockage = self.fichier.name, self.fichier.storage
        self.delete()
        if fichier:
            transaction.on_commit(partial(stockage.delete, fichier))

    @property
    def avancement(self):
        """Progress in percent."""
        return 100 * self.lignes_faites // self.lignes_total if self.lignes_total else 0


class LigneImportQuerySet(QuerySetIsole):
    def filtrees(self, filtre):
        """Lines of one tab of the grid: `erreurs`, `avertissements`, `doublons` (known, alike or repeated) or all."""
        if filtre == "erreurs":
            return self.exclude(erreurs=[])
        if filtre == "avertissements":
            return self.exclude(avertissements=[])
        if filtre == "doublons":
            return self.filter(models.Q(beneficiaire__isnull=False) | models.Q(donnees__repete__gt=0))
        return self


class LigneImport(ModeleIsole):
    """One line of the file: what was read, what is wrong, what to do, and what it made (`effets`, for the undo)."""

    importation = CleIsolee(Import, related_name="lignes")
    numero = models.PositiveIntegerField("ligne")
    donnees = models.JSONField(default=dict)
    erreurs = models.JSONField(default=list)
    avertissements = models.JSONField(default=list)
    nature = models.CharField(max_length=10, default="donnee")
    choix = models.CharField("choix", max_length=14, choices=Choix, default=Choix.CREER)
    beneficiaire = CleIsolee(
        Beneficiaire,
        on_delete=models.SET_NULL,
        related_name="lignes_import",
        null=True,
        blank=True,
    )
    effets = models.JSONField(default=dict)

    objects = ManagerIsole.from_queryset(LigneImportQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "ligne d’import"
        verbose_name_plural = "lignes d’import"
        ordering = ["numero"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "importation", "numero"],
                name="ligne_import_unique",
            ),
        ]

    def __str__(self):
        return f"Ligne {self.numero}"


class CorrespondanceMemorisee(ModeleIsole):
    """The columns that a structure mapped once, offered again for a file with the same headings."""

    entetes = models.CharField("empreinte des en-têtes", max_length=64)
    correspondance = models.JSONField(default=dict)

    class Meta(ModeleIsole.Meta):
        verbose_name = "correspondance mémorisée"
        verbose_name_plural = "correspondances mémorisées"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(fields=["structure", "entetes"], name="correspondance_unique"),
        ]

    def __str__(self):
        return self.entetes
