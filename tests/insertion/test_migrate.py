"""`migrate` on a service at work: it gives up, says why, and nobody has waited behind it."""

import time

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.core.management.commands import migrate as celui_de_django
from django.db import connections, transaction
from django.db.migrations import Migration

from insertion.management.commands import migrate

pytestmark = pytest.mark.django_db(databases=["owner"])


@pytest.fixture
def proprietaire():
    return connections["owner"]


@pytest.fixture
def quelqu_un(db, proprietaire):
    """Another connection to the same database."""
    with psycopg.connect(**proprietaire.get_connection_params() | {"cursor_factory": psycopg.Cursor}) as autre:
        yield autre


@pytest.fixture
def changer_une_table(monkeypatch, proprietaire):
    """What a migration does, without one of ours to name."""

    def changer(self, *args, **options):
        with transaction.atomic("owner"), proprietaire.cursor() as curseur:
            curseur.execute("ALTER TABLE insertion_battement ADD COLUMN essai int")

    monkeypatch.setattr(celui_de_django.Command, "handle", changer)


def test_a_table_that_somebody_reads_for_long_is_left_alone_after_a_second(
    quelqu_un, changer_une_table, proprietaire
):
    quelqu_un.execute("SELECT 1 FROM insertion_battement")
    debut = time.monotonic()

    with pytest.raises(CommandError, match="Migration abandonnée : une table est occupée"):
        call_command("migrate", database="owner", verbosity=0)

    assert 0.9 < time.monotonic() - debut < 3
    quelqu_un.rollback()
    call_command("migrate", database="owner", verbosity=0)
    with proprietaire.cursor() as curseur:
        curseur.execute("SELECT count(essai), current_setting('lock_timeout') FROM insertion_battement")
        assert curseur.fetchone() == (0, "0")


def test_two_at_once_are_one_after_the_other(quelqu_un, changer_une_table, monkeypatch):
    monkeypatch.setattr(migrate, "SEUL", ("50ms", migrate.SEUL[1]))
    quelqu_un.execute(migrate.SEUL[1])

    with pytest.raises(CommandError, match="Une autre migration est en cours"), transaction.atomic("owner"):
        call_command("migrate", database="owner", verbosity=0)

    quelqu_un.execute(migrate.FIN)
    call_command("migrate", database="owner", verbosity=0)


def test_a_statement_that_would_keep_its_table_for_long_is_undone(db, proprietaire, monkeypatch):
    def ralentir(commande, *args, **options):
        commande.verbosity = 0
        commande.migration_progress_callback("apply_start", Migration("essai", "insertion"))
        with transaction.atomic("owner"), proprietaire.cursor() as curseur:
            curseur.execute("SELECT pg_sleep(1)")

    monkeypatch.setattr(migrate, "DUREE", "50ms")
    monkeypatch.setattr(celui_de_django.Command, "handle", ralentir)

    with pytest.raises(CommandError, match="Migration abandonnée : une instruction dépasse"):
        call_command("migrate", database="owner", verbosity=0)

    with proprietaire.cursor() as curseur:
        curseur.execute("SHOW statement_timeout")
        assert curseur.fetchone() == ("0",)
