"""A small disk of its own for a folder: a tmpfs that only this run sees, and that goes with it."""

import ctypes
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from .compte_rendu import NonEssaye

CLONE_NEWNS = 0x00020000


@contextmanager
def petit_disque(dossier: Path, megaoctets: int, uid: int) -> Iterator[None]:
    """Mount `megaoctets` over `dossier` for the time of the block, for the account `uid`."""
    _s_isoler()
    _monter("-t", "tmpfs", "-o", f"size={megaoctets}m,mode=0700,uid={uid}", "tremplin-chaos", str(dossier))
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(dossier)], check=False)


@contextmanager
def rempli(dossier: Path, laisser: int = 0) -> Iterator[None]:
    """Fill the disk of `dossier` with ballast but for `laisser` bytes, for the time of the block."""
    lest = dossier / "lest"
    libre = os.statvfs(dossier)
    try:
        with lest.open("wb") as fichier:
            os.posix_fallocate(fichier.fileno(), 0, max(1, libre.f_bavail * libre.f_frsize - laisser))
        yield
    finally:
        lest.unlink(missing_ok=True)


@cache
def _s_isoler() -> None:
    """Leave the mounts of the machine: what this process and its children mount is seen by them alone."""
    if os.geteuid() != 0:
        raise NonEssaye("monter un petit disque demande d’être root")
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWNS):
        raise NonEssaye(f"le noyau refuse un espace de montage ({os.strerror(ctypes.get_errno())})")
    _monter("--make-rprivate", "/")


def _monter(*arguments: str) -> None:
    montage = subprocess.run(["mount", *arguments], capture_output=True, text=True)
    if montage.returncode:
        raise NonEssaye(f"le montage d’un petit disque est refusé ({montage.stderr.strip()})")
