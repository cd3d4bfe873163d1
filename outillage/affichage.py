"""What the person who typed the command reads: one line per part, with the time since the start."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

#: Of the command, on the clock that nobody moves.
DEBUT = time.monotonic() - (time.time() - float(os.environ.get("TREMPLIN_DEBUT") or time.time()))


class Abandon(Exception):
    """Stops the command; the message, in French, says what is missing and what to type."""


def ecrire(texte: str = "", fin: str = "\n") -> None:
    with suppress(OSError):  # the terminal may be gone (SIGHUP), and everything must still be stopped
        print(texte, end=fin, flush=True)


def dire(message: str, fin: str = "\n") -> None:
    ecrire(f"[{time.monotonic() - DEBUT:5.0f} s] {message}", fin)


def duree(secondes: float) -> str:
    return f"{secondes:.1f} s".replace(".", ",")


@contextmanager
def etape(titre: str, *, bavarde: bool = False) -> Iterator[None]:
    """Announce a part, then say how long it took; `bavarde` when the part writes lines of its own."""
    debut = time.monotonic()
    dire(titre if bavarde else f"{titre} … ", fin="\n" if bavarde else "")
    try:
        yield
    except BaseException:
        ecrire()
        raise
    temps = duree(time.monotonic() - debut)
    if bavarde:
        dire(f"{titre} : {temps}")
    else:
        ecrire(temps)
