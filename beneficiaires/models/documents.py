import uuid
from functools import partial

from django.db import models, transaction

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole
from insertion.texte import SansAccents

from ..enums import GenreDocument
from .beneficiaire import Beneficiaire


def chemin_aleatoire(document, nom):
    """Where a file is stored: nothing of its name or of the person shows on the disk."""
    return f"{document.structure_id}/{uuid.uuid4().hex}"


class DocumentQuerySet(QuerySetIsole):
    def pour_fiche(self):
        """Somebody's files, newest first, in one query."""
        return self.select_related("depose_par").order_by("-created_at", "-pk")


@historise("recherche")
class Document(ModeleIsole):
    """A file that somebody brought. Sent by a view that checks the rights, never by a public address."""

    beneficiaire = CleIsolee(Beneficiaire, related_name="documents")
    genre = models.CharField("nature", max_length=12, choices=GenreDocument, default=GenreDocument.AUTRE)
    nom = models.CharField("nom du fichier", max_length=120)
    type_mime = models.CharField(max_length=100, editable=False)
    taille = models.PositiveIntegerField("taille (octets)", editable=False)
    fichier = models.FileField("fichier", upload_to=chemin_aleatoire)
    expire_le = models.DateField("expire le", null=True, blank=True)
    depose_par = models.ForeignKey(
        "insertion.Utilisateur",
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
        null=True,
    )
    created_at = models.DateTimeField("déposé le", auto_now_add=True)
    recherche = models.GeneratedField(expression=SansAccents("nom"), output_field=models.TextField(), db_persist=True)

    objects = ManagerIsole.from_queryset(DocumentQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "document"
        verbose_name_plural = "documents"
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["structure", "beneficiaire"], name="document_par_personne")]

    def __str__(self):
        return self.nom

    def effacer(self):
        """Erase the row, then the file on the disk once that is certain."""
        transaction.on_commit(partial(self.fichier.storage.delete, self.fichier.name))
        self.delete()
