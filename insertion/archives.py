"""Office files are archives: opened without belief, measured before anything of them is inflated (P0-16, P0-17)."""

import io
import lzma
import zipfile
import zlib
from contextlib import contextmanager

#: What `zipfile` says of an archive that is broken, locked or strangely packed, when it is opened or read.
ILLISIBLE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError),
    *(NotImplementedError, RuntimeError, EOFError, OSError, ValueError),
)


@contextmanager
def ouvrir(octets, refus):
    """The archive that `octets` are, as long as it is read; the exception `refus` for one that cannot be."""
    try:
        with zipfile.ZipFile(io.BytesIO(octets)) as archive:
            yield archive
    except type(refus):
        raise
    except ILLISIBLE as erreur:
        raise refus from erreur


def se_deplie_trop(entrees, taille, au_plus, rapport):
    """Whether a file of `taille` bytes inflates to more than `au_plus`, or than `rapport` times itself."""
    deplie = sum(entree.file_size for entree in entrees)
    return deplie > au_plus or deplie > rapport * taille
