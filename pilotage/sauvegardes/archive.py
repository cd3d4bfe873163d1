"""The file of a backup: a zip encrypted with age, written and read as it comes; in clear, nothing touches the disk.

It holds `base.dump` (pg_dump), the documents, then `manifeste.json`: what the database held, and the SHA-256 of each
entry. Whoever makes it knows the public key only; the private one is kept elsewhere (docs/exploitation.md).
"""

import json
import os
import shutil
import tempfile
import threading
import zipfile
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pyrage

MORCEAU = 1 << 20
BASE, MANIFESTE, DOCUMENTS = "base.dump", "manifeste.json", "documents/"


class ArchiveIllisible(ValueError):
    """The file is no backup, was cut or changed, or the key is another one; the message says so in French."""


CleIllisible = pyrage.RecipientError


class Ecriture:
    """A backup being written: entries are copied a piece at a time, and their imprints remembered."""

    def __init__(self, zip_ouvert):
        self._zip, self.empreintes = zip_ouvert, {}

    def ajouter(self, nom, source):
        """Copy `source` (open for reading bytes) as the entry `nom`."""
        empreinte = sha256()
        with self._zip.open(nom, "w", force_zip64=True) as entree:
            while morceau := source.read(MORCEAU):
                empreinte.update(morceau)
                entree.write(morceau)
        self.empreintes[nom] = empreinte.hexdigest()

    def clore(self, **manifeste):
        """Write the last entry: `manifeste` and the imprints of all the others."""
        self._zip.writestr(MANIFESTE, json.dumps({**manifeste, "empreintes": self.empreintes}))


@contextmanager
def ecrire(chemin, cle_publique):
    """Give an `Ecriture` whose file appears at `chemin` once it is whole and on the disk, and never before.

    Raise `CleIllisible` when `cle_publique` is not the public key of age.
    """
    destinataire = pyrage.x25519.Recipient.from_str(cle_publique)
    partiel = chemin.with_name(f"{chemin.name}.partiel")
    try:
        with open(partiel, "wb", opener=prive) as sortie:  # noqa: PTH123 -- Path.open takes no opener
            with _chiffreur(sortie, destinataire) as clair, zipfile.ZipFile(clair, "w") as zip_ouvert:
                yield Ecriture(zip_ouvert)
            sortie.flush()
            os.fsync(sortie.fileno())
        partiel.rename(chemin)
    finally:
        partiel.unlink(missing_ok=True)


@contextmanager
def lire(chemin, cle_privee):
    """Open the backup `chemin`: yield (zip, manifest). Raise `ArchiveIllisible`."""
    with tempfile.TemporaryFile() as clair:
        with Path(chemin).open("rb") as source:
            _dechiffrer(source, clair, cle_privee)
        with zipfile.ZipFile(clair) as zip_ouvert:
            yield zip_ouvert, json.loads(zip_ouvert.read(MANIFESTE))


def _dechiffrer(source, clair, cle_privee):
    try:
        pyrage.decrypt_io(source, clair, [pyrage.x25519.Identity.from_str(cle_privee)])
    except (pyrage.DecryptError, pyrage.IdentityError, OSError) as erreur:  # OSError: it ends before it should
        raise ArchiveIllisible(f"Sauvegarde illisible : mauvaise clé, ou fichier incomplet ({erreur}).") from erreur


def extraire(zip_ouvert, manifeste, nom, sortie):
    """Copy the entry `nom` to `sortie` (open for writing bytes), and check its imprint."""
    with zip_ouvert.open(nom) as entree:
        shutil.copyfileobj(entree, _Controle(sortie, controle := sha256()), MORCEAU)
    if controle.hexdigest() != manifeste["empreintes"][nom]:
        raise ArchiveIllisible(f"Sauvegarde abîmée : {nom} n’est plus ce qu’il était.")


class _Controle:
    def __init__(self, sortie, empreinte):
        self._sortie, self._empreinte = sortie, empreinte

    def write(self, morceau):
        self._empreinte.update(morceau)
        self._sortie.write(morceau)


@contextmanager
def _chiffreur(sortie, destinataire):
    """Give a file whose bytes are encrypted into `sortie` by another thread, through a pipe."""
    lecture, ecriture = os.pipe()
    erreurs = []

    def chiffrer():
        try:
            with open(lecture, "rb") as clair:  # noqa: PTH123 -- a descriptor, not a path
                pyrage.encrypt_io(clair, sortie, [destinataire])
        except Exception as erreur:  # noqa: BLE001 -- told to whoever writes
            erreurs.append(erreur)

    fil = threading.Thread(target=chiffrer)
    fil.start()
    try:
        with open(ecriture, "wb") as clair:  # noqa: PTH123
            yield clair
    finally:
        fil.join()
    if erreurs:
        raise erreurs[0]


def prive(chemin, drapeaux):
    """Open a file that its owner alone may read (an `opener` of `open`)."""
    return os.open(chemin, drapeaux, 0o600)
