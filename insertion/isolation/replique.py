"""Reports, figures and exports are read from a replica of the database when there is one that has caught up.

`DATABASE_REPLICA_URL` names it. Its rows are guarded as those of the primary are: the same role, the same policies,
the settings of the open context. What is read there is written on the primary (`routeur.py`).
"""

import logging
import time
from contextlib import contextmanager
from dataclasses import replace

from django.db import DatabaseError, InterfaceError, connection, connections, transaction

from .contexte import REPLIQUE, _contexte, contexte_exige, regler

logger = logging.getLogger(__name__)

#: Seconds given to the replica to replay what the primary had written when asked, and left to one that is away.
ATTENTE, REPOS = 1, 30
POSITION = "SELECT pg_current_wal_flush_lsn()::text"
REJOUEE = "SELECT pg_is_in_recovery() AND pg_last_wal_replay_lsn() >= %s::pg_lsn"


class EnRetard(DatabaseError):
    """The replica has not replayed yet what the primary holds."""


def lire(fonction):
    """Return `fonction()`, read from the replica, or from the primary when there is none, or it is late, or fails."""
    if REPLIQUE not in connections or contexte_exige().base == REPLIQUE or time.monotonic() < _Repos.fin:
        return fonction()
    try:
        with _sur_la_replique():
            return fonction()
    except (DatabaseError, InterfaceError) as raison:
        logger.warning("Réplique laissée pour %s s : %s", REPOS, type(raison).__name__)
        _Repos.fin = time.monotonic() + REPOS
        connections[REPLIQUE].close()
        return fonction()


class _Repos:
    fin = 0.0


@contextmanager
def _sur_la_replique():
    """The open context, on the replica, in a transaction of its own."""
    ouvert = replace(contexte_exige(), base=REPLIQUE)
    _attendre(_position())
    jeton = _contexte.set(ouvert)
    try:
        with transaction.atomic(using=REPLIQUE):
            regler(ouvert, REPLIQUE)
            yield
    finally:
        _contexte.reset(jeton)


def _position():
    """Up to where the primary has written: all that was committed is before."""
    with connection.cursor() as curseur:
        curseur.execute(POSITION)
        return curseur.fetchone()[0]


def _attendre(position):
    """Wait until the replica is at `position`; raise `EnRetard` when it is not soon."""
    echeance = time.monotonic() + ATTENTE
    with connections[REPLIQUE].cursor() as curseur:
        while True:
            curseur.execute(REJOUEE, [position])
            if curseur.fetchone()[0]:
                return
            if time.monotonic() > echeance:
                raise EnRetard
            time.sleep(0.02)
