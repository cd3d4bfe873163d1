"""The documents of a batch in one file: a PDF to print, or an archive with a file for each person.

Everything goes through the disk: no document is held in memory while another is read.
"""

import shutil
import tempfile
import zipfile
from contextlib import contextmanager

from django.core.files.storage import default_storage
from django.utils import timezone
from django.utils.text import slugify

from insertion import pdf, pdf_reunis

from .enums import FormeLot, GenreProduction

RECAPITULATIF = "pdf/lot.html"


@contextmanager
def assembler(lot, pieces):
    """Give a file open at its beginning, gone after the block: the `pieces` (Productions) of `lot`, then its summary.

    The summary names whoever has no document, with the reason; that of letters to post is in no PDF.
    """
    faites = [piece for piece in pieces if piece.est_pret]
    resume = pdf.rendre(RECAPITULATIF, _resume(lot, pieces, faites), titre=f"{lot.intitule}, récapitulatif du lot")
    ecrire = _archiver if lot.forme == FormeLot.ZIP else _relier
    with tempfile.TemporaryFile() as sortie:
        ecrire(lot, faites, resume, sortie)
        sortie.seek(0)
        yield sortie


def _resume(lot, pieces, faites):
    return {
        "lot": lot,
        "structure": lot.structure,
        "demandeur": lot.demande_par,
        "edite_at": timezone.now(),
        "faites": len(faites),
        "ecartes": [piece for piece in pieces if not piece.est_pret],
    }


def _relier(lot, faites, resume, sortie):
    titre = f"{lot.intitule} : {len(faites)} personne{'s' if len(faites) > 1 else ''}"
    reliure = pdf_reunis.Reliure(sortie, titre)
    for piece in faites:
        with default_storage.open(piece.fichier.name, "rb") as fichier:
            reliure.ajouter(fichier.read(), str(piece.beneficiaire))
    if lot.genre != GenreProduction.COURRIER:  # letters go into envelopes: the page of the batch says the rest
        reliure.ajouter(resume, "Récapitulatif du lot")
    reliure.terminer()


def _archiver(lot, faites, resume, sortie):
    """What is in a PDF is compressed already: the archive only holds it."""
    chiffres = len(str(lot.total))
    with zipfile.ZipFile(sortie, "w", zipfile.ZIP_STORED) as archive:
        for piece in faites:
            nom = slugify(f"{piece.beneficiaire.nom} {piece.beneficiaire.prenom}")[:60] or "personne"
            entree = f"{piece.rang:0{chiffres}}-{nom}.pdf"
            with default_storage.open(piece.fichier.name, "rb") as fichier, archive.open(entree, "w") as copie:
                shutil.copyfileobj(fichier, copie)
        archive.writestr("recapitulatif.pdf", resume)
