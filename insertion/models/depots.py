from django.conf import settings
from django.db import models

from ..enums import EtatAnalyse
from ..isolation.models import ModeleIsole, QuerySetIsole


class FichierDeposeQuerySet(QuerySetIsole):
    def a_analyser(self):
        """Those in quarantine: the antivirus has not answered yet."""
        return self.filter(analyse=EtatAnalyse.EN_ATTENTE)


class FichierDepose(ModeleIsole):
    """A file that somebody brought, sent by a view that checks the rights, never by a public address.

    Where an antivirus is set up, nobody opens it before the antivirus says that it is clean (surete.md P0-16).
    A model adds what the file hangs on, and its field `fichier`. Once its row is deleted, the file stays on the disk
    for as long as that is undone (`orphelins`).
    """

    nom = models.CharField("nom du fichier", max_length=120)
    type_mime = models.CharField(max_length=100, editable=False)
    taille = models.PositiveIntegerField("taille (octets)", editable=False)
    analyse = models.CharField(
        "analyse antivirus", max_length=12, choices=EtatAnalyse, default=EtatAnalyse.ABSENTE, editable=False
    )
    depose_par = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    created_at = models.DateTimeField("déposé le", auto_now_add=True)

    class Meta(ModeleIsole.Meta):
        abstract = True

    def __str__(self):
        return self.nom

    def decrire(self, piece):
        """Note what is known of the upload `piece` judged by `pieces.recevoir`; it waits for the antivirus if any."""
        self.nom, self.type_mime, self.taille = piece.name, piece.content_type, piece.size
        self.analyse = EtatAnalyse.EN_ATTENTE if settings.CLAMD else EtatAnalyse.ABSENTE

    @property
    def s_ouvre(self):
        """Whether it may leave: clean, or brought where there is no antivirus (the page says so)."""
        return self.analyse in EtatAnalyse.ouvertes()
