"""`make test`: all that must hold, on a real PostgreSQL and a real Redis; every part runs, whatever failed before.

The last part is pytest, whose closing line ends the output; outillage/durees.py writes the durations just above it.
"""

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

from outillage import paquets_front
from outillage.affichage import Abandon, dire, duree, ecrire, etape
from outillage.dossier import RACINE, Dossier
from outillage.processus import environnement_propre, interruptible, s_arreter_aux_signaux
from outillage.services import services

BIN = Path(sys.executable).parent
# Two workers, random order (pytest-randomly); tests of one group stay in one worker.
PYTEST = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "loadgroup", "-p", "outillage.durees"]
# What docker-compose.yml asks for: it must refuse to start without any of them.
COMPOSE = {
    "SECRET_KEY": "exemple",
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
            return verifier(environnement)
    except Abandon as abandon:
        ecrire(f"\n{abandon}")
    except KeyboardInterrupt:
        dire("Interrompu.")
    return 1


def verifier(environnement: dict[str, str]) -> int:
    parties = [_partie(titre, commande, {**environnement, **en_plus}) for titre, commande, en_plus in _parties()]
    # The test client speaks plain http; the browser tests reach the database from the thread of Playwright's loop.
    environnement |= {"TREMPLIN_PARTIES": json.dumps(parties), "COOKIES_SECURES": "0"}
    environnement["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    environnement.pop("DJANGO_SETTINGS_MODULE")  # pyproject.toml names that of the tests
    with interruptible():
        code = subprocess.run([*PYTEST, *sys.argv[1:]], cwd=RACINE, env=environnement).returncode
    return code or int(any(partie["echec"] for partie in parties))


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
    dire(f"{titre} … ", fin="")
    mots = [str(mot) for mot in commande]
    with interruptible():
        execution = subprocess.run(mots, cwd=RACINE, env=environnement, capture_output=True, text=True)
    secondes, echec = time.monotonic() - debut, bool(execution.returncode)
    ecrire(f"{duree(secondes)}{' ÉCHEC' if echec else ''}")
    if echec:
        ecrire(f"{execution.stdout}{execution.stderr}")
    return {"titre": titre, "secondes": secondes, "echec": echec}


if __name__ == "__main__":
    sys.exit(main())
