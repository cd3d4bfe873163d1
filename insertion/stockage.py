"""Where the documents are kept: a file that could not be written whole is not there, and why is said in French."""

import errno
from contextlib import suppress

from django.core.files.storage import FileSystemStorage, default_storage
from django.db import transaction

PLEIN = (errno.ENOSPC, errno.EDQUOT)


class PlusDePlace(OSError):
    """Nothing was written: the disk of the documents is full. The message is for whoever brought or asked for it."""


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
                    "Il n’y a plus de place pour les documents : rien n’a été gardé. Prévenez la personne qui gère"
                    " Tremplin, puis réessayez."
                ) from erreur
            raise


def ranger(form, champ="fichier"):
    """Save a form that brings a file; False, with why beside `champ`, when there is no room for it."""
    try:
        with transaction.atomic():
            form.save()
    except PlusDePlace as plein:
        form.add_error(champ, str(plein))
        return False
    return True


def tous_les_noms(dossier=""):
    """Yield the names of all that the storage holds, folder by folder."""
    try:
        dossiers, fichiers = default_storage.listdir(dossier)
    except FileNotFoundError:
        return
    yield from (f"{dossier}{nom}" for nom in sorted(fichiers))
    for sous_dossier in sorted(dossiers):
        yield from tous_les_noms(f"{dossier}{sous_dossier}/")
