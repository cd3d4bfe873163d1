"""The « Projet » page of a person: target jobs and their stages, CV and letters, what is ready for the search."""

from dataclasses import dataclass

from beneficiaires.enums import GenreDocument
from beneficiaires.models import Document

from .enums import OutilRecherche, StatutPiece
from .models import PointRecherche, VersionPiece

GENRES_PIECES = (GenreDocument.CV, GenreDocument.LETTRE)


@dataclass(frozen=True)
class Piece:
    """One file among the CVs, or among the letters: `numero` is its rank, 1 for the oldest. No `version`: a draft."""

    document: Document
    numero: int
    version: VersionPiece | None

    @property
    def statut(self):
        return self.version.statut if self.version else StatutPiece.BROUILLON

    @property
    def statut_le(self):
        """The day since when it has its status; None for a draft."""
        return self.version and (self.version.pret_le or self.version.relu_le)


@dataclass(frozen=True)
class Point:
    """One line of the checklist; `fait` is the row that ticks it, or None."""

    outil: OutilRecherche
    fait: PointRecherche | None


def pieces(beneficiaire):
    """Return the CVs and letters of somebody as `Piece`, CVs first, each kind newest first, in two queries."""
    documents = Document.objects.filter(beneficiaire=beneficiaire, genre__in=GENRES_PIECES)
    documents = list(documents.select_related("depose_par").order_by("created_at", "pk"))
    versions = {
        v.document_id: v for v in VersionPiece.objects.filter(document__in=documents).select_related("metier")
    }
    rangees = []
    for genre in GENRES_PIECES:
        siens = [d for d in documents if d.genre == genre]
        rangees += reversed([Piece(d, rang, versions.get(d.pk)) for rang, d in enumerate(siens, 1)])
    return rangees


def points(beneficiaire):
    """Return the whole checklist of somebody as `Point`, in its order, in one query (metier.md §1 row 43)."""
    faits = {point.outil: point for point in PointRecherche.objects.filter(beneficiaire=beneficiaire)}
    return [Point(outil, faits.get(outil)) for outil in OutilRecherche]
