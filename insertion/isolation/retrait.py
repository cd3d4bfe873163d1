"""A whole structure taken out of the database by the owner of its tables: the application may delete no journal.

Its tables are found in the catalogue, not in the models: one that the code of today no longer knows is emptied too.
Keys are checked at the end, so no order is needed; rows are locked, never tables.
"""

from contextlib import contextmanager
from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import connection, connections, transaction

from ..models import Structure, Utilisateur

PROPRIETAIRE = "owner"
INSTANT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"
#: Rows that a policy would hide must make it fail, not stay behind; somebody who goes on writing, as well.
TOUT_VOIR = "SET LOCAL row_security = off; SET LOCAL lock_timeout = '10s'"
TABLES = """SELECT relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'structure_id'
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY relname"""
#: What leaves is not told to history, and what is limited or finished leaves as well.
SANS_TRACE = """SELECT set_config('tremplin.effacement', 'oui', true), set_config('pgtrigger.ignore',
    (SELECT coalesce(array_agg(tgname), '{}')::text FROM pg_trigger WHERE tgrelid = %s::regclass
     AND NOT tgisinternal), true)"""
#: The keys by which rows of the structures name a colleague.
CITATIONS = """SELECT k.conrelid::regclass::text, a.attname
    FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    WHERE k.contype = 'f' AND k.confrelid = 'insertion_utilisateur'::regclass
      AND EXISTS (SELECT FROM pg_attribute s WHERE s.attrelid = k.conrelid AND s.attname = 'structure_id')"""
EQUIPE = """SELECT utilisateur_id FROM insertion_appartenance WHERE structure_id = %s
    UNION SELECT utilisateur_id FROM insertion_evenementcompte WHERE structure_id = %s"""


@dataclass(frozen=True)
class Retrait:
    """What was taken out: {table: rows}, the accounts that went, and those that stay because they serve elsewhere."""

    lignes: dict
    comptes: int
    comptes_gardes: int


@contextmanager
def instant():
    """Open the transaction of the owner that takes a structure out; yield what lets `a_l_instant` see the same rows.

    Whoever writes in the structure meanwhile makes one of the two fail, at their commit at the latest.
    """
    with transaction.atomic(using=PROPRIETAIRE):
        _dire(f"{INSTANT}; {TOUT_VOIR}")
        ((nom,),) = _dire("SELECT pg_export_snapshot()")
        yield nom


@contextmanager
def a_l_instant(nom=""):
    """Open a transaction of the application that sees the database at one instant, that of `nom` if given."""
    with transaction.atomic(), connection.cursor() as curseur:
        curseur.execute(INSTANT)
        if nom:
            curseur.execute(f"SET TRANSACTION SNAPSHOT '{nom}'")
        yield


def retirer(structure_id):
    """Delete every row of the structure and the accounts that served nowhere else; return the `Retrait`.

    Inside `instant()`; keys are checked before it returns.
    """
    equipe = [pk for (pk,) in _dire(EQUIPE, [structure_id, structure_id])]
    lignes = {table: _vider(table, "structure_id", structure_id) for table in _tables()}
    lignes["insertion_structure"] = _vider("insertion_structure", "id", structure_id)
    partis = _retirer_les_comptes(equipe)
    connections[PROPRIETAIRE].check_constraints()
    comptes = partis.get("insertion_utilisateur", 0)
    return Retrait(
        {table: nombre for table, nombre in {**lignes, **partis}.items() if nombre}, comptes, len(equipe) - comptes
    )


def restes(structure_id):
    """{table: rows} of what the database still holds of a structure; empty when nothing is left."""
    with transaction.atomic(using=PROPRIETAIRE):
        _dire(TOUT_VOIR)
        nombres = {
            t: _dire(f"SELECT count(*) FROM {t} WHERE structure_id = %s", [structure_id])[0][0] for t in _tables()
        }
    nombres["insertion_structure"] = int(Structure.objects.using(PROPRIETAIRE).filter(pk=structure_id).exists())
    return {table: nombre for table, nombre in nombres.items() if nombre}


def _tables():
    return [table for (table,) in _dire(TABLES)]


def _vider(table, cle, structure_id):
    _dire(SANS_TRACE, [table])
    with connections[PROPRIETAIRE].cursor() as curseur:
        curseur.execute(f"DELETE FROM {table} WHERE {cle} = %s", [structure_id])
        return curseur.rowcount


def _retirer_les_comptes(equipe):
    """Delete the accounts that no other structure names, with all that opens them; return {table: rows}.

    The account of somebody who keeps Tremplin running belongs to no structure: it stays.
    """
    cites = set()
    for table, cle in _dire(CITATIONS):
        cites.update(pk for (pk,) in _dire(f"SELECT DISTINCT {cle} FROM {table} WHERE {cle} = ANY (%s)", [equipe]))
    seuls = Utilisateur.objects.using(PROPRIETAIRE).filter(pk__in=set(equipe) - cites, depannage=False)
    _, sessions = _sessions(equipe).delete()
    _, comptes = seuls.delete()
    return {apps.get_model(label)._meta.db_table: nombre for label, nombre in {**sessions, **comptes}.items()}


def _sessions(equipe):
    """The sessions of these colleagues, those who stay elsewhere included: what they hold was of the structure."""
    siens, toutes = set(map(str, equipe)), Session.objects.using(PROPRIETAIRE)
    return toutes.filter(pk__in=[une.pk for une in toutes.iterator() if une.get_decoded().get(SESSION_KEY) in siens])


def _dire(requete, valeurs=None):
    """Run an order of the owner; return its rows."""
    with connections[PROPRIETAIRE].cursor() as curseur:
        curseur.execute(requete, valeurs)
        return curseur.fetchall() if curseur.description else []
