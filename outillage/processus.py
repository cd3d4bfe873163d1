"""Child processes: each leads a session of its own, so that Ctrl-C reaches the launcher, which stops them."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from outillage.affichage import Abandon

PR_SET_PDEATHSIG = 1
SIGNAUX = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
DETOURNEMENTS = {"PGDATA", "PGHOST", "PGHOSTADDR", "PGPORT", "PGUSER", "PGDATABASE", "PGOPTIONS", "PGSERVICE"}


@dataclass
class Enfant:
    """A child that runs until it is asked to stop by the signal `fin`."""

    nom: str
    processus: subprocess.Popen
    journal: Path
    fin: signal.Signals

    @property
    def est_mort(self) -> bool:
        return self.processus.poll() is not None

    def arreter(self, delai: float = 10) -> None:
        """Ask the child to stop; after `delai` seconds, kill its whole session."""
        EN_MARCHE.remove(self)
        if self.est_mort:
            return
        self.processus.send_signal(self.fin)
        try:
            self.processus.wait(delai)
        except subprocess.TimeoutExpired:
            os.killpg(self.processus.pid, signal.SIGKILL)
            self.processus.wait()

    def tuer(self) -> None:
        """Kill −9 the child and all that it started: nobody has the time to put anything away."""
        EN_MARCHE.remove(self)
        with suppress(ProcessLookupError):
            os.killpg(self.processus.pid, signal.SIGKILL)
        self.processus.wait()

    def derniers_mots(self, lignes: int = 15) -> str:
        return "\n".join(self.journal.read_text(errors="replace").splitlines()[-lignes:])


EN_MARCHE: list[Enfant] = []


def lancer(
    nom: str,
    commande: Sequence[str | Path],
    journal: Path,
    *,
    entree: str | None = None,
    fin: signal.Signals = signal.SIGTERM,
    **options: object,
) -> Enfant:
    """Start a child that writes to `journal` and reads `entree`."""
    with journal.open("ab") as sortie:
        processus = subprocess.Popen(
            [str(mot) for mot in commande],
            stdin=subprocess.PIPE if entree is not None else subprocess.DEVNULL,
            stdout=sortie,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=_mourir_avec_le_lanceur(fin),
            **options,
        )
    enfant = Enfant(nom, processus, journal, fin)
    EN_MARCHE.append(enfant)
    if entree is not None:
        with suppress(BrokenPipeError), processus.stdin:
            processus.stdin.write(entree.encode())
    return enfant


def port_libre() -> int:
    with socket.create_server(("127.0.0.1", 0)) as prise:
        return prise.getsockname()[1]


def exiger_que_tout_tourne() -> None:
    """Stop the command when one of the children died, with its last words."""
    for enfant in EN_MARCHE:
        if enfant.est_mort:
            raise Abandon(
                f"{enfant.nom} s'est arrêté (code {enfant.processus.returncode}). Fin de {enfant.journal} :\n"
                f"{enfant.derniers_mots()}"
            )


class _Interruption:
    demandee = False
    permise = False


def s_arreter_aux_signaux() -> None:
    """Ctrl-C, a polite kill and a closed terminal all end in one KeyboardInterrupt, raised where it does no harm."""

    def interrompre(numero: int, cadre: object) -> None:
        premiere, _Interruption.demandee = not _Interruption.demandee, True
        if premiere and _Interruption.permise:
            raise KeyboardInterrupt

    for numero in SIGNAUX:
        signal.signal(numero, interrompre)


@contextmanager
def interruptible() -> Iterator[None]:
    """Let a signal cut a long wait; elsewhere it could leave a child unrecorded, or a lock of `subprocess` taken."""
    avant, _Interruption.permise = _Interruption.permise, True
    try:
        if _Interruption.demandee:
            raise KeyboardInterrupt
        yield
    finally:
        _Interruption.permise = avant


def pause(secondes: float) -> None:
    with interruptible():
        time.sleep(secondes)


def _mourir_avec_le_lanceur(fin: signal.Signals) -> Callable[[], None] | None:
    """On Linux the kernel stops the child when the launcher is killed with -9; elsewhere nothing can."""
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None).prctl
    return lambda: prctl(PR_SET_PDEATHSIG, int(fin))


def arreter(enfant: subprocess.Popen, fin: signal.Signals = signal.SIGTERM, delai: float = 10) -> None:
    """Ask a child to stop; after `delai`, kill its whole session."""
    if enfant.poll() is not None:
        return
    enfant.send_signal(fin)
    try:
        enfant.wait(delai)
    except subprocess.TimeoutExpired:
        os.killpg(enfant.pid, signal.SIGKILL)
        enfant.wait()


def arreter_survivant(pid: int, programme: str, fin: signal.Signals = signal.SIGTERM, delai: float = 20) -> None:
    """Stop a server that outlived its launcher; it is no child of ours, so its end can only be watched."""
    echeance = time.monotonic() + delai
    with suppress(ProcessLookupError):
        os.kill(pid, fin)
        while est_vivant(pid, programme):
            if time.monotonic() > echeance:
                os.kill(pid, signal.SIGKILL)
            time.sleep(0.1)


def est_vivant(pid: int, programme: str) -> bool:
    """Is `pid` a running `programme`? A zombie is not, nor another program that got a recycled number."""
    if sys.platform == "linux":
        try:
            ligne = Path(f"/proc/{pid}/stat").read_text()
        except OSError:
            return False
        nom, reste = ligne.partition("(")[2].rsplit(")", 1)
        return programme in nom and reste.split()[0] != "Z"
    ps = subprocess.run(["ps", "-o", "stat=,comm=", "-p", str(pid)], capture_output=True, text=True)
    etat, _, nom = ps.stdout.strip().partition(" ")
    return programme in nom and not etat.startswith("Z")


def environnement_propre() -> dict[str, str]:
    """Our environment less what would lead PostgreSQL's programs and clients elsewhere than they are told."""
    return {nom: valeur for nom, valeur in os.environ.items() if nom not in DETOURNEMENTS}
