"""`migrate` that freezes nobody: it gives up rather than make those who work wait behind it (surete.md P1-24)."""

from contextlib import contextmanager

from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import OperationalError, connections
from psycopg.errors import LockNotAvailable, QueryCanceled

#: Behind a change that waits for its table, every page that reads this table waits too.
PATIENCE = "1s"
#: The longest statement of a migration that keeps its table until its end (surete.md P1-24).
DUREE = "10s"
#: Nobody waits behind this one: another `migrate` ends, or what one that was killed left to its server.
SEUL = ("10s", "SELECT pg_advisory_lock(hashtext('tremplin.migrate'))")
FIN = "SELECT pg_advisory_unlock(hashtext('tremplin.migrate'))"

OCCUPEE = (
    "Migration abandonnée : une table est occupée, et l’attendre bloquerait les pages. Les étapes déjà passées "
    "restent, celle-ci est défaite, le service continue. Relancez dans un moment plus calme, par exemple après la "
    "sauvegarde."
)
LONGUE = (
    f"Migration abandonnée : une instruction dépasse {DUREE.replace('s', ' secondes')} et sa table ne se "
    "lisait plus. L’étape est défaite, le service continue. Découpez-la : sans verrou (CONCURRENTLY), ou par lots."
)


class Command(migrate.Command):
    def handle(self, *args, **options):
        connexion = connections[options["database"]]
        patience, prendre = SEUL
        with _sans_attendre(connexion, patience, "Une autre migration est en cours. Relancez quand elle aura fini."):
            _dire(connexion, prendre)
        try:
            with _sans_attendre(connexion, PATIENCE, OCCUPEE):
                self.connexion = connexion
                super().handle(*args, **options)
        finally:
            if connexion.is_usable():
                _dire(connexion, FIN)

    def migration_progress_callback(self, action, migration=None, fake=False):
        """Bound the statements of a migration that is one transaction; the others lock nobody out."""
        if action.endswith("_start"):
            duree = DUREE if migration and migration.atomic else "0"
            _dire(self.connexion, f"SET statement_timeout = '{duree}'")
        elif action.endswith("_success"):
            _dire(self.connexion, "RESET statement_timeout")
        super().migration_progress_callback(action, migration, fake)


@contextmanager
def _sans_attendre(connexion, patience, sinon):
    """Wait for a lock no longer than `patience`; past it, say `sinon`."""
    _dire(connexion, f"SET lock_timeout = '{patience}'")
    try:
        yield
    except OperationalError as erreur:
        if isinstance(erreur.__cause__, LockNotAvailable):
            raise CommandError(sinon) from erreur
        if isinstance(erreur.__cause__, QueryCanceled):
            raise CommandError(LONGUE) from erreur
        raise
    finally:
        if connexion.is_usable():
            _dire(connexion, "RESET lock_timeout; RESET statement_timeout")


def _dire(connexion, requete):
    with connexion.cursor() as curseur:
        curseur.execute(requete)
