"""What a database holds, in figures that a restored one must give again."""

from contextlib import contextmanager

import psycopg
from psycopg import sql

TABLES = """SELECT relname FROM pg_class
    WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace ORDER BY relname"""
#: Rows counted and summed whatever their order: one reading of the table, nothing kept in memory.
RANGEES = "SELECT count(*), coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0)::text FROM {} t"
ISOLATION = """SELECT (SELECT count(*) FROM pg_policies WHERE schemaname = 'public'),
    (SELECT count(*) FROM pg_class WHERE relforcerowsecurity AND relnamespace = 'public'::regnamespace)"""
#: The text of a row must not depend on who reads it.
REGLAGES = "SET timezone = 'UTC'; SET datestyle = 'ISO'; SET row_security = off"


@contextmanager
def instantane(compte):
    """Open the database of the account `compte` as it is at one instant; yield (connection, name of the instant)."""
    with psycopg.connect(**compte) as connexion:
        connexion.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connexion.read_only = True
        nom = connexion.execute("SELECT pg_export_snapshot()").fetchone()[0]
        yield connexion, nom


def compter(connexion):
    """Return {"tables": {name: [rows, sum of imprints]}, "isolation": [policies, tables under forced security]}."""
    connexion.execute(REGLAGES)
    noms = [nom for (nom,) in connexion.execute(TABLES)]
    rangees = {nom: connexion.execute(sql.SQL(RANGEES).format(sql.Identifier(nom))).fetchone() for nom in noms}
    return {
        "tables": {nom: list(compte) for nom, compte in rangees.items()},
        "isolation": list(connexion.execute(ISOLATION).fetchone()),
    }


def ecarts(attendu, trouve):
    """Say in French what differs between two counts; an empty list when they are the same."""
    tables = sorted(attendu["tables"].keys() | trouve["tables"].keys())
    phrases = [
        f"{nom} : {_dire(attendu['tables'].get(nom))} dans la sauvegarde, {_dire(trouve['tables'].get(nom))} ici"
        for nom in tables
        if attendu["tables"].get(nom) != trouve["tables"].get(nom)
    ]
    if attendu["isolation"] != trouve["isolation"]:
        phrases.append("les règles d’isolation ne sont pas les mêmes")
    return phrases


def _dire(compte):
    return "rien" if compte is None else f"{compte[0]} lignes"
