"""A gunicorn of the bench: on a free port of loopback, stopped with what started it."""

import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from outillage.affichage import Abandon
from outillage.dossier import RACINE


class Serveur:
    """`port` answers; `travailleurs` are the ids of the processes that answer."""

    def __init__(self, pile: ExitStack, reglages: Mapping[str, str], processus: int = 1, fils: int = 1) -> None:
        with socket.socket() as prise:
            prise.bind(("127.0.0.1", 0))
            self.port = prise.getsockname()[1]
        commande = [
            sys.executable,
            "-m",
            "gunicorn",
            "insertion.wsgi:application",
            "--bind",
            f"127.0.0.1:{self.port}",
        ]
        commande += ["--workers", str(processus), "--threads", str(fils), "--keep-alive", "600"]
        commande += ["--no-control-socket", "--log-level", "warning", "--timeout", "120"]
        self.maitre = subprocess.Popen(commande, cwd=RACINE, env=dict(reglages), stdin=subprocess.DEVNULL)
        pile.callback(self.maitre.wait)
        pile.callback(self.maitre.terminate)
        self._attendre()

    def _attendre(self) -> None:
        echeance = time.monotonic() + 60
        while self.maitre.poll() is None and time.monotonic() < echeance:
            with socket.socket() as prise:
                if prise.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        raise Abandon("Le serveur du banc ne démarre pas : voir ci-dessus.")

    @property
    def travailleurs(self) -> list[int]:
        enfants = Path(f"/proc/{self.maitre.pid}/task/{self.maitre.pid}/children")
        return [int(pid) for pid in enfants.read_text().split()] if enfants.exists() else []

    def memoires(self) -> list[float]:
        """The megabytes of each process, what they share counted once between them; none where /proc is not."""
        return [_memoire(pid) for pid in self.travailleurs]


def _memoire(pid: int) -> float:
    lignes = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    (ko,) = (ligne.split()[1] for ligne in lignes if ligne.startswith("Pss:"))
    return round(int(ko) / 1024, 1)
