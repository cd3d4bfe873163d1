from django.db import models

from ..isolation.models import ModeleIsole


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
            )
        ]

    def __str__(self):
        return f"{self.quoi}, {self.at:%d/%m/%Y %H:%M}"
