"""Where the documents are kept: a file that could not be written whole is not there, and why is said in French."""

import errno
import shutil
from contextlib import suppress
from pathlib import Path

from django.core.files.storage import FileSystemStorage
from django.db import transaction

PLEIN = (errno.ENOSPC, errno.EDQUOT)
#: Part of the disk that must be free.
LIBRE = 0.05


class PlusDePlace(OSError):
    """Nothing was written: the disk of the documents is full. The message is for whoever brought or asked for it."""


class Injoignable(OSError):
    """What keeps the documents does not answer: nothing was written, and the same may be tried again."""


class Documents(FileSystemStorage):
    """The folder of the documents."""

    def _save(self, name, content):
        try:
            return super()._save(name, content)
        except OSError as erreur:
            with suppress(OSError):
                self.delete(name)  # `save` gave it a name that nobody had
            if erreur.errno in PLEIN:
                raise PlusDePlace(
                    "Il n’y a plus de place pour les documents : rien n’a été gardé. Prévenez la personne qui gère"
                    " Tremplin, puis réessayez."
                ) from erreur
            raise

    def tous(self, dossier=""):
        """Yield (name, when it last changed) of all that is kept, folder by folder."""
        try:
            dossiers, fichiers = self.listdir(dossier)
        except FileNotFoundError:
            return
        for nom in sorted(fichiers):
            with suppress(FileNotFoundError):  # gone meanwhile
                yield f"{dossier}{nom}", self.get_modified_time(f"{dossier}{nom}")
        for sous_dossier in sorted(dossiers):
            yield from self.tous(f"{dossier}{sous_dossier}/")

    def sonder(self):
        """(whether there is room, how much, in French)."""
        place = shutil.disk_usage(_existant(Path(self.location)))
        return place.free >= place.total * LIBRE, f"{place.free / 1e9:.0f} Go libres."


def ranger(form, champ="fichier"):
    """Save a form that brings a file; False, with why beside `champ`, when it could not be kept."""
    try:
        with transaction.atomic():
            form.save()
    except (PlusDePlace, Injoignable) as raison:
        form.add_error(champ, str(raison))
        return False
    return True


def _existant(chemin):
    return chemin if chemin.exists() else _existant(chemin.parent)
