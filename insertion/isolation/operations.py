"""Migration operations that arm a table: forced row-level security, composite foreign keys, write-once tables."""

from django.db import connections
from django.db.migrations.operations.base import Operation
from django.db.migrations.utils import resolve_relation

from .models import CleIsolee

#: The inner cast is of the value read once, the outer one only tells PostgreSQL that it is an array.
CONDITION = "structure_id = ANY ((SELECT tremplin.structures()::bigint[])::bigint[])"


#: Roles that follow people: they read diagnostics, comptes rendus, health and justice.
SUIVI = ("charge_insertion", "chef_service", "direction", "systeme")


def roles(*noms):
    """Return the SQL condition « the role that works now is one of `noms` »."""
    liste = ", ".join(f"'{nom}'" for nom in noms)
    return f"(SELECT tremplin.role()) IN ({liste})"


def role_application():
    """Return the quoted name of the database role that the application works with."""
    connection = connections["default"]
    return connection.ops.quote_name(connection.settings_dict["USER"])


class Autoriser(Operation):
    """Let the application's role read and write the tables that exist and those to come; nothing else."""

    reduces_to_sql = True
    reversible = True

    def state_forwards(self, app_label, state):
        """The schema as Django knows it does not change."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        role, droits = role_application(), "SELECT, INSERT, UPDATE, DELETE"
        for phrase in (
            f"GRANT USAGE ON SCHEMA public, tremplin TO {role}",
            f"GRANT {droits} ON ALL TABLES IN SCHEMA public TO {role}",
            f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role}",
            f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT {droits} ON TABLES TO {role}",
            f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO {role}",
        ):
            schema_editor.execute(phrase)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        """The rights go with the tables."""

    def describe(self):
        return "Autoriser le rôle de l’application"


class EnUneFois(Operation):
    """Do many operations of Django at once: the models are drawn again after the last, not after each.

    One after the other, a hundred `CreateModel` took two minutes. Each operation works on the final state: a table is
    created with all its fields, constraints and triggers, hence those that come after it go in an `EnUneFois` of
    their own.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, operations):
        self.operations = operations

    def deconstruct(self):
        return self.__class__.__name__, [self.operations], {}

    def state_forwards(self, app_label, state):
        state.clear_delayed_apps_cache()
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return f"Faire {len(self.operations)} opérations en une fois"


class Isoler(Operation):
    """Arm the table of `model`: its rows show to their structure only, and `condition` (SQL) narrows further.

    Every foreign key towards another isolated table becomes composite. `ajout_seul` is for journals and history:
    the application may neither change nor delete what was written, and rows outlive what they point to.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, model, condition="", *, ajout_seul=False):
        self.model, self.condition, self.ajout_seul = model, condition, ajout_seul

    def deconstruct(self):
        return (
            self.__class__.__name__,
            [self.model, self.condition],
            {"ajout_seul": self.ajout_seul},
        )

    def state_forwards(self, app_label, state):
        """The schema as Django knows it does not change."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        table = _table(to_state, app_label, self.model)
        schema_editor.execute(self._politique(table))
        for champ in self._cles(to_state, app_label):
            schema_editor.execute(_cle_composite(to_state, app_label, self.model, champ))
        if self.ajout_seul:
            schema_editor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {role_application()}")

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        table = _table(from_state, app_label, self.model)
        for champ in self._cles(from_state, app_label):
            schema_editor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {_nom(table, champ)}")
        schema_editor.execute(
            f"DROP POLICY isolation ON {table};"
            f" ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;"
            f" ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;"
        )

    def describe(self):
        return f"Isoler {self.model}"

    def _cles(self, state, app_label):
        champs = state.models[app_label, self.model.lower()].fields
        return [] if self.ajout_seul else [nom for nom, champ in champs.items() if isinstance(champ, CleIsolee)]

    def _politique(self, table):
        condition = f"{CONDITION} AND ({self.condition})" if self.condition else CONDITION
        return (
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"
            f" ALTER TABLE {table} FORCE ROW LEVEL SECURITY;"
            f" CREATE POLICY isolation ON {table} USING ({condition}) WITH CHECK ({condition});"
        )


class ChangerCondition(Operation):
    """Narrow the rows of a table already armed by another `condition` than the one (`avant`) it had."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, model, condition, avant):
        self.model, self.condition, self.avant = model, condition, avant

    def deconstruct(self):
        return self.__class__.__name__, [self.model, self.condition, self.avant], {}

    def state_forwards(self, app_label, state):
        """The schema as Django knows it does not change."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        self._changer(schema_editor, _table(to_state, app_label, self.model), self.condition)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        self._changer(schema_editor, _table(from_state, app_label, self.model), self.avant)

    def describe(self):
        return f"Changer qui voit {self.model}"

    def _changer(self, schema_editor, table, condition):
        complete = f"{CONDITION} AND ({condition})"
        schema_editor.execute(f"ALTER POLICY isolation ON {table} USING ({complete}) WITH CHECK ({complete})")


class Rattacher(Operation):
    """Make composite one foreign key that was added to a table already armed (`Isoler` does it for a new table)."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, model, champ):
        self.model, self.champ = model, champ

    def deconstruct(self):
        return self.__class__.__name__, [self.model, self.champ], {}

    def state_forwards(self, app_label, state):
        """The schema as Django knows it does not change."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        schema_editor.execute(_cle_composite(to_state, app_label, self.model, self.champ))

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        table = _table(from_state, app_label, self.model)
        schema_editor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {_nom(table, self.champ)}")

    def describe(self):
        return f"Rattacher {self.model}.{self.champ} à sa structure"


def _table(state, app_label, model):
    """The table of a model, from the state as it stands: `state.apps` would draw every model to know one name."""
    return state.models[app_label, model.lower()].options.get("db_table") or f"{app_label}_{model.lower()}"


def _nom(table, champ):
    return f"{table}_{champ}_id_meme_structure"


def _cle_composite(state, app_label, model, champ):
    table = _table(state, app_label, model)
    vers = state.models[app_label, model.lower()].fields[champ].remote_field.model
    cible = _table(state, *resolve_relation(vers, app_label, model.lower()))
    return (
        f"ALTER TABLE {table} ADD CONSTRAINT {_nom(table, champ)} FOREIGN KEY (structure_id, {champ}_id)"
        f" REFERENCES {cible} (structure_id, id) DEFERRABLE INITIALLY DEFERRED"
    )
