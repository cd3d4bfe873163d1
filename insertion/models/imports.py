"""A file brought by the structure, on its way to becoming rows: each floor that imports has its own three tables."""

import uuid
from functools import partial

from django.db import models, transaction
from django.urls import reverse

from ..annulation import DELAI
from ..enums import Choix, EtatTravail
from ..isolation.models import ManagerIsole, ModeleIsole, QuerySetIsole


def chemin_import(importation, nom):
    return f"{importation.structure_id}/imports/{uuid.uuid4().hex}"


class ImportQuerySet(QuerySetIsole):
    def a_reprendre(self, maintenant):
        """Imports that no worker holds any more: waiting, or begun by one whose lease has run out."""
        return self.filter(
            models.Q(etat=EtatTravail.EN_FILE) | models.Q(etat=EtatTravail.EN_COURS, bail_at__lt=maintenant)
        )

    def a_lancer(self, maintenant):
        """Imports that may be run: checked, failed, or undone less than 24 hours ago."""
        prets = models.Q(etat__in=(EtatTravail.A_VERIFIER, EtatTravail.ECHEC))
        return self.filter(prets | models.Q(etat=EtatTravail.ANNULE, annule_at__gte=maintenant - DELAI))

    def pour_liste(self):
        """What the list of imports shows, in one query."""
        return self.select_related("demande_par")


class ImportDeFichier(ModeleIsole):
    """A file read, checked, run by the worker under a lease, undone for 24 h.

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

    objects = ManagerIsole.from_queryset(ImportQuerySet)()

    class Meta(ModeleIsole.Meta):
        abstract = True
        verbose_name = "import"
        verbose_name_plural = "imports"
        ordering = ["-created_at"]

    def __str__(self):
        return self.nom_fichier

    def get_absolute_url(self):
        return reverse(f"{self.espace}:import_detail", args=[self.pk])

    @property
    def espace(self):
        """The floor whose pages show it."""
        return self._meta.app_label

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
        return self.termine_at + DELAI if self.etat == EtatTravail.TERMINE else None

    def est_annulable(self, maintenant):
        return self.etat == EtatTravail.TERMINE and maintenant <= self.annulable_jusqu_a

    def est_retablissable(self, maintenant):
        """Whether what was undone can still be done again, from the lines that were kept for that."""
        return self.etat == EtatTravail.ANNULE and maintenant <= self.annule_at + DELAI

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


class LigneQuerySet(QuerySetIsole):
    def filtrees(self, filtre):
        """Lines of one tab of the grid: `erreurs`, `avertissements`, `doublons` (known, alike or repeated) or all."""
        if filtre == "erreurs":
            return self.exclude(erreurs=[])
        if filtre == "avertissements":
            return self.exclude(avertissements=[])
        if filtre == "doublons":
            connues = models.Q(**{f"{self.model.CONNU}__isnull": False})
            return self.filter(connues | models.Q(donnees__repete__gt=0))
        return self


class LigneDeFichier(ModeleIsole):
    """One line of the file: what was read, what is wrong, what to do, and what it made (`effets`, for the undo).

    A floor adds the keys `importation` (related name « lignes ») and, under the name `CONNU`, what the line is about.
    """

    CONNU = ""

    numero = models.PositiveIntegerField("ligne")
    donnees = models.JSONField(default=dict)
    erreurs = models.JSONField(default=list)
    avertissements = models.JSONField(default=list)
    nature = models.CharField(max_length=10, default="donnee")
    choix = models.CharField("choix", max_length=14, choices=Choix, default=Choix.CREER)
    effets = models.JSONField(default=dict)

    objects = ManagerIsole.from_queryset(LigneQuerySet)()

    class Meta(ModeleIsole.Meta):
        abstract = True
        verbose_name = "ligne d’import"
        verbose_name_plural = "lignes d’import"
        ordering = ["numero"]

    def __str__(self):
        return f"Ligne {self.numero}"


class CorrespondanceDeFichier(ModeleIsole):
    """The columns that a structure mapped once, offered again for a file with the same headings."""

    entetes = models.CharField("empreinte des en-têtes", max_length=64)
    correspondance = models.JSONField(default=dict)

    class Meta(ModeleIsole.Meta):
        abstract = True
        verbose_name = "correspondance mémorisée"
        verbose_name_plural = "correspondances mémorisées"

    def __str__(self):
        return self.entetes
