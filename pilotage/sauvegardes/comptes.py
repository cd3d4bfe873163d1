"""The three accounts of the database, as psycopg and PostgreSQL's own programs want them."""

import os

from django.conf import settings
from django.db import connections
from psycopg.conninfo import conninfo_to_dict

#: What libpq reads in the environment: a password among the arguments would show in the list of processes.
VARIABLES = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
}


def base_de_travail():
    """The name of the database that the application works in."""
    return connections["owner"].settings_dict["NAME"]


def qui_sauvegarde():
    """The account that reads everything, of DATABASE_BACKUP_URL."""
    return conninfo_to_dict(settings.DATABASE_BACKUP_URL, dbname=base_de_travail())


def qui_possede(base):
    """The account that owns the schema, in the database `base`."""
    return _compte("owner", base)


def application(base):
    """The account that the application works with, in the database `base`."""
    return _compte("default", base)


def environnement(compte):
    """The environment in which pg_dump and pg_restore are this account."""
    return {**os.environ, **{variable: str(compte[nom]) for nom, variable in VARIABLES.items() if compte.get(nom)}}


def _compte(alias, base):
    reglages = connections[alias].settings_dict
    noms = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD"}
    compte = {nom: reglages[cle] for nom, cle in noms.items() if reglages[cle]}
    return {**compte, "dbname": base, **{k: v for k, v in reglages["OPTIONS"].items() if k == "sslmode"}}
