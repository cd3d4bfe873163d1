"""The only door to the rows of a structure (docs/decisions/0002-isolation.md)."""

import json
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction

from ..enums import ROLE_SYSTEME

#: Where rows are written and read; where reports may read them (replique.py).
PRIMAIRE, REPLIQUE = DEFAULT_DB_ALIAS, "replica"
REGLAGES = """SELECT set_config('tremplin.structures', %s, true), set_config('tremplin.utilisateur', %s, true),
    set_config('tremplin.role', %s, true), set_config('pghistory.context_metadata', %s, true)"""


class HorsContexte(RuntimeError):
    """A query on rows of a structure was made outside `contexte()`."""


@dataclass(frozen=True)
class Contexte:
    """Who works, for which structures, with which role; `origine` is where the change comes from (URL, task…).

    `base` is the database that is read.
    """

    structures: tuple[int, ...]
    utilisateur_id: int = 0
    role: str = ROLE_SYSTEME
    origine: str = ""
    base: str = PRIMAIRE

    def reglages(self):
        """Return the four texts that PostgreSQL's policies and history triggers read."""
        auteur = {
            "utilisateur": self.utilisateur_id,
            "role": self.role,
            "origine": self.origine,
        }
        structures = ",".join(str(int(pk)) for pk in self.structures)
        return (
            f"{{{structures}}}",
            str(int(self.utilisateur_id)),
            self.role,
            json.dumps(auteur),
        )


_contexte = ContextVar("contexte", default=None)


def contexte_courant():
    """Return the open `Contexte`, or None."""
    return _contexte.get()


def contexte_exige():
    """Return the open `Contexte`; raise `HorsContexte` when none is open."""
    ouvert = _contexte.get()
    if ouvert is None:
        raise HorsContexte("Requête sur les données d’une structure hors de tout contexte.")
    return ouvert


def regler(contexte, base=PRIMAIRE):
    """Tell the open transaction of `base` which rows it may see: those of `contexte`, none without one."""
    with connections[base].cursor() as cursor:
        cursor.execute(REGLAGES, contexte.reglages() if contexte else ("", "", "", ""))


@contextmanager
def contexte(*structures, utilisateur_id=0, role=ROLE_SYSTEME, origine=""):
    """Open a transaction (or a savepoint) that sees the rows of `structures` (ids) and no others.

    The settings are local to the transaction: COMMIT and ROLLBACK TO undo them by themselves, but
    RELEASE SAVEPOINT keeps them, so a nested block puts the outer ones back.
    """
    exterieur, imbrique = _contexte.get(), connection.in_atomic_block
    ouvert = Contexte(tuple(structures), utilisateur_id, role, origine)
    jeton = _contexte.set(ouvert)
    try:
        with transaction.atomic():
            regler(ouvert)
            yield ouvert
            if imbrique and not connection.needs_rollback:
                regler(exterieur)
    finally:
        _contexte.reset(jeton)
