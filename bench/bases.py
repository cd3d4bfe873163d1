"""Databases of the bench: named for it, created by the owner's account, dropped at the end whatever happened."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from outillage.affichage import Abandon, etape
from outillage.dossier import RACINE

CLES = """
    SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
    WHERE contype = 'f' AND connamespace = 'public'::regnamespace
"""
INDEX = """
    SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class ON oid = indexrelid
    WHERE relnamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
"""
#: What a trigger would have kept (parcours/models/derniers_contacts.py).
GARDES = """
    INSERT INTO parcours_derniercontact (structure_id, parcours_id, jour)
    SELECT structure_id, parcours_id, max((date AT TIME ZONE 'Europe/Paris')::date)
      FROM parcours_entretien GROUP BY 1, 2
"""
TABLES = "SELECT oid::regclass::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"


@contextmanager
def bases(reglages: Mapping[str, str], tailles: list[int]) -> Iterator[dict[int, dict[str, str]]]:
    """One migrated, empty database per size; gives {size: settings of Django}. Tests give one (TREMPLIN_MODELE)."""
    owner = reglages["DATABASE_OWNER_URL"]
    noms = {taille: f"bench_{os.getpid()}_{taille}" for taille in tailles}
    donne = os.environ.get("TREMPLIN_MODELE")
    modele = donne or f"bench_{os.getpid()}_modele"
    try:
        if not donne:
            with etape("Base modèle : migrations"):
                _creer(owner, modele)
                executer(["manage.py", "migrate", "--database", "owner", "-v", "0"], _vers(reglages, modele))
        for nom in noms.values():
            _creer(owner, nom, modele)
        yield {taille: _vers(reglages, nom) for taille, nom in noms.items()}
    finally:
        for nom in noms.values() if donne else (modele, *noms.values()):
            _sur(owner, sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(nom)))


@contextmanager
def allegee(reglages: Mapping[str, str]) -> Iterator[None]:
    """Take foreign keys, history triggers and secondary indexes away while a database is filled, then put them back.

    Made at once over millions of rows they cost a fraction of what they cost row by row, and end the same. Then do
    what autovacuum would have done by the next day.
    """
    with psycopg.connect(reglages["DATABASE_OWNER_URL"], autocommit=True) as connexion:
        connexion.execute("SET maintenance_work_mem = '256MB'")
        cles, index = connexion.execute(CLES).fetchall(), connexion.execute(INDEX).fetchall()
        tables = [nom for (nom,) in connexion.execute(TABLES)]
        _chacun(connexion, [f"ALTER TABLE {table} DROP CONSTRAINT {nom}" for table, nom, _ in cles])
        _chacun(connexion, [f"DROP INDEX {nom}" for nom, _ in index])
        _chacun(connexion, [f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in tables])
    yield
    with psycopg.connect(reglages["DATABASE_OWNER_URL"], autocommit=True) as connexion:
        connexion.execute("SET maintenance_work_mem = '256MB'")
        _chacun(connexion, [definition for _, definition in index])
        _chacun(connexion, [f"ALTER TABLE {table} ADD CONSTRAINT {nom} {quoi}" for table, nom, quoi in cles])
        _chacun(connexion, [f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in tables])
        connexion.execute(GARDES)
        connexion.execute("VACUUM (ANALYZE)")


def mesurer_base(reglages: Mapping[str, str]) -> str:
    """How much disk a database takes, in words."""
    with psycopg.connect(reglages["DATABASE_OWNER_URL"]) as connexion:
        (octets,) = connexion.execute("SELECT pg_database_size(current_database())").fetchone()
    return f"{octets / 1e9:.1f} Go" if octets > 1e9 else f"{octets / 1e6:.0f} Mo"


def _chacun(connexion: psycopg.Connection, phrases: list[str]) -> None:
    for phrase in phrases:
        connexion.execute(phrase)


def executer(commande: list[str], environnement: Mapping[str, str], sortie: int | None = None) -> str:
    """Run one of our Python programs; its standard output when `sortie` asks for it."""
    execution = subprocess.run(
        [sys.executable, *commande], cwd=RACINE, env=environnement, stdout=sortie, text=True, stdin=subprocess.DEVNULL
    )
    if execution.returncode:
        raise Abandon(f"La commande {' '.join(commande)} a échoué : voir ci-dessus.")
    return execution.stdout or ""


def _creer(owner: str, nom: str, modele: str = "template0") -> None:
    phrase = "CREATE DATABASE {} TEMPLATE {} ENCODING 'UTF8'"
    _sur(owner, sql.SQL(phrase).format(sql.Identifier(nom), sql.Identifier(modele)))


def _sur(owner: str, phrase: sql.Composable) -> None:
    with psycopg.connect(_nommer(owner, "postgres"), autocommit=True) as connexion:
        connexion.execute(phrase)


def _vers(reglages: Mapping[str, str], base: str) -> dict[str, str]:
    urls = {nom: _nommer(reglages[nom], base) for nom in ("DATABASE_URL", "DATABASE_OWNER_URL")}
    return {**reglages, **urls}


def _nommer(url: str, base: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{base}"))
