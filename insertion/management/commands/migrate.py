"""`migrate` that freezes nobody: it gives up rather than make those who work wait behind it (surete.md P1-24)."""

from contextlib import contextmanager

from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import OperationalError, connections
from psycopg.errors import LockNotAvailable

#: Behind a change that waits for its table, every page that reads this table waits too.
PATIENCE = "1s"
#: Nobody waits behind this one: another `migrate` ends, or what one that was killed left to its server.
SEUL = ("10s", "SELECT pg_advisory_lock(hashtext('tremplin.migrate'))")
FIN = "SELECT pg_advisory_unlock(hashtext('tremplin.migrate'))"

OCCUPEE = (
    "Migration abandonnée : une table est occupée, et l’attendre bloquerait les pages. Les étapes déjà passées "
    "restent, celle-ci est défaite, le service continue. Relancez dans un moment plus calme, par exemple après la "
    "sauvegarde."
)


class Command(migrate.Command):
    def handle(self, *args, **options):
        connexion = connections[options["database"]]
        patience, prendre = SEUL
        with _sans_attendre(connexion, patience, "Une autre migration est en cours. Relancez quand elle aura fini."):
            _dire(connexion, prendre)
        try:
            with _sans_attendre(connexion, PATIENCE, OCCUPEE):
                super().handle(*args, **options)
        finally:
            if connexion.is_usable():
                _dire(connexion, FIN)


@contextmanager
def _sans_attendre(connexion, patience, sinon):
    """Wait for a lock no longer than `patience`; past it, say `sinon`."""
    _dire(connexion, f"SET lock_timeout = '{patience}'")
    try:
        yield
    except OperationalError as erreur:
        if isinstance(erreur.__cause__, LockNotAvailable):
            raise CommandError(sinon) from erreur
        raise
    finally:
        if connexion.is_usable():
            _dire(connexion, "RESET lock_timeout")


def _dire(connexion, requete):
    with connexion.cursor() as curseur:
        curseur.execute(requete)
