"""`make test`: all that must hold, on a real PostgreSQL and a real Redis; every part runs, whatever failed before.

While the short parts run, two at a time, one database is migrated; each file of tests then works in a copy of it.
The last part is pytest, whose closing line ends the output; outillage/durees.py writes the durations just above it.
"""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from outillage import paquets_front
from outillage.affichage import Abandon, dire, duree, ecrire, etape
from outillage.dossier import RACINE, Dossier
from outillage.processus import environnement_propre, interruptible, s_arreter_aux_signaux
from outillage.services import services

BIN = Path(sys.executable).parent
# Two workers, random order (pytest-randomly); tests/conftest.py shares the tests out.
PYTEST = [sys.executable, "-m", "pytest", "-n", "2", "-p", "outillage.durees"]
MODELE = "Base modèle des essais : migrations"
MIGRER = [sys.executable, "manage.py", "migrate", "--database", "owner", "-v", "0", "--skip-checks"]
# What docker-compose.yml asks for: it must refuse to start without any of them.
COMPOSE = {
    "SECRET_KEY": "exemple",
    "CLES_CHIFFREMENT": "1:exemple",
    "SITE_URL": "https://tremplin.example",
    "ALLOWED_HOSTS": "tremplin.example",
    "POSTGRES_PASSWORD": "exemple",
    "OWNER_PASSWORD": "exemple",
    "APP_PASSWORD": "exemple",
    "BACKUP_PASSWORD": "exemple",
    "REDIS_PASSWORD": "exemple",
    "EMAIL_HOST": "courriel.example",
    "DEFAULT_FROM_EMAIL": "tremplin@tremplin.example",
}


def main() -> int:
    s_arreter_aux_signaux()
    try:
        dossier = Dossier(RACINE / ".tremplin" / "test").ouvrir()
        with etape("Polices et icônes"):
            paquets_front.assurer()
        with services(dossier, rapide=True) as reglages:
            environnement = {**environnement_propre(), "DJANGO_SETTINGS_MODULE": "insertion.settings", **reglages}
            environnement.pop("PYTHONDONTWRITEBYTECODE", None)  # a dozen processes would each compile it all again
            return verifier(environnement)
    except Abandon as abandon:
        ecrire(f"\n{abandon}")
    except KeyboardInterrupt:
        dire("Interrompu.")
    return 1


def verifier(environnement: dict[str, str]) -> int:
    with base_modele(environnement) as modele:
        parties = _executer_les_parties([*_parties(), (MODELE, [*MIGRER], modele)], environnement)
        environnement |= {"TREMPLIN_PARTIES": json.dumps(parties), "TREMPLIN_MODELE": base_du_modele(modele)}
        # The test client speaks plain http; browser tests reach the database from the thread of Playwright's loop.
        environnement |= {"COOKIES_SECURES": "0", "DJANGO_ALLOW_ASYNC_UNSAFE": "1"}
        environnement.pop("DJANGO_SETTINGS_MODULE")  # pyproject.toml names that of the tests
        with interruptible():
            code = subprocess.run([*PYTEST, *sys.argv[1:]], cwd=RACINE, env=environnement).returncode
    return code or int(any(partie["echec"] for partie in parties))


@contextmanager
def base_modele(environnement: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """An empty database that the owner's account creates, dropped at the end; gives the settings that name it."""
    owner, app = environnement["DATABASE_OWNER_URL"], environnement["DATABASE_URL"]
    nom = f"test_{urlsplit(owner).path.strip('/')}_modele"
    enlever = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(nom))
    creer = sql.SQL("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0").format(sql.Identifier(nom))
    with psycopg.connect(owner, autocommit=True) as connexion:
        connexion.execute(enlever)  # a run that was killed may have left it
        connexion.execute(creer)
    try:
        yield {"DATABASE_OWNER_URL": _vers(owner, nom), "DATABASE_URL": _vers(app, nom)}
    finally:
        with psycopg.connect(owner, autocommit=True) as connexion:
            connexion.execute(enlever)


def _vers(url: str, base: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{base}"))


def base_du_modele(reglages: Mapping[str, str]) -> str:
    return urlsplit(reglages["DATABASE_OWNER_URL"]).path.strip("/")


def _executer_les_parties(parties: list[tuple], environnement: dict[str, str]) -> list[dict]:
    """Run the parts, two at a time, the longest first; each says itself when it ends."""
    with ThreadPoolExecutor(max_workers=2) as ouvriers:
        demandes = [
            ouvriers.submit(_partie, titre, commande, {**environnement, **en_plus})
            for titre, commande, en_plus in reversed(parties)
        ]
        try:
            with interruptible():
                return [demande.result() for demande in reversed(demandes)]
        except KeyboardInterrupt:
            ouvriers.shutdown(cancel_futures=True)
            raise


def _parties() -> list[tuple[str, list, dict[str, str]]]:
    parties = [
        ("Mise en forme (ruff format)", [BIN / "ruff", "format", "--check", "--quiet", "."], {}),
        ("Règles (ruff check)", [BIN / "ruff", "check", "--quiet", "."], {}),
        ("Contrats d'import (import-linter)", [BIN / "lint-imports"], {}),
        ("Migrations à jour", [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"], {}),
        ("Réglages de production", [sys.executable, "-m", "outillage.production"], {}),
        ("Gabarits (djlint)", [BIN / "djlint", "templates", "--lint", "--quiet"], {}),
    ]
    if compose := _compose():
        parties.append(("docker compose config", [*compose, "config", "--quiet"], COMPOSE))
    return parties


def _compose() -> list[str] | None:
    for commande in (["docker", "compose"], ["docker-compose"]):
        if shutil.which(commande[0]) and not subprocess.run([*commande, "version"], capture_output=True).returncode:
            return commande
    return None


def _partie(titre: str, commande: list, environnement: dict[str, str]) -> dict:
    """Run one part and show its output only when it fails."""
    debut = time.monotonic()
    mots = [str(mot) for mot in commande]
    execution = subprocess.run(mots, cwd=RACINE, env=environnement, capture_output=True, text=True)
    secondes, echec = time.monotonic() - debut, bool(execution.returncode)
    dire(f"{titre} … {duree(secondes)}{' ÉCHEC' if echec else ''}")
    if echec:
        ecrire(f"{execution.stdout}{execution.stderr}")
    return {"titre": titre, "secondes": secondes, "echec": echec}


if __name__ == "__main__":
    sys.exit(main())
