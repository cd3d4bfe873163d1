from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models

from ..isolation.models import ManagerIsole, ModeleIsole, QuerySetIsole


class Lecture(ModeleIsole):
    """Who read which file, what of it, when and from where (CNIL 2021-122, metier.md §4.10).

    Written in the same transaction as the read; the application can add rows, never change or delete them.
    `beneficiaire_id` is a plain number: the trace outlives the file.
    """

    utilisateur_id = models.BigIntegerField("utilisateur")
    beneficiaire_id = models.BigIntegerField("personne", null=True)
    quoi = models.CharField("ce qui a été lu", max_length=60)
    chemin = models.CharField("adresse de la page", max_length=200)
    adresse_ip = models.GenericIPAddressField("depuis", null=True)
    at = models.DateTimeField("le", auto_now_add=True)

    class Meta(ModeleIsole.Meta):
        verbose_name = "lecture"
        verbose_name_plural = "lectures"
        constraints = []
        indexes = [
            models.Index(
                fields=["structure", "beneficiaire_id", "-at"],
                name="lecture_par_personne",
            ),
            models.Index(fields=["structure", "utilisateur_id", "at"], name="lecture_par_utilisateur"),
            models.Index(fields=["structure", "id"], name="lecture_a_sceller"),
        ]

    def __str__(self):
        return f"{self.quoi}, {self.at:%d/%m/%Y %H:%M}"


class Sceau(ModeleIsole):
    """One link of the chain that seals the readings of a structure (docs/decisions/0011-sceau.md).

    `lectures` are the ids that it covers, `empreinte` the SHA-256 of those rows, `tete` that of this link and of the
    one before. `purge_le` is written by the database when their time has come: the link stays, its readings go.
    """

    numero = models.BigIntegerField("numéro")
    lectures = ArrayField(models.BigIntegerField(), verbose_name="lectures")
    dernier = models.BigIntegerField("dernière lecture")
    debut = models.DateTimeField("première lecture le")
    fin = models.DateTimeField("dernière lecture le")
    empreinte = models.CharField("empreinte des lectures", max_length=64)
    precedente = models.CharField("tête du sceau précédent", max_length=64)
    tete = models.CharField("tête", max_length=64)
    at = models.DateTimeField("posé le")
    purge_le = models.DateTimeField("lectures effacées le", null=True)

    class Meta(ModeleIsole.Meta):
        verbose_name = "sceau"
        verbose_name_plural = "sceaux"
        ordering = ["numero"]
        constraints = [models.UniqueConstraint(fields=["structure", "numero"], name="sceau_numero_unique")]
        indexes = [models.Index(fields=["structure", "dernier"], name="sceau_par_lecture")]

    def __str__(self):
        return f"Sceau n° {self.numero}"

    @property
    def nombre(self):
        return len(self.lectures)


class AlerteLectureQuerySet(QuerySetIsole):
    def a_voir(self):
        """Those that nobody has looked at yet, with their colleague, the latest first."""
        return self.filter(vue_at__isnull=True).select_related("utilisateur").order_by("-at")

    def signaler(self, utilisateur, raison, le):
        """Tell once an hour that somebody reads too much; what follows in the hour is the same fact."""
        if not self.filter(utilisateur=utilisateur, at__gt=le - timedelta(hours=1)).exists():
            self.create(utilisateur=utilisateur, raison=raison, at=le)


class AlerteLecture(ModeleIsole):
    """Somebody was stopped for reading too many files or taking too many documents; the direction looks at it."""

    utilisateur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    raison = models.CharField("raison", max_length=120)
    at = models.DateTimeField("le")
    vue_par = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", db_index=False, null=True
    )
    vue_at = models.DateTimeField("vue le", null=True)

    objects = ManagerIsole.from_queryset(AlerteLectureQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "alerte de lecture"
        verbose_name_plural = "alertes de lecture"
        indexes = [models.Index(fields=["structure", "utilisateur", "at"], name="alerte_par_utilisateur")]

    def __str__(self):
        return f"{self.utilisateur} : {self.raison}"

    def voir(self, utilisateur, le):
        """Somebody who answers for the structure has looked at it."""
        self.vue_par, self.vue_at = utilisateur, le
        self.save(update_fields=["vue_par", "vue_at"])
