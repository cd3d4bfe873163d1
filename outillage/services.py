"""The servers that Tremplin needs, private or given, and the settings that name them to Django."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import redis

from outillage.affichage import Abandon, etape
from outillage.bases import base_donnee, base_privee
from outillage.dossier import Dossier
from outillage.postgres_prive import postgres_prive
from outillage.valkey_prive import valkey_prive


@contextmanager
def services(dossier: Dossier, *, rapide: bool = False) -> Iterator[dict[str, str]]:
    """A database and a Redis for the time of the block; gives the settings of Django that name them."""
    with ExitStack() as pile:
        yield {
            **_postgresql(pile, dossier, rapide),
            "REDIS_URL": _redis(pile, dossier, rapide),
            "SECRET_KEY": os.environ.get("SECRET_KEY") or dossier.secret("SECRET_KEY"),
            "CLES_CHIFFREMENT": os.environ.get("CLES_CHIFFREMENT") or f"1:{dossier.secret('CLE_CHIFFREMENT')}",
            "DONNEES": str(dossier.racine),
        }


def _postgresql(pile: ExitStack, dossier: Dossier, rapide: bool) -> dict[str, str]:
    if url := os.environ.get("DATABASE_URL"):
        with etape("PostgreSQL de DATABASE_URL"):
            return base_donnee(dossier, url, os.environ.get("DATABASE_OWNER_URL"))
    with etape("PostgreSQL privé"):
        serveur = pile.enter_context(postgres_prive(dossier, rapide=rapide))
        # pg_dump must be at least as recent as the server: its own comes first.
        return {**base_privee(serveur), "PATH": f"{serveur.binaires}{os.pathsep}{os.environ['PATH']}"}


def _redis(pile: ExitStack, dossier: Dossier, rapide: bool) -> str:
    if url := os.environ.get("REDIS_URL"):
        with etape("Redis de REDIS_URL"):
            return _verifier(url)
    with etape("Valkey privé"):
        return pile.enter_context(valkey_prive(dossier, rapide=rapide)).url


def _verifier(url: str) -> str:
    try:
        with redis.from_url(url, socket_timeout=5) as client:
            client.ping()
    except (redis.RedisError, ValueError) as erreur:
        raise Abandon(f"Le serveur de REDIS_URL ne répond pas : {erreur}") from erreur
    return url
