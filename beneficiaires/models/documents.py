import uuid

from django.db import models

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole
from insertion.models import FichierDepose, FichierDeposeQuerySet
from insertion.texte import SansAccents

from ..enums import GenreDocument
from .beneficiaire import Beneficiaire


def chemin_aleatoire(document, nom):
    """Where a file is stored: nothing of its name or of the person shows on the disk."""
    return f"{document.structure_id}/{uuid.uuid4().hex}"


class DocumentQuerySet(FichierDeposeQuerySet):
    def pour_fiche(self):
        """Somebody's files, newest first, in one query."""
        return self.select_related("depose_par").order_by("-created_at", "-pk")


@historise("recherche")
class Document(FichierDepose):
    """A file of somebody: identity, CV, proof of rights…"""

    beneficiaire = CleIsolee(Beneficiaire, related_name="documents")
    genre = models.CharField("nature", max_length=12, choices=GenreDocument, default=GenreDocument.AUTRE)
    fichier = models.FileField("fichier", upload_to=chemin_aleatoire)
    expire_le = models.DateField("expire le", null=True, blank=True)
    recherche = models.GeneratedField(expression=SansAccents("nom"), output_field=models.TextField(), db_persist=True)

    objects = ManagerIsole.from_queryset(DocumentQuerySet)()

    class Meta(FichierDepose.Meta):
        verbose_name = "document"
        verbose_name_plural = "documents"
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["structure", "beneficiaire"], name="document_par_personne")]
