class Routeur:
    """Only the owner of the schema may migrate: the application's role cannot, and must not, try."""

    def allow_migrate(self, db, app_label, **hints):
        return db == "owner"
