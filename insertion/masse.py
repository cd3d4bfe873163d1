"""Rows by the million, made by PostgreSQL itself: for the scale mode of the demonstration and the bench only."""

from django.db import connection


def inserer(modele, colonnes, source, parametres=()):
    """Insert into the table of `modele` one row per line of `source` (SQL); return how many.

    `colonnes` maps each column to its SQL expression, written by us, never typed by anybody. The open context
    applies: row-level security checks every row as it would for a form.
    """
    noms = ", ".join(connection.ops.quote_name(nom) for nom in colonnes)
    phrase = f"INSERT INTO {modele._meta.db_table} ({noms}) SELECT {', '.join(colonnes.values())} FROM {source}"
    with connection.cursor() as cursor:
        cursor.execute(phrase, parametres)
        return cursor.rowcount


def suspendre_historique():
    """Silence the history of insertions until the end of the transaction: invented millions have no past to keep."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pgtrigger.ignore', array_agg(DISTINCT tgname::text)::text, true)"
            " FROM pg_trigger WHERE tgname LIKE 'pgtrigger_insert%'"
        )
