from .contexte import PRIMAIRE, REPLIQUE, contexte_courant


class Routeur:
    """Only the owner of the schema may migrate: the application's role cannot, and must not, try.

    The replica is read inside `replique.lire` only; what came from it is written, and read again, on the primary.
    """

    def allow_migrate(self, db, app_label, **hints):
        return db == "owner"

    def db_for_read(self, model, instance=None, **hints):
        ouvert = contexte_courant()
        return REPLIQUE if ouvert and ouvert.base == REPLIQUE else self.db_for_write(model, instance)

    def db_for_write(self, model, instance=None, **hints):
        return PRIMAIRE if instance is not None and instance._state.db == REPLIQUE else None

    def allow_relation(self, obj1, obj2, **hints):
        return True if REPLIQUE in (obj1._state.db, obj2._state.db) else None
