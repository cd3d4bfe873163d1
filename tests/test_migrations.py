"""What a migration may do while people work: the code in place goes on, and no table is locked."""

import pytest
from django.conf import settings
from django.db.migrations.loader import MigrationLoader
from django_migration_linter import MigrationLinter
from django_migration_linter.sql_analyser import analyse_sql_statements, get_sql_analyser_class

#: The last migration of each floor that was judged and left with a release. Those after it are judged at each run,
#: for more than a second each: Django draws every model anew. Before 0003, nobody worked here yet.
#: 0010 of parcours puts an index on the history of the renewals: a table of a few rows a person, done in a blink.
JUGEES = {"insertion": "0004", "beneficiaires": "0004", "entreprises": "0002", "parcours": "0010", "pilotage": "0002"}


@pytest.mark.django_db(databases=["owner"])
def test_no_new_migration_breaks_the_code_in_place_nor_locks_a_table(capsys):
    """One that must do so anyway: `JUGEES` is moved past it, and its reason said there."""
    nouvelles = {une for une in MigrationLoader(None).disk_migrations if une[1][:4] > JUGEES.get(une[0], "9999")}
    linter = MigrationLinter(
        str(settings.BASE_DIR),
        database="owner",
        include_apps=JUGEES,
        include_name={nom for _, nom in nouvelles},
        no_cache=True,
        all_warnings_as_errors=True,
    )

    if nouvelles:
        linter.lint_all_migrations()

    assert not linter.has_errors, capsys.readouterr().out


@pytest.mark.parametrize(
    ("sql", "refus"),
    [
        ("ALTER TABLE t ADD COLUMN c text NULL;", []),
        ("ALTER TABLE t ADD COLUMN c text DEFAULT '' NOT NULL;", []),
        ("ALTER TABLE t ADD COLUMN c text NOT NULL;", ["NOT_NULL"]),
        ("ALTER TABLE t DROP COLUMN c CASCADE;", ["DROP_COLUMN"]),
        ("ALTER TABLE t RENAME COLUMN c TO d;", ["RENAME_COLUMN"]),
        ("DROP TABLE t CASCADE;", ["DROP_TABLE"]),
        ("CREATE INDEX i ON t (c);", ["CREATE_INDEX"]),
        ("CREATE INDEX CONCURRENTLY i ON t (c);", []),
    ],
)
def test_what_would_break_or_freeze_is_refused(sql, refus):
    analyseur = get_sql_analyser_class(settings.DATABASES["owner"]["ENGINE"])

    erreurs, _, avertissements = analyse_sql_statements(analyseur, [sql])

    assert [dit.code for dit in erreurs + avertissements] == refus
