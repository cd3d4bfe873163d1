from django.db import models

from insertion.isolation.models import ModeleIsole


class Ligne(ModeleIsole):
    """One event of somebody's thread: a read-only view over the facts (migration 0003), never a table.

    The view runs with the rights of who reads it (`security_invoker`), so the policies of every fact hold.
    """

    cle = models.CharField(primary_key=True, max_length=40)
    beneficiaire_id = models.BigIntegerField()
    genre = models.CharField(max_length=12)
    objet_id = models.BigIntegerField()
    quand = models.DateTimeField()
    auteur = models.TextField()
    texte = models.TextField()
    details = models.JSONField()

    class Meta:
        abstract = True

    def __str__(self):
        return self.cle


class LigneFil(Ligne):
    """An event of any kind."""

    class Meta:
        managed = False
        db_table = "parcours_fil"
        verbose_name = "événement du fil"
        verbose_name_plural = "événements du fil"


class LigneEntretien(Ligne):
    """An event that is an entretien, read by itself: PostgreSQL works out the details of the lines that it keeps.

    Read through the union, it works out those of all the entretiens of somebody before it keeps the latest.
    """

    class Meta:
        managed = False
        db_table = "fil_entretien"
        verbose_name = "entretien du fil"
        verbose_name_plural = "entretiens du fil"
